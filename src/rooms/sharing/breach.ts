import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import type { FiledHere, FiledRow } from '#rooms/people/index.ts'

/** Kinds of things that can be filed on the wrong young person and taken off again (K9), which the room of people finds and seals. */
const HERE = [
  'alert',
  'adult',
  'contact-detail',
  'identifier',
  'address',
  'characteristic',
] as const satisfies readonly FiledHere[]
/** Kinds that rooms above know or have a hand in: how each is found and sealed is handed down. */
const ABOVE = [
  'contact',
  'place',
  'activity',
  'start',
  'assessment',
  'goal',
  'target',
  'agreement',
  'appointment',
  'run',
  'referral',
  'hand-over',
  'absence',
  'programme',
  'place-application',
  'guarantee',
  'destination',
  'application',
  'letter',
  'talk',
  'exercise',
  'school-ask',
  'school-fact',
  'capacity',
  'reading',
  'transfer',
  'tool-said',
  'group-member',
  'group-step',
  'plan-date',
  'held-plan',
  'close-plan',
  'plan-log',
  'progress-entry',
  'pathway',
  'pathway-step',
  'pathway-log',
  'panel',
  'panel-action',
] as const
export type FiledAbove = (typeof ABOVE)[number]

export const FILED = [...HERE, ...ABOVE] as const
export type Filed = (typeof FILED)[number]

export function isFiledAbove(what: Filed): what is FiledAbove {
  return ABOVE.some(above => above === what)
}

/** How one kind is found (by the asker's own rights), sealed (as the house), and filed on the right person instead. */
export type FiledKind = {
  find(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined>
  seal(worker: Tx, personId: PersonId, rowId: RowId): Promise<number>
  /** Pages of that very row, where somebody may read it by the row itself, with no right over the record. */
  readonly openedBy?: readonly string[]
  copy?(tx: Tx, rowId: RowId, toPersonId: PersonId): Promise<Result<unknown>>
}

/** One entry of the breach log: the sealed stub, and what was decided about it. */
export type Breach = {
  readonly id: RowId
  readonly personId: PersonId
  readonly what: Filed
  readonly rowId: RowId
  readonly filedBy: AccountId | null
  readonly filedAt: Instant
  readonly foundBy: AccountId | null
  readonly foundAt: Instant
  readonly why: string
  readonly seenBy: readonly AccountId[]
  /** The kinds of secure links by which it was read, one for each link. */
  readonly readByLink: readonly string[]
  readonly moved: boolean
  readonly consequence: string
  readonly toldPerson: 'yes' | 'no' | null
  readonly toldPersonWhy: string
  readonly toldRegulator: 'yes' | 'no' | null
  readonly toldRegulatorWhy: string
  readonly closedAt: Instant | null
  readonly closedBy: AccountId | null
  readonly version: number
}

/** What information governance writes down about an entry. */
export type BreachAnswers = Pick<
  Breach,
  'consequence' | 'toldPerson' | 'toldPersonWhy' | 'toldRegulator' | 'toldRegulatorWhy'
>
