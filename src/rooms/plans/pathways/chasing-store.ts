/** What the clock asks of pathways, and taking them off the wrong record: what `chasing.ts` alone needs. */
import { filingIn } from '#ground/database/filing.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Pathway } from './pathway.ts'

export type DuePathway = Pick<Pathway, 'rowId' | 'personId' | 'classBit' | 'kind' | 'openedBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those of which something is past its day and somebody is still to be told. As the house, by the clock.
 * @param since past then or before, the team leader is told
 */
export function listPathwaysToChase(worker: Tx, most: number, since: Day): Promise<DuePathway[]> {
  return query<DuePathway>(
    worker,
    `select p.id as "rowId", p.person_id as "personId", p.class as "classBit", p.kind, p.opened_by as "openedBy", p.due_on as "dueOn",
       p.chased_at is not null as "isChased", p.escalated_at is not null as "isEscalated"
     from pathway p join person o on o.partnership_id = p.partnership_id and o.id = p.person_id and o.state = 'active' and o.died_on is null
     where p.partnership_id = $1 and p.state = 'open' and p.due_on < $2 and p.sealed_at is null and p.escalated_at is null
       and (p.chased_at is null or p.due_on <= $4)
     order by p.due_on, p.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updatePathwayChased = chasedIn('pathway')

export const findPathwayFiling = filingIn('pathway', 'opened_by')
export const findStepFiling = filingIn('pathway_step', 'made_by')
export const findLogFiling = filingIn('pathway_log', 'made_by')

const PARTS = ['pathway_step', 'pathway_log', 'pathway_week'] as const

/** Takes a pathway off view with all that belongs to it (K9). As the house. Returns how many pathways. */
export async function sealPathwayRows(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update pathway set sealed_at = $4, due_on = null, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  if (rows.length === 0) return 0
  for (const table of PARTS)
    await query(
      worker,
      `update ${table} set sealed_at = $3, version = version + 1 where partnership_id = $1 and pathway_id = $2 and sealed_at is null`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
  return rows.length
}
