/** What is known before a careers talk, and asking places of learning, over HTTP and down to the row. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import { type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { markDeath, setDetail } from '#rooms/people/index.ts'
import { setGoal } from '#rooms/plans/index.ts'
import { type Arrangement, setAppointment } from '#rooms/sessions/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { enrol } from '#test/on-roll.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let hana: TestColleague
let odd: TestColleague
let school: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair } = await staffOf(partnership, 'leader', 'dana', 'mair'))
  const place = (name: string) => house.command(partnership.id, tx => addOrganisation(tx, { name, kind: 'school' }))
  school = await place('Made-up High')
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  odd = await partnership.colleague('partner-practitioner', 'Odd Testcase', await place('Made-up Academy'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
async function someone(): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Robin', family: `Schoolsample${(made += 1)}`, lead: dana })
  await enrol(house, partnership, id, school)
  return id
}
const ASK = { asks: 'options', told: 'yes' }
async function asked(id: PersonId, fields: Record<string, string> = {}, by: TestColleague = dana): Promise<string> {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/school-data/ask`, { ...ASK, from: school, ...fields })
  house.clock.advance(1000)
  if (answer.status !== 303) throw new Error(summaryOf(answer.body).join('; ') || `${answer.status}`)
  return answer.to?.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('school_ask')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
const factsOf = (id: PersonId) => test.owner.selectFrom('school_fact').selectAll().where('person_id', '=', id).execute()
async function move(by: TestColleague, id: string, step: string, fields: Record<string, string>) {
  house.clock.advance(1000)
  const answer = await by.post(`/school-asks/${id}/${step}`, { version: String((await rowOf(id)).version), ...fields })
  house.clock.advance(1000)
  return answer
}
const OF = dayFields('as-of', [2026, 11, 20])
const SAYS = { options: 'Art, History', ...OF }
const told = (id: PersonId) =>
  test.owner
    .selectFrom('notice')
    .select(['kind', 'account_id'])
    .where('person_id', '=', id)
    .where('kind', '<>', 'lead.given')
    .orderBy('made_at')
    .execute()

describe('What is known before a talk', () => {
  it('says each thing with whose word it is and how old, their aims, and what is missing', async () => {
    const id = await someone()
    const page = `/people/${id}/school-data`
    const empty = (await dana.get(page)).body
    expect(empty).toContain('Nothing of their learning is known yet')
    expect(empty).toContain('Made-up High')
    await test.database.transaction(dana.acting(), async tx => {
      const done = await setGoal(tx, id, dana.accountId, 'To draw for games')
      if (!done.ok) throw new Error(done.why)
    })
    house.clock.advance(1000)
    const bad = await dana.post(`${page}/new`, { words: 'Art 7 🎨 مرحبا', ...dayFields('as-of', [2026, 12, 24]) })
    expect(summaryOf(bad.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#source', '#as-of-day'])
    expect(bad.body).toContain('Art 7 🎨 مرحبا')
    const fact = { kind: 'attainment', words: 'Art 7', source: 'Their report', ...dayFields('as-of', [2025, 9, 1]) }
    for (let twice = 0; twice < 2; twice += 1) {
      house.clock.advance(1000)
      expect((await dana.post(`${page}/new`, fact)).status).toBe(303)
    }
    expect(await factsOf(id)).toHaveLength(1)
    const { body } = await dana.get(page)
    for (const words of ['Art 7', 'Their report', 'over a year old', '14 months ago', '“To draw for games”'])
      expect(body).toContain(words)
    expect(body).toContain('Not known: predicted grades, options and subjects, attendance.')
    expect((await dana.get(`/people/${id}/brief`)).body).toContain('Art 7')
  })

  it('is opened from what is arranged, and asked for by five working days before it', async () => {
    const id = await someone()
    const arrangement: Arrangement = {
      ...{ onDay: toDay('2026-12-15'), atTime: '10:00', minutes: 30, kind: 'phone', place: '', room: null, needs: '' },
      ...{
        purpose: 'guidance',
        aim: '',
        method: '',
        bring: '',
        others: '',
        toldHow: null,
        toldOn: null,
        isRestricted: false,
      },
    }
    const set = await test.database.transaction(dana.acting(), tx =>
      setAppointment(tx, id, dana.accountId, { arrangement, keepsBoth: true, insteadOf: null }),
    )
    if (!set.ok) throw new Error(set.why)
    house.clock.advance(1000)
    const way = `/people/${id}/school-data?appointment=${set.value}`
    expect((await dana.get(`/appointments/${set.value}`)).body).toContain(way)
    expect((await dana.get(way)).body).toContain(`/school-data/ask?appointment=${set.value}`)
    const one = await asked(id, { talk: set.value })
    expect(await rowOf(one)).toMatchObject({ due_on: '2026-12-08', talk_on: '2026-12-15', class: 4, state: 'asked' })
    expect((await dana.get(`/people/${id}/brief`)).body).toContain('Asked of Made-up High on 23 Nov, by 8 Dec')
  })
})

describe('A place of learning that is asked', () => {
  it('reads who it is about, what is asked and by when, and nothing else of the record (K3)', async () => {
    const id = await someone()
    await test.database.transaction(dana.acting(), async tx => {
      const done = await setGoal(tx, id, dana.accountId, 'Quillworta')
      if (!done.ok) throw new Error(done.why)
    })
    house.clock.advance(1000)
    await dana.post(`/people/${id}/school-data/new`, {
      kind: 'predicted',
      words: 'Umberlochner',
      source: 'They',
      ...OF,
    })
    const one = await asked(id)
    expect(await told(id)).toEqual([expect.objectContaining({ kind: 'school-ask.asked', account_id: hana.accountId })])
    for (const page of ['/', '/school-asks']) expect((await hana.get(page)).body).toContain(`/school-asks/${one}`)
    const { status, body } = await hana.get(`/school-asks/${one}`)
    expect(status).toBe(200)
    for (const words of ['Options and subjects', 'Dana Testcase']) expect(body).toContain(words)
    for (const words of ['Quillworta', 'Umberlochner', 'Does the young person know', 'note it as missing', '/talks'])
      expect(body).not.toContain(words)
    for (const page of ['school-data', 'school-data/ask', 'school-data/new', 'talks'])
      expect((await hana.get(`/people/${id}/${page}`)).status, page).toBe(404)
    const nothing = withoutTokens(await odd.get('/school-asks/01a00000-0000-7000-8000-000000000000'))
    expect(withoutTokens(await odd.get(`/school-asks/${one}`))).toBe(nothing)
    expect((await odd.get('/school-asks')).body).not.toContain(one)
    expect((await move(odd, one, 'answer', SAYS)).status).toBe(404)
    expect((await move(hana, one, 'withdraw', { why: 'Made up' })).status).toBe(404)
    expect((await move(odd, one, 'missing', { why: 'Made up' })).status).toBe(404)
  })

  it('answers itself: what it says is known to those who work with them, whoever asked is told, and twice is once', async () => {
    const id = await someone()
    const one = await asked(id, { asks: 'attendance' })
    const bare = await move(hana, one, 'answer', OF)
    expect(summaryOf(bare.body)[0]).toContain('#attendance')
    const says = { attendance: '94 in 100 🎒', ...OF, version: '1' }
    expect((await move(hana, one, 'answer', says)).status).toBe(303)
    expect((await move(hana, one, 'answer', says)).status).toBe(303)
    expect(await factsOf(id)).toMatchObject([{ class: 4, words: '94 in 100 🎒', as_of: '2026-11-20', ask_id: one }])
    expect((await told(id)).map(row => row.kind)).toEqual(['school-ask.asked', 'school-ask.answered'])
    const { body } = await dana.get(`/people/${id}/school-data`)
    for (const words of ['94 in 100 🎒', 'Made-up High', 'Answered']) expect(body).toContain(words)
    // What it said is not its page to read again: only that it answered.
    const after = (await hana.get(`/school-asks/${one}`)).body
    expect([after.includes('You have answered'), after.includes('94 in 100')]).toEqual([true, false])
    expect((await dana.get(`/people/${id}`)).body).toContain('School data from Made-up High')
  })

  it('is telephoned, and whoever writes it down says who said it', async () => {
    const id = await someone()
    const one = await asked(id)
    expect(summaryOf((await move(dana, one, 'answer', SAYS)).body)[0]).toContain('#said-by')
    expect((await move(dana, one, 'answer', { ...SAYS, 'said-by': 'Head of year' })).status).toBe(303)
    expect((await dana.get(`/school-asks/${one}`)).body).toContain('Head of year, written down by Dana Testcase')
  })

  it('does not answer: it is noted as missing with why, and stands so in the brief; a stale page loses nothing', async () => {
    const id = await someone()
    const one = await asked(id)
    expect(summaryOf((await move(dana, one, 'missing', { why: '' })).body)[0]).toContain('#why')
    expect((await move(dana, one, 'missing', { why: 'Nobody rang back' })).status).toBe(303)
    expect((await dana.get(`/people/${id}/brief`)).body).toContain('Missing: asked of Made-up High')
    const late = await move(hana, one, 'answer', { ...SAYS, version: '1' })
    expect(late.status).toBe(409)
    expect(await factsOf(id)).toEqual([])
    expect((await eventsOf(test, { target: one })).map(event => event.action)).toContain('school-ask.noted-missing')
  })

  it('says itself that it knows none of it: whoever asked is told, and reads why', async () => {
    const id = await someone()
    const one = await asked(id)
    expect((await move(hana, one, 'missing', { why: 'They came last week' })).to).toBe(`/school-asks/${one}`)
    expect((await told(id)).map(row => row.kind)).toContain('school-ask.answered')
    expect((await dana.get(`/school-asks/${one}`)).body).toContain('They came last week')
  })

  it('is asked once however often it is sent, and only where they learn', async () => {
    const id = await someone()
    expect(await asked(id)).toBe(await asked(id))
    const elsewhere = await dana.post(`/people/${id}/school-data/ask`, { ...ASK, from: partnership.organisationId })
    expect(summaryOf(elsewhere.body)[0]).toContain('#from')
    const bare = await dana.post(`/people/${id}/school-data/ask`, {})
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#from', '#asks', '#told'])
  })

  it('K4: that is shut out is told nothing and finds nothing', async () => {
    const id = await someone()
    const before = await asked(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: hana.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    await asked(id, { asks: 'predicted' })
    expect((await told(id)).filter(row => row.account_id === hana.accountId)).toHaveLength(1)
    expect((await hana.get(`/school-asks/${before}`)).status).toBe(404)
    expect((await hana.get('/school-asks')).body).not.toContain(before)
  })

  it('K6: whose very name tells of health is asked by those alone who may know, and what it says has that class', async () => {
    const unit = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Hospital School', kind: 'health' }),
    )
    const id = await someone()
    await enrol(house, partnership, id, unit)
    expect((await dana.get(`/people/${id}/school-data/ask`)).body).not.toContain('Hospital')
    const forced = await dana.post(`/people/${id}/school-data/ask`, { ...ASK, from: unit })
    expect(summaryOf(forced.body)[0]).toContain('#from')
    await letSee(house, partnership, { id, by: mair, classes: [...ADVISER_CLASSES, 'health'] })
    const one = await asked(id, { from: unit }, mair)
    expect((await rowOf(one)).class).toBe(256)
    await move(mair, one, 'answer', { ...SAYS, 'said-by': 'The teacher' })
    expect((await factsOf(id)).map(fact => fact.class)).toEqual([256])
    const page = (await dana.get(`/people/${id}/school-data`)).body
    for (const words of [one, 'Art, History']) expect(page).not.toContain(words)
    expect((await dana.get(`/school-asks/${one}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}`)).body).not.toContain('School data from')
    expect((await mair.get(`/people/${id}/school-data`)).body).toContain('Art, History')
  })

  it('K6: whose name tells of something later gives that class to what it was asked and said', async () => {
    const later = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Lodge', kind: 'school' }),
    )
    const id = await someone()
    await enrol(house, partnership, id, later)
    const one = await asked(id, { from: later })
    await move(dana, one, 'answer', { ...SAYS, 'said-by': 'The teacher' })
    await house.command(partnership.id, tx =>
      sql`update organisation set discloses = 1024 where partnership_id = ${partnership.id} and id = ${later}`.execute(
        tx.db,
      ),
    )
    house.clock.advance(1000)
    expect((await rowOf(one)).class).toBe(1024)
    expect((await factsOf(id)).map(fact => fact.class)).toEqual([1024])
    expect((await dana.get(`/people/${id}/school-data`)).body).not.toContain('Art, History')
    expect((await dana.get(`/school-asks/${one}`)).status).toBe(404)
  })

  it('K8: what was asked reads as nothing to who may not see what guidance they had', async () => {
    const id = await someone()
    const one = await asked(id)
    const nothing = withoutTokens(await mair.get('/school-asks/01a00000-0000-7000-8000-000000000000'))
    expect(withoutTokens(await mair.get(`/school-asks/${one}`))).toBe(nothing)
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'learning', 'sessions'] })
    expect(withoutTokens(await mair.get(`/school-asks/${one}`))).toBe(nothing)
    expect((await mair.get(`/people/${id}/brief`)).body).not.toContain('Asked of Made-up High')
  })

  it('K9: about somebody else it is gone with what came of it, and who read it is told', async () => {
    const id = await someone()
    const one = await asked(id)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    await move(dana, one, 'answer', { ...SAYS, 'said-by': 'Head of year' })
    await mair.get(`/people/${id}/school-data`)
    house.clock.advance(1000)
    expect((await dana.post(`/people/${id}/misfiled/school-ask/${one}`, { why: 'It was a twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/school-data`)).body).not.toContain('Art, History')
    expect((await hana.get(`/school-asks/${one}`)).status).toBe(404)
    expect(await told(id)).toContainEqual({ kind: 'misfiled.seen', account_id: mair.accountId })
    const fact = { kind: 'options', words: 'Music', source: 'They', ...OF }
    await dana.post(`/people/${id}/school-data/new`, fact)
    const [row] = (await factsOf(id)).filter(f => f.words === 'Music')
    house.clock.advance(1000)
    expect((await dana.post(`/people/${id}/misfiled/school-fact/${row?.id}`, { why: 'A twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/school-data`)).body).not.toContain('Music')
  })

  it('goes along when records are joined; what is answered meanwhile goes back with what was asked', async () => {
    const [keep, join] = [await someone(), await someone()]
    const id = await asked(join)
    const owen = await partnership.colleague('data-officer', 'Owen Testcase')
    const officer = <T>(work: (tx: Tx) => Promise<T>) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const pair = { keep, join }
      const seen = await compare(tx, pair, undefined)
      const wanted = { ...pair, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)

    expect((await move(dana, id, 'answer', { ...SAYS, 'said-by': 'Mr Sample' })).to).toBe(`/people/${keep}/school-data`)
    await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))
    expect([(await factsOf(keep)).length, (await factsOf(join)).map(one => one.words)]).toEqual([0, ['Art, History']])
  })

  it('typed by two, or taken back meanwhile, is refused to the second with what they typed', async () => {
    const id = await asked(await someone())
    await move(dana, id, 'withdraw', { why: 'Asked by mistake' })
    house.clock.advance(1000)
    const late = await hana.post(`/school-asks/${id}/answer`, { version: '1', ...SAYS })
    expect([late.status, late.body.includes('Art, History'), late.body.includes('Asked by mistake')]).toEqual([
      409,
      true,
      false,
    ])
  })

  it('K7: under an objection to sharing it is asked nothing, and answers nothing that was asked before', async () => {
    const [id, later] = [await someone(), await someone()]
    const before = await asked(later)
    const object = (whom: PersonId, value: string) =>
      house.command(partnership.id, tx =>
        setDetail(tx, whom, 'objection', value, {
          kind: 'young-person',
          organisationId: null,
          saidOn: tx.acting.today,
        }),
      )
    await object(id, 'on-list')
    await object(later, 'own')
    house.clock.advance(1000)
    const page = await dana.get(`/people/${id}/school-data/ask`)
    expect([page.status, page.body.includes('object to'), page.body.includes('name="asks"')]).toEqual([
      200,
      true,
      false,
    ])
    const refused = await dana.post(`/people/${id}/school-data/ask`, { ...ASK, from: school })
    expect([refused.status, refused.body.includes('object to')]).toEqual([422, true])
    expect(await told(id)).toEqual([])
    for (const by of [hana, dana]) {
      const answer = await move(by, before, 'answer', SAYS)
      expect([answer.status, answer.body.includes('Art, History')]).toEqual([422, true])
    }
    expect([await factsOf(later), (await rowOf(before)).state]).toEqual([[], 'asked'])
    // What they say themselves can be written down, and an objection that is taken back stands in the way no more.
    const own = { kind: 'options', words: 'Art', source: 'They said so', ...OF }
    expect((await dana.post(`/people/${id}/school-data/new`, own)).status).toBe(303)
    await test.owner
      .updateTable('person_detail')
      .set({ value: 'withdrawn' })
      .where('person_id', '=', id)
      .where('field', '=', 'objection')
      .execute()
    expect(await asked(id)).not.toBe('')
  })

  it('after a death nothing is asked, answered or told', async () => {
    const id = await someone()
    const one = await asked(id)
    const said = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const
    await test.database.transaction(dana.acting(), tx => markDeath(tx, id, toDay('2026-11-23'), said))
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/school-data/ask`)).status).toBe(404)
    expect((await dana.get(`/people/${id}/school-data`)).body).not.toContain('Ask where they learn')
    expect((await dana.get('/school-asks')).body).not.toContain(one)
    expect((await move(dana, one, 'answer', { ...SAYS, 'said-by': 'x' })).status).toBe(422)
    expect((await hana.get(`/school-asks/${one}`)).body).not.toContain('Keep the answer')
  })

  it('is late: whoever leads is told once, the leader of the team three working days later, nobody who is shut out', async () => {
    const [id, shut] = [await someone(), await someone()]
    await asked(id)
    const unheard = await asked(shut)
    await house.command(partnership.id, tx => setBarrier(tx, shut, { holderId: dana.accountId, reason: 'Made up' }))
    const day = async (n: number) => {
      house.clock.advance(n * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    const late = async (of: PersonId) => (await told(of)).filter(row => row.kind.endsWith('late'))
    await day(7)
    expect(await late(id)).toEqual([])
    await day(1)
    expect(await late(id)).toEqual([{ kind: 'school-ask.late', account_id: dana.accountId }])
    await day(2)
    expect(await late(id)).toContainEqual({ kind: 'school-ask.still-late', account_id: leader.accountId })
    expect(await late(shut)).toEqual([{ kind: 'school-ask.still-late', account_id: leader.accountId }])
    // Where nobody could be told, the story says of nobody that they were.
    expect((await eventsOf(test, { target: unheard })).map(event => event.action)).not.toContain('school-ask.reminded')
    // A sign-in of before is over by now.
    const fresh = await partnership.colleague('universal-adviser', 'Fresh Testcase')
    await letSee(house, partnership, { id, by: fresh, classes: ADVISER_CLASSES })
    expect((await fresh.get(`/people/${id}/brief`)).body).toContain('no answer yet')
  })
})
