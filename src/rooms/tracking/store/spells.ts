import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Source } from '#rooms/people/index.ts'
import type { ActivitySpell, SpellVersion, Verifier } from '../activity.ts'

/** Activity, newest first, as far as the caller may see it. */
export async function listSpells(tx: Tx, personId: PersonId): Promise<ActivitySpell[]> {
  const found = await sql<ActivitySpell>`
    select id as "rowId", code, organisation_id as "organisationId", detail, started_on as "startedOn", finished_on as "finishedOn",
      ascertained_on as "ascertainedOn", verified_on as "verifiedOn", verified_by as "verifiedBy", review_on as "reviewOn",
      predicted_end_on as "predictedEndOn", lapses_on as "lapsesOn", is_primary as "isPrimary", version
    from activity_spell
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and sealed_at is null order by started_on desc, id desc`.execute(
    tx.db,
  )
  return found.rows
}

/** What the spells of somebody said before, newest first, as far as the caller may see it: each with the class it had then. */
export async function listSpellVersions(tx: Tx, personId: PersonId): Promise<SpellVersion[]> {
  const found = await sql<SpellVersion>`
    select id as "rowId", spell_id as "spellId", code, organisation_id as "organisationId", detail, started_on as "startedOn", finished_on as "finishedOn",
      verified_on as "verifiedOn", verified_by as "verifiedBy", review_on as "reviewOn", predicted_end_on as "predictedEndOn", is_primary as "isPrimary", why,
      recorded_at as until, recorded_by as "changedBy"
    from activity_spell_version
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and sealed_at is null
    order by recorded_at desc, version desc, id limit 100`.execute(tx.db)
  return found.rows
}

/** Puts beside what a spell said in one version why it was changed: the database kept the rest, where anything was changed at all. */
export async function explainVersion(tx: Tx, spellId: RowId, version: number, why: string): Promise<void> {
  await sql`
    update activity_spell_version set why = ${why}
    where partnership_id = ${tx.acting.partnershipId} and spell_id = ${spellId} and version = ${version}`.execute(tx.db)
}

/** Whether something that is over reaches into the days from one on: what they mostly did, whoever may see it. As the house. */
export async function reachesInto(worker: Tx, personId: PersonId, from: Day): Promise<boolean> {
  const found = await sql`
    select 1 from activity_spell where partnership_id = ${worker.acting.partnershipId} and person_id = ${personId} and is_primary and sealed_at is null
      and finished_on > ${from} limit 1`.execute(worker.db)
  return found.rows.length > 0
}

/** Ends what stands beside, on a day. Returns how many: none when it has changed since it was seen. */
export async function endBesideSpell(
  tx: Tx,
  personId: PersonId,
  seen: { readonly rowId: RowId; readonly version: number },
  on: Day,
): Promise<number> {
  const ended = await sql`
    update activity_spell set finished_on = ${on}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${seen.rowId} and version = ${seen.version}
      and finished_on is null and not is_primary and sealed_at is null and started_on < ${on}`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}

export type NewSpell = {
  readonly code: string
  readonly classBit: number
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startedOn: Day
  readonly verifiedOn: Day
  readonly verifiedBy: Verifier | null
  readonly reviewOn: Day | null
  readonly predictedEndOn: Day | null
  readonly isPrimary: boolean
}

/** Ends the open spell of a person on a day. Returns how many ended. */
export async function endOpenSpell(tx: Tx, personId: PersonId, on: Day): Promise<number> {
  const ended = await sql`
    update activity_spell set finished_on = ${on}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and finished_on is null and is_primary and sealed_at is null
      and started_on < ${on}`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}

/**
 * An open spell that began the same day or later is corrected in place of ended: an empty period would overlap nothing. What it said before is kept.
 * @returns the spell that was corrected and the version it had, if any
 */
export async function correctOpenSpell(
  tx: Tx,
  personId: PersonId,
  spell: NewSpell,
): Promise<{ readonly id: RowId; readonly was: number } | undefined> {
  const corrected = await sql<{ id: RowId; was: number }>`
    update activity_spell set code = ${spell.code}, class = ${spell.classBit}, organisation_id = ${spell.organisationId}, detail = ${spell.detail},
      started_on = ${spell.startedOn}, ascertained_on = least(${tx.acting.today}::date, ${spell.verifiedOn}::date), verified_on = ${spell.verifiedOn}, verified_by = ${spell.verifiedBy},
      review_on = ${spell.reviewOn}, predicted_end_on = ${spell.predictedEndOn}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and finished_on is null and is_primary and sealed_at is null
      and started_on >= ${spell.startedOn}
    returning id, version - 1 as was`.execute(tx.db)
  return corrected.rows[0]
}

export async function insertSpell(tx: Tx, personId: PersonId, spell: NewSpell, source: Source): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into activity_spell (partnership_id, id, person_id, origin_person_id, class, code, organisation_id, detail, started_on, ascertained_on, verified_on, verified_by,
      review_on, predicted_end_on, is_primary, source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${id}, ${personId}, ${personId}, ${spell.classBit}, ${spell.code}, ${spell.organisationId}, ${spell.detail},
      ${spell.startedOn}, least(${tx.acting.today}::date, ${spell.verifiedOn}::date), ${spell.verifiedOn}, ${spell.verifiedBy},
      ${spell.reviewOn}, ${spell.predictedEndOn}, ${spell.isPrimary}, ${source.kind}, ${source.organisationId}, ${source.saidOn}, ${tx.acting.at}, ${tx.acting.actorId})`.execute(
    tx.db,
  )
  return id
}

/** Confirms the open spell as it was seen: its currency starts again. Returns how many: none when it has changed since. */
export async function verifySpell(
  tx: Tx,
  personId: PersonId,
  seen: { readonly rowId: RowId; readonly version: number },
  by: Verifier,
): Promise<number> {
  const verified = await sql`
    update activity_spell set verified_on = greatest(verified_on, ${tx.acting.today}::date), verified_by = ${by}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${seen.rowId} and version = ${seen.version}
      and finished_on is null and sealed_at is null`.execute(tx.db)
  return Number(verified.numAffectedRows ?? 0)
}

/**
 * How many young people of the partnership have each current activity, and how many of those have lapsed; an empty code for those of whom nothing is on record. Asked as the house, for counts that name nobody:
 * restricted records are in none of them (K4).
 */
export async function countActivities(tx: Tx): Promise<{ code: string; hasLapsed: boolean; count: number }[]> {
  const found = await sql<{ code: string; hasLapsed: boolean; count: number }>`
    select coalesce(s.code, '') as code, coalesce(s.lapses_on <= ${tx.acting.today}, false) as "hasLapsed", count(*)::int as count
    from person p
    left join activity_spell s on s.partnership_id = p.partnership_id and s.person_id = p.id and s.finished_on is null and s.is_primary and s.sealed_at is null
    where p.partnership_id = ${tx.acting.partnershipId} and p.state = 'active' and p.died_on is null
      and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'restricted'
        and b.started_at <= ${tx.acting.at} and (b.ended_at is null or b.ended_at > ${tx.acting.at}))
    group by 1, 2`.execute(tx.db)
  return found.rows
}

/** A spell of somebody, with its class, who wrote it down and when; as far as the caller may see it. */
export async function findSpellFiled(
  tx: Tx,
  personId: PersonId,
  id: RowId,
): Promise<{ code: string; startedOn: Day; classBit: number; filedBy: string | null; filedAt: Instant } | undefined> {
  const found = await sql<{ code: string; startedOn: Day; classBit: number; filedBy: string | null; filedAt: Instant }>`
    select code, started_on as "startedOn", class as "classBit", recorded_by as "filedBy", recorded_at as "filedAt" from activity_spell
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${id} and sealed_at is null`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** Takes a spell off view (K9). An open one ends; the one before stays ended: what they do now is not known until somebody says. */
export async function updateSpellSealed(tx: Tx, personId: PersonId, id: RowId): Promise<number> {
  const sealed = await sql`
    update activity_spell set sealed_at = ${tx.acting.at}, finished_on = coalesce(finished_on, greatest(started_on + 1, ${tx.acting.today}::date)),
      version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and id = ${id} and sealed_at is null`.execute(
    tx.db,
  )
  await sql`
    update activity_spell_version set sealed_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and spell_id = ${id} and sealed_at is null`.execute(tx.db)
  return Number(sealed.numAffectedRows ?? 0)
}
