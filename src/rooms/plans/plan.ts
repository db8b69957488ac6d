import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'

export const OWNERS = ['young-person', 'adviser', 'partner'] as const
export type Owner = (typeof OWNERS)[number]

/** What a review says of a target. "Goes on" leaves it open: everything else ends it. */
export const ANSWERS = ['met', 'part', 'not-met', 'dropped', 'goes-on'] as const
export type TargetAnswer = (typeof ANSWERS)[number]

export const COPIES = ['paper', 'pdf', 'sent', 'read-aloud', 'not-wanted'] as const
export type Copy = (typeof COPIES)[number]

/** How big a step a target is. That nobody asked is an answer of its own: it is never taken for "about right". */
export const STEPS = ['easy', 'right', 'stretch', 'too-far'] as const
export type Step = (typeof STEPS)[number] | 'not-asked'

/** Both views of a step, side by side and never made into one. */
export type BothViews = { readonly ownStep: Step; readonly adviserStep: Step }

/** A goal, in the young person's own words. */
export type Goal = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly words: string
  readonly state: 'open' | 'reached' | 'dropped'
  readonly setOn: Day
  readonly version: number
}

export type TargetContent = BothViews & {
  readonly what: string
  readonly dueOn: Day | null
  readonly factor: string | null
  readonly owner: Owner
  /** Which partner. */
  readonly ownerName: string
  readonly support: string
  readonly howKnown: string
  /** Kept close: restricted class. */
  readonly isRestricted: boolean
  /** The talk in which they named the aim it works towards; null where it works towards none. */
  readonly aimId: RowId | null
}

export type Target = TargetContent & {
  readonly rowId: RowId
  readonly goalId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly alsoBit: number | null
  readonly state: 'open' | Exclude<TargetAnswer, 'goes-on'>
  readonly setOn: Day
  readonly answeredOn: Day | null
  readonly answerWords: string
  readonly version: number
  /** The version in which what was agreed of it last changed. */
  readonly saidVersion: number
}

/** What the young person said to the plan as it stood. */
export type Agreement = {
  readonly rowId: RowId
  readonly kind: 'plan' | 'review'
  readonly agreedOn: Day
  readonly agreedBy: AccountId
  readonly agreement: 'agreed' | 'disagreed'
  readonly words: string
  readonly viewOfHelp: string
  readonly copyGiven: Copy
  readonly reviewOn: Day | null
  /** What stood in it, as far as the adviser saw it: each goal and target with its version. */
  readonly shown: readonly string[]
  /** The link by which they said it themselves; null where somebody wrote it down with them. */
  readonly linkId: RowId | null
}

/** A young person's plan, as far as whoever asks may see it. */
export type Plan = {
  readonly goals: readonly Goal[]
  readonly targets: readonly Target[]
  /** Newest first. */
  readonly agreements: readonly Agreement[]
}

/** A factor of the assessment a target may work on, as the house hands it down. */
export type PlanFactor = { readonly code: string; readonly label: string; readonly discloses: RecordClass | null }

/** What a young person aims for and what they have reached, as far as whoever looks may see it. The house hands it down. */
export type Hopes = {
  readonly aim:
    | {
        readonly rowId: RowId
        readonly words: string
        readonly on: Day
        /** What it asks for, as somebody found it, with where. */
        readonly asks: string
        readonly source: string
        /** What was said of aiming higher. */
        readonly higher: string
      }
    | undefined
  /** Talks that named the same aim in the same words. */
  readonly sameAim: readonly RowId[]
  /** What they have reached; undefined where the reader may not know of their learning. */
  readonly reached: readonly { readonly words: string; readonly source: string; readonly asOf: Day }[] | undefined
}
