/** What never links by itself, whatever else speaks for it: a person is asked. */
import type { Household } from './household.ts'
import type { Trained } from './model.ts'

/** Whether a pair is in conflict, by its levels. */
export type Conflict = (levels: Uint8Array, at?: number) => boolean

/**
 * Two valid numbers of one kind that are not the same, or clearly different given names with one family name and birth date.
 */
export function conflictOf(lines: readonly Trained[], household: Household | undefined): Conflict {
  const numbers = lines.flatMap(({ kind }, n) => (kind === 'upn' || kind === 'uln' || kind === 'nhs' ? [n] : []))
  return (levels, at = 0) =>
    numbers.some(n => (levels[at + n] as number) > 1) || (household?.looksLikeTwins(levels, at) ?? false)
}
