/**
 * The five kinds of pathway as dated data: stages, suggested steps, what each asks and what it tells of. A change of practice is a new edition; a pathway keeps
 * the one it began with. All numbers of days are ours. HMI 521 paragraphs 50, 51, 60 and 61; docs/rules/plans.md
 */
import { type Day, toDay } from '#ground/day.ts'
import { CLASS_BITS, type RecordClass } from '#rooms/access/index.ts'
import type { Ask, Outcome, PathwayKind, StepOwner } from './pathway.ts'

/** A step that is suggested: `from` says what its day is counted from. */
export type Suggested<Stage extends string = string> = {
  readonly code: string
  readonly stage: Stage
  readonly from: 'anchor' | 'opening'
  readonly days: number
  readonly owner: Exclude<StepOwner, 'other'>
}

export type KindOf<Stage extends string = string> = {
  /** What somebody is told of who knows that there is one (K6). */
  readonly tells: Extract<RecordClass, 'learning' | 'plan' | 'offending' | 'family'>
  readonly stages: readonly Stage[]
  readonly steps: readonly Suggested<Stage>[]
  /** Whether its steps are counted from a day of its own, and whether that must be known to begin. */
  readonly anchor: 'must' | 'may' | 'none'
  readonly who: 'named' | 'family' | 'mentor' | 'none'
  readonly asks: readonly { readonly ask: Ask; readonly must: boolean }[]
  readonly outcomes: readonly Outcome[]
  /** Longest time between two looks at it, in weeks; null where nothing asks for one. */
  readonly reviewWeeks: number | null
  /** Days after which it is silent when nobody wrote of a meeting; null where meetings are not owed. */
  readonly logDays: number | null
  readonly hasWeeks: boolean
}

const step =
  <Stage extends string>(stage: Stage, from: 'anchor' | 'opening') =>
  (code: string, days: number, owner: 'young-person' | 'adviser' = 'adviser'): Suggested<Stage> => ({
    ...{ stage, from },
    ...{ code, days, owner },
  })

const before = step('before', 'opening')
const inside = step('inside', 'anchor')
const gate = step('gate', 'anchor')
const release = step('release', 'anchor')
const custody: KindOf<'before' | 'inside' | 'release' | 'gate'> = {
  tells: 'offending',
  stages: ['before', 'inside', 'release', 'gate'],
  steps: [
    before('court', 7),
    before('keep-place', 7),
    before('health-known', 7),
    inside('learning-inside', -56),
    inside('housing', -56),
    inside('drugs', -42),
    inside('family', -42),
    inside('papers', -28),
    inside('next-place', -21),
    inside('benefit', -14),
    inside('who-meets', -7),
    release('met', 0),
    release('first-night', 0),
    release('medicine', 0),
    gate('first-meeting', 1),
    gate('health-first', 7),
    gate('first-day', 7, 'young-person'),
    gate('money-came', 14),
    gate('home-holds', 28),
    gate('look-back', 84),
  ],
  anchor: 'may',
  who: 'none',
  asks: [
    { ask: 'where', must: false },
    { ask: 'youth-justice', must: false },
  ],
  outcomes: ['settled', 'not-settled', 'back-inside', 'something-else'],
  ...{ reviewWeeks: null, logDays: null, hasWeeks: false },
}

const ready = step('ready', 'anchor')
const choosing = step('choosing', 'anchor')
const weeks = step('first-weeks', 'anchor')
const settled = step('settled', 'anchor')
const transition: KindOf<'choosing' | 'ready' | 'first-weeks' | 'settled'> = {
  tells: 'learning',
  stages: ['choosing', 'ready', 'first-weeks', 'settled'],
  steps: [
    choosing('ehc', -150),
    choosing('first-visit', -120, 'young-person'),
    choosing('adult-life', -100),
    ready('told', -90),
    ready('named-met', -60, 'young-person'),
    ready('travel-tried', -60),
    ready('second-visit', -42, 'young-person'),
    ready('travel-alone', -14, 'young-person'),
    weeks('first-day', 0, 'young-person'),
    weeks('first-week', 7),
    weeks('first-weeks', 28),
    settled('half-term', 56),
  ],
  anchor: 'must',
  who: 'named',
  asks: [
    { ask: 'place', must: true },
    { ask: 'told', must: false },
    { ask: 'travel', must: false },
    { ask: 'ehc', must: false },
  ],
  outcomes: ['settled', 'not-settled', 'other-place', 'something-else'],
  ...{ reviewWeeks: null, logDays: null, hasWeeks: false },
}

const agreeing = step('agreeing', 'anchor')
const small = step('small', 'anchor')
const growing = step('growing', 'anchor')
const reintegration: KindOf<'agreeing' | 'small' | 'growing' | 'full'> = {
  tells: 'learning',
  stages: ['agreeing', 'small', 'growing', 'full'],
  steps: [
    agreeing('named-adult', -7),
    agreeing('what-helps', -7, 'young-person'),
    agreeing('first-timetable', -5),
    agreeing('home-told', -3),
    agreeing('way-there', -3),
    small('first-day', 0, 'young-person'),
    small('first-week', 7),
    growing('more-hours', 21),
    growing('friends', 28, 'young-person'),
  ],
  anchor: 'must',
  who: 'named',
  asks: [
    { ask: 'place', must: true },
    { ask: 'helps', must: false },
  ],
  outcomes: ['full-time', 'other-place', 'not-settled', 'something-else'],
  ...{ reviewWeeks: 4, logDays: null, hasWeeks: true },
}

const asking = step('asking', 'opening')
const working = step('working', 'opening')
const looking = step('looking', 'opening')
const family: KindOf<'asking' | 'working' | 'looking'> = {
  tells: 'family',
  stages: ['asking', 'working', 'looking'],
  steps: [
    asking('what-is-said', 7),
    asking('first-meeting', 14),
    working('aims-agreed', 21),
    working('half-way', 42),
    looking('how-it-went', 84),
  ],
  anchor: 'none',
  who: 'family',
  asks: [{ ask: 'aims', must: true }],
  outcomes: ['aims-met', 'part', 'something-else'],
  ...{ reviewWeeks: 12, logDays: null, hasWeeks: false },
}

const knowing = step('knowing', 'opening')
const targets = step('targets', 'opening')
const alone = step('alone', 'opening')
const mentoring: KindOf<'knowing' | 'targets' | 'alone'> = {
  tells: 'plan',
  stages: ['knowing', 'targets', 'alone'],
  steps: [
    knowing('first-meeting', 7),
    knowing('rules', 7),
    targets('targets-chosen', 14, 'young-person'),
    targets('half-way', 42),
    alone('ending-said', 84),
  ],
  anchor: 'none',
  who: 'mentor',
  asks: [{ ask: 'bring', must: true }],
  outcomes: ['aims-met', 'part', 'not-settled', 'something-else'],
  ...{ reviewWeeks: 12, logDays: 10, hasWeeks: false },
}

/** The edition that is in force for what is opened today. */
export const EDITION: Day = toDay('2026-11-27')
export const KINDS: Readonly<Record<PathwayKind, KindOf>> = { custody, transition, reintegration, family, mentoring }

/** The bit the rows of a kind carry. */
export function bitOf(kind: PathwayKind): number {
  return CLASS_BITS[KINDS[kind].tells]
}
