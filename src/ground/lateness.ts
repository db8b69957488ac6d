/** When something that was due is late, and who is told when. */
import { workingDaysAfter } from './bank-holidays.ts'
import { addDays, type Day, daysBetween, isAfter } from './day.ts'

/** Working days after something was due when more than whoever owes it is told. Ours. */
export const ESCALATE_DAYS = 3

/** What is done today about something that is due: whoever owes it is reminded, and later others are told. */
export function chaseOn(
  due: { readonly dueOn: Day; readonly isChased: boolean; readonly isEscalated: boolean },
  today: Day,
): 'chase' | 'escalate' | undefined {
  if (!isAfter(today, due.dueOn)) return undefined
  if (!due.isEscalated && !isAfter(due.dueOn, escalatesSince(today))) return 'escalate'
  return due.isChased || due.isEscalated ? undefined : 'chase'
}

/** The last day on which something must have been due for others to be told today. */
export function escalatesSince(today: Day): Day {
  let day = addDays(today, -ESCALATE_DAYS)
  while (isAfter(workingDaysAfter(day, ESCALATE_DAYS), today)) day = addDays(day, -1)
  return day
}

/** Days something is late; 0 where it is not. */
export function lateBy(dueOn: Day | null, today: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))
}
