import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { countTables, csv, openLists, tablesHolding, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,Date of birth,Postcode,Address 1,Town,Year,Reg group'

let partnership: TestPartnership
let officer: TestColleague
let school: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  school = await lists.partner(partnership, 'school')
})

/** A row of a roll; the serial makes name, number and house its own. */
function row(
  serial: number,
  given: string,
  family: string,
  born: string,
  more: { group?: string; place?: string } = {},
) {
  return `${upn(serial)},${family},${given},${born},${more.place ?? 'HX1 1AA'},${serial} Sample Street,Halifax,11,${more.group ?? '11A'}`
}

async function people(family: string) {
  return test.owner
    .selectFrom('person')
    .selectAll()
    .where('partnership_id', '=', partnership.id)
    .where('known_family', '=', family)
    .orderBy('known_given')
    .execute()
}

async function current(table: 'person_address' | 'person_name', personId: string) {
  return test.owner
    .selectFrom(table)
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .execute()
}

async function enrolments(personId: string) {
  return test.owner
    .selectFrom('enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('started_on')
    .execute()
}

async function onRoll(personId: string) {
  return test.owner
    .selectFrom('access_member')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

async function questionsOf(runId: string) {
  return test.owner
    .selectFrom('intake_question')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('row_number')
    .execute()
}

describe('A school roll', () => {
  it('brings new people with name, birth date, address, number, place on the roll, and one event naming them', async () => {
    const run = await lists.take(
      officer,
      school,
      csv(HEADER, row(1, 'Aisha', 'Rollsample', '03/09/2010'), row(2, 'Ben', 'Rollsample', '29/02/2012')),
    )
    expect(run).toMatchObject({ state: 'applied', counts: { new: 2, changed: 0, question: 0, fault: 0 } })
    const found = await people('Rollsample')
    expect(found.map(p => [p.known_given, p.born_on])).toEqual([
      ['Aisha', '2010-09-03'],
      ['Ben', '2012-02-29'],
    ])
    for (const person of found) {
      expect(await current('person_address', person.id)).toHaveLength(1)
      expect(await enrolments(person.id)).toMatchObject([{ organisation_id: school, course: '11A', finished_on: null }])
      expect(await onRoll(person.id)).toMatchObject([{ group_id: school }])
    }
    const events = await eventsOf(test, { target: run.id })
    const applied = events.find(e => e.action === 'list.applied')
    expect(applied?.person_ids?.toSorted()).toEqual(found.map(p => p.id).toSorted())
  })
})

describe('A list that is sent again', () => {
  let partner: OrganisationId
  beforeAll(async () => {
    partner = await lists.partner(partnership, 'school')
  })

  it('the very same changes no row of any table but the run, its events and the notice of its end', async () => {
    const list = csv(HEADER, row(21, 'Ella', 'Samesample', '04/09/2010'), row(22, 'Finn', 'Samesample', '05/10/2010'))
    await lists.take(officer, partner, list)
    const before = await countTables(test)
    const run = await lists.take(officer, partner, list)
    expect(run.counts).toMatchObject({ new: 0, changed: 0, same: 2, missing: 0, question: 0 })
    const after = await countTables(test)
    const moved = Object.keys(after).filter(table => after[table] !== before[table])
    expect(moved.filter(table => !/^(audit_|intake_run|intake_row|job_progress|notice|outbox)/.test(table))).toEqual([])
  })

  it('changed changes only what changed', async () => {
    const own = await lists.partner(partnership, 'school')
    const first = [row(31, 'Gita', 'Movedsample', '04/09/2010'), row(32, 'Hugh', 'Movedsample', '05/10/2010')]
    await lists.take(officer, own, csv(HEADER, ...first))
    const [gita, hugh] = await people('Movedsample')
    const moved = row(31, 'Gita', 'Movedsample', '04/09/2010', { place: 'HX2 2BB', group: '11C' })
    const run = await lists.take(officer, own, csv(HEADER, moved, first[1] ?? ''))
    expect(run.counts).toMatchObject({ new: 0, changed: 1, same: 1 })
    expect(await current('person_address', gita?.id ?? '')).toMatchObject([{ postcode: 'HX2 2BB' }])
    expect(await enrolments(gita?.id ?? '')).toMatchObject([{ course: '11C' }])
    expect(await current('person_name', gita?.id ?? '')).toHaveLength(1)
    expect((await people('Movedsample')).find(p => p.id === hugh?.id)).toEqual(hugh)
    const history = await test.owner
      .selectFrom('person_address')
      .select(['postcode', 'replaced_at'])
      .where('person_id', '=', gita?.id ?? '')
      .orderBy('recorded_at')
      .execute()
    expect(history.map(a => [a.postcode, a.replaced_at !== null])).toEqual([
      ['HX1 1AA', true],
      ['HX2 2BB', false],
    ])
  })

  it('with an older address of a second partner does not flip a newer one back', async () => {
    const [first, second] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const old = row(41, 'Ines', 'Flipsample', '04/09/2010')
    await lists.take(officer, first, csv(HEADER, old))
    await lists.take(officer, second, csv(HEADER, old))
    await lists.take(officer, first, csv(HEADER, row(41, 'Ines', 'Flipsample', '04/09/2010', { place: 'HX3 3DD' })))
    const [ines] = await people('Flipsample')
    expect(await current('person_address', ines?.id ?? '')).toMatchObject([{ postcode: 'HX3 3DD' }])
    const run = await lists.take(officer, second, csv(HEADER, old))
    expect(run.counts).toMatchObject({ changed: 0, same: 1 })
    expect(await current('person_address', ines?.id ?? '')).toMatchObject([{ postcode: 'HX3 3DD' }])
  })
})

describe('Somebody who is on the list no more', () => {
  it('becomes a question, not a deletion; of compulsory age the named officer is told the same day', async () => {
    const named = await partnership.colleague('tracking-officer', 'Lena Testcase')
    const own = await lists.partner(partnership, 'school', { missingOfficerId: named.accountId })
    const young = row(51, 'Jan', 'Gonesample', '04/09/2011')
    const older = row(52, 'Kit', 'Gonesample', '04/09/2008')
    const stays = row(53, 'Lou', 'Gonesample', '05/09/2011')
    await lists.take(officer, own, csv(HEADER, young, older, stays))
    const run = await lists.take(officer, own, csv(HEADER, stays))
    expect(run).toMatchObject({ state: 'applied', counts: { missing: 2, same: 1 } })
    const [jan, kit] = await people('Gonesample')
    const asked = await questionsOf(run.id)
    expect(asked.map(q => q.kind)).toEqual(['gone', 'gone'])
    expect(new Set(asked.map(q => q.person_ids[0]))).toEqual(new Set([jan?.id, kit?.id]))
    expect(await people('Gonesample')).toMatchObject([{ state: 'active' }, { state: 'active' }, { state: 'active' }])
    expect(await enrolments(jan?.id ?? '')).toMatchObject([{ finished_on: null }])
    const told = await test.owner.selectFrom('notice').selectAll().where('account_id', '=', named.accountId).execute()
    expect(told.map(n => [n.kind, n.person_id])).toEqual([['missing.compulsory-age', jan?.id]])
  })

  it('and has left, by the answer, ends there and is off the partner’s roll at once', async () => {
    const own = await lists.partner(partnership, 'school')
    const [leaver, stays] = [row(61, 'Max', 'Leftsample', '04/09/2011'), row(62, 'Ned', 'Leftsample', '05/09/2011')]
    await lists.take(officer, own, csv(HEADER, leaver, stays))
    const run = await lists.take(officer, own, csv(HEADER, stays))
    const [question] = await questionsOf(run.id)
    const path = `/questions/${question?.id}`
    expect(await officer.post(path, { answer: 'left' })).toMatchObject({ status: 303 })
    const [max] = await people('Leftsample')
    expect((await enrolments(max?.id ?? ''))[0]?.finished_on).not.toBeNull()
    expect(await onRoll(max?.id ?? '')).toEqual([])
    expect(await officer.post(path, { answer: 'still-here' })).toMatchObject({ status: 404 })
    // What they were on a roll stays: another list with them brings them back.
    await lists.take(officer, own, csv(HEADER, leaver, stays))
    expect(await onRoll(max?.id ?? '')).toHaveLength(1)
  })

  it('is not missed by another list of the same partner', async () => {
    const own = await lists.partner(partnership, 'school')
    await lists.take(
      officer,
      own,
      csv(HEADER, row(71, 'Oli', 'Othersample', '04/09/2011'), row(72, 'Pia', 'Othersample', '05/09/2011')),
    )
    const run = await lists.take(
      officer,
      own,
      csv('UPN,Surname,Forename,DOB,Attendance %', `${upn(71)},Othersample,Oli,04/09/2011,91`),
    )
    expect(run).toMatchObject({ state: 'applied', counts: { missing: 0, new: 0 } })
    expect(await questionsOf(run.id)).toEqual([])
    expect(await people('Othersample')).toHaveLength(2)
  })

  it('is not missed where their row only has to be mended', async () => {
    const own = await lists.partner(partnership, 'school')
    const stays = row(76, 'Quin', 'Mendsample', '05/09/2011')
    await lists.take(officer, own, csv(HEADER, row(75, 'Pat', 'Mendsample', '04/09/2011'), stays))
    const run = await lists.take(officer, own, csv(HEADER, row(75, 'Pat', 'Mendsample', '31/02/2011'), stays))
    expect(run).toMatchObject({ counts: { fault: 1, same: 1, missing: 0 } })
    expect(await questionsOf(run.id)).toEqual([])
  })
})

describe('Who a row is', () => {
  it('twins stay two', async () => {
    const own = await lists.partner(partnership, 'school')
    const run = await lists.take(
      officer,
      own,
      csv(HEADER, row(81, 'Rosa', 'Twinsample', '04/09/2011'), row(82, 'Rory', 'Twinsample', '04/09/2011')),
    )
    expect(run.counts).toMatchObject({ new: 2, question: 0 })
    expect(await people('Twinsample')).toHaveLength(2)
  })

  it('one UPN on two people is a question', async () => {
    const own = await lists.partner(partnership, 'school')
    const run = await lists.take(
      officer,
      own,
      csv(HEADER, row(91, 'Sam', 'Clashsample', '04/09/2011'), row(91, 'Tess', 'Clashexample', '05/06/2012')),
    )
    expect(run.counts).toMatchObject({ new: 1, question: 1 })
    expect(await questionsOf(run.id)).toMatchObject([{ kind: 'who', state: 'open', row_number: 3 }])
    expect(await people('Clashexample')).toEqual([])
  })

  it('one person twice in a file is a question; answered with this person it is one, and stays one', async () => {
    const own = await lists.partner(partnership, 'school')
    const once = `,Doublesample,Uma,04/09/2011,HX1 1AA,1 Sample Street,Halifax,11,11A`
    const list = csv(HEADER, once, once)
    const run = await lists.take(officer, own, list)
    expect(run.counts).toMatchObject({ new: 1, question: 1 })
    const [uma] = await people('Doublesample')
    const [question] = await questionsOf(run.id)
    const shown = await officer.get(`/questions/${question?.id}`)
    expect(shown.body).toContain(`this-person:${uma?.id}`)
    expect(await officer.post(`/questions/${question?.id}`, { answer: `this-person:${uma?.id}` })).toMatchObject({
      status: 303,
    })
    expect(await people('Doublesample')).toHaveLength(1)
  })

  it('near somebody on record is a question, and its answer applies the row', async () => {
    const [own, other] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    await lists.take(officer, own, csv(HEADER, row(101, 'Vera', 'Nearsample', '04/09/2010')))
    const [vera] = await people('Nearsample')
    const header = 'Surname,Forename,Date of birth,Postcode,Course'
    const run = await lists.take(officer, other, csv(header, 'Nearsampel,Vera,04/09/2010,HX1 1AA,Bricklaying'))
    expect(run.counts).toMatchObject({ question: 1, new: 0 })
    const [question] = await questionsOf(run.id)
    expect(question?.person_ids).toEqual([vera?.id])
    const path = `/questions/${question?.id}`
    expect(await officer.post(path, { answer: `this-person:${officer.accountId}` })).toMatchObject({ status: 422 })
    expect(await enrolments(vera?.id ?? '')).toHaveLength(1)
    expect(await officer.post(path, { answer: `this-person:${vera?.id}` })).toMatchObject({ status: 303 })
    expect((await enrolments(vera?.id ?? '')).map(e => e.course).toSorted()).toEqual(['11A', 'Bricklaying'])
    expect(await officer.post(path, { answer: 'new-person' })).toMatchObject({ status: 404 })
    expect(await people('Nearsampel')).toEqual([])
    const again = await lists.take(officer, other, csv(header, 'Nearsampel,Vera,04/09/2010,HX1 1AA,Bricklaying'))
    expect(again.counts).toMatchObject({ question: 0, same: 1 })
  })

  it('answered as somebody new, it is somebody new, and both keep their own rows', async () => {
    const own = await lists.partner(partnership, 'school')
    await lists.take(officer, own, csv(HEADER, row(111, 'Will', 'Newsample', '04/09/2010')))
    const other = await lists.partner(partnership, 'college')
    const header = 'Surname,Forename,Date of birth,Postcode,Course'
    const run = await lists.take(officer, other, csv(header, 'Newsample,Wil,04/09/2010,HX1 1AA,Plumbing'))
    const [question] = await questionsOf(run.id)
    await officer.post(`/questions/${question?.id}`, { answer: 'new-person' })
    expect((await people('Newsample')).map(p => p.known_given)).toEqual(['Wil', 'Will'])
    const again = await lists.take(officer, other, csv(header, 'Newsample,Wil,04/09/2010,HX1 1AA,Plumbing'))
    expect(again.counts).toMatchObject({ question: 0, same: 1, new: 0 })
  })
})

describe('What is not kept', () => {
  it('of a row under objection anything but name, birth date and address', async () => {
    const own = await lists.partner(partnership, 'school')
    const header = 'Surname,Forename,DOB,Postcode,Address 1,Mobile,Email,Course,S72 objection'
    await lists.take(
      officer,
      own,
      csv(
        header,
        'Objectsample,Xan,04/09/2010,HX1 1AA,7 Sample Street,07700900123,xan.kept@sample.example,Secretcourse,Y',
      ),
    )
    const [xan] = await people('Objectsample')
    expect(await current('person_address', xan?.id ?? '')).toHaveLength(1)
    expect(await enrolments(xan?.id ?? '')).toEqual([])
    expect(await onRoll(xan?.id ?? '')).toEqual([])
    expect(await tablesHolding(test, '07700900123')).toEqual([])
    expect(await tablesHolding(test, 'xan.kept')).toEqual([])
    expect(await tablesHolding(test, 'Secretcourse')).toEqual([])
  })

  it('a row of somebody under age: nowhere in the database', async () => {
    const own = await lists.partner(partnership, 'school')
    const run = await lists.take(officer, own, csv(HEADER, row(121, 'Yolanthe', 'Kleinsample', '04/09/2016')))
    expect(run.counts).toMatchObject({ notKept: 1, new: 0 })
    expect(await tablesHolding(test, 'Kleinsample')).toEqual([])
    expect(await tablesHolding(test, 'Yolanthe')).toEqual([])
  })

  it('a UPN from a training provider', async () => {
    const own = await lists.partner(partnership, 'training-provider')
    const run = await lists.take(officer, own, csv(HEADER, row(131, 'Zed', 'Trainsample', '04/09/2009')))
    expect(run).toMatchObject({ state: 'applied', counts: { new: 1 } })
    expect(run.leftOut).toContain('UPN')
    expect(await people('Trainsample')).toHaveLength(1)
    expect(await tablesHolding(test, upn(131))).toEqual([])
  })

  it('a column outside the agreement, not even as a sample', async () => {
    const own = await lists.partner(partnership, 'college', { fields: ['family', 'given', 'birth-date', 'postcode'] })
    const header = 'Surname,Forename,DOB,Postcode,Ethnicity,Course'
    const list = csv(header, 'Outsample,Abe,04/09/2009,HX1 1AA,WBRI,Zeppelinsteering')
    const run = await lists.take(officer, own, list)
    expect(run).toMatchObject({ state: 'applied', leftOut: ['Ethnicity', 'Course'] })
    expect(await tablesHolding(test, 'Zeppelinsteering')).toEqual([])
  })
})
