import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { newId, type OrganisationId, type RowId, type SiteId } from '#ground/ids.ts'
import type { Area, AreaLine, AreaMember, AreaPart } from '../area.ts'

const COLUMNS = sql`a.id, a.name, a.started_on as "startedOn", a.finished_on as "finishedOn"`

/** Every area: those there are now first, by name. */
export async function listAreas(tx: Tx): Promise<AreaLine[]> {
  const found = await sql<AreaLine>`
    select ${COLUMNS}, (select count(*)::int from committee_area_member m
      where m.partnership_id = a.partnership_id and m.committee_area_id = a.id and m.finished_on is null) as members
    from committee_area a where a.partnership_id = ${tx.acting.partnershipId}
    order by a.finished_on is not null, lower(a.name), a.id`.execute(tx.db)
  return found.rows
}

/** An area there is now, or undefined. */
export async function findArea(tx: Tx, id: RowId): Promise<Area | undefined> {
  const found = await sql<Area>`
    select ${COLUMNS} from committee_area a where a.partnership_id = ${tx.acting.partnershipId} and a.id = ${id} and a.finished_on is null`.execute(
    tx.db,
  )
  return found.rows[0]
}

export async function isAreaNameTaken(tx: Tx, name: string, but: RowId | null): Promise<boolean> {
  const found = await sql`
    select 1 from committee_area where partnership_id = ${tx.acting.partnershipId} and lower(name) = lower(${name}) and finished_on is null
      and id is distinct from ${but}`.execute(tx.db)
  return found.rows.length > 0
}

export async function insertArea(tx: Tx, name: string): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into committee_area (partnership_id, id, name, started_on) values (${tx.acting.partnershipId}, ${id}, ${name}, ${tx.acting.today})`.execute(
    tx.db,
  )
  return id
}

/** Names an area, and ends it when asked. Returns how many it was: none when it has ended. */
export async function updateArea(tx: Tx, id: RowId, name: string, isOver: boolean): Promise<number> {
  const updated = await sql`
    update committee_area set name = ${name}, finished_on = ${isOver ? tx.acting.today : null}::date
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and finished_on is null`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

/** What lies in an area now, by name. */
export async function listMembers(tx: Tx, areaId: RowId): Promise<AreaMember[]> {
  const found = await sql<AreaMember>`
    select m.id, o.id as "organisationId", o.name as "organisationName", s.id as "siteId", s.name as "siteName", m.started_on as "startedOn"
    from committee_area_member m
    left join site s on s.partnership_id = m.partnership_id and s.id = m.site_id
    join organisation o on o.partnership_id = m.partnership_id and o.id = coalesce(m.organisation_id, s.organisation_id)
    where m.partnership_id = ${tx.acting.partnershipId} and m.committee_area_id = ${areaId} and m.finished_on is null
    order by o.sort_key, s.name nulls first, m.id`.execute(tx.db)
  return found.rows
}

/** The areas an organisation or any of its sites lies in now, by name. */
export async function listAreasOf(tx: Tx, organisationId: OrganisationId): Promise<Area[]> {
  const found = await sql<Area>`
    select distinct ${COLUMNS}, lower(a.name) as key from committee_area a
    join committee_area_member m on m.partnership_id = a.partnership_id and m.committee_area_id = a.id and m.finished_on is null
    left join site s on s.partnership_id = m.partnership_id and s.id = m.site_id
    where a.partnership_id = ${tx.acting.partnershipId} and a.finished_on is null
      and coalesce(m.organisation_id, s.organisation_id) = ${organisationId}
    order by key, a.id`.execute(tx.db)
  return found.rows
}

/** Puts an organisation or a site into an area. False when it lies there already. */
export async function insertAreaMember(tx: Tx, areaId: RowId, part: AreaPart): Promise<boolean> {
  const inserted = await sql`
    insert into committee_area_member (partnership_id, id, committee_area_id, organisation_id, site_id, started_on)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${areaId}, ${'organisationId' in part ? part.organisationId : null},
      ${'siteId' in part ? part.siteId : null}, ${tx.acting.today})
    on conflict do nothing`.execute(tx.db)
  return Number(inserted.numAffectedRows ?? 0) > 0
}

/** Takes out of an area: one line of it, or all there is. Returns how many. */
export async function endAreaMembers(tx: Tx, areaId: RowId, memberId: RowId | null): Promise<number> {
  const ended = await sql`
    update committee_area_member set finished_on = ${tx.acting.today}
    where partnership_id = ${tx.acting.partnershipId} and committee_area_id = ${areaId} and finished_on is null
      and (${memberId}::uuid is null or id = ${memberId}::uuid)`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}

/** Takes an organisation and its sites, or sites alone, out of every area. Returns how many lines. */
export async function endPlacesOf(
  tx: Tx,
  gone: { organisationId: OrganisationId | null; siteIds: readonly SiteId[] },
): Promise<number> {
  const ended = await sql`
    update committee_area_member set finished_on = ${tx.acting.today}
    where partnership_id = ${tx.acting.partnershipId} and finished_on is null
      and (organisation_id = ${gone.organisationId}::uuid or site_id = any(${[...gone.siteIds]}::uuid[]))`.execute(
    tx.db,
  )
  return Number(ended.numAffectedRows ?? 0)
}
