import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** A partner who owns a target was asked whether they take it on, or somebody wrote down that they told. */
export type Ask = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly targetId: RowId
  /** As the target is. */
  readonly classBit: number
  readonly alsoBit: number | null
  /** What they were asked for, as the target stood. */
  readonly what: string
  readonly dueOn: Day | null
  readonly ownerName: string
  readonly state: 'asked' | 'yes' | 'no' | 'withdrawn'
  /** The colleague who is asked; null where somebody was told. */
  readonly askedAccount: AccountId | null
  /** Who told. */
  readonly who: string
  readonly askedOn: Day
  readonly askedBy: AccountId
  readonly answerBy: Day
  readonly answeredOn: Day | null
  readonly answeredBy: AccountId | null
  readonly words: string
  readonly version: number
}

/** A colleague who may read the target, and so may be asked. */
export type Asked = { readonly accountId: AccountId; readonly name: string; readonly organisation: string }
