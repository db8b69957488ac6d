/** Samples of agreed work: drawn by chance, looked at against a list, answered, rated anew; nobody else's to read, and no name of what may not be seen. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Instant } from '#ground/clock.ts'
import { asHouse } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { agreeAssessment, beginAssessment, findFull, sayRatings, stampOf } from '#rooms/assessment/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { chaseReadings } from '#rooms/guidance/index.ts'
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
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let team: string
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, imran } = await staffOf(partnership, 'leader', 'other', 'dana', 'mair', 'imran'))
  await house.command(partnership.id, async tx => {
    const made = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    for (const one of [dana, mair]) await joinTeam(tx, made, one.accountId)
    team = made
    await createTeam(tx, { name: 'Lower Valley', leaderId: other.accountId })
  })
})

const CONTENT = {
  evidence: 'Said so twice',
  ownWords: 'It is all right',
  source: 'told-me',
  isRestricted: false,
} as const

/** Somebody whose assessment was agreed by an adviser; the leader may see it unless told otherwise. */
async function assessed(
  by: TestColleague,
  given: string,
  seen: readonly TestColleague[] = [leader],
): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family: 'Drawnsample', lead: by })
  await letSee(house, partnership, { id, by, classes: [...ADVISER_CLASSES, 'health', 'family'] })
  for (const one of seen) await letSee(house, partnership, { id, by: one, classes: [...ADVISER_CLASSES] })
  house.clock.advance(1000)
  await test.database.transaction(by.acting(), async tx => {
    const begun = await beginAssessment(tx, id, by.accountId, 'initial')
    if (!begun.ok) throw new Error(begun.why)
    const said = [
      { factor: 'housing', seen: undefined, content: { ...CONTENT, staffLevel: 2, ownLevel: 4 } },
      { factor: 'motivation', seen: undefined, content: { ...CONTENT, staffLevel: 4, ownLevel: null } },
      { factor: 'physical-health', seen: undefined, content: { ...CONTENT, staffLevel: 3, ownLevel: 3 } },
    ] as const
    const saved = await sayRatings(tx, begun.value, said)
    if (!saved.ok) throw new Error(saved.why)
    const full = await findFull(tx, begun.value)
    if (!full) throw new Error('no assessment')
    const agreed = await agreeAssessment(tx, begun.value, by.accountId, {
      ...{ stamp: stampOf(full), agreement: 'agreed', words: '', reviewOn: house.clock.today(), answers: [] },
      reviewOn: '2027-03-01' as ReturnType<typeof house.clock.today>,
    })
    if (!agreed.ok) throw new Error(agreed.why)
  })
  house.clock.advance(1000)
  return id
}

const WANTED = { what: 'assessment', month: '2026-11-01', wanted: '9' }
async function drawn(by = leader, fields: Record<string, string> = {}): Promise<string> {
  house.clock.advance(1000)
  const answer = await by.post('/samples/new', { team, ...WANTED, ...fields })
  if (answer.status !== 303) throw new Error(summaryOf(answer.body).join('; '))
  house.clock.advance(1000)
  return answer.to?.split('/').at(-1) ?? ''
}
const readingsOf = (sample: string) =>
  test.owner
    .selectFrom('quality_reading')
    .selectAll()
    .where('sample_id', '=', sample as RowId)
    .execute()
const sampleOf = (id: string) =>
  test.owner
    .selectFrom('quality_sample')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
const rowOf = (id: string) =>
  test.owner
    .selectFrom('quality_reading')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
/** The reading of one young person in a sample of its own. */
async function readingOf(person: PersonId): Promise<string> {
  const found = (await readingsOf(await drawn())).find(one => one.person_id === person)
  if (!found) throw new Error('not drawn')
  return found.id
}

const LIST = ['evidence', 'own-view', 'own-words', 'not-explored', 'signals', 'since-baseline']
const ALL = Object.fromEntries(LIST.map(one => [`found-${one}`, one === 'evidence' ? 'part' : 'yes']))
async function send(by: TestColleague, id: string, step: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const version = String((await rowOf(id)).version)
  const answer = await by.post(`/readings/${id}/${step}`, { version, ...fields })
  house.clock.advance(1000)
  return answer
}
const noticesTo = (who: TestColleague, target: string) =>
  test.owner
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', who.accountId)
    .where('target_id', '=', target as RowId)
    .execute()
const chase = () =>
  house.command(partnership.id, tx =>
    asHouse(tx, 'the clock', worker => chaseReadings(worker, { leaderOf: async () => leader.accountId as AccountId })),
  )

describe('A sample', () => {
  it('draws from what the leader may see, and counts the rest without a name (K8)', async () => {
    const seen = await assessed(dana, 'Ada')
    const hidden = await assessed(mair, 'Hidden', [])
    await house.command(partnership.id, tx => setBarrier(tx, hidden, { holderId: leader.accountId, reason: 'A test' }))
    const sample = await drawn()
    const row = await sampleOf(sample)
    expect(row).toMatchObject({ what: 'assessment', month: '2026-11-01', state: 'open' })
    // One alone is not told: it would tell of the one who is not to be known of.
    expect(row.unseen).toBe(0)
    const people = (await readingsOf(sample)).map(one => one.person_id)
    expect(people).toContain(seen)
    const page = (await leader.get(`/samples/${sample}`)).body
    expect(page).toMatch(/Not seen by you.{0,40}Fewer than 5/)
    expect(people).not.toContain(hidden)
    expect(page).toContain('Ada Drawnsample')
    expect(page).not.toContain('Hidden')
    expect((await eventsOf(test, { target: sample })).map(e => e.action)).toContain('sample.drawn')
  })

  it.each([
    ['without a team', { team: '' }, '#team'],
    ['of another’s team', { team: '01a207d2-4718-749a-8703-39aca936a645' }, '#team'],
    ['of nothing said', { what: '' }, '#what'],
    ['of a month that is not offered', { month: '1999-01-01' }, '#month'],
    ['of a month without any', { month: '2026-03-01' }, '#month'],
    ['of none', { wanted: '0' }, '#wanted'],
    ['of too many', { wanted: '31' }, '#wanted'],
    ['of words', { wanted: 'some' }, '#wanted'],
  ])('refuses one %s at the field', async (_, fields, field) => {
    const answer = await leader.post('/samples/new', { team, ...WANTED, ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('is read by who leads the team alone', async () => {
    await assessed(dana, 'Bo')
    const sample = await drawn()
    expect((await dana.get(`/samples/${sample}`)).status).toBe(404)
    expect(withoutTokens(await other.get(`/samples/${sample}`))).toBe(
      withoutTokens(await other.get('/samples/01a207d2-4718-749a-8703-39aca936a645')).replaceAll(
        '01a207d2-4718-749a-8703-39aca936a645',
        sample,
      ),
    )
  })
})

describe('What was drawn', () => {
  it('is looked at against every criterion, told to the adviser, answered, and then the sample is over', async () => {
    const id = await readingOf(await assessed(dana, 'Cem'))
    expect((await dana.get(`/readings/${id}`)).status).toBe(404)
    const bare = await send(leader, id, 'look', { ...ALL, 'found-signals': '', 'word-evidence': 'Kept 🌿' })
    expect(bare.status).toBe(422)
    expect(summaryOf(bare.body)[0]).toContain('#found-signals')
    expect(bare.body).toContain('Kept 🌿')
    expect(await send(leader, id, 'look', { ...ALL, 'word-evidence': 'Of some', overall: 'Careful' })).toMatchObject({
      status: 303,
    })
    expect(await noticesTo(dana, id)).toEqual([{ kind: 'sample.read' }])
    expect((await dana.get(`/readings/${id}`)).body).toContain('Of some')
    expect((await dana.get('/samples')).body).toContain('Cem Drawnsample')
    expect((await send(dana, id, 'answer', { answer: '' })).status).toBe(422)
    expect(await send(dana, id, 'answer', { answer: 'True', changed: 'I ask' })).toMatchObject({ status: 303 })
    expect(await noticesTo(leader, id)).toEqual([{ kind: 'sample.answered' }])
    const { sample_id } = await rowOf(id)
    for (const one of await readingsOf(sample_id))
      if (one.state === 'drawn') await send(leader, one.id, 'close', { why: 'Looked at together' })
    expect(await sampleOf(sample_id)).toMatchObject({ state: 'over' })
  })

  it('is once what was sent twice, and shows both where it was changed meanwhile', async () => {
    const id = await readingOf(await assessed(dana, 'Di'))
    const version = String((await rowOf(id)).version)
    for (const _ of [1, 2])
      expect(await leader.post(`/readings/${id}/look`, { ...ALL, version })).toMatchObject({ status: 303 })
    const stale = await leader.post(`/readings/${id}/close`, { why: 'Late 🌿', version })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Late 🌿')
  })

  it('is nobody’s own to look at, to answer for another, or to read at all', async () => {
    const id = await readingOf(await assessed(dana, 'Eve'))
    await send(leader, id, 'look', ALL)
    expect((await send(leader, id, 'answer', { answer: 'Mine' })).status).toBe(404)
    await letSee(house, partnership, {
      id: (await rowOf(id)).person_id as PersonId,
      by: imran,
      classes: [...ADVISER_CLASSES],
    })
    expect((await imran.get(`/readings/${id}`)).status).toBe(404)
    expect((await other.get(`/readings/${id}`)).status).toBe(404)
  })

  it('K4: is gone for whoever may not know of the young person any more', async () => {
    const person = await assessed(dana, 'Flo')
    const id = await readingOf(person)
    await send(leader, id, 'look', ALL)
    await house.command(partnership.id, tx => setBarrier(tx, person, { holderId: dana.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await dana.get(`/readings/${id}`)).status).toBe(404)
    expect((await leader.get(`/readings/${id}`)).body).toContain('may not read this record any more')
  })

  it('waits ten working days, is then told to the adviser once, and later to the leader', async () => {
    const id = await readingOf(await assessed(mair, 'Gus'))
    await send(leader, id, 'look', ALL)
    const dueOn = (await rowOf(id)).due_on
    const setDue = (day: string) =>
      test.owner
        .updateTable('quality_reading')
        .set({ due_on: day as never })
        .where('id', '=', id as RowId)
        .execute()
    await chase()
    expect(await noticesTo(mair, id)).toEqual([{ kind: 'sample.read' }])
    expect(dueOn).not.toBeNull()
    await setDue('2026-11-20')
    await chase()
    await chase()
    expect((await noticesTo(mair, id)).map(one => one.kind)).toEqual(['sample.read', 'sample.late'])
    await setDue('2026-11-10')
    await chase()
    await chase()
    expect((await noticesTo(leader, id)).map(one => one.kind)).toEqual(['sample.still-late'])
  })

  it('K9: is off view once the assessment is', async () => {
    const id = await readingOf(await assessed(dana, 'Hal'))
    const { subject_id } = await rowOf(id)
    await test.owner
      .updateTable('assessment')
      .set({ sealed_at: house.clock.now() as Instant as never })
      .where('id', '=', subject_id)
      .execute()
    expect((await leader.get(`/readings/${id}`)).status).toBe(404)
  })
})

describe('A second reading', () => {
  it('is blind, then stands side by side, each factor only to whoever sees what it tells of (K6)', async () => {
    const person = await assessed(dana, 'Ivo')
    const id = await readingOf(person)
    expect((await send(leader, id, 'second', { who: '' })).status).toBe(422)
    expect((await send(leader, id, 'second', { who: dana.accountId })).status).toBe(422)
    expect(await send(leader, id, 'second', { who: leader.accountId })).toMatchObject({ status: 303 })
    const page = (await leader.get(`/readings/${id}/again`)).body
    expect(page).toContain('Said so twice')
    expect(page).toContain('Housing')
    expect(page).not.toContain('Physical health')
    expect(page).not.toContain('checked')
    expect((await send(leader, id, 'again', {})).status).toBe(422)
    expect(await send(leader, id, 'again', { 'rate-housing': '5' })).toMatchObject({ status: 303 })
    const rows = await test.owner
      .selectFrom('quality_rating')
      .selectAll()
      .where('reading_id', '=', id as RowId)
      .execute()
    expect(rows.map(one => [one.factor, one.level, one.adviser_level])).toEqual(
      expect.arrayContaining([
        ['housing', 5, 2],
        ['motivation', null, 4],
      ]),
    )
    const beside = (await leader.get(`/readings/${id}`)).body
    expect(beside).toContain('Rated twice')
    expect(beside).toContain('Not to be compared')
    expect((await leader.get('/samples/trends')).body).toContain('Fewer than 5')
  })

  it('is not of a plan', async () => {
    const id = await addPerson(house, partnership, { given: 'Jo', family: 'Drawnsample', lead: dana })
    await letSee(house, partnership, { id, by: leader, classes: [...ADVISER_CLASSES] })
    await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want to bake' })
    house.clock.advance(1000)
    const path = `/people/${id}/plan/agree`
    const stamp = /name="stamp" value="([^"]*)"/.exec((await dana.get(path)).body)?.[1] ?? ''
    await dana.post(path, { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]), stamp })
    const [reading] = await readingsOf(await drawn(leader, { what: 'plan' }))
    expect(reading).toMatchObject({ class: 64, person_id: id })
    expect((await leader.get(`/readings/${reading?.id}`)).body).toContain('open targets')
    expect((await send(leader, reading?.id ?? '', 'second', { who: leader.accountId })).status).toBe(404)
  })
})
