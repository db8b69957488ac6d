import type { Instant } from '#ground/clock.ts'
import { sealedIn } from '#ground/database/filing.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Verifier } from '../activity.ts'
import { ASK_AFTER } from './rules.ts'
import type { AgreedStart, StartLine, StartState } from './start.ts'

const COLUMNS = `id as "rowId", person_id as "personId", code, organisation_id as "organisationId", detail, starts_on as "startsOn", first_day as "firstDay",
  times_moved as "timesMoved", said_by as "saidBy", state, answered_by as "answeredBy", over_on as "overOn", version`

/** What somebody is, or was, to begin, the next first, as far as the caller may see it. */
export function listStartsOn(tx: Tx, personId: PersonId): Promise<AgreedStart[]> {
  return query<AgreedStart>(
    tx,
    `select ${COLUMNS} from agreed_start where partnership_id = $1 and person_id = $2 and sealed_at is null
     order by over_on nulls first, starts_on desc, id limit 50`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findStart(tx: Tx, personId: PersonId, id: RowId): Promise<AgreedStart | undefined> {
  const [row] = await query<AgreedStart>(
    tx,
    `select ${COLUMNS} from agreed_start where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null`,
    [tx.acting.partnershipId, personId, id],
  )
  return row
}

/**
 * Whose day has come, longest waiting first: starts that were agreed, and codes that say one is (615, 616) whose day to look again has come or that nobody has
 * asked about for weeks. A start that was agreed stands for its person's code. Whom the caller may see, and nobody else.
 */
export function listDueStarts(tx: Tx, most: number): Promise<StartLine[]> {
  const { partnershipId, today } = tx.acting
  return query<StartLine>(
    tx,
    `with due as materialized (
       select s.person_id, s.id, s.code, s.organisation_id, s.detail, s.starts_on as on_day from agreed_start s
         where s.partnership_id = $1 and s.over_on is null and s.sealed_at is null and s.starts_on <= $2
       union all
       select a.person_id, null, a.code, a.organisation_id, a.detail, coalesce(a.review_on, a.verified_on) from activity_spell a
         where a.partnership_id = $1 and a.code in ('615', '616') and a.finished_on is null and a.is_primary and a.sealed_at is null
           and (a.review_on <= $2 or a.review_on is null and a.verified_on <= $3)
           and not exists (select 1 from agreed_start s where s.partnership_id = a.partnership_id and s.person_id = a.person_id and s.over_on is null
             and s.sealed_at is null))
     select d.person_id as "personId", p.known_given as given, p.known_family as family, d.id as "rowId", d.code, d.detail, d.on_day as "on",
       coalesce(case when o.discloses = 0 then o.name end, '') as place
     from due d
     join person p on p.partnership_id = $1 and p.id = d.person_id and p.state = 'active' and p.died_on is null
     left join organisation o on o.partnership_id = $1 and o.id = d.organisation_id
     order by d.on_day, p.sort_key, d.person_id limit $4`,
    [partnershipId, today, addDays(today, -ASK_AFTER), most],
  )
}

export type NewStart = {
  readonly code: string
  readonly classBit: number
  readonly organisationId: OrganisationId | null
  readonly detail: string
  readonly startsOn: Day
  readonly saidBy: Verifier | null
}

export async function insertStart(tx: Tx, personId: PersonId, start: NewStart): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into agreed_start (partnership_id, id, person_id, origin_person_id, class, code, organisation_id, detail, starts_on, first_day, said_by, recorded_at,
       recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      ...[tx.acting.partnershipId, id, personId, start.classBit, start.code, start.organisationId, start.detail],
      ...[start.startsOn, start.saidBy, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Answers a start as it was seen. Returns how many: none when it was changed since. */
export async function updateStart(
  tx: Tx,
  start: Pick<AgreedStart, 'rowId' | 'personId' | 'version'>,
  to:
    | { readonly state: Exclude<StartState, 'awaited'>; readonly by: Verifier | null }
    | { readonly startsOn: Day; readonly by: Verifier | null },
): Promise<number> {
  const isOver = 'state' in to
  const found = await query(
    tx,
    `update agreed_start set state = coalesce($5, state), over_on = $6, answered_by = $7, starts_on = coalesce($8::date, starts_on),
       times_moved = times_moved + case when $8::date is null then 0 else 1 end, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and version = $4 and over_on is null and sealed_at is null returning id`,
    [
      ...[tx.acting.partnershipId, start.personId, start.rowId, start.version],
      ...[isOver ? to.state : null, isOver ? tx.acting.today : null, to.by, isOver ? null : to.startsOn],
    ],
  )
  return found.length
}

/** A start with its class, who wrote it down and when, as far as the caller may see it. */
export async function findStartFiled(
  tx: Tx,
  personId: PersonId,
  id: RowId,
): Promise<{ code: string; startsOn: Day; classBit: number; filedBy: AccountId | null; filedAt: Instant } | undefined> {
  const [row] = await query<{
    code: string
    startsOn: Day
    classBit: number
    filedBy: AccountId | null
    filedAt: Instant
  }>(
    tx,
    `select code, starts_on as "startsOn", class as "classBit", recorded_by as "filedBy", recorded_at as "filedAt" from agreed_start
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null`,
    [tx.acting.partnershipId, personId, id],
  )
  return row
}

/** Takes a start off view (K9). As the house. */
export const updateStartSealed = sealedIn('agreed_start')
