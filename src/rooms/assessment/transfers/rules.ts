/** When a transfer summary is due, and whom it tells of. docs/rules/assessment.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import type { Day } from '#ground/day.ts'

/** Working days an agency has to answer, and has again each time it is asked once more. Ours. */
export const ANSWER_DAYS = 10
/** For so many days after somebody came to a caseload it is asked whether an agency worked with them before. Ours. */
export const ARRIVED_DAYS = 42

export function transferDue(askedOn: Day): Day {
  return workingDaysAfter(askedOn, ANSWER_DAYS)
}
