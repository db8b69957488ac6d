/** Handing over, for tests: who asks whom, contacts in which they meet, and steps from the version there is. */
import type { PersonId, RowId } from '#ground/ids.ts'
import { recordContact } from '#rooms/sessions/index.ts'
import type { TestDatabase } from './database.ts'
import type { Answered, TestColleague, TestHouse } from './house.ts'

export const HANDED = { kind: 'step-up', why: 'More time is needed', brief: 'Text, never ring', wish: 'not-asked' }

export function openHanding(test: TestDatabase, house: TestHouse) {
  const rowOf = (id: string) =>
    test.owner
      .selectFrom('hand_over')
      .selectAll()
      .where('id', '=', id as RowId)
      .executeTakeFirstOrThrow()

  function ask(by: TestColleague, id: PersonId, to: TestColleague, fields: Record<string, string> = {}) {
    house.clock.advance(1000)
    return by.post(`/people/${id}/hand-over`, { ...HANDED, to: to.accountId, ...fields })
  }

  return {
    rowOf,
    ask,
    /** Begins one and gives its id. */
    async begun(
      by: TestColleague,
      id: PersonId,
      to: TestColleague,
      fields: Record<string, string> = {},
    ): Promise<string> {
      const { status, to: at = '', body } = await ask(by, id, to, fields)
      if (status !== 303) throw new Error(`${status}: ${body.slice(0, 4000)}`)
      house.clock.advance(1000)
      return at.split('/').at(-1) ?? ''
    },
    /** A step of one, from the version it has now. */
    async step(by: TestColleague, id: string, move: string, fields: Record<string, string> = {}): Promise<Answered> {
      house.clock.advance(1000)
      const { version } = await rowOf(id)
      const answer = await by.post(`/hand-overs/${id}/${move}`, { version: String(version), ...fields })
      house.clock.advance(1000)
      return answer
    },
    /** A contact with somebody today, and its row. */
    async met(by: TestColleague, id: PersonId, kind: 'meeting' | 'phone' = 'meeting'): Promise<RowId> {
      house.clock.advance(1000)
      const made = await test.database.transaction(by.acting(), tx =>
        recordContact(tx, id, by.accountId, {
          ...{ happenedOn: tx.acting.today, atTime: null, minutes: 30, kind, place: '', purpose: 'getting-to-know' },
          ...{
            outcome: 'done',
            present: '',
            aloneOffered: null,
            aimResult: null,
            aimWhy: '',
            aim: '',
            notes: 'We met',
            ownWords: '',
          },
          ...{ nextStep: '', nextOn: null, agreed: null, isRestricted: false },
        }),
      )
      if (!made.ok) throw new Error(made.why)
      return made.value
    },
    /** Rights hand-overs opened that are in force, over anybody of these. */
    liveGrants: (personId: PersonId) =>
      test.owner
        .selectFrom('access_grant')
        .select(['id', 'holder_id', 'classes'])
        .where('person_id', '=', personId)
        .where('source', '=', 'hand-over')
        .where('ended_at', 'is', null)
        .execute(),
  }
}
