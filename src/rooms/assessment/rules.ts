/** What follows from what was said. docs/rules/assessment.md */
import { addDays, addMonths, type Day, daysBetween } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Assessment, Depth, Factor, Level, Rating, RatingContent, SignalAnswer } from './assessment.ts'

/** Of how much support somebody gets: how soon they are first assessed, and how often again. Ours, open to change. */
const RHYTHM: Readonly<Record<string, { readonly firstWithinDays: number | null; readonly reviewMonths: number }>> = {
  intensive: { firstWithinDays: 28, reviewMonths: 3 },
  supported: { firstWithinDays: 56, reviewMonths: 6 },
  universal: { firstWithinDays: null, reviewMonths: 12 },
}
const ORDINARY = { firstWithinDays: null, reviewMonths: 12 }

/** So many months ahead at most is a review. */
export const REVIEW_MONTHS = 24

/** The worse of two views; null when neither was asked. */
export function worse(content: Pick<RatingContent, 'staffLevel' | 'ownLevel'>): Level | null {
  const levels = [content.staffLevel, content.ownLevel].filter(level => level !== null)
  return levels.length === 0 ? null : (Math.min(...levels) as Level)
}

/** Nothing is said: then there is no row. */
export function isSilent(content: RatingContent): boolean {
  const { staffLevel, ownLevel, evidence, ownWords } = content
  return staffLevel === null && ownLevel === null && evidence === '' && ownWords === ''
}

export function saysTheSame(one: RatingContent, other: RatingContent): boolean {
  return (
    one.staffLevel === other.staffLevel &&
    one.ownLevel === other.ownLevel &&
    one.evidence === other.evidence &&
    one.ownWords === other.ownWords &&
    one.source === other.source &&
    one.isRestricted === other.isRestricted
  )
}

/** The class of what a factor tells of by itself. */
export function classOf(factor: Factor): RecordClass {
  return factor.discloses ?? 'assessment'
}

/** The classes of what is said of a factor. Kept close it is restricted and what it tells of besides: both must be seen. */
export function classesOfRating(factor: Factor, isRestricted: boolean): { own: RecordClass; also: RecordClass | null } {
  return isRestricted ? { own: 'restricted', also: classOf(factor) } : { own: classOf(factor), also: null }
}

/**
 * Factors to be looked at in depth: critical or a worry in either view; and where two or more are mixed, those as well.
 * What was not asked asks for nothing here: it is simply not known.
 */
export function asksInDepth(ratings: readonly Rating[]): string[] {
  const mixed = ratings.filter(rating => worse(rating) === 3)
  return ratings
    .filter(rating => {
      const level = worse(rating)
      return level !== null && (level <= 2 || (level === 3 && mixed.length >= 2))
    })
    .map(rating => rating.factor)
}

/** The level from which something is hard: critical, a worry, or mixed. */
const HARD: Level = 3

/** Factors that are hard in either view, the worst first: what somebody near by may help with. */
export function hardOf(ratings: readonly Rating[]): string[] {
  return ratings
    .flatMap(rating => {
      const level = worse(rating)
      return level !== null && level <= HARD ? [{ factor: rating.factor, level }] : []
    })
    .toSorted((a, b) => a.level - b.level)
    .map(one => one.factor)
}

/**
 * Which factors an assessment in depth looks at closer: those that ask for it by what was agreed before and what is said in it. None where nothing asks for
 * it, which is then all; undefined for the other kinds, which touch everything.
 * @param before what was agreed last of each factor, as far as whoever asks sees it
 */
export function closerLook(
  depth: Depth,
  before: readonly Rating[],
  ratings: readonly Rating[],
): ReadonlySet<string> | undefined {
  if (depth !== 'in-depth') return undefined
  const said = new Set(ratings.map(one => one.factor))
  // What asked for it before is looked at, however it is seen now.
  return new Set([...asksInDepth(before), ...asksInDepth([...before.filter(one => !said.has(one.factor)), ...ratings])])
}

/** Where the young person is more worried than the adviser: to be talked about. */
export function ownIsWorse(ratings: readonly Rating[]): string[] {
  return ratings
    .filter(r => r.staffLevel !== null && r.ownLevel !== null && r.ownLevel < r.staffLevel)
    .map(r => r.factor)
}

/** A view that calls for safeguarding or a specialist, and what was answered to it, if anything. */
export type Signal = { readonly factor: string; readonly level: Level; readonly answer: SignalAnswer | undefined }

/**
 * Signals of an assessment, by the worst of all that stands: a milder row that somebody wrote beside it without seeing it does not
 * switch it off. An answer holds until the view gets worse than the one it answered.
 */
export function signalsOf(
  factors: readonly Factor[],
  standing: readonly Rating[],
  answers: readonly SignalAnswer[],
): Signal[] {
  return factors.flatMap(factor => {
    const levels = standing.filter(r => r.factor === factor.code).flatMap(r => worse(r) ?? [])
    if (levels.length === 0) return []
    const level = Math.min(...levels) as Level
    if (level > factor.signalsAt) return []
    const answer = answers.filter(a => a.factor === factor.code && a.level <= level).at(-1)
    return [{ factor: factor.code, level, answer }]
  })
}

/** Of several rows that stand for one factor (one kept close, one not) the newest is what is said now. */
export function newestOf(ratings: readonly Rating[]): Rating[] {
  const newest = new Map<string, Rating>()
  for (const rating of ratings) {
    const before = newest.get(rating.factor)
    if (before === undefined || before.recordedAt <= rating.recordedAt) newest.set(rating.factor, rating)
  }
  return [...newest.values()]
}

/** One factor then and now, in both views. */
export type Distance = {
  readonly factor: Factor
  readonly first: Rating | undefined
  readonly latest: Rating | undefined
  /** Steps towards strong (positive) in a view; null unless it was asked both times. */
  readonly staff: number | null
  readonly own: number | null
}

/**
 * The distance travelled: for each factor the baseline against the newest that was agreed. A factor the baseline did not ask has no
 * distance, whatever was said of it later; nor has one that was not looked at again since.
 * @param agreed assessments that were agreed, the oldest first, each with what was said in it
 */
export function distances(
  factors: readonly Factor[],
  agreed: readonly { readonly ratings: readonly Rating[] }[],
): Distance[] {
  return factors.map(factor => {
    const said = (ratings: readonly Rating[] | undefined) => ratings?.find(r => r.factor === factor.code)
    const first = said(agreed[0]?.ratings)
    const latest = said(agreed.findLast(one => said(one.ratings) !== undefined)?.ratings)
    const between = (view: 'staffLevel' | 'ownLevel') => {
      const [from, to] = [first?.[view] ?? null, latest?.[view] ?? null]
      return latest === first || from === null || to === null ? null : to - from
    }
    return { factor, first, latest, staff: between('staffLevel'), own: between('ownLevel') }
  })
}

/** When a review is due after an assessment that was agreed on a day, by how much support somebody gets. */
export function reviewDue(agreedOn: Day, supportLevel: string | null): Day {
  return addMonths(agreedOn, (RHYTHM[supportLevel ?? ''] ?? ORDINARY).reviewMonths)
}

/** When a first assessment is due, counted from when the lead began; null for whom none is owed. */
export function firstDue(leadSince: Day, supportLevel: string | null): Day | null {
  const { firstWithinDays } = RHYTHM[supportLevel ?? ''] ?? ORDINARY
  return firstWithinDays === null ? null : addDays(leadSince, firstWithinDays)
}

export type Due = { readonly what: 'first' | 'review'; readonly on: Day; readonly daysLate: number }

/** What is due next for somebody, and by how many days it is late (negative: still ahead); nothing when nothing is owed. */
export function dueOf(facts: {
  readonly leadSince: Day | null
  readonly supportLevel: string | null
  readonly lastAgreedOn: Day | null
  readonly reviewOn: Day | null
  readonly today: Day
}): Due | undefined {
  const { leadSince, supportLevel, lastAgreedOn, today } = facts
  const on =
    lastAgreedOn !== null
      ? (facts.reviewOn ?? reviewDue(lastAgreedOn, supportLevel))
      : leadSince === null
        ? null
        : firstDue(leadSince, supportLevel)
  return on === null
    ? undefined
    : { what: lastAgreedOn === null ? 'first' : 'review', on, daysLate: daysBetween(on, today) }
}

/** Which kinds can be begun: the first is initial or in depth; once one was agreed, a review or in depth. */
export function depthsOffered(assessments: readonly Pick<Assessment, 'state'>[]): readonly Depth[] {
  return assessments.some(one => one.state === 'agreed') ? ['review', 'in-depth'] : ['initial', 'in-depth']
}

/** What was agreed last, of assessments in the room's order: a draft is none, nor is one that was agreed before it. */
export function lastAgreed<One extends Pick<Assessment, 'state'>>(assessments: readonly One[]): One | undefined {
  return assessments.findLast(one => one.state === 'agreed')
}
