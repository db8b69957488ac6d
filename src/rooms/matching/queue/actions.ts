import { createHash } from 'node:crypto'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { RunningJob } from '#ground/jobs/index.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { listPeople } from '#rooms/people/index.ts'
import { alikeTo } from '../actions.ts'
import { pairKey } from '../barriers/store.ts'
import type { Known } from '../weighing/known.ts'
import { findKnown } from '../weighing/store/entries.ts'
import { listActive } from '../weighing/store/models.ts'
import type { Decision, FoundPair, ReviewPair } from './pair.ts'
import { listBehindBarrier, saveDecision, savePairs, takeNextPair } from './store.ts'
import { refreshPairs } from './today.ts'

/** So long a pair is whose who took it. */
const MINUTES = 15
const PEOPLE_AT_A_TIME = 200

type Alike = Awaited<ReturnType<typeof alikeTo>>

/**
 * Looks for people on record who may be one person with each of these, and keeps the pairs for a person to decide. As the house. No
 * pair with somebody behind a barrier, and none that was set apart (K5): they are not even weighed into the queue.
 */
export async function findPairsOf(
  worker: Tx,
  ids: readonly PersonId[],
  foundBy: ReviewPair['foundBy'],
): Promise<RowId[]> {
  const hidden = await listBehindBarrier(worker, ids)
  const alike = await alikeTo(
    worker,
    ids.filter(id => !hidden.has(id)),
  )
  return keepPairs(worker, alike, foundBy)
}

/** @param without pairs that need no asking, as `pairKey` names them */
async function keepPairs(
  worker: Tx,
  alike: Alike,
  foundBy: ReviewPair['foundBy'],
  without: ReadonlySet<string> = new Set(),
): Promise<RowId[]> {
  const others = [...new Set([...alike.values()].flatMap(own => own.map(c => c.personId)))]
  if (others.length === 0) return []
  const everybody = [...new Set([...alike.keys(), ...others])]
  const hidden = await listBehindBarrier(worker, everybody)
  const known = await findKnown(worker, everybody)
  const pairs = new Map<string, FoundPair>()
  for (const [id, candidates] of alike)
    for (const { personId, bits, lines, against } of candidates) {
      const key = pairKey(id, personId)
      const [a, b] = [known.get(id), known.get(personId)]
      if (!a || !b || hidden.has(id) || hidden.has(personId) || without.has(key) || pairs.has(key)) continue
      pairs.set(key, { people: [id, personId], bits, lines, against, fingerprint: fingerprintOf(a, b) })
    }
  return savePairs(worker, [...pairs.values()], foundBy)
}

/**
 * Keeps a new record's pairs for a person to decide. Its maker is told nothing (K8): those they may know were shown to them
 * before it was saved, and are not asked about again.
 */
export async function noteAlike(tx: Tx, personId: PersonId): Promise<void> {
  const alike = await asHouse(tx, 'a new record like another', async worker => alikeTo(worker, [personId]))
  const others = (alike.get(personId) ?? []).map(c => c.personId)
  if (others.length === 0) return
  const without = new Set((await listPeople(tx, others)).map(p => pairKey(personId, p.id)))
  await asHouse(tx, 'a new record like another', async worker => {
    for (const target of await keepPairs(worker, alike, 'new-record', without))
      await record(worker, { action: 'pair.found', target, about: [personId], payload: { by: 'new-record' } })
  })
}

/** What is known of two people, as a hash: whichever stands first. */
function fingerprintOf(a: Known, b: Known): string {
  const texts = [a, b].map(known => JSON.stringify(known)).toSorted()
  return createHash('sha256').update(texts.join('\n')).digest('hex')
}

/**
 * The job of finding: everybody against everybody else by the keys of the model, a page at a time; it goes on where it was. What
 * waits is weighed anew on the way.
 */
export async function findDuplicates(job: RunningJob): Promise<void> {
  let after = (job.progress.position as { readonly after: PersonId } | null)?.after ?? null
  let { done } = job.progress
  for (;;) {
    const page = await job.transaction(async tx => {
      const found = await asHouse(tx, 'who is on record twice', async worker => {
        const ids = await listActive(worker, after, PEOPLE_AT_A_TIME)
        await refreshPairs(worker, ids)
        return { ids, pairs: await findPairsOf(worker, ids, 'finder') }
      })
      done += found.ids.length
      if (found.pairs.length > 0)
        await record(tx, { action: 'pair.found', about: [], payload: { pairs: found.pairs.length } })
      await job.save(tx, { step: 'find', done, position: { after: found.ids.at(-1) ?? after } })
      return found.ids
    })
    if (page.length < PEOPLE_AT_A_TIME) return
    after = page.at(-1) ?? null
  }
}

/** Takes the next pair to look at, so that two reviewers do not look at one. */
export function takeNext(tx: Tx, after: RowId | null): Promise<RowId | undefined> {
  return takeNextPair(tx, MINUTES, after)
}

/** Decides a pair, or sets it aside. Nothing is joined by it: that is a page of its own. */
export async function decidePair(
  tx: Tx,
  pair: ReviewPair,
  decision: Decision,
  said: { note: string; askedOf: OrganisationId | null },
): Promise<Result<null, 'answered'>> {
  if (!(await saveDecision(tx, pair, decision, said))) return refused('answered')
  await record(tx, {
    action: 'pair.decided',
    target: pair.id,
    about: [...pair.people],
    payload: { decision, note: said.note, asked: said.askedOf },
  })
  return ok(null)
}
