/** What matching goes by: learned from lists by the real job, looked at, moved, frozen, gone back from. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { RowId } from '#ground/ids.ts'
import { send } from '#ground/jobs/index.ts'
import { judgeRows, type Sought } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { csv, givenOf, openLists, uln } from '#test/lists.ts'
import { liveModel } from '../weighing/live.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

const PEOPLE = 120
const FAMILIES = [
  'Alder',
  'Birch',
  'Cedar',
  'Damson',
  'Elder',
  'Fir',
  'Gorse',
  'Hazel',
  'Juniper',
  'Kapok',
  'Larch',
] as const

/** A made-up person as two partners know them; every eleventh is mistyped by the second. */
function personOf(n: number, isSecond: boolean): string {
  const family = `${FAMILIES[n % FAMILIES.length]}${FAMILIES[Math.floor(n / 7) % FAMILIES.length]?.toLowerCase()}sample`
  const typed = isSecond && n % 11 === 0 ? family.slice(0, -1) : family
  const day = String((n % 28) + 1).padStart(2, '0')
  const month = String((n % 12) + 1).padStart(2, '0')
  const postcode = `HX${(n % 9) + 1} ${(n % 8) + 1}A${'ABDEFGHJ'[n % 8]}`
  return `${uln(n)},${typed},${givenOf(n)},${day}/${month}/200${8 + (n % 2)},${postcode}`
}

const HEADER = 'ULN,Surname,Forename,DOB,Postcode'
const listOf = (isSecond: boolean) => csv(HEADER, ...Array.from({ length: PEOPLE }, (_, n) => personOf(n, isSecond)))

let partnership: TestPartnership
let officer: TestColleague
let college: string

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  const first = await lists.partner(partnership, 'college')
  college = first
  const second = await lists.partner(partnership, 'training-provider')
  await lists.take(officer, first, listOf(false))
  await lists.take(officer, second, listOf(true))
}, 120_000)

const page = async () => (await officer.get('/matching/models')).body
const liveOf = () => test.database.transaction(officer.acting(), liveModel)
const versionOn = (body: string) => /name="version" value="(\d+)"/.exec(body)?.[1] ?? ''
/** The model the second list brought. */
const FIRST = 1
const post = async (path: string, fields: Record<string, string> = {}) => officer.post(path, fields, '/matching/models')

async function modelsOf() {
  return test.owner
    .selectFrom('match_model')
    .select(['id', 'generation', 'state', 'why', 'made_by'])
    .where('partnership_id', '=', partnership.id)
    .orderBy('generation')
    .execute()
}

async function learnNow(): Promise<void> {
  expect((await post('/matching/models/learn')).status).toBe(303)
  await lists.jobs.idle()
  house.clock.advance(60_000)
}

describe('What matching goes by, before anything is learned', () => {
  it('is told as careful figures, each line in words, with nothing to choose from and no partner named', async () => {
    const { body } = await (await (await house.partnership()).colleague('data-officer')).get('/matching/models')
    expect(body).toContain('Nothing is learned yet')
    expect(body).toContain('A first name is the same on 86 of 100 pairs of one person, and on 6 of 1,000 of strangers.')
    expect(body).toContain('Sound of the family name and birth date')
    expect(body).toContain('There is something to choose from once a model is learned.')
    expect(body).not.toContain('name="threshold"')
  })

  it('is there for a data officer alone: to everybody else it reads like nothing', async () => {
    for (const role of ['manager', 'team-leader', 'universal-adviser', 'information-governance'] as const) {
      const other = await partnership.colleague(role)
      const nothing = withoutTokens(await other.get('/nowhere'))
      expect(withoutTokens(await other.get('/matching/models'))).toBe(nothing)
      expect((await other.post('/matching/models/learn')).status).toBe(404)
    }
  })

  it('says so where a partnership has too little to learn from, and changes nothing', async () => {
    const small = await house.partnership()
    const own = await small.colleague('data-officer')
    await own.post('/matching/models/learn')
    await lists.jobs.idle()
    const { body } = await own.get('/matching/models')
    expect(body).toContain('There was too little to learn from.')
    expect(body).toContain('Nothing is learned yet')
  })
})

describe('A model that was learned', () => {
  it('is asked for by a button, shows how far it is, and is not asked for twice', async () => {
    expect((await post('/matching/models/learn')).status).toBe(303)
    const waiting = await page()
    expect(waiting).toContain('class="cx-progress"')
    expect(waiting).not.toContain('Learn anew now')
    const again = await post('/matching/models/learn')
    expect([again.status, again.body.includes('A model is being learned just now')]).toEqual([409, true])
    await lists.jobs.idle()
    house.clock.advance(60_000)
    expect(await modelsOf()).toMatchObject([
      { generation: FIRST, state: 'past', why: 'list' },
      { generation: FIRST + 1, state: 'live', why: 'asked', made_by: officer.accountId },
    ])
  })

  it('is told with who asked for it, from about how many rows, where each partner goes wrong, and every weight', async () => {
    const body = await page()
    for (const words of [
      'No. 2',
      'Somebody asked for it: Owen Testcase',
      'About 240 rows of about 120 people',
      'Every weight',
      'Too few rows carried these to learn anything of them: UPNs, NHS numbers, phone numbers, email addresses.',
      'Where partners’ lists go wrong',
      'family names (',
    ])
      expect(body).toContain(words)
    expect(body).toContain(`/matching/quality/${college}`)
  })

  it('goes out as a file without the keys of its index, and that it did is on record', async () => {
    const [model] = await modelsOf()
    const file = await officer.get(`/matching/models/${model?.id}/export.json`)
    expect(file.headers['content-disposition']).toContain('attachment; filename="matching-model-1.json"')
    const document = JSON.parse(file.body)
    expect(document).toMatchObject({ form: 1, records: 240, people: 120 })
    expect(document.model.comparisons.length).toBeGreaterThan(9)
    expect(document).not.toHaveProperty('common')
    expect(await eventsOf(test, { requestId: file.requestId })).toMatchObject([
      { action: 'matching.model-exported', outcome: 'done', target_id: model?.id },
    ])
  })

  it('of another partnership reads like nothing, byte for byte, on every page of it', async () => {
    const [model] = await modelsOf()
    const stranger = await (await house.partnership()).colleague('data-officer')
    const nothing = withoutTokens(await stranger.get('/nowhere'))
    for (const path of [`/matching/models/${model?.id}`, `/matching/models/${model?.id}/export.json`])
      expect(withoutTokens(await stranger.get(path))).toBe(nothing)
    expect((await stranger.post(`/matching/models/${model?.id}/back`)).status).toBe(404)
  })
})

describe('The threshold', () => {
  it('is refused at the field where nothing or something that is not offered is chosen', async () => {
    const version = versionOn(await page())
    for (const [threshold, words] of [
      ['', 'Choose from when on a row is linked without asking'],
      ['3', 'The model changed meanwhile. Choose one of these'],
      ['-40', 'The model changed meanwhile. Choose one of these'],
      ['made up', 'The model changed meanwhile. Choose one of these'],
    ] as const) {
      const answer = await post('/matching/models', { version, threshold })
      expect([answer.status, answer.body.includes(words)], threshold).toEqual([422, true])
    }
    expect((await liveOf()).link).toBe((await liveOf()).own)
  })

  it('that was moved really asks about what was linked before, says who moved it, and goes back to the model’s own', async () => {
    const linked = await linkedOf()
    expect(linked).toBeGreaterThan(PEOPLE / 2)
    const choices = [...(await page()).matchAll(/name="threshold" type="radio" value="(\d+)"/g)].map(m => Number(m[1]))
    expect(choices.length).toBeGreaterThan(1)
    const most = Math.max(...choices)
    const answer = await post('/matching/models', { version: versionOn(await page()), threshold: String(most) })
    expect(answer.status).toBe(303)
    expect((await liveOf()).link).toBe(most)
    expect(await linkedOf()).toBeLessThan(linked)
    const body = await page()
    expect(body).toContain('moved by Owen Testcase on 23 November 2026')
    expect(body).toContain('Counts now')
    expect(await eventsOf(test, { requestId: answer.requestId })).toMatchObject([
      { action: 'matching.threshold-moved', outcome: 'done' },
    ])
    await post('/matching/models', { version: versionOn(body), threshold: 'own' })
    expect(await linkedOf()).toBe(linked)
    expect(await page()).toContain('the model’s own')
  })

  it('somebody else moved meanwhile is not moved again from an older page', async () => {
    const version = versionOn(await page())
    const other = await partnership.colleague('data-officer', 'Olga Testcase')
    expect((await other.post('/matching/models/freeze', { version, frozen: 'yes' })).status).toBe(303)
    const stale = await post('/matching/models', { version, threshold: 'own' })
    expect([stale.status, stale.body.includes('Somebody else changed this')]).toEqual([409, true])
    expect((await post('/matching/models/freeze', { version, frozen: 'no' })).status).toBe(409)
  })
})

describe('A frozen model', () => {
  it('says who froze it and when; neither a night nor a list changes it, and whoever asks still can', async () => {
    expect(await page()).toContain('Frozen by Olga Testcase on 23 November 2026.')
    const { learning } = house.matching.jobs
    await test.database.transaction(officer.acting(), tx => send(tx, learning, { why: 'night' }))
    await lists.jobs.idle()
    expect(await modelsOf()).toHaveLength(2)
    await learnNow()
    expect(await modelsOf()).toMatchObject([{ state: 'past' }, { state: 'past' }, { state: 'live', generation: 3 }])
    expect((await post('/matching/models/freeze', { version: versionOn(await page()), frozen: 'no' })).status).toBe(303)
    expect(await page()).not.toContain('Frozen by')
  })
})

describe('A model before', () => {
  it('stands beside the one in use line by line, and can be gone back to', async () => {
    const [first, , second] = await modelsOf()
    const body = (await officer.get(`/matching/models/${first?.id}`)).body
    for (const words of ['Model No. 1', 'No weight has changed by more than 1', 'Line by line', 'Go back to this one'])
      expect(body).toContain(words)
    const live = await officer.get(`/matching/models/${second?.id}`)
    expect(live.body).toContain('This is the model in use.')
    expect((await post(`/matching/models/${second?.id}/back`)).status).toBe(409)

    expect((await post(`/matching/models/${first?.id}/back`)).status).toBe(303)
    await lists.jobs.idle()
    house.clock.advance(60_000)
    expect(await modelsOf()).toMatchObject([
      { id: first?.id, state: 'past' },
      { state: 'past' },
      { id: second?.id, state: 'past' },
      { generation: 4, state: 'live', why: 'back', made_by: officer.accountId },
    ])
    expect(await page()).toContain('Somebody went back to an earlier one: Owen Testcase')
  })

  it('that was never finished is not there', async () => {
    const [first] = await modelsOf()
    await test.owner
      .updateTable('match_model')
      .set({ state: 'failed' })
      .where('id', '=', first?.id ?? '')
      .execute()
    expect(await page()).toContain('Cut off')
    expect((await officer.get(`/matching/models/${first?.id as RowId}`)).status).toBe(404)
  })
})

/** How many of everybody's rows, sent by a partner nobody knows yet, are linked without asking; all others are asked about. */
async function linkedOf(): Promise<number> {
  const sought = Array.from({ length: PEOPLE }, (_, n) => soughtLike(n))
  const judged = await test.database.transaction(officer.acting(), tx => judgeRows(tx, sought))
  expect(judged.filter(j => j.kind === 'new')).toEqual([])
  return judged.filter(j => j.kind === 'link').length
}

function soughtLike(n: number): Sought {
  const [number = '', family = '', given = '', born = '', postcode = ''] = personOf(n, true).split(',')
  const [day, month, year] = born.split('/')
  return {
    names: [{ given, family }],
    bornOn: `${year}-${month}-${day}` as NonNullable<Sought['bornOn']>,
    postcodes: [postcode],
    upns: [],
    ulns: [number],
    nhss: [],
    phones: [],
    emails: [],
  }
}
