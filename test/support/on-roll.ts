/** Young people on the roll of a place, as a partner's list would have put them there. */
import { toDay } from '#ground/day.ts'
import { type GroupId, newId, type OrganisationId, type PersonId } from '#ground/ids.ts'
import { addMembers } from '#rooms/access/index.ts'
import { insertEnrolments } from '#rooms/people/index.ts'
import type { TestHouse, TestPartnership } from './house.ts'

/** From 1 September 2026 somebody learns at a place, which sees them as its own. */
export async function enrol(
  house: TestHouse,
  partnership: Pick<TestPartnership, 'id'>,
  personId: PersonId,
  organisationId: OrganisationId,
): Promise<void> {
  await house.command(partnership.id, async tx => {
    const row = { id: newId<'row'>(tx.acting.at), personId, organisationId, classBit: 4, yearGroup: 11, course: '' }
    await insertEnrolments(tx, [{ ...row, startedOn: toDay('2026-09-01'), finishedOn: null, leftReason: '' }], {
      kind: 'partner-list',
      organisationId,
      saidOn: tx.acting.today,
    })
    await addMembers(tx, organisationId as string as GroupId, [personId])
  })
  house.clock.advance(1000)
}
