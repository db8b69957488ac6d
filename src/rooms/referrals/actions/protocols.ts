import type { Tx } from '#ground/database/tx.ts'
import { addMonths, type Day, isAfter } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { listColleaguesWho } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { ProtocolContent } from '../referral.ts'
import { checkProtocol, PROTOCOL_MONTHS, type ProtocolTrouble, type StagesTrouble, stagesTrouble } from '../rules.ts'
import {
  findProtocol,
  insertProtocol,
  isProtocolTaken,
  takeUnreviewed,
  updateProtocol,
  updateProtocolEnd,
  updateReviewed,
} from '../store/protocols.ts'

/**
 * Classes of special categories and of offences (UK GDPR articles 9 and 10): besides the ground, a condition of the Data Protection Act
 * 2018, schedule 1, is named for what tells of them.
 */
export const SPECIAL = CLASS_BITS.health | CLASS_BITS.offending | CLASS_BITS.care | CLASS_BITS.immigration

type Trouble = ProtocolTrouble | StagesTrouble | 'taken' | 'closed'

async function troubleWith(tx: Tx, content: ProtocolContent, but: RowId | null): Promise<Trouble | undefined> {
  const organisations = await listOrganisations(tx)
  const own = organisations.find(o => o.kind === 'partnership-service')
  const isOpen = (id: string) => organisations.some(o => o.id === id && o.state === 'open')
  if (!isOpen(content.fromId) || !isOpen(content.toId)) return 'closed'
  const trouble =
    stagesTrouble(content.stages) ??
    checkProtocol(content, { ownId: own?.id, special: SPECIAL, today: tx.acting.today })
  return trouble ?? ((await isProtocolTaken(tx, content, but)) ? 'taken' : undefined)
}

/** Writes down what two agencies agreed. */
export async function addProtocol(tx: Tx, content: ProtocolContent): Promise<Result<RowId, Trouble>> {
  const trouble = await troubleWith(tx, content, null)
  if (trouble) return refused(trouble)
  const id = await insertProtocol(tx, content)
  await record(tx, { action: 'protocol.added', target: id, payload: { ...content } })
  return ok(id)
}

/** Changes a protocol in force; what was sent under it keeps the day that runs; a later step takes the new days. Between whom it is does not change. */
export async function changeProtocol(
  tx: Tx,
  id: RowId,
  wanted: Omit<ProtocolContent, 'fromId' | 'toId'>,
  version: number,
): Promise<Result<null, Trouble | 'unknown' | 'stale'>> {
  const before = await findProtocol(tx, id)
  if (!before || before.endedOn !== null) return refused('unknown')
  const content = { ...wanted, fromId: before.fromId, toId: before.toId }
  const trouble = await troubleWith(tx, content, id)
  if (trouble) return refused(trouble)
  if ((await updateProtocol(tx, id, content, version)) === 0) return refused('stale')
  await record(tx, { action: 'protocol.changed', target: id, payload: { before, after: content } })
  return ok(null)
}

/** Ends a protocol: nothing new is sent under it, and what was sent goes on. */
export async function endProtocol(tx: Tx, id: RowId): Promise<Result<null, 'unknown'>> {
  if ((await updateProtocolEnd(tx, id)) === 0) return refused('unknown')
  await record(tx, { action: 'protocol.ended', target: id })
  return ok(null)
}

export type ReviewTrouble = 'review-ahead' | 'review-far' | 'unknown' | 'stale'

/** Writes down that an agreement was looked at and still stands, and until when. */
export async function reviewProtocol(
  tx: Tx,
  id: RowId,
  review: { readonly words: string; readonly reviewOn: Day },
  version: number,
): Promise<Result<null, ReviewTrouble>> {
  const before = await findProtocol(tx, id)
  if (!before || before.endedOn !== null) return refused('unknown')
  if (!isAfter(review.reviewOn, tx.acting.today)) return refused('review-ahead')
  if (isAfter(review.reviewOn, addMonths(tx.acting.today, PROTOCOL_MONTHS))) return refused('review-far')
  if ((await updateReviewed(tx, id, review, version)) === 0) return refused('stale')
  await record(tx, { action: 'protocol.reviewed', target: id, payload: { before: before.reviewOn, ...review } })
  return ok(null)
}

/** Tells whoever looks after agreements of each that is to be looked at by now, once. By the clock, as the house. Returns how many. */
export async function chaseProtocols(worker: Tx): Promise<number> {
  const late = await takeUnreviewed(worker, worker.acting.today)
  if (late.length === 0) return 0
  const keepers = await listColleaguesWho(worker, 'protocol.manage')
  for (const targetId of late) {
    for (const accountId of new Set(keepers.map(one => one.accountId)))
      await sendNotice(worker, { accountId, kind: 'protocol.review-due', targetId })
    await record(worker, { action: 'protocol.review-due', target: targetId })
  }
  return late.length
}
