/** What lists confirm, as at their own day; and what is asked where two sources differ. docs/rules/tracking.md */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { listSpells, listStartsOn, setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, givenOf, openLists } from '#test/lists.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test, { at: '2026-11-23T09:52:00Z' })
const lists = await openLists(test, house)
const HEADER = 'Surname,Forename,DOB,Postcode,Course,Start date,Leaving date'

let partnership: TestPartnership
let officer: TestColleague
let stranger: TestColleague
let college: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  stranger = await partnership.colleague('universal-adviser', 'Uma Testcase')
  college = await lists.partner(partnership, 'college')
})

type Said = { readonly start?: string; readonly left?: string; readonly course?: string }
const known = new Map<string, number>()
/** Somebody of this family name and no other: nobody is like anybody else here. */
function row(family: string, said: Said = {}) {
  const serial = known.get(family) ?? known.size
  known.set(family, serial)
  const born = `${String((serial % 27) + 1).padStart(2, '0')}/0${(serial % 8) + 1}/2009`
  return [
    ...[family, givenOf(serial), born, `HX${(serial % 9) + 1} ${(serial % 7) + 1}AA`, said.course ?? 'Made-up joinery'],
    ...[said.start ?? '', said.left ?? ''],
  ].join(',')
}

/** Takes in a list that speaks of a day. */
const take = (at: OrganisationId, asAt: string, ...rows: string[]) =>
  lists.take(officer, at, csv(HEADER, ...rows), toDay(asAt))

async function idOf(family: string): Promise<PersonId> {
  const found = await test.owner
    .selectFrom('person')
    .select('id')
    .where('known_family', '=', family)
    .executeTakeFirstOrThrow()
  return found.id as PersonId
}
async function spellsOf(family: string) {
  const id = await idOf(family)
  return house.command(partnership.id, tx => asHouse(tx, 'a test reads', worker => listSpells(worker, id)))
}
const officerActs = <T>(work: Parameters<typeof test.database.transaction<T>>[1]) =>
  test.database.transaction(officer.acting(), work)
const startsOf = (id: PersonId) =>
  house.command(partnership.id, tx => asHouse(tx, 'a test reads', worker => listStartsOn(worker, id)))

describe('The day a list speaks of', () => {
  it('is the day it confirms, and not the day it was loaded; the same list again changes nothing', async () => {
    await take(college, '2026-10-12', row('Asatsample', { start: '07/09/2026' }))
    const [first] = await spellsOf('Asatsample')
    expect(first).toMatchObject({
      code: '230',
      startedOn: '2026-09-07',
      verifiedOn: '2026-10-12',
      verifiedBy: 'provider',
    })
    await take(college, '2026-10-12', row('Asatsample', { start: '07/09/2026' }))
    expect((await spellsOf('Asatsample'))[0]?.version).toBe(first?.version)
  })

  it('a later list that says the same renews it, and an older one does not take that back', async () => {
    await take(college, '2026-10-12', row('Renewsample', { start: '07/09/2026' }))
    await take(college, '2026-11-16', row('Renewsample', { start: '07/09/2026' }))
    expect((await spellsOf('Renewsample'))[0]).toMatchObject({ verifiedOn: '2026-11-16' })
    await take(college, '2026-10-30', row('Renewsample', { start: '07/09/2026' }))
    expect((await spellsOf('Renewsample'))[0]).toMatchObject({ verifiedOn: '2026-11-16' })
  })

  it.each([
    ['ahead', '2026-11-24', 'The day must be today or before'],
    ['long past', '2025-01-01', 'more than a year old'],
    ['none', '2026-02-30', 'no such day'],
  ])('that is %s is refused at the field, and the columns stay as they were chosen', async (_what, asAt, words) => {
    const sent = await lists.upload(officer, college, 'list.csv', csv(HEADER, row('Nevertaken')))
    const [year = '', month = '', day = ''] = asAt.split('-')
    const answer = await officer.post(`${sent.to}/columns`, {
      ...{ 'column-0': 'family', 'column-1': 'given', 'column-2': 'birth-date' },
      ...{ 'as-at-day': day, 'as-at-month': month, 'as-at-year': year },
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('href="#as-at')
    expect(answer.body).toContain('<option value="birth-date" selected')
    const run = await test.owner
      .selectFrom('intake_run')
      .select(['state', 'as_at'])
      .where('id', '=', sent.to?.split('/').at(-1) ?? '')
      .executeTakeFirst()
    expect(run).toEqual({ state: 'mapping', as_at: null })
  })
})

describe('What a list does to what is on record', () => {
  it('answers that nothing was known, and taken back it is not known again', async () => {
    await take(college, '2026-10-12', row('Unknownsample', { start: '07/09/2026' }))
    const id = await idOf('Unknownsample')
    await house.command(partnership.id, tx =>
      setActivity(
        tx,
        id,
        {
          code: '810',
          organisationId: null,
          detail: '',
          startedOn: toDay('2026-10-20'),
          verifiedOn: toDay('2026-10-20'),
        },
        { kind: 'staff', organisationId: null, saidOn: toDay('2026-10-20') },
      ),
    )
    const run = await take(college, '2026-11-16', row('Unknownsample', { start: '07/09/2026' }))
    expect((await spellsOf('Unknownsample'))[0]).toMatchObject({
      code: '230',
      startedOn: '2026-10-21',
      finishedOn: null,
    })
    await lists.undo(officer, run)
    const after = await spellsOf('Unknownsample')
    expect(after[0]).toMatchObject({ code: '810', finishedOn: null })
    expect(after.filter(one => one.finishedOn === null)).toHaveLength(1)
  })

  it('ends what somebody did at a place they left, on the day they left it', async () => {
    await take(college, '2026-10-12', row('Leftsample', { start: '07/09/2026' }))
    await take(college, '2026-11-16', row('Leftsample', { start: '07/09/2026', left: '06/11/2026' }))
    expect((await spellsOf('Leftsample'))[0]).toMatchObject({ code: '230', finishedOn: '2026-11-06' })
  })

  it('keeps a start that lies ahead as an agreed one, and answers it when a later list has them there', async () => {
    await take(college, '2026-11-16', row('Aheadsample', { start: '05/01/2027' }))
    const id = await idOf('Aheadsample')
    expect(await spellsOf('Aheadsample')).toEqual([])
    expect(await startsOf(id)).toMatchObject([
      { code: '230', startsOn: '2027-01-05', state: 'awaited', saidBy: 'provider' },
    ])
    // The day came, and the place says so.
    await sql`update agreed_start set starts_on = '2026-11-16' where person_id = ${id}`.execute(test.owner)
    await take(college, '2026-11-20', row('Aheadsample', { start: '16/11/2026' }))
    expect(await startsOf(id)).toMatchObject([{ state: 'started', answeredBy: 'provider' }])
    expect((await spellsOf('Aheadsample'))[0]).toMatchObject({ code: '230', startedOn: '2026-11-16' })
  })

  it('undone, leaves alone what a colleague wrote in place of it since', async () => {
    await take(college, '2026-10-12', row('Sincesample', { start: '07/09/2026' }))
    const id = await idOf('Sincesample')
    const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-10-20') } as const
    const set = (code: string, on: string) =>
      officerActs(tx =>
        setActivity(
          tx,
          id,
          {
            code,
            organisationId: null,
            detail: '',
            startedOn: toDay(on),
            verifiedOn: toDay('2026-11-20'),
            verifiedBy: 'young-person',
          },
          source,
        ),
      )
    await officerActs(tx =>
      setActivity(
        tx,
        id,
        {
          code: '810',
          organisationId: null,
          detail: '',
          startedOn: toDay('2026-10-20'),
          verifiedOn: toDay('2026-10-20'),
        },
        source,
      ),
    )
    const run = await take(college, '2026-11-16', row('Sincesample', { start: '07/09/2026' }))
    await set('310', '2026-10-21')
    await lists.undo(officer, run)
    expect((await spellsOf('Sincesample'))[0]).toMatchObject({ code: '310', finishedOn: null })
  })

  it('brings back no start that was taken off as about somebody else, nor one that did not come about', async () => {
    await take(college, '2026-11-16', row('Gonesample', { start: '05/01/2027' }))
    const id = await idOf('Gonesample')
    for (const change of [
      "sealed_at = '2026-11-17T09:00:00Z'",
      "sealed_at = null, state = 'not-started', over_on = '2026-11-17'",
    ]) {
      await sql.raw(`update agreed_start set ${change} where person_id = '${id}'`).execute(test.owner)
      await take(college, '2026-11-18', row('Gonesample', { start: '05/01/2027' }))
      const found = await sql`select 1 from agreed_start where person_id = ${id}`.execute(test.owner)
      expect(found.rows).toHaveLength(1)
    }
  })

  it('nothing of a restricted record', async () => {
    await take(college, '2026-10-12', row('Shutsample', { start: '07/09/2026' }))
    const id = await idOf('Shutsample')
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'a test' }))
    await take(college, '2026-11-16', row('Shutsample', { start: '07/09/2026' }))
    const found = await sql<{
      verified_on: string
    }>`select verified_on::text from activity_spell where person_id = ${id}`.execute(test.owner)
    expect(found.rows).toEqual([{ verified_on: '2026-10-12' }])
  })
})

describe('Two sources that say two things', () => {
  async function differing(family: string) {
    await take(college, '2026-09-14', row(family, { start: '07/09/2026' }))
    const id = await idOf(family)
    const said = { code: '310', organisationId: null, detail: 'Made-up roofers', startedOn: toDay('2026-10-05') }
    await house.command(partnership.id, tx =>
      setActivity(
        tx,
        id,
        { ...said, verifiedOn: toDay('2026-10-05'), verifiedBy: 'young-person' },
        { kind: 'staff', organisationId: null, saidOn: toDay('2026-10-05') },
      ),
    )
    const run = await take(college, '2026-11-16', row(family, { start: '07/09/2026' }))
    const asked = await test.owner
      .selectFrom('activity_question')
      .selectAll()
      .where('person_id', '=', id)
      .where('state', '=', 'open')
      .execute()
    return { id, run, question: asked[0], count: asked.length }
  }
  const answer = (by: TestColleague, question: { id: string; version: number }, spellVersion: number, value: string) =>
    by.post(
      `/activity-questions/${question.id}`,
      { answer: value, version: String(question.version), 'spell-version': String(spellVersion) },
      '/activity-questions',
    )

  it('are a question with both words and days, and change nothing until it is answered', async () => {
    const { question, count } = await differing('Differsample')
    expect(count).toBe(1)
    const { body } = await officer.get('/activity-questions')
    for (const words of [
      'Differsample, ',
      'Apprenticeship, since 5 Oct',
      'confirmed 5 Oct by the young person',
      'Further education, since 7 Sep',
      'as at 16 Nov',
    ])
      expect(body).toContain(words)
    expect((await spellsOf('Differsample'))[0]).toMatchObject({ code: '310', finishedOn: null })
    expect((await stranger.get('/activity-questions')).body).not.toContain('Differsample')
    if (!question) throw new Error('nothing was asked')
    expect((await answer(stranger, question, 1, 'list')).status).toBe(404)
    // The same list asks no second time.
    await take(college, '2026-11-16', row('Differsample', { start: '07/09/2026' }))
    const open = await test.owner
      .selectFrom('activity_question')
      .select('id')
      .where('state', '=', 'open')
      .where('person_id', '=', question.person_id)
      .execute()
    expect(open).toHaveLength(1)
  })

  it.each([
    ['list', '230', '2026-11-16'],
    ['record', '310', '2026-10-05'],
  ])('answered by the %s: that stands', async (value, code, verifiedOn) => {
    const { id, question } = await differing(`Answer${value}sample`)
    const [now] = await spellsOf(`Answer${value}sample`)
    if (!question || !now) throw new Error('nothing was asked')
    expect((await answer(officer, question, now.version, value)).status).toBe(303)
    expect((await spellsOf(`Answer${value}sample`))[0]).toMatchObject({ code, verifiedOn, finishedOn: null })
    expect((await officer.get('/activity-questions')).body).not.toContain(id)
    // The next list says the same, and is not asked about again.
    await take(college, '2026-11-20', row(`Answer${value}sample`, { start: '07/09/2026' }))
    expect((await officer.get('/activity-questions')).body).not.toContain(id)
  })

  it('are not answered by a page from before: a colleague was first, or the record was changed', async () => {
    const { question } = await differing('Movedsample')
    const [now] = await spellsOf('Movedsample')
    if (!question || !now) throw new Error('nothing was asked')
    expect((await answer(officer, { ...question, version: 9 }, now.version, 'list')).status).toBe(409)
    expect((await answer(officer, question, now.version + 1, 'list')).status).toBe(409)
    expect((await spellsOf('Movedsample'))[0]).toMatchObject({ code: '310' })
  })

  it('are asked no more when the list is taken back', async () => {
    const { id, run } = await differing('Undonesample')
    await lists.undo(officer, run)
    const found = await test.owner.selectFrom('activity_question').select('state').where('person_id', '=', id).execute()
    expect(found).toEqual([{ state: 'withdrawn' }])
  })
})
