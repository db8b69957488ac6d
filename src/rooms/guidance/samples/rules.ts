/** How a sample is drawn, who does what with a reading, and what samples say together. docs/rules/guidance.md */
import { createHash } from 'node:crypto'
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { addMonths, type Day, toDay } from '#ground/day.ts'
import { LEAST_TOLD } from '#ground/few.ts'
import type { AccountId } from '#ground/ids.ts'
import type { AgreedWork, BothRatings, Criterion, Marks, Met, Reading } from './sample.ts'

/** Working days an adviser has to answer. Ours. */
const ANSWER_DAYS = 10

export function answerDue(readOn: Day): Day {
  return workingDaysAfter(readOn, ANSWER_DAYS)
}

const lot = (seed: string, of: string): string => createHash('sha256').update(`${seed} ${of}`).digest('hex')
const byLot =
  <One>(seed: string, key: (one: One) => string) =>
  (a: One, b: One): number =>
    lot(seed, key(a)) < lot(seed, key(b)) ? -1 : 1

/**
 * Draws so many, by chance but the same again from the same seed and pool: adviser by adviser in turn, so that nobody's work is left out while another's is looked
 * at twice. Of one young person one is enough.
 */
export function drawFrom(pool: readonly AgreedWork[], seed: string, wanted: number): AgreedWork[] {
  const mixed = pool.toSorted(byLot(seed, one => one.rowId))
  const people = new Set<string>()
  const once = mixed.filter(one => !people.has(one.personId) && people.add(one.personId))
  const advisers = [...new Set(once.map(one => one.accountId))].toSorted(byLot(seed, one => one))
  const rows = advisers.map(adviser => once.filter(one => one.accountId === adviser))
  const longest = Math.max(0, ...rows.map(row => row.length))
  return Array.from({ length: longest }, (_, turn) => rows.flatMap(row => row[turn] ?? []))
    .flat()
    .slice(0, wanted)
}

/** The first day of a month and of the next. */
export function monthOf(month: string): { readonly from: Day; readonly until: Day } {
  const from = toDay(`${month.slice(0, 7)}-01`)
  return { from, until: addMonths(from, 1) }
}

const MONTHS_OFFERED = 12

/** Months that may be sampled: this one and those before it, the newest first. */
export function monthsOffered(today: Day): Day[] {
  const { from } = monthOf(today)
  return Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(from, -back))
}

export type Move = 'read' | 'close' | 'ask-second' | 'rate' | 'answer'

/** Whose it is to look at: whoever drew it or leads the team now, never whose work it is. */
export function isReaders(accountId: AccountId, one: Pick<Reading, 'adviserId' | 'readerId' | 'leaderId'>): boolean {
  return accountId !== one.adviserId && (one.readerId === accountId || one.leaderId === accountId)
}

/** What an account may do with a reading it sees. */
export function movesFor(
  accountId: AccountId,
  one: Pick<Reading, 'state' | 'what' | 'adviserId' | 'readerId' | 'leaderId' | 'secondId' | 'secondOn'>,
): ReadonlySet<Move> {
  const moves = new Set<Move>()
  const isOpen = one.state === 'drawn' || one.state === 'read'
  const reads = isReaders(accountId, one)
  if (reads && one.state === 'drawn') moves.add('read')
  if (reads && isOpen) moves.add('close')
  if (reads && one.what === 'assessment' && one.state !== 'closed' && one.secondOn === null) moves.add('ask-second')
  if (one.secondId === accountId && one.secondOn === null && one.state !== 'closed') moves.add('rate')
  if (one.state === 'read' && one.adviserId === accountId) moves.add('answer')
  return moves
}

/** Criteria nothing is said of. */
export function openCriteria(marks: Marks, criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(one => marks[one] === undefined)
}

export type Agreement = {
  readonly factor: string
  readonly pairs: number
  /** The same, one apart, more; undefined where too few were rated twice to say. */
  readonly told: { readonly same: number; readonly near: number; readonly apart: number } | undefined
  /** Rated by one of them alone: not a disagreement about how it stands, but about whether it was asked. */
  readonly alone: number
}

/** How far two readers agree, by factor, over samples. Few are not told (K6). */
export function agreementBy(ratings: readonly BothRatings[]): Agreement[] {
  const factors = [...new Set(ratings.map(one => one.factor))]
  return factors.map(factor => {
    const own = ratings.filter(one => one.factor === factor)
    const gaps = own.flatMap(one => gapOf(one) ?? [])
    const count = (is: (gap: number) => boolean) => gaps.filter(is).length
    const told =
      gaps.length < LEAST_TOLD
        ? undefined
        : { same: count(gap => gap === 0), near: count(gap => gap === 1), apart: count(gap => gap > 1) }
    const alone = own.filter(one => (one.level === null) !== (one.adviserLevel === null)).length
    return { factor, pairs: gaps.length, told, alone }
  })
}

/** How far apart two ratings are; undefined where one of them was not asked. */
export function gapOf({ level, adviserLevel }: Pick<BothRatings, 'level' | 'adviserLevel'>): number | undefined {
  return level === null || adviserLevel === null ? undefined : Math.abs(level - adviserLevel)
}

export type Trend = {
  readonly criterion: Criterion
  readonly month: Day
  readonly looked: number
  /** How often each was said; undefined where too few were looked at. */
  readonly told: Readonly<Record<Met, number>> | undefined
}

/** What was said of each criterion, month by month, of what was read. Few are not told. */
export function trendsOf(readings: readonly Pick<Reading, 'month' | 'marks'>[]): Trend[] {
  const months = [...new Set(readings.map(one => one.month))].toSorted()
  return months.flatMap(month => {
    const marks = readings.filter(one => one.month === month).map(one => one.marks)
    const criteria = [...new Set(marks.flatMap(one => Object.keys(one) as Criterion[]))]
    return criteria.map(criterion => {
      const said = marks.flatMap(one => one[criterion]?.said ?? [])
      const count = (met: Met) => said.filter(one => one === met).length
      const told = said.length < LEAST_TOLD ? undefined : { yes: count('yes'), part: count('part'), no: count('no') }
      return { criterion, month, looked: said.length, told }
    })
  })
}
