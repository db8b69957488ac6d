import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Fit } from './opportunity.ts'

/** Where a young person and an opportunity stand. docs/rules/guidance.md */
export const APPLICATION_STATES = [
  'suggested',
  'wanted',
  'not-wanted',
  'put-forward',
  'interview',
  'offered',
  'not-offered',
  'accepted',
  'started',
  'not-started',
  'withdrawn',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]
export type Step = ApplicationState | 'prepared'

/** What may be told to a provider, each only where it was agreed: nothing of health, family, care or offences is among them (K6). Ours. */
export const TELLS = ['name', 'phone', 'age', 'learning', 'qualifications', 'hours', 'help', 'other'] as const
export type Tell = (typeof TELLS)[number]

/** What adviser and provider prepare together before a first day. Row 187; ours. */
export const PREPARED = [
  'told-agreed',
  'first-day',
  'named-person',
  'hours-and-pay',
  'clothes-and-tools',
  'travel',
  'if-it-goes-wrong',
] as const
export type Prepared = (typeof PREPARED)[number]

/** Who goes along to an interview. Row 186; ours. */
export const WITH_THEM = ['adviser', 'somebody-else', 'alone', 'not-yet-agreed'] as const
export type WithThem = (typeof WITH_THEM)[number]

/** What is needed for an interview, and who may see to it. Row 175; ours. */
export const KIT = ['clothes', 'money', 'papers', 'practice'] as const
export type KitItem = (typeof KIT)[number]
export const SEES_TO = ['young-person', 'adviser', 'somebody-else'] as const
export type SeesTo = (typeof SEES_TO)[number]
export type Kit = Readonly<Partial<Record<KitItem, SeesTo>>>

/** Why an application is taken back. Ours. */
export const REASONS = [
  'no-longer-wants',
  'another-place',
  'place-gone',
  'not-right',
  'could-not-reach',
  'something-else',
] as const
export type Reason = (typeof REASONS)[number]

export type Application = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly opportunityId: RowId
  readonly title: string
  readonly offeredBy: string
  readonly state: ApplicationState
  readonly putBy: AccountId
  readonly suggestedOn: Day
  readonly why: string
  readonly needs: readonly Fit[]
  readonly ownWords: string
  readonly tells: readonly Tell[]
  readonly tellsWords: string
  readonly putOn: Day | null
  readonly prepared: readonly Prepared[]
  readonly preparedWords: string
  readonly interviewOn: Day | null
  readonly interviewAt: string | null
  readonly withThem: WithThem | null
  readonly journey: string
  /** Who sees to what is needed for the interview; what nobody spoke of is left out. */
  readonly kit: Kit
  readonly resultWords: string
  readonly startsOn: Day | null
  readonly reason: Reason | null
  readonly overOn: Day | null
  readonly dueOn: Day | null
  readonly version: number
}

export type ApplicationLine = Application & { readonly name: string }

export type StepLine = {
  readonly step: Step
  readonly words: string
  readonly onDay: Day
  readonly by: AccountId | null
}

/** What can be done with an application; each is one button of its page. */
export const MOVES = ['want', 'put-forward', 'prepare', 'interview', 'result', 'accept', 'start', 'withdraw'] as const
export type Move = (typeof MOVES)[number]
