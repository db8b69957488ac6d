/** Pathways of support of the demo: of each kind one that goes on, one that is paused and those that ended, with every outcome; two of which something is late. */
import { addMs } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day, mondayOf } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { openGrant } from '#rooms/access/index.ts'
import {
  endPathway,
  findPathway,
  listGoals,
  listPathwaySteps,
  moveStep,
  type OwnSay,
  openOwnPathways,
  openPathway,
  type Pathway,
  type PathwayKind,
  pausePathway,
  sayStep,
  withdrawYes,
  writeLog,
  writeWeek,
} from '#rooms/plans/index.ts'
import { makeSecureLink } from '#rooms/sharing/index.ts'
import { commandActing } from '../acting.ts'
import { byLink } from './by-link.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

type Case = {
  readonly kind: PathwayKind
  readonly end?: NonNullable<Pathway['outcome']> | 'paused'
  /** Days from today to the day it is counted from. */
  readonly anchor?: number
  /** Nobody wrote of a meeting lately. */
  readonly silent?: true
  readonly without?: true
  /** What they say of a step of theirs by their own link. */
  readonly says?: OwnSay
}

/** In turn for the advisers of the demo: the first, the second, the third, the first again. */
const CASES: readonly Case[] = [
  { kind: 'custody', anchor: 10 },
  { kind: 'transition', anchor: 60 },
  { kind: 'mentoring', silent: true },
  { kind: 'reintegration', anchor: -20 },
  { kind: 'custody', end: 'paused', anchor: 90 },
  { kind: 'family' },
  { kind: 'mentoring' },
  { kind: 'reintegration', end: 'full-time', anchor: -35, says: 'done' },
  { kind: 'transition', end: 'settled', anchor: -30, says: 'help' },
  { kind: 'custody', end: 'settled', anchor: -30 },
  { kind: 'family', end: 'withdrawn' },
  { kind: 'reintegration', end: 'paused', anchor: -10, says: 'not-any-more' },
  { kind: 'family', end: 'aims-met' },
  { kind: 'mentoring', end: 'part' },
  { kind: 'custody', end: 'back-inside', anchor: -25 },
  { kind: 'transition', end: 'paused', anchor: 45 },
  { kind: 'family', without: true },
  { kind: 'transition', end: 'other-place', anchor: -20 },
  { kind: 'reintegration', end: 'not-settled', anchor: -30 },
  { kind: 'mentoring', end: 'paused' },
  { kind: 'transition', end: 'something-else', anchor: 20 },
  { kind: 'family', end: 'paused' },
]
const ADVISERS = 3
const BEGAN = 40
const DAY_MS = 86_400_000

type Whose = Led & { readonly work: DailyWork }

/** Opens them on young people whose record is not kept close. */
export async function furnishPathways(work: DailyWork): Promise<void> {
  let adviser = -1
  let last = ''
  let given = 0
  await eachLed(work, Number.POSITIVE_INFINITY, async led => {
    if (led.accountId !== last) {
      adviser += 1
      given = 0
      last = led.accountId
    }
    const of = CASES[given * ADVISERS + adviser]
    if (of === undefined || (await isKeptClose(work, led.personId))) return
    given += 1
    if (of.kind === 'custody') await giveByName(work, led)
    await furnishOne({ ...led, work }, of)
  })
}

/** What custody tells of is given to an adviser by name, over this one young person. */
function giveByName(work: DailyWork, { accountId, personId }: Led): Promise<unknown> {
  return work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), tx =>
    openGrant(tx, {
      ...{ scope: { kind: 'person', personId }, holderId: accountId, classes: ['offending'] },
      ...{ basis: 'public-task', source: 'named-class', reason: 'Works with them before and after custody (made up)' },
      until: addMs(tx.acting.at, 90 * DAY_MS),
    }),
  )
}

async function furnishOne(whose: Whose, of: Case): Promise<void> {
  const today = whose.work.clock.today()
  const id = await onDay(whose, BEGAN, async (tx, on) => open(tx, whose, of, { on, today }))
  if (of.kind === 'reintegration') await growTimetable(whose, id)
  const log = of.silent ? [30, 23] : of.kind === 'mentoring' || of.kind === 'family' ? [30, 23, 16, 9, 3] : [21]
  for (const [i, ago] of log.entries()) await meet(whose, id, { i, ago })
  await onDay(whose, 12, async tx => someSteps(tx, id))
  if (of.says !== undefined) await sayByLink(whose, id, of.says)
  const { end } = of
  if (end === undefined) return
  await onDay(whose, 2, async tx => {
    const pathway = await see(tx, id)
    if (end === 'paused') return done(await pausePathway(tx, pathway, 'Away for some weeks, and wants to go on then'))
    if (end === 'withdrawn') return done(await withdrawYes(tx, pathway, 'I want to sort it out myself'))
    return done(
      await endPathway(tx, pathway, { outcome: end, words: 'Made up: talked about with them, and both agree' }),
    )
  })
}

async function open(tx: Tx, { personId, accountId }: Led, of: Case, at: { on: Day; today: Day }): Promise<RowId> {
  const { kind } = of
  const goal = kind === 'mentoring' ? (await listGoals(tx, personId)).find(one => one.state === 'open') : undefined
  return done(
    await openPathway(tx, personId, accountId, {
      kind,
      content: {
        ...{ withAccount: null, adultId: null, goalId: goal?.rowId ?? null },
        stage: STAGE[kind],
        anchorOn: of.anchor === undefined ? null : addDays(at.today, of.anchor),
        withName: WITH[kind],
        seenOn: kind === 'mentoring' ? addDays(at.on, -60) : null,
        reviewOn: REVIEW[kind] === 0 ? null : addDays(at.on, REVIEW[kind]),
        answers: ANSWERS[kind],
      },
      said: of.without
        ? { said: 'without', withoutWhy: 'Made up: a younger brother would not be safe if we waited' }
        : { said: 'yes', saidWords: 'Yes, if you ask me first what to say' },
    }),
  )
}

const STAGE: Readonly<Record<PathwayKind, string>> = {
  custody: 'inside',
  transition: 'ready',
  reintegration: 'small',
  family: 'working',
  mentoring: 'targets',
}
const WITH: Readonly<Record<PathwayKind, string>> = {
  custody: '',
  transition: 'Ms Example, learning support',
  reintegration: 'Mr Sample, head of year',
  family: 'Jo, their aunt (made up)',
  mentoring: 'Vol Unteer (made up)',
}
const REVIEW: Readonly<Record<PathwayKind, number>> = {
  custody: 0,
  transition: 0,
  reintegration: 28,
  family: 80,
  mentoring: 80,
}
const ANSWERS: Readonly<Record<PathwayKind, Pathway['answers']>> = {
  custody: { where: 'Made-up Young People’s Unit', 'youth-justice': 'Ms Pretend, 01632 960 310' },
  transition: {
    place: 'Sample College, foundation learning',
    told: 'Learning support know what helps in a noisy room; the tutor knows who to ring',
    travel: 'Bus 590, with a friend in the first week',
  },
  reintegration: { place: 'Example Academy', helps: 'A card to show, and the library at break' },
  family: { aims: 'Mornings without a row, and somebody who knows the days at school' },
  mentoring: { bring: '“Somebody who turns up”' },
}

const HOURS: readonly (readonly number[])[] = [
  [60, 0, 60, 0, 0],
  [120, 0, 120, 0, 0],
  [120, 120, 120, 0, 60],
]
const CAME: readonly (readonly number[] | null)[] = [[60, 0, 60, 0, 0], [120, 0, 60, 0, 0], null]

async function growTimetable(whose: Whose, id: RowId): Promise<void> {
  const today = whose.work.clock.today()
  for (const [i, planned] of HOURS.entries())
    await onDay(whose, 1, async tx => {
      const week = { weekOf: addDays(mondayOf(today), (i - 2) * 7), planned, came: CAME[i] ?? null, version: 0 }
      done(
        await writeWeek(tx, await see(tx, id), whose.accountId, {
          ...week,
          words: i === 1 ? 'The quiet room helped' : '',
        }),
      )
    })
}

function meet(whose: Whose, id: RowId, { i, ago }: { i: number; ago: number }): Promise<unknown> {
  return onDay(whose, ago, async (tx, on) => {
    const met = i !== 1
    return done(
      await writeLog(tx, await see(tx, id), whose.accountId, {
        ...{ onDay: on, came: met ? 'met' : 'not-met', minutes: met ? 45 : null },
        words: met
          ? 'Made up: walked and talked, then looked at what comes next'
          : 'Made up: did not come, and rang later',
        ownWords: i === 2 ? 'It was all right' : '',
      }),
    )
  })
}

const SAY_WORDS: Readonly<Record<OwnSay, string>> = {
  done: 'It was easier than I thought',
  help: 'I do not know who to ask',
  'not-any-more': 'I have changed my mind about it',
}

/** On a link of their own they say how one of their steps stands. */
async function sayByLink(whose: Whose, id: RowId, say: OwnSay): Promise<void> {
  const { work, personId, accountId } = whose
  const link = await onDay(whose, 6, tx =>
    makeSecureLink(tx, { personId, kind: 'plan', madeBy: accountId, reviewOn: null, pages: ['pathway'] }),
  )
  await byLink(work, link, addDays(work.clock.today(), -5), async (tx, opened) => {
    const behind = await openOwnPathways(tx, personId)
    const step = behind?.going.find(one => one.pathway.rowId === id)?.toDo.at(-1)
    if (!step) throw new Error('the demo has no step of theirs')
    done(await sayStep(tx, opened, step.rowId, step.version, { say, words: SAY_WORDS[say] }))
  })
}

/** The first two steps are over: one is done, one was not needed. */
async function someSteps(tx: Tx, id: RowId): Promise<void> {
  const pathway = await see(tx, id)
  const [first, second] = await listPathwaySteps(tx, [id])
  if (first) done(await moveStep(tx, pathway, first, { state: 'done', words: 'Made up: went well' }))
  if (second)
    done(await moveStep(tx, pathway, second, { state: 'not-needed', words: 'Made up: somebody else had done it' }))
}

async function see(tx: Tx, id: RowId): Promise<Pathway> {
  const pathway = await findPathway(tx, id)
  if (!pathway) throw new Error('the demo’s pathway cannot be seen')
  return pathway
}
