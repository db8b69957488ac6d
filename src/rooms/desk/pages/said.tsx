import type { JSX } from 'preact'
import { shortDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { type FiledHere, type Recorded, sourceWords } from '#rooms/people/index.ts'
import { en } from '../words.ts'
import { MisfiledLink } from './learning-section.tsx'

type Around = {
  readonly organisations: ReadonlyMap<string, string>
  readonly may: { readonly correct: boolean }
  readonly frame: { readonly person: { readonly id: PersonId } }
}

/** A fact with who said it and when, and the way to say that it is somebody else's. */
export function said(p: Around, value: string, row: Recorded, what?: FiledHere, named = value): JSX.Element {
  const who =
    row.source.organisationId === null
      ? sourceWords[row.source.kind]
      : (p.organisations.get(row.source.organisationId) ?? sourceWords[row.source.kind])
  return (
    <>
      {value.replaceAll(/\s+/g, ' ').trim()} <span class="cx-quiet">{en.said(who, shortDay(row.source.saidOn))}</span>
      {what !== undefined && p.may.correct && (
        <MisfiledLink personId={p.frame.person.id} what={what} rowId={row.rowId} about={named} />
      )}
    </>
  )
}
