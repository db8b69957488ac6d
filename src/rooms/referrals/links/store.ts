/** What was said to letters, and the letter as the other end reads it. */
import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type RowId } from '#ground/ids.ts'
import type { Part, Referral } from '../referral.ts'
import type { Said, Say } from './say.ts'

/** What was said to a letter, the first first, as far as the caller may see it. */
export function listSays(tx: Tx, referralId: RowId): Promise<Say[]> {
  return query<Say>(
    tx,
    `select s.id as "rowId", s.link_id as "linkId", s.said_on as "saidOn", s.say, s.part, s.words, s.stamp from referral_say s
     where s.partnership_id = $1 and s.referral_id = $2 order by s.recorded_at, s.id limit 100`,
    [tx.acting.partnershipId, referralId],
  )
}

/** Keeps what was said by a link, once. Returns how many: none when that link had been answered. */
export async function insertSay(
  tx: Tx,
  of: Pick<Referral, 'rowId' | 'personId' | 'originPersonId' | 'classBit'>,
  said: Said & { readonly linkId: RowId | null; readonly stamp: string },
): Promise<number> {
  const rows = await query(
    tx,
    `insert into referral_say (partnership_id, id, person_id, origin_person_id, class, referral_id, link_id, said_on, say, part, words, stamp, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (partnership_id, link_id) where link_id is not null do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, of.originPersonId, of.classBit, of.rowId],
      ...[said.linkId, tx.acting.today, said.say, said.part, said.words, said.stamp, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/**
 * The letter as whoever it is sent to reads it, in no order. As the house: what the sender's side sees of it may be less. How to reach somebody whose whereabouts are
 * protected now is in no letter (K4).
 */
export function listReceivable(worker: Tx, referralId: RowId): Promise<Part[]> {
  return query<Part>(
    worker,
    `select p.part, p.class as "classBit", p.lines from referral_part p
     where p.partnership_id = $1 and p.referral_id = $2 and p.replaced_at is null and p.sealed_at is null
       and (p.class & 2 = 0 or not exists (select 1 from access_barrier b
         where b.partnership_id = p.partnership_id and b.person_id = p.person_id and b.kind = 'whereabouts'
           and b.started_at <= $3 and (b.ended_at is null or b.ended_at > $3)))`,
    [worker.acting.partnershipId, referralId, worker.acting.at],
  )
}
