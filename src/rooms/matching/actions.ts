import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { listSetApart, pairKey } from './barriers/store.ts'
import type { Candidate, Judgement, Sought } from './judgement.ts'
import { askable, judge } from './rules.ts'
import { keepIndex, PAGES_OF_A_REQUEST } from './weighing/index-upkeep.ts'
import { KeyMaker } from './weighing/keys.ts'
import { type Name, NOBODY } from './weighing/known.ts'
import { type Live, liveModel } from './weighing/live.ts'
import { findKnown, findSharing, findTerms } from './weighing/store/entries.ts'
import { type Pair, type Term, termKey, termsOf, type Weighed, weighPairs } from './weighing/weigh.ts'

/**
 * Judges rows of a list, in their order. Changes nothing but the index. Asked as the house: a list is matched against everyone, and
 * what comes of it shows nobody who may not be known.
 */
export async function judgeRows(tx: Tx, rows: readonly Sought[]): Promise<Judgement[]> {
  if (rows.length === 0) return []
  return asHouse(tx, 'who is it', async worker => {
    await keepIndex(worker, PAGES_OF_A_REQUEST)
    const live = await liveModel(worker)
    const candidates = await candidatesFor(worker, live, rows)
    const apart = await listSetApart(worker, [...new Set(candidates.flat().map(c => c.personId))])
    return candidates.map(own => silentOfHidden(namingOneOfEach(judge(own, live), apart), own))
  })
}

/**
 * Who on record may be one person with each of those asked for, the likeliest first, themselves left out. As the house: who may
 * not know of somebody is not to be shown them.
 */
export async function alikeTo(worker: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, Candidate[]>> {
  await keepIndex(worker, PAGES_OF_A_REQUEST)
  const live = await liveModel(worker)
  const known = [...(await findKnown(worker, ids))]
  const apart = await listSetApart(worker, ids)
  const found = await candidatesFor(
    worker,
    live,
    known.map(([, own]) => own),
    // Those who were set apart are never weighed against each other (K5).
    (n, { personId, isHidden }) =>
      !isHidden && known[n]?.[0] !== personId && !apart.has(pairKey(known[n]?.[0] as PersonId, personId)),
  )
  return new Map(known.map(([id], n) => [id, askable(found[n] ?? [], live)] as const))
}

/**
 * Who on record somebody may be who is about to be written down with names and a birth date, the likeliest first: whoever they are.
 * Asked as the house; what comes of it is shown only as far as the asker may know them (K8).
 */
export async function likelySame(tx: Tx, names: readonly Name[], bornOn: Day): Promise<PersonId[]> {
  const sought = { ...NOBODY, names, bornOn }
  return asHouse(tx, 'is somebody on record already', async worker => {
    await keepIndex(worker, PAGES_OF_A_REQUEST)
    const live = await liveModel(worker)
    const [found = []] = await candidatesFor(worker, live, [sought], (_n, { isHidden }) => !isHidden)
    return askable(found, live).map(c => c.personId)
  })
}

/**
 * A row linked to somebody hidden tells nothing of why: how like them it is would tell of a record that must not be known of
 * (K8). Here, so that whoever keeps a judgement need not think of it.
 */
function silentOfHidden(judgement: Judgement, candidates: readonly Candidate[]): Judgement {
  if (judgement.kind !== 'link') return judgement
  const isHidden = candidates.some(c => c.isHidden && c.personId === judgement.personId)
  return isHidden ? { ...judgement, why: 'nobody-alike', weighed: null } : judgement
}

/** Of people who were set apart a question names one, the likelier, and says nothing of another (K5). */
function namingOneOfEach(judgement: Judgement, apart: ReadonlySet<string>): Judgement {
  if (judgement.kind !== 'question') return judgement
  const personIds = oneOfEachApart(judgement.personIds, apart)
  return {
    ...judgement,
    personIds,
    why: personIds.length === 1 && judgement.why === 'several' ? 'alike' : judgement.why,
  }
}

function oneOfEachApart(ids: readonly PersonId[], apart: ReadonlySet<string>): PersonId[] {
  const kept: PersonId[] = []
  for (const id of ids) if (!kept.some(other => apart.has(pairKey(other, id)))) kept.push(id)
  return kept
}

/** Of people in an order, those that may be named together: of two set apart the first (K5). */
export function namedTogether(tx: Tx, ids: readonly PersonId[]): Promise<PersonId[]> {
  return asHouse(tx, 'who may be named together', async worker => oneOfEachApart(ids, await listSetApart(worker, ids)))
}

async function candidatesFor(
  worker: Tx,
  live: Live,
  rows: readonly Sought[],
  isWanted: (n: number, of: { readonly personId: PersonId; readonly isHidden: boolean }) => boolean = () => true,
): Promise<Candidate[][]> {
  const maker = new KeyMaker(live.document.keys)
  const sharing = await findSharing(
    worker,
    live.generation,
    rows.map(row => maker.of(row)),
  )
  const known = await findKnown(worker, [...new Set([...sharing.values()].flat())])
  const candidates = rows.map((row, n) =>
    (sharing.get(n) ?? []).flatMap(personId => {
      const right = known.get(personId)
      return right && isWanted(n, { personId, isHidden: right.isHidden })
        ? [{ personId, pair: { left: row, right, source: row.source } }]
        : []
    }),
  )
  const weighed = await weighAll(
    worker,
    live,
    candidates.flat().map(c => c.pair),
    live.review,
  )
  let at = 0
  return candidates.map(own =>
    own.map(({ personId, pair }) => ({ ...(weighed[at++] as Weighed), personId, isHidden: pair.right.isHidden })),
  )
}

/** Weighs pairs by the model in use, with how common their values are. As the house. */
export async function weighAll(
  worker: Tx,
  live: Live,
  pairs: readonly Pair[],
  leastExplained?: number,
): Promise<Weighed[]> {
  if (pairs.length === 0) return []
  const terms = live.id === null ? undefined : await findTerms(worker, live.generation, askedTerms(pairs))
  return weighPairs(live.document, terms, pairs, leastExplained)
}

/** Every term of everybody among the pairs, once: a row stands in as many pairs as it has candidates. */
function askedTerms(pairs: readonly Pair[]): Term[] {
  const asked = new Map<string, Term>()
  for (const known of new Set(pairs.flatMap(({ left, right }) => [left, right])))
    for (const term of termsOf(known)) asked.set(termKey(term.line, term.hash), term)
  return [...asked.values()]
}

/** Weighs a row against people on record, whoever they are. As the house; who is not active is left out. */
export async function weighAgainst(
  worker: Tx,
  sought: Sought,
  ids: readonly PersonId[],
): Promise<Map<PersonId, Weighed>> {
  const live = await liveModel(worker)
  const known = [...(await findKnown(worker, ids))]
  const weighed = await weighAll(
    worker,
    live,
    known.map(([, right]) => ({ left: sought, right, source: sought.source })),
  )
  return new Map(known.map(([id], n) => [id, weighed[n] as Weighed]))
}
