import { query, type Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'

/** Which of these people are set apart from which others (K5). As the house. */
export async function listSetApart(worker: Tx, ids: readonly PersonId[]): Promise<Set<string>> {
  const rows = await query<{ low: PersonId; high: PersonId }>(
    worker,
    `select low_person_id as low, high_person_id as high from match_barrier
     where partnership_id = $1 and lifted_at is null and (low_person_id = any($2::uuid[]) or high_person_id = any($2::uuid[]))`,
    [worker.acting.partnershipId, ids],
  )
  return new Set(rows.map(r => pairKey(r.low, r.high)))
}

/** Two people as one key, whichever stands first. */
export function pairKey(a: PersonId, b: PersonId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Whether two people were set apart. As the house. */
export async function isSetApart(worker: Tx, a: PersonId, b: PersonId): Promise<boolean> {
  return (await listSetApart(worker, [a])).has(pairKey(a, b))
}
