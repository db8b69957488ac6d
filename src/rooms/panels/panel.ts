import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'

export const KINDS = ['not-in-learning', 'vulnerable', 'transition', 'cases', 'other'] as const
export type PanelKind = (typeof KINDS)[number]

/** Grounds a panel may stand on (K1). Consent is none of them: a no is recorded as an objection and answered. */
export const BASES = ['public-task', 'legal-duty', 'vital-interests'] as const
export type PanelBasis = (typeof BASES)[number]

/** Classes of which something may be put before a panel: never how to reach somebody, numbers, immigration or what is kept close. */
export const PANEL_CLASSES = [
  'learning',
  'tracking',
  'guidance',
  'assessment',
  'plan',
  'sessions',
  'health',
  'offending',
  'care',
  'family',
] as const satisfies readonly RecordClass[]
export type PanelClass = (typeof PANEL_CLASSES)[number]
/** Of these, those that need a condition in law besides the ground (UK GDPR articles 9 and 10), and family, which is as close. */
export const CLOSE_CLASSES = ['health', 'offending', 'care', 'family'] as const satisfies readonly PanelClass[]

/** Classes the very name of a panel may give that somebody is brought to it (K6). */
export const TELLS = [0, 256, 512, 1024, 65_536] as const

export type PanelContent = {
  readonly kind: PanelKind
  readonly title: string
  readonly discloses: number
  readonly purpose: string
  readonly basis: PanelBasis
  readonly law: string
  readonly condition: string
  readonly allows: number
}

export type Panel = PanelContent & {
  readonly rowId: RowId
  readonly chairId: AccountId | null
  readonly endedOn: Day | null
  readonly version: number
}

/** Who stands in a panel, or has a seat at a meeting. */
export type Member = {
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly classes: number
}
export const CAME = ['came', 'apologies', 'absent'] as const
export type Came = (typeof CAME)[number]
export type Seat = Member & { readonly came: Came | null }

export type MeetingState = 'preparing' | 'sent' | 'closed' | 'called-off'

export type MeetingContent = { readonly onDay: Day; readonly atTime: string; readonly place: string }

export type Meeting = MeetingContent & {
  readonly rowId: RowId
  readonly panelId: RowId
  readonly state: MeetingState
  readonly sentOn: Day | null
  readonly closedAt: Instant | null
  readonly alsoThere: string
  readonly notes: string
  readonly offWhy: string
  readonly version: number
}

/** Why somebody is brought: the list they were found on, or something else. */
export const REASONS = [
  'nobody-leads',
  'not-known',
  'not-in-learning',
  'missed',
  'absence',
  'review-late',
  'referral-declined',
  'other',
] as const
export type Reason = (typeof REASONS)[number]
/** Of these, the lists there are. */
export const LISTS = REASONS.filter(one => one !== 'other')
export type ListName = Exclude<Reason, 'other'>

export const VIEWS = ['agrees', 'objects', 'no-word'] as const
export type View = (typeof VIEWS)[number]
export const KNOWN = ['told', 'withheld'] as const
export type Known = (typeof KNOWN)[number]

/** What may come of one at a meeting. */
export const OUTCOMES = ['decided', 'nothing', 'put-off', 'not-discussed'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type ItemState = 'on' | Outcome | 'off'

/** What the young person says to it (K2). */
export type Asked = {
  readonly known: Known | null
  readonly view: View | null
  readonly viewWords: string
  readonly viewAnswer: string
  readonly withheldWhy: string
  readonly withheldReviewOn: Day | null
}

export type Item = Asked & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly panelId: RowId
  readonly meetingId: RowId
  readonly fromItemId: RowId | null
  readonly reason: Reason
  readonly question: string
  readonly namedWhy: string
  readonly askedBy: AccountId | null
  readonly askedOn: Day | null
  readonly broughtBy: AccountId
  readonly state: ItemState
  readonly outcomeWords: string
  readonly offWhy: string
  readonly version: number
}

/** A few words for the panel, of one class. */
export type Line = { readonly itemId: RowId; readonly classBit: number; readonly words: string }

export type ActionState = 'open' | 'done' | 'not-done'

/** What was agreed that somebody does. */
export type PanelAction = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly panelId: RowId
  readonly meetingId: RowId
  readonly itemId: RowId
  readonly ownerId: AccountId
  readonly partner: string
  readonly what: string
  readonly dueOn: Day
  readonly state: ActionState
  readonly overOn: Day | null
  readonly overWords: string
  readonly version: number
  /** Whether the item it came of names them to those who do not know them. */
  readonly isNamed: boolean
  readonly panel: string
}

/** How one reader may read who somebody is. */
export type Named = {
  readonly name: string
  /** The reader may open the record. */
  readonly isKnown: boolean
  readonly hasDied: boolean
}

/** Somebody on one of the lists a chair picks from. */
export type Candidate = { readonly personId: PersonId; readonly name: string; readonly detail: string }

/** One entry of the timeline of a record. */
export type Brought = Item & { readonly panel: string; readonly onDay: Day; readonly actions: readonly string[] }
