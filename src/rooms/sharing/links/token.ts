/** The secret parts of a link: an address nobody guesses, and a code told by another way. */
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { PartnershipId } from '#ground/ids.ts'
import { hashToken } from '#rooms/identity/index.ts'

const ID_BYTES = 16
const SECRET_BYTES = 32
const CODE_FIGURES = 6

/** A token: in which partnership it is to be looked for, and 256 bits of chance. It names nobody. */
export function newLinkToken(partnershipId: PartnershipId): string {
  const id = Buffer.from(partnershipId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url')
}

/** Where a token is to be looked for; undefined for what is no token. */
export function partnershipIn(token: string): PartnershipId | undefined {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== ID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) return undefined
  const hex = bytes.subarray(0, ID_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as PartnershipId
}

/** Six figures, to be said aloud. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_FIGURES)).padStart(CODE_FIGURES, '0')
}

/** A code as it is kept: with its link's token, without which it is worth nothing. Spaces and dashes do not matter. */
export function hashCode(token: string, typed: string): Buffer {
  return hashToken(`code:${token}:${typed.replaceAll(/\D/g, '')}`)
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
