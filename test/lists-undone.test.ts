import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId } from '#ground/ids.ts'
import { send } from '#ground/jobs/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { cancelRun } from '#rooms/intake/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists, tablesHolding, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Address 1,Town,Year,Reg group,Mobile'

let partnership: TestPartnership
let officer: TestColleague
let adviser: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

function row(serial: number, given: string, family: string, more: { group?: string; place?: string } = {}) {
  return `${upn(serial)},${family},${given},04/09/2010,${more.place ?? 'HX1 1AA'},${serial} Sample Street,Halifax,11,${more.group ?? '11A'},`
}

async function people(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).orderBy('known_given').execute()
}

/** All that lists wrote about somebody and stands now, without versions and ids. */
async function standing(personId: string) {
  const of = (table: 'person_name' | 'person_address' | 'person_contact_detail' | 'person_identifier') =>
    test.owner
      .selectFrom(table)
      .selectAll()
      .where('person_id', '=', personId)
      .where('replaced_at', 'is', null)
      .execute()
  const enrolments = await test.owner
    .selectFrom('enrolment')
    .select(['organisation_id', 'course', 'year_group'])
    .where('person_id', '=', personId)
    .where('finished_on', 'is', null)
    .execute()
  const groups = await test.owner
    .selectFrom('access_member')
    .select('group_id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  return {
    names: await of('person_name'),
    addresses: await of('person_address'),
    contacts: await of('person_contact_detail'),
    numbers: await of('person_identifier'),
    enrolments,
    groups,
  }
}

describe('Undoing a list', () => {
  it('takes the people it brought out of every search, caseload and grant; history and audit stay', async () => {
    const school = await lists.partner(partnership, 'school')
    const run = await lists.take(
      officer,
      school,
      csv(HEADER, row(1, 'Aisha', 'Undosample'), row(2, 'Ben', 'Undosample')),
    )
    const [aisha] = await people('Undosample')
    await test.database.transaction(officer.acting(), tx =>
      assignLead(tx, (aisha?.id ?? '') as never, {
        accountId: adviser.accountId,
        isIntensive: false,
        reason: 'Made up',
      }),
    )
    expect((await adviser.get('/caseload')).body).toContain('Undosample')
    expect((await officer.get('/find?q=Undosample')).body).toContain(aisha?.id)

    const undone = await lists.undo(officer, run)
    expect(undone.state).toBe('undone')
    expect((await adviser.get('/caseload')).body).not.toContain('Undosample')
    expect((await officer.get('/find?q=Undosample')).body).not.toContain(aisha?.id)
    for (const who of [officer, adviser]) expect(await who.get(`/people/${aisha?.id}`)).toMatchObject({ status: 404 })
    const grants = await test.owner
      .selectFrom('access_grant')
      .selectAll()
      .where('person_id', '=', aisha?.id ?? '')
      .where('ended_at', 'is', null)
      .execute()
    expect(grants).toEqual([])
    expect((await standing(aisha?.id ?? '')).groups).toEqual([])
    expect(await people('Undosample')).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }])
    const names = await test.owner
      .selectFrom('person_name')
      .selectAll()
      .where('person_id', '=', aisha?.id ?? '')
      .execute()
    expect(names).toHaveLength(1)
    const events = (await eventsOf(test, { target: run.id })).map(e => e.action)
    expect(events).toEqual(expect.arrayContaining(['list.applied', 'list.undo-asked', 'list.undone']))
  })

  it('gives back what it replaced: name, address, group and place, and sent again it changes them again', async () => {
    const school = await lists.partner(partnership, 'school')
    const first = row(11, 'Cara', 'Backsample')
    await lists.take(officer, school, csv(HEADER, first))
    const [cara] = await people('Backsample')
    const before = await standing(cara?.id ?? '')
    const changed = csv(HEADER, row(11, 'Cara', 'Backexample', { place: 'HX2 2BB', group: '11C' }))
    const run = await lists.take(officer, school, changed)
    expect(run.counts).toMatchObject({ changed: 1 })
    expect(await people('Backexample')).toHaveLength(1)
    const after = await standing(cara?.id ?? '')

    await lists.undo(officer, run)
    expect(await standing(cara?.id ?? '')).toEqual(before)
    expect(await people('Backsample')).toMatchObject([{ id: cara?.id, state: 'active' }])

    const again = await lists.take(officer, school, changed)
    expect(again.counts).toMatchObject({ changed: 1, new: 0, same: 0 })
    expect((await standing(cara?.id ?? '')).enrolments).toEqual(after.enrolments)
    expect((await standing(cara?.id ?? '')).addresses).toMatchObject([{ postcode: 'HX2 2BB' }])
  })

  it('takes somebody known before off the roll it put them on, and leaves them where they were', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    await lists.take(officer, school, csv(HEADER, row(21, 'Dev', 'Rollsample')))
    const [dev] = await people('Rollsample')
    const before = await standing(dev?.id ?? '')
    const run = await lists.take(officer, college, csv(HEADER, row(21, 'Dev', 'Rollsample', { group: 'Plumbing' })))
    expect((await standing(dev?.id ?? '')).groups).toHaveLength(2)
    await lists.undo(officer, run)
    expect(await standing(dev?.id ?? '')).toEqual(before)
  })

  it('takes its questions back with it, and what was answered, and brings the missing back onto the list', async () => {
    const school = await lists.partner(partnership, 'school')
    const [leaver, stays] = [row(31, 'Ella', 'Askedsample'), row(32, 'Finn', 'Askedsample')]
    await lists.take(officer, school, csv(HEADER, leaver, stays))
    const [ella] = await people('Askedsample')
    const before = await standing(ella?.id ?? '')
    const run = await lists.take(officer, school, csv(HEADER, stays))
    const question = await test.owner
      .selectFrom('intake_question')
      .selectAll()
      .where('run_id', '=', run.id)
      .executeTakeFirst()
    await officer.post(`/questions/${question?.id}`, { answer: 'left' })
    await lists.undo(officer, run)
    expect(await standing(ella?.id ?? '')).toEqual(before)
    const again = await lists.take(officer, school, csv(HEADER, stays))
    expect(again.counts).toMatchObject({ missing: 1, same: 1 })
  })

  it('is asked once: a second asking finds it undone', async () => {
    const school = await lists.partner(partnership, 'school')
    const run = await lists.take(officer, school, csv(HEADER, row(41, 'Gita', 'Oncesample')))
    expect(await officer.post(`/lists/${run.id}/undo`)).toMatchObject({ status: 303 })
    await officer.post(`/lists/${run.id}/undo`)
    await lists.jobs.idle()
    expect((await lists.run(officer.acting(), run.id)).state).toBe('undone')
    expect((await eventsOf(test, { target: run.id })).filter(e => e.action === 'list.undone')).toHaveLength(1)
  })
})

describe('Undoing an older list when a newer one is about the same people', () => {
  it('is refused with which goes first, and everything stands; the newer first, then it can be', async () => {
    const school = await lists.partner(partnership, 'school')
    const [stays, leaves] = [row(71, 'Nia', 'Ordersample'), row(72, 'Olu', 'Ordersample')]
    const older = await lists.take(officer, school, csv(HEADER, stays, leaves))
    const [nia] = await people('Ordersample')
    const first = await standing(nia?.id ?? '')
    const newer = await lists.take(
      officer,
      school,
      csv(HEADER, row(71, 'Nia', 'Ordersample', { place: 'HX3 3CC' }), leaves),
    )
    const before = await standing(nia?.id ?? '')
    const page = await officer.get(`/lists/${older.id}`)
    expect(page.body).toContain('A newer list is about some of the same young people')
    expect(page.body).toContain(`/lists/${newer.id}`)
    expect(page.body).not.toContain(`/lists/${older.id}/undo`)
    expect(await officer.post(`/lists/${older.id}/undo`)).toMatchObject({ status: 303 })
    await lists.jobs.idle()
    expect((await lists.run(officer.acting(), older.id)).state).toBe('applied')
    expect(await standing(nia?.id ?? '')).toEqual(before)

    expect((await lists.undo(officer, newer)).state).toBe('undone')
    expect(await standing(nia?.id ?? '')).toEqual(first)
    expect((await officer.get(`/lists/${older.id}`)).body).toContain(`/lists/${older.id}/undo`)
    expect((await lists.undo(officer, older)).state).toBe('undone')
    expect(await people('Ordersample')).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }])
  })

  it('counts a newer list of another partner, one that only misses them, and not one about others', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const [one, two] = [row(81, 'Pat', 'Othersample'), row(82, 'Quin', 'Othersample')]
    const roll = await lists.take(officer, school, csv(HEADER, one))
    const others = await lists.take(officer, college, csv(HEADER, row(83, 'Rae', 'Elsesample')))
    expect((await officer.get(`/lists/${roll.id}`)).body).toContain(`/lists/${roll.id}/undo`)
    const link = await lists.take(officer, college, csv(HEADER, row(83, 'Rae', 'Elsesample'), one))
    expect((await officer.get(`/lists/${roll.id}`)).body).not.toContain(`/lists/${roll.id}/undo`)
    expect((await officer.get(`/lists/${others.id}`)).body).toContain(`/lists/${link.id}`)
    await lists.undo(officer, link)
    const without = await lists.take(officer, school, csv(HEADER, two))
    expect(without.counts.missing).toBe(1)
    expect((await officer.get(`/lists/${roll.id}`)).body).toContain(`/lists/${without.id}`)
  })

  it('is asked again when its turn comes: a list that was applied in between keeps it', async () => {
    const [school, college] = [await lists.partner(partnership, 'school'), await lists.partner(partnership, 'college')]
    const one = row(91, 'Sol', 'Turnsample')
    const older = await lists.take(officer, school, csv(HEADER, one))
    const newer = await lists.read(officer, college, csv(HEADER, one))
    // Both are asked for before either is done; the newer one is done first.
    await test.owner.updateTable('intake_run').set({ state: 'undoing' }).where('id', '=', older.id).execute()
    await lists.apply(officer, newer)
    await test.owner.updateTable('intake_run').set({ state: 'applied' }).where('id', '=', older.id).execute()
    await test.database.transaction(officer.acting(), async tx => {
      await test.owner.updateTable('intake_run').set({ state: 'undoing' }).where('id', '=', older.id).execute()
      await send(tx, house.intake.jobs.undoing, { run: older.id })
    })
    await lists.jobs.idle()
    const after = await lists.run(officer.acting(), older.id)
    expect(after).toMatchObject({ state: 'applied', appliedAt: older.appliedAt })
    expect((await eventsOf(test, { target: older.id })).map(e => e.action)).toContain('list.undo-refused')
    expect(await people('Turnsample')).toMatchObject([{ state: 'active' }])
  })
})

describe('A list on its way', () => {
  let school: OrganisationId
  beforeAll(async () => {
    school = await lists.partner(partnership, 'school')
  })

  it('cancelled before it is applied brings nobody, and nothing of its rows stays', async () => {
    const run = await lists.read(officer, school, csv(HEADER, row(51, 'Hugh', 'Cancelsample')))
    expect(run.state).toBe('ready')
    await test.database.transaction(officer.acting(), tx => cancelRun(tx, house.intake.folder, run))
    expect(await lists.apply(officer, await lists.run(officer.acting(), run.id))).toMatchObject({ state: 'cancelled' })
    expect(await people('Cancelsample')).toEqual([])
    expect(await tablesHolding(test, 'Cancelsample')).toEqual([])
  })

  it('cancelled while it is read stops there', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => row(1000 + n, 'Ines', `Stopsample${n}`))
    const run = await lists.send(officer, school, csv(HEADER, ...rows))
    expect(run.state).toBe('reading')
    expect(await officer.post(`/lists/${run.id}/cancel`)).toMatchObject({ status: 303 })
    await lists.jobs.idle()
    expect((await lists.run(officer.acting(), run.id)).state).toBe('cancelled')
    expect(await tablesHolding(test, 'Stopsample')).toEqual([])
  })

  it('is not applied when whoever asked for it may not any more', async () => {
    const other = await partnership.colleague('data-officer', 'Jan Testcase')
    const run = await lists.read(other, school, csv(HEADER, row(61, 'Kit', 'Rightsample')))
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', other.accountId).execute()
    expect(await lists.apply(other, run)).toMatchObject({ state: 'failed' })
    expect(await people('Rightsample')).toEqual([])
    const mover = await partnership.colleague('data-officer', 'Lou Testcase')
    const second = await lists.read(mover, school, csv(HEADER, row(62, 'Max', 'Rightsample')))
    await test.owner
      .updateTable('membership')
      .set({ role: 'universal-adviser' })
      .where('id', '=', mover.membershipId)
      .execute()
    expect(await lists.apply(mover, second)).toMatchObject({ state: 'failed' })
    expect(await people('Rightsample')).toEqual([])
  })
})
