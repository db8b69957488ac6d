/** Who is in a September Guarantee, what applications say about it, and what may happen to one. docs/rules/tracking.md#september-guarantee */
import type { Instant } from '#ground/clock.ts'
import { academicYearStart, addMonths, type Day, dayFromParts, isAfter, isBefore, partsOf } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { StepKind, Told } from './application.ts'
import { headOf, NOT_RECORDED } from './codes.ts'

/** What is planned is at most so far ahead, and an application so far back. Ours. */
export const MOST_MONTHS_AHEAD = 12
export const MOST_MONTHS_BACK = 24

/** The year whose guarantee is worked on: this year's until the offers are due at the end of September, from then on the next one's. */
export function guaranteeYearOn(today: Day): number {
  const { year, month } = partsOf(today)
  return month <= 9 ? year : year + 1
}

/** The years a page offers: the one worked on and the one before, which goes into returns until March. */
export function guaranteeYears(today: Day): readonly [number, number] {
  const year = guaranteeYearOn(today)
  return [year, year - 1]
}

/** The birth dates of a year group of a guarantee: Year 11 becomes 16 in the school year before that September, Year 12 is a year older. */
export function bornForGroup(year: number, group: 11 | 12): { readonly first: Day; readonly last: Day } {
  const first = dayAt(year - group - 6, 9, 1)
  return { first, last: dayAt(year - group - 5, 8, 31) }
}

/** The year group somebody is in the guarantee of a year by; undefined where they are in none. */
export function groupIn(bornOn: Day, year: number): 11 | 12 | undefined {
  return ([11, 12] as const).find(group => {
    const { first, last } = bornForGroup(year, group)
    return !isBefore(bornOn, first) && !isAfter(bornOn, last)
  })
}

/** The school year those of a group are in on a day: from September the same people are a year on (certain: errors 905 and 906). */
export function schoolYearOf(group: 11 | 12, year: number, on: Day): number {
  return group + partsOf(academicYearStart(on)).year - (year - 1)
}

/** The day on which it counts where somebody learns: today, and once the summer term is over its last of June. Ours. */
export function educatedOn(year: number, today: Day): Day {
  const june = dayAt(year, 6, 30)
  return isAfter(today, june) ? june : today
}

/** By what somebody is a council's in the guarantee (likely): those in Year 11 by where they are educated, those in Year 12 by where they live. */
export function countedBy(group: 11 | 12): 'educated' | 'lives' {
  return group === 11 ? 'educated' : 'lives'
}

/** What may happen next to an application. An offer can come late, and somebody may think again. */
const NEXT: Readonly<Record<StepKind, readonly StepKind[]>> = {
  applied: ['interview', 'offer-conditional', 'offer', 'turned-down', 'withdrawn'],
  interview: ['interview', 'offer-conditional', 'offer', 'turned-down', 'withdrawn'],
  'offer-conditional': ['offer', 'accepted', 'declined', 'enrolled', 'turned-down', 'withdrawn'],
  offer: ['accepted', 'declined', 'enrolled', 'not-started', 'turned-down', 'withdrawn'],
  accepted: ['enrolled', 'not-started', 'declined', 'turned-down', 'withdrawn'],
  declined: ['accepted', 'enrolled'],
  'turned-down': ['offer-conditional', 'offer', 'enrolled'],
  withdrawn: ['applied', 'offer-conditional', 'offer'],
  enrolled: ['not-started'],
  'not-started': ['enrolled'],
}

export function nextSteps(state: StepKind): readonly StepKind[] {
  return NEXT[state]
}

export type StepTrouble = 'in-future' | 'too-far' | 'before-applied' | 'too-long-ago'

/** What is wrong with the day of a step: an interview may lie ahead, nothing else does, and nothing is before they applied. */
export function stepTrouble(step: StepKind, on: Day, firstOn: Day | null, today: Day): StepTrouble | undefined {
  if (isAfter(on, today) && step !== 'interview') return 'in-future'
  if (isAfter(on, addMonths(today, MOST_MONTHS_AHEAD))) return 'too-far'
  if (firstOn !== null && isBefore(on, firstOn)) return 'before-applied'
  return isBefore(on, addMonths(today, -MOST_MONTHS_BACK)) ? 'too-long-ago' : undefined
}

/** Steps by which a place was offered. */
const OFFERED: readonly string[] = ['offer-conditional', 'offer', 'accepted', 'declined', 'enrolled', 'not-started']
const WAITING: readonly string[] = ['applied', 'interview']

type Evidence = { readonly code: '110' | '140'; readonly on: Day; readonly at: Instant; readonly rowId: RowId }

/** What one application says: an offer that the place did not take back, else that the answer is awaited; nothing once it is over without an offer. */
export function evidenceOf({ rowId, steps }: Told): Evidence | undefined {
  const live = steps.filter(one => one.takenBackAt === null && one.step !== 'changed')
  const last = live.at(-1)
  if (last === undefined || last.step === 'turned-down') return undefined
  // An offer before the place turned them down does not stand once they applied again.
  const since = live.slice(live.findLastIndex(one => one.step === 'turned-down') + 1)
  const offer = since.find(one => OFFERED.includes(one.step))
  if (offer) return { code: '110', on: offer.onDay, at: offer.recordedAt, rowId }
  return WAITING.includes(last.step) ? { code: '140', on: last.onDay, at: last.recordedAt, rowId } : undefined
}

/** What stands for somebody: by hand, by an application, or the start. */
export type Stands = {
  readonly code: string
  readonly from: 'hand' | 'application' | 'start'
  readonly on: Day | null
  readonly applicationId: RowId | null
}

/**
 * Where somebody stands with the guarantee of a year. An offer is 110, an application that waits 140, and nothing 159. What a colleague set by hand stands above
 * that until an application says otherwise later: an offer does, and one that waits does where no offer was said to be made.
 * @param hand what was last set by hand, with when it was written down
 * @param told the applications for that autumn that tell of nothing more than where somebody learns (K6)
 */
export function guaranteeOf(
  hand: { readonly code: string; readonly on: Day; readonly at: Instant } | undefined,
  told: readonly Told[],
): Stands {
  const says = told
    .flatMap(one => evidenceOf(one) ?? [])
    .filter(one => hand === undefined || one.at > hand.at)
    .filter(one => one.code === '110' || hand === undefined || headOf(hand.code) !== 'made')
    .toSorted((a, b) => (a.code === b.code ? (a.on < b.on ? -1 : 1) : a.code < b.code ? -1 : 1))
  const [first] = says
  if (first) return { code: first.code, from: 'application', on: first.on, applicationId: first.rowId }
  if (hand) return { code: hand.code, from: 'hand', on: hand.on, applicationId: null }
  return { code: NOT_RECORDED, from: 'start', on: null, applicationId: null }
}

/** What is proposed, and left to a colleague to judge: 150 where every place they applied to turned them down. */
export function proposalOf(code: string, told: readonly Told[]): '150' | undefined {
  if (headOf(code) === 'made' || headOf(code) === 'not-appropriate' || code === '150') return undefined
  const lasts = told.map(one => one.steps.filter(s => s.takenBackAt === null && s.step !== 'changed').at(-1)?.step)
  return lasts.length > 0 && lasts.every(step => step === 'turned-down') ? '150' : undefined
}

/** Whether those offered a place for an autumn are asked after: from the first of September to the end of that school year. */
export function asksWhoEnrolled(autumn: number, today: Day): boolean {
  return !isBefore(today, dayAt(autumn, 9, 1)) && isBefore(today, dayAt(autumn + 1, 9, 1))
}

/** The autumns an application may be for: the one worked on and those beside it. */
export function autumnsOffered(today: Day): readonly number[] {
  const year = guaranteeYearOn(today)
  return [year - 1, year, year + 1]
}

function dayAt(year: number, month: number, dayOfMonth: number): Day {
  const day = dayFromParts(year, month, dayOfMonth)
  if (day === undefined) throw new RangeError('no such day')
  return day
}
