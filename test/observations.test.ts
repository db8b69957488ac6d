/** Observations of practice: nine marks, both sides' words, and nobody else's to read. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RowId } from '#ground/ids.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
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
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let manager: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, imran } = await staffOf(partnership, 'leader', 'other', 'dana', 'mair', 'imran'))
  manager = await partnership.colleague('manager', 'Alex Testcase')
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
    await createTeam(tx, { name: 'Lower Valley', leaderId: other.accountId })
  })
})

const MARKS = [
  'rapport',
  'not-judging',
  'informed',
  'checks',
  'challenge',
  'protocols',
  'sensitive',
  'cues',
  'advocacy',
]
const ALL = Object.fromEntries(MARKS.map(mark => [`said-${mark}`, 'seen']))
const TALK = { ...dayFields('on-day', [2026, 11, 20]), year: '11', feedback: 'Calm 🌿', next: 'Wait longer' }
async function written(by: TestColleague, of: TestColleague, fields: Record<string, string> = ALL): Promise<string> {
  house.clock.advance(1000)
  const answer = await by.post('/observations/new', { who: of.accountId, ...TALK, ...fields })
  house.clock.advance(1000)
  if (answer.status !== 303) throw new Error(summaryOf(answer.body).join('; '))
  return answer.to?.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('practice_observation')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
async function send(by: TestColleague, id: string, step: string, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const version = String((await rowOf(id)).version)
  const answer = await by.post(`/observations/${id}/${step}`, { version, ...fields })
  house.clock.advance(1000)
  return answer
}
const sees = async (id: string, by: TestColleague) => (await by.get(`/observations/${id}`)).status === 200

describe('An observation of an adviser’s talk', () => {
  it('is a draft of its writer’s until all nine marks are said, and keeps what was typed', async () => {
    const bare = await mair.post('/observations/new', {
      ...dayFields('on-day', [2026, 12, 24]),
      'words-cues': 'Kept 🌿',
    })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#who', '#on-day-day'])
    expect(bare.body).toContain('Kept 🌿')
    const early = await mair.post('/observations/new', { ...TALK, who: dana.accountId, 'words-cues': 'x' })
    expect(summaryOf(early.body)[0]).toContain('#said-cues')
    const one = await written(mair, dana, { 'said-cues': 'partly', 'words-cues': 'A long pause' })
    for (const reader of [dana, leader, other, imran]) expect(await sees(one, reader)).toBe(false)
    expect((await send(mair, one, 'give')).status).toBe(422)
    expect((await send(mair, one, 'change', { ...TALK, ...ALL })).status).toBe(303)
    // Pressed twice it is changed once, in whatever order the marks are kept.
    expect((await send(mair, one, 'change', { ...TALK, ...ALL, version: '1' })).to).toBe(`/observations/${one}`)
    expect((await rowOf(one)).version).toBe(2)
    expect((await send(mair, one, 'change', { ...TALK, ...ALL, feedback: 'Other', version: '1' })).status).toBe(409)
    expect((await send(mair, one, 'give', { version: '2' })).status).toBe(303)
    expect((await send(mair, one, 'give', { version: '2' })).status).toBe(303)
    await expect(
      sql`update app.practice_observation set feedback = 'Other' where id = ${one}`.execute(test.owner),
    ).rejects.toThrow('kept as it was')
    expect((await mair.get(`/observations/${one}/change`)).to).toBe(`/observations/${one}`)
  })

  it('is read by whose talk it was, who wrote it and who leads them, and reads as nothing to all others (K8)', async () => {
    const one = await written(mair, dana)
    await send(mair, one, 'give')
    for (const reader of [dana, mair, leader]) expect(await sees(one, reader)).toBe(true)
    const nothing = withoutTokens(await imran.get('/observations/01a00000-0000-7000-8000-000000000000'))
    for (const reader of [imran, other]) {
      expect(await sees(one, reader)).toBe(false)
      expect((await reader.get('/observations')).body).not.toContain(one)
    }
    expect(withoutTokens(await imran.get(`/observations/${one}`))).toBe(nothing)
    expect(withoutTokens(await send(imran, one, 'answer', { words: 'Mine' }))).toBe(
      withoutTokens(await imran.post('/observations/01a00000-0000-7000-8000-000000000000/answer', { words: 'Mine' })),
    )
    expect((await manager.get('/observations')).status).toBe(404)
    const rows = await test.database.transaction(other.acting(), tx =>
      sql`select 1 from practice_observation`.execute(tx.db),
    )
    expect(rows.rows).toEqual([])
  })

  it('has both sides’ words: the adviser answers what was given, once, and its writer is told', async () => {
    const one = await written(leader, dana)
    await send(leader, one, 'give')
    const day = (await dana.get('/')).body
    for (const words of ['You were given feedback on a talk of yours', `/observations/${one}`])
      expect(day).toContain(words)
    expect(summaryOf((await send(dana, one, 'answer', { words: '' })).body)[0]).toContain('#words')
    expect((await send(leader, one, 'answer', { words: 'In her name' })).status).toBe(404)
    const sent = { words: 'True about the pause', version: '2' }
    expect((await send(dana, one, 'answer', sent)).status).toBe(303)
    expect((await send(dana, one, 'answer', sent)).status).toBe(303)
    expect((await leader.get(`/observations/${one}`)).body).toContain('True about the pause')
    expect((await leader.get('/')).body).toContain('Your feedback on a talk was answered')
    expect((await eventsOf(test, { target: one })).map(event => event.action)).toEqual(
      expect.arrayContaining(['observation.written', 'observation.given', 'observation.answered']),
    )
  })

  it('of one’s own is on the same form, and read by who leads one once it is given', async () => {
    const one = await written(dana, dana)
    expect((await rowOf(one)).kind).toBe('self')
    expect(await sees(one, leader)).toBe(false)
    await send(dana, one, 'give')
    expect(await sees(one, leader)).toBe(true)
    expect(await sees(one, mair)).toBe(false)
    expect((await send(dana, one, 'answer', { words: 'x' })).status).toBe(404)
  })

  it('names no young person: it has no place for one, and leads to no record', async () => {
    const one = await written(mair, dana)
    const columns = Object.keys(await rowOf(one))
    expect(columns.filter(name => /person|given_name|family/.test(name))).toEqual([])
    const { body } = await mair.get(`/observations/${one}`)
    expect(body).toContain('a young person in Year 11')
    expect(body).not.toContain('/people/')
    expect((await mair.get('/observations/new')).body).toContain('no name, no place, no story')
  })

  it('is written in nobody else’s name', async () => {
    const forged = test.database.transaction(mair.acting(), tx =>
      sql`insert into practice_observation (partnership_id, id, kind, observed_id, observer_id, on_day, marks, recorded_at)
        values (${partnership.id}, gen_random_uuid(), 'observed', ${dana.accountId}, ${leader.accountId}, '2026-11-20', '{}', now())`.execute(
        tx.db,
      ),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })
})
