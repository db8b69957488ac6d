import type { RowId } from '../ids.ts'
import { query, type Tx } from './tx.ts'

/**
 * For a table of what has a day by which somebody owes a step (`chased_at`, `escalated_at`): notes, as the house, that somebody was told that it is late.
 * Returns how many: none when it was before, so that nobody is told twice.
 */
export function chasedIn(
  table:
    | 'absence_report'
    | 'application'
    | 'hand_over'
    | 'held_plan'
    | 'lead_adviser'
    | 'panel_action'
    | 'plan_ask'
    | 'pathway'
    | 'plan_date'
    | 'programme_place'
    | 'quality_reading'
    | 'safety_plan'
    | 'referral'
    | 'referral_objection'
    | 'school_ask'
    | 'transfer_request',
): (worker: Tx, id: RowId, what: 'chase' | 'escalate') => Promise<number> {
  return async (worker, id, what) => {
    const column = what === 'chase' ? 'chased_at' : 'escalated_at'
    const rows = await query(
      worker,
      `update ${table} set ${column} = $3 where partnership_id = $1 and id = $2 and ${column} is null returning 1`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
    return rows.length
  }
}
