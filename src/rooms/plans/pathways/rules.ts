/** Which days a pathway has, what of it is late, and what does not go together. Pure. docs/rules/plans.md */
import { addDays, addMonths, aheadTrouble, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import { KINDS, type KindOf, type Suggested } from './kinds.ts'
import type {
  LogContent,
  Pathway,
  PathwayContent,
  PathwayKind,
  PathwayLog,
  PathwayStep,
  PathwayWeek,
  Said,
  StepContent,
} from './pathway.ts'

/** How far from today a day of a pathway may lie, in months. Ours. */
const FAR_MONTHS = 60
/** How far ahead a week is planned, in months. Ours. */
const WEEK_MONTHS = 12
/** Longest time until one looks again at work with a family that began without a yes, in months. Ours. */
const WITHOUT_MONTHS = 3
const REVIEW_MONTHS = 12

/** Classes somebody needs to know of a pathway of a kind: what it tells of, and the plan it stands beside (K6). */
export function neededFor(kind: PathwayKind): readonly RecordClass[] {
  return [...new Set([KINDS[kind].tells, 'plan'] as const)]
}

/** Whether whoever sees these classes may know of a pathway of a kind. */
export function mayKnow(kind: PathwayKind, seen: ReadonlySet<RecordClass>): boolean {
  return neededFor(kind).every(name => seen.has(name))
}

/** The day of a suggested step; null while the day it is counted from is not known. */
export function dayOfStep(
  { from, days }: Pick<Suggested, 'from' | 'days'>,
  on: { openedOn: Day; anchorOn: Day | null },
) {
  const start = from === 'anchor' ? on.anchorOn : on.openedOn
  return start === null ? null : addDays(start, days)
}

/**
 * Suggested steps of a kind from the stage on in which it begins: somebody who is inside already has no court to be told. One whose day is long gone when the
 * pathway is opened (a visit four months before a move of next week) is due that day instead, so that it is done or said to be not needed, and nothing is late from
 * the first moment.
 */
export function suggestedFor(
  kind: KindOf,
  at: { readonly openedOn: Day; readonly anchorOn: Day | null; readonly stage: string },
) {
  const first = kind.stages.indexOf(at.stage)
  return kind.steps
    .filter(one => kind.stages.indexOf(one.stage) >= first)
    .map(one => {
      const day = dayOfStep(one, at)
      const isPast = day !== null && isBefore(day, at.openedOn)
      return {
        ...one,
        // One that was brought forward to today has a day of its own: it must not go back with the anchor.
        days: one.from === 'anchor' && !isPast ? one.days : null,
        dueOn: isPast ? at.openedOn : day,
      }
    })
}

function isFar(day: Day | null, today: Day): boolean {
  if (day === null) return false
  return isAfter(day, addMonths(today, FAR_MONTHS)) || isBefore(day, addMonths(today, -FAR_MONTHS))
}

export type PathwayTrouble =
  | 'anchor-missing'
  | 'anchor-far'
  | 'who-missing'
  | 'who-both'
  | 'seen-missing'
  | 'seen-ahead'
  | 'review-missing'
  | 'review-past'
  | 'review-far'
  | 'stage-unknown'

/** What does not go together in what is written of a pathway, or undefined. A day that stood there before is let stand. */
export function pathwayTrouble(
  kind: KindOf,
  content: PathwayContent,
  today: Day,
  before?: Pick<Pathway, 'reviewOn'>,
): PathwayTrouble | undefined {
  const { anchorOn, reviewOn, seenOn } = content
  if (!kind.stages.includes(content.stage)) return 'stage-unknown'
  if (kind.anchor === 'must' && anchorOn === null) return 'anchor-missing'
  if (isFar(anchorOn, today)) return 'anchor-far'
  return (
    whoTrouble(kind, content) ??
    (seenOn !== null && isAfter(seenOn, today) ? 'seen-ahead' : undefined) ??
    reviewTrouble(kind, reviewOn, today, before)
  )
}

function whoTrouble(
  kind: KindOf,
  { withName, withAccount, adultId, seenOn }: PathwayContent,
): PathwayTrouble | undefined {
  if (kind.who === 'none') return undefined
  const named = [withName !== '', withAccount !== null, adultId !== null].filter(Boolean).length
  if (named === 0) return 'who-missing'
  if (named > 1) return 'who-both'
  return kind.who === 'mentor' && withName !== '' && seenOn === null ? 'seen-missing' : undefined
}

function reviewTrouble(
  kind: KindOf,
  reviewOn: Day | null,
  today: Day,
  before: Pick<Pathway, 'reviewOn'> | undefined,
): PathwayTrouble | undefined {
  if (reviewOn === null) return kind.reviewWeeks === null ? undefined : 'review-missing'
  if (before?.reviewOn === reviewOn) return undefined
  if (aheadTrouble(reviewOn, today, REVIEW_MONTHS) === 'not-ahead') return 'review-past'
  const last = kind.reviewWeeks === null ? addMonths(today, REVIEW_MONTHS) : addDays(today, kind.reviewWeeks * 7)
  return isAfter(reviewOn, last) ? 'review-far' : undefined
}

export type SaidTrouble = 'said-missing' | 'without-why' | 'without-far' | 'not-theirs-to-say'

/**
 * What is missing of a young person's word on work with their family, or undefined. Without a yes a reason is written and a day is set on which that is looked at
 * again (as K2 has it); a yes that was judged not to be theirs to give opens nothing (K11).
 * @param decides whether they decide this themselves, by what was judged
 */
export function saidTrouble(
  said: Said | null,
  reviewOn: Day | null,
  decides: boolean,
  today: Day,
): SaidTrouble | undefined {
  if (said === null) return 'said-missing'
  if (said.said === 'yes') return decides ? undefined : 'not-theirs-to-say'
  if (said.withoutWhy === '') return 'without-why'
  return reviewOn === null || isAfter(reviewOn, addMonths(today, WITHOUT_MONTHS)) ? 'without-far' : undefined
}

export type StepTrouble = 'owner-unnamed' | 'stage-unknown' | 'due-far'

export function stepTrouble(kind: KindOf, step: StepContent, today: Day): StepTrouble | undefined {
  if (isFar(step.dueOn, today)) return 'due-far'
  if (!kind.stages.includes(step.stage)) return 'stage-unknown'
  return step.owner === 'other' && step.ownerName === '' ? 'owner-unnamed' : undefined
}

export type LogTrouble = 'log-ahead' | 'log-before'

export function logTrouble(log: LogContent, pathway: Pick<Pathway, 'openedOn'>, today: Day): LogTrouble | undefined {
  if (isAfter(log.onDay, today)) return 'log-ahead'
  return isBefore(log.onDay, addMonths(pathway.openedOn, -1)) ? 'log-before' : undefined
}

/** What waits on a pathway, with the day it was or is due; the first first. */
export type Waiting =
  | { readonly what: 'step'; readonly on: Day; readonly words: string }
  | { readonly what: 'review' | 'log'; readonly on: Day }

/** What of an open pathway has a day: steps to be done, the next look at it, the next meeting to be written of. */
export function waitingOn(
  pathway: Pick<Pathway, 'kind' | 'state' | 'openedOn' | 'reviewOn'>,
  steps: readonly Pick<PathwayStep, 'state' | 'dueOn' | 'what'>[],
  lastLogOn: Day | null,
): Waiting[] {
  if (pathway.state !== 'open') return []
  const { logDays } = KINDS[pathway.kind]
  const open = steps.flatMap((one): Waiting[] =>
    one.state === 'to-do' && one.dueOn !== null ? [{ what: 'step', on: one.dueOn, words: one.what }] : [],
  )
  const review: Waiting[] = pathway.reviewOn === null ? [] : [{ what: 'review', on: pathway.reviewOn }]
  const log: Waiting[] = logDays === null ? [] : [{ what: 'log', on: addDays(lastLogOn ?? pathway.openedOn, logDays) }]
  return [...open, ...review, ...log].toSorted((a, b) => daysBetween(b.on, a.on))
}

/** The last day on which somebody met or tried to. */
export function lastLogOf(log: readonly Pick<PathwayLog, 'onDay'>[]): Day | null {
  return log.reduce<Day | null>((last, one) => (last === null || isAfter(one.onDay, last) ? one.onDay : last), null)
}

/** How a stage stands: those before the one it is in are behind. */
export function stageStates(kind: KindOf, stage: string): { stage: string; state: 'done' | 'now' | 'next' }[] {
  const at = kind.stages.indexOf(stage)
  return kind.stages.map((one, i) => ({ stage: one, state: i < at ? 'done' : i === at ? 'now' : 'next' }))
}

/** Steps of a stage in the order of their days, and how many of them are over. */
export function stepsIn(steps: readonly PathwayStep[], stage: string): { steps: PathwayStep[]; over: number } {
  const own = steps
    .filter(one => one.stage === stage)
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.rowId.localeCompare(b.rowId))
  return { steps: own, over: own.filter(one => one.state !== 'to-do').length }
}

export const minutesOf = (days: readonly number[]): number => days.reduce((sum, one) => sum + one, 0)

/** The part of what was planned that they came, of weeks of which that is written down; undefined before there is one. */
export function shareCome(weeks: readonly PathwayWeek[]): { planned: number; came: number } | undefined {
  const known = weeks.filter(one => one.came !== null)
  if (known.length === 0) return undefined
  return {
    planned: known.reduce((sum, one) => sum + minutesOf(one.planned), 0),
    came: known.reduce((sum, one) => sum + minutesOf(one.came ?? []), 0),
  }
}

export type WeekTrouble = 'came-more' | 'came-ahead' | 'week-far'

/** Nobody came before the week began; nor longer than was planned, which is a plan to be changed. */
export function weekTrouble(
  week: { readonly weekOf: Day; readonly planned: readonly number[]; readonly came: readonly number[] | null },
  today: Day,
): WeekTrouble | undefined {
  if (isAfter(week.weekOf, addMonths(today, WEEK_MONTHS)) || isFar(week.weekOf, today)) return 'week-far'
  if (week.came === null) return undefined
  if (isAfter(week.weekOf, today)) return 'came-ahead'
  return week.came.some((minutes, i) => minutes > (week.planned[i] ?? 0)) ? 'came-more' : undefined
}
