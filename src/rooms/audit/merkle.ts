/** Merkle trees as RFC 6962 section 2.1 draws them: leaves and nodes hash with different first bytes. */
import { createHash } from 'node:crypto'

/** SHA-256 of nothing: the root of an empty tree. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

/** Hash of a leaf's bytes: SHA-256(00 || data). */
export function hashLeaf(data: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(data).digest()
}

/** Hash of two children: SHA-256(01 || left || right). */
export function hashNode(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

/**
 * A tree that grows by one leaf at a time and remembers only its frontier: the roots of the perfect subtrees, largest
 * first, as many as `size` has one-bits. That is all that is needed to go on or to tell the root.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Buffer[] }

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] }

/** The tree with one more leaf. */
export function append(frontier: Frontier, leafHash: Buffer): Frontier {
  const peaks = [...frontier.peaks]
  let carried = leafHash
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    const left = peaks.pop()
    if (left === undefined) throw new Error('frontier does not fit its size')
    carried = hashNode(left, carried)
  }
  return { size: frontier.size + 1, peaks: [...peaks, carried] }
}

/** The root hash of the tree. */
export function rootOf(frontier: Frontier): Buffer {
  const [last, ...rest] = frontier.peaks.toReversed()
  if (last === undefined) return EMPTY_ROOT
  return rest.reduce((right, left) => hashNode(left, right), last)
}

/** Frontier to one buffer (32 bytes a peak) and back; throws a RangeError when the length cannot be right. */
export function packPeaks(peaks: readonly Buffer[]): Buffer {
  return Buffer.concat(peaks)
}

export function unpackPeaks(size: number, packed: Buffer): Frontier {
  const count = size.toString(2).replaceAll('0', '').length
  if (packed.length !== count * 32) throw new RangeError('frontier does not fit its size')
  return { size, peaks: Array.from({ length: count }, (_, i) => packed.subarray(i * 32, i * 32 + 32)) }
}
