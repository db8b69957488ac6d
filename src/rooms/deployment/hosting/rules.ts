/** What may be agreed with a host, and how what was agreed stands on a day. docs/rules/deployment.md */
import { addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { HostTerms, TermsFacts } from './terms.ts'

/** What was agreed is looked at again within so many months. Ours. */
export const LOOK_WITHIN_MONTHS = 12

export type TermsTrouble = 'agreed-ahead' | 'inducted-ahead' | 'look-past' | 'look-far' | 'own-manager'

/**
 * What is wrong with terms as they are written down: they were agreed by today, the adviser is not their own line manager, and
 * they are looked at again within a year.
 * @param adviserId whose terms they are
 */
export function termsTrouble(facts: TermsFacts, adviserId: AccountId, today: Day): TermsTrouble | undefined {
  if (facts.managerId === adviserId) return 'own-manager'
  if (facts.inductedOn !== null && isAfter(facts.inductedOn, today)) return 'inducted-ahead'
  if (isAfter(facts.agreedOn, today)) return 'agreed-ahead'
  if (!isAfter(facts.lookOn, today)) return 'look-past'
  return isAfter(facts.lookOn, addMonths(today, LOOK_WITHIN_MONTHS)) ? 'look-far' : undefined
}

export type TermsState = 'none' | 'due' | 'not-inducted' | 'agreed'

/** How it stands: what matters most first. */
export function termsState(terms: Pick<HostTerms, 'lookOn' | 'inductedOn'> | undefined, today: Day): TermsState {
  if (terms === undefined) return 'none'
  if (isBefore(terms.lookOn, today)) return 'due'
  return terms.inductedOn === null ? 'not-inducted' : 'agreed'
}

/** Whether a form says what stands already: then it was sent twice. */
export function isSame(a: TermsFacts, b: TermsFacts): boolean {
  const of = (facts: TermsFacts) => [
    ...[facts.base, facts.phone, facts.directs, facts.managerId, facts.mayTell, facts.mayNotTell, facts.hours],
    ...[facts.notice, facts.inductedOn, facts.agreedOn, facts.agreedWith, facts.lookOn],
  ]
  return JSON.stringify(of(a)) === JSON.stringify(of(b))
}
