import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GroupId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'

export const SAMPLED = ['assessment', 'plan'] as const
export type Sampled = (typeof SAMPLED)[number]

/** What an agreed assessment or plan is looked at against. */
export type Criterion =
  | 'evidence'
  | 'own-view'
  | 'not-explored'
  | 'since-baseline'
  | 'signals'
  | 'specific'
  | 'owned'
  | 'challenge'
  | 'own-words'
  | 'came-of'

export const MET = ['yes', 'part', 'no'] as const
export type Met = (typeof MET)[number]
export type Marks = Readonly<Partial<Record<Criterion, { readonly said: Met; readonly words: string }>>>

export type Sample = {
  readonly rowId: RowId
  readonly teamId: GroupId
  readonly team: string
  readonly what: Sampled
  readonly month: Day
  readonly wanted: number
  readonly seed: string
  readonly pool: number
  /** To the nearest five; fewer than five are 0. */
  readonly unseen: number
  readonly state: 'open' | 'over'
  readonly drawnBy: AccountId
  readonly drawnOn: Day
  readonly overOn: Day | null
}

export type Reading = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly name: string
  readonly classBit: number
  readonly sampleId: RowId
  readonly what: Sampled
  readonly month: Day
  readonly subjectId: RowId
  readonly adviserId: AccountId
  readonly readerId: AccountId
  /** Who leads the team of the sample now. */
  readonly leaderId: AccountId | null
  readonly state: 'drawn' | 'read' | 'answered' | 'closed'
  readonly edition: Day | null
  readonly marks: Marks
  readonly words: string
  readonly readOn: Day | null
  readonly dueOn: Day | null
  readonly answer: string
  readonly changed: string
  readonly overOn: Day | null
  readonly why: string
  readonly secondId: AccountId | null
  readonly secondOn: Day | null
  readonly version: number
}

/** A factor as two rated it; null: not asked. */
export type BothRatings = {
  readonly factor: string
  readonly level: number | null
  readonly adviserLevel: number | null
}

/** What was agreed by an adviser. */
export type AgreedWork = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly on: Day
}

/** A factor of an assessment as it is rated anew: what was said to it, and the adviser's level, which the second reader is not shown before. */
export type RatedFactor = {
  readonly factor: string
  readonly label: string
  readonly discloses: RecordClass | null
  readonly evidence: string
  readonly ownWords: string
  readonly source: string
  readonly level: number | null
}

/** Where a piece of work is read, and what stands in it, counted as far as the caller sees it. */
export type Stands = { readonly path: string } & (
  | {
      readonly what: 'assessment'
      readonly factors: number
      readonly why: number
      readonly own: number
      readonly words: number
    }
  | {
      readonly what: 'plan'
      readonly targets: number
      readonly days: number
      readonly known: number
      readonly own: number
      readonly adviser: number
    }
)

/** What rooms on the same floor hand down to samples. */
export type SampleParts = {
  readonly teamsLed: (
    tx: Tx,
    accountId: AccountId,
  ) => Promise<readonly { readonly id: GroupId; readonly name: string }[]>
  readonly membersOf: (tx: Tx, teamId: GroupId) => Promise<readonly AccountId[]>
  /** What some advisers agreed between two days, the last left out, as far as the caller may see it. */
  readonly agreedOf: (tx: Tx, what: Sampled, by: readonly AccountId[], from: Day, until: Day) => Promise<AgreedWork[]>
  /** What stands in one of them, counted, and where it is read. */
  readonly standsIn: (tx: Tx, of: Pick<Reading, 'what' | 'personId' | 'subjectId'>) => Promise<Stands>
  readonly ratedIn: (tx: Tx, assessmentId: RowId) => Promise<readonly RatedFactor[]>
  readonly levels: readonly { readonly level: number; readonly label: string }[]
  readonly factorLabel: (factor: string) => string
}
