import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, givenOf, openLists, tablesHolding, upn } from '#test/lists.ts'
import { zipOf } from '#test/zips.ts'
import { askApply } from './index.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,DOB,Postcode,Address 1,Town,Year,Reg group,Mobile'
/** Nobody's street: wherever it is found, protected whereabouts got out. */
const PLANTED = 'Zanzibarquartz'

let partnership: TestPartnership
let officer: TestColleague
let school: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  school = await lists.partner(partnership, 'school')
})

function row(
  serial: number,
  given: string,
  family: string,
  more: { born?: string; place?: string; mobile?: string } = {},
) {
  return `${upn(serial)},${family},${given},${more.born ?? '04/09/2010'},${more.place ?? 'HX1 1AA'},${serial} Sample Street,Halifax,11,11A,${more.mobile ?? ''}`
}

/** A number as letters: names have no figures in them. */
function letters(n: number): string {
  return Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
}

async function people(family: string) {
  return test.owner.selectFrom('person').selectAll().where('known_family', '=', family).orderBy('known_given').execute()
}

describe('Protected whereabouts (K4)', () => {
  it('are neither overwritten by a list nor shown by any page, file or event header about it', async () => {
    const own = await lists.partner(partnership, 'school')
    const list = csv(HEADER, row(1, 'Aisha', 'Shieldsample'), row(2, 'Ben', 'Shieldsample'))
    await lists.take(officer, own, list)
    const [aisha] = await people('Shieldsample')
    const id = aisha?.id as PersonId
    await house.command(partnership.id, async tx => {
      const said = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
      await asHouse(tx, 'a test', async worker => {
        await setAddress(
          worker,
          id,
          { line1: `9 ${PLANTED} Row`, line2: '', town: PLANTED, postcode: 'HX9 9ZZ', isProtected: true },
          said,
        )
      })
    })
    const whereabouts = () =>
      test.owner.selectFrom('person_address').selectAll().where('person_id', '=', id).orderBy('id').execute()
    const before = await whereabouts()
    const moved = csv(
      HEADER,
      row(1, 'Aisha', 'Shieldsample', { place: 'HX2 2BB', mobile: '07700900321' }),
      row(2, 'Ben', 'Shieldsample', { place: 'HX2 2BB' }),
    )
    const read = await lists.read(officer, own, moved)
    const pages = ['new', 'changed', 'same', 'missing', 'question'].map(show => `/lists/${read.id}?show=${show}`)
    const shown = [
      ...pages,
      `/lists/${read.id}/to-mend.csv`,
      '/lists',
      '/questions',
      '/find?q=Shieldsample',
      `/people/${id}`,
    ]
    const look = async () => {
      for (const path of shown) {
        const answer = await officer.get(path)
        const bytes = `${answer.body} ${JSON.stringify(answer.headers)}`
        expect(bytes.toLowerCase(), path).not.toContain(PLANTED.toLowerCase())
        expect(bytes, path).not.toContain('HX9 9ZZ')
      }
    }
    await look()
    const run = await lists.apply(officer, read)
    expect(run.state).toBe('applied')
    await look()
    expect(await whereabouts()).toEqual(before)
    expect(await tablesHolding(test, PLANTED)).toEqual(['app.person_address'])
    const details = await test.owner
      .selectFrom('person_contact_detail')
      .selectAll()
      .where('person_id', '=', id)
      .execute()
    expect(details).toEqual([])
    // Being asked who a row is shows them no more than a list does.
    const other = await lists.partner(partnership, 'college')
    const asked = await lists.take(officer, other, csv('Surname,Forename,DOB', 'Shieldsampel,Aisha,04/09/2010'))
    const question = await test.owner
      .selectFrom('intake_question')
      .selectAll()
      .where('run_id', '=', asked.id)
      .executeTakeFirst()
    const page = await officer.get(`/questions/${question?.id}`)
    expect(page.status).toBe(200)
    expect(page.body).not.toContain(PLANTED)
    expect(page.body).not.toContain('HX9 9ZZ')
  })

  it('a restricted record is offered by no question, and who is gone is named as the list named them, like anybody', async () => {
    const own = await lists.partner(partnership, 'school')
    await lists.take(officer, own, csv(HEADER, row(11, 'Cara', 'Hiddensample'), row(12, 'Dev', 'Staysample')))
    const [cara] = await people('Hiddensample')
    await house.command(partnership.id, tx =>
      setBarrier(tx, cara?.id as PersonId, { holderId: null, reason: 'A test' }),
    )
    const run = await lists.take(officer, own, csv(HEADER, row(12, 'Dev', 'Staysample')))
    const question = await test.owner
      .selectFrom('intake_question')
      .selectAll()
      .where('run_id', '=', run.id)
      .executeTakeFirst()
    for (const path of ['/questions', `/questions/${question?.id}`, `/lists/${run.id}?show=missing`]) {
      const { body } = await officer.get(path)
      // A line without a name would tell that there is a record to hide.
      if (path === '/questions') expect(body).toContain('Hiddensample, Cara')
      expect(body, path).not.toContain('A record you may not open')
      expect(body, path).not.toContain(cara?.id)
    }
  })
})

describe('A list that will not do is answered in words, and brings nobody', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => `Column ${i}`).join(',')
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /empty/i],
    ['binary', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), /text|CSV/i],
    ['10,000 columns wide', `${wide}\r\n`, /columns/i],
    ['with a column name twice', csv('Surname,Forename,DOB,Surname', 'Badsample,Abe,04/09/2010,Badsample'), /Surname/],
    ['a workbook', zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]), /CSV/i],
    ['a zip cut off', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 1)]), /damaged, cut off/],
  ])('%s', async (_words, list, words) => {
    const run = await lists.take(officer, school, list)
    expect(run).toMatchObject({ state: 'refused', columns: [] })
    expect(run.refusal).toMatch(words)
    const page = await officer.get(`/lists/${run.id}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('This list was sent back')
    expect(await people('Badsample')).toEqual([])
  })

  it('of youth justice with a column on offences: the whole list goes back, and no name of it is kept', async () => {
    const team = await lists.partner(partnership, 'youth-offending-team')
    const run = await lists.take(
      officer,
      team,
      csv('Surname,Forename,DOB,Index offence', 'Justicesample,Eve,04/09/2009,Quibbling'),
    )
    expect(run.state).toBe('refused')
    expect(run.refusal).toContain('Index offence')
    expect(await tablesHolding(test, 'Justicesample')).toEqual([])
    expect(await tablesHolding(test, 'Quibbling')).toEqual([])
  })

  it('of a partner without an agreement is not taken at all', async () => {
    const stranger = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Example Stranger School', kind: 'school' }),
    )
    await expect(lists.send(officer, stranger, csv(HEADER, row(21, 'Finn', 'Strangersample')))).rejects.toThrow(
      'no-agreement',
    )
    expect((await officer.get('/lists/new')).body).not.toContain('Example Stranger School')
    expect(await tablesHolding(test, 'Strangersample')).toEqual([])
  })
})

describe('Rows to mend', () => {
  let serial = 600
  it.each<[string, string, string, RegExp]>([
    ['30 February', 'Februarysample', row(31, 'Gita', 'Mendsample', { born: '30/02/2010' }), /30\/02\/2010/],
    [
      '29 February of a year without one',
      'Leapsample',
      row(32, 'Gita', 'Mendsample', { born: '29/02/2011' }),
      /29\/02\/2011/,
    ],
    ['the year 0202', 'Yearsample', row(33, 'Gita', 'Mendsample', { born: '04/09/0202' }), /0202/],
    [
      'a number with a wrong check letter',
      'Lettersample',
      row(34, 'Gita', 'Mendsample').replace(upn(34), 'A381999900034'),
      /A381999900034/,
    ],
    ['no birth date', 'Birthsample', row(35, 'Gita', 'Mendsample', { born: '' }), /DOB/],
  ])('%s is told in words on the page and in the file, and the other rows go in', async (_words, family, bad, told) => {
    const own = await lists.partner(partnership, 'school')
    serial += 1
    const run = await lists.read(officer, own, csv(HEADER, bad, row(serial, givenOf(serial), family)))
    expect(run.counts).toMatchObject({ fault: 1, new: 1 })
    const page = await officer.get(`/lists/${run.id}`)
    expect(page.body).toMatch(told)
    const file = await officer.get(`/lists/${run.id}/to-mend.csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toMatch(told)
    await lists.apply(officer, run)
    expect(await people(family)).toHaveLength(1)
    expect(await people('Mendsample')).toEqual([])
  })

  it('a formula is kept as text and comes back guarded', async () => {
    const own = await lists.partner(partnership, 'school')
    const list = csv(HEADER, `${upn(41)},Formulasample,Ines,31/02/2010,HX1 1AA,=cmd|' /C calc'!A0,Halifax,11,11A,`)
    const run = await lists.read(officer, own, list)
    const file = await officer.get(`/lists/${run.id}/to-mend.csv`)
    for (const line of file.body.split('\r\n')) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@]/)
  })

  it('right-to-left signs do not turn a page’s words round', async () => {
    const own = await lists.partner(partnership, 'school')
    const run = await lists.take(officer, own, csv(HEADER, row(51, 'Jan\u202Enaj', 'Turnsample')))
    const page = await officer.get(`/lists/${run.id}`)
    expect(page.body).not.toContain('\u202E')
    for (const person of await people('Turnsample')) expect(person.known_given).not.toContain('\u202E')
  })
})

describe('A runner that is cut off in the middle', () => {
  it('goes on: nothing twice, nothing lost', async () => {
    const own = await lists.partner(partnership, 'school')
    const count = 900
    const rows = Array.from({ length: count }, (_, n) =>
      row(10_000 + n, `Kit${letters(n)}`, 'Killsample', { born: '05/10/2010' }),
    )
    const read = await lists.read(officer, own, csv(HEADER, ...rows))
    expect(read.counts).toMatchObject({ new: count })
    const options = {
      place: test.programPlace,
      database: test.database,
      clock: house.clock,
      log: openLog('silent'),
      definitions: Object.values(house.intake.jobs),
    }
    await lists.leave()
    await test.database.transaction(officer.acting(), tx => askApply(tx, read, house.intake.jobs.applying))
    let stops = 0
    for (let done = 0; done < count && stops < 6; stops++) {
      const runner = await startJobs(options)
      runner.nudge()
      const before = done
      while (done === before) done = (await people('Killsample')).length
      await runner.stop()
    }
    const last = await startJobs(options)
    await last.idle()
    await last.stop()
    expect((await lists.run(officer.acting(), read.id)).state).toBe('applied')
    expect(stops).toBeGreaterThan(1)
    const found = await people('Killsample')
    expect(new Set(found.map(p => p.known_given)).size).toBe(count)
    expect(found).toHaveLength(count)
    for (const table of [
      'person_name',
      'person_address',
      'person_identifier',
      'enrolment',
      'access_member',
      'activity_spell',
    ] as const) {
      const rowsOf = await test.owner
        .selectFrom(table)
        .select('person_id')
        .where(
          'person_id',
          'in',
          found.map(p => p.id),
        )
        .execute()
      expect(rowsOf.length, table).toBe(count)
    }
  })
})
