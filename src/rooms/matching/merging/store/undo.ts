/** The way back, taken. Runs as the house. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { GrantId, PersonId, RowId } from '#ground/ids.ts'
import { keyOf, ONE_STANDS } from '../tables.ts'

/** How the rows of a table are found again by lines of the way back. */
function same(table: string, line: string) {
  const keys = keyOf(table).map(
    k =>
      sql`t.${sql.id(k)} = (jsonb_populate_record(null::${sql.table(table)}, ${sql.ref(`${line}.row_key`)})).${sql.id(k)}`,
  )
  return sql.join(keys, sql` and `)
}

/** Puts rows back on the record they were on. */
export async function putBack(tx: Tx, mergeId: RowId, table: string): Promise<void> {
  await sql`
    update ${sql.table(table)} t set person_id = (l.before ->> 'person_id')::uuid
    from person_merge_row l
    where l.partnership_id = ${tx.acting.partnershipId} and l.merge_id = ${mergeId} and l.table_name = ${table} and l.before ? 'person_id'
      and t.partnership_id = l.partnership_id and ${same(table, 'l')} and t.person_id = (l.after ->> 'person_id')::uuid`.execute(
    tx.db,
  )
}

/**
 * Gives columns back what they held, each where nobody has changed it since. A row that would stand again beside one of its
 * kind made since does not.
 */
export async function giveBack(tx: Tx, mergeId: RowId, table: string, columns: readonly string[]): Promise<void> {
  if (columns.length === 0) return
  const one = ONE_STANDS[table]
  const isFree =
    one === undefined
      ? sql`true`
      : sql`not (l.before ? ${sql.lit(one.ends)} and l.before ->> ${sql.lit(one.ends)} is null and exists (
          select 1 from ${sql.table(table)} o where o.partnership_id = t.partnership_id and o.person_id = t.person_id and o.id <> t.id
            and o.${sql.id(one.ends)} is null
            and not exists (select from person_merge_row x where x.partnership_id = l.partnership_id and x.merge_id = l.merge_id and x.table_name = l.table_name
              and x.row_key = jsonb_build_object('id', o.id))
            ${sql.join(
              one.apart.map(c => sql`and o.${sql.id(c)} = t.${sql.id(c)}`),
              sql` `,
            )}))`
  const record = sql`jsonb_populate_record(null::${sql.table(table)}, l.before)`
  const isAsLeft = (c: string) =>
    sql`l.before ? ${sql.lit(c)} and coalesce(to_jsonb(t.${sql.id(c)}), 'null') = l.after -> ${sql.lit(c)}`
  const sets = columns.map(
    c => sql`${sql.id(c)} = case when ${isAsLeft(c)} then (${record}).${sql.id(c)} else t.${sql.id(c)} end`,
  )
  await sql`
    update ${sql.table(table)} t set ${sql.join(sets)}
    from person_merge_row l
    where l.partnership_id = ${tx.acting.partnershipId} and l.merge_id = ${mergeId} and l.table_name = ${table} and l.before is not null
      and t.partnership_id = l.partnership_id and ${same(table, 'l')} and ${isFree}`.execute(tx.db)
}

/** Puts rows made or changed since on one of the two. */
export async function putOn(
  tx: Tx,
  table: string,
  keys: readonly Readonly<Record<string, unknown>>[],
  personId: PersonId,
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    update ${sql.table(table)} t set person_id = ${personId}
    from (select value as row_key from jsonb_array_elements(${JSON.stringify(keys)}::jsonb)) l
    where t.partnership_id = ${tx.acting.partnershipId} and ${same(table, 'l')}`.execute(tx.db)
}

/** What an activity said before goes where the activity goes. */
export async function putVersions(tx: Tx, people: readonly PersonId[]): Promise<void> {
  await sql`
    update activity_spell_version v set person_id = s.person_id from activity_spell s
    where v.partnership_id = ${tx.acting.partnershipId} and v.person_id = any(${[...people]}::uuid[]) and s.partnership_id = v.partnership_id and s.id = v.spell_id
      and v.person_id <> s.person_id`.execute(tx.db)
}

/** Days of a spell that stands again give way to those written down since. */
export async function cutForLater(tx: Tx, later: readonly RowId[], people: readonly PersonId[]): Promise<void> {
  if (later.length === 0) return
  await sql`
    update activity_spell t set finished_on = n.first, version = t.version + 1
    from (select o.id, min(s.started_on) as first from activity_spell o join activity_spell s on s.partnership_id = o.partnership_id and s.person_id = o.person_id
        and s.id = any(${[...later]}::uuid[]) and s.sealed_at is null and s.is_primary and s.started_on > o.started_on and (o.finished_on is null or s.started_on < o.finished_on)
      where o.partnership_id = ${tx.acting.partnershipId} and o.person_id = any(${[...people]}::uuid[]) and o.sealed_at is null and o.is_primary and not o.id = any(${[...later]}::uuid[])
      group by o.id) n
    where t.partnership_id = ${tx.acting.partnershipId} and t.id = n.id`.execute(tx.db)
}

/** Gives rights back that the merge carried or ended; those of a lead only while they lead, and of nobody who has left. */
export async function giveBackGrants(tx: Tx, mergeId: RowId): Promise<GrantId[]> {
  const found = await sql<{ id: GrantId; isBack: boolean }>`
    select g.id, give_back_grant(${mergeId}::uuid, g.id) as "isBack"
    from person_merge_row l join access_grant g on g.partnership_id = l.partnership_id and g.id = (l.row_key ->> 'id')::uuid
    where l.partnership_id = ${tx.acting.partnershipId} and l.merge_id = ${mergeId} and l.table_name = 'access_grant' and l.before is not null
      and (l.before ? 'person_id' or (
        (g.source <> 'lead-adviser' or not exists (select from person_merge_row r where r.partnership_id = l.partnership_id and r.merge_id = l.merge_id and r.table_name = 'lead_adviser')
          or exists (select from lead_adviser d where d.partnership_id = g.partnership_id and d.person_id = g.person_id
            and d.account_id = g.holder_id and d.finished_on is null))
        and not exists (select from membership m where m.partnership_id = g.partnership_id and m.account_id = g.holder_id
          and m.finished_on > ${mergedOn(mergeId, tx)} and m.finished_on <= ${tx.acting.today})
        and (g.source = 'lead-adviser' or not exists (select from account a where a.id = g.holder_id and a.state = 'disabled'))))`.execute(
    tx.db,
  )
  return found.rows.filter(row => row.isBack).map(row => row.id)
}

function mergedOn(mergeId: RowId, tx: Tx) {
  return sql`(select (x.merged_at at time zone 'Europe/London')::date - 1 from person_merge x where x.partnership_id = ${tx.acting.partnershipId} and x.id = ${mergeId})`
}

/** A barrier set while the two were one stands on both. Returns how many were. */
export async function copyBarriers(tx: Tx, mergeId: RowId, from: PersonId, to: PersonId): Promise<number> {
  const copied = await sql`
    insert into access_barrier (partnership_id, id, kind, person_id, holder_id, ground, reason, made_by, started_at)
    select b.partnership_id, gen_random_uuid(), b.kind, ${to}::uuid, b.holder_id, b.ground, b.reason, b.made_by, b.started_at from access_barrier b
    where b.partnership_id = ${tx.acting.partnershipId} and b.person_id = ${from} and b.ended_at is null
      and not exists (select from person_merge_row l where l.partnership_id = b.partnership_id and l.merge_id = ${mergeId} and l.table_name = 'access_barrier'
        and l.row_key = jsonb_build_object('id', b.id))`.execute(tx.db)
  return Number(copied.numAffectedRows ?? 0)
}

/** What lists show of a person follows their rows again: where something was said since. */
export async function refreshShown(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  await sql`
    update person p set known_given = n.given, known_family = n.family, sort_key = n.family_key || ' ' || n.given_key, version = version + 1
    from (select distinct on (person_id) person_id, given, family, family_key, given_key from person_name
      where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...personIds]}::uuid[]) and replaced_at is null and kind <> 'former'
      order by person_id, kind = 'preferred' desc, recorded_at desc) n
    where p.partnership_id = ${tx.acting.partnershipId} and p.id = n.person_id`.execute(tx.db)
}
