/** Stopping a list while it applies: what went in is taken back, and nothing of it is left anywhere but in history and audit. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId } from '#ground/ids.ts'
import { type Jobs, startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
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
  school = await lists.partner(partnership, 'school')
})

function row(serial: number, given: string, family: string, place = 'HX1 1AA') {
  return `${upn(serial)},${family},${given},04/09/2010,${place},${serial} Sample Street,Halifax,11,11A`
}

/** A number as letters: names have no figures in them. */
function letters(n: number): string {
  return Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
}

async function people(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).orderBy('known_given').execute()
}

function start(): Promise<Jobs> {
  return startJobs({
    place: test.programPlace,
    database: test.database,
    clock: house.clock,
    log: openLog('silent'),
    definitions: Object.values(house.intake.jobs),
  })
}

describe('A list that is stopped while it applies', () => {
  it('ends as cancelled: nothing it brought or changed stands in any list, search or grant', async () => {
    const own = await lists.partner(partnership, 'school')
    await lists.take(officer, own, csv(HEADER, row(1, 'Aisha', 'Staysample')))
    const [aisha] = await people('Staysample')
    const rows = Array.from({ length: 800 }, (_, n) => row(1000 + n, `Kit${letters(n)}`, 'Stoppedsample'))
    const list = csv(HEADER, row(1, 'Aisha', 'Staysample', 'HX2 2BB'), ...rows, row(1000, 'Kita', 'Stoppedsample'))
    const read = await lists.read(officer, own, list)
    expect(read.counts).toMatchObject({ new: 800, changed: 1, question: 1 })
    await lists.leave()
    await officer.post(`/lists/${read.id}/apply`)
    const runner = await start()
    runner.nudge()
    while ((await people('Stoppedsample')).length === 0);
    await runner.stop()
    const applied = await people('Stoppedsample')
    expect(applied.length).toBeLessThan(800)
    const page = await officer.get(`/lists/${read.id}`)
    expect(page.body).toContain('Stop and take back')

    expect(await officer.post(`/lists/${read.id}/cancel`)).toMatchObject({ status: 303 })
    expect((await officer.get(`/lists/${read.id}`)).body).toContain('Being taken back')
    const next = await start()
    await next.idle()
    await next.stop()
    expect((await lists.run(officer.acting(), read.id)).state).toBe('cancelled')
    const left = await people('Stoppedsample')
    expect(left.map(p => p.id)).toEqual(applied.map(p => p.id))
    expect(new Set(left.map(p => p.state))).toEqual(new Set(['withdrawn']))
    const ids = left.map(p => p.id)
    expect((await officer.get('/find?q=Stoppedsample')).body).not.toContain(ids[0])
    expect(await officer.get(`/people/${ids[0]}`)).toMatchObject({ status: 404 })
    expect(
      await test.owner
        .selectFrom('access_member')
        .select('id')
        .where('person_id', 'in', ids)
        .where('ended_at', 'is', null)
        .execute(),
    ).toEqual([])
    expect(
      await test.owner.selectFrom('intake_row').select('row_number').where('run_id', '=', read.id).execute(),
    ).toEqual([])
    expect((await officer.get('/questions')).body).not.toContain('Stoppedsample')
    const addresses = await test.owner
      .selectFrom('person_address')
      .select('postcode')
      .where('person_id', '=', aisha?.id ?? '')
      .where('replaced_at', 'is', null)
      .execute()
    expect(addresses).toEqual([{ postcode: 'HX1 1AA' }])
    const events = (await eventsOf(test, { target: read.id })).map(e => e.action)
    expect(events).toEqual(expect.arrayContaining(['list.applied', 'list.stop-asked', 'list.cancelled']))
    expect(events).not.toContain('list.finished')

    const again = await start()
    const second = await lists.send(officer, own, list)
    await again.idle()
    await again.stop()
    expect((await lists.run(officer.acting(), second.id)).counts).toMatchObject({ new: 800, changed: 1, question: 1 })
  })

  it('is not stopped by whoever comes too late: an applied list is undone', async () => {
    const runner = await start()
    const read = await lists.send(officer, school, csv(HEADER, row(11, 'Ben', 'Latesample')))
    await runner.idle()
    await officer.post(`/lists/${read.id}/apply`)
    await runner.idle()
    await officer.post(`/lists/${read.id}/cancel`)
    await runner.idle()
    await runner.stop()
    expect((await lists.run(officer.acting(), read.id)).state).toBe('applied')
    expect(await people('Latesample')).toMatchObject([{ state: 'active' }])
  })

  it('is not stopped from under a list that went in meanwhile and names people it brought: the page says so', async () => {
    const other = await lists.partner(partnership, 'college')
    const rows = Array.from({ length: 450 }, (_, n) => row(5000 + n, `Kit${letters(n)}`, 'Undersample'))
    const runner = await start()
    const first = await lists.send(officer, school, csv(HEADER, ...rows))
    await runner.idle()
    await officer.post(`/lists/${first.id}/apply`)
    runner.nudge()
    while ((await people('Undersample')).length === 0);
    await runner.stop()
    // The rest of it waits, as it would behind other work; the college's list goes in before it.
    await test.owner.updateTable('intake_run').set({ state: 'ready' }).where('id', '=', first.id).execute()
    const next = await start()
    const second = await lists.send(officer, other, csv(HEADER, rows[0] ?? ''))
    await next.idle()
    await officer.post(`/lists/${second.id}/apply`)
    await next.idle()
    await next.stop()
    await test.owner.updateTable('intake_run').set({ state: 'applying' }).where('id', '=', first.id).execute()
    const refused = await officer.post(`/lists/${first.id}/cancel`)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('names young people this one brought')
    expect((await lists.run(officer.acting(), first.id)).state).toBe('applying')
  })
})
