/** Support groups for tests: made, joined and given steps over HTTP. */
import { newId, type PersonId } from '#ground/ids.ts'
import type { TestDatabase } from './database.ts'
import { dayFields } from './fields.ts'
import { summaryOf, type TestColleague, type TestHouse } from './house.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>
/** The test's clock stands on Monday 23 November 2026. */
export const TODAY = [2026, 11, 23] as const
const SOON = [2026, 12, 4] as const

export const GROUP = {
  name: 'Thursday group',
  purpose: 'Made up: to cook and talk',
  tells: '0',
  'there-for': 'adviser',
}

/** Makes, joins and reads them, as whoever is given. */
export function supportGroups(test: TestDatabase, house: TestHouse) {
  const id = () => newId<'row'>(house.clock.now())
  async function post(by: TestColleague, path: string, fields: Fields = {}) {
    house.clock.advance(1000)
    const answer = await by.post(path, fields as Record<string, string>)
    house.clock.advance(1000)
    return answer
  }
  async function must(by: TestColleague, path: string, fields: Fields = {}): Promise<string> {
    const { status, to = '', body } = await post(by, path, fields)
    if (status !== 303) throw new Error(`${path}: ${status} ${summaryOf(body).join()}`)
    return to
  }
  const asked = (by: TestColleague) => ({ asked: by.accountId, ...dayFields('agreed', TODAY) })
  const memberFields = (by: TestColleague, personId: PersonId, fields: Fields = {}) => ({
    ...{ id: id(), person: personId, known: 'all', ...dayFields('joined', TODAY), ...asked(by) },
    ...fields,
  })
  const stepFields = (by: TestColleague, fields: Fields = {}) => ({
    ...{
      id: id(),
      what: 'Ring the nursery',
      who: by.accountId,
      ...dayFields('due', SOON),
      tells: '64',
      shared: 'apart',
    },
    ...fields,
  })
  const memberRow = (groupId: string, personId: PersonId) =>
    test.owner
      .selectFrom('support_group_member')
      .selectAll()
      .where('group_id', '=', groupId)
      .where('person_id', '=', personId)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  return {
    ...{ post, must, asked, memberFields, stepFields, memberRow, id },
    /** A group, run by one and with others. Returns its address. */
    async group(by: TestColleague, others: readonly TestColleague[] = [], fields: Fields = {}): Promise<string> {
      const at = await must(by, '/support-groups/new', { id: id(), ...GROUP, ...fields })
      for (const one of others) await must(by, `${at}/runners`, { who: one.accountId, 'there-for': 'midwife' })
      return at
    },
    /** Somebody joins. Returns the address of that they belong to it. */
    async join(by: TestColleague, at: string, personId: PersonId, fields: Fields = {}): Promise<string> {
      await must(by, `${at}/members/new`, memberFields(by, personId, fields))
      return `/support-members/${(await memberRow(idIn(at), personId)).id}`
    },
    /** A step for them. Returns its address. */
    async step(by: TestColleague, member: string, fields: Fields = {}): Promise<string> {
      const wanted = stepFields(by, fields)
      await must(by, `${member}/steps/new`, wanted)
      return `/support-steps/${String(wanted.id)}`
    },
    stepRow: (path: string) =>
      test.owner.selectFrom('support_step').selectAll().where('id', '=', idIn(path)).executeTakeFirstOrThrow(),
    /** Who has a right over somebody by agreement now, each account once for each right. */
    async rightsOver(personId: PersonId): Promise<string[]> {
      const rows = await test.owner
        .selectFrom('access_grant')
        .select(['holder_id', 'classes', 'basis'])
        .where('person_id', '=', personId)
        .where('source', '=', 'agreement')
        .where('ended_at', 'is', null)
        .execute()
      for (const one of rows)
        if (one.classes !== 1 || one.basis !== 'consent') throw new Error('more than identity by consent')
      return rows.map(one => one.holder_id).toSorted()
    },
  }
}

export const idIn = (path: string) => path.split('/')[2] ?? ''
