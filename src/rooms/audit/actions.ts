import { randomBytes } from 'node:crypto'
import type { Tx } from '#ground/database/tx.ts'
import { newId } from '#ground/ids.ts'
import type { AuditEvent, Happening, Root, SignedRoot } from './event.ts'
import { type SigningKey, signRoot } from './key.ts'
import { append, EMPTY_FRONTIER, hashLeaf, packPeaks, rootOf } from './merkle.ts'
import { chainHash, hashPayload, leafBytes } from './rules.ts'
import { findLastRoot, insertEvent, listPending, lockSealing, saveSeal } from './store.ts'

const NO_ROOT_BEFORE = Buffer.alloc(32)
/** At most so many events in one seal (DESIGN section 4). */
export const SEAL_BATCH = 1000

/**
 * Writes down that something was done or seen, in the transaction that does it. Who and when come from the transaction.
 * @returns the event, already in the transaction
 */
export async function record(tx: Tx, happening: Happening): Promise<AuditEvent> {
  const { viewer, reason } = tx.acting
  const payload = JSON.stringify({
    ...(reason ? { reason } : {}),
    ...(viewer ? { as: tx.acting.actorId } : {}),
    ...happening.payload,
  })
  const salt = randomBytes(32)
  const event: AuditEvent = {
    partnershipId: tx.acting.partnershipId,
    id: newId(tx.acting.at),
    at: tx.acting.at,
    actorKind: tx.acting.actorKind,
    actorId: viewer ? viewer.accountId : tx.acting.actorId,
    organisationId: viewer ? viewer.organisationId : tx.acting.organisationId,
    action: happening.action,
    outcome: happening.outcome ?? 'done',
    personIds: [...new Set(happening.about)],
    targetId: happening.target ?? null,
    requestId: tx.acting.requestId,
    payloadHash: hashPayload(salt, payload),
  }
  await insertEvent(tx, event, salt, payload)
  tx.recorded.count += 1
  return event
}

/**
 * Seals up to SEAL_BATCH waiting events of the acting partnership: each gets its leaf position, and a signed root over
 * all leaves so far is chained to the last. An event that commits late is simply in a later batch. Runs as the worker.
 * @returns how many were sealed; 0 when none waited
 */
export async function sealPending(tx: Tx, key: SigningKey): Promise<number> {
  await lockSealing(tx)
  const events = await listPending(tx, SEAL_BATCH)
  if (events.length === 0) return 0
  const last = await findLastRoot(tx)
  await saveOver(tx, key, last, events, null)
  return events.length
}

/**
 * Begins a new epoch after a restore: its first root is over nothing, names the reason and chains to the last root
 * of the epoch before.
 */
export async function beginEpoch(tx: Tx, key: SigningKey, reason: string): Promise<Root> {
  await lockSealing(tx)
  const last = await findLastRoot(tx)
  const root: Root = {
    partnershipId: tx.acting.partnershipId,
    epoch: (last?.epoch ?? 0) + 1,
    size: 0,
    rootHash: rootOf(EMPTY_FRONTIER),
    previousHash: last ? chainHash(last) : NO_ROOT_BEFORE,
    madeAt: tx.acting.at,
    keyId: key.id,
    reason,
  }
  await saveSeal(tx, { ...root, signature: signRoot(root, key), frontier: [] }, Buffer.alloc(0), [])
  return root
}

async function saveOver(
  tx: Tx,
  key: SigningKey,
  last: SignedRoot | undefined,
  events: readonly AuditEvent[],
  reason: string | null,
): Promise<void> {
  const epoch = last?.epoch ?? 1
  // Going on from a frontier that was tampered with would spoil every root to come: better to wait and say so.
  if (last && !rootOf({ size: last.size, peaks: last.frontier }).equals(last.rootHash))
    throw new Error('the last root does not fit its frontier: run "connexions audit verify"')
  let frontier = last ? { size: last.size, peaks: last.frontier } : EMPTY_FRONTIER
  const leaves = events.map((event, i) => ({
    position: (last?.size ?? 0) + i,
    eventId: event.id,
    hash: hashLeaf(leafBytes(event)),
  }))
  for (const leaf of leaves) frontier = append(frontier, leaf.hash)
  const root: Root = {
    partnershipId: tx.acting.partnershipId,
    epoch,
    size: frontier.size,
    rootHash: rootOf(frontier),
    previousHash: last ? chainHash(last) : NO_ROOT_BEFORE,
    madeAt: tx.acting.at,
    keyId: key.id,
    reason,
  }
  const signed: SignedRoot = { ...root, signature: signRoot(root, key), frontier: frontier.peaks }
  await saveSeal(tx, signed, packPeaks(frontier.peaks), leaves)
}
