import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type RowId } from '#ground/ids.ts'
import type { Choice, Establishment, RegisterFault, RegisterRead } from './establishment.ts'

/** What came of what was ticked: how many of each, and of which nothing came and why. */
export type Applied = {
  readonly added: number
  readonly changed: number
  readonly sites: number
  readonly closed: number
  readonly left: readonly { readonly name: string; readonly why: string }[]
}

/** A register that was read, with what was kept of it. */
export type RegisterReading = {
  readonly id: RowId
  readonly fileName: string
  readonly madeAt: Instant
  readonly rows: number
  readonly authorities: Choice['authorities']
  readonly phases: Choice['phases']
  readonly establishments: readonly Establishment[]
  readonly faultCount: number
  readonly faults: readonly RegisterFault[]
  readonly applied: Applied | null
}

export async function insertReading(
  tx: Tx,
  fileName: string,
  choice: Choice,
  { rows, establishments, faultCount, faults }: RegisterRead,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into register_reading (partnership_id, id, file_name, made_at, made_by, row_count, authorities, phases, establishments,
      fault_count, faults)
    values (${tx.acting.partnershipId}, ${id}, ${fileName.slice(0, 200)}, ${tx.acting.at}, ${tx.acting.actorId}, ${rows},
      ${[...choice.authorities]}::text[], ${[...choice.phases]}::text[], ${JSON.stringify(establishments)}::jsonb, ${faultCount},
      ${JSON.stringify(faults)}::jsonb)`.execute(tx.db)
  return id
}

export async function findReading(tx: Tx, id: RowId): Promise<RegisterReading | undefined> {
  const found = await sql<RegisterReading>`
    select id, file_name as "fileName", made_at as "madeAt", row_count as rows, authorities, phases, establishments,
      fault_count as "faultCount", faults, applied
    from register_reading where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
  return found.rows[0]
}

export async function markApplied(tx: Tx, id: RowId, applied: Applied): Promise<void> {
  await sql`
    update register_reading set applied = ${JSON.stringify(applied)}::jsonb, applied_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
}
