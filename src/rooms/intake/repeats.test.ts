import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Address 1,Town,Year,Reg group'

let partnership: TestPartnership
let officer: TestColleague
let school: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

function row(
  number: string,
  given: string,
  family: string,
  born: string,
  more: { place?: string; group?: string } = {},
) {
  return `${number},${family},${given},${born},${more.place ?? 'HX1 1AA'},1 Sample Street,Halifax,11,${more.group ?? '11A'}`
}

async function people(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).orderBy('known_given').execute()
}

/** Answers every open question of a run the same way. */
async function answerAll(runId: string, answer: () => string): Promise<number> {
  const open = await test.owner
    .selectFrom('intake_question')
    .selectAll()
    .where('run_id', '=', runId)
    .where('state', '=', 'open')
    .execute()
  for (const question of open)
    expect(await officer.post(`/questions/${question.id}`, { answer: answer() })).toMatchObject({ status: 303 })
  return open.length
}

describe('A row that stands in its list beside one like it', () => {
  beforeAll(async () => {
    school = await lists.partner(partnership, 'school')
  })

  it.each<[string, string[], string]>([
    [
      'two people with one UPN',
      [row(upn(1), 'Abe', 'Sharesample', '04/09/2010'), row(upn(1), 'Zoe', 'Sharesample', '11/02/2009')],
      'Sharesample',
    ],
    [
      'two of one name, birth date and postcode without a number',
      [
        row('', 'Mia', 'Twicesample', '04/09/2010', { group: '11A' }),
        row('', 'Mia', 'Twicesample', '04/09/2010', { group: '11B' }),
      ],
      'Twicesample',
    ],
    [
      'two of one name and birth date at two postcodes',
      [row('', 'Noa', 'Homesample', '04/09/2010'), row('', 'Noa', 'Homesample', '04/09/2010', { place: 'HX2 2BB' })],
      'Homesample',
    ],
    [
      'one name, birth date and postcode with two numbers',
      [row(upn(2), 'Ola', 'Numbersample', '04/09/2010'), row(upn(3), 'Ola', 'Numbersample', '04/09/2010')],
      'Numbersample',
    ],
  ])(
    '%s: answered "somebody new" it is not asked again, in this order or the other, and nobody is mixed up',
    async (_words, rows, family) => {
      const own = await lists.partner(partnership, 'school')
      const first = await lists.take(officer, own, csv(HEADER, ...rows))
      expect(first.counts).toMatchObject({ new: 1, question: 1 })
      expect(await answerAll(first.id, () => 'new-person')).toBe(1)
      const both = await people(family)
      expect(both).toHaveLength(2)

      const again = await lists.take(officer, own, csv(HEADER, ...rows))
      expect(again.counts).toMatchObject({ same: 2, new: 0, changed: 0, question: 0, missing: 0 })
      const turned = await lists.take(officer, own, csv(HEADER, ...rows.toReversed()))
      expect(turned.counts).toMatchObject({ new: 0, question: 0, missing: 0 })
      expect((await people(family)).map(p => [p.id, p.known_given, p.born_on])).toEqual(
        both.map(p => [p.id, p.known_given, p.born_on]),
      )
      const fewer = await lists.take(officer, own, csv(HEADER, rows[1] ?? ''))
      expect(fewer.counts).toMatchObject({ new: 0, question: 0, missing: 1 })
    },
  )

  it('answered "this person" it is not asked again either', async () => {
    const rows = [row('', 'Pia', 'Onesample', '17/03/2011'), row('', 'Pia', 'Onesample', '17/03/2011')]
    const first = await lists.take(officer, school, csv(HEADER, ...rows))
    const [pia] = await people('Onesample')
    expect(await answerAll(first.id, () => `this-person:${pia?.id}`)).toBe(1)
    expect(await people('Onesample')).toHaveLength(1)
    const again = await lists.take(officer, school, csv(HEADER, ...rows))
    expect(again.counts).toMatchObject({ same: 2, question: 0 })
  })

  it('left open it is asked again: nobody decided it', async () => {
    const own = await lists.partner(partnership, 'school')
    const rows = [row('', 'Rio', 'Opensample', '04/09/2010'), row('', 'Rio', 'Opensample', '04/09/2010')]
    await lists.take(officer, own, csv(HEADER, ...rows))
    const again = await lists.take(officer, own, csv(HEADER, ...rows))
    expect(again.counts).toMatchObject({ same: 1, question: 1 })
  })

  it('a number that comes with another name and another birth date is nobody known: it is asked', async () => {
    const own = await lists.partner(partnership, 'school')
    await lists.take(officer, own, csv(HEADER, row(upn(9), 'Sam', 'Reusedsample', '04/09/2010')))
    const [sam] = await people('Reusedsample')
    const run = await lists.take(officer, own, csv(HEADER, row(upn(9), 'Tia', 'Reusedsample', '11/02/2009')))
    expect(run.counts).toMatchObject({ question: 1, changed: 0, new: 0 })
    expect(await people('Reusedsample')).toMatchObject([{ id: sam?.id, known_given: 'Sam' }])
  })
})
