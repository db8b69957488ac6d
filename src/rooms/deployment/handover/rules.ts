/** The life of a hand-over: whose step is next, by when, and when the first adviser may close. docs/rules/deployment.md */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { Handover, Meeting, Move, State, Wish } from './handover.ts'

/** Working days to say yes or no, to meet them, and to close. Ours. */
export const DAYS = { answer: 3, meet: 10, close: 5 } as const

/** Who somebody is to a hand-over. A team leader who gives leads stands on the giver's side, and does not close for the first adviser. */
export type Sides = { readonly isGiver: boolean; readonly isReceiver: boolean; readonly isFirst: boolean }

/**
 * On which sides somebody stands.
 * @param mayLead whether their role moves leads and they see what is done with the young person
 */
export function sidesOf(
  handover: Pick<Handover, 'fromId' | 'toId' | 'movedOn'>,
  me: AccountId,
  mayLead: boolean,
): Sides {
  const leads = handover.movedOn === null ? handover.fromId : handover.toId
  return { isGiver: leads === me || mayLead, isReceiver: handover.toId === me, isFirst: handover.fromId === me }
}

/** What somebody may do with a hand-over as it stands. */
export function movesFor(
  { isGiver, isReceiver, isFirst }: Sides,
  handover: Pick<Handover, 'state' | 'movedOn'>,
): ReadonlySet<Move> {
  const moves = new Set<Move>()
  const { state, movedOn } = handover
  if (state !== 'asked' && state !== 'accepted' && state !== 'met') return moves
  if (isReceiver && state === 'asked') moves.add('accept')
  if (isReceiver && state === 'accepted') moves.add('met')
  // Whoever said yes may find that they cannot; once they lead it is theirs to hand on.
  if (isReceiver && state !== 'met' && movedOn === null) moves.add('decline')
  if (isGiver || (isReceiver && state !== 'asked')) moves.add('wish')
  // Only the first adviser sees all that is still open with them.
  if (isFirst && state === 'met') moves.add('complete')
  // Whoever took over at once does not let themselves off the meeting.
  if (isGiver && !(movedOn !== null && isReceiver)) moves.add('withdraw')
  return moves
}

/** By when the next step is due once a hand-over came to a state today; none when it is over. */
export function dueAfter(state: State, today: Day): Day | null {
  switch (state) {
    case 'asked':
      return workingDaysAfter(today, DAYS.answer)
    case 'accepted':
      return workingDaysAfter(today, DAYS.meet)
    case 'met':
      return workingDaysAfter(today, DAYS.close)
    case 'complete':
    case 'declined':
    case 'withdrawn':
      return null
    default:
      return state satisfies never
  }
}

/**
 * Whether in a meeting the next adviser met the young person: they wrote it down, or are named as having been there. One the first adviser wrote down without
 * naming a colleague counts as ever (decision 0037): they say which it was; one that names others and not the next does not, nor one the next was asked along to
 * and is not named in: then they were not there.
 */
export function countsAsMet(
  meeting: Pick<Meeting, 'by' | 'with' | 'asked'>,
  { fromId, toId }: Pick<Handover, 'fromId' | 'toId'>,
) {
  if (meeting.by === toId || meeting.with.includes(toId)) return true
  return meeting.by === fromId && meeting.with.length === 0 && !meeting.asked.includes(toId)
}

/** Who owes the next step: whoever is asked until they have met them, then whoever closes. */
export function owedBy(state: State): 'giver' | 'receiver' | undefined {
  if (state === 'asked' || state === 'accepted') return 'receiver'
  return state === 'met' ? 'giver' : undefined
}

export type CloseTrouble = 'not-met' | 'wish-missing' | 'wish-answer' | 'stays-behind'

/**
 * Whether the first adviser may close: the next one has met the young person, who was asked what they say to it; a wish for somebody
 * they know is answered; and nothing is left that the next one may not see.
 */
export function closeTrouble(
  handover: Pick<Handover, 'metOn' | 'wish' | 'wishAnswer'>,
  staysBehind: number,
): CloseTrouble | undefined {
  if (handover.metOn === null) return 'not-met'
  if (handover.wish === 'not-asked') return 'wish-missing'
  if (needsAnswer(handover.wish) && handover.wishAnswer === '') return 'wish-answer'
  return staysBehind > 0 ? 'stays-behind' : undefined
}

/** A wish that is not simply a yes is answered. */
export function needsAnswer(wish: Wish): boolean {
  return wish === 'known-adviser' || wish === 'other'
}

/** Whether a hand-over goes on: whoever hands over still leads, or, where the lead has moved, whoever took over. */
export function goesOn(handover: Pick<Handover, 'fromId' | 'toId' | 'movedOn'>, leadId: string | undefined): boolean {
  return leadId === (handover.movedOn === null ? handover.fromId : handover.toId)
}
