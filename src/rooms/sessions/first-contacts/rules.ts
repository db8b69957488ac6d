/** When a first contact is due, and who is told of one that is late. docs/rules/sessions.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { type Day, isBefore } from '#ground/day.ts'

/** Levels of support as a record has them; none where nobody said. */
export type Level = 'intensive' | 'supported' | 'universal' | 'none'

/** Within how many working days a first contact is due, by level of support. Ours; in force from its day: who led before owes none by it. */
export const FIRST_CONTACT_RULE = {
  from: '2026-09-01' as Day,
  within: { intensive: 2, supported: 5, universal: 10, none: 10 },
} as const satisfies { readonly from: Day; readonly within: Readonly<Record<Level, number>> }

/**
 * Of whom somebody is told by a notice. Of the others there are hundreds in a caseload of a school: they stand on the list, and no notice for each would be read.
 * Ours.
 */
export const TOLD_LEVELS: readonly Level[] = ['intensive', 'supported']

/** Who leads for longer than so many days is told no more: the list says it. Ours. */
export const TOLD_DAYS = 60

/** From which day the clock runs: somebody leads, or took a referral on, whichever came first. */
export function beginsOn(of: { readonly leadSince: Day; readonly acceptedOn: Day | null }): Day {
  return of.acceptedOn !== null && isBefore(of.acceptedOn, of.leadSince) ? of.acceptedOn : of.leadSince
}

/** By which day a first contact is due. */
export function dueOn(of: { readonly leadSince: Day; readonly acceptedOn: Day | null; readonly level: Level }): Day {
  return workingDaysAfter(beginsOn(of), FIRST_CONTACT_RULE.within[of.level])
}
