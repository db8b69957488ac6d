/** What the clockwork does about matching by night, with a clock that is moved. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '#ground/clock.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists } from '#test/lists.ts'
import { workOfNight } from '../src/rooms/matching/learning/rules.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)

let partnership: TestPartnership
let officer: TestColleague
let college: OrganisationId
let rows = 0

beforeAll(async () => {
  partnership = await house.partnership()
  college = await lists.partner(partnership, 'college')
})

/** Days go by; whoever was signed in signs in anew. */
async function goTo(at: string): Promise<void> {
  house.clock.set(at)
  officer = await partnership.colleague('data-officer')
}

const turn = () => turnOf(test, house)

const listIn = () =>
  lists.take(officer, college, csv('Surname,Forename,DOB', `Nightsample,Ada${'abcdefgh'[rows++]},0${rows}/03/2010`))

/** What was asked for since the test began, and by whom. */
async function asked(): Promise<string[]> {
  await lists.jobs.idle()
  const jobs = await test.owner
    .selectFrom('job_progress')
    .select(['name', 'ids', 'asked_by'])
    .where('partnership_id', '=', partnership.id)
    .where('name', 'like', 'matching.%')
    .where('asked_at', '>=', began)
    .orderBy('asked_at')
    .orderBy('name')
    .execute()
  return jobs.map(job => `${job.name} ${(job.ids as { why?: string }).why ?? ''} ${job.asked_by}`)
}

let began: Instant
beforeEach(() => {
  began = house.clock.now()
})

const LEARN = 'matching.learn night clock:'
const FIND = 'matching.find  clock:'

describe('By night', () => {
  it('nothing is done before 02:00 in London, also in summer, when it is 01:00 in UTC', async () => {
    await goTo('2027-06-10T12:00:00Z')
    await listIn()
    began = house.clock.now()
    house.clock.set('2027-06-11T00:59:00Z')
    await turn()
    expect(await asked()).toEqual([])
    house.clock.set('2027-06-11T01:00:00Z')
    await turn()
    expect(await asked()).toContain(LEARN)
  })

  it('a new model is asked for once, however often the program starts again, and it looks for double records then', async () => {
    await goTo('2027-06-14T12:00:00Z')
    await listIn()
    began = house.clock.now()
    for (const at of ['2027-06-15T01:00:00Z', '2027-06-15T01:00:20Z', '2027-06-15T03:00:00Z']) {
      house.clock.set(at)
      await turn()
    }
    expect((await asked()).filter(job => job === LEARN)).toHaveLength(1)
    expect((await asked()).filter(job => job === FIND)).toHaveLength(1)
    house.clock.set('2027-06-16T01:30:00Z')
    await turn()
    expect(
      (await asked()).filter(job => job === LEARN),
      'no list came since',
    ).toHaveLength(1)
  })

  it('a frozen model is left alone, and double records are looked for all the same once a week', async () => {
    await goTo('2027-07-01T12:00:00Z')
    expect((await officer.post('/matching/models/freeze', { version: '0', frozen: 'yes' })).status).toBe(303)
    await listIn()
    began = house.clock.now()
    for (let day = 2; day <= 17; day++) {
      house.clock.set(`2027-07-${String(day).padStart(2, '0')}T02:10:00Z`)
      await turn()
      await turn()
      // A job that still waits is not asked for twice: each night's is done before the next.
      await lists.jobs.idle()
    }
    expect(await asked()).toEqual([FIND, FIND, FIND])
  })
})

describe('What a night has to do', () => {
  const facts = {
    at: '2027-01-05T02:30:00.000Z',
    isFrozen: false,
    listAt: '2027-01-04T12:00:00.000Z',
    madeAt: '2027-01-03T02:00:00.000Z',
    triedAt: '2027-01-03T02:00:00.000Z',
    learnedAt: '2027-01-03T02:00:00.000Z',
    foundAt: '2027-01-03T02:05:00.000Z',
  } as Parameters<typeof workOfNight>[0]
  it.each([
    ['learn where a list came since', {}, 'learn'],
    ['nothing where the model is newer than the list', { madeAt: '2027-01-04T13:00:00.000Z' }, null],
    ['nothing by day', { at: '2027-01-05T06:00:00.000Z' }, null],
    ['nothing in a night it tried in already', { triedAt: '2027-01-05T02:00:00.000Z' }, null],
    ['learn the next night where a try failed', { triedAt: '2027-01-04T23:00:00.000Z' }, 'learn'],
    ['learn the first time', { madeAt: null, triedAt: null, learnedAt: null }, 'learn'],
    ['nothing twice where there was too little', { madeAt: null, learnedAt: '2027-01-04T20:00:00.000Z' }, null],
    ['look where it is frozen and a week went by', { isFrozen: true, foundAt: '2026-12-29T02:30:00.000Z' }, 'find'],
    ['nothing where it is frozen', { isFrozen: true }, null],
    ['look where nobody ever looked and no list came', { listAt: null, foundAt: null }, 'find'],
  ] as [string, Partial<typeof facts>, string | null][])('%s', (_, change, work) => {
    expect(workOfNight({ ...facts, ...change })).toBe(work)
  })
})
