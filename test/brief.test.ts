/** The one-page brief before a meeting: all that may be known, each with its day, and nothing that may not. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const led = (given: string): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: 'Briefsample', lead: adviser, isIntensive: false })

/** Somebody with a plan, a safe contact and two contacts. */
async function known(given: string): Promise<PersonId> {
  const id = await led(given)
  const contact = { kind: 'meeting', purpose: 'support', outcome: 'done' }
  await adviser.post(`/people/${id}/safe-contact`, { rule: 'Text her own phone', never: 'voicemail' })
  const goal = await adviser.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
  const target = { what: 'Send the college form', owner: 'young-person', ...dayFields('due', [2026, 12, 10]) }
  await adviser.post(goal.to ?? '', target)
  for (const [day, notes] of [
    [10, 'The first talk'],
    [20, 'The second talk'],
  ] as const) {
    house.clock.advance(1000)
    await adviser.post(`/people/${id}/contacts/new`, { ...contact, ...dayFields('on', [2026, 11, day]), notes })
  }
  return id
}

describe('The brief', () => {
  it('tells the plan, how to reach them and the last times, newest first, each with its day, and is written down', async () => {
    const id = await known('Ada')
    const { body } = await adviser.get(`/people/${id}/brief`)
    for (const words of [
      'Before you meet Ada',
      'Text her own phone',
      'voicemail',
      'I want to work with animals',
      'Send the college form. The young person, by 10 Dec',
      'The first talk',
      '20 Nov, Dana Testcase',
      'Nothing is arranged.',
      'No assessment was agreed yet.',
    ])
      expect(body, words).toContain(words)
    expect(body.indexOf('The second talk')).toBeLessThan(body.indexOf('The first talk'))
    expect((await eventsOf(test, { partnershipId: partnership.id })).map(e => e.action)).toContain(
      'record.brief-viewed',
    )
  })

  it('K6: tells what another agency told, newest first, and nothing of a part its reader does not see', async () => {
    const id = await led('Ola')
    for (const [from, classBit, over] of [
      ['Agency one (made up)', 32, '2026-11-10'],
      ['Agency two (made up)', 32, '2026-11-18'],
      ['Kept agency (made up)', 512, '2026-11-19'],
    ] as const)
      await sql`insert into app.transfer_request (partnership_id, id, person_id, origin_person_id, class, from_name, asks, told, state, asked_by, asked_on, over_on,
          words, recorded_at)
        values (${partnership.id}, gen_random_uuid(), ${id}, ${id}, ${classBit}, ${from}, 'What helped', 'yes', 'received', ${adviser.accountId}, '2026-11-01',
          ${over}, 'Made up', now())`.execute(test.owner)
    const { body } = await adviser.get(`/people/${id}/brief`)
    expect(body).toContain('What others told or did')
    expect(body.indexOf('Agency two')).toBeLessThan(body.indexOf('Agency one'))
    expect([body.includes('Agency one'), body.includes('Kept agency')]).toEqual([true, false])
  })

  it('says of a target whose day has been that it is late', async () => {
    const id = await known('Bo')
    await test.owner
      .updateTable('plan_target')
      .set({ due_on: '2026-11-01' as never })
      .where('person_id', '=', id)
      .execute()
    expect((await adviser.get(`/people/${id}/brief`)).body).toContain('late')
  })

  it('leaves out what its reader may not see, byte by byte', async () => {
    const id = await known('Cy')
    const cover = await partnership.colleague('universal-adviser', 'Cover Testcase')
    await letSee(house, partnership, { id, by: cover, classes: ['identity', 'sessions'] })
    const path = `/people/${id}/brief`
    const withIt = withoutTokens(await cover.get(path))
    expect(withIt).toContain('The second talk')
    for (const words of ['animals', 'Text her own phone', 'What they want', 'Where they stand', 'Safe contact'])
      expect(withIt, words).not.toContain(words)
    for (const table of ['plan_target', 'plan_goal', 'person_safe_contact'] as const)
      await test.owner.deleteFrom(table).where('person_id', '=', id).execute()
    expect(withoutTokens(await cover.get(path))).toBe(withIt)
  })

  it.each(['data-officer', 'tracking-officer', 'front-desk', 'manager'] as const)(
    'is not there for a %s',
    async role => {
      const id = await led('Dee')
      const other = await partnership.colleague(role)
      expect([403, 404]).toContain((await other.get(`/people/${id}/brief`)).status)
    },
  )
})
