/** The life of an absence a place tells of: who does what, by when. docs/rules/tracking.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Absence, Move, State, Telling } from './absence.ts'

/** Working days until somebody tries to reach them, and until the place hears back. Ours. */
export const DAYS = { take: 2, answer: 10 } as const
/** So long ago at most they were last seen: an older one is a leaver's list. Ours. */
export const MOST_MONTHS = 12

export type TellTrouble = 'in-future' | 'too-old'

export function tellTrouble({ lastSeenOn }: Pick<Telling, 'lastSeenOn'>, today: Day): TellTrouble | undefined {
  if (isAfter(lastSeenOn, today)) return 'in-future'
  return isBefore(lastSeenOn, addMonths(today, -MOST_MONTHS)) ? 'too-old' : undefined
}

export type Sides = { readonly isPlace: boolean; readonly isAdviser: boolean }

/** What each side may do: the place takes back what it told, those who work with them take it in hand and answer. */
export function movesFor({ isPlace, isAdviser }: Sides, { state }: Pick<Absence, 'state'>): ReadonlySet<Move> {
  const moves = new Set<Move>()
  if (state !== 'told' && state !== 'in-hand') return moves
  if (isAdviser && state === 'told') moves.add('take')
  if (isAdviser) moves.add('answer')
  if (isPlace) moves.add('withdraw')
  return moves
}

/** By when the next step is due once it came to a state today; none when it is over. */
export function dueAfter(state: State, today: Day): Day | null {
  switch (state) {
    case 'told':
      return workingDaysAfter(today, DAYS.take)
    case 'in-hand':
      return workingDaysAfter(today, DAYS.answer)
    case 'answered':
    case 'withdrawn':
      return null
    default:
      return state satisfies never
  }
}
