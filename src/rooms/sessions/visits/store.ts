import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import { hold } from '#ground/database/hold.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { EndedHow, NearMiss, Visit, VisitPlan } from './visit.ts'

const COLUMNS = sql`v.id as "rowId", v.appointment_id as "appointmentId", v.account_id as "accountId", v.buddy_id as "buddyId", v.looked_at as "lookedAt",
  v.goes, v.companion, v.whereabouts, v.reach, v.phrase, v.back_by as "backBy", v.alarm_minutes as "alarmMinutes", v.out_at as "outAt",
  v.ended_at as "endedAt", v.ended_how as "endedHow", v.ended_by as "endedBy", v.ended_words as "endedWords", v.buddy_told_at as "buddyToldAt",
  v.leader_told_at as "leaderToldAt", v.version`

export async function insertVisit(
  tx: Tx,
  of: { readonly appointmentId: RowId; readonly accountId: AccountId },
  p: VisitPlan,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into lone_visit (partnership_id, id, appointment_id, account_id, buddy_id, looked_at, goes, companion, whereabouts, reach, phrase, back_by,
      alarm_minutes, made_at, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${of.appointmentId}, ${of.accountId}, ${p.buddyId}, ${[...p.lookedAt]}::text[], ${p.goes}, ${p.companion},
      ${p.whereabouts}, ${p.reach}, ${p.phrase}, ${p.backBy}, ${p.alarmMinutes}, ${tx.acting.at}, ${tx.acting.actorId})`.execute(
    tx.db,
  )
  return id
}

/** Visits of the partnership, as far as they are wanted. */
async function visitsWhere(tx: Tx, wanted: RawBuilder<unknown>): Promise<Visit[]> {
  const found = await sql<Visit>`
    select ${COLUMNS} from lone_visit v where v.partnership_id = ${tx.acting.partnershipId} and ${wanted}`.execute(
    tx.db,
  )
  return found.rows
}

export async function findVisit(tx: Tx, id: RowId): Promise<Visit | undefined> {
  return (await visitsWhere(tx, sql`v.id = ${id}`))[0]
}

/** The visit somebody goes on to an appointment, which is not over. */
export async function findOpenVisit(tx: Tx, appointmentId: RowId, accountId: AccountId): Promise<Visit | undefined> {
  return (await listOpenVisitsTo(tx, appointmentId)).find(visit => visit.accountId === accountId)
}

/** Visits to an appointment that are not over, whoever goes. */
export function listOpenVisitsTo(tx: Tx, appointmentId: RowId): Promise<Visit[]> {
  return visitsWhere(tx, sql`v.appointment_id = ${appointmentId} and v.ended_at is null`)
}

/** Plans to one appointment are written one after the other: sent twice, it is one. */
export async function holdVisits(tx: Tx, appointmentId: RowId): Promise<void> {
  await hold(tx, 'visit', appointmentId)
}

/** What somebody planned last: most of it is the same the next time. */
export async function findLastPlan(tx: Tx, accountId: AccountId): Promise<Visit | undefined> {
  return (await visitsWhere(tx, sql`v.account_id = ${accountId} order by v.made_at desc limit 1`))[0]
}

/** Visits that are not over and those that ended since a moment, the first to be back first: one's own, and those one waits to hear of. */
export function listVisitsOf(tx: Tx, accountId: AccountId, since: Instant): Promise<Visit[]> {
  return visitsWhere(
    tx,
    sql`(v.account_id = ${accountId} or v.buddy_id = ${accountId}) and (v.ended_at is null or v.ended_at >= ${since})
      order by v.ended_at is not null, v.back_by, v.id limit 200`,
  )
}

/** One's own visits that are not over, the first to be back first. */
export function listOwnVisits(tx: Tx, accountId: AccountId): Promise<Visit[]> {
  return visitsWhere(tx, sql`v.account_id = ${accountId} and v.ended_at is null order by v.back_by, v.id limit 20`)
}

/** Everybody's visits that are not over. */
export function listOpenVisits(tx: Tx): Promise<Visit[]> {
  return visitsWhere(tx, sql`v.ended_at is null order by v.back_by, v.id limit 500`)
}

/** Ids of visits nobody was heard of by now. */
export async function listOverdueVisits(worker: Tx): Promise<RowId[]> {
  const found = await sql<{ id: RowId }>`
    select id from lone_visit
    where partnership_id = ${worker.acting.partnershipId} and ended_at is null and back_by <= ${worker.acting.at}
      and (buddy_told_at is null or leader_told_at is null) order by back_by, id`.execute(worker.db)
  return found.rows.map(row => row.id)
}

/** A visit, held to the end of the transaction; undefined where another holds it. */
export async function holdVisit(worker: Tx, id: RowId): Promise<Visit | undefined> {
  return (await visitsWhere(worker, sql`v.id = ${id} for update skip locked`))[0]
}

/** Whether a visit was changed: not when it is over. */
async function changed(tx: Tx, id: RowId, sets: RawBuilder<unknown>, but = sql`true`): Promise<boolean> {
  const updated = await sql`
    update lone_visit set ${sets}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and ended_at is null and ${but}`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0) > 0
}

/** Until when somebody is waited for from now on: who was told already is told again when nothing is heard then either. */
const waitedFor = (backBy: Instant) => sql`back_by = ${backBy}, buddy_told_at = null, leader_told_at = null`

/** Says that somebody goes in, and until when they are waited for now; false when they said so before. */
export function updateOut(tx: Tx, id: RowId, backBy: Instant): Promise<boolean> {
  return changed(tx, id, sql`out_at = ${tx.acting.at}, ${waitedFor(backBy)}`, sql`out_at is null`)
}

/** Puts off when one is to be back. */
export function updateBackBy(tx: Tx, id: RowId, backBy: Instant): Promise<boolean> {
  return changed(tx, id, waitedFor(backBy))
}

/** Plans a visit anew. */
export function updatePlan(tx: Tx, id: RowId, p: VisitPlan): Promise<boolean> {
  return changed(
    tx,
    id,
    sql`buddy_id = ${p.buddyId}, looked_at = ${[...p.lookedAt]}::text[], goes = ${p.goes}, companion = ${p.companion}, whereabouts = ${p.whereabouts},
      reach = ${p.reach}, phrase = ${p.phrase}, alarm_minutes = ${p.alarmMinutes}, ${waitedFor(p.backBy)}`,
  )
}

export function updateEnded(tx: Tx, id: RowId, how: EndedHow, words: string): Promise<boolean> {
  return changed(
    tx,
    id,
    sql`ended_at = ${tx.acting.at}, ended_how = ${how}, ended_by = ${tx.acting.actorId}, ended_words = ${words}`,
  )
}

export async function updateTold(worker: Tx, id: RowId, who: 'buddy' | 'leader'): Promise<void> {
  await sql`
    update lone_visit set ${sql.ref(who === 'buddy' ? 'buddy_told_at' : 'leader_told_at')} = ${worker.acting.at}, version = version + 1
    where partnership_id = ${worker.acting.partnershipId} and id = ${id}`.execute(worker.db)
}

export async function insertNearMiss(
  tx: Tx,
  accountId: AccountId,
  n: { readonly happenedOn: Day; readonly what: string; readonly learned: string },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into near_miss (partnership_id, id, happened_on, what, learned, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${id}, ${n.happenedOn}, ${n.what}, ${n.learned}, ${tx.acting.at}, ${accountId})`.execute(
    tx.db,
  )
  return id
}

/** What nearly went wrong, the latest first. */
export async function listNearMisses(tx: Tx): Promise<NearMiss[]> {
  const found = await sql<NearMiss>`
    select id as "rowId", happened_on as "happenedOn", what, learned, recorded_by as "recordedBy" from near_miss
    where partnership_id = ${tx.acting.partnershipId} order by happened_on desc, id desc limit 200`.execute(tx.db)
  return found.rows
}
