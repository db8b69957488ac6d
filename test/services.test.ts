/** Services near by over HTTP: kept by those who know them, said of, and held against what was assessed as hard. */
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
let lena: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, lena } = await staffOf(partnership, 'dana', 'mair', 'imran', 'lena'))
})

const ROOF = {
  ...{ name: 'Roof 🏠', 'run-by': 'Made-up Trust', needs: ['housing'], 'min-age': '14', 'max-age': '19' },
  'how-to': 'Ring before ten مرحبا',
}

let made = 0
async function added(fields: Record<string, string | string[]> = {}): Promise<string> {
  house.clock.advance(1000)
  const {
    status,
    to = '',
    body,
  } = await dana.post('/services/new', { ...ROOF, name: `Roof ${(made += 1)}`, ...fields })
  if (status !== 303) throw new Error(summaryOf(body).join())
  house.clock.advance(1000)
  return to
}

/** Somebody whose assessment was agreed with what is said of some factors. */
async function assessed(said: Record<string, string>, by = dana): Promise<PersonId> {
  const wanted = { given: 'Sol', family: `Helpsample${(made += 1)}`, born: '2010-10-01', lead: by }
  const id = await addPerson(house, partnership, { ...wanted, isIntensive: by === imran })
  const { to = '' } = await by.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
  const at = to.replace(/\/education$/, '')
  house.clock.advance(1000)
  for (const [group, level] of Object.entries(said)) {
    const factor = group === 'health' ? 'physical-health' : 'housing'
    const fields = { [`staff-${factor}`]: level, [`evidence-${factor}`]: 'Said so', then: 'leave' }
    expect((await by.post(`${at}/${group}`, fields)).status).toBe(303)
    house.clock.advance(1000)
  }
  const page = (await by.get(`${at}/agree`)).body
  const stamp = /name="stamp" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const agreed = { agreement: 'agreed', words: '', ...dayFields('review-on', [2027, 2, 1]), stamp }
  const done = await by.post(`${at}/agree`, agreed)
  expect(done.status, summaryOf(done.body).join()).toBe(303)
  house.clock.advance(1000)
  return id
}

describe('Help today', () => {
  it('lists who helps on the same day, with what, when they are open, and what nobody looked at for a year; all staff read it', async () => {
    const none = (await lena.get('/services/today')).body
    expect(none).toContain('Nothing that helps on the same day is listed')
    const shut = await dana.post('/services/new', { ...ROOF, name: 'Porch', 'same-day': ['bed'] })
    expect(summaryOf(shut.body)).toEqual(['#open-when Write when it is open: somebody may be sent there today'])
    await added({ name: 'Porch', 'same-day': ['bed', 'food'], 'open-when': 'Every night from seven', place: 'Halifax' })
    await added({ name: 'Larder', 'same-day': ['food'], 'open-when': 'Mornings' })
    const gone = await added({ name: 'Gone', 'same-day': ['food'], 'open-when': 'Never' })
    await dana.post(`${gone}/close`, {}, gone)
    await added({ name: 'Slow' })
    house.clock.advance(1000)
    const page = (await lena.get('/services/today')).body
    for (const words of ['>Food, A bed for tonight<', 'Porch', 'Larder', 'Every night from seven'])
      expect(page).toContain(words)
    for (const words of ['Gone', 'Slow']) expect(page).not.toContain(words)
    expect((await lena.get('/services/today?what=bed')).body).not.toContain('Larder')
    expect((await lena.get('/services/today?q=HALIFAX')).body).not.toContain('Larder')
    expect((await lena.get('/services/today?what=nonsense')).body).toContain('Larder')
  })
})

describe('Services near by', () => {
  it('are added with what they help with; each fault stands at its field and nothing typed is lost', async () => {
    const empty = await dana.post('/services/new', { about: 'Kept words', 'min-age': 'x' })
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual([
      '#name',
      '#needs',
      '#min-age',
      '#max-age',
      '#how-to',
    ])
    expect(empty.body).toContain('Kept words')
    const turned = await dana.post('/services/new', { ...ROOF, 'min-age': '19', 'max-age': '14' })
    expect(summaryOf(turned.body)[0]).toContain('must be the youngest or above')
    const nobodys = await dana.post('/services/new', { ...ROOF, 'run-by': '' })
    expect(summaryOf(nobodys.body)[0]).toContain('Choose the organisation that runs it')
    const to = await added({ name: 'Roof 🏠' })
    const page = (await lena.get(to)).body
    expect([page.includes('Ring before ten مرحبا'), page.includes('Housing')]).toEqual([true, true])
    expect(summaryOf((await dana.post('/services/new', { ...ROOF, name: 'ROOF 🏠' })).body)[0]).toContain(
      'has this name',
    )
    expect((await lena.get('/services/new')).status).toBe(404)
  })

  it('are sought by need and words, changed from the version that was shown, and closed', async () => {
    const to = await added({ name: 'Findable barn', needs: ['income'], place: 'Hebden' })
    expect((await dana.get('/services?need=income')).body).toContain('Findable barn')
    expect((await dana.get('/services?need=housing')).body).not.toContain('Findable barn')
    expect((await dana.get('/services?q=hebd')).body).toContain('Findable barn')
    expect((await dana.get('/services?q=nowhere')).body).toContain('No service fits')
    const changed = { ...ROOF, name: 'Findable barn', cost: 'Free' }
    expect((await mair.post(`${to}/change`, { ...changed, version: '1' })).status).toBe(303)
    const stale = await dana.post(`${to}/change`, { ...changed, cost: 'Typed here', version: '1' })
    expect([stale.status, stale.body.includes('Typed here'), stale.body.includes('Somebody else changed')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await dana.post(`${to}/close`, { version: '2' })).status).toBe(303)
    expect((await dana.get(to)).body).toContain('No longer there since')
    expect((await dana.get(`${to}/change`)).to).toBe(to)
  })

  it('carry what those who know them say, each once, still so or no longer', async () => {
    const to = await added()
    expect(summaryOf((await dana.post(`${to}/tips`, {})).body)).toEqual(['#words Write what you know of it'])
    for (const _ of [1, 2]) await dana.post(`${to}/tips`, { words: 'Ask for Jo 🚌' })
    const tips = await test.owner.selectFrom('local_tip').selectAll().execute()
    expect(tips.map(one => one.words)).toEqual(['Ask for Jo 🚌'])
    expect((await mair.get(to)).body).toContain('Dana Testcase')
    await mair.post(`${to}/tips/${tips[0]?.id}`, { what: 'over' })
    expect((await mair.get(to)).body).not.toContain('Ask for Jo')
  })
})

describe('Who could help', () => {
  it('is what helps with what was assessed as hard, for their age, with how to ask and what is missing', async () => {
    const fits = await added({ name: 'Fitting roof' })
    await dana.post(`${fits}/tips`, { words: 'Ask for Sam' })
    await added({ name: 'For adults', 'min-age': '18', 'max-age': '25' })
    await added({ name: 'About money', needs: ['income'] })
    const id = await assessed({ home: '3' })
    const { body } = await dana.get(`/people/${id}/services`)
    expect(['Fitting roof', 'Ask for Sam', 'For adults', 'About money'].map(words => body.includes(words))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const well = await assessed({ home: '5' })
    expect((await dana.get(`/people/${well}/services`)).body).toContain('Nothing stands out as hard')
    const never = await addPerson(house, partnership, { given: 'Sol', family: 'Neversample', lead: dana })
    expect((await dana.get(`/people/${never}/services`)).body).toContain('Nothing was assessed yet')
  })

  it('K3, K6, K8: of health only for those who see that part, and of nobody to whoever may not know them', async () => {
    await added({ name: 'Body shop', needs: ['physical-health'] })
    const id = await assessed({ home: '5', health: '3' }, imran)
    expect((await imran.get(`/people/${id}/services`)).body).toContain('Body shop')
    expect((await mair.get(`/people/${id}/services`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: INTENSIVE_CLASSES.filter(one => one !== 'health') })
    const page = await mair.get(`/people/${id}/services`)
    expect([page.status, page.body.includes('Body shop'), page.body.includes('Nothing stands out')]).toEqual([
      200,
      false,
      true,
    ])
  })
})
