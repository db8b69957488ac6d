/** Transfer summaries over HTTP and down to the row: asked, asked again, chased, answered, and of the part what came tells of. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
let leader: TestColleague
let school: OrganisationId
let youth: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen, leader } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen', 'leader'))
  const place = (name: string, kind: 'school' | 'youth-offending-team') =>
    house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))
  school = await place('Made-up Former School', 'school')
  youth = await place('Made-up Justice Team', 'youth-offending-team')
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

/** Imran sees what an intensive adviser does, and youth justice by name. */
async function letSeeOffending(id: PersonId): Promise<void> {
  await house.command(partnership.id, tx =>
    openGrant(tx, {
      scope: { kind: 'person', personId: id },
      holderId: imran.accountId,
      classes: ['offending'],
      basis: 'public-task',
      source: 'named-class',
      reason: 'Made up for this test',
      until: addMs(house.clock.now(), 90 * 24 * 3600_000),
    }),
  )
  await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
}

let made = 0
const someone = (lead = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Tray', family: `Transample${(made += 1)}`, lead })

const ASK = { whom: 'Ms Former, by phone', asks: 'What helped, what is open 🧭', told: 'yes' }
const ANSWER = { state: 'received', words: 'Came every Tuesday مرحبا', 'said-by': 'Ms Former', part: 'assessment' }

async function asked(id: PersonId, fields: Record<string, string> = {}, by = dana): Promise<string> {
  house.clock.advance(1000)
  const {
    status,
    to = '',
    body,
  } = await by.post(`/people/${id}/transfers/new`, { ...ASK, from: school, ...fields }, '/')
  if (status !== 303) throw new Error(summaryOf(body).join('; ') || `${status}`)
  house.clock.advance(1000)
  return to
}
const rowAt = (path: string) =>
  test.owner
    .selectFrom('transfer_request')
    .selectAll()
    .where('id', '=', path.split('/').at(-1) as RowId)
    .executeTakeFirstOrThrow()
async function step(path: string, what: string, fields: Record<string, string> = {}, by = dana) {
  const version = String((await rowAt(path)).version)
  house.clock.advance(1000)
  const answer = await by.post(`${path}/${what}`, { version, ...fields }, '/')
  house.clock.advance(1000)
  return answer
}
const told = async (id: PersonId) =>
  test.owner
    .selectFrom('notice')
    .select(['kind', 'account_id'])
    .where('person_id', '=', id)
    .where('kind', 'like', 'transfer.%')
    .orderBy('made_at')
    .execute()

describe('What came of it', () => {
  it('stands where they are assessed next, as it came and with its age, for whoever may see it', async () => {
    const id = await someone()
    const path = await asked(id)
    await step(path, 'answer', ANSWER)
    house.clock.advance(1000)
    const begun = await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
    const page = (await dana.get(begun.to ?? '')).body
    expect(page).toContain('told us of the time before, said today')
    expect(page).toContain('Came every Tuesday مرحبا')
    const none = await someone()
    const other = await dana.post(`/people/${none}/assessment/begin`, { depth: 'initial' })
    expect((await dana.get(other.to ?? '')).body).not.toContain('told us of the time before')
  })
})

describe('A transfer summary', () => {
  it('is asked of the agency before, waits on the list, and is kept as it came', async () => {
    const id = await someone()
    expect((await dana.get('/transfers')).body).toContain(`/people/${id}/transfers/new`)
    const one = await asked(id)
    expect(await rowAt(one)).toMatchObject({ state: 'asked', due_on: '2026-12-07', class: 32 })
    const list = (await dana.get('/transfers')).body
    expect(list).toContain('Made-up Former School')
    expect(list).not.toContain(`/people/${id}/transfers/new`)
    expect((await step(one, 'answer', ANSWER)).to).toBe(`/people/${id}/transfers`)
    expect(await rowAt(one)).toMatchObject({ state: 'received', due_on: null, over_on: '2026-11-23' })
    for (const words of ['Came every Tuesday مرحبا', 'Ms Former', '🧭', 'Received'])
      expect((await dana.get(one)).body).toContain(words)
    expect((await dana.get(`/people/${id}`)).body).toContain('Transfer summary from Made-up Former School')
    const actions = (await eventsOf(test, { target: one.split('/').at(-1) ?? '' })).map(event => event.action)
    expect(actions).toEqual(expect.arrayContaining(['transfer.asked', 'transfer.answered', 'transfer.viewed']))
  })

  it('says at its field what is wrong, keeps what was typed, and is not asked of an agency that is closed', async () => {
    const id = await someone()
    const post = (fields: Record<string, string>) => dana.post(`/people/${id}/transfers/new`, fields, '/')
    const bare = await post({ whom: 'Kept words' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#asks', '#told'])
    expect(bare.body).toContain('Kept words')
    expect(summaryOf((await post(ASK)).body)[0]).toContain('Choose an agency, or write its name')
    expect(summaryOf((await post({ ...ASK, from: school, 'from-name': 'Both' })).body)[0]).toContain('not both')
    const gone = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Closed School', kind: 'school' }),
    )
    expect((await dana.get(`/people/${id}/transfers/new`)).body).toContain('Made-up Closed School')
    const closed = { state: 'closed', closed_on: '2026-11-20' as never } as const
    await test.owner.updateTable('organisation').set(closed).where('id', '=', gone).execute()
    expect(summaryOf((await post({ ...ASK, from: gone })).body)[0]).toContain('#from')
    const one = await asked(id, { from: '', 'from-name': 'Somebody elsewhere' })
    const unsaid = await step(one, 'answer', { words: 'Kept answer' })
    expect(summaryOf(unsaid.body).map(line => line.split(' ')[0])).toEqual(['#state', '#part'])
    expect(unsaid.body).toContain('Kept answer')
  })

  it('is asked again, taken back, and never answered from an older page or twice', async () => {
    const id = await someone()
    const one = await asked(id)
    expect((await step(one, 'again')).status).toBe(303)
    expect((await dana.post(`${one}/again`, { version: '1' }, '/')).status).toBe(303)
    expect(await rowAt(one)).toMatchObject({ again: 1, again_on: '2026-11-23' })
    const stale = await dana.post(`${one}/answer`, { ...ANSWER, version: '1' }, '/')
    expect([stale.status, stale.body.includes('Came every Tuesday')]).toEqual([409, true])
    expect((await step(one, 'withdraw', { why: '' })).status).toBe(422)
    expect((await step(one, 'withdraw', { why: 'Not needed' })).status).toBe(303)
    expect(await rowAt(one)).toMatchObject({ state: 'withdrawn' })
    expect((await step(one, 'answer', ANSWER)).status).toBe(409)
  })

  it('K6: asking a youth justice team, and what tells of health, is for those who see that part', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    expect((await dana.get(`/people/${id}/transfers/new`)).body).not.toContain('Made-up Justice Team')
    expect((await dana.post(`/people/${id}/transfers/new`, { ...ASK, from: youth }, '/')).status).toBe(422)
    const one = await asked(id, {}, imran)
    const refused = await step(one, 'answer', { ...ANSWER, part: 'health' })
    expect(refused.status).toBe(422)
    expect((await step(one, 'answer', { ...ANSWER, part: 'health' }, imran)).status).toBe(303)
    expect((await rowAt(one)).class).toBe(256)
    expect((await imran.get(one)).body).toContain('Came every Tuesday')
    expect((await dana.get(one)).status).toBe(404)
    for (const path of [`/people/${id}/transfers`, `/people/${id}`])
      expect((await dana.get(path)).body).not.toContain('Made-up Former School')
  })

  it('K6: what a youth justice team says is of youth justice and of no other part; sent twice it is asked once', async () => {
    const id = await someone()
    await letSeeOffending(id)
    const one = await asked(id, { from: youth }, imran)
    const again = await imran.post(`/people/${id}/transfers/new`, { ...ASK, from: youth }, '/')
    expect(again.to).toBe(one)
    const other = await step(one, 'answer', { ...ANSWER, part: 'health' }, imran)
    expect([other.status, summaryOf(other.body)[0]?.startsWith('#part')]).toEqual([422, true])
    expect((await step(one, 'answer', { ...ANSWER, part: 'assessment' }, imran)).status).toBe(303)
    expect(await rowAt(one)).toMatchObject({ class: 512, state: 'received' })
  })

  it('K3, K4, K8: no partner, no data officer and nobody shut out knows of it', async () => {
    const id = await someone()
    const one = await asked(id)
    const hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
    for (const by of [hana, owen, mair]) {
      expect((await by.get(`/people/${id}/transfers`)).status).toBe(404)
      expect((await by.get(one)).status).toBe(404)
      expect((await step(one, 'answer', ANSWER, by)).status).toBe(404)
    }
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(one)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(one)).status).toBe(404)
  })

  it('K9: one on the wrong young person is gone', async () => {
    const id = await someone()
    const one = await asked(id)
    expect(
      (await dana.post(`/people/${id}/misfiled/transfer/${one.split('/').at(-1)}`, { why: 'A twin' }, '/')).status,
    ).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(one)).status).toBe(404)
    expect((await dana.get(`/people/${id}/transfers`)).body).toContain('Nobody was asked yet')
  })

  it('stops with a death', async () => {
    const id = await someone()
    const one = await asked(id)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await dana.get('/transfers')).body).not.toContain(one)
    expect((await step(one, 'again')).status).toBe(422)
    expect((await dana.get(`/people/${id}/transfers/new`)).status).toBe(404)
  })
})

describe('By the clock', () => {
  it('K6: that a youth justice team has not answered is told to who sees that part, and not to the lead or a leader who do not', async () => {
    const id = await someone()
    await letSeeOffending(id)
    await asked(id, { from: youth }, imran)
    for (const days of [15, 3]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
    }
    expect(await told(id)).toEqual([{ kind: 'transfer.late', account_id: imran.accountId }])
    house.clock.set('2026-11-23T09:52:00Z')
  })

  it('whoever leads is told once that no answer came, the leader of the team three working days later, nobody who is shut out', async () => {
    const id = await someone()
    const shut = await someone()
    await asked(id)
    await asked(shut)
    await house.command(partnership.id, tx => setBarrier(tx, shut, { holderId: dana.accountId, reason: 'Made up' }))
    const day = async (n: number) => {
      house.clock.advance(n * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    await day(14)
    expect(house.clock.today()).toBe('2026-12-07')
    expect(await told(id)).toEqual([])
    await day(1)
    expect(await told(id)).toEqual([{ kind: 'transfer.late', account_id: dana.accountId }])
    await day(2)
    await day(1)
    expect(await told(id)).toEqual([
      { kind: 'transfer.late', account_id: dana.accountId },
      { kind: 'transfer.still-late', account_id: leader.accountId },
    ])
    expect((await told(shut)).map(one => one.account_id)).not.toContain(dana.accountId)
  })
})
