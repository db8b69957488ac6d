/** First contacts over HTTP and by the clock: when they are due, what counts as one, and who is told. Row 259. */

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type PersonId } from '#ground/ids.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const referring = openReferring(test, house, () => partnership)
let dana: TestColleague
let mair: TestColleague
let leader: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, leader } = await staffOf(partnership, 'dana', 'mair', 'leader'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

const led = async (given: string, level: 'intensive' | 'supported' | 'universal', lead = dana): Promise<PersonId> => {
  const id = await addPerson(house, partnership, { given, family: 'Firstsample', lead })
  await house.command(partnership.id, tx =>
    setDetail(tx, id, 'support-level', level, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
  )
  return id
}
/** The test's clock stands on Monday 23 November 2026. */
const contact = (id: PersonId, fields: Record<string, string>, by = dana) => {
  house.clock.advance(1000)
  return by.post(`/people/${id}/contacts/new`, {
    ...{ kind: 'meeting', purpose: 'support', outcome: 'done', notes: 'Met', ...dayFields('on', [2026, 11, 23]) },
    ...fields,
  })
}
const listed = async (by = dana, path = '/first-contacts') => (await by.get(path)).body
const rowOf = (body: string, name: string) => body.split('<tr').find(row => row.includes(`${name} Firstsample`)) ?? ''

describe('A first contact', () => {
  it('is due by level of support, and stands on the list until they were spoken with', async () => {
    const [ada, bo, cy] = [await led('Ada', 'intensive'), await led('Bo', 'supported'), await led('Cy', 'universal')]
    const body = await listed()
    expect(rowOf(body, 'Ada')).toContain('25 Nov')
    expect(rowOf(body, 'Bo')).toContain('30 Nov')
    expect(rowOf(body, 'Cy')).toContain('7 Dec')
    expect(body.indexOf('Ada First')).toBeLessThan(body.indexOf('Bo First'))
    expect(await listed(mair)).not.toContain('Firstsample')
    // A try and a text are shown, and are no contact; a call that reached nobody is none either.
    await contact(ada, { kind: 'tried', outcome: 'not-reached' })
    await contact(ada, { kind: 'text', outcome: 'done' })
    await contact(ada, { kind: 'phone', outcome: 'not-reached' })
    expect(rowOf(await listed(), 'Ada')).toContain('3 times')
    expect((await contact(ada, {})).status).toBe(303)
    expect((await contact(bo, { kind: 'phone' })).status).toBe(303)
    const after = await listed()
    expect([after.includes('Ada First'), after.includes('Bo First'), after.includes('Cy First')]).toEqual([
      ...[false, false, true],
    ])
    expect(await listed(leader, '/first-contacts?of=team')).toContain('Dana')
    expect(cy).toBeDefined()
  })

  it('that is late stands first, and says by how many days; from a referral taken on before, its clock runs from that', async () => {
    const [id, referred] = [await led('Gus', 'intensive'), await led('Hal', 'intensive')]
    const began = (whom: PersonId, day: string) =>
      test.owner
        .updateTable('lead_adviser')
        .set({ started_on: day as never })
        .where('person_id', '=', whom)
        .execute()
    await began(id, '2026-11-17')
    await began(referred, '2026-11-20')
    expect(rowOf(await listed(), 'Gus')).toContain('4 days late')
    expect(rowOf(await listed(), 'Hal')).toContain('24 Nov')
    const [agency, other] = [await referring.agency('Made-up Housing', 'voluntary'), partnership.organisationId]
    const protocol = await referring.agreed(other, agency)
    const at = { partnership_id: partnership.id, person_id: referred, origin_person_id: referred }
    const referral = newId<'row'>(house.clock.now())
    await sql`
      insert into app.referral (partnership_id, id, person_id, origin_person_id, class, protocol_id, from_id, to_id, sent_for, state, shown_on, made_by, sent_on, worker_id, recorded_at)
      values (${at.partnership_id}, ${referral}, ${referred}, ${referred}, 128, ${protocol}, ${agency}, ${other}, ${agency}, 'accepted', '2026-11-12', ${dana.accountId},
        '2026-11-12', ${dana.accountId}, now())`.execute(test.owner)
    await sql`
      insert into app.referral_step (partnership_id, id, person_id, origin_person_id, class, referral_id, on_day, step, recorded_at)
      values (${at.partnership_id}, ${newId<'row'>(house.clock.now())}, ${referred}, ${referred}, 128, ${referral}, '2026-11-16', 'accept', now())`.execute(
      test.owner,
    )
    expect(rowOf(await listed(), 'Hal')).toContain('5 days late')
  })

  it('K8: of somebody one may not know is on no list, and a team’s is its leader’s alone', async () => {
    const id = await led('Dee', 'intensive')
    expect(await listed(mair, '/first-contacts?of=team')).not.toContain('Dee First')
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'sessions'] })
    expect(await listed(mair)).not.toContain('Dee First')
  })

  it('that is late is told once to whoever leads, and some days later to the team leader', async () => {
    const [late, met] = [await led('Eve', 'intensive'), await led('Fay', 'intensive')]
    // One of hundreds in a school's caseload: on the list, and no notice for each.
    const many = await led('Guy', 'universal')
    await contact(met, {})
    const told = async (whom: PersonId) =>
      (
        await test.owner
          .selectFrom('notice')
          .select(['kind', 'account_id'])
          .where('person_id', '=', whom)
          .where('kind', 'like', 'first-contact.%')
          .orderBy('made_at')
          .execute()
      ).map(one => [one.kind, one.account_id])
    for (const days of [2, 1, 5, 14]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
      if (days === 2) expect(await told(late)).toEqual([])
    }
    expect(await told(late)).toEqual([
      ['first-contact.late', dana.accountId],
      ['first-contact.still-late', leader.accountId],
    ])
    expect([await told(met), await told(many)]).toEqual([[], []])
    // Whoever leads next has a clock of their own.
    await house.command(partnership.id, tx =>
      assignLead(tx, late, { accountId: mair.accountId, isIntensive: false, reason: 'A test' }),
    )
    await turnOf(test, house)
    expect(await told(late)).toHaveLength(2)
  })
})
