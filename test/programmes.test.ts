/** Programmes over HTTP and down to the row: who comes on one, from stage to stage, who leaves early, and nobody without an adviser. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { insertEnrolments } from '#rooms/people/index.ts'
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
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let wyn: TestColleague
let provider: OrganisationId
let programme: string

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair } = await staffOf(partnership, 'leader', 'dana', 'mair'))
  provider = await place('Made-up Training', 'training-provider')
  wyn = await partnership.colleague('partner-practitioner', 'Wyn Testcase', provider)
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
  programme = await added({ name: 'Sample Gateway' })
  for (const [name, weeks] of [
    ['First steps', '2'],
    ['Life skills', ''],
  ] as const)
    await leader.post(`/programmes/${programme}/stages/new`, { 'stage-name': name, weeks, adviser: mair.accountId })
})

function place(name: string, kind: 'training-provider' | 'health' | 'school'): Promise<OrganisationId> {
  return house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))
}

const CONTENT = { 'min-age': '16', 'max-age': '18', asks: ['lead'] }
async function added(fields: Record<string, string | string[]>): Promise<string> {
  const { status, to = '', body } = await leader.post('/programmes/new', { ...CONTENT, 'run-by': provider, ...fields })
  if (status !== 303) throw new Error(body.slice(0, 3000))
  house.clock.advance(1000)
  return to.split('/').at(-1) ?? ''
}

let made = 0
function young(lead: TestColleague | null = dana, born = '2009-09-04'): Promise<PersonId> {
  const wanted = { given: 'Ade', family: `Adsample${(made += 1)}`, born }
  return addPerson(house, partnership, { ...wanted, lead: lead ?? undefined })
}

const ENTERING = { ...dayFields('agreed', [2026, 11, 20]), ...dayFields('starts', [2026, 11, 23]) }
async function putBy(by: TestColleague, id: PersonId, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/programmes/new`, { ...ENTERING, programme, ...fields })
  house.clock.advance(1000)
  return answer
}
async function put(id: PersonId, fields: Record<string, string> = {}, by: TestColleague = dana): Promise<string> {
  const { status, to = '', body } = await putBy(by, id, fields)
  if (status !== 303) throw new Error(body.slice(0, 3000))
  return to.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('programme_place')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
async function step(by: TestColleague, id: string, move: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const version = String((await rowOf(id)).version)
  const answer = await by.post(`/programme-places/${id}/${move}`, { version, ...fields })
  house.clock.advance(1000)
  return answer
}
const TODAY = [2026, 11, 23] as const
const STARTED = dayFields('started', [...TODAY])
const LEFT = {
  ...dayFields('last-there', [...TODAY]),
  'leave-reason': 'work',
  'leave-words': 'Works at the market now',
}
async function onIt(id?: PersonId): Promise<string> {
  const one = await put(id ?? (await young()))
  expect((await step(dana, one, 'start', STARTED)).status).toBe(303)
  return one
}

describe('A programme', () => {
  it('is refused with every fault at its field, and keeps what was typed', async () => {
    const empty = await leader.post('/programmes/new', { about: 'Cooking first', 'min-age': 'x', 'max-age': '99' })
    expect([empty.status, summaryOf(empty.body).map(line => line.split(' ')[0])]).toEqual([
      422,
      ['#name', '#run-by', '#min-age', '#max-age'],
    ])
    expect(empty.body).toContain('Cooking first')
    const turned = await leader.post('/programmes/new', {
      ...CONTENT,
      ...{ name: 'Turned', 'run-by': provider, 'min-age': '18', 'max-age': '16' },
    })
    expect(summaryOf(turned.body)[0]).toContain('must be the youngest or above')
    const taken = await leader.post('/programmes/new', { ...CONTENT, name: 'sample gateway', 'run-by': provider })
    expect(summaryOf(taken.body)[0]).toContain('Another programme has this name')
  })

  it('is changed from the version that was shown, and closed it takes nobody', async () => {
    const one = await added({ name: 'Short one' })
    const change = { ...CONTENT, name: 'Short and sweet', version: '1' }
    expect((await leader.post(`/programmes/${one}/change`, change)).status).toBe(303)
    const stale = await leader.post(`/programmes/${one}/change`, { ...change, name: 'Typed here' })
    expect([stale.status, stale.body.includes('Typed here')]).toEqual([409, true])
    await leader.post(`/programmes/${one}/stages/new`, { 'stage-name': 'Only' })
    const id = await young()
    expect((await dana.get(`/people/${id}/programmes/new`)).body).toContain('Short and sweet')
    expect((await leader.post(`/programmes/${one}/close`)).status).toBe(303)
    expect((await dana.get(`/people/${id}/programmes/new`)).body).not.toContain('Short and sweet')
    expect((await putBy(dana, id, { programme: one })).status).toBe(422)
  })

  it('is set up by those who may, and by nobody else', async () => {
    for (const who of [dana, wyn]) expect((await who.get('/programmes/new')).status).toBe(404)
    expect((await dana.get('/programmes')).body).toContain('Sample Gateway')
  })
})

describe('Coming on a programme', () => {
  it('needs what the programme asks, or words why they come all the same', async () => {
    const younger = await young(dana, '2012-01-01')
    const refused = await putBy(dana, younger)
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([
      422,
      expect.stringContaining('their age on that day'),
    ])
    const one = await put(younger, { 'set-aside': 'The school asked for it' })
    expect(await rowOf(one)).toMatchObject({ state: 'waiting', set_aside: 'The school asked for it', class: 4 })
    expect((await dana.get(`/programme-places/${one}`)).body).toContain('The school asked for it')
  })

  it('sent twice is one, and keeps what was typed when a day is wrong', async () => {
    const id = await young()
    await put(id)
    const again = await putBy(dana, id)
    expect([again.status, summaryOf(again.body)[0]]).toEqual([422, expect.stringContaining('on it already')])
    const ahead = await putBy(dana, await young(), { ...dayFields('starts', [2028, 1, 1]), 'set-aside': 'Łukasz 🚲' })
    expect([ahead.status, summaryOf(ahead.body)[0]]).toEqual([422, expect.stringContaining('within 12 months')])
    expect(ahead.body).toContain('Łukasz 🚲')
  })

  it('is not for whoever may not see where they learn', async () => {
    const id = await young()
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES.filter(c => c !== 'learning') })
    expect(withoutTokens(await putBy(mair, id))).toBe(
      withoutTokens(await putBy(mair, newId<'person'>(house.clock.now()) as PersonId)),
    )
  })
})

describe('Somebody on a programme', () => {
  it('goes from stage to stage, each with its day, and it stands on their record', async () => {
    const id = await young()
    const one = await onIt(id)
    expect(await rowOf(one)).toMatchObject({ state: 'on', position: 1, due_on: '2026-12-07' })
    const page = (await dana.get(`/programme-places/${one}`)).body
    expect(page).toContain('Mair Testcase works with those at this stage.')
    const bare = await step(dana, one, 'move', { 'moved-words': 'Walks in first now' })
    expect([bare.status, summaryOf(bare.body).map(line => line.split(' ')[0])]).toEqual([
      422,
      ['#stage', '#moved-day', '#reached'],
    ])
    expect(bare.body).toContain('Walks in first now')
    const moving = { stage: '2', reached: 'yes', 'moved-words': 'Walks in first now' }
    const before = await step(dana, one, 'move', { ...moving, ...dayFields('moved', [2026, 11, 22]) })
    expect(summaryOf(before.body)[0]).toContain('must not be before they came')
    expect((await step(dana, one, 'move', { ...moving, ...dayFields('moved', [...TODAY]) })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ position: 2, due_on: null })
    const record = (await dana.get(`/people/${id}`)).body
    expect(record).toContain('Sample Gateway: on it')
    expect((await step(dana, one, 'finish', dayFields('finished', [...TODAY]))).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'completed', over_on: '2026-11-23', due_on: null })
    const steps = await test.owner
      .selectFrom('programme_step')
      .selectAll()
      .where('place_id', '=', one as RowId)
      .execute()
    expect(
      steps.map(s => [s.stage, s.reached, s.finished_on]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ).toEqual([
      ['First steps', true, '2026-11-23'],
      ['Life skills', null, '2026-11-23'],
    ])
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    for (const action of ['entered', 'started', 'moved', 'completed']) expect(actions).toContain(`programme.${action}`)
  })

  it('is moved once however often it is sent, and never from a version that is gone', async () => {
    const one = await put(await young())
    const sent = { version: '1', ...STARTED }
    for (const to of ['first', 'second'])
      expect([to, (await dana.post(`/programme-places/${one}/start`, sent)).status]).toEqual([to, 303])
    const stale = await dana.post(`/programme-places/${one}/leave`, { version: '1', ...LEFT })
    expect([stale.status, stale.body.includes('Somebody changed this meanwhile')]).toEqual([409, true])
  })

  it('who leaves early is asked why within ten working days, and what they say is not the partner’s', async () => {
    const id = await young()
    await enrol(id)
    const one = await onIt(id)
    expect((await step(dana, one, 'leave', LEFT)).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'left', reason: 'work', due_on: '2026-12-07' })
    const talked = { talk: 'held', 'talk-words': 'They shouted' }
    expect((await step(dana, one, 'talk', talked)).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ talk: 'held', due_on: null })
    expect((await dana.get(`/programme-places/${one}`)).body).toContain('They shouted')
    const heard = (await wyn.get(`/programme-places/${one}`)).body
    expect(heard).toContain('Left early')
    for (const words of ['They shouted', 'Works at the market now']) expect(heard).not.toContain(words)
    expect((await step(wyn, one, 'talk', talked)).status).toBe(404)
  })

  it('is counted among those who left only so that it tells of nobody', async () => {
    const page = (await leader.get(`/programmes/${programme}`)).body
    expect(page).toContain('fewer than 5')
    const lesson = { learnt: 'The bus', change: 'Start later', ...dayFields('change-by', [2026, 12, 1]) }
    const undated = await leader.post(`/programmes/${programme}/lessons`, { learnt: 'The bus', change: 'Start later' })
    expect(summaryOf(undated.body)[0]).toContain('by when')
    expect((await leader.post(`/programmes/${programme}/lessons`, lesson)).status).toBe(303)
    expect((await leader.get(`/programmes/${programme}`)).body).toContain('Start later')
    expect((await wyn.get(`/programmes/${programme}`)).body).not.toContain('Start later')
  })
})

async function enrol(personId: PersonId, organisationId: OrganisationId = provider): Promise<void> {
  await house.command(partnership.id, async tx => {
    const row = { id: newId<'row'>(tx.acting.at), personId, organisationId, classBit: 4, yearGroup: null, course: '' }
    await insertEnrolments(tx, [{ ...row, startedOn: toDay('2026-09-01'), finishedOn: null, leftReason: '' }], {
      ...{ kind: 'partner-list', organisationId, saidOn: tx.acting.today },
    })
  })
  await letSee(house, partnership, {
    id: personId,
    by: { accountId: organisationId as string as TestColleague['accountId'] } as TestColleague,
    classes: ['identity'],
  })
}

describe('Who may know that somebody is on a programme', () => {
  it('is whoever runs it, of whom they know, and no other partner (K3)', async () => {
    const school = await place('Made-up High', 'school')
    const hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
    const id = await young()
    const one = await onIt(id)
    expect((await wyn.get(`/programme-places/${one}`)).status).toBe(404)
    await enrol(id)
    expect((await wyn.get(`/programme-places/${one}`)).status).toBe(200)
    expect((await wyn.get(`/programmes/${programme}`)).body).toContain(`/programme-places/${one}`)
    await enrol(id, school)
    expect((await hana.get(`/people/${id}`)).status).toBe(200)
    for (const path of [`/programme-places/${one}`, `/programmes/${programme}`])
      expect((await hana.get(path)).status).toBe(404)
    for (const path of [`/people/${id}`, '/programmes'])
      expect((await hana.get(path)).body).not.toContain('Sample Gateway')
  })

  it('is gone for the partner once a barrier shuts it out (K4)', async () => {
    const id = await young()
    await enrol(id)
    const one = await onIt(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: provider, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await wyn.get(`/programme-places/${one}`)).status).toBe(404)
    expect((await wyn.get(`/programmes/${programme}`)).body).not.toContain(one)
  })

  it('of one whose very name tells more, only those who may see that (K6)', async () => {
    const told = await added({ name: 'Sample Recovery', tells: 'health' })
    await leader.post(`/programmes/${told}/stages/new`, { 'stage-name': 'Only' })
    const id = await young(null)
    const imran = await partnership.colleague('intensive-adviser', 'Imran Testcase')
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: imran.accountId, isIntensive: true, reason: 'A test' }),
    )
    house.clock.advance(1000)
    const one = await put(id, { programme: told }, imran)
    expect((await rowOf(one)).class).toBe(256)
    await letSee(house, partnership, { id, by: dana, classes: ADVISER_CLASSES })
    expect((await dana.get(`/people/${id}/programmes/new`)).body).not.toContain('Sample Recovery')
    expect((await dana.get(`/programme-places/${one}`)).status).toBe(404)
    for (const path of [`/people/${id}`, `/programmes/${told}`]) expect((await dana.get(path)).body).not.toContain(one)
  })

  it('about the wrong young person is gone, with its stages (K9)', async () => {
    const id = await young()
    const one = await onIt(id)
    expect((await dana.post(`/people/${id}/misfiled/programme/${one}`, { why: 'It was her twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/programme-places/${one}`)).status).toBe(404)
    const steps = await test.owner
      .selectFrom('programme_step')
      .select('sealed_at')
      .where('place_id', '=', one as RowId)
      .execute()
    expect(steps.map(s => s.sealed_at === null)).toEqual([false])
  })
})

describe('Nobody is on a programme without an adviser (row 243)', () => {
  it('without that it stands on the page, and is told once to those who may see it, until somebody leads', async () => {
    const id = await young(null)
    await letSee(house, partnership, { id, by: dana, classes: ADVISER_CLASSES })
    await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
    const one = await put(id, { 'set-aside': 'One is being found' })
    expect((await leader.get('/programmes')).body).toMatch(new RegExp(`without an adviser[^]*${one}`))
    expect((await mair.get('/programmes')).body).not.toContain(one)
    await turnOf(test, house)
    await turnOf(test, house)
    const toldOf = async () =>
      (
        await test.owner
          .selectFrom('notice')
          .select('account_id')
          .where('target_id', '=', one)
          .where('kind', '=', 'programme.no-adviser')
          .execute()
      ).map(n => n.account_id)
    expect((await toldOf()).toSorted()).toEqual([leader.accountId, dana.accountId].toSorted())
    expect((await leader.get('/')).body).toContain('on a programme without an adviser')
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: dana.accountId, isIntensive: false, reason: 'A test' }),
    )
    await turnOf(test, house)
    expect((await rowOf(one)).alone_told_at).toBeNull()
    expect((await leader.get('/programmes')).body).not.toContain(one)
  })
})

describe('A start, a stage or a talk nobody looks at', () => {
  it('is told to whoever leads, and three working days on to the leader of their team', async () => {
    const one = await onIt()
    const after = async (dueOn: string) => {
      await test.owner
        .updateTable('programme_place')
        .set({ due_on: toDay(dueOn) })
        .where('id', '=', one as RowId)
        .execute()
      await turnOf(test, house)
      return rowOf(one)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-18')).toMatchObject({ escalated_at: expect.anything() })
    expect((await dana.get('/')).body).toContain('Somebody on a programme waits for you')
    expect((await leader.get('/')).body).toContain('still waits for their adviser')
  })
})

describe('A stage another adviser works with (paragraph 57)', () => {
  it('asks for a hand-over: whoever leads is told once, unless one is under way', async () => {
    const since = async (days: number, one: string) => {
      await test.owner
        .updateTable('programme_step')
        .set({ started_on: toDay(`2026-11-${String(23 - days)}`) })
        .where('place_id', '=', one as RowId)
        .execute()
      await turnOf(test, house)
      await turnOf(test, house)
    }
    const toldOf = async (one: string) =>
      (
        await test.owner
          .selectFrom('notice')
          .select('account_id')
          .where('target_id', '=', one)
          .where('kind', '=', 'programme.hand-over')
          .execute()
      ).map(n => n.account_id)
    const one = await onIt()
    await since(2, one)
    expect(await toldOf(one)).toEqual([])
    await since(3, one)
    expect(await toldOf(one)).toEqual([dana.accountId])
    expect((await dana.get(`/programme-places/${one}`)).body).toContain('Mair Testcase')

    const id = await young()
    const begun = await onIt(id)
    const asked = { to: mair.accountId, kind: 'programme', why: 'Life skills', wish: 'agrees' }
    house.clock.advance(1000)
    const answer = await dana.post(`/people/${id}/hand-over`, asked)
    expect(answer.status, summaryOf(answer.body).join()).toBe(303)
    await since(9, begun)
    expect(await toldOf(begun)).toEqual([])
    // Led by the adviser of the stage there is nothing to hand over.
    const theirs = await put(await young(mair), {}, mair)
    expect((await step(mair, theirs, 'start', STARTED)).status).toBe(303)
    await since(9, theirs)
    expect(await toldOf(theirs)).toEqual([])
  })
})
