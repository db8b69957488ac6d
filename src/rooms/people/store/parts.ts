/** Which parts a record has ever had: what was never there need not be asked for. Never shown to anybody (decision 0065). */
import { query, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'

/** The tables of which it is noted, by a trigger, which records have rows in them. */
export const NOTED_PARTS = [
  'absence_report',
  'application',
  'assessment',
  'capacity_decision',
  'confidentiality_reading',
  'group_expected',
  'hand_over',
  'letter',
  'meeting_run',
  'panel_item',
  'pathway',
  'place_application',
  'plan_agreement',
  'plan_log',
  'programme_place',
  'referral',
  'school_ask',
  'support_group_member',
  'talk',
  'transfer_request',
] as const
export type NotedPart = (typeof NOTED_PARTS)[number]

/** Whether a record may have rows of a part: false only where there never was one. What is there is still the caller's to see or not. */
export type HasPart = (part: NotedPart) => boolean

/** Asks what a record has ever had; of somebody the caller may not know, nothing. */
export async function partsOf(tx: Tx, personId: PersonId): Promise<HasPart> {
  const rows = await query<{ part: string }>(
    tx,
    'select part from person_part where partnership_id = $1 and person_id = $2',
    [tx.acting.partnershipId, personId],
  )
  const parts = new Set(rows.map(row => row.part))
  return part => parts.has(part)
}
