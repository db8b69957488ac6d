/** What two records are, read before they are joined: by whoever asks, or by the house. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { OpenLead, Pair, Single, Spell } from '../merge.ts'

/** Holds both records till the transaction ends, always in the same order: two merges come one after the other. */
export async function lockPair(tx: Tx, pair: Pair): Promise<void> {
  const ids = [pair.keep, pair.join].toSorted((a, b) => (a < b ? -1 : 1))
  await sql`
    select 1 from person where partnership_id = ${tx.acting.partnershipId} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx.db,
  )
}

/** How many of the two are there to be joined. */
export async function countActive(tx: Tx, pair: Pair): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from person where partnership_id = ${tx.acting.partnershipId} and id in (${pair.keep}, ${pair.join}) and state = 'active'`.execute(
    tx.db,
  )
  return found.rows[0]?.count ?? 0
}

/** Those of some records that a barrier stands on, or whose whereabouts are protected: asked as the house (K4, K5). */
export async function listBarred(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const found = await sql<{ id: PersonId }>`
    select b.person_id as id from access_barrier b where b.partnership_id = ${tx.acting.partnershipId} and b.person_id = any(${[...ids]}::uuid[])
      and (b.ended_at is null or b.ended_at > ${tx.acting.at})
    union select a.person_id from person_address a where a.partnership_id = ${tx.acting.partnershipId} and a.person_id = any(${[...ids]}::uuid[])
      and a.class = 4096 and a.sealed_at is null
    union select c.person_id from person_contact_detail c where c.partnership_id = ${tx.acting.partnershipId} and c.person_id = any(${[...ids]}::uuid[])
      and c.class = 4096 and c.sealed_at is null`.execute(tx.db)
  return new Set(found.rows.map(row => row.id))
}

/** Facts of which one row stands at a time, of both records, as far as whoever asks may see. */
export async function listSingles(tx: Tx, pair: Pair): Promise<Single[]> {
  const said = sql`source_kind as source, source_organisation_id as "organisationId", said_on as "saidOn", recorded_at as "recordedAt"`
  const whose = sql`partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join}) and replaced_at is null`
  const found = await sql<Single>`
    select * from (
      select 'person_name' as table, kind as field, person_id as "personId", id as "rowId",
        replace(concat_ws(' ', given, nullif(middle, ''), family), '  ', ' ') as value, ${said} from person_name where ${whose} and kind <> 'former'
      union all select 'person_detail', field, person_id, id, value, ${said} from person_detail where ${whose}
      union all select 'person_address', 'address', person_id, id,
        concat_ws(', ', nullif(line1, ''), nullif(line2, ''), nullif(town, ''), nullif(postcode, '')), ${said} from person_address where ${whose} and sealed_at is null
      union all select 'person_safe_contact', 'safe-contact', person_id, id, rule, ${said} from person_safe_contact where ${whose}
    ) s order by "personId", field, "recordedAt" desc, "rowId"`.execute(tx.db)
  return found.rows
}

/** What both mostly do and did; what was taken off as somebody else's (K9) takes up no days, and neither does what stands beside. */
export async function listBothSpells(tx: Tx, pair: Pair): Promise<Spell[]> {
  const found = await sql<Spell>`
    select id as "rowId", person_id as "personId", code, started_on as "startedOn", finished_on as "finishedOn", verified_on as "verifiedOn"
    from activity_spell where partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join}) and sealed_at is null and is_primary
    order by started_on, id`.execute(tx.db)
  return found.rows
}

/** Who leads for either now. */
export async function listOpenLeads(tx: Tx, pair: Pair): Promise<OpenLead[]> {
  const found = await sql<OpenLead>`
    select id as "rowId", person_id as "personId", account_id as "accountId", team_id as "teamId", started_on as "startedOn"
    from lead_adviser where partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join}) and finished_on is null`.execute(
    tx.db,
  )
  return found.rows
}

/** Where either is enrolled now. */
export async function listOpenPlaces(
  tx: Tx,
  pair: Pair,
): Promise<{ rowId: RowId; personId: PersonId; organisationId: OrganisationId; saidOn: string }[]> {
  const found = await sql<{ rowId: RowId; personId: PersonId; organisationId: OrganisationId; saidOn: string }>`
    select id as "rowId", person_id as "personId", organisation_id as "organisationId", said_on as "saidOn" from enrolment
    where partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join}) and finished_on is null and sealed_at is null
    order by said_on, id`.execute(tx.db)
  return found.rows
}

/**
 * What whoever asks saw of both, as one text that changes when any of it does: what they may not see is not in it, so that
 * it tells nothing of it (K8).
 */
export async function readStamp(tx: Tx, pair: Pair): Promise<string> {
  const whose = sql`partnership_id = ${tx.acting.partnershipId} and person_id in (${pair.keep}, ${pair.join})`
  const found = await sql<{ stamp: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(line, '|' order by line), ''), 'UTF8')), 'hex') as stamp from (
      select id || '.' || version as line from person where partnership_id = ${tx.acting.partnershipId} and id in (${pair.keep}, ${pair.join})
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_name where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_detail where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_address where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_contact_detail where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_safe_contact where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_adult where ${whose}
      union all select id::text || '.' || person_id || coalesce(replaced_at::text, '') from person_identifier where ${whose}
      union all select id::text || '.' || person_id || version from enrolment where ${whose}
      union all select id::text || '.' || person_id || version from activity_spell where ${whose}
      union all select id::text || '.' || person_id || coalesce(finished_on::text, '') from lead_adviser where ${whose}
    ) lines`.execute(tx.db)
  return found.rows[0]?.stamp ?? ''
}
