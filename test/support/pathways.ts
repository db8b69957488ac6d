/** Steps of the tests about pathways of support. */
import { addMs } from '#ground/clock.ts'
import type { PersonId } from '#ground/ids.ts'
import { openGrant } from '#rooms/access/index.ts'
import type { TestDatabase } from './database.ts'
import { dayFields } from './fields.ts'
import type { Answered, TestColleague, TestHouse, TestPartnership } from './house.ts'

/** What the start of each kind sends; all made up, on 23 November 2026. */
export const CUSTODY = { stage: 'before', ...dayFields('anchor', [2027, 3, 1]), 'youth-justice': 'Ms Sample' }
export const MOVE = {
  ...{ place: 'Sample College, Level 1', 'with-name': 'Ms Named, learning support' },
  ...dayFields('anchor', [2027, 9, 6]),
}
export const BACK = {
  ...{ place: 'Sample School', 'with-name': 'Mr Named' },
  ...dayFields('anchor', [2026, 11, 16]),
  ...dayFields('review', [2026, 12, 14]),
}
export const FAMILY = {
  ...{ adult: 'other', 'with-name': 'Jo, their aunt', aims: 'Fewer rows in the morning' },
  ...{ said: 'yes', 'said-words': 'If you ask her first' },
  ...dayFields('review', [2027, 2, 1]),
}
export const MENTOR = {
  ...{ mentor: 'other', 'with-name': 'Vol Unteer', bring: 'Somebody to walk with' },
  ...dayFields('review', [2027, 2, 1]),
}

/** For one database and house. */
export function pathways(test: TestDatabase, house: TestHouse) {
  /** Sends a form of a pathway, a second after what was before and a second before what comes. */
  async function send(by: TestColleague, path: string, fields: Record<string, string>): Promise<Answered> {
    house.clock.advance(1000)
    const answer = await by.post(path, fields, '/')
    house.clock.advance(1000)
    return answer
  }

  const start = (by: TestColleague, id: PersonId, kind: string, fields: Record<string, string>) =>
    send(by, `/people/${id}/pathways/new?kind=${kind}`, fields)

  const rowsOf = (id: PersonId) =>
    test.owner.selectFrom('pathway').selectAll().where('person_id', '=', id).orderBy('recorded_at', 'desc').execute()

  /** The newest pathway of somebody. */
  async function rowOf(id: PersonId) {
    const [row] = await rowsOf(id)
    if (!row) throw new Error('there is no pathway')
    return { ...row, path: `/pathways/${row.id}` }
  }

  const stepsOf = (id: PersonId) =>
    test.owner
      .selectFrom('pathway_step')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('due_on')
      .orderBy('id')
      .execute()

  async function stepOf(id: PersonId, what: string) {
    const step = (await stepsOf(id)).find(one => one.what === what)
    if (!step) throw new Error(`there is no step: ${what}`)
    return step
  }

  /** Where a step is, or what is done with it. */
  async function at(id: PersonId, what: string, does?: string): Promise<string> {
    const step = await stepOf(id, what)
    return [`/pathways/${step.pathway_id}/steps/${step.id}`, does].filter(Boolean).join('/')
  }

  /** A colleague is given by name to know what custody tells of, from a second later on. */
  async function giveOffending(
    partnership: Pick<TestPartnership, 'id'>,
    id: PersonId,
    by: TestColleague,
  ): Promise<void> {
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        ...{ scope: { kind: 'person', personId: id }, holderId: by.accountId, classes: ['offending'] },
        ...{ basis: 'public-task', source: 'named-class', reason: 'Made up' },
        until: addMs(tx.acting.at, 90 * 86_400_000),
      }),
    )
    house.clock.advance(1000)
  }

  return { giveOffending, send, start, rowsOf, rowOf, stepsOf, stepOf, at }
}
