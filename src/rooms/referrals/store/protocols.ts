import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId, type RowId } from '#ground/ids.ts'
import type { Protocol, ProtocolContent, ProtocolReview } from '../referral.ts'

const COLUMNS = `p.id, p.from_id as "fromId", p.to_id as "toId", p.team_id as "teamId", p.purpose, p.basis, p.law, p.condition, p.classes,
  p.answer_days as "answerDays", p.start_days as "startDays", p.report_days as "reportDays", p.started_on as "startedOn", p.review_on as "reviewOn",
  p.ended_on as "endedOn", p.stages, p.version`

/** Every protocol, those in force first, by the names of the agencies. */
export function listProtocols(tx: Tx): Promise<Protocol[]> {
  return query<Protocol>(
    tx,
    `select ${COLUMNS} from referral_protocol p
     join organisation f on f.partnership_id = p.partnership_id and f.id = p.from_id
     join organisation t on t.partnership_id = p.partnership_id and t.id = p.to_id
     where p.partnership_id = $1 order by p.ended_on is not null, t.sort_key, f.sort_key, p.id`,
    [tx.acting.partnershipId],
  )
}

/** What an agency may refer under: in force, to agencies that are open. */
export function listProtocolsFrom(tx: Tx, fromId: OrganisationId): Promise<Protocol[]> {
  return query<Protocol>(
    tx,
    `select ${COLUMNS} from referral_protocol p join organisation t on t.partnership_id = p.partnership_id and t.id = p.to_id and t.state = 'open'
     where p.partnership_id = $1 and p.from_id = $2 and p.ended_on is null order by t.sort_key, p.purpose, p.id`,
    [tx.acting.partnershipId, fromId],
  )
}

export async function findProtocol(tx: Tx, id: RowId): Promise<Protocol | undefined> {
  const [row] = await query<Protocol>(
    tx,
    `select ${COLUMNS} from referral_protocol p where p.partnership_id = $1 and p.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** Whether the two agencies have another one in force for the same. */
export async function isProtocolTaken(
  tx: Tx,
  wanted: Pick<ProtocolContent, 'fromId' | 'toId' | 'purpose'>,
  but: RowId | null,
): Promise<boolean> {
  const rows = await query(
    tx,
    `select 1 from referral_protocol where partnership_id = $1 and from_id = $2 and to_id = $3 and lower(purpose) = lower($4)
       and ended_on is null and id is distinct from $5`,
    [tx.acting.partnershipId, wanted.fromId, wanted.toId, wanted.purpose, but],
  )
  return rows.length > 0
}

export async function insertProtocol(tx: Tx, p: ProtocolContent): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into referral_protocol (partnership_id, id, from_id, to_id, team_id, purpose, basis, law, condition, classes, answer_days, start_days,
       report_days, started_on, review_on, recorded_at, recorded_by, stages)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[tx.acting.partnershipId, id, p.fromId, p.toId, p.teamId, p.purpose, p.basis, p.law, p.condition, p.classes],
      ...[p.answerDays, p.startDays, p.reportDays, tx.acting.today, p.reviewOn, tx.acting.at, tx.acting.actorId],
      [...p.stages],
    ],
  )
  return id
}

/** Changes a protocol in force that the editor saw in a version; between whom it is stays. Returns 0 when somebody saved in between. */
export async function updateProtocol(tx: Tx, id: RowId, p: ProtocolContent, version: number): Promise<number> {
  const rows = await query(
    tx,
    `update referral_protocol set team_id = $3, purpose = $4, basis = $5, law = $6, condition = $7, classes = $8, answer_days = $9, start_days = $10,
       report_days = $11, chased_at = case when review_on is distinct from $12::date then null else chased_at end, review_on = $12::date, stages = $14,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $13 and ended_on is null returning 1`,
    [
      ...[tx.acting.partnershipId, id, p.teamId, p.purpose, p.basis, p.law, p.condition, p.classes],
      ...[p.answerDays, p.startDays, p.reportDays, p.reviewOn, version],
      [...p.stages],
    ],
  )
  return rows.length
}

/** Ends a protocol. Returns how many it was. */
export async function updateProtocolEnd(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update referral_protocol set ended_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and ended_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

/** It was looked at and stands until another day. Returns 0 when somebody changed it in between, or it has ended. */
export async function updateReviewed(
  tx: Tx,
  id: RowId,
  review: { readonly words: string; readonly reviewOn: Day },
  version: number,
): Promise<number> {
  const rows = await query(
    tx,
    `update referral_protocol set review_on = $3, chased_at = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $4 and ended_on is null returning 1`,
    [tx.acting.partnershipId, id, review.reviewOn, version],
  )
  if (rows.length === 0) return 0
  await query(
    tx,
    `insert into referral_protocol_review (partnership_id, id, protocol_id, reviewed_on, words, review_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), id, tx.acting.today, review.words, review.reviewOn],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** When an agreement was looked at, newest first. */
export function listReviews(tx: Tx, id: RowId): Promise<ProtocolReview[]> {
  return query<ProtocolReview>(
    tx,
    `select reviewed_on as "reviewedOn", words, review_on as "reviewOn", recorded_by as by from referral_protocol_review
     where partnership_id = $1 and protocol_id = $2 order by reviewed_on desc, id desc limit 20`,
    [tx.acting.partnershipId, id],
  )
}

/** Agreements in force that are to be looked at by a day, of which nobody was told, noted as told. As the house, by the clock. */
export async function takeUnreviewed(worker: Tx, by: Day): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `update referral_protocol set chased_at = $3 where partnership_id = $1 and ended_on is null and chased_at is null and review_on <= $2 returning id`,
    [worker.acting.partnershipId, by, worker.acting.at],
  )
  return rows.map(row => row.id)
}
