import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** What a letter is for. Ours; none copies an official form. */
export const LETTER_KINDS = ['bursary', 'care-to-learn', 'estrangement', 'travel', 'learning-needs'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** What of the record a letter may tell besides the name, each only where it was agreed. */
export const PARTS = ['born', 'address', 'learns'] as const
export type Part = (typeof PARTS)[number]

/** Why they may have the money. None is told unless it was chosen with them. */
export const LETTER_REASONS = ['in-care', 'care-leaver', 'own-benefits', 'parent', 'estranged'] as const
export type LetterReason = (typeof LETTER_REASONS)[number]

export const LETTER_STATES = ['draft', 'signed', 'withdrawn'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** One line of what it says, with the part of the record it tells: what is protected later is not shown then. */
export type LetterLine = { readonly part: Part | 'reason' | 'words' | null; readonly text: string }

/** What was chosen for a letter. */
export type Choices = {
  readonly kind: LetterKind
  readonly toWhom: string
  readonly tells: readonly Part[]
  readonly reason: LetterReason | null
  readonly knownHow: string
  readonly words: string
}

export type Letter = Choices & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly state: LetterState
  readonly writtenBy: AccountId
  readonly writtenOn: Day
  readonly lines: readonly LetterLine[] | null
  readonly signedBy: AccountId | null
  readonly signedName: string | null
  readonly signedTitle: string | null
  readonly signedFor: string | null
  readonly signedOn: Day | null
  /** Signed while their whereabouts were protected (K4). */
  readonly wasProtected: boolean
  readonly why: string
  readonly version: number
}

/** What is on record that a letter may tell, as far as its writer sees it. */
export type LetterFacts = {
  readonly name: string
  readonly bornOn: Day | null
  /** Lines of the address; null where it is not known, not to be seen, or protected. */
  readonly address: string | null
  readonly learns: { readonly place: string; readonly since: Day } | null
}
