/** What a run added and replaced, and the way back. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { takeBackConfirmed, takeBackEnded, takeBackStarts, withdrawAsked } from '../activity/store.ts'

export type EffectTable =
  | 'person'
  | 'person_name'
  | 'person_detail'
  | 'person_address'
  | 'person_contact_detail'
  | 'person_adult'
  | 'person_identifier'
  | 'person_characteristic'
  | 'enrolment'
  | 'activity_spell'
  | 'access_member'
  | 'agreed_start'
  | 'activity_question'

/** One thing a run did to rows of a table; what they said before, where that is needed for the way back. */
export type NewEffect = Pick<Effect, 'kind' | 'table' | 'rowIds'> & { readonly before?: unknown }

/** Puts down what a run did, in one statement; what touched no row is nothing. */
export async function insertEffects(tx: Tx, runId: RowId, effects: readonly NewEffect[]): Promise<void> {
  const rows = effects
    .filter(e => e.rowIds.length > 0)
    .map(e => ({ id: newId(tx.acting.at), kind: e.kind, name: e.table, row_ids: e.rowIds, before: e.before ?? null }))
  if (rows.length === 0) return
  await sql`
    insert into intake_effect (partnership_id, id, run_id, kind, table_name, row_ids, before, made_at)
    select ${tx.acting.partnershipId}, e.id, ${runId}, e.kind, e.name, e.row_ids, nullif(e.before, 'null'::jsonb), ${tx.acting.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) e (id uuid, kind text, name text, row_ids uuid[], before jsonb)`.execute(
    tx.db,
  )
}

export type Effect = {
  readonly id: RowId
  readonly kind: 'added' | 'replaced' | 'changed'
  readonly table: EffectTable
  readonly rowIds: readonly string[]
  readonly before: unknown
}

/** Effects of a run in the order they are undone: what was added goes first, so that what it replaced can stand again. */
export async function listEffects(tx: Tx, runId: RowId): Promise<Effect[]> {
  const found = await sql<Effect>`
    select id, kind, table_name as table, row_ids as "rowIds", before from intake_effect
    where partnership_id = ${tx.acting.partnershipId} and run_id = ${runId} order by kind, id desc`.execute(tx.db)
  return found.rows
}

/** Tables whose rows are replaced and never deleted, with what tells one current row of a person from another. */
const HISTORY: Partial<Readonly<Record<EffectTable, string>>> = {
  person_name: 'kind',
  person_detail: 'field',
  person_address: 'person_id',
  person_contact_detail: 'kind',
  person_adult: 'id',
  person_identifier: 'id',
}
/** Of those, the ones of which a row may have been taken off since, as somebody else's (K9): it does not stand again. */
const SEALABLE: ReadonlySet<EffectTable> = new Set([
  'person_address',
  'person_contact_detail',
  'person_adult',
  'person_identifier',
])

/** Takes one effect back. Rows stay: what was added is replaced or ended, what was replaced stands again. */
export async function undoEffect(tx: Tx, effect: Effect): Promise<void> {
  const rows = sql`partnership_id = ${tx.acting.partnershipId} and id = any(${[...effect.rowIds]}::uuid[])`
  const told = HISTORY[effect.table]
  if (told !== undefined) {
    const table = sql.table(effect.table)
    if (effect.kind === 'added')
      await sql`update ${table} set replaced_at = ${tx.acting.at} where ${rows} and replaced_at is null`.execute(tx.db)
    // What somebody has said since stands.
    else {
      const theirs = SEALABLE.has(effect.table) ? sql`t.sealed_at is null` : sql`true`
      await sql`
        update ${table} t set replaced_at = null, replaced_by = null where ${rows} and ${theirs} and not exists (select 1 from ${table} c
          where c.partnership_id = t.partnership_id and c.person_id = t.person_id and c.replaced_at is null and c.${sql.id(told)} = t.${sql.id(told)})`.execute(
        tx.db,
      )
    }
    return
  }
  switch (effect.table) {
    case 'person':
      await sql`update person set state = 'withdrawn', version = version + 1 where ${rows} and state = 'active'`.execute(
        tx.db,
      )
      break
    case 'enrolment':
      if (effect.kind === 'added')
        await sql`update enrolment set finished_on = greatest(${tx.acting.today}::date, started_on + 1), version = version + 1 where ${rows} and finished_on is null`.execute(
          tx.db,
        )
      else if (effect.kind === 'replaced')
        await sql`update enrolment set finished_on = null, version = version + 1 where ${rows} and sealed_at is null`.execute(
          tx.db,
        )
      else
        await sql`
          update enrolment e set course = b.course, year_group = b.year_group, version = e.version + 1
          from jsonb_to_recordset(${JSON.stringify(effect.before)}::jsonb) b (id uuid, course text, year_group integer, new_course text)
          where e.partnership_id = ${tx.acting.partnershipId} and e.id = b.id and e.course = b.new_course and e.sealed_at is null`.execute(
          tx.db,
        )
      break
    case 'person_characteristic':
      if (effect.kind === 'added')
        await sql`update person_characteristic set replaced_at = ${tx.acting.at} where ${rows} and replaced_at is null`.execute(
          tx.db,
        )
      // What stands for the same days by now stays, and so does what was taken off.
      else
        await sql`
          update person_characteristic t set replaced_at = null, replaced_by = null where ${rows} and t.sealed_at is null and not exists (
            select 1 from person_characteristic c where c.partnership_id = t.partnership_id and c.person_id = t.person_id and c.code = t.code
              and c.replaced_at is null and daterange(c.started_on, c.finished_on) && daterange(t.started_on, t.finished_on))`.execute(
          tx.db,
        )
      break
    case 'access_member':
      if (effect.kind === 'added')
        await sql`update access_member set ended_at = ${tx.acting.at} where ${rows} and ended_at is null`.execute(tx.db)
      // Who was never there is not put back on the roll: their place was somebody else's (K9).
      else
        await sql`
          insert into access_member (partnership_id, id, group_id, person_id, started_at)
          select m.partnership_id, gen_random_uuid(), m.group_id, m.person_id, ${tx.acting.at} from access_member m where ${rows}
            and not (exists (select 1 from enrolment e where e.partnership_id = m.partnership_id and e.person_id = m.person_id
                and e.organisation_id = m.group_id and e.sealed_at is not null)
              and not exists (select 1 from enrolment e where e.partnership_id = m.partnership_id and e.person_id = m.person_id
                and e.organisation_id = m.group_id and e.sealed_at is null))
          on conflict (partnership_id, group_id, person_id) where ended_at is null do nothing`.execute(tx.db)
      break
    case 'activity_spell':
      if (effect.kind !== 'added') {
        await takeBackActivity(tx, effect)
        break
      }
      await sql`update activity_spell set finished_on = greatest(${tx.acting.today}::date, started_on + 1), version = version + 1 where ${rows} and finished_on is null`.execute(
        tx.db,
      )
      break
    case 'agreed_start':
      await takeBackStarts(tx, effect.rowIds, effect.kind === 'added')
      break
    case 'activity_question':
      await withdrawAsked(tx, effect.rowIds)
      break
    default:
      throw new Error(`no way back for ${effect.table}`)
  }
}

/** What a list confirmed has the day it had, and what it ended is open again. */
async function takeBackActivity(tx: Tx, effect: Effect): Promise<void> {
  if (effect.kind === 'changed') await takeBackConfirmed(tx, effect.before as Parameters<typeof takeBackConfirmed>[1])
  else await takeBackEnded(tx, effect.before as Parameters<typeof takeBackEnded>[1])
}

/** The people a run withdrew, so that their grants and groups end as well. */
export async function endAccessOfWithdrawn(tx: Tx, runId: RowId): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select p.id from intake_effect e join person p on p.partnership_id = e.partnership_id and p.id = any(e.row_ids)
    where e.partnership_id = ${tx.acting.partnershipId} and e.run_id = ${runId} and e.table_name = 'person' and e.kind = 'added'`.execute(
    tx.db,
  )
  const ids = found.rows.map(row => row.id)
  await sql`
    update access_member set ended_at = ${tx.acting.at} where partnership_id = ${tx.acting.partnershipId} and person_id = any(${ids}::uuid[]) and ended_at is null`.execute(
    tx.db,
  )
  await sql`
    select end_grant(g.id, 'The list that brought this record was undone') from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.person_id = any(${ids}::uuid[]) and (g.ended_at is null or g.ended_at > ${tx.acting.at})`.execute(
    tx.db,
  )
  await sql`
    update lead_adviser set finished_on = ${tx.acting.today} where partnership_id = ${tx.acting.partnershipId} and person_id = any(${ids}::uuid[])
      and finished_on is null`.execute(tx.db)
  return ids
}

/**
 * The partner's memory of a run: rows it brought are withdrawn, and of the others what was said before it counts again,
 * unless a list has come since.
 */
export async function withdrawSourceRows(tx: Tx, run: { id: RowId; organisationId: OrganisationId }): Promise<void> {
  const ofPartner = sql`partnership_id = ${tx.acting.partnershipId} and organisation_id = ${run.organisationId}`
  await sql`update source_row set state = 'withdrawn' where ${ofPartner} and first_run_id = ${run.id}`.execute(tx.db)
  await sql`
    update source_row set content = before_content, last_run_id = before_run_id, state = before_state,
      before_content = null, before_run_id = null, before_state = null
    where ${ofPartner} and last_run_id = ${run.id} and first_run_id <> ${run.id} and before_run_id is not null and state <> 'withdrawn'`.execute(
    tx.db,
  )
}

/** Whose names a run wrote. */
export async function listNamedBy(tx: Tx, runId: RowId): Promise<PersonId[]> {
  const found = await sql<{ personId: PersonId }>`
    select distinct n.person_id as "personId" from intake_effect e join person_name n on n.partnership_id = e.partnership_id and n.id = any(e.row_ids)
    where e.partnership_id = ${tx.acting.partnershipId} and e.run_id = ${runId} and e.table_name = 'person_name'`.execute(
    tx.db,
  )
  return found.rows.map(row => row.personId)
}

/** The shown name of people follows their rows again. */
export async function refreshShown(tx: Tx, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    update person p set known_given = n.given, known_family = n.family, sort_key = n.family_key || ' ' || n.given_key, version = version + 1
    from (select distinct on (person_id) person_id, given, family, family_key, given_key from person_name
      where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...personIds]}::uuid[]) and replaced_at is null and kind in ('legal', 'preferred')
      order by person_id, kind = 'preferred' desc, recorded_at desc) n
    where p.partnership_id = ${tx.acting.partnershipId} and p.id = n.person_id`.execute(tx.db)
}

/** Marks current rows of people in one history table as replaced, narrowed by a column's values; returns their ids. */
export async function replaceOf(
  tx: Tx,
  table: 'person_name' | 'person_detail' | 'person_address' | 'person_contact_detail',
  pairs: readonly { personId: PersonId; value: string }[],
): Promise<string[]> {
  if (pairs.length === 0) return []
  const column = { person_name: 'kind', person_detail: 'field', person_contact_detail: 'kind', person_address: null }[
    table
  ]
  const narrowed = column === null ? sql`true` : sql`t.${sql.id(column)} = n.value`
  const replaced = await sql<{ id: string }>`
    update ${sql.table(table)} t set replaced_at = ${tx.acting.at}, replaced_by = ${tx.acting.actorId}
    from unnest(${pairs.map(p => p.personId)}::uuid[], ${pairs.map(p => p.value)}::text[]) n (person_id, value)
    where t.partnership_id = ${tx.acting.partnershipId} and t.person_id = n.person_id and t.replaced_at is null and ${narrowed}
    returning t.id`.execute(tx.db)
  return replaced.rows.map(row => row.id)
}

/** Ends open enrolments at a place. Returns their ids. */
export async function endEnrolments(
  tx: Tx,
  organisationId: OrganisationId,
  ends: readonly { personId: PersonId; on: Day; reason: string }[],
): Promise<string[]> {
  if (ends.length === 0) return []
  const ended = await sql<{ id: string }>`
    update enrolment e set finished_on = greatest(n.ends_on, e.started_on + 1), left_reason = n.reason, version = e.version + 1
    from unnest(${ends.map(e => e.personId)}::uuid[], ${ends.map(e => e.on)}::date[], ${ends.map(e => e.reason)}::text[]) n (person_id, ends_on, reason)
    where e.partnership_id = ${tx.acting.partnershipId} and e.organisation_id = ${organisationId} and e.person_id = n.person_id and e.finished_on is null
      and e.sealed_at is null
    returning e.id`.execute(tx.db)
  return ended.rows.map(row => row.id)
}

/** What an open enrolment said before and says now. */
export type ChangedEnrolment = {
  readonly id: string
  readonly course: string
  readonly year_group: number | null
  readonly new_course: string
}

/** A new course or group of an open enrolment. Returns what it was. */
export async function updateEnrolments(
  tx: Tx,
  organisationId: OrganisationId,
  rows: readonly { personId: PersonId; course: string; yearGroup: number | null }[],
): Promise<ChangedEnrolment[]> {
  if (rows.length === 0) return []
  const changed = await sql<ChangedEnrolment>`
    update enrolment e set course = n.course, year_group = coalesce(n.year_group, e.year_group), version = e.version + 1
    from unnest(${rows.map(r => r.personId)}::uuid[], ${rows.map(r => r.course)}::text[], ${rows.map(r => r.yearGroup)}::int[]) n (person_id, course, year_group)
    join enrolment o on o.partnership_id = ${tx.acting.partnershipId} and o.organisation_id = ${organisationId} and o.person_id = n.person_id
      and o.finished_on is null and o.sealed_at is null
    where e.partnership_id = o.partnership_id and e.id = o.id
    returning o.id, o.course, o.year_group, n.course as new_course`.execute(tx.db)
  return changed.rows
}

/** Opens activities for people who have none open. Returns the ids that were added. */
export async function insertSpells(
  tx: Tx,
  spells: readonly {
    id: RowId
    personId: PersonId
    code: string
    organisationId: OrganisationId
    detail: string
    startedOn: Day
  }[],
  asAt: Day,
): Promise<string[]> {
  if (spells.length === 0) return []
  const rows = spells.map(s => ({
    id: s.id,
    person_id: s.personId,
    code: s.code,
    organisation_id: s.organisationId,
    detail: s.detail,
    started_on: s.startedOn,
  }))
  const added = await sql<{ id: string }>`
    insert into activity_spell (partnership_id, id, person_id, origin_person_id, class, code, organisation_id, detail, started_on, ascertained_on, verified_on, verified_by,
      source_kind, source_organisation_id, said_on, recorded_at)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, 8, r.code, r.organisation_id, r.detail, r.started_on, least(${tx.acting.today}::date, greatest(${asAt}::date, r.started_on)),
      greatest(${asAt}::date, r.started_on), 'provider',
      'partner-list', r.organisation_id, ${tx.acting.today}, ${tx.acting.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, code text, organisation_id uuid, detail text, started_on date)
    where not exists (select 1 from activity_spell s where s.partnership_id = ${tx.acting.partnershipId} and s.person_id = r.person_id
      and s.is_primary and s.sealed_at is null and (s.finished_on is null or s.finished_on > r.started_on))
    returning id`.execute(tx.db)
  return added.rows.map(row => row.id)
}
