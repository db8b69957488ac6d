/** What a young person says to a letter as it was shown to them. */
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { PartName } from '../referral.ts'

export const SAYS = ['right', 'wrong', 'objects'] as const
export type SayKind = (typeof SAYS)[number]

export type Said = {
  readonly say: SayKind
  /** Which part is wrong; null where it is not one part. */
  readonly part: PartName | null
  readonly words: string
}

export type Say = Said & {
  readonly rowId: RowId
  /** The link by which they said it themselves. */
  readonly linkId: RowId | null
  readonly saidOn: Day
  /** A digest of the letter they were shown. */
  readonly stamp: string
}
