import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Person } from '#rooms/people/index.ts'
import { standingOn } from './rules.ts'
import { en, standings } from './words.ts'

/** Where somebody is asked to agree: that under 16 it is judged whether they can, for this one decision (K11). Nothing from 16 on. */
export function CapacityNote(p: {
  readonly person: Pick<Person, 'id' | 'bornOn'>
  readonly today: Day
}): JSX.Element | null {
  const standing = standingOn(p.person.bornOn, p.today)
  if (standing === 'presumed') return null
  return (
    <p class="cx-quiet">
      {standings[standing]}{' '}
      <a class="govuk-link" href={`/people/${p.person.id}/capacity/new`}>
        {en.inDoubt}
      </a>
    </p>
  )
}
