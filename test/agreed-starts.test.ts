/** What somebody is to begin, whether they did, and what was on record before it was corrected. docs/rules/tracking.md */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { listSpells, listSpellVersions, listStartsOn, setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test, { at: '2026-11-23T09:52:00Z' })
let partnership: TestPartnership
const { newPerson, as } = openPostings(test, house, () => partnership)
let dana: TestColleague
/** An adviser who works with none of them. */
let other: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana } = await staffOf(partnership, 'dana'))
  other = await partnership.colleague('universal-adviser', 'Uma Testcase')
})

const boxes = (name: string, [year, month, day]: readonly [number, number, number]) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})
const startsOn = (id: PersonId) => as(dana, tx => listStartsOn(tx, id))
const spellsOf = (id: PersonId) => as(dana, tx => listSpells(tx, id))
const versionsOf = (id: PersonId) => as(dana, tx => listSpellVersions(tx, id))

/** Agrees on a start by the form, and tells which. */
async function agree(id: PersonId, code: string, on: readonly [number, number, number]) {
  const sent = await dana.post(`/people/${id}/activity`, {
    code,
    said: 'employer',
    detail: 'Made-up joinery',
    ...boxes('from', on),
  })
  expect(sent).toMatchObject({ status: 303, to: `/people/${id}/starts` })
  const [start] = await startsOn(id)
  if (!start) throw new Error('nothing was agreed')
  return start
}

/** Somebody whose agreed day is made to have come. */
async function due(name: string, code = '310') {
  const id = await newPerson(name, 'Example', dana)
  const start = await agree(id, code, [2026, 11, 30])
  await sql`update agreed_start set starts_on = '2026-11-20' where id = ${start.rowId}`.execute(test.owner)
  return { id, start, here: `/people/${id}/starts/${start.rowId}`, version: String(start.version) }
}

describe('A start that is agreed', () => {
  it('stands as such and leaves what they do now as it is, until its day', async () => {
    const id = await newPerson('Aheadia', 'Example', dana)
    await dana.post(`/people/${id}/activity`, { code: '619', said: 'young-person', ...boxes('from', [2026, 10, 1]) })
    const start = await agree(id, '310', [2027, 1, 4])
    expect(start).toMatchObject({ code: '310', startsOn: '2027-01-04', saidBy: 'employer', state: 'awaited' })
    expect((await spellsOf(id)).map(one => [one.code, one.finishedOn])).toEqual([['619', null]])
    expect((await dana.get('/starts')).body).not.toContain('Aheadia')
    const { body } = await dana.get(`/people/${id}/starts`)
    expect(body).toContain('Apprenticeship, Made-up joinery: has anything changed?')
    // What has not come cannot have been begun.
    expect(body).not.toContain('Yes, they started')
    expect((await eventsOf(test, { target: start.rowId })).map(event => event.action)).toContain('start.agreed')
  })

  it('is counted by the code for an agreed start until then, when somebody says so', async () => {
    const id = await newPerson('Countia', 'Example', dana)
    await dana.post(`/people/${id}/activity`, { code: '619', said: 'young-person', ...boxes('from', [2026, 10, 1]) })
    const start = await agree(id, '310', [2027, 1, 4])
    const here = `/people/${id}/starts/${start.rowId}/count`
    const unsaid = await dana.post(here, { version: String(start.version) }, `/people/${id}/starts`)
    expect([unsaid.status, unsaid.body.includes('Select who says so')]).toEqual([422, true])
    const said = { version: String(start.version), said: 'young-person' }
    expect((await dana.post(here, said, `/people/${id}/starts`)).status).toBe(303)
    const [now] = await spellsOf(id)
    expect(now).toMatchObject({
      code: '616',
      startedOn: '2026-11-23',
      reviewOn: '2027-01-04',
      verifiedBy: 'young-person',
    })
    // Once is enough.
    expect((await dana.post(here, said, `/people/${id}/starts`)).status).toBe(409)
  })

  it('sent twice is one, and what is asked once they have started is not taken and lost', async () => {
    const id = await newPerson('Twicia', 'Example', dana)
    await agree(id, '310', [2027, 1, 4])
    await agree(id, '310', [2027, 1, 4])
    expect(await startsOn(id)).toHaveLength(1)
    const more = { code: '310', said: 'employer', ...boxes('from', [2027, 2, 1]), ...boxes('until', [2027, 8, 1]) }
    const sent = await dana.post(`/people/${id}/activity`, more)
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('Leave this out for a day that lies ahead')
    expect(await startsOn(id)).toHaveLength(1)
  })

  it.each([
    [
      'seeking work is nothing one agrees to begin',
      '619',
      [2027, 1, 4],
      'This cannot be agreed for a day that lies ahead',
      'code',
    ],
    ['a start in three years is none yet', '310', [2029, 9, 1], 'A start can be agreed for the next 18 months', 'from'],
  ] as const)('is refused where %s, with what was typed kept', async (_why, code, on, words, field) => {
    const id = await newPerson('Refusedia', 'Example', dana)
    const sent = await dana.post(`/people/${id}/activity`, {
      code,
      said: 'employer',
      detail: 'Kept',
      ...boxes('from', on),
    })
    expect(sent.status).toBe(422)
    expect(sent.body).toContain(words)
    expect(sent.body).toContain(`href="#${field}`)
    expect(sent.body).toContain('value="Kept"')
    expect(await startsOn(id)).toEqual([])
  })
})

describe('On its day', () => {
  it('they stand on the list, longest waiting first, and so does a code for an agreed start nobody asked about', async () => {
    const { id } = await due('Duelia')
    const coded = await newPerson('Codedia', 'Example', dana)
    const said = {
      code: '615',
      organisationId: null,
      detail: '',
      startedOn: toDay('2026-09-01'),
      verifiedOn: toDay('2026-09-01'),
    }
    await as(dana, tx =>
      setActivity(tx, coded, said, { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') }),
    )
    const { body } = await dana.get('/starts')
    expect(body).toContain(`/people/${id}/starts#start-`)
    expect(body.indexOf('Codedia')).toBeLessThan(body.indexOf('Duelia'))
    expect((await other.get('/starts')).body).not.toContain('Duelia')
  })

  it('what was agreed becomes what they do, on the word of the place, from the day it was agreed for', async () => {
    const { id, here, version } = await due('Startia')
    const sent = await dana.post(here, { version, answer: 'started', said: 'provider' }, `/people/${id}/starts`)
    expect(sent.to).toBe(`/people/${id}`)
    expect((await spellsOf(id))[0]).toMatchObject({
      ...{ code: '310', detail: 'Made-up joinery', startedOn: '2026-11-20', verifiedOn: '2026-11-23' },
      verifiedBy: 'provider',
    })
    expect((await startsOn(id))[0]).toMatchObject({ state: 'started', answeredBy: 'provider' })
    expect((await dana.get('/starts')).body).not.toContain('Startia')
  })

  it('it is put off to another day, and how often is kept', async () => {
    const { id, here, version } = await due('Puttia')
    const said = { version, answer: 'put-off', said: 'young-person', ...boxes('on', [2027, 1, 11]) }
    expect((await dana.post(here, said, `/people/${id}/starts`)).status).toBe(303)
    expect((await startsOn(id))[0]).toMatchObject({ state: 'awaited', startsOn: '2027-01-11', timesMoved: 1 })
    expect((await dana.get(`/people/${id}/starts`)).body).toContain('Put off once, at first for 30 Nov')
  })

  it('that it did not come about leads to what they do instead', async () => {
    const { id, here, version } = await due('Nottia')
    const sent = await dana.post(here, { version, answer: 'not-started', said: 'adult' }, `/people/${id}/starts`)
    expect(sent.to).toBe(`/people/${id}/activity`)
    expect((await startsOn(id))[0]).toMatchObject({ state: 'not-started' })
    expect(await spellsOf(id)).toEqual([])
  })

  it.each([
    ['nothing', {}, 'Select whether they started', 422],
    ['another council\u2019s word', { answer: 'started', said: 'council' }, 'for them, a parent or carer', 422],
    [
      'a day that lies ahead',
      { answer: 'started', said: 'provider', ...boxes('on', [2026, 12, 1]) },
      'cannot have started',
      422,
    ],
    ['no new day', { answer: 'put-off', said: 'provider' }, 'Enter the new day', 422],
    [
      'a new day that is past',
      { answer: 'put-off', said: 'provider', ...boxes('on', [2026, 11, 1]) },
      'must lie ahead',
      422,
    ],
    ['an old page', { answer: 'started', said: 'provider', version: '99' }, 'A colleague answered it meanwhile', 409],
  ])('%s answers nothing, and says what to do', async (_what, said, words, status) => {
    const { id, here, version } = await due('Faultia')
    const sent = await dana.post(here, { version, ...said }, `/people/${id}/starts`)
    expect(sent.status).toBe(status)
    expect(sent.body).toContain(words)
    expect((await startsOn(id))[0]).toMatchObject({ state: 'awaited', version: 1 })
    expect(await spellsOf(id)).toEqual([])
  })

  it('days that something else has are refused in words, and so are days before they were born', async () => {
    const { id, here, version } = await due('Reachia')
    const set = (code: string, from: readonly [number, number, number]) =>
      dana.post(`/people/${id}/activity`, { code, said: 'provider', ...boxes('from', from) })
    await set('230', [2025, 9, 1])
    await set('619', [2026, 11, 10])
    const said = { version, answer: 'started', said: 'provider' }
    const sent = await dana.post(here, { ...said, ...boxes('on', [2026, 11, 3]) }, `/people/${id}/starts`)
    expect([sent.status, sent.body.includes('reaches into those days')]).toEqual([422, true])
    const born = await dana.post(here, { ...said, ...boxes('on', [1999, 11, 3]) }, `/people/${id}/starts`)
    expect([born.status, born.body.includes('before they are born')]).toEqual([422, true])
    expect((await startsOn(id))[0]).toMatchObject({ state: 'awaited', version: 1 })
    const typed = await set('310', [2026, 11, 3])
    expect([typed.status, typed.body.includes('reaches into those days')]).toEqual([422, true])
    expect((await spellsOf(id)).map(one => one.code)).toEqual(['619', '230'])
  })

  it('nobody who may not know them reads or answers it, and whoever sees no tracking is told nothing of it', async () => {
    const { id, here, version } = await due('Hiddenia')
    expect((await other.get(`/people/${id}/starts`)).status).toBe(404)
    expect((await other.post(here, { version, answer: 'started', said: 'provider' })).status).toBe(404)
    expect((await startsOn(id))[0]).toMatchObject({ state: 'awaited' })
  })

  it('a start about somebody else is taken off, and answered by nobody', async () => {
    const { id, start, here, version } = await due('Wrongia')
    const off = await dana.post(`/people/${id}/misfiled/start/${start.rowId}`, { why: 'It was her twin' })
    expect(off.status).toBe(303)
    expect(await startsOn(id)).toEqual([])
    expect((await dana.post(here, { version, answer: 'started', said: 'provider' })).status).toBe(404)
    expect((await dana.get('/starts')).body).not.toContain('Wrongia')
  })
})

describe('What was on record before', () => {
  const set = (id: PersonId, fields: Record<string, string>) =>
    dana.post(`/people/${id}/activity`, { said: 'young-person', ...fields })

  it('is kept when it is corrected, with who changed it and why', async () => {
    const id = await newPerson('Keptia', 'Example', dana)
    await set(id, { code: '230', detail: 'Made-up plumbing', ...boxes('from', [2026, 9, 7]) })
    await set(id, {
      code: '310',
      detail: 'Made-up plumbers',
      why: 'It is an apprenticeship',
      ...boxes('from', [2026, 9, 1]),
    })
    expect((await spellsOf(id)).map(one => one.code)).toEqual(['310'])
    const [before] = await versionsOf(id)
    expect(before).toMatchObject({
      code: '230',
      detail: 'Made-up plumbing',
      startedOn: '2026-09-07',
      why: 'It is an apprenticeship',
      changedBy: dana.accountId,
    })
    const { body } = await dana.get(`/people/${id}/details`)
    for (const words of [
      'What was on record before it was changed',
      'Further education',
      'because: It is an apprenticeship',
      `changed by ${dana.name}`,
    ])
      expect(body).toContain(words)
  })

  it('keeps the class it had: who may not see that it told of health does not see that it did', async () => {
    const id = await newPerson('Classia', 'Example', dana)
    await set(id, { code: '640', ...boxes('from', [2026, 9, 7]) })
    await set(id, { code: '619', ...boxes('from', [2026, 9, 7]) })
    const found = await sql<{
      class: number
      code: string
    }>`select class, code from activity_spell_version where person_id = ${id}`.execute(test.owner)
    expect(found.rows).toEqual([{ class: 256, code: '640' }])
  })

  it('takes the class of what took its place where that tells of more, with its words: who may not see that sees neither', async () => {
    const id = await newPerson('Plantedia', 'Example', dana)
    await set(id, { code: '230', ...boxes('from', [2026, 9, 7]) })
    await set(id, { code: '640', why: 'PLANTED in hospital', ...boxes('from', [2026, 9, 7]) })
    const found = await sql<{
      class: number
      why: string
    }>`select class, why from activity_spell_version where person_id = ${id}`.execute(test.owner)
    expect(found.rows).toEqual([{ class: 256, why: 'PLANTED in hospital' }])
  })

  it('keeps why it was corrected when the same is saved again', async () => {
    const id = await newPerson('Againia', 'Example', dana)
    await set(id, { code: '230', ...boxes('from', [2026, 9, 7]) })
    await set(id, { code: '250', why: 'A mistake', ...boxes('from', [2026, 9, 7]) })
    await set(id, { code: '250', ...boxes('from', [2026, 9, 7]) })
    expect((await versionsOf(id)).map(one => one.why)).toContain('A mistake')
  })

  it('goes with the activity when that is taken off as about somebody else', async () => {
    const id = await newPerson('Sealia', 'Example', dana)
    await set(id, { code: '230', ...boxes('from', [2026, 9, 7]) })
    await set(id, { code: '250', ...boxes('from', [2026, 9, 7]) })
    const [spell] = await spellsOf(id)
    expect(await versionsOf(id)).toHaveLength(1)
    expect(
      (await dana.post(`/people/${id}/misfiled/activity/${spell?.rowId}`, { why: 'It was her twin' })).status,
    ).toBe(303)
    expect(await versionsOf(id)).toEqual([])
  })
})

describe('Beside what they mostly do', () => {
  it('another may stand, is counted by nobody, and is ended by itself', async () => {
    const id = await newPerson('Besidia', 'Example', dana)
    const said = { said: 'young-person', ...boxes('from', [2026, 9, 7]) }
    await dana.post(`/people/${id}/activity`, { ...said, code: '230' })
    await dana.post(`/people/${id}/activity`, { ...said, code: '360', how: 'beside', detail: 'A made-up shop' })
    const spells = await spellsOf(id)
    expect(
      spells
        .filter(one => one.finishedOn === null)
        .map(one => [one.code, one.isPrimary])
        .toSorted((a, b) => Number(b[1]) - Number(a[1])),
    ).toEqual([
      ['230', true],
      ['360', false],
    ])
    const brief = await as(dana, tx =>
      sql<{ activity_code: string }>`select activity_code from people_in_brief(${[id]}::uuid[], '2026-11-23')`.execute(
        tx.db,
      ),
    )
    expect(brief.rows.map(row => row.activity_code)).toEqual(['230'])
    const beside = spells.find(one => !one.isPrimary)
    expect((await dana.get(`/people/${id}/details`)).body).toContain('beside it, A made-up shop')
    expect((await dana.post(`/people/${id}/activity/${beside?.rowId}/end`, {}, `/people/${id}/details`)).status).toBe(
      303,
    )
    expect((await spellsOf(id)).find(one => !one.isPrimary)?.finishedOn).toBe('2026-11-23')
    // What they mostly do is not ended that way.
    const mostly = spells.find(one => one.isPrimary)
    expect((await dana.post(`/people/${id}/activity/${mostly?.rowId}/end`, {}, `/people/${id}/details`)).status).toBe(
      404,
    )
  })
})

describe('Where it is', () => {
  it('is chosen from places whose name tells nothing more, and one that closed is refused by name', async () => {
    const id = await newPerson('Placia', 'Example', dana)
    const school = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Closed Example School', kind: 'school' }),
    )
    const said = { code: '210', said: 'provider', place: school, ...boxes('from', [2026, 9, 7]) }
    await sql`update organisation set state = 'closed', closed_on = '2026-08-31' where id = ${school}`.execute(
      test.owner,
    )
    const refusedly = await dana.post(`/people/${id}/activity`, said)
    expect(refusedly.status).toBe(422)
    expect(refusedly.body).toContain('Closed Example School closed on 31 August 2026')
    expect(await spellsOf(id)).toEqual([])
    await sql`update organisation set state = 'open', closed_on = null where id = ${school}`.execute(test.owner)
    expect((await dana.post(`/people/${id}/activity`, said)).status).toBe(303)
    expect((await dana.get(`/people/${id}/details`)).body).toContain('Closed Example School, since 7 Sep')
    const unknown = await dana.post(`/people/${id}/activity`, { ...said, place: id })
    expect(unknown.body).toContain('Select a place from the list')
  })

  it('nothing is set from before they were born', async () => {
    const id = await newPerson('Bornia', 'Example', dana)
    const sent = await dana.post(`/people/${id}/activity`, {
      code: '210',
      said: 'provider',
      ...boxes('from', [1999, 9, 7]),
    })
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('before they are born')
  })
})
