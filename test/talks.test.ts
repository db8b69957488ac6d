/** Careers talks over HTTP and down to the row: aims beside attainment, what came up, what either side takes from it. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import { type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { findDone, putInFile } from '#rooms/guidance/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { takeWrittenOut, writeDown } from '#rooms/plans/index.ts'
import { type ContactContent, changeContact, recordContact } from '#rooms/sessions/index.ts'
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
import { addPerson, letSee } from '#test/people.ts'
import { until } from '#test/processes.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

let made = 0
const someone = (lead: TestColleague = dana) =>
  addPerson(house, partnership, {
    ...{ given: 'Robin', family: `Talksample${(made += 1)}`, lead, isIntensive: lead === imran },
  })
const MET: ContactContent = {
  ...{
    happenedOn: toDay('2026-11-23'),
    atTime: null,
    minutes: 30,
    kind: 'meeting',
    place: 'The hub',
    purpose: 'guidance',
  },
  ...{
    outcome: 'done',
    present: '',
    aloneOffered: null,
    aimResult: null,
    aimWhy: '',
    aim: '',
    notes: 'Made up',
    ownWords: '',
    nextStep: '',
  },
  ...{ nextOn: null, agreed: null, isRestricted: false },
}
async function met(id: PersonId, by: TestColleague = dana, content: Partial<ContactContent> = {}): Promise<RowId> {
  house.clock.advance(1000)
  const done = await test.database.transaction(by.acting(), tx =>
    recordContact(tx, id, by.accountId, { ...MET, ...content }),
  )
  house.clock.advance(1000)
  if (!done.ok) throw new Error(done.why)
  return done.value
}
const rowOf = (talk: string) =>
  test.owner
    .selectFrom('talk')
    .selectAll()
    .where('id', '=', talk as RowId)
    .executeTakeFirstOrThrow()
const partsOf = async (talk: string) => ({
  needs: await test.owner
    .selectFrom('talk_need')
    .selectAll()
    .where('talk_id', '=', talk as RowId)
    .execute(),
  marks: await test.owner
    .selectFrom('talk_mark')
    .selectAll()
    .where('talk_id', '=', talk as RowId)
    .execute(),
})
async function begun(id: PersonId, by: TestColleague = dana): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '' } = await by.post(`/people/${id}/talks`, {})
  house.clock.advance(1000)
  if (status !== 303) throw new Error(`${status}`)
  return to.split('/').at(-1) ?? ''
}
async function send(talk: string, step: string, fields: Record<string, string>, by: TestColleague = dana) {
  house.clock.advance(1000)
  const version = String((await rowOf(talk)).version)
  const answer = await by.post(`/talks/${talk}/${step}`, { version, ...fields })
  house.clock.advance(1000)
  return answer
}
/** A talk that was held, with the session it was. */
async function held(id: PersonId, by: TestColleague = dana, content: Partial<ContactContent> = {}) {
  const session = await met(id, by, content)
  const talk = await begun(id, by)
  const { status } = await send(talk, 'session', { session, about: 'Drawing and games' }, by)
  if (status !== 303) throw new Error(`${status}`)
  return { talk, session }
}

/** How many transactions wait for another. */
async function waitingIn(): Promise<number> {
  const { rows } = await sql`select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where not l.granted and a.datname = current_database()`.execute(test.owner)
  return rows.length
}

describe('An exercise', () => {
  const done = (id: PersonId) =>
    test.owner.selectFrom('exercise_done').selectAll().where('person_id', '=', id).execute()
  const SAYS = { did: 'Ran the stall 🎪', 'written-how': 'own-hands' }

  it('is done by the young person, kept once as theirs in their words, and taken out again for good', async () => {
    const id = await someone()
    const here = `/people/${id}/exercises`
    expect((await dana.get(here)).body).toContain('None was done yet')
    expect(summaryOf((await dana.post(`${here}/strengths`, { did: 'Ran' })).body)[0]).toContain('#written-how')
    expect(summaryOf((await dana.post(`${here}/strengths`, { 'written-how': 'said' })).body)[0]).toContain('#did')
    for (let twice = 0; twice < 2; twice += 1) {
      house.clock.advance(1000)
      expect((await dana.post(`${here}/strengths`, SAYS)).to).toBe(`${here}/strengths?done=1`)
    }
    const [row, ...others] = await done(id)
    expect([row?.edition, others]).toEqual(['2026-11-01', []])
    house.clock.advance(1000)
    expect((await dana.get(here)).body).toContain('“Ran the stall 🎪”')
    expect((await dana.post(`/exercises/${row?.id}/out`, { version: '9' })).status).toBe(409)
    expect((await dana.post(`/exercises/${row?.id}/out`, { version: '1' })).status).toBe(303)
    expect((await dana.post(`/exercises/${row?.id}/out`, { version: '1' })).status).toBe(303)
    expect((await done(id)).map(one => [one.state, one.answers])).toEqual([['out', {}]])
    expect((await dana.get(`${here}/no-such`)).status).toBe(404)
  })

  it('stands in their Progress File with their yes, once, and is taken out of it with the exercise, words and all', async () => {
    const id = await someone()
    const here = `/people/${id}/exercises`
    await dana.post(`${here}/strengths`, SAYS)
    house.clock.advance(1000)
    const [row] = await done(id)
    const put = (version: string) => {
      house.clock.advance(1000)
      return dana.post(`/exercises/${row?.id}/file`, { version })
    }
    expect((await put('9')).status).toBe(409)
    for (const _ of [1, 2]) expect((await put('1')).to).toBe(here)
    expect((await dana.get(here)).body).toContain('It stands in their Progress File.')
    const file = async () => (await dana.get(`/people/${id}/plan/file`)).body
    expect(await file()).toContain('What did you do? Ran the stall 🎪')
    house.clock.advance(1000)
    expect((await dana.post(`/exercises/${row?.id}/out`, { version: '2' })).status).toBe(303)
    house.clock.advance(1000)
    expect(await file()).not.toContain('Ran the stall')
    const entries = await test.owner.selectFrom('progress_entry').selectAll().where('person_id', '=', id).execute()
    expect(entries.map(one => [one.state, one.did, one.shared_on])).toEqual([['out', '–', null]])
    expect((await put('3')).status).toBe(409)
  })

  it('K9: sealed while a colleague puts it in their Progress File, it goes from there too; a press that is refused writes nothing', async () => {
    const id = await someone()
    await dana.post(`/people/${id}/exercises/strengths`, SAYS)
    house.clock.advance(1000)
    const [row] = await done(id)
    if (!row) throw new Error('no exercise')
    const entriesOf = () => test.owner.selectFrom('progress_entry').selectAll().where('person_id', '=', id).execute()
    const put = (version: number, before: () => Promise<unknown>) =>
      test.database.transaction(dana.acting(), async tx => {
        const one = await findDone(tx, row.id as RowId)
        const file = { putEntry: writeDown, takeEntryOut: takeWrittenOut }
        const outcome = one && (await putInFile(tx, file, { ...one, version }, dana.accountId))
        await before()
        return outcome
      })
    expect(await put(9, async () => {})).toMatchObject({ ok: false, why: 'stale' })
    expect(await entriesOf()).toEqual([])
    let sealing: Promise<{ readonly status: number }> | undefined
    const outcome = await put(1, async () => {
      sealing = dana.post(`/people/${id}/misfiled/exercise/${row.id}`, { why: 'A twin' })
      await until(async () => (await waitingIn()) > 0)
    })
    expect([outcome?.ok, (await sealing)?.status]).toEqual([true, 303])
    expect((await entriesOf()).map(one => one.sealed_at === null)).toEqual([false])
  })

  it('K9: on the wrong young person it goes from their Progress File too; what is too long for an entry stays where it is', async () => {
    const id = await someone()
    const here = `/people/${id}/exercises`
    const long = 'Ran the stall. '.repeat(90)
    await dana.post(`${here}/strengths`, { did: long, how: long, 'written-how': 'said' })
    house.clock.advance(1000)
    const [row] = await done(id)
    const refused = await dana.post(`/exercises/${row?.id}/file`, { version: '1' })
    expect([refused.status, refused.body.includes('longer than an entry')]).toEqual([422, true])
    await dana.post(`${here}/good-day`, { what: 'By the canal', 'written-how': 'said' })
    house.clock.advance(1000)
    const short = (await done(id)).find(one => one.exercise === 'good-day')
    expect((await dana.post(`/exercises/${short?.id}/file`, { version: '1' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/plan/file`)).body).toContain('By the canal')
    expect((await dana.post(`/people/${id}/misfiled/exercise/${short?.id}`, { why: 'A twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/plan/file`)).body).not.toContain('By the canal')
  })

  it('K8, K4, K9: is nobody’s to read who may not, and gone where it was somebody else’s', async () => {
    const id = await someone()
    const here = `/people/${id}/exercises`
    await dana.post(`${here}/strengths`, SAYS)
    house.clock.advance(1000)
    const [row] = await done(id)
    expect((await mair.get(here)).status).toBe(404)
    expect((await mair.post(`/exercises/${row?.id}/out`, { version: '1' })).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'learning'] })
    expect((await mair.get(here)).status).toBe(404)
    expect((await dana.get(`${here}/strengths`)).body).not.toContain('Talksample')
    expect((await dana.post(`/people/${id}/misfiled/exercise/${row?.id}`, { why: 'A twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(here)).body).not.toContain('Ran the stall')
    const said = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const
    await test.database.transaction(dana.acting(), tx => markDeath(tx, id, toDay('2026-11-23'), said))
    house.clock.advance(1000)
    expect((await dana.get(`${here}/strengths`)).status).toBe(404)
  })
})

describe('A careers talk', () => {
  it('has their aim beside what they have reached and what it asks for, the challenge both ways, and their answer; it closes nothing', async () => {
    const id = await someone()
    await dana.post(`/people/${id}/school-data/new`, {
      ...{ kind: 'attainment', words: 'Art 7', source: 'Their report', ...dayFields('as-of', [2026, 7, 1]) },
    })
    const talk = await begun(id)
    expect(await begun(id)).toBe(talk)
    const bare = await send(talk, 'aim', { 'aim-asks': 'A portfolio ✏️', 'aim-words': 'مصمم' })
    expect(summaryOf(bare.body)[0]).toContain('#aim-source')
    expect(bare.body).toContain('A portfolio ✏️')
    const on = dayFields('aim-on', [2026, 11, 22])
    const ahead = await send(talk, 'aim', { 'aim-asks': 'x', 'aim-source': 'y', ...dayFields('aim-on', [2027, 1, 1]) })
    expect(summaryOf(ahead.body)[0]).toContain('#aim-on-day')
    const aim = {
      ...{ 'aim-words': 'To draw for games', 'aim-asks': 'Five passes', 'aim-source': 'The college’s page', ...on },
      ...{ higher: 'Level 3 is open too', takes: 'A portfolio by March', 'aim-answer': 'I did not know that' },
      version: '1',
    }
    expect((await send(talk, 'aim', aim)).status).toBe(303)
    // Sent twice it is kept once; other words from an old page lose nothing.
    expect((await send(talk, 'aim', aim)).status).toBe(303)
    const stale = await send(talk, 'aim', { ...aim, higher: 'Something else' })
    expect([stale.status, stale.body.includes('Something else'), stale.body.includes('Level 3 is open too')]).toEqual([
      ...[409, true, true],
    ])
    const { body } = await dana.get(`/talks/${talk}`)
    for (const words of ['Art 7', 'Their report', '“To draw for games”', 'Five passes', 'The college’s page'])
      expect(body).toContain(words)
    for (const words of ['Level 3 is open too', 'A portfolio by March', '“I did not know that”', 'Nothing is foretold'])
      expect(body).toContain(words)
    expect((await dana.get(`/people/${id}/opportunities`)).status).toBe(200)
  })

  it('is tied to the session that was recorded, once, and stands in the story', async () => {
    const id = await someone()
    const talk = await begun(id)
    expect((await dana.get(`/talks/${talk}/session`)).body).toContain('No session with them is recorded yet')
    expect((await dana.get(`/talks/${talk}/own`)).to).toBe(`/talks/${talk}/session`)
    const session = await met(id)
    const other = await met(await someone())
    expect(summaryOf((await send(talk, 'session', { session: other, about: 'x' })).body)[0]).toContain('#session')
    expect(summaryOf((await send(talk, 'session', { session })).body)[0]).toContain('#about')
    expect((await send(talk, 'session', { session, about: 'Two colleges' })).status).toBe(303)
    expect(await rowOf(talk)).toMatchObject({ state: 'held', contact_id: session, held_on: '2026-11-23', class: 16 })
    const second = await begun(id)
    expect(summaryOf((await send(second, 'session', { session, about: 'x' })).body)[0]).toContain(
      'tied to that session',
    )
    expect((await send(second, 'drop', { why: '' })).status).toBe(422)
    expect((await send(second, 'drop', { why: 'They were ill' })).status).toBe(303)
    expect((await dana.get(`/people/${id}`)).body).toContain(`/talks/${talk}`)
    expect((await eventsOf(test, { target: talk })).map(event => event.action)).toContain('talk.held')
  })

  it('has what was learnt by either side beside the other, never in one, and how it went by them alone', async () => {
    const id = await someone()
    const { talk } = await held(id)
    expect(summaryOf((await send(talk, 'learnt', {})).body)[0]).toContain('Say at least one of them')
    const early = await send(talk, 'learnt', { 'evidence-cv': 'Showed me one' })
    expect(summaryOf(early.body)[0]).toContain('#said-cv')
    // How it went is not the adviser's to say.
    const adviser = { 'said-cv': 'partly', 'evidence-cv': 'Brackenthor', 'said-takes-part': 'seen' }
    expect((await send(talk, 'learnt', adviser)).status).toBe(303)
    const page = (await dana.get(`/talks/${talk}/own`)).body
    expect(page).toContain('How was it for you?')
    expect(page).not.toContain('Brackenthor')
    expect(summaryOf((await send(talk, 'own', { 'said-cv': 'seen' })).body)[0]).toContain('#own-how')
    const own = { 'said-cv': 'seen', 'evidence-cv': 'I wrote it 💪', 'said-takes-part': 'seen', 'own-how': 'own-hands' }
    const said = await send(talk, 'own', { ...own, 'own-words': 'It was good' })
    expect(said.to).toBe(`/talks/${talk}/own?done=1`)
    expect((await dana.get(said.to ?? '')).body).toContain('Give the screen back')
    expect(
      (await partsOf(talk)).marks.map(m => `${m.mark} ${m.side} ${m.said}`).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual([...['cv adviser partly', 'cv young-person seen', 'takes-part young-person seen']])
    const { body } = await dana.get(`/talks/${talk}`)
    for (const words of ['“I wrote it 💪”', 'Brackenthor', 'It was good', 'by their own hands'])
      expect(body).toContain(words)
    // Said anew in the same talk it stands over what was said.
    await send(talk, 'own', { ...own, 'said-cv': 'not-seen' })
    expect((await partsOf(talk)).marks).toHaveLength(3)
  })

  it('K4: the page that is turned to them shows no alert, no name of another and nothing of the adviser’s', async () => {
    const id = await someone()
    const other = await someone()
    await dana.get(`/people/${other}`)
    const { talk } = await held(id)
    await send(talk, 'session', { session: (await rowOf(talk)).contact_id ?? '', about: 'Quillworta' })
    const { body } = await dana.get(`/talks/${talk}/own`)
    for (const words of ['Quillworta', 'Talksample', '/caseload']) expect(body).not.toContain(words)
  })

  it('leads from a need to what the house has for it, and only those who may', async () => {
    const id = await someone()
    const { talk } = await held(id)
    expect(summaryOf((await send(talk, 'needs', {})).body)[0]).toContain('#kind')
    for (let twice = 0; twice < 2; twice += 1)
      expect((await send(talk, 'needs', { kind: 'housing', words: 'On a sofa' })).status).toBe(303)
    const { needs } = await partsOf(talk)
    expect(needs).toHaveLength(1)
    const { body } = await dana.get(`/talks/${talk}`)
    const ways = [`/people/${id}/assessment"`, `/people/${id}/referrals/new`, `/concerns/new?about=${id}`]
    for (const way of ways) expect(body).toContain(way)
    const { to = '' } = await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
    house.clock.advance(1000)
    const home = to.replace('/education', '/home')
    expect((await dana.get(`/talks/${talk}`)).body).toContain(home)
    expect((await dana.get(home)).status).toBe(200)
    await send(talk, `needs/${needs[0]?.id}/over`, {})
    expect((await dana.get(`/talks/${talk}`)).body).not.toContain('On a sofa')
    // No danger waits in a talk: there is no kind of it (K10).
    expect(body).toContain('Raise a concern')
  })

  it('K6: a need of health is noted and read by those alone who may, and no page of others differs', async () => {
    const id = await someone(imran)
    const { talk } = await held(id, imran)
    await letSee(house, partnership, { id, by: dana, classes: ADVISER_CLASSES })
    const before = withoutTokens(await dana.get(`/talks/${talk}`))
    expect(before).not.toContain('value="health"')
    expect(summaryOf((await send(talk, 'needs', { kind: 'health' })).body)[0]).toContain('#kind')
    expect((await send(talk, 'needs', { kind: 'health', words: 'Quillworta' }, imran)).status).toBe(303)
    expect((await partsOf(talk)).needs.map(n => n.class)).toEqual([256])
    expect((await imran.get(`/talks/${talk}`)).body).toContain('Quillworta')
    expect(withoutTokens(await dana.get(`/talks/${talk}`))).toBe(before)
    const events = await eventsOf(test, { target: talk })
    expect(JSON.stringify(events)).not.toContain('health')
  })

  it('is as close as its session, also when that is kept close later, with all that hangs on it', async () => {
    const id = await someone()
    const { talk, session } = await held(id)
    await send(talk, 'needs', { kind: 'family', words: 'Made up' })
    await send(talk, 'learnt', { 'said-cv': 'seen' })
    await letSee(house, partnership, { id, by: mair, classes: [...ADVISER_CLASSES, 'restricted'] })
    house.clock.advance(1000)
    const changed = await test.database.transaction(mair.acting(), tx =>
      changeContact(tx, session, { content: { ...MET, isRestricted: true }, version: 1, why: 'A test' }),
    )
    expect(changed).toMatchObject({ ok: true })
    house.clock.advance(1000)
    expect((await rowOf(talk)).class).toBe(4096)
    const { needs, marks } = await partsOf(talk)
    expect([...needs, ...marks].map(part => part.class)).toEqual([4096, 4096])
    expect((await dana.get(`/talks/${talk}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}/talks`)).body).not.toContain(talk)
    expect((await mair.get(`/talks/${talk}`)).status).toBe(200)
  })

  it('tied to a session that is kept close already is gone from who may not see that', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: mair, classes: [...ADVISER_CLASSES, 'restricted'] })
    const { talk } = await held(id, mair, { isRestricted: true })
    await send(talk, 'needs', { kind: 'housing', words: 'Made up' }, mair)
    expect((await partsOf(talk)).needs.map(n => n.class)).toEqual([4096])
    expect((await dana.get(`/talks/${talk}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}`)).body).not.toContain(talk)
  })

  it('K8, K4: reads as nothing to who may not see what guidance they had, or is shut out', async () => {
    const id = await someone()
    const { talk } = await held(id)
    const nothing = withoutTokens(await mair.get('/talks/01a00000-0000-7000-8000-000000000000'))
    expect(withoutTokens(await mair.get(`/talks/${talk}`))).toBe(nothing)
    expect((await owen.get(`/talks/${talk}`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    for (const page of ['', '/aim', '/session', '/learnt', '/own'])
      expect((await mair.get(`/talks/${talk}${page}`)).status, page).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    for (const page of ['', '/aim', '/session', '/learnt', '/own'])
      expect(withoutTokens(await mair.get(`/talks/${talk}${page}`))).toBe(nothing)
    for (const step of ['needs', 'aim', 'own']) expect((await send(talk, step, {}, mair)).status).toBe(404)
  })

  it('K9: on the wrong young person it is gone with all that hangs on it, and with its session too', async () => {
    const id = await someone()
    const one = await held(id)
    await send(one.talk, 'needs', { kind: 'housing', words: 'Quillworta' })
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    await mair.get(`/talks/${one.talk}`)
    house.clock.advance(1000)
    expect((await dana.post(`/people/${id}/misfiled/talk/${one.talk}`, { why: 'It was a twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/talks/${one.talk}`)).status).toBe(404)
    expect((await partsOf(one.talk)).needs.every(need => need.sealed_at !== null)).toBe(true)
    const kinds = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', mair.accountId)
      .execute()
    expect(kinds.map(row => row.kind)).toContain('misfiled.seen')
    const two = await held(id)
    expect((await dana.post(`/people/${id}/misfiled/contact/${two.session}`, { why: 'A twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/talks/${two.talk}`)).status).toBe(404)
  })

  it('goes along when records are joined, with all that hangs on it, and back', async () => {
    const [keep, join] = [await someone(), await someone()]
    const { talk } = await held(join)
    await send(talk, 'needs', { kind: 'travel', words: 'Two buses' })
    await send(talk, 'learnt', { 'said-cv': 'seen', 'evidence-cv': 'Brackenthor' })
    const officer = <T>(work: (tx: Tx) => Promise<T>) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const pair = { keep, join }
      const seen = await compare(tx, pair, undefined)
      const wanted = { ...pair, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${keep}/talks`)).body).toContain(talk)
    const { body } = await dana.get(`/talks/${talk}`)
    for (const words of ['Two buses', 'Brackenthor']) expect(body).toContain(words)
    // And what is written on it while they are one.
    await send(talk, 'needs', { kind: 'money', words: 'No fare' })
    await send(talk, 'learnt', { 'said-jobs': 'partly' })
    await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))
    house.clock.advance(1000)
    expect((await dana.get(`/people/${keep}/talks`)).body).not.toContain(talk)
    const { needs, marks } = await partsOf(talk)
    expect(needs.map(need => need.person_id)).toEqual([join, join])
    expect(new Set(marks.map(mark => mark.person_id))).toEqual(new Set([join]))
    expect(marks.length).toBeGreaterThan(1)
  })

  it('of somebody who has died is read, and nothing more is written', async () => {
    const id = await someone()
    const { talk } = await held(id)
    const said = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const
    await test.database.transaction(dana.acting(), tx => markDeath(tx, id, toDay('2026-11-23'), said))
    house.clock.advance(1000)
    const { status, body } = await dana.get(`/talks/${talk}`)
    expect([status, body.includes('Note another need'), body.includes('Ask them how it went')]).toEqual([
      200,
      false,
      false,
    ])
    for (const page of ['aim', 'session', 'learnt', 'own'])
      expect((await dana.get(`/talks/${talk}/${page}`)).status).toBe(404)
    expect((await send(talk, 'needs', { kind: 'housing' })).status).toBe(422)
    expect((await dana.post(`/people/${id}/talks`, {})).status).toBe(404)
  })
})
