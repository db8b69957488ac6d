import { createHash } from 'node:crypto'

/** The fingerprint of a header: the same columns in the same order are read the same way. */
export function headerHash(columns: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(columns)).digest()
}
