import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId } from '#ground/ids.ts'
import type { Organisation, OrganisationKind } from '../organisation.ts'

const COLUMNS = sql`id, name, kind, discloses, urn, laestab, ukprn, phone, state, closed_on as "closedOn", successor_id as "successorId", version`

/** All organisations of the partnership, closed ones too, by name. */
export async function listOrganisations(tx: Tx): Promise<Organisation[]> {
  const found = await sql<Organisation>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} order by sort_key, id`.execute(
    tx.db,
  )
  return found.rows
}

/** Some of them, by id. */
export async function listOrganisationsAmong(tx: Tx, ids: readonly string[]): Promise<Organisation[]> {
  const found = await sql<Organisation>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  return found.rows
}

export async function findOrganisation(tx: Tx, id: OrganisationId): Promise<Organisation | undefined> {
  const found = await sql<Organisation>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
  return found.rows[0]
}

export type Sought = {
  /** A piece of the folded name; empty for all. */
  readonly key: string
  readonly kind: OrganisationKind | null
  readonly closedToo: boolean
  /** The classes a name may tell of for this reader, as bits; null for all. */
  readonly held: number | null
}

/** Organisations that fit, open ones first, by name. */
export async function searchOrganisations(tx: Tx, sought: Sought, most: number): Promise<Organisation[]> {
  const found = await sql<Organisation>`
    select ${COLUMNS} from organisation
    where partnership_id = ${tx.acting.partnershipId}
      and (${sought.key} = '' or position(${sought.key} in sort_key) > 0)
      and (${sought.kind}::text is null or kind = ${sought.kind})
      and (${sought.closedToo} or state = 'open')
      and (${sought.held}::int is null or discloses = 0 or discloses & ${sought.held}::int <> 0)
    order by state = 'closed', sort_key, id limit ${most}`.execute(tx.db)
  return found.rows
}

/** The organisations that closed in favour of this one, by name. */
export async function listPredecessors(tx: Tx, id: OrganisationId): Promise<Organisation[]> {
  const found = await sql<Organisation>`
    select ${COLUMNS} from organisation where partnership_id = ${tx.acting.partnershipId} and successor_id = ${id} order by sort_key, id`.execute(
    tx.db,
  )
  return found.rows
}

/** Whether another open organisation has the name. */
export async function isNameTaken(tx: Tx, sortKey: string, but: OrganisationId | null): Promise<boolean> {
  const found = await sql`
    select 1 from organisation where partnership_id = ${tx.acting.partnershipId} and sort_key = ${sortKey} and state = 'open'
      and id is distinct from ${but} limit 1`.execute(tx.db)
  return found.rows.length > 0
}

/** Whether another organisation, open or closed, has the reference number. */
export async function isUrnTaken(tx: Tx, urn: string, but: OrganisationId | null): Promise<boolean> {
  const found = await sql`
    select 1 from organisation where partnership_id = ${tx.acting.partnershipId} and urn = ${urn} and id is distinct from ${but}`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

export type OrganisationColumns = Pick<
  Organisation,
  'name' | 'kind' | 'discloses' | 'urn' | 'laestab' | 'ukprn' | 'phone'
> & { readonly sortKey: string }

export async function insertOrganisation(tx: Tx, o: OrganisationColumns): Promise<OrganisationId> {
  const id = newId<'organisation'>(tx.acting.at)
  await sql`
    insert into organisation (partnership_id, id, name, sort_key, kind, discloses, urn, laestab, ukprn, phone, created_at)
    values (${tx.acting.partnershipId}, ${id}, ${o.name}, ${o.sortKey}, ${o.kind}, ${o.discloses}, ${o.urn}, ${o.laestab}, ${o.ukprn},
      ${o.phone}, ${tx.acting.at})`.execute(tx.db)
  return id
}

/** Changes an organisation. Returns how many it was: none when somebody saved in between. */
export async function updateOrganisation(
  tx: Tx,
  id: OrganisationId,
  o: OrganisationColumns,
  version: number,
): Promise<number> {
  const updated = await sql`
    update organisation set name = ${o.name}, sort_key = ${o.sortKey}, kind = ${o.kind}, discloses = ${o.discloses}, urn = ${o.urn},
      laestab = ${o.laestab}, ukprn = ${o.ukprn}, phone = ${o.phone}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and version = ${version}`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

/** Closes an open organisation. Returns how many it was. */
export async function closeRow(
  tx: Tx,
  id: OrganisationId,
  successorId: OrganisationId | null,
  closedOn: Day,
): Promise<number> {
  const updated = await sql`
    update organisation set state = 'closed', closed_on = ${closedOn}, successor_id = ${successorId}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'open'`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

/** Says what took the place of a closed organisation of which nothing was said. Returns how many it was. */
export async function setSuccessor(tx: Tx, id: OrganisationId, successorId: OrganisationId): Promise<number> {
  const updated = await sql`
    update organisation set successor_id = ${successorId}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'closed' and successor_id is null`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** Opens a closed organisation again. Returns how many it was. */
export async function reopenRow(tx: Tx, id: OrganisationId): Promise<number> {
  const updated = await sql`
    update organisation set state = 'open', closed_on = null, successor_id = null, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'closed'`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}
