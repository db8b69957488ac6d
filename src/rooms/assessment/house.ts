/** What rooms on the same floor hand down to assessments. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { KnownAlready, Looker } from './assessment.ts'

/** What other rooms know of a person, by factor: shown, so that it need not be asked again. */
export type KnownBy = (tx: Tx, personId: PersonId) => Promise<Readonly<Record<string, readonly KnownAlready[]>>>

export type AssessmentHouse = {
  readonly frame: FramePerson
  readonly known: KnownBy
  /** Whether an adviser has training in assessing on record that is in date, where the partnership writes that down. */
  readonly isTrained: (tx: Tx, accountId: AccountId) => Promise<boolean>
  /** Colleagues who have it, of the same team first; undefined where nobody need look at it with them. */
  readonly trainedBeside: (tx: Tx, accountId: AccountId) => Promise<Looker[] | undefined>
  /** Who leads the team of an account. */
  readonly leaderOf: (tx: Tx, accountId: AccountId) => Promise<AccountId | undefined>
}
