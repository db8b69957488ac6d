/** By when a place of learning is asked, and what of somebody's learning is not known. docs/rules/guidance.md */
import { bankHolidaysFrom, workingDaysAfter } from '#ground/bank-holidays.ts'
import { addDays, addMonths, type Day, isAfter, isBefore, isWorkingDay } from '#ground/day.ts'
import { SCHOOL_KINDS, type SchoolFact, type SchoolKind } from './ask.ts'

/** Working days before a talk by which what was asked should be there; and, without a talk, working days a place has. Ours. */
export const READY_DAYS = 5
/** What is older than so many months is shown as old. Ours. */
export const OLD_MONTHS = 12

/**
 * By when an answer is asked for: five working days before the talk. Where that is not ahead any more, the next working day; where the talk is before
 * that, the day of the talk. Without a talk, five working days from now.
 */
export function askDue(today: Day, talkOn: Day | null): Day {
  if (talkOn === null || isBefore(talkOn, today)) return workingDaysAfter(today, READY_DAYS)
  const wanted = workingDaysBefore(talkOn, READY_DAYS)
  if (isAfter(wanted, today)) return wanted
  const next = workingDaysAfter(today, 1)
  return isAfter(next, talkOn) ? talkOn : next
}

function workingDaysBefore(day: Day, count: number): Day {
  const holidays = bankHolidaysFrom(addDays(day, -40))
  let then = day
  for (let left = count; left > 0; ) {
    then = addDays(then, -1)
    if (isWorkingDay(then, holidays)) left -= 1
  }
  return then
}

/** Whether something is so old that it is asked anew. */
export function isOld(asOf: Day, today: Day): boolean {
  return isBefore(asOf, addMonths(today, -OLD_MONTHS))
}

/** Kinds of which nothing is known. */
export function missingOf(facts: readonly Pick<SchoolFact, 'kind'>[]): SchoolKind[] {
  return SCHOOL_KINDS.filter(kind => !facts.some(fact => fact.kind === kind))
}

/** Of each kind the newest, in the order of kinds, and the older ones behind. The facts come newest first. */
export function newestOf(facts: readonly SchoolFact[]): { newest: SchoolFact[]; older: SchoolFact[] } {
  const newest = SCHOOL_KINDS.flatMap(kind => facts.find(fact => fact.kind === kind) ?? [])
  return { newest, older: facts.filter(fact => !newest.includes(fact)) }
}
