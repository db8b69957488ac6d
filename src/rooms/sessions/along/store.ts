import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { AlongAnswer, Companion, JoinedTo } from './companion.ts'

/** Colleagues who are to come along to some meetings, in the order they were asked, as far as the caller may see it. */
export async function listCompanions(tx: Tx, appointmentIds: readonly RowId[]): Promise<Companion[]> {
  if (appointmentIds.length === 0) return []
  const found = await sql<Companion>`
    select k.id as "rowId", k.appointment_id as "appointmentId", k.person_id as "personId", k.account_id as "accountId", k.state, k.words, k.version
    from appointment_companion k
    where k.partnership_id = ${tx.acting.partnershipId} and k.appointment_id = any(${[...appointmentIds]}::uuid[]) and k.state <> 'off'
      and k.sealed_at is null
    order by k.id`.execute(tx.db)
  return found.rows
}

/** Meetings from a day on one account comes along to, or is asked to, as far as the caller may see them. Asked of this table alone: mostly there is none. */
export async function listJoinedTo(tx: Tx, accountId: AccountId, from: Day): Promise<JoinedTo[]> {
  const found = await sql<JoinedTo>`
    select k.appointment_id as "appointmentId", k.on_day as "onDay", k.state from appointment_companion k
    where k.partnership_id = ${tx.acting.partnershipId} and k.account_id = ${accountId} and k.on_day >= ${from} and k.state in ('asked', 'coming')
      and k.sealed_at is null
    order by k.on_day, k.id limit 2000`.execute(tx.db)
  return found.rows
}

/** Asks a colleague to come along to a meeting, or asks anew whoever was taken off. */
export async function insertAsked(tx: Tx, appointmentId: RowId, accountId: AccountId): Promise<void> {
  const { partnershipId, at, actorId } = tx.acting
  await sql`
    insert into appointment_companion (partnership_id, id, person_id, origin_person_id, class, appointment_id, account_id, on_day, recorded_at, recorded_by)
    select a.partnership_id, ${newId(at)}::uuid, a.person_id, a.person_id, a.class, a.id, ${accountId}::uuid, a.on_day, ${at}::timestamptz, ${actorId}::uuid
    from appointment a where a.partnership_id = ${partnershipId} and a.id = ${appointmentId}
    on conflict (partnership_id, appointment_id, account_id) do update set state = 'asked', words = '', answered_at = null,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, version = appointment_companion.version + 1`.execute(
    tx.db,
  )
}

/** Takes colleagues off a meeting. */
export async function updateOff(tx: Tx, appointmentId: RowId, accountIds: readonly AccountId[]): Promise<void> {
  await sql`
    update appointment_companion set state = 'off', answered_at = null, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and appointment_id = ${appointmentId} and account_id = any(${[...accountIds]}::uuid[])
      and state <> 'off'`.execute(tx.db)
}

/** Of another day or time nobody has said yes or no, but whoever moved it. */
export async function updateAskedAnew(tx: Tx, appointmentId: RowId): Promise<void> {
  await sql`
    update appointment_companion set state = 'asked', words = '', answered_at = null, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and appointment_id = ${appointmentId} and state <> 'off'
      and account_id is distinct from ${tx.acting.actorId}::uuid`.execute(tx.db)
}

/** Keeps what a colleague answers to what they saw; false when they were asked anew since, or taken off. */
export async function updateAnswer(
  tx: Tx,
  seen: Pick<Companion, 'rowId' | 'version'>,
  answer: { readonly state: AlongAnswer; readonly words: string },
): Promise<boolean> {
  const updated = await sql`
    update appointment_companion set state = ${answer.state}, words = ${answer.words}, answered_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${seen.rowId} and version = ${seen.version} and state <> 'off'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0) > 0
}
