/** The life of a referral: which step follows which, whose it is, by when, and what may go along. docs/rules/referrals.md */
import { workingDaysAfter, workingDaysBetween } from '#ground/bank-holidays.ts'
import { addDays, addMonths, type Day, isAfter } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import {
  ALWAYS,
  type Move,
  PARTS,
  type PartName,
  type Protocol,
  type ProtocolContent,
  type Referral,
  type Side,
  type State,
  type View,
} from './referral.ts'

export const MOVES: Readonly<
  Record<Move, { readonly by: Side; readonly from: readonly State[]; readonly to: State | null }>
> = {
  send: { by: 'sender', from: ['draft'], to: 'sent' },
  ask: { by: 'receiver', from: ['sent'], to: 'more-asked' },
  tell: { by: 'sender', from: ['more-asked'], to: 'sent' },
  // It stays what it is: it has come further on its way to an answer.
  stage: { by: 'receiver', from: ['sent', 'more-asked'], to: null },
  accept: { by: 'receiver', from: ['sent', 'more-asked'], to: 'accepted' },
  decline: { by: 'receiver', from: ['sent', 'more-asked'], to: 'declined' },
  withdraw: { by: 'sender', from: ['draft', 'sent', 'more-asked', 'accepted', 'started'], to: 'withdrawn' },
  // It stays where it is: another colleague at the same agency works with them.
  assign: { by: 'receiver', from: ['accepted', 'started'], to: null },
  start: { by: 'receiver', from: ['accepted'], to: 'started' },
  end: { by: 'receiver', from: ['accepted', 'started'], to: 'ended' },
  // It stays what it is: what came back was read.
  read: { by: 'sender', from: ['ended', 'declined'], to: null },
}

const TAKES_UP: ReadonlySet<Move> = new Set(['accept', 'assign', 'start'])

/** What each side may do with a referral as it stands. */
export function movesFor(
  side: Side | undefined,
  referral: Pick<Referral, 'state' | 'readOn' | 'teamId'> & Partial<Pick<Referral, 'questionOn'>>,
): ReadonlySet<Move> {
  const all = Object.keys(MOVES) as Move[]
  return new Set(
    all.filter(
      move =>
        MOVES[move].by === side &&
        MOVES[move].from.includes(referral.state) &&
        !(move === 'read' && referral.readOn !== null) &&
        // While a question is to be answered nothing more is taken up.
        !(TAKES_UP.has(move) && (referral.questionOn ?? null) !== null) &&
        // In the own service it goes with the lead.
        !(move === 'assign' && referral.teamId !== null),
    ),
  )
}

/** Stages of one agency at most, and how long the name of one may be. Ours. */
export const MOST_STAGES = 6
export const STAGE_LENGTH = 60

/** Stages as they were typed, one a line: empty lines do not count. */
export function stagesIn(typed: string): string[] {
  return typed
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** One line of what happened: the stage, and what was found there. */
export function stageSaid(stage: string, words: string): string {
  return words === '' ? stage : `${stage}: ${words}`
}

export type StagesTrouble = 'too-many' | 'too-long' | 'twice'

export function stagesTrouble(stages: readonly string[]): StagesTrouble | undefined {
  if (stages.length > MOST_STAGES) return 'too-many'
  if (stages.some(stage => stage.length > STAGE_LENGTH)) return 'too-long'
  return new Set(stages.map(stage => stage.toLowerCase())).size < stages.length ? 'twice' : undefined
}

/** So many days ahead an agreement stands among those to be looked at. Ours. */
export const REVIEW_SOON_DAYS = 60

/** Whether an agreement is late to be looked at, soon, or neither; one that has ended is never. */
export function reviewStanding(
  protocol: Pick<Protocol, 'reviewOn' | 'endedOn'>,
  today: Day,
): 'late' | 'soon' | 'later' | 'ended' {
  if (protocol.endedOn !== null) return 'ended'
  if (isAfter(today, protocol.reviewOn)) return 'late'
  return isAfter(protocol.reviewOn, addDays(today, REVIEW_SOON_DAYS)) ? 'later' : 'soon'
}

/** Days within which the sender reads what came back. Ours. */
export const READ_DAYS = 5
/** So many months ahead at most, what was withheld is looked at again. Ours. */
export const WITHHELD_MONTHS = 6
/** A protocol is looked at again within so many months. Ours. */
export const PROTOCOL_MONTHS = 24

type Clock = { readonly dueOn: Day | null; readonly daysLeft: number | null }

/**
 * By when the next step is due after a move made today, and what is left of the time to answer while the sender owes one: the other
 * agency's clock stands still meanwhile, and has at least a day when it goes on.
 */
export function clockAfter(
  move: Move,
  protocol: Pick<Protocol, 'answerDays' | 'startDays' | 'reportDays'>,
  before: Pick<Referral, 'dueOn' | 'daysLeft'>,
  today: Day,
): Clock {
  const within = (days: number): Clock => ({ dueOn: workingDaysAfter(today, days), daysLeft: null })
  switch (move) {
    case 'send':
      return within(protocol.answerDays)
    case 'ask':
      return {
        dueOn: workingDaysAfter(today, protocol.answerDays),
        daysLeft: before.dueOn === null ? 1 : Math.max(1, workingDaysBetween(today, before.dueOn)),
      }
    case 'tell':
      return within(before.daysLeft ?? protocol.answerDays)
    case 'accept':
      return within(protocol.startDays)
    // The days to answer are for all stages together.
    case 'stage':
    case 'assign':
      return { dueOn: before.dueOn, daysLeft: before.daysLeft }
    case 'start':
      return within(protocol.reportDays)
    case 'end':
    case 'decline':
      return within(READ_DAYS)
    case 'withdraw':
    case 'read':
      return { dueOn: null, daysLeft: null }
    default:
      return move satisfies never
  }
}

/** Who owes the next step. */
export function owedBy(state: State): Side | undefined {
  switch (state) {
    case 'draft':
    case 'more-asked':
    case 'ended':
    case 'declined':
      return 'sender'
    case 'sent':
    case 'accepted':
    case 'started':
      return 'receiver'
    case 'withdrawn':
      return undefined
    default:
      return state satisfies never
  }
}

export type SendTrouble =
  | 'not-shown'
  | 'withheld-why'
  | 'withheld-review'
  | 'view-missing'
  | 'view-of-unseen'
  | 'objection-answer'
  | 'consent-refused'
  | 'seen-by-link'
  | 'said-otherwise'

export type Sending = {
  readonly view: View
  readonly viewWords: string
  readonly viewAnswer: string
  readonly isShown: boolean
  readonly withheldWhy: string
  readonly withheldReviewOn: Day | null
}

/**
 * Whether a referral may go: shown to the young person first, unless somebody named keeps it back with a reason and a day to look again
 * (K2); an objection is answered; where the ground is consent, only what was agreed to goes (K1).
 */
export function checkSending(
  sending: Sending,
  protocol: Pick<Protocol, 'basis'>,
  today: Day,
): Result<Sending, SendTrouble> {
  if (!sending.isShown) {
    if (sending.withheldWhy === '') return refused('withheld-why')
    const review = sending.withheldReviewOn
    if (review === null || !isAfter(review, today) || isAfter(review, addMonths(today, WITHHELD_MONTHS)))
      return refused('withheld-review')
  }
  if (sending.isShown === (sending.view === 'not-asked'))
    return refused(sending.isShown ? 'view-missing' : 'view-of-unseen')
  if (protocol.basis === 'consent' && sending.view !== 'agrees') return refused('consent-refused')
  if (sending.view === 'objects' && sending.viewAnswer === '') return refused('objection-answer')
  return ok(sending)
}

/** The parts a protocol lets go, in the order of the letter: what its classes allow. */
export function partsAllowed(classes: number, bits: Readonly<Record<string, number>>): PartName[] {
  const lets = (name: string | null) => name === null || (classes & (bits[name] ?? 0)) !== 0
  return PARTS.filter(one => lets(one.needs) && lets('also' in one ? one.also : null)).map(({ part }) => part)
}

/** What goes of what could: what was chosen, and without what nobody can help. */
export function partsChosen(allowed: readonly PartName[], chosen: readonly string[]): PartName[] {
  return allowed.filter(part => ALWAYS.includes(part) || chosen.includes(part))
}

export type ProtocolTrouble =
  | 'same'
  | 'own-needs-team'
  | 'neither-own-team'
  | 'condition'
  | 'review-ahead'
  | 'review-far'

/**
 * Whether a protocol makes sense.
 * @param facts.ownId the partnership's own service: what comes to it is taken in by a team
 * @param facts.special bits of classes for which the law asks for a condition besides the ground
 */
export function checkProtocol(
  content: ProtocolContent,
  facts: { readonly ownId: string | undefined; readonly special: number; readonly today: Day },
): ProtocolTrouble | undefined {
  if (content.fromId === content.toId) return 'same'
  const isToOwn = content.toId === facts.ownId
  if (isToOwn && content.teamId === null) return 'own-needs-team'
  if (!isToOwn && content.teamId !== null) return 'neither-own-team'
  if ((content.classes & facts.special) !== 0 && content.condition === '') return 'condition'
  if (!isAfter(content.reviewOn, facts.today)) return 'review-ahead'
  return isAfter(content.reviewOn, addMonths(facts.today, PROTOCOL_MONTHS)) ? 'review-far' : undefined
}

/** On which side of a referral somebody stands. A colleague of the service that sent it stands on the sender's. */
export function sideOf(
  referral: Pick<Referral, 'sentFor' | 'teamId' | 'toId' | 'fromId' | 'isMine' | 'sentOn'>,
  me: { readonly accountId: string; readonly organisationId: string },
): Side | undefined {
  if (referral.sentOn !== null) {
    if (referral.isMine) return 'receiver'
    if (referral.teamId === null && referral.toId === me.organisationId) return 'receiver'
  }
  const isMine = referral.sentFor === me.accountId || referral.sentFor === me.organisationId
  return isMine || referral.fromId === me.organisationId ? 'sender' : undefined
}
