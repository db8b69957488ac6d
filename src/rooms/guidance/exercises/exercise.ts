import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'

export type Question = { readonly code: string; readonly ask: string; readonly hint?: string }
/** Something to think through with pen in hand, as it stood from a day on. */
export type Exercise = {
  readonly code: string
  readonly from: Day
  readonly title: string
  readonly lead: string
  readonly questions: readonly Question[]
}

export const DONE_STATES = ['kept', 'out'] as const
export type DoneState = (typeof DONE_STATES)[number]
export const DONE_HOW = ['said', 'own-hands'] as const
export type DoneHow = (typeof DONE_HOW)[number]

/** One that a young person did: what they say is theirs, in their words, and they can take it out again. */
export type Done = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly exercise: string
  /** The edition they did: what was asked stays as it was. */
  readonly edition: Day
  readonly answers: Readonly<Record<string, string>>
  readonly how: DoneHow
  readonly doneOn: Day
  readonly withId: AccountId
  readonly state: DoneState
  /** The entry of their Progress File it stands in. */
  readonly entryId: RowId | null
  readonly version: number
}

/** What the room of plans does with a Progress File, as the house hands it down. */
export type FileParts = {
  readonly putEntry: (
    tx: Tx,
    personId: PersonId,
    by: AccountId,
    content: {
      readonly kind: 'strength' | 'reflection'
      readonly did: string
      readonly shows: string
      readonly happenedOn: Day | null
    },
  ) => Promise<Result<RowId>>
  /** Takes out what was written down with them: its words are gone, and it is evidence of nothing. */
  readonly takeEntryOut: (tx: Tx, personId: PersonId, id: RowId) => Promise<void>
}
