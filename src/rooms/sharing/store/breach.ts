import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Breach, BreachAnswers } from '../breach.ts'

const COLUMNS = sql`id, person_id as "personId", what, row_id as "rowId", filed_by as "filedBy", filed_at as "filedAt", found_by as "foundBy",
  found_at as "foundAt", why, seen_by as "seenBy", read_by_link as "readByLink", moved, consequence, told_person as "toldPerson", told_person_why as "toldPersonWhy",
  told_regulator as "toldRegulator", told_regulator_why as "toldRegulatorWhy", closed_at as "closedAt", closed_by as "closedBy", version`

type NewBreach = Pick<
  Breach,
  'personId' | 'what' | 'rowId' | 'filedBy' | 'filedAt' | 'foundBy' | 'why' | 'seenBy' | 'readByLink' | 'moved'
>

export async function insertBreach(tx: Tx, b: NewBreach): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into breach (partnership_id, id, person_id, origin_person_id, what, row_id, filed_by, filed_at, found_by, found_at, why, seen_by, read_by_link, moved)
    values (${tx.acting.partnershipId}, ${id}, ${b.personId}, ${b.personId}, ${b.what}, ${b.rowId}, ${b.filedBy}, ${b.filedAt}, ${b.foundBy},
      ${tx.acting.at}, ${b.why}, ${[...b.seenBy]}::uuid[], ${[...b.readByLink]}::text[], ${b.moved})`.execute(tx.db)
  return id
}

/** One entry, where the caller may read the log. */
export async function findBreach(tx: Tx, id: RowId): Promise<Breach | undefined> {
  const found = await sql<Breach>`
    select ${COLUMNS} from breach where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(tx.db)
  return found.rows[0]
}

/** Open entries first, the oldest of them first; then closed ones, newest first. */
export async function listBreaches(tx: Tx, most: number): Promise<Breach[]> {
  const found = await sql<Breach>`
    select ${COLUMNS} from breach where partnership_id = ${tx.acting.partnershipId}
    order by closed_at is not null, case when closed_at is null then found_at end, closed_at desc, id limit ${most}`.execute(
    tx.db,
  )
  return found.rows
}

/** Writes down what was decided. Returns 0 when somebody saved in between, or it is closed. */
export async function updateBreach(
  tx: Tx,
  id: RowId,
  answers: BreachAnswers,
  save: { version: number; closedBy: AccountId | null },
): Promise<number> {
  const updated = await sql`
    update breach set consequence = ${answers.consequence}, told_person = ${answers.toldPerson}, told_person_why = ${answers.toldPersonWhy},
      told_regulator = ${answers.toldRegulator}, told_regulator_why = ${answers.toldRegulatorWhy}, version = version + 1,
      closed_by = ${save.closedBy}::uuid, closed_at = case when ${save.closedBy}::uuid is null then null else ${tx.acting.at}::timestamptz end
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and version = ${save.version} and closed_at is null`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/**
 * Accounts that were shown a row while it stood on a record, by the audit: a page it stands on was opened, and a right that
 * opens its class was in force then, or the very row was opened by a page that needs none. Whoever had no such right did not see it, and is not told that it was there. Asked as
 * the house.
 */
export async function listSeers(
  tx: Tx,
  row: {
    personId: PersonId
    rowIds: readonly RowId[]
    classBit: number
    actions: readonly string[]
    openedBy: readonly string[]
    from: Instant
  },
): Promise<AccountId[]> {
  const found = await sql<{ id: AccountId }>`
    select distinct e.actor_id as id from audit_event e
    where e.partnership_id = ${tx.acting.partnershipId} and e.person_ids @> ${[row.personId]}::uuid[] and e.actor_kind = 'account'
      and e.outcome <> 'refused' and e.action = any(${[...row.actions, ...row.openedBy]}::text[]) and e.at >= ${row.from} and e.at <= ${tx.acting.at}
      and ((e.action = any(${[...row.openedBy]}::text[]) and e.target_id = any(${[...row.rowIds]}::uuid[])) or exists (
        select 1 from access_grant g
        where g.partnership_id = e.partnership_id and g.holder_id in (e.actor_id, e.organisation_id) and g.classes & ${row.classBit} <> 0
          and (${row.openedBy.length === 0} or g.source <> 'referral')
          and g.started_at <= e.at and (g.ended_at is null or g.ended_at > e.at)
          and (g.scope = 'partnership' or g.person_id = ${row.personId}
            or (g.scope = 'group' and exists (
              select 1 from access_member m
              where m.partnership_id = g.partnership_id and m.group_id = g.group_id and m.person_id = ${row.personId}
                and m.started_at <= e.at and (m.ended_at is null or m.ended_at > e.at))))))
    order by e.actor_id`.execute(tx.db)
  return found.rows.map(r => r.id)
}

/**
 * The kinds of secure links by which a row was read while it stood on a record: something of the plan was opened by one, and what it opened had the row's class.
 * Asked as the house. Once for each link.
 */
export async function listLinkReaders(
  tx: Tx,
  row: {
    readonly personId: PersonId
    readonly classBit: number
    readonly actions: readonly string[]
    readonly from: Instant
  },
): Promise<string[]> {
  if (row.actions.length === 0) return []
  const found = await sql<{ kind: string }>`
    select l.kind from secure_link l
    where l.partnership_id = ${tx.acting.partnershipId} and l.person_id = ${row.personId} and l.classes & ${row.classBit} <> 0
      and exists (select 1 from audit_event e where e.partnership_id = l.partnership_id and e.actor_id = l.id and e.person_ids @> ${[row.personId]}::uuid[]
        and e.action = any(${[...row.actions]}::text[]) and e.at >= ${row.from} and e.at <= ${tx.acting.at})
    order by l.recorded_at limit 50`.execute(tx.db)
  return found.rows.map(r => r.kind)
}
