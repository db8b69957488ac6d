import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'

/** Where one meets, as it is said; a call and a visit at home say it themselves. Ours, in force from 1 December 2026. */
export const SETTINGS = [
  'school',
  'college',
  'training-or-work',
  'centre',
  'community',
  'street',
  'hospital',
  'custody',
  'secure-home',
  'other',
] as const
export type Setting = (typeof SETTINGS)[number]

/** What a kind of contact says by itself. */
export type DerivedSetting = 'home' | 'phone' | 'online' | 'in-writing'

export const SHEET_STATES = ['out', 'typed-in', 'destroyed'] as const
export type SheetState = (typeof SHEET_STATES)[number]

/** What a setting is said of: what is arranged, or what happened. */
export type SettingOf = { readonly appointmentId: RowId } | { readonly contactId: RowId }

/** Paper that is taken where no phone and no laptop may go. */
export type PaperSheet = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly appointmentId: RowId
  /** Who carries it. */
  readonly accountId: AccountId
  readonly aim: string
  readonly questions: string
  readonly state: SheetState
  readonly contactId: RowId | null
  readonly destroyedOn: Day | null
  readonly version: number
}
