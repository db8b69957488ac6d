import type { Day } from '#ground/day.ts'
import type { AccountId, GrantId, GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'

export const STATES = ['draft', 'sent', 'more-asked', 'accepted', 'started', 'ended', 'declined', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** What the young person says to it. */
export const VIEWS = ['agrees', 'objects', 'no-word', 'not-asked'] as const
export type View = (typeof VIEWS)[number]

export const DECLINE_REASONS = [
  'not-for-us',
  'full',
  'out-of-area',
  'out-of-age',
  'already-with-us',
  'cannot-reach',
  'other',
] as const
/** That the agency closed is nobody's choice: the clock says it. */
export type DeclineReason = (typeof DECLINE_REASONS)[number] | 'agency-closed'

export const WITHDRAW_REASONS = [
  'not-wanted',
  'helped-otherwise',
  'moved-away',
  'mistake',
  'objection',
  'other',
] as const
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number]

export const OUTCOMES = ['reached', 'part-reached', 'did-not-take-up', 'left-early', 'passed-on', 'no-change'] as const
export type ReferralOutcome = (typeof OUTCOMES)[number] | 'agency-closed'

/** Parts of the letter, in the order it is read, each with the class it is of. What is asked is of the class of the referral itself. */
export const PARTS = [
  { part: 'asked', needs: null },
  { part: 'said', needs: null },
  { part: 'who', needs: 'identity' },
  { part: 'alerts', needs: 'identity' },
  { part: 'safe-contact', needs: 'safe-contact' },
  { part: 'reach', needs: 'contact-details' },
  { part: 'learning', needs: 'learning' },
  { part: 'activity', needs: 'tracking' },
  { part: 'adults', needs: 'family' },
  { part: 'assessment', needs: 'assessment' },
  { part: 'assessment-family', needs: 'family', also: 'assessment' },
  { part: 'assessment-health', needs: 'health', also: 'assessment' },
  { part: 'assessment-offending', needs: 'offending', also: 'assessment' },
  { part: 'plan', needs: 'plan' },
] as const satisfies readonly {
  readonly part: string
  readonly needs: RecordClass | null
  readonly also?: RecordClass
}[]

export type PartName = (typeof PARTS)[number]['part']
/** What is taken from the record: everything but what is asked, and what the young person said to it. */
export type RecordPart = Exclude<PartName, 'asked' | 'said'>
/** Classes an agreement may let go along, beyond who it is and how it is safe to reach them. */
export const PROTOCOL_CLASSES = [
  'contact-details',
  'learning',
  'tracking',
  'family',
  'assessment',
  'plan',
  'health',
  'offending',
] as const satisfies readonly RecordClass[]

/** Without these nobody can help: they go with every referral. */
export const ALWAYS: readonly PartName[] = ['asked', 'said', 'who', 'alerts', 'safe-contact']

export type Line = { readonly label: string; readonly value: string }
export type Part = { readonly part: PartName; readonly classBit: number; readonly lines: readonly Line[] }

/** What two agencies agreed. */
export type ProtocolContent = {
  readonly fromId: OrganisationId
  readonly toId: OrganisationId
  readonly teamId: GroupId | null
  readonly purpose: string
  readonly basis: 'public-task' | 'legal-duty' | 'vital-interests' | 'consent' | 'contract'
  readonly law: string
  readonly condition: string
  readonly classes: number
  readonly answerDays: number
  readonly startDays: number
  readonly reportDays: number
  readonly reviewOn: Day
  /** What the receiver goes through before it answers, in order; none where it answers straight away. */
  readonly stages: readonly string[]
}
export type Protocol = ProtocolContent & {
  readonly id: RowId
  readonly startedOn: Day
  readonly endedOn: Day | null
  readonly version: number
}

/** An agreement was looked at, and stands for so long. */
export type ProtocolReview = {
  readonly reviewedOn: Day
  readonly words: string
  readonly reviewOn: Day
  readonly by: AccountId | null
}

export type Referral = {
  readonly rowId: RowId
  readonly personId: PersonId
  /** On whose record it was filed: what is added to it goes where it goes, should records be joined and taken apart. */
  readonly originPersonId: PersonId
  readonly classBit: number
  readonly protocolId: RowId
  readonly fromId: OrganisationId
  readonly toId: OrganisationId
  readonly teamId: GroupId | null
  readonly sentFor: string
  readonly state: State
  readonly view: View | null
  readonly viewWords: string
  readonly viewAnswer: string
  readonly shownOn: Day | null
  readonly withheldBy: AccountId | null
  readonly withheldWhy: string
  readonly withheldReviewOn: Day | null
  readonly madeBy: AccountId
  readonly sentOn: Day | null
  readonly receivedOn: Day | null
  readonly dueOn: Day | null
  /** Since when a question is to be answered: an objection, of which the other side reads no more. */
  readonly questionOn: Day | null
  /** What the other side was told as it was stopped. */
  readonly stopWords: string
  readonly daysLeft: number | null
  /** Which of the receiver's stages it is at, as it was called then; empty before the first. */
  readonly stage: string
  readonly stageOn: Day | null
  readonly workerId: AccountId | null
  /** Who works with them at an agency without accounts. */
  readonly workerName: string
  readonly grantId: GrantId | null
  readonly reason: DeclineReason | WithdrawReason | null
  readonly outcome: ReferralOutcome | null
  readonly overOn: Day | null
  readonly readOn: Day | null
  readonly version: number
  /** Of what came to the own service: whether the team that takes it in, or the young person, is the asker's to lead. */
  readonly isMine: boolean
}

export type Step = {
  readonly step: StepName
  readonly words: string
  readonly onDay: Day
  readonly by: AccountId | null
  /** Who did it by a link. */
  readonly byName: string
}

/** What is done with one that is sent, by whom, and what it becomes. */
export type Move =
  | 'send'
  | 'ask'
  | 'tell'
  | 'stage'
  | 'accept'
  | 'assign'
  | 'decline'
  | 'withdraw'
  | 'start'
  | 'end'
  | 'read'
export type StepName = Move | 'receive' | 'amend' | 'chase' | 'escalate' | 'question' | 'question-over'

export type Side = 'sender' | 'receiver'
