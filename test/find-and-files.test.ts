/** Finding the right one among many, and files that say whose copy they are. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { csvNameOf } from '#web/csv.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Siân Ŵyn-Example')
})

const ledBy = (lead: TestColleague, given: string, family: string): Promise<PersonId> =>
  addPerson(house, partnership, { given, family, born: '2010-03-04', lead, still: true })

describe('A search', () => {
  it('shows age, school year and lead adviser, so that the right one of two is picked', async () => {
    await ledBy(adviser, 'Amira', 'Example')
    const { body } = await adviser.get('/find?q=amira')
    for (const words of ['4 March 2010 (16, Year 12)', 'Siân Ŵyn-Example', 'School or place of learning'])
      expect(body).toContain(words)
  })

  it('that finds nobody says so, and one that is longer than the box looks for what the box would take', async () => {
    expect((await adviser.get('/find?q=nobodyofthatname')).body).toContain('Nobody')
    const long = await adviser.get(`/find?q=${'x'.repeat(3000)}`)
    expect(long.status).toBe(200)
    expect(long.body).toContain('x'.repeat(200))
    expect(long.body).not.toContain('x'.repeat(201))
  })

  it.each([
    ['a letter too many', 'Bette Quoo'],
    ['a letter missing', 'Bette Qo'],
    ['two letters swapped', 'Bette Qou'],
    ['a wrong letter, and one in the given name', 'Bettt Qun'],
    ['both names turned round and mistyped', 'Quoo Betty'],
  ])('finds a short name with %s', async (_slip, typed) => {
    const id = await ledBy(adviser, 'Bette', 'Quo')
    expect((await adviser.get(`/find?q=${encodeURIComponent(typed)}`)).body).toContain(id)
  })

  it('knows each name once, under itself and each letter left out, however often it comes', async () => {
    for (let n = 0; n < 3; n++) await ledBy(adviser, 'Uzo', 'Onesample')
    const { rows } = await sql<{ part: string; key: string; slips: string[] }>`
      select k.part, k.name_key as key, array_agg(s.slip order by s.slip) as slips from known_name k
      join known_name_slip s on s.partnership_id = k.partnership_id and s.part = k.part and s.name_key = k.name_key
      where k.partnership_id = ${partnership.id} and k.name_key in ('uzo', 'onesample') group by 1, 2, k.id order by 1`.execute(
      test.owner,
    )
    expect(rows.map(({ part, key }) => [part, key])).toEqual([
      ['family', 'onesample'],
      ['given', 'uzo'],
    ])
    expect(rows[1]?.slips).toEqual(['uo', 'uz', 'uzo', 'zo'])
  })

  it('reads the same with and without somebody of that name whom the finder may not know (K8)', async () => {
    const id = await ledBy(adviser, 'Lilyharcourt', 'Zz')
    const found = async () => (await adviser.get('/find?q=lily+harcourt')).body.includes(id)
    expect(await found()).toBe(true)
    await ledBy(await partnership.colleague('universal-adviser'), 'Lily', 'Harcourt')
    expect(await found()).toBe(true)
  })

  it('that fits more than are shown says so, and how to see fewer', async () => {
    for (let n = 0; n < 55; n++)
      await ledBy(adviser, `Kit${'abcdefghijk'[n % 11]}${'abcde'[Math.floor(n / 11)]}`, 'Manysample')
    const { body } = await adviser.get('/find?q=manysample')
    expect(body).toContain('The 50 that fit best. Add a birth date or postcode to see fewer.')
    expect(body.match(/href="\/people\//g)?.length).toBeGreaterThanOrEqual(50)
  })
})

describe('A caseload that is filtered', () => {
  it('names each filter by its own words, beside a way to take it off', async () => {
    const { body } = await adviser.get('/caseload?due=none&level=none')
    const chips = [...body.matchAll(/<a class="cx-chip" href="([^"]*)">[\s\S]*?<\/span>([^<]*)/g)]
    expect(chips.map(([, href, text]) => [href?.replaceAll('&amp;', '&'), text?.trim()])).toEqual([
      ['/caseload?due=none', 'Support level not set'],
      ['/caseload?level=none', 'No next step'],
    ])
  })
})

describe('A caseload kept as a file', () => {
  it('opens in Excel with its accents, runs nothing, says who took it and when, and is on record with everyone in it', async () => {
    const owner = await partnership.colleague('universal-adviser', 'Siân Ŵyn-Example')
    const ids = [
      await ledBy(owner, 'Llŷr', '=HYPERLINK("https://nowhere.example")'),
      await ledBy(owner, 'Zoë', '@sample'),
    ]
    const file = await owner.get('/caseload.csv')
    expect(file.status).toBe(200)
    // The byte order mark first: without it Excel on Windows reads another alphabet.
    expect(file.body.startsWith('\uFEFF')).toBe(true)
    for (const words of ['Llŷr', 'Zoë', `"'=HYPERLINK(`, `"'@sample, Zoë"`]) expect(file.body).toContain(words)
    expect(file.body).not.toMatch(/(^|[,\n"])[=@+]/)
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="caseload-2026-11-23-0952-Sian-Wyn-Example.csv"',
    )
    const [event] = await eventsOf(test, { requestId: file.requestId })
    expect(event).toMatchObject({ action: 'caseload.downloaded', outcome: 'done', actor_id: owner.accountId })
    expect(new Set(event?.person_ids)).toEqual(new Set(ids))
  })

  it('is named safely whatever its owner is called', () => {
    expect(csvNameOf('caseload', '../“O’Sample”; x\n', house.clock.now())).toMatch(
      /^caseload-\d{4}-\d\d-\d\d-\d{4}-O-Sample-x\.csv$/,
    )
  })
})
