/** Whom a right of the caller’s reaches, for lists that would else ask row security of everybody. Row security still decides. */
import { query, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'

/** Whether a right of the caller's reaches the whole partnership. */
export async function reachesAll(tx: Tx): Promise<boolean> {
  const rows = await query(
    tx,
    `select 1 from access_grant where partnership_id = $1 and holder_id = any($2::uuid[]) and scope = 'partnership' and person_id is null
       and started_at <= $3 and (ended_at is null or ended_at > $3) limit 1`,
    [tx.acting.partnershipId, [...tx.acting.holders], tx.acting.at],
  )
  return rows.length > 0
}

/** Those on whom, or on a group of whom, the caller has a right; null where one reaches the whole partnership. */
export async function reachedBy(tx: Tx): Promise<PersonId[] | null> {
  if (await reachesAll(tx)) return null
  const rows = await query<{ id: PersonId }>(
    tx,
    `with held as materialized (
       select h.person_id, h.group_id from access_grant h where h.partnership_id = $1 and h.holder_id = any($2::uuid[]) and h.started_at <= $3
         and (h.ended_at is null or h.ended_at > $3))
     select person_id as id from held where person_id is not null
     union select m.person_id from held h join access_member m on m.partnership_id = $1 and m.group_id = h.group_id where h.person_id is null`,
    [tx.acting.partnershipId, [...tx.acting.holders], tx.acting.at],
  )
  return rows.map(row => row.id)
}
