/** Posts, vacancies, caseloads and waiting over HTTP: counts for managers and team leaders, entered by managers alone. */
import { beforeAll, describe, expect, it } from 'vitest'
import { setBarrier } from '#rooms/access/index.ts'
import { makeTeam, putIntoTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const { agency, agreed } = openReferring(test, house, () => partnership)
let admin: TestColleague
let leader: TestColleague
let dana: TestColleague
let imran: TestColleague
let manager: TestColleague
let hale: TestColleague
let at: string

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, leader, dana, imran } = await staffOf(partnership, 'admin', 'leader', 'dana', 'imran'))
  manager = await partnership.colleague('manager', 'Alex Testcase')
  hale = await partnership.colleague('partner-practitioner')
})

let made = 0
const person = (more: Partial<Parameters<typeof addPerson>[2]> = {}) =>
  addPerson(house, partnership, { given: 'Sol', family: `Staffsample${(made += 1)}`, ...more })
const textOf = (body: string) =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const shown = async (who = manager) => textOf((await who.get('/staffing')).body)

describe('Posts and waiting', () => {
  it('is for managers and team leaders; posts are entered by managers alone', async () => {
    expect(await shown()).toContain('No teams yet')
    const team = await house.command(partnership.id, async tx => {
      const upper = await makeTeam(tx, { name: 'Upper Testteam', leaderId: null })
      if (!upper.ok) throw new Error(upper.why)
      await putIntoTeam(tx, upper.value, imran.accountId)
      return upper.value
    })
    at = `/staffing/${team}`
    for (const who of [manager, leader]) expect((await who.get('/staffing')).status).toBe(200)
    for (const nobody of [dana, admin, hale]) expect((await nobody.get('/staffing')).status).toBe(404)
    for (const nobody of [leader, dana, admin, hale]) {
      expect((await nobody.get(at)).status).toBe(404)
      expect((await nobody.post(at, { posts: '3', ...dayFields('from', [2026, 9, 1]) })).status).toBe(404)
    }
  })

  it('shows how many posts are vacant and since when, each fault at its field', async () => {
    expect(await shown()).toMatch(/Upper Testteam : Enter posts Not entered 1 –/)
    const wrong = await manager.post(at, { posts: 'many' })
    expect(summaryOf(wrong.body)).toEqual([
      '#posts Enter a whole number from 0 to 200',
      '#from-day Enter the day it began',
    ])
    const ahead = await manager.post(at, { posts: '3', ...dayFields('from', [2027, 9, 1]) })
    expect(summaryOf(ahead.body)).toEqual(['#from-day The day must be today or earlier'])
    for (const posts of ['9', '3', '3'])
      expect((await manager.post(at, { posts, ...dayFields('from', [2026, 9, 1]) })).to).toBe('/staffing')
    expect(await shown()).toMatch(/Enter posts 3 1 2 since 1 September 2026/)
    expect((await eventsOf(test, { target: at.split('/').at(-1) ?? '' })).map(e => e.action)).toContain(
      'staffing.posts-entered',
    )
  })

  it('K4: counts caseloads against the limits of intensive work, and restricted records in none', async () => {
    const led = []
    for (let n = 0; n < 16; n += 1) led.push(await person({ lead: imran, isIntensive: true }))
    expect(await shown(leader)).toMatch(/Imran Testcase 16 Full/)
    expect(await shown()).toMatch(/Dana Testcase 0 No limit/)
    const [first] = led
    if (first === undefined) throw new Error('nobody is led')
    await house.command(partnership.id, tx => setBarrier(tx, first, { holderId: null, reason: 'a test' }))
    expect(await shown()).toMatch(/Imran Testcase 15 Room for more/)
  })

  it('counts who was referred and has no lead, from five on, with the days of the middle one', async () => {
    const school = await agency('Example High', 'school')
    const own = partnership.organisationId
    const protocol = await agreed(school, own, { teamId: at.split('/').at(-1) as never, purpose: 'an adviser' })
    const refer = async (personId: Awaited<ReturnType<typeof person>>, on: string) =>
      test.owner
        .insertInto('referral')
        .values({
          ...{
            partnership_id: partnership.id,
            id: crypto.randomUUID(),
            person_id: personId,
            origin_person_id: personId,
          },
          ...{ class: 128, protocol_id: protocol, from_id: school, to_id: own, team_id: at.split('/').at(-1) },
          ...{ sent_for: school, state: 'sent', view: 'agrees', made_by: hale.accountId, sent_by: hale.accountId },
          ...{ sent_on: on, shown_on: on, due_on: on, recorded_at: '2026-10-01T09:00:00Z' },
        } as never)
        .execute()
    for (const on of ['2026-11-01', '2026-11-03', '2026-11-13', '2026-11-20']) await refer(await person(), on)
    await refer(await person({ lead: dana }), '2026-01-01')
    expect(await shown()).toMatch(/2 since 1 September 2026 Fewer than 5 –/)
    await refer(await person(), '2026-11-22')
    expect(await shown()).toMatch(/2 since 1 September 2026 5 10 /)
  })
})
