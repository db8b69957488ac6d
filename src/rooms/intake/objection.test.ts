import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, givenOf, openLists, tablesHolding, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Mobile,Course,Section 72 objection'

let partnership: TestPartnership
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
})

const row = (serial: number, family: string, born: string, objects: 'Y' | 'N', mobile: string) =>
  `${upn(serial)},${family},${givenOf(serial)},${born},HX1 1AA,${mobile},Sampling,${objects}`

async function personOf(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).executeTakeFirstOrThrow()
}

/** What stands of an objection now: the value, who said it, as of when. */
async function objectionOf(personId: string) {
  return test.owner
    .selectFrom('person_detail')
    .select(['value', 'source_kind', 'said_on'])
    .where('person_id', '=', personId)
    .where('field', '=', 'objection')
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
}

async function asked(personId: string) {
  const all = await test.owner.selectFrom('intake_question').selectAll().where('kind', '=', 'objection').execute()
  return all.filter(q => q.person_ids.includes(personId))
}

/** Days go by; whoever was signed in signs in anew. */
async function pass(days: number): Promise<void> {
  house.clock.advance(days * 24 * 3_600_000)
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
}

const turn = () => turnOf(test, house)

describe('An objection a list brings', () => {
  it('stands on the record with who said so, holds the row to name, birth date and address, and under 16 a list lifts it', async () => {
    const college = await lists.partner(partnership, 'college')
    await lists.take(officer, college, csv(HEADER, row(1, 'Youngsample', '04/09/2011', 'Y', '07700900101')))
    const person = await personOf('Youngsample')
    expect(await objectionOf(person.id)).toMatchObject({ value: 'on-list', source_kind: 'partner-list' })
    expect(await tablesHolding(test, '07700900101')).toEqual([])
    expect((await officer.get(`/people/${person.id}/details`)).body).toContain(
      'A list says that they or a parent object',
    )
    await turn()
    expect(await asked(person.id)).toEqual([])
    await lists.take(officer, college, csv(HEADER, row(1, 'Youngsample', '04/09/2011', 'N', '07700900101')))
    expect(await objectionOf(person.id)).toMatchObject({ value: 'withdrawn' })
    expect(await tablesHolding(test, '07700900101')).toContain('app.person_contact_detail')
  })
})

describe('At 16', () => {
  const born = '24/11/2010'
  const family = 'Sixteensample'
  let college: Awaited<ReturnType<typeof lists.partner>>
  let personId: string

  it('nothing is asked the day before the birthday; on the day the question is there, once, for the data officer', async () => {
    college = await lists.partner(partnership, 'college')
    await lists.take(officer, college, csv(HEADER, row(11, family, born, 'Y', '07700900111')))
    personId = (await personOf(family)).id
    await turn()
    expect(await asked(personId)).toEqual([])
    await pass(1)
    await turn()
    await turn()
    const [question, ...more] = await asked(personId)
    expect(more).toEqual([])
    expect(question).toMatchObject({ state: 'open', run_id: null })
    expect((await officer.get('/questions')).body).toContain('Does the objection still stand?')
    const page = await officer.get(`/questions/${question?.id}`)
    expect(page.body).toContain(`Ask ${givenOf(11)} Sixteensample, and not a parent, whether they object`)
    expect((await eventsOf(test, { target: question?.id ?? '' })).map(e => [e.action, e.actor_kind])).toContainEqual([
      'question.asked',
      'clock',
    ])
    const adviser = await partnership.colleague('universal-adviser')
    expect((await adviser.get(`/questions/${question?.id}`)).status).toBe(404)
  })

  it('until it is answered the objection stands, also where the list flags it no more', async () => {
    const run = await lists.take(officer, college, csv(HEADER, row(11, family, born, 'N', '07700900111')))
    expect(run.counts).toMatchObject({ new: 0, question: 0, missing: 0 })
    expect(await objectionOf(personId)).toMatchObject({ value: 'on-list' })
    expect(await tablesHolding(test, '07700900111')).toEqual([])
    expect(await tablesHolding(test, upn(11))).toEqual([])
  })

  it('the answer says whether, when and who said it: bad ones are told at the field', async () => {
    const path = `/questions/${(await asked(personId))[0]?.id}`
    const empty = await officer.post(path, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      ['#objects Select whether they object', '#on-day Enter the day they said so', '#by Enter who said it'],
    ])
    const answer = (year: string, day: string) => ({
      objects: 'yes',
      'on-day': day,
      'on-month': '11',
      'on-year': year,
      by: 'Themself, on the phone to Owen Testcase',
    })
    expect(summaryOf((await officer.post(path, answer('2026', '23'))).body)).toEqual([
      '#on-day They were not 16 then. Enter a day from their 16th birthday on',
    ])
    expect(summaryOf((await officer.post(path, answer('2026', '25'))).body)).toEqual([
      '#on-day The day must be today or before',
    ])
    expect(await officer.post(path, answer('2026', '24'))).toMatchObject({ status: 303, to: '/questions' })
    expect(await asked(personId)).toMatchObject([
      {
        state: 'answered',
        answer: 'own-objection',
        said_on: '2026-11-24',
        said_by: 'Themself, on the phone to Owen Testcase',
        answered_by: officer.accountId,
      },
    ])
    expect(await objectionOf(personId)).toEqual({ value: 'own', source_kind: 'young-person', said_on: '2026-11-24' })
    expect((await officer.get(path)).status).toBe(404)
  })

  it('from then it is theirs: no list lifts it, and nothing more than name, birth date and address is taken', async () => {
    const other = await lists.partner(partnership, 'training-provider')
    const flagged = await lists.take(officer, college, csv(HEADER, row(11, family, born, 'N', '07700900111')))
    expect(flagged.counts).toMatchObject({ same: 1 })
    await lists.take(
      officer,
      other,
      csv('Surname,Forename,DOB,Postcode,Mobile', `${family},${givenOf(11)},${born},HX1 1AA,07700900112`),
    )
    expect(await tablesHolding(test, '07700900111')).toEqual([])
    expect(await tablesHolding(test, '07700900112')).toEqual([])
    await pass(300)
    await turn()
    expect(await asked(personId)).toHaveLength(1)
  })

  it('withdrawn, what the list says goes in as of anybody', async () => {
    const own = await lists.partner(partnership, 'college')
    await lists.take(officer, own, csv(HEADER, row(21, 'Liftedsample', '04/09/2010', 'Y', '07700900121')))
    const person = await personOf('Liftedsample')
    await turn()
    const [question] = await asked(person.id)
    const today = house.clock.today()
    const answered = await officer.post(`/questions/${question?.id}`, {
      objects: 'no',
      'on-day': today.slice(8),
      'on-month': today.slice(5, 7),
      'on-year': today.slice(0, 4),
      by: 'Themself, at the college',
    })
    expect(answered.status).toBe(303)
    expect(await objectionOf(person.id)).toMatchObject({ value: 'withdrawn', source_kind: 'young-person' })
    const stillFlagged = await lists.take(
      officer,
      own,
      csv(HEADER, row(21, 'Liftedsample', '04/09/2010', 'Y', '07700900121')),
    )
    expect(stillFlagged.counts).toMatchObject({ same: 1 })
    expect(await objectionOf(person.id)).toMatchObject({ value: 'withdrawn' })
    await lists.take(officer, own, csv(HEADER, row(21, 'Liftedsample', '04/09/2010', 'N', '07700900121')))
    expect(await tablesHolding(test, '07700900121')).toContain('app.person_contact_detail')
  })

  it('of a restricted record nothing is asked, and what was asked before is not shown to be there (K4, K8)', async () => {
    const own = await lists.partner(partnership, 'college')
    await lists.take(
      officer,
      own,
      csv(HEADER, row(31, 'Shutsample', '14/05/2010', 'Y', ''), row(32, 'Closedsample', '15/06/2009', 'Y', '')),
    )
    const [shut, closed] = [await personOf('Shutsample'), await personOf('Closedsample')]
    const restrict = (id: string) =>
      house.command(partnership.id, tx => setBarrier(tx, id as PersonId, { holderId: null, reason: 'A test' }))
    await restrict(shut.id)
    await turn()
    expect(await asked(shut.id)).toEqual([])
    const [before] = await asked(closed.id)
    expect((await officer.get(`/questions/${before?.id}`)).status).toBe(200)
    await restrict(closed.id)
    expect((await officer.get(`/questions/${before?.id}`)).status).toBe(404)
    expect((await officer.get('/questions')).body).not.toContain(String(before?.id))
  })
})
