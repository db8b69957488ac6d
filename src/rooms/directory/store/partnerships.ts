import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type PartnershipId } from '#ground/ids.ts'
import type { OperatingModel, Partnership } from '../partnership.ts'

type PartnershipRow = {
  id: PartnershipId
  name: string
  model: OperatingModel
  controllers: string
  processors: string
  lead_body: string
  contractors: string
  is_demo: boolean
  version: number
}

const COLUMNS = sql`id, name, model, controllers, processors, lead_body, contractors, is_demo, version`

function partnershipFrom(row: PartnershipRow): Partnership {
  const { lead_body: leadBody, is_demo: isDemo, ...rest } = row
  return { ...rest, leadBody, isDemo }
}

export async function insertPartnership(
  tx: Tx,
  p: Pick<Partnership, 'name' | 'model' | 'controllers' | 'processors' | 'isDemo'>,
): Promise<PartnershipId> {
  const id = newId<'partnership'>(tx.acting.at)
  await sql`
    insert into partnership (id, name, model, controllers, processors, is_demo, created_at)
    values (${id}, ${p.name}, ${p.model}, ${p.controllers}, ${p.processors}, ${p.isDemo}, ${tx.acting.at})`.execute(
    tx.db,
  )
  return id
}

export async function findPartnershipByName(tx: Tx, name: string): Promise<Partnership | undefined> {
  const found =
    await sql<PartnershipRow>`select ${COLUMNS} from partnership where lower(name) = lower(${name})`.execute(tx.db)
  return found.rows[0] && partnershipFrom(found.rows[0])
}

/** The partnership that is acted for. */
export async function findOwnPartnership(tx: Tx): Promise<Partnership | undefined> {
  const found =
    await sql<PartnershipRow>`select ${COLUMNS} from partnership where id = ${tx.acting.partnershipId}`.execute(tx.db)
  return found.rows[0] && partnershipFrom(found.rows[0])
}

export async function listPartnerships(tx: Tx): Promise<Partnership[]> {
  const found = await sql<PartnershipRow>`select ${COLUMNS} from partnership order by name`.execute(tx.db)
  return found.rows.map(partnershipFrom)
}

/** Changes the partnership that is acted for. Returns how many it was: none when somebody saved in between. */
export async function updateOwnPartnership(
  tx: Tx,
  p: Pick<Partnership, 'name' | 'model' | 'controllers' | 'processors' | 'leadBody' | 'contractors'>,
  version: number,
): Promise<number> {
  const updated = await sql`
    update partnership set name = ${p.name}, model = ${p.model}, controllers = ${p.controllers}, processors = ${p.processors},
      lead_body = ${p.leadBody}, contractors = ${p.contractors}, version = version + 1
    where id = ${tx.acting.partnershipId} and version = ${version}`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}
