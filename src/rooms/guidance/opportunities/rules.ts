/** When an opportunity is over, whom it may suit, and the life of an application. docs/rules/guidance.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { academicYearStart, addDays, addMonths, ageOn, type Day, isAfter, isBefore, schoolYearOn } from '#ground/day.ts'
import type { Application, ApplicationState, Move } from './application.ts'
import type { Filter, Fit, Offer, Opportunity, OpportunityFacts } from './opportunity.ts'

/** Working days until the next step of each state, and after an interview and a first day. Ours. */
export const DAYS = { suggested: 5, wanted: 3, 'put-forward': 10, offered: 5, 'after-interview': 2, 'after-start': 2 }
/** So far ahead at most something starts or ends. Ours. */
export const MOST_MONTHS = 24

/** The last day on which it can still be applied for: the day to apply by, else the day it starts; none where it rolls on. */
export function lastDayOf(one: Pick<Opportunity, 'applyBy' | 'startsOn'>): Day | null {
  return one.applyBy ?? one.startsOn
}

/** Whether one can still be put forward for it: its state says so, and its last day has not passed. */
export function isOpen(one: Pick<Opportunity, 'state' | 'applyBy' | 'startsOn'>, today: Day): boolean {
  const last = lastDayOf(one)
  return one.state === 'open' && (last === null || !isBefore(last, today))
}

export type FactsTrouble =
  | 'who-offers'
  | 'starts-too-far'
  | 'ends-too-far'
  | 'starts-before'
  | 'ends-before'
  | 'ends-after-start'
  | 'ages'

/**
 * What is wrong with what was typed.
 * @param before as it was, for one that is changed: a day that has passed meanwhile may stay
 */
export function factsTrouble(
  facts: Pick<OpportunityFacts, 'organisationId' | 'employer' | 'startsOn' | 'applyBy' | 'minAge' | 'maxAge'>,
  today: Day,
  before?: Pick<OpportunityFacts, 'startsOn' | 'applyBy'>,
): FactsTrouble | undefined {
  const { startsOn, applyBy } = facts
  const furthest = addMonths(today, MOST_MONTHS)
  if ((facts.organisationId === null) === (facts.employer === '')) return 'who-offers'
  if (startsOn !== null && startsOn !== before?.startsOn && isBefore(startsOn, today)) return 'starts-before'
  if (startsOn !== null && isAfter(startsOn, furthest)) return 'starts-too-far'
  if (applyBy !== null && applyBy !== before?.applyBy && isBefore(applyBy, today)) return 'ends-before'
  if (applyBy !== null && isAfter(applyBy, furthest)) return 'ends-too-far'
  if (applyBy !== null && startsOn !== null && isAfter(applyBy, startsOn)) return 'ends-after-start'
  return facts.minAge > facts.maxAge ? 'ages' : undefined
}

/** Those a filter asks for. `has` says whether a text has another in it, however it is written. */
export function fitting(
  all: readonly Offer[],
  filter: Filter,
  today: Day,
  has: (text: string, sought: string) => boolean,
): Offer[] {
  const soon = addMonths(today, 1)
  return all.filter(one => {
    if (filter.kind !== '' && one.kind !== filter.kind) return false
    if (!has(one.words, filter.q)) return false
    if (!has(one.where, filter.where)) return false
    if (filter.start === 'any-time') return one.startsOn === null
    if (filter.start === 'month') return one.startsOn !== null && !isAfter(one.startsOn, soon)
    return filter.start !== 'later' || (one.startsOn !== null && isAfter(one.startsOn, soon))
  })
}

/** What an adviser sees of somebody anyway, as far as it is asked whom an opportunity may suit. */
export type Candidate = {
  readonly bornOn: Day | null
  readonly activityCode: string | null
  /** The town they live in; null where it is not known, not to be seen, or protected. */
  readonly town: string | null
  /** What they said before that a place must fit round. */
  readonly needs: readonly Fit[]
}

/** Why somebody may like to hear of an opportunity. A reason is a fact, said in words: none is counted or weighed. */
export type SuitReason =
  | { readonly why: 'looking' | 'for-a-time' | 'leaves-school' | 'lives-there' }
  | { readonly why: 'fits-round'; readonly needs: readonly Fit[] }

/**
 * The activity of the national return that says somebody looks for something and can begin, and those that are for a time only.
 * 540 and 610 do not: who volunteers or is not yet ready is not said to be looking, in words they may read.
 * No code that tells of health, family, faith or custody is among them, whoever may see it.
 */
const LOOKING: ReadonlySet<string> = new Set(['619'])
const FOR_A_TIME: ReadonlySet<string> = new Set(['260', '350', '440', '530'])
const AT_SCHOOL = '110'
const LAST_SCHOOL_YEAR = 11
/** Year 11 may leave on the last Friday in June: what starts after it is for them too (Education Act 1996 section 8). */
const LEAVES_AFTER = { months: 10 }

/** Whether their age on the first day is one it is open to; undefined where it is not known when they were born. */
export function isOfAge(
  bornOn: Day | null,
  of: Pick<Opportunity, 'minAge' | 'maxAge' | 'startsOn'>,
  today: Day,
): boolean | undefined {
  if (bornOn === null) return undefined
  const age = ageOn(bornOn, of.startsOn !== null && isAfter(of.startsOn, today) ? of.startsOn : today)
  return age >= of.minAge && age <= of.maxAge
}

/**
 * Why an opportunity may suit somebody: none where nothing speaks for it. Not of the right age, or looking for nothing, is no
 * proposal; they can be put forward all the same, by whoever knows them.
 */
export function suits(
  one: Candidate,
  of: Pick<Opportunity, 'minAge' | 'maxAge' | 'startsOn' | 'town' | 'fits' | 'discloses'>,
  today: Day,
  isSameTown: (a: string, b: string) => boolean,
): SuitReason[] {
  // What its name tells of is never a ground to propose it to anybody (K6).
  if (of.discloses !== 0 || isOfAge(one.bornOn, of, today) !== true) return []
  const first = firstReason(one, of, today)
  if (first === undefined) return []
  const met = one.needs.filter(need => of.fits.includes(need))
  return [
    { why: first },
    ...(one.town !== null && of.town !== '' && isSameTown(one.town, of.town) ? [{ why: 'lives-there' as const }] : []),
    ...(met.length > 0 ? [{ why: 'fits-round' as const, needs: met }] : []),
  ]
}

function firstReason(
  { activityCode, bornOn }: Candidate,
  { startsOn }: Pick<Opportunity, 'startsOn'>,
  today: Day,
): 'looking' | 'for-a-time' | 'leaves-school' | undefined {
  if (activityCode === null) return undefined
  if (LOOKING.has(activityCode)) return 'looking'
  if (FOR_A_TIME.has(activityCode)) return 'for-a-time'
  const leaves = addDays(addMonths(academicYearStart(today), LEAVES_AFTER.months), -1)
  const isLastYear = bornOn !== null && schoolYearOn(bornOn, today) === LAST_SCHOOL_YEAR
  if (activityCode === AT_SCHOOL && isLastYear && startsOn !== null && isAfter(startsOn, leaves)) return 'leaves-school'
  return undefined
}

/** What they need that an opportunity does not say it fits round: asked of the provider before they go. */
export function unmet(needs: readonly Fit[], fits: readonly Fit[]): Fit[] {
  return needs.filter(need => !fits.includes(need))
}

/** What can be done in each state; what is over stays as it is. */
const MOVES_IN: Readonly<Record<ApplicationState, readonly Move[]>> = {
  suggested: ['want', 'withdraw'],
  wanted: ['put-forward', 'withdraw'],
  'put-forward': ['interview', 'result', 'prepare', 'withdraw'],
  interview: ['result', 'interview', 'prepare', 'withdraw'],
  offered: ['accept', 'prepare', 'withdraw'],
  accepted: ['start', 'prepare', 'withdraw'],
  'not-wanted': [],
  'not-offered': [],
  started: [],
  'not-started': [],
  withdrawn: [],
}

export function movesIn(state: ApplicationState): readonly Move[] {
  return MOVES_IN[state]
}

export function isOver(state: ApplicationState): boolean {
  return MOVES_IN[state].length === 0
}

/** By when the next step is due once it came to a state today; none when it is over. */
export function dueAfter(
  state: ApplicationState,
  today: Day,
  days: Pick<Application, 'interviewOn' | 'startsOn'> & { readonly applyBy: Day | null },
): Day | null {
  switch (state) {
    case 'suggested':
    case 'wanted':
      return inTime(workingDaysAfter(today, DAYS[state]), days.applyBy, today)
    case 'put-forward':
    case 'offered':
      return workingDaysAfter(today, DAYS[state])
    case 'interview':
      return workingDaysAfter(latest(days.interviewOn, today), DAYS['after-interview'])
    case 'accepted':
      return workingDaysAfter(latest(days.startsOn, today), DAYS['after-start'])
    case 'not-wanted':
    case 'not-offered':
    case 'started':
    case 'not-started':
    case 'withdrawn':
      return null
    default:
      return state satisfies never
  }
}

/** Not after the last day to apply, but never before today. */
function inTime(due: Day, applyBy: Day | null, today: Day): Day {
  if (applyBy === null || isAfter(applyBy, due)) return due
  return latest(applyBy, today)
}

function latest(day: Day | null, today: Day): Day {
  return day !== null && isAfter(day, today) ? day : today
}

export type AheadTrouble = 'before-it' | 'too-far'

/** Whether a day of an interview or a first day can be: not before they were put forward, and not too far ahead. */
export function dayTrouble(day: Day, since: Day, today: Day): AheadTrouble | undefined {
  if (isBefore(day, since)) return 'before-it'
  return isAfter(day, addMonths(today, MOST_MONTHS)) ? 'too-far' : undefined
}

export type PutTrouble = 'ahead' | 'long-ago'
/** So long ago at most they were put forward: what was done is written down soon. Ours. */
export const MOST_DAYS_BACK = 60

/** Whether somebody can have been put forward on a day: it is said when it was done, never before. */
export function putTrouble(on: Day, today: Day): PutTrouble | undefined {
  if (isAfter(on, today)) return 'ahead'
  return isBefore(on, addDays(today, -MOST_DAYS_BACK)) ? 'long-ago' : undefined
}
