/** Keeps the index true: whoever changed has their keys made anew before anybody is looked for. */
import { type Tx, together } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { KeyMaker } from './keys.ts'
import type { Known } from './known.ts'
import { documentOf } from './live.ts'
import {
  dropEntries,
  findKnown,
  isEmpty,
  listGenerations,
  saveEntries,
  shareIndexes,
  sortKeys,
  takeStale,
} from './store/entries.ts'

const AT_A_TIME = 1000
/** Somebody new stands on the list of those who changed once for each table: many lines are read at once, so that each is made once. */
const LINES_AT_A_TIME = 100_000
const LINES_OF_A_PAGE = 4000

/** What a request waits for at most: after an upgrade everybody is to be indexed, and the clockwork and lists do the rest. */
export const PAGES_OF_A_REQUEST = 3

/**
 * Makes the keys of those who changed, a thousand at a time. As the house.
 * @param pages at most so many times; all of them when it is left out
 */
export async function keepIndex(worker: Tx, pages = Number.POSITIVE_INFINITY): Promise<void> {
  const lines = Number.isFinite(pages) ? LINES_OF_A_PAGE : LINES_AT_A_TIME
  let stale = await takeStale(worker, lines)
  if (stale.length === 0) return
  await shareIndexes(worker)
  const generations = await listGenerations(worker)
  const makers = await Promise.all(
    generations.map(async ({ id, generation, isBuilding }) => {
      const document = await documentOf(worker, id, isBuilding)
      // Of a first filling all keys are put in at the end.
      const isFirst = !Number.isFinite(pages) && (await isEmpty(worker, generation))
      return { generation, maker: new KeyMaker(document.keys), common: new Set(document.common), isFirst }
    }),
  )
  for (let page = 1; stale.length > 0; page++) {
    await keepPeople(worker, makers, stale)
    stale = page < pages ? await takeStale(worker, lines) : []
  }
  for (const { generation, isFirst } of makers) if (isFirst) await sortKeys(worker, generation)
}

type Index = {
  readonly generation: number
  readonly maker: KeyMaker
  readonly common: ReadonlySet<number>
  readonly isFirst: boolean
}

/** Makes the keys of people, so many at a time: while the keys of some are written, those of the next are made. */
async function keepPeople(worker: Tx, makers: readonly Index[], people: readonly PersonId[]): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  let reading = findKnown(worker, people.slice(0, AT_A_TIME))
  for (let at = 0; at < people.length; at += AT_A_TIME) {
    const [known] = await together([reading, writing])
    reading = findKnown(worker, people.slice(at + AT_A_TIME, at + 2 * AT_A_TIME))
    const ids = people.slice(at, at + AT_A_TIME)
    writing = together(makers.map(index => indexPeople(worker, index, ids, known)))
  }
  await together([reading, writing])
}

/** Writes the keys of people into one index; of whom nothing is known any more, who is not active, leaves it. */
async function indexPeople(
  worker: Tx,
  { generation, maker, common, isFirst }: Index,
  ids: readonly PersonId[],
  known: ReadonlyMap<PersonId, Known>,
): Promise<void> {
  await saveEntries(
    worker,
    generation,
    [...known].map(([personId, of]) => ({ personId, keys: maker.of(of).filter(key => !common.has(key)) })),
    isFirst,
  )
  await dropEntries(
    worker,
    generation,
    ids.filter(id => !known.has(id)),
  )
}
