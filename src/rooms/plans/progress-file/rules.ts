/** What may be done with something of a Progress File. docs/rules/plans.md#their-progress-file */
import { type Day, isAfter } from '#ground/day.ts'
import type { Target } from '../plan.ts'
import type { Entry, Evidence } from './entry.ts'

/** Signs a word has at least: somebody who made the link may try five a day. Ours. */
export const LEAST_WORD = 6
/** Wrong words a day, whichever link they are given by. Ours. */
export const TRIES_A_DAY = 5

/** Whether a word may still be tried today. */
export function mayTry(tried: { readonly tries: number; readonly triedOn: Day | null }, today: Day): boolean {
  return tried.triedOn !== today || tried.tries < TRIES_A_DAY
}

/** What they may do with what is theirs; nothing with what was written down with them, which is their adviser's too. */
export function movesOf(entry: Pick<Entry, 'state' | 'writtenBy'>): ('share' | 'take-back' | 'take-out')[] {
  if (entry.writtenBy !== null || entry.state === 'out') return []
  return entry.state === 'private' ? ['share', 'take-out'] : ['take-back']
}

/** Whether a target may have evidence: an open one that is not kept close, as what shows it would be seen beside it. */
export function takesEvidence(target: Pick<Target, 'state' | 'isRestricted' | 'alsoBit'>): boolean {
  return target.state === 'open' && !target.isRestricted && target.alsoBit === null
}

/** What is evidence of a target, the oldest first. */
export function evidenceOf(evidence: readonly Evidence[], target: Pick<Target, 'rowId'>): Evidence[] {
  return evidence.filter(one => one.targetId === target.rowId)
}

/** When it was cannot be ahead. */
export function isAhead(happenedOn: Day | null, today: Day): boolean {
  return happenedOn !== null && isAfter(happenedOn, today)
}
