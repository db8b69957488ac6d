import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type OrganisationId, type PartnershipId, type RowId } from '#ground/ids.ts'
import type { OperatingModel, Organisation, OrganisationKind, Partnership } from './organisation.ts'

type PartnershipRow = {
  id: PartnershipId
  name: string
  model: OperatingModel
  controllers: string
  processors: string
  is_demo: boolean
}

function partnershipFrom(row: PartnershipRow): Partnership {
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    controllers: row.controllers,
    processors: row.processors,
    isDemo: row.is_demo,
  }
}

export async function insertPartnership(tx: Tx, p: Omit<Partnership, 'id'>): Promise<PartnershipId> {
  const id = newId<'partnership'>(tx.acting.at)
  await sql`
    insert into partnership (id, name, model, controllers, processors, is_demo, created_at)
    values (${id}, ${p.name}, ${p.model}, ${p.controllers}, ${p.processors}, ${p.isDemo}, ${tx.acting.at})`.execute(
    tx.db,
  )
  return id
}

export async function findPartnershipByName(tx: Tx, name: string): Promise<Partnership | undefined> {
  const found = await sql<PartnershipRow>`
    select id, name, model, controllers, processors, is_demo from partnership where lower(name) = lower(${name})`.execute(
    tx.db,
  )
  return found.rows[0] && partnershipFrom(found.rows[0])
}

export async function listPartnerships(tx: Tx): Promise<Partnership[]> {
  const found =
    await sql<PartnershipRow>`select id, name, model, controllers, processors, is_demo from partnership order by name`.execute(
      tx.db,
    )
  return found.rows.map(partnershipFrom)
}

type OrganisationRow = {
  id: OrganisationId
  name: string
  kind: OrganisationKind
  discloses: number
  urn: string | null
  laestab: string | null
  ukprn: string | null
  state: 'open' | 'closed'
}

const COLUMNS = sql`id, name, kind, discloses, urn, laestab, ukprn, state`

/** All organisations of the partnership, by name. */
export async function listOrganisations(tx: Tx): Promise<Organisation[]> {
  const found = await sql<OrganisationRow>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} order by sort_key, id`.execute(
    tx.db,
  )
  return found.rows
}

export async function findOrganisation(tx: Tx, id: OrganisationId): Promise<Organisation | undefined> {
  const found = await sql<OrganisationRow>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
  return found.rows[0]
}

export async function insertOrganisation(
  tx: Tx,
  o: Omit<Organisation, 'id' | 'state'> & { sortKey: string },
): Promise<OrganisationId> {
  const id = newId<'organisation'>(tx.acting.at)
  await sql`
    insert into organisation (partnership_id, id, name, sort_key, kind, discloses, urn, laestab, ukprn, created_at)
    values (${tx.acting.partnershipId}, ${id}, ${o.name}, ${o.sortKey}, ${o.kind}, ${o.discloses}, ${o.urn}, ${o.laestab}, ${o.ukprn}, ${tx.acting.at})`.execute(
    tx.db,
  )
  return id
}

export async function insertArea(tx: Tx, name: string): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into committee_area (partnership_id, id, name, started_on) values (${tx.acting.partnershipId}, ${id}, ${name}, ${tx.acting.today})`.execute(
    tx.db,
  )
  return id
}
