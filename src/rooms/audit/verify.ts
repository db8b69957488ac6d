/** Proves the log: every sealed event is there, unchanged, in its place, under roots signed and chained. */
import type { Tx } from '#ground/database/tx.ts'
import type { SignedRoot } from './event.ts'
import { isSignedBy, type SigningKey } from './key.ts'
import { append, EMPTY_FRONTIER, type Frontier, hashLeaf, rootOf } from './merkle.ts'
import { chainHash, hashPayload, leafBytes, readAnchor } from './rules.ts'
import { countNeverSealed, countPending, listLeaves, listRoots, type SealedLeaf } from './store.ts'

export type Fault =
  | 'event-missing'
  | 'event-changed'
  | 'payload-changed'
  | 'position-missing'
  | 'root-does-not-match'
  | 'root-missing'
  | 'frontier-wrong'
  | 'signature-wrong'
  | 'chain-broken'
  | 'never-sealed'
  | 'anchor-not-met'
  | 'anchor-unreadable'

export type Finding = {
  readonly fault: Fault
  readonly epoch: number | null
  readonly position: number | null
  readonly count: number
}

export type Verdict = {
  readonly findings: readonly Finding[]
  readonly sealed: number
  readonly waiting: number
  /** Payloads erased under retention: their events still stand. */
  readonly erased: number
  readonly roots: number
  readonly lastRoot: SignedRoot | undefined
}

const CHUNK = 5000
const NOTHING_BEFORE = Buffer.alloc(32)

/**
 * Verifies the acting partnership's whole log. Runs as the worker, in one snapshot (a repeatable-read transaction).
 * @param since an anchor kept outside (`anchorText`): without one, a log cut off at a root, or rewritten by the holder
 *   of the key, cannot be told from a shorter true one
 */
export async function verifyLog(tx: Tx, key: SigningKey, since?: string): Promise<Verdict> {
  const roots = await listRoots(tx)
  const findings: Finding[] = []
  let sealed = 0
  let erased = 0
  for (const epoch of new Set(roots.map(r => r.epoch))) {
    const walked = await walkEpoch(
      tx,
      epoch,
      roots.filter(r => r.epoch === epoch),
    )
    findings.push(...walked.findings)
    sealed += walked.sealed
    erased += walked.erased
  }
  findings.push(...checkChain(roots, key))
  const lost = await countNeverSealed(tx)
  if (lost > 0) findings.push({ fault: 'never-sealed', epoch: null, position: null, count: lost })
  if (since !== undefined) findings.push(...checkAnchor(roots, since, tx.acting.partnershipId))
  return { findings, sealed, waiting: await countPending(tx), erased, roots: roots.length, lastRoot: roots.at(-1) }
}

async function walkEpoch(tx: Tx, epoch: number, roots: readonly SignedRoot[]) {
  const findings: Finding[] = []
  const byEnd = new Map(roots.map(root => [root.size, root]))
  let tree: Frontier = EMPTY_FRONTIER
  let erased = 0
  for (;;) {
    const leaves = await listLeaves(tx, epoch, tree.size, CHUNK)
    if (leaves.length === 0) break
    for (const leaf of leaves) {
      if (leaf.position !== tree.size) {
        // A gap shifts every later leaf: say it once, here, and stop the epoch.
        findings.push({ fault: 'position-missing', epoch, position: tree.size, count: leaf.position - tree.size })
        return { findings, sealed: tree.size, erased }
      }
      const fault = checkLeaf(leaf)
      if (fault) findings.push({ fault, epoch, position: leaf.position, count: 1 })
      if (!leaf.payload) erased += 1
      tree = append(tree, leaf.event ? hashLeaf(leafBytes(leaf.event)) : leaf.leafHash)
      const root = byEnd.get(tree.size)
      if (root && !root.rootHash.equals(rootOf(tree)))
        findings.push({ fault: 'root-does-not-match', epoch, position: tree.size, count: 1 })
      else if (root && !Buffer.concat([...root.frontier]).equals(Buffer.concat([...tree.peaks])))
        findings.push({ fault: 'frontier-wrong', epoch, position: tree.size, count: 1 })
    }
  }
  const last = roots.at(-1)
  if (last && last.size > tree.size)
    findings.push({ fault: 'position-missing', epoch, position: tree.size, count: last.size - tree.size })
  if ((last?.size ?? 0) < tree.size)
    findings.push({ fault: 'root-missing', epoch, position: last?.size ?? 0, count: tree.size - (last?.size ?? 0) })
  return { findings, sealed: tree.size, erased }
}

function checkLeaf(leaf: SealedLeaf): Fault | undefined {
  if (!leaf.event) return 'event-missing'
  if (!hashLeaf(leafBytes(leaf.event)).equals(leaf.leafHash)) return 'event-changed'
  if (leaf.payload && !hashPayload(leaf.payload.salt, leaf.payload.text).equals(leaf.event.payloadHash))
    return 'payload-changed'
  return undefined
}

function checkChain(roots: readonly SignedRoot[], key: SigningKey): Finding[] {
  return roots.flatMap((root, i) => {
    const before = roots[i - 1]
    const expected = before ? chainHash(before) : NOTHING_BEFORE
    const found: Finding[] = []
    const at = { epoch: root.epoch, position: root.size, count: 1 }
    if (!isSignedBy(root, key)) found.push({ fault: 'signature-wrong', ...at })
    if (!root.previousHash.equals(expected)) found.push({ fault: 'chain-broken', ...at })
    return found
  })
}

function checkAnchor(roots: readonly SignedRoot[], since: string, partnershipId: string): Finding[] {
  const anchor = readAnchor(since)
  if (!anchor) return [{ fault: 'anchor-unreadable', epoch: null, position: null, count: 1 }]
  const met = roots.some(
    r =>
      r.partnershipId === anchor.partnershipId &&
      r.epoch === anchor.epoch &&
      r.size === anchor.size &&
      r.rootHash.equals(anchor.rootHash),
  )
  const ours = anchor.partnershipId === partnershipId
  return met && ours ? [] : [{ fault: 'anchor-not-met', epoch: anchor.epoch, position: anchor.size, count: 1 }]
}
