/** Who does what with an observation of practice. docs/rules/guidance.md */
import type { AccountId } from '#ground/ids.ts'
import { type Observation, PRACTICE, type PracticeMark } from './observation.ts'

export type Move = 'change' | 'give' | 'answer'

/** What an account may do with one it reads: its writer changes and gives a draft; whose practice it was answers what another gave. */
export function movesFor(
  accountId: AccountId,
  one: Pick<Observation, 'kind' | 'observedId' | 'observerId' | 'state'>,
): ReadonlySet<Move> {
  const moves = new Set<Move>()
  if (one.state === 'draft' && one.observerId === accountId) moves.add('change').add('give')
  if (one.kind === 'observed' && one.state === 'given' && one.observedId === accountId) moves.add('answer')
  return moves
}

/** Marks nothing is said of yet: it is given once each is. */
export function openMarks(marks: Observation['marks']): PracticeMark[] {
  return PRACTICE.filter(mark => marks[mark] === undefined)
}
