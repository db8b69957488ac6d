import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Referral } from '../referral.ts'
import type { Objection, ObjectionState } from './objection.ts'

/** Objections to a referral, the first first, as far as the caller may see them. */
export function listObjections(tx: Tx, referralId: RowId): Promise<Objection[]> {
  return query<Objection>(
    tx,
    `select o.id as "rowId", o.link_id as "linkId", o.raised_on as "raisedOn", o.words, o.state, o.due_on as "dueOn", o.answer_words as "answerWords",
       o.answered_by as "answeredBy", o.answered_on as "answeredOn"
     from referral_objection o where o.partnership_id = $1 and o.referral_id = $2 order by o.recorded_at, o.id limit 50`,
    [tx.acting.partnershipId, referralId],
  )
}

export async function insertObjection(
  tx: Tx,
  of: Pick<Referral, 'rowId' | 'personId' | 'originPersonId' | 'classBit'>,
  said: { readonly words: string; readonly linkId: RowId | null; readonly dueOn: Day },
): Promise<void> {
  await query(
    tx,
    `insert into referral_objection (partnership_id, id, person_id, origin_person_id, class, referral_id, link_id, raised_on, words, due_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, of.originPersonId, of.classBit, of.rowId],
      ...[said.linkId, tx.acting.today, said.words, said.dueOn, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Closes the open objection to a referral. As the house: whoever brought the referral to its end may not see it. Returns how many. */
export async function updateObjectionClosed(
  worker: Tx,
  referralId: RowId,
  closed: { readonly state: Exclude<ObjectionState, 'open'>; readonly words: string; readonly by: AccountId | null },
): Promise<number> {
  const rows = await query(
    worker,
    `update referral_objection set state = $3, answer_words = $4, answered_by = $5, answered_on = $6, due_on = null
     where partnership_id = $1 and referral_id = $2 and state = 'open' returning 1`,
    [
      ...[worker.acting.partnershipId, referralId, closed.state, closed.words, closed.by],
      closed.by === null ? null : worker.acting.today,
    ],
  )
  return rows.length
}

export type DueObjection = Pick<
  Referral,
  'rowId' | 'personId' | 'classBit' | 'sentFor' | 'toId' | 'teamId' | 'workerId'
> & {
  readonly objectionId: RowId
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/** Objections that were to be answered before today and of which somebody is still to be told. As the house, by the clock. */
export function listDueObjections(worker: Tx, most: number, since: Day): Promise<DueObjection[]> {
  return query<DueObjection>(
    worker,
    `select o.id as "objectionId", r.id as "rowId", r.person_id as "personId", r.class as "classBit", r.sent_for as "sentFor", r.to_id as "toId",
       r.team_id as "teamId", r.worker_id as "workerId", o.due_on as "dueOn", o.chased_at is not null as "isChased", o.escalated_at is not null as "isEscalated"
     from referral_objection o join referral r on r.partnership_id = o.partnership_id and r.id = o.referral_id
     join person p on p.partnership_id = o.partnership_id and p.id = o.person_id and p.died_on is null
     where o.partnership_id = $1 and o.due_on < $2 and o.sealed_at is null and o.escalated_at is null and (o.chased_at is null or o.due_on <= $4)
     order by o.due_on, o.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that an answer is late. As the house. */
export const updateObjectionChased = chasedIn('referral_objection')
