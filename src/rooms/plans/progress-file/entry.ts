import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

export const ENTRY_KINDS = ['achievement', 'strength', 'qualification', 'experience', 'reflection'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What is written of something. */
export type EntryContent = {
  readonly kind: EntryKind
  readonly did: string
  readonly shows: string
  readonly happenedOn: Day | null
}

/** Something of a Progress File, as far as whoever asks may see it. */
export type Entry = EntryContent & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** `private`: theirs alone. `out`: they took it out; it is on no page any more. */
  readonly state: 'private' | 'shared' | 'out'
  /** The colleague who wrote it down for them; null for what they wrote themselves. */
  readonly writtenBy: AccountId | null
  readonly writtenOn: Day
  readonly version: number
}

/** That something shows that a target was worked on. */
export type Evidence = {
  readonly rowId: RowId
  readonly entryId: RowId
  readonly targetId: RowId
  readonly chosenBy: 'young-person' | 'adviser'
  readonly chosenOn: Day
  readonly takenBackOn: Day | null
  /** What shows it; null where it was taken back. */
  readonly did: string | null
}

/** How their file stands to whoever has opened a link: no word yet, the word not given on this page, given. */
export type FileStanding = 'no-word' | 'shut' | 'open'
