import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** Ways to be in touch with one young person. */
export const ONE_TO_ONE_KINDS = [
  'meeting',
  'phone',
  'text',
  'home-visit',
  'video',
  'email',
  'letter',
  'with-others',
  'tried',
  'missed',
] as const

export type OneToOneKind = (typeof ONE_TO_ONE_KINDS)[number]

/** Sessions many come to: each who came has a contact of that kind, with their own part. */
export const GROUP_KINDS = ['group', 'drop-in', 'outreach'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

export const CONTACT_KINDS = [...ONE_TO_ONE_KINDS, ...GROUP_KINDS] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/** Ways in which one speaks with them, one to one: a text or a letter may not have been read. */
export const HEARD_KINDS = ['meeting', 'phone', 'home-visit', 'video'] as const satisfies readonly OneToOneKind[]

export const PURPOSES = [
  'getting-to-know',
  'guidance',
  'support',
  'practical',
  'change',
  'outing',
  'review',
  'tracking',
  'advocacy',
  'crisis',
  'other',
] as const
export type Purpose = (typeof PURPOSES)[number]

export const OUTCOMES = ['done', 'more-needed', 'referred', 'not-reached', 'did-not-come', 'no-further-need'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Practical help a next step may be. Row 175; ours. */
export const NEXT_KINDS = ['interview-kit', 'go-along', 'travel', 'form', 'phone-call', 'outing'] as const
export type NextKind = (typeof NEXT_KINDS)[number]

/** Whether what a meeting was to bring came of it. */
export const AIM_RESULTS = ['reached', 'in-part', 'not'] as const
export type AimResult = (typeof AIM_RESULTS)[number]

/** Whether they were offered to talk without the others who were there. */
export const ALONE = ['yes', 'no', 'nobody-else'] as const
export type Alone = (typeof ALONE)[number]

/** Whether they agree with what was written down of it. */
export const AGREED = ['yes', 'no', 'not-asked'] as const
export type Agreed = (typeof AGREED)[number]

/** What happened between an adviser and a young person, as written down. */
export type ContactContent = {
  readonly happenedOn: Day
  readonly atTime: string | null
  readonly minutes: number | null
  readonly kind: ContactKind
  readonly place: string
  readonly purpose: Purpose
  readonly outcome: Outcome
  readonly present: string
  readonly aloneOffered: Alone | null
  /** What it was to bring. */
  readonly aim: string
  /** Whether it did; null where there was no aim, or nobody said. */
  readonly aimResult: AimResult | null
  /** Why it did, or did not. */
  readonly aimWhy: string
  readonly notes: string
  readonly ownWords: string
  readonly nextStep: string
  readonly nextOn: Day | null
  /** What practical help it is; null, or left out, where it is none. */
  readonly nextKind?: NextKind | null
  readonly agreed: Agreed | null
  /** Colleagues who were there besides whoever writes it down; left out, it says nothing new of them. */
  readonly colleagues?: readonly AccountId[]
  /** Kept close: restricted class. */
  readonly isRestricted: boolean
}

/** The session a contact is somebody's part in, for whoever may know which: what all who came have in common. */
export type InSession = { readonly sessionId: RowId; readonly title: string; readonly notes: string }

export type Contact = ContactContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly nextDoneOn: Day | null
  /** Why it is not going to be done: then `nextDoneOn` is the day that was said. */
  readonly nextNotDone: string
  /** The target of the plan its next step became. */
  readonly nextTargetId: RowId | null
  /** Of a group, a drop-in or outreach, where the reader may know which. */
  readonly session?: InSession
  readonly version: number
}
