/** Young people for tests, all made up. */
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { openGrant, type RecordClass } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { createPerson, setContactDetail } from '#rooms/people/index.ts'
import type { TestColleague, TestHouse, TestPartnership } from './house.ts'

export type WantedPerson = {
  readonly given?: string
  readonly family: string
  /** Their birth date, as 2010-09-04. */
  readonly born?: string
  /** Who leads for them; nobody when it is left out. */
  readonly lead?: TestColleague | undefined
  readonly isIntensive?: boolean
  /** A mobile number on their record, said by staff. */
  readonly mobile?: string
  /** Leaves the clock where it is. Else it moves a second before and after, so that what is done next comes later. */
  readonly still?: boolean
}

/** A young person on record, said by staff. */
export async function addPerson(
  house: TestHouse,
  partnership: Pick<TestPartnership, 'id'>,
  wanted: WantedPerson,
): Promise<PersonId> {
  const { given = 'Robin', family, born = '2010-09-04', lead, isIntensive = false, mobile, still = false } = wanted
  if (!still) house.clock.advance(1000)
  const id = await house.command(partnership.id, async tx => {
    const source = { kind: 'staff', organisationId: null, saidOn: tx.acting.today } as const
    const made = await createPerson(tx, {
      legal: { given, middle: '', family },
      preferred: null,
      bornOn: toDay(born),
      source,
    })
    if (mobile !== undefined) await setContactDetail(tx, made, { kind: 'mobile', value: mobile, note: '' }, source)
    if (lead) await assignLead(tx, made, { accountId: lead.accountId, isIntensive, reason: 'Made up' })
    return made
  })
  if (!still) house.clock.advance(1000)
  return id
}

/** A colleague sees so much of a young person from a second later on, as cover or because they are named for what is kept close. */
export async function letSee(
  house: TestHouse,
  partnership: Pick<TestPartnership, 'id'>,
  seen: { readonly id: PersonId; readonly by: TestColleague; readonly classes: readonly RecordClass[] },
): Promise<void> {
  await house.command(partnership.id, tx =>
    openGrant(tx, {
      scope: { kind: 'person', personId: seen.id },
      holderId: seen.by.accountId,
      classes: seen.classes,
      basis: 'public-task',
      source: seen.classes.includes('restricted') ? 'protection' : 'cover',
    }),
  )
  house.clock.advance(1000)
}
