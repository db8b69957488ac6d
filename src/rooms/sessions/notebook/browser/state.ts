import type { FormState } from '#web/form/field.ts'
import type { NoteFields } from '../forms.ts'
import type { Standing } from '../notebook.ts'
import type { Box } from './keep.ts'
import type { Caseload, Note } from './note.ts'

/** Which page of the notebook is shown. */
export type View =
  | { readonly at: 'none' | 'locked' | 'open' | 'throw-all' }
  | { readonly at: 'write'; readonly note: Note; readonly form: FormState<NoteFields> }
  | { readonly at: 'read' | 'throw'; readonly note: Note }

/** A form of the device's own: its boxes are its words' names. */
export type TakeForm = FormState<'words' | 'again'>
export type UnlockForm = FormState<'words'>

/** All that the pages are drawn from. Of anybody it knows only while the notebook is open. */
export type Shown = {
  readonly view: View
  readonly box: Box | undefined
  readonly standing: Standing | 'unreachable'
  readonly caseload: Caseload | undefined
  readonly notes: readonly Note[]
  /** How many notes rest on the device, open or locked. */
  readonly unsent: number
  /** How many of them the key of this notebook does not open. */
  readonly unreadable: number
  /** What was sent since the notebook was opened. */
  readonly sent: readonly { readonly name: string; readonly contactId: string }[]
  /** What is said over the page. */
  readonly said: readonly string[]
  readonly take: TakeForm
  readonly unlock: UnlockForm
}

/** What can be done on a page. */
export type Doing = {
  readonly take: (words: string, again: string) => void
  readonly unlock: (words: string) => void
  readonly openBySignIn: () => void
  readonly lock: () => void
  readonly refresh: () => void
  readonly send: () => void
  readonly retry: () => void
  readonly show: (view: View) => void
  readonly write: (about: { readonly personId: Note['personId']; readonly name: string } | Note) => void
  readonly typed: (fields: Note['fields']) => void
  readonly finish: (fields: Note['fields']) => void
  readonly leave: (fields: Note['fields']) => void
  /** Sends a note again that was not taken: it may be taken now. */
  readonly sendAgain: (note: Note) => void
  readonly throwAway: (note: Note) => void
  readonly throwAll: () => void
}

const TAKE_FIELDS = { words: 'words', again: 'again' } as const
const UNLOCK_FIELDS = { words: 'words' } as const

/** The words are never filled in again. */
export const EMPTY_TAKE: TakeForm = { fields: TAKE_FIELDS, answers: {}, errors: [] }
export const EMPTY_UNLOCK: UnlockForm = { fields: UNLOCK_FIELDS, answers: {}, errors: [] }

/** What is shown of anybody while it is locked: nothing. */
export const NOTHING_OPEN = { caseload: undefined, notes: [], sent: [] } as const
/** What is shown where nothing was taken along. */
export const NOTHING = {
  ...NOTHING_OPEN,
  ...{ box: undefined, unsent: 0, unreadable: 0, said: [], unlock: EMPTY_UNLOCK, view: { at: 'none' } },
} as const satisfies Partial<Shown>
