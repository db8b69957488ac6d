import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, PersonId, RowId } from '#ground/ids.ts'

/** Why somebody is handed over. None tells of more than that they are: `circumstances` is what somebody who comes out of custody or care is (K6). Ours. */
export const KINDS = [
  'step-up',
  'step-down',
  'new-place',
  'programme',
  'circumstances',
  'adviser-leaves',
  'they-asked',
  'shared-out',
] as const
/** Where the lead was moved at once the meeting is still to come. */
export type Kind = (typeof KINDS)[number] | 'at-once'

export const STATES = ['asked', 'accepted', 'met', 'complete', 'declined', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** What the young person says to it. */
export const WISHES = ['agrees', 'known-adviser', 'other'] as const
export type Wish = (typeof WISHES)[number] | 'not-asked'

export const DECLINE_REASONS = ['no-room', 'knows-them', 'not-my-work', 'something-else'] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const WITHDRAW_REASONS = ['not-needed', 'they-want-to-stay', 'somebody-else', 'cannot-be-met'] as const
/** Said by the house: another leads by now, whoever was asked left, or the young person has died. */
export const HOUSE_REASONS = ['lead-changed', 'left', 'died'] as const
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number] | (typeof HOUSE_REASONS)[number]

export type Handover = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly kind: Kind
  readonly why: string
  readonly brief: string
  readonly wish: Wish
  readonly wishWords: string
  readonly wishAnswer: string
  readonly fromId: AccountId
  readonly toId: AccountId
  readonly begunBy: AccountId | null
  readonly begunOn: Day
  readonly state: State
  readonly acceptedOn: Day | null
  readonly metOn: Day | null
  readonly movedOn: Day | null
  readonly overOn: Day | null
  readonly reason: DeclineReason | WithdrawReason | null
  readonly words: string
  readonly dueOn: Day | null
  readonly grantId: GrantId | null
  /** The contact in which they met. */
  readonly contactId: RowId | null
  readonly version: number
}

/** What is asked as it begins. */
export type Beginning = {
  readonly toId: AccountId
  readonly kind: Kind
  readonly why: string
  readonly brief: string
  readonly wish: Wish
  readonly wishWords: string
}

export type Move = 'accept' | 'decline' | 'met' | 'wish' | 'complete' | 'withdraw'

/** One of a list, with whose it is; empty where that is no longer the reader's to see. */
export type HandoverLine = Handover & { readonly name: string }

/** A contact in which somebody may have met them. */
export type Meeting = {
  readonly rowId: RowId
  readonly on: Day
  readonly by: AccountId
  /** Colleagues who were there besides. */
  readonly with: readonly AccountId[]
  /** Colleagues who were asked along. */
  readonly asked: readonly AccountId[]
  readonly what: string
}

/** Something that goes along, or that stays behind until it is seen to. */
export type Carried = { readonly label: string; readonly value: string; readonly href?: string }
