import { query, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { OnRecord } from './rules.ts'

/** What somebody mostly does, with what a list needs to answer it. */
export type OpenSpell = OnRecord & {
  readonly id: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly verifiedBy: string | null
}

/**
 * Those of some people of whom lists neither reveal nor overwrite anything: whose record is restricted or sealed, who was joined with another or has died (K4, K5).
 * As the house.
 */
export async function listUntouchable(worker: Tx, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const found = await query<{ id: PersonId }>(
    worker,
    `select p.id from person p where p.partnership_id = $1 and p.id = any($2::uuid[]) and (p.state <> 'active' or p.died_on is not null
       or exists (select 1 from access_barrier b where b.partnership_id = $1 and b.person_id = p.id and b.kind = 'restricted'
         and b.started_at <= $3 and (b.ended_at is null or b.ended_at > $3)))`,
    [worker.acting.partnershipId, [...people], worker.acting.at],
  )
  return new Set(found.map(row => row.id))
}

/** What these people mostly do now; nothing of those who have died. As the house. */
export function listOpenSpells(worker: Tx, people: readonly PersonId[]): Promise<OpenSpell[]> {
  return query<OpenSpell>(
    worker,
    `select s.id, s.person_id as "personId", s.class as "classBit", s.code, s.organisation_id as "organisationId", s.detail, s.started_on as "startedOn",
       s.verified_on as "verifiedOn", s.verified_by as "verifiedBy", s.lapses_on as "lapsesOn"
     from activity_spell s join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.died_on is null
     where s.partnership_id = $1 and s.person_id = any($2::uuid[]) and s.finished_on is null and s.is_primary and s.sealed_at is null`,
    [worker.acting.partnershipId, [...people]],
  )
}

/** Confirms spells on the word of a place, as at a day. */
export async function confirmAsAt(worker: Tx, ids: readonly RowId[], asAt: Day): Promise<void> {
  if (ids.length === 0) return
  await query(
    worker,
    `update activity_spell set verified_on = $3, verified_by = 'provider', version = version + 1
     where partnership_id = $1 and id = any($2::uuid[]) and verified_on < $3 and finished_on is null`,
    [worker.acting.partnershipId, [...ids], asAt],
  )
}

/** Gives spells a list confirmed back the day they had, unless somebody has confirmed them since. */
export async function takeBackConfirmed(
  worker: Tx,
  before: readonly { readonly id: string; readonly on: string; readonly by: string | null; readonly asAt: string }[],
): Promise<void> {
  await query(
    worker,
    `update activity_spell s set verified_on = greatest(b.on_day, s.started_on), verified_by = b.said_by, version = s.version + 1
     from jsonb_to_recordset($2::jsonb) b (id uuid, on_day date, said_by text, as_at date)
     where s.partnership_id = $1 and s.id = b.id and s.verified_on = b.as_at and s.verified_by = 'provider' and s.sealed_at is null`,
    [
      worker.acting.partnershipId,
      JSON.stringify(before.map(b => ({ id: b.id, on_day: b.on, said_by: b.by, as_at: b.asAt }))),
    ],
  )
}

export type Ending = { readonly id: RowId; readonly on: Day }

/** Ends spells on their days. */
export async function endSpells(worker: Tx, ends: readonly Ending[]): Promise<void> {
  if (ends.length === 0) return
  await query(
    worker,
    `update activity_spell s set finished_on = greatest(e.on_day, s.started_on + 1), version = s.version + 1
     from unnest($2::uuid[], $3::date[]) e (id, on_day)
     where s.partnership_id = $1 and s.id = e.id and s.finished_on is null and s.sealed_at is null`,
    [worker.acting.partnershipId, ends.map(e => e.id), ends.map(e => e.on)],
  )
}

/** What these people do at a place now, of those who left it. */
export async function listSpellsAt(
  worker: Tx,
  organisationId: OrganisationId,
  left: readonly { readonly personId: PersonId; readonly on: Day }[],
): Promise<Ending[]> {
  if (left.length === 0) return []
  return query<Ending>(
    worker,
    `select s.id, l.on_day as "on" from unnest($3::uuid[], $4::date[]) l (person_id, on_day)
     join activity_spell s on s.partnership_id = $1 and s.person_id = l.person_id and s.organisation_id = $2 and s.finished_on is null and s.is_primary
       and s.sealed_at is null and s.started_on <= l.on_day and s.verified_on <= l.on_day + 31`,
    [worker.acting.partnershipId, organisationId, left.map(l => l.personId), left.map(l => l.on)],
  )
}

/**
 * Opens spells a list ended again, each unless something stands in its days by now; what the list put in their place goes, as if it had never been said. Where a
 * colleague has changed that since it is theirs, and stands.
 */
export async function takeBackEnded(
  worker: Tx,
  before: readonly { readonly id: string; readonly instead: string | null }[],
): Promise<void> {
  const { partnershipId, at } = worker.acting
  const instead = before.flatMap(b => (b.instead === null ? [] : [b.instead]))
  const gone = await query<{ id: string }>(
    worker,
    `update activity_spell s set sealed_at = $3, version = version + 1 where s.partnership_id = $1 and s.id = any($2::uuid[]) and s.sealed_at is null
       and not exists (select 1 from activity_spell_version v where v.partnership_id = $1 and v.spell_id = s.id and v.recorded_by is not null)
     returning s.id`,
    [partnershipId, instead, at],
  )
  const isGone = new Set(gone.map(row => row.id))
  const again = before.filter(b => b.instead === null || isGone.has(b.instead))
  await query(
    worker,
    `update activity_spell s set finished_on = null, version = s.version + 1
     where s.partnership_id = $1 and s.id = any($2::uuid[]) and s.finished_on is not null and s.sealed_at is null
       and not exists (select 1 from activity_spell o where o.partnership_id = s.partnership_id and o.person_id = s.person_id and o.id <> s.id and o.is_primary
         and o.sealed_at is null and (o.finished_on is null or o.finished_on > s.started_on))`,
    [partnershipId, again.map(b => b.id)],
  )
}

export type ListedStart = {
  readonly id: RowId
  readonly personId: PersonId
  readonly code: string
  readonly detail: string
  readonly startsOn: Day
}

/** Starts a place has on its list for a day that lies ahead; nobody's twice. Returns the ids of those that were written. */
export async function insertListedStarts(
  worker: Tx,
  organisationId: OrganisationId,
  starts: readonly ListedStart[],
): Promise<string[]> {
  if (starts.length === 0) return []
  const added = await query<{ id: string }>(
    worker,
    `insert into agreed_start (partnership_id, id, person_id, origin_person_id, class, code, organisation_id, detail, starts_on, first_day, said_by, recorded_at)
     select $1, r.id, r.person_id, r.person_id, 8, r.code, $2, r.detail, r.starts_on, r.starts_on, 'provider', $3
     from jsonb_to_recordset($4::jsonb) r (id uuid, person_id uuid, code text, detail text, starts_on date)
     -- Nor again what was answered, or taken off as about somebody else (K9).
     where not exists (select 1 from agreed_start a where a.partnership_id = $1 and a.person_id = r.person_id and a.organisation_id = $2
       and (a.over_on is null and a.sealed_at is null or a.first_day = r.starts_on and a.state <> 'withdrawn'))
     returning id`,
    [
      ...[worker.acting.partnershipId, organisationId, worker.acting.at],
      JSON.stringify(
        starts.map(s => ({
          ...{ id: s.id, person_id: s.personId, code: s.code, detail: s.detail, starts_on: s.startsOn },
        })),
      ),
    ],
  )
  return added.map(row => row.id)
}

/** Answers agreed starts at a place by its list: they are there. Returns which. */
export async function answerByList(
  worker: Tx,
  organisationId: OrganisationId,
  people: readonly PersonId[],
  asAt: Day,
): Promise<string[]> {
  if (people.length === 0) return []
  const found = await query<{ id: string }>(
    worker,
    `update agreed_start set state = 'started', over_on = $5, answered_by = 'provider', version = version + 1
     where partnership_id = $1 and organisation_id = $2 and person_id = any($3::uuid[]) and over_on is null and sealed_at is null and starts_on <= $4
     returning id`,
    [worker.acting.partnershipId, organisationId, [...people], asAt, worker.acting.today],
  )
  return found.map(row => row.id)
}

/** Takes back what a list said of starts: those it brought are taken back, those it answered wait again. */
export async function takeBackStarts(worker: Tx, ids: readonly string[], wasAdded: boolean): Promise<void> {
  await query(
    worker,
    wasAdded
      ? `update agreed_start set state = 'withdrawn', over_on = $3, version = version + 1 where partnership_id = $1 and id = any($2::uuid[]) and over_on is null`
      : `update agreed_start set state = 'awaited', over_on = null, answered_by = null, version = version + 1
         where partnership_id = $1 and id = any($2::uuid[]) and state = 'started' and answered_by = 'provider' and $3::date is not null`,
    [worker.acting.partnershipId, [...ids], worker.acting.today],
  )
}

export type Asking = {
  readonly id: RowId
  readonly personId: PersonId
  readonly spellId: RowId
  readonly classBit: number
  readonly code: string
  readonly detail: string
  readonly startedOn: Day
}

/** How long the answer that the record is right stands against the same word of the same place, in days (ours). */
const ANSWER_STANDS = 90

/**
 * Asks which of two is true. What one place's list has asked before of somebody is asked anew by its next, and not twice; where it was answered that the record
 * is right, the same word is not asked again for a while. Returns the ids of those that were asked.
 */
export async function insertAsked(
  worker: Tx,
  of: { readonly runId: RowId; readonly organisationId: OrganisationId; readonly asAt: Day },
  asked: readonly Asking[],
): Promise<string[]> {
  if (asked.length === 0) return []
  const { partnershipId, at, today } = worker.acting
  await query(
    worker,
    `update activity_question set state = 'withdrawn', over_on = $4, version = version + 1
     where partnership_id = $1 and organisation_id = $2 and person_id = any($3::uuid[]) and over_on is null and sealed_at is null`,
    [partnershipId, of.organisationId, asked.map(one => one.personId), today],
  )
  const added = await query<{ id: string }>(
    worker,
    `insert into activity_question (partnership_id, id, person_id, origin_person_id, class, spell_id, run_id, organisation_id, said_code, detail, started_on, as_at,
       recorded_at)
     select $1, r.id, r.person_id, r.person_id, r.class, r.spell_id, $2, $3, r.code, r.detail, r.started_on, $4, $5
     from jsonb_to_recordset($6::jsonb) r (id uuid, person_id uuid, class integer, spell_id uuid, code text, detail text, started_on date)
     where not exists (select 1 from activity_question o where o.partnership_id = $1 and o.person_id = r.person_id and o.organisation_id = $3
       and o.spell_id = r.spell_id and o.said_code = r.code and o.state = 'record' and o.over_on > $7)
     returning id`,
    [
      ...[partnershipId, of.runId, of.organisationId, of.asAt, at],
      JSON.stringify(
        asked.map(one => ({
          ...{ id: one.id, person_id: one.personId, class: one.classBit, spell_id: one.spellId },
          ...{ code: one.code, detail: one.detail, started_on: one.startedOn },
        })),
      ),
      addDays(today, -ANSWER_STANDS),
    ],
  )
  return added.map(row => row.id)
}

/** Withdraws what a list asked: it was taken back. */
export async function withdrawAsked(worker: Tx, ids: readonly string[]): Promise<void> {
  await query(
    worker,
    `update activity_question set state = 'withdrawn', over_on = $3, version = version + 1 where partnership_id = $1 and id = any($2::uuid[]) and over_on is null`,
    [worker.acting.partnershipId, [...ids], worker.acting.today],
  )
}
