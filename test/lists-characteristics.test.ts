/** Characteristics from lists: with source and day, undone with the list; what is held back is shown to nobody on its way (K6, K7). */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { CLASS_BITS, OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { fieldsFor, type Run } from '#rooms/intake/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { countTables, csv, givenOf, openLists, upn } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const HEADER = 'UPN,Surname,Forename,Date of birth,Postcode,Year,SEN,Looked after'

let partnership: TestPartnership
let officer: TestColleague
let intensive: TestColleague
let adviser: TestColleague
let school: OrganisationId
let serial = 500

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  intensive = await partnership.colleague('intensive-adviser', 'Imran Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  school = await newSchool()
})

const newSchool = () =>
  lists.partner(partnership, 'school', { fields: [...fieldsFor('school'), 'looked-after', 'free-meals'] })

/** Somebody on rolls, by their own number: each call is a row of what a list says of them. */
function somebody(family: string) {
  const number = upn(++serial)
  const own = givenOf(serial)
  return (sen: string, care: string, given = own) => `${number},${family},${given},03/09/2010,HX1 1AA,11,${sen},${care}`
}

const take = (...rows: string[]) => lists.take(officer, school, csv(HEADER, ...rows))

async function personOf(family: string): Promise<PersonId> {
  const found = await test.owner
    .selectFrom('person')
    .select('id')
    .where('partnership_id', '=', partnership.id)
    .where('known_family', '=', family)
    .executeTakeFirstOrThrow()
  return found.id as PersonId
}

/** As if the list had come weeks ago: what ends the day it began never was. */
const longAgo = (id: PersonId) =>
  test.owner
    .updateTable('person_characteristic')
    .set({ started_on: toDay('2026-11-01') })
    .where('person_id', '=', id)
    .execute()

async function standing(id: PersonId) {
  const rows = await test.owner
    .selectFrom('person_characteristic')
    .selectAll()
    .where('person_id', '=', id)
    .where('replaced_at', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map(r => [r.code, r.finished_on === null ? 'open' : 'over'])
}

describe('A list that says something of characteristics', () => {
  it('brings them to the record with its source, its day and the class of each', async () => {
    const row = somebody('Broughtsample')
    const run = await take(row('K', 'Y'))
    expect(run).toMatchObject({ state: 'applied', counts: { new: 1, fault: 0 } })
    const id = await personOf('Broughtsample')
    const rows = await test.owner
      .selectFrom('person_characteristic')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('code')
      .execute()
    expect(rows).toMatchObject([
      {
        code: 'looked-after',
        class: CLASS_BITS.care,
        source_kind: 'partner-list',
        source_organisation_id: school,
        recorded_by: null,
      },
      {
        code: 'sen-support',
        class: CLASS_BITS.learning,
        source_kind: 'partner-list',
        source_organisation_id: school,
        finished_on: null,
      },
    ])
    expect(rows.map(r => r.started_on)).toEqual(['2026-11-23', '2026-11-23'])
  })

  it('changes nothing when it comes twice, and ends what it says is no longer so', async () => {
    const row = somebody('Twicesample')
    await take(row('E', 'Y'))
    const id = await personOf('Twicesample')
    const before = await countTables(test)
    const again = await take(row('E', 'Y'))
    expect(again.counts).toMatchObject({ same: 1, changed: 0 })
    expect((await countTables(test))['person_characteristic']).toBe(before['person_characteristic'])
    await longAgo(id)
    const changed = await take(row('K', 'N'))
    expect(changed.counts).toMatchObject({ changed: 1 })
    expect(await standing(id)).toEqual([
      ['ehc-plan', 'over'],
      ['looked-after', 'over'],
      ['sen-support', 'open'],
    ])
    const page = (await officer.get(`/lists/${changed.id}?show=changed`)).body
    expect(page).toContain('SEN support')
    expect(page).not.toMatch(/Looked after[^<]*<[^>]*>[^<]*(yes|no)\b/i)
  })

  it('goes back with the list: what it opened is gone, what it ended stands again', async () => {
    const row = somebody('Undonesample')
    await take(row('K', 'Y'))
    const id = await personOf('Undonesample')
    await longAgo(id)
    const second = await take(row('E', 'N'))
    expect(await standing(id)).toEqual([
      ['ehc-plan', 'open'],
      ['looked-after', 'over'],
      ['sen-support', 'over'],
    ])
    expect((await lists.undo(officer, second)).state).toBe('undone')
    expect(await standing(id)).toEqual([
      ['looked-after', 'open'],
      ['sen-support', 'open'],
    ])
    // Sent again it says the same again.
    await take(row('E', 'N'))
    expect(await standing(id)).toContainEqual(['ehc-plan', 'open'])
  })

  it('leaves what others said, and does not bring back what a person ended', async () => {
    const row = somebody('Standsample')
    await take(row('', 'Y'))
    const id = await personOf('Standsample')
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: intensive.accountId, isIntensive: true, reason: 'Made up' }),
    )
    const brought = await test.owner
      .selectFrom('person_characteristic')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const path = `/people/${id}/characteristics/${brought.id}`
    expect((await intensive.get(path)).body).toContain('Looked after')
    const taken = await intensive.post(`/people/${id}/misfiled/characteristic/${brought.id}`, { why: 'Made up' })
    expect(taken.status).toBe(303)
    await take(row('', 'Y'))
    expect(await standing(id)).toEqual([])
  })

  it('of somebody whose objection stands brings none', async () => {
    const objecting = csv(
      `${HEADER},Opt-out s72`,
      `${somebody('Objectsample')('K', 'Y', 'Zara').replace('2010,HX1 1AA', '2011,HX2 2AB')},Y`,
    )
    await lists.take(officer, school, objecting)
    expect(await standing(await personOf('Objectsample'))).toEqual([])
    const held = await sql<{ n: number }>`
      select count(*)::int as n from app.intake_held h join app.intake_row r on r.run_id = h.run_id and r.row_number = h.row_number
      where r.shown_name like 'Objectsample%'`.execute(test.owner)
    expect(held.rows[0]?.n).toBe(0)
  })

  it('brings no column the agreement does not name: by itself no agreement names one that is held back', async () => {
    const plain = await lists.partner(partnership, 'school')
    const run = await lists.take(officer, plain, csv(HEADER, somebody('Plainsample')('K', 'Y')))
    expect(run.leftOut).toEqual(['Looked after'])
    expect(await standing(await personOf('Plainsample'))).toEqual([['sen-support', 'open']])
  })
})

describe('What is held back', () => {
  /** Every answer of the program about a run to those who bring lists in, but for the columns' names. */
  async function shown(run: Run): Promise<string> {
    const pages = [
      `/lists/${run.id}`,
      ...['new', 'changed', 'same', 'missing', 'question'].map(show => `/lists/${run.id}?show=${show}`),
      `/lists/${run.id}/to-mend.csv`,
      '/questions',
    ]
    const bodies: string[] = []
    for (const path of pages) bodies.push(withoutTokens(await officer.get(path)))
    return bodies.join('\n').replaceAll(run.id, 'RUN')
  }

  it('reads the same whatever it says: a row of nothing else new is one that is the same', async () => {
    const row = somebody('Heldsample')
    await take(row('K', 'N'))
    house.clock.advance(1000)
    const yes = await lists.read(officer, school, csv(HEADER, row('K', 'Y')))
    expect(yes.counts).toMatchObject({ same: 1, changed: 0 })
    const said = await shown(yes)
    expect(said).toContain('1 row carries it')
    await lists.apply(officer, yes)
    expect(await standing(await personOf('Heldsample'))).toEqual([
      ['looked-after', 'open'],
      ['sen-support', 'open'],
    ])
    house.clock.advance(1000)
    const no = await lists.read(officer, school, csv(HEADER, row('K', 'N')))
    const times = (text: string) => text.replaceAll(/\d+:\d+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    expect(times(await shown(no))).toBe(times(said))
  })

  it('is in no row the program can read on its way, also of one to mend, and forgotten once applied', async () => {
    const row = somebody('Waysample')
    const run = await lists.read(
      officer,
      school,
      csv(HEADER, row('K', 'Y'), somebody('Mendsample')('K', 'Planted care order')),
    )
    expect(run.counts).toMatchObject({ new: 1, fault: 1 })
    const read = await test.database.transaction(officer.acting(), tx =>
      sql<{ text: string }>`select r::text as text from intake_row r where r.run_id = ${run.id}`.execute(tx.db),
    )
    expect(read.rows.length).toBe(2)
    for (const { text } of read.rows) expect(text).not.toMatch(/looked-after": ?(true|false)|Planted/)
    expect(await shown(run)).not.toContain('Planted')
    expect(await shown(run)).toContain('Neither yes nor no. Type Y or N')
    await expect(
      test.database.transaction(officer.acting(), tx => sql`select 1 from intake_held`.execute(tx.db)),
    ).rejects.toThrow(/permission denied/)
    await lists.apply(officer, run)
    const left = await sql<{ said: boolean | null }>`select said from app.intake_held where run_id = ${run.id}`.execute(
      test.owner,
    )
    expect(left.rows).toEqual([{ said: null }])
    const effects = await test.database.transaction(officer.acting(), tx =>
      sql`select 1 from intake_effect where run_id = ${run.id} and table_name = 'person_characteristic'`.execute(tx.db),
    )
    expect(effects.rows).toEqual([])
  })

  it('is not even sampled when the columns are confirmed', async () => {
    const list = csv(HEADER, ...[1, 2, 3].map(n => somebody(`Sample${'abc'[n - 1]}sample`)('K', 'Plantedvalue')))
    const sent = await lists.upload(officer, school, 'held.csv', list)
    const page = (await officer.get(sent.to ?? '')).body
    expect(page).toContain('Looked after (held back)')
    expect(page).toContain('(held back)')
    expect(page).not.toContain('Plantedvalue')
  })

  it('reaches the record of whom a person says the row is, and those alone see it who see its class', async () => {
    const row = somebody('Askedsample')
    const given = givenOf(serial)
    await take(row('K', 'N'))
    const id = await personOf('Askedsample')
    const other = await newSchool()
    // Alike but for the number: a question, answered by a person.
    const run = await lists.take(officer, other, csv(HEADER, ',Askedsampel,' + given + ',03/09/2010,HX1 1AA,11,,Y'))
    const question = await test.owner.selectFrom('intake_question').selectAll().where('run_id', '=', run.id).execute()
    expect(question).toHaveLength(1)
    await officer.post(`/questions/${question[0]?.id}`, { answer: `this-person:${id}` })
    expect(await standing(id)).toContainEqual(['looked-after', 'open'])
    const leads = (who: TestColleague, isIntensive: boolean) =>
      house.command(partnership.id, tx =>
        assignLead(tx, id, { accountId: who.accountId, isIntensive, reason: 'Made up' }),
      )
    await leads(adviser, false)
    for (const who of [officer, adviser])
      for (const path of [`/people/${id}`, `/people/${id}/details`])
        expect((await who.get(path)).body, path).not.toContain('Looked after')
    await leads(intensive, true)
    expect((await intensive.get(`/people/${id}/details`)).body).toContain('Looked after')
  })
})

describe('A partner’s own practitioner', () => {
  it('sees what their own list said, and neither another school’s word nor that there is another place (K3)', async () => {
    const teacher = await partnership.colleague('partner-practitioner', 'Hana Testcase')
    const row = somebody('Rollsample')
    await take(row('K', 'N'))
    const id = await personOf('Rollsample')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: id },
        holderId: teacher.accountId,
        classes: OWN_ROLL_CLASSES,
        basis: 'public-task',
        source: 'own-roll',
      }),
    )
    const { name } = await test.owner
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', school)
      .executeTakeFirstOrThrow()
    const pages = async () =>
      (await teacher.get(`/people/${id}`)).body +
      (await teacher.get(`/people/${id}/details`)).body.replaceAll(/said by [^<]*/g, '')
    for (const hidden of ['SEN support', `>${name}<`]) expect(await pages()).not.toContain(hidden)
    // The same, were the list their own organisation's.
    const own = { source_organisation_id: partnership.organisationId }
    await test.owner.updateTable('person_characteristic').set(own).where('person_id', '=', id).execute()
    expect(await pages()).toContain('SEN support')
  })
})
