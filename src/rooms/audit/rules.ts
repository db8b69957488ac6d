/** What is hashed and signed, to the byte. Changing anything here breaks every proof already given: make a new epoch. */
import { createHash } from 'node:crypto'
import type { AuditEvent, Root } from './event.ts'

/** SHA-256(salt || payload text): stands in the header, so that payload and salt can be erased and the proof kept. */
export function hashPayload(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload, 'utf8').digest()
}

/** The bytes of an event's leaf: a JSON array of its header in a fixed order. */
export function leafBytes(event: AuditEvent): Buffer {
  return Buffer.from(
    JSON.stringify([
      'connexions-audit-1',
      event.partnershipId,
      event.id,
      event.at,
      event.actorKind,
      event.actorId,
      event.organisationId,
      event.action,
      event.outcome,
      event.personIds,
      event.targetId,
      event.requestId,
      event.payloadHash.toString('hex'),
    ]),
    'utf8',
  )
}

/** The bytes that are signed and that the next root chains to. */
export function rootBytes(root: Root): Buffer {
  return Buffer.from(
    JSON.stringify([
      'connexions-root-1',
      root.partnershipId,
      root.epoch,
      root.size,
      root.rootHash.toString('hex'),
      root.previousHash.toString('hex'),
      root.madeAt,
      root.keyId,
      root.reason,
    ]),
    'utf8',
  )
}

/** What the next root calls this one. */
export function chainHash(root: Root): Buffer {
  return createHash('sha256').update(rootBytes(root)).digest()
}

/** Root text for an outside anchor: partnership, epoch, size and hash, in one line that can be printed or mailed. */
export function anchorText(root: Root): string {
  return `${root.partnershipId}:${root.epoch}:${root.size}:${root.rootHash.toString('hex')}`
}

/** Reads what `anchorText` wrote; undefined when it is not that. */
export function readAnchor(
  text: string,
): { partnershipId: string; epoch: number; size: number; rootHash: Buffer } | undefined {
  const parts = /^([0-9a-f-]{36}):(\d{1,9}):(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim())
  if (!parts?.[1] || !parts[4]) return undefined
  return {
    partnershipId: parts[1],
    epoch: Number(parts[2]),
    size: Number(parts[3]),
    rootHash: Buffer.from(parts[4], 'hex'),
  }
}
