/** Lists as a browser sends them, good and bad: every one is answered in words, and a bad one brings nobody. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Address 1,Town,Year,Reg group'

let partnership: TestPartnership
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

const row = (number: string, family: string, given: string, born: string, street = '1 Sample Street') =>
  `${number},${family},${given},${born},HX1 1AA,${street},Halifax,11,11A`

async function people(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).orderBy('known_given').execute()
}

/** Sends a list, confirms its columns as the page shows them, lets it be read, and gives its page. */
async function send(list: string | Uint8Array, kind: Parameters<typeof lists.partner>[1] = 'school') {
  const partner = await lists.partner(partnership, kind)
  const sent = await lists.upload(officer, partner, 'made-up.csv', list)
  expect(sent.status).toBe(303)
  const address = sent.to ?? ''
  const page = await officer.get(address)
  if (!page.body.includes('What is in each column?')) return { address, page: page.body }
  const columns = [...page.body.matchAll(/name="(column-\d+)">(.*?)<\/select>/gs)].map(
    ([, name, options]) => [name ?? '', /<option value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? ''] as const,
  )
  expect((await lists.postFields(officer, `${address}/columns`, columns)).status).toBe(303)
  await lists.jobs.idle()
  return { address, page: (await officer.get(address)).body }
}

describe('A list that will not do', () => {
  it('larger than may be sent is told so at the field, and nothing of it is kept', async () => {
    const partner = await lists.partner(partnership, 'school')
    const before = await test.owner.selectFrom('intake_run').select('id').execute()
    const sent = await lists.upload(officer, partner, 'huge.csv', Buffer.alloc(1_048_577, 'a,b\r\n'))
    expect(sent.status).toBe(422)
    expect(summaryOf(sent.body)[0]).toMatch(/^#file .*too large/i)
    expect(await test.owner.selectFrom('intake_run').select('id').execute()).toEqual(before)
  })

  const wide = Array.from({ length: 10_000 }, (_, i) => `Column ${i}`).join(',')
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /The file is empty|empty/i],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), /not (a )?text|CSV/i],
    ['10,000 columns wide', `${wide}\r\n`, /columns/i],
    [
      'with its header twice in one line',
      csv(`${HEADER},Surname`, `${row('', 'Doublesample', 'Abe', '04/09/2010')},X`),
      /Surname/,
    ],
    ['a header and no rows', `${HEADER}\r\n`, /no rows|empty|rows/i],
  ])('%s goes back with a sentence', async (_words, list, words) => {
    const { page } = await send(list)
    expect(page).toContain('This list was sent back')
    expect(page).toMatch(words)
  })
})

describe('A list with rows that will not do', () => {
  it.each<[string, string, RegExp, number]>([
    ['its header in the middle again', csv(HEADER, row(upn(1), 'Headsample', 'Abe', '04/09/2010'), HEADER), /DOB/, 1],
    [
      'control characters in a name',
      csv(
        HEADER,
        row(upn(2), 'Con\u0001trol\u0007sample', 'Bea', '04/09/2010'),
        row(upn(3), 'Goodsample', 'Cai', '04/09/2010'),
      ),
      /Goodsample/,
      1,
    ],
    [
      'the year 0202',
      csv(HEADER, row(upn(4), 'Yearsample', 'Dee', '04/09/0202'), row(upn(5), 'Lastsample', 'Eli', '14/07/2010')),
      /0202/,
      1,
    ],
  ])('%s: the row is told, and the others can go in', async (_words, list, told, good) => {
    const { address, page } = await send(list)
    expect(page).toMatch(told)
    expect(page).toContain('Apply')
    expect(page).not.toMatch(/[\u0001\u0007]/)
    await officer.post(`${address}/apply`)
    await lists.jobs.idle()
    const run = await lists.run(officer.acting(), address.replace('/lists/', '') as never)
    expect(run.state).toBe('applied')
    expect(run.counts.new).toBeGreaterThanOrEqual(good)
  })

  it('a formula is taken as text, told as harmless, and never handed on as one', async () => {
    const list = csv(
      HEADER,
      row(upn(6), 'Sumsample', 'Flo', '24/03/2010', '=1+1'),
      row(upn(7), 'Sumsample', 'Gus', '31/02/2010', '=HYPERLINK(A1)'),
    )
    const { address, page } = await send(list)
    expect(page).toContain('31/02/2010')
    const file = await officer.get(`${address}/to-mend.csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    for (const cell of file.body.split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?[=+@]/)
  })

  it('two people with one UPN, and one person twice, are questions for a person', async () => {
    const list = csv(
      HEADER,
      row(upn(8), 'Pairsample', 'Abe', '23/10/2010'),
      row(upn(8), 'Pairsample', 'Zoe', '11/02/2009'),
      row('', 'Samesample', 'Kim', '05/05/2010'),
      row('', 'Samesample', 'Kim', '05/05/2010'),
    )
    const { address } = await send(list)
    const page = (await officer.get(`${address}?show=question`)).body
    expect(page).toContain('On this list more than once, or one UPN on two people')
    expect(page).toContain('Pairsample, Zoe')
    await officer.post(`${address}/apply`)
    await lists.jobs.idle()
    expect(await people('Pairsample')).toMatchObject([{ known_given: 'Abe' }])
    expect(await people('Samesample')).toHaveLength(1)
    expect((await officer.get('/questions')).body).toContain('Pairsample, Zoe')
  })
})
