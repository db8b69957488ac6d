/** How a case stands, over HTTP: what is missing of each part, and who worked with a young person, as far as the viewer may see. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { INTENSIVE_CLASSES } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

let made = 0
const someone = (lead = imran): Promise<PersonId> =>
  addPerson(house, partnership, {
    ...{ given: 'Rae', family: `Casesample${(made += 1)}`, born: '2010-10-01', lead, isIntensive: lead === imran },
  })

/** Agrees an assessment in which something was said of housing, and of health. */
async function assess(id: PersonId, depth: string, housing: string, health: string): Promise<void> {
  house.clock.advance(1000)
  const { to = '' } = await imran.post(`/people/${id}/assessment/begin`, { depth })
  const at = to.replace(/\/education$/, '')
  for (const [group, factor, level] of [
    ['home', 'housing', housing],
    ['health', 'physical-health', health],
  ] as const) {
    house.clock.advance(1000)
    const fields = { [`staff-${factor}`]: level, [`evidence-${factor}`]: 'Said so', then: 'leave' }
    expect((await imran.post(`${at}/${group}`, fields)).status).toBe(303)
  }
  house.clock.advance(1000)
  const stamp = /name="stamp" value="([^"]*)"/.exec((await imran.get(`${at}/agree`)).body)?.[1] ?? ''
  const agreed = { agreement: 'agreed', words: '', ...dayFields('review-on', [2027, 2, 1]), stamp }
  const done = await imran.post(`${at}/agree`, agreed)
  expect(done.status, summaryOf(done.body).join()).toBe(303)
  house.clock.advance(1000)
}

describe('How a case stands', () => {
  it('says of each part whether it stands and what is missing, with the way to it', async () => {
    const id = await someone(dana)
    const { body } = await dana.get(`/people/${id}/case`)
    for (const words of [
      'No open goal',
      'Nothing is written down yet',
      'Not known',
      'Nobody has written down a meeting',
    ])
      expect(body).toContain(words)
    expect(body).toContain(`href="/people/${id}/plan"`)
    const { to = '' } = await dana.post(`/people/${id}/plan/goals/new`, { words: 'To swim' })
    expect(to).not.toBe('')
    house.clock.advance(1000)
    const later = (await dana.get(`/people/${id}/case`)).body
    expect([later.includes('No open goal'), later.includes('No day to look at it again')]).toEqual([false, true])
  })

  it('counts who met them since the baseline, and never says who caused what changed', async () => {
    const id = await someone()
    await assess(id, 'initial', '2', '4')
    // The baseline is of that day; what is met and assessed from the next on counts.
    await test.owner
      .updateTable('assessment')
      .set(eb => ({ agreed_on: eb.val('2026-10-01').$castTo<never>() }))
      .where('person_id', '=', id)
      .execute()
    const contact = {
      ...dayFields('on', [2026, 11, 20]),
      ...{
        kind: 'meeting',
        purpose: 'support',
        outcome: 'done',
        minutes: '45',
        notes: 'Looked at rooms',
        alone: 'nobody-else',
      },
      agreed: 'yes',
    }
    const kept = await imran.post(`/people/${id}/contacts/new`, contact)
    expect(kept.status, summaryOf(kept.body).join()).toBe(303)
    await assess(id, 'review', '4', '4')
    const { body } = await imran.get(`/people/${id}/case`)
    for (const words of ['Since the baseline of 1 October 2026', 'Imran Testcase', '45 min', 'Stronger: Housing.'])
      expect(body).toContain(words)
    expect(body).toContain('It does not show who caused it')
  })

  it('K3, K6, K8: nothing of health to who does not see it, and no page to who does not see meetings', async () => {
    const id = await someone()
    await assess(id, 'initial', '4', '2')
    await assess(id, 'review', '4', '4')
    expect((await imran.get(`/people/${id}/case`)).body).toContain('Stronger: Physical health.')
    for (const by of [mair, owen]) expect((await by.get(`/people/${id}/case`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: INTENSIVE_CLASSES.filter(one => one !== 'health') })
    const page = await mair.get(`/people/${id}/case`)
    expect([page.status, page.body.includes('Physical health')]).toEqual([200, false])
    expect(page.body).toContain('Nothing is different in what was assessed again.')
  })
})
