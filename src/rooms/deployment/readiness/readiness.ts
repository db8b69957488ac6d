import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'

export const BACKGROUNDS = [
  'careers',
  'youth-work',
  'social-work',
  'teaching',
  'health',
  'youth-justice',
  'housing',
  'voluntary',
  'other',
] as const
export type Background = (typeof BACKGROUNDS)[number]

/** What a colleague says of themselves. */
export type Profile = {
  readonly accountId: AccountId
  readonly background: Background
  /** What they can be asked about. */
  readonly askAbout: string
  readonly languages: string
  readonly version: number
}
export type ProfileContent = Omit<Profile, 'accountId' | 'version'>

export const ITEM_KINDS = [
  'checks',
  'induction',
  'supervisor',
  'safeguarding',
  'data-protection',
  'assessment',
  'recording',
  'lone-working',
  'guidance',
  'complex-needs',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** Something that was done, on a day, with what shows it. */
export type Item = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly kind: ItemKind
  readonly doneOn: Day
  readonly evidence: string
  readonly notedBy: AccountId
}

export type Level = 'universal' | 'intensive'
