import type { Instant } from '#ground/clock.ts'
import type { PersonId } from '#ground/ids.ts'
import type { PackPerson, Ring } from '../notebook.ts'

/** How it stands with a note on the device. `sending`: it was sent, and nobody knows whether it arrived. */
export type NoteStanding = 'draft' | 'ready' | 'sending' | 'again' | 'asks' | 'refused' | 'differs'

/** A note as it is while the notebook is open. It knows of itself whom it is about: the caseload may be wiped before it is sent. */
export type Note = {
  readonly id: string
  readonly personId: PersonId
  readonly name: string
  /** What stands in the boxes, by name. */
  readonly fields: Readonly<Record<string, string>>
  readonly writtenAt: Instant
  readonly standing: NoteStanding
  /** Its writer was asked when it was, because the clock was wrong. */
  readonly isAsked: boolean
  /** What the server said is wrong in it. */
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  /** The contact an earlier text of it became. */
  readonly contactId?: string
  /** What the server asked about its clock. */
  readonly asks: string
}

/** What is locked of a caseload. */
export type Caseload = { readonly people: readonly PackPerson[]; readonly ring: Ring | null }
