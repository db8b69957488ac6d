import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Service, ServiceFacts, Tip } from './service.ts'

const COLUMNS = `s.id as "rowId", s.name, s.organisation_id as "organisationId", coalesce(o.name, s.run_by) as "runBy", s.about, s.needs, s.min_age as "minAge",
  s.max_age as "maxAge", s.place, s.cost, s.how_to as "howTo", s.same_day as "sameDay", s.open_when as "openWhen", s.checked_on as "checkedOn", s.closed_on as "closedOn", s.version`
const FROM = `from local_service s left join organisation o on o.partnership_id = s.partnership_id and o.id = s.organisation_id`

/** Services near by, those that are open first, by name. */
export function listServices(tx: Tx): Promise<Service[]> {
  return query<Service>(
    tx,
    `select ${COLUMNS} ${FROM} where s.partnership_id = $1 order by s.closed_on is not null, lower(s.name), s.id limit 2000`,
    [tx.acting.partnershipId],
  )
}

export async function findService(tx: Tx, id: RowId): Promise<Service | undefined> {
  const [row] = await query<Service>(tx, `select ${COLUMNS} ${FROM} where s.partnership_id = $1 and s.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

const valuesOf = (s: ServiceFacts) => [
  ...[s.name, s.organisationId, s.organisationId === null ? s.runBy : '', s.about, [...s.needs], s.minAge, s.maxAge],
  ...[s.place, s.cost, s.howTo, [...s.sameDay], s.openWhen],
]

/** @returns nothing where an open one has the name */
export async function insertService(tx: Tx, facts: ServiceFacts): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const rows = await query(
    tx,
    `insert into local_service (partnership_id, id, name, organisation_id, run_by, about, needs, min_age, max_age, place, cost, how_to, same_day, open_when, checked_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict do nothing returning 1`,
    [tx.acting.partnershipId, id, ...valuesOf(facts), ...[tx.acting.today, tx.acting.at, tx.acting.actorId]],
  )
  return rows.length === 0 ? undefined : id
}

/** Changes one that was seen in a version; all of it is looked at with that. Returns 0 when it was changed or closed meanwhile. */
export async function updateService(
  tx: Tx,
  before: Pick<Service, 'rowId' | 'version'>,
  facts: ServiceFacts,
): Promise<number> {
  const rows = await query(
    tx,
    `update local_service set name = $4, organisation_id = $5, run_by = $6, about = $7, needs = $8, min_age = $9, max_age = $10, place = $11, cost = $12,
       how_to = $13, same_day = $14, open_when = $15, checked_on = $16, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and closed_on is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, ...valuesOf(facts), tx.acting.today],
  )
  return rows.length
}

/** It is no longer there. Returns 0 when it was closed before. */
export async function updateClosed(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update local_service set closed_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and closed_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

/** Whether an open service other than this one has the name. */
export async function isNameTaken(tx: Tx, name: string, but: RowId | null): Promise<boolean> {
  const rows = await query(
    tx,
    `select 1 from local_service where partnership_id = $1 and lower(name) = lower($2) and closed_on is null and id is distinct from $3`,
    [tx.acting.partnershipId, name, but],
  )
  return rows.length > 0
}

/** Tips about services that still stand. */
export function listTips(tx: Tx, serviceIds: readonly RowId[]): Promise<Tip[]> {
  return query<Tip>(
    tx,
    `select t.id as "rowId", t.service_id as "serviceId", t.words, t.said_by as "saidBy", t.said_on as "saidOn", t.still_on as "stillOn"
     from local_tip t where t.partnership_id = $1 and t.service_id = any($2::uuid[]) and t.over_on is null order by t.still_on desc, t.id desc`,
    [tx.acting.partnershipId, [...serviceIds]],
  )
}

export async function insertTip(tx: Tx, serviceId: RowId, by: AccountId, words: string): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into local_tip (partnership_id, id, service_id, words, said_by, said_on, still_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [tx.acting.partnershipId, id, serviceId, words, by, tx.acting.today, tx.acting.at, tx.acting.actorId],
  )
  return id
}

/** Somebody says that it is still so, or no longer. Returns 0 when it was taken off before. */
export async function updateTip(tx: Tx, id: RowId, what: 'still' | 'over'): Promise<number> {
  const column = what === 'still' ? 'still_on' : 'over_on'
  const rows = await query(
    tx,
    `update local_tip set ${column} = $3 where partnership_id = $1 and id = $2 and over_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}
