import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type OrganisationId, type SiteId } from '#ground/ids.ts'
import type { Site, SiteFacts } from '../site.ts'

const COLUMNS = sql`id, organisation_id as "organisationId", name, address, postcode, phone, opening_hours as "openingHours",
  has_private_room as "hasPrivateRoom", is_accessible as "isAccessible", closed_on as "closedOn", version`

/** The sites of an organisation: those in use first, by name. */
export async function listSites(tx: Tx, organisationId: OrganisationId): Promise<Site[]> {
  const found = await sql<Site>`
    select ${COLUMNS} from site where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId}
    order by closed_on is not null, lower(name), id`.execute(tx.db)
  return found.rows
}

/** Every site in use, for a list to choose from. */
export async function listOpenSites(tx: Tx): Promise<Site[]> {
  const found = await sql<Site>`
    select ${COLUMNS} from site where partnership_id = ${tx.acting.partnershipId} and closed_on is null order by lower(name), id`.execute(
    tx.db,
  )
  return found.rows
}

export async function findSite(tx: Tx, id: SiteId): Promise<Site | undefined> {
  const found = await sql<Site>`
    select ${COLUMNS} from site where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
  return found.rows[0]
}

export async function insertSite(tx: Tx, organisationId: OrganisationId, s: SiteFacts): Promise<SiteId> {
  const id = newId<'site'>(tx.acting.at)
  await sql`
    insert into site (partnership_id, id, organisation_id, name, address, postcode, phone, opening_hours, has_private_room, is_accessible)
    values (${tx.acting.partnershipId}, ${id}, ${organisationId}, ${s.name}, ${s.address}, ${s.postcode}, ${s.phone}, ${s.openingHours},
      ${s.hasPrivateRoom}, ${s.isAccessible})`.execute(tx.db)
  return id
}

/** Changes a site in use. Returns how many it was: none when somebody saved or closed it in between. */
export async function updateSite(tx: Tx, id: SiteId, s: SiteFacts, version: number): Promise<number> {
  const updated = await sql`
    update site set name = ${s.name}, address = ${s.address}, postcode = ${s.postcode}, phone = ${s.phone}, opening_hours = ${s.openingHours},
      has_private_room = ${s.hasPrivateRoom}, is_accessible = ${s.isAccessible}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and closed_on is null and version = ${version}`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** Says that sites are no longer used: one, or all of an organisation. Returns which they were. */
export async function closeSites(
  tx: Tx,
  which: { id: SiteId } | { organisationId: OrganisationId },
): Promise<SiteId[]> {
  const one = 'id' in which ? which.id : null
  const all = 'organisationId' in which ? which.organisationId : null
  const closed = await sql<{ id: SiteId }>`
    update site set closed_on = ${tx.acting.today}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and (id = ${one}::uuid or organisation_id = ${all}::uuid) and closed_on is null
    returning id`.execute(tx.db)
  return closed.rows.map(row => row.id)
}
