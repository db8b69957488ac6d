/**
 * Learning: a model from everything partners said and staff wrote, its index built beside the live one, and then in one
 * step the one instead of the other. It may be killed at any moment: the live model and its index are untouched until then.
 */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { RunningJob } from '#ground/jobs/index.ts'
import { record } from '#rooms/audit/index.ts'
import type { ModelDocument } from './document.ts'
import { keepIndex } from './index-upkeep.ts'
import { KeyMaker } from './keys.ts'
import { type Known, textsOf } from './known.ts'
import { type Term, tooCommon } from './learned.ts'
import { type Learned, LearningThread } from './learning-thread.ts'
import { ALL_KEYS, addEntries, addKeys, findDocument, findKnown, holdIndexes, type Stretch } from './store/entries.ts'
import {
  holdBuilding,
  insertModel,
  insertTerms,
  listActive,
  type ModelWhy,
  makeLive,
  putAwayBuilding,
  saveCommon,
} from './store/models.ts'
import { findSetting } from './store/setting.ts'

/** What partners' rows on record say, in pages: handed down, because rows are intake's. */
export type SaidByPartners = (
  worker: Tx,
  after: string | null,
) => Promise<{
  rows: readonly { personId: PersonId; organisationId: OrganisationId; known: Known }[]
  next: string | null
}>

const PEOPLE_AT_A_TIME = 500
/** A key that more share tells nobody apart. */
const MOST_SHARING = 300

/** The job of learning. */
export async function learnMatching(job: RunningJob, said: SaidByPartners): Promise<void> {
  const why = (job.ids['why'] ?? 'asked') as ModelWhy
  const back = job.ids['model'] as RowId | undefined
  // Half an index of an attempt that was killed is nobody's.
  await asHouseIn(job, 'an index cut off', putAwayBuilding)
  if (back === undefined && why !== 'asked' && (await asHouseIn(job, 'is it frozen', findSetting)).frozenAt !== null)
    return
  await job.transaction(tx => job.save(tx, { step: 'read', done: 0, total: null }))
  const { document: learned, terms } = await learnFrom(job, said)
  const document =
    back === undefined ? learned : await asHouseIn(job, 'the model to go back to', worker => findDocument(worker, back))
  if (document === undefined) return job.transaction(tx => job.save(tx, { step: 'too-little' }))
  const model = await asHouseIn(job, 'a new model', async worker => {
    // Whoever began to build before this one is overtaken.
    await putAwayBuilding(worker)
    return insertModel(worker, {
      id: newId<'row'>(worker.acting.at) as RowId,
      document: { ...document, common: [] },
      why,
      by: accountOf(job),
    })
  })
  if (!(await writeTerms(job, model, terms)) || !(await buildIndex(job, model, document))) return
  await job.transaction(async tx => {
    const isLive = await asHouse(tx, 'a new model goes live', async worker => {
      await keepIndex(worker)
      return makeLive(worker, model.id)
    })
    if (!isLive) return
    await record(tx, {
      action: 'matching.model-live',
      target: model.id,
      payload: { generation: model.generation, why },
    })
    await job.save(tx, { step: 'done' })
  })
}

type Model = { readonly id: RowId; readonly generation: number }

/**
 * Does a piece of building. False when another model has overtaken this one: then its index is no longer wanted.
 * @param hold what is held before the model, in the order everybody takes the two
 */
function build(
  job: RunningJob,
  model: Model,
  reason: string,
  work: (worker: Tx) => Promise<void>,
  hold?: (worker: Tx) => Promise<void>,
): Promise<boolean> {
  return asHouseIn(job, reason, async worker => {
    await hold?.(worker)
    if (!(await holdBuilding(worker, model.id))) return false
    await work(worker)
    return true
  })
}

/** The same, while nobody else writes keys. */
function buildAlone(job: RunningJob, model: Model, reason: string, work: (worker: Tx) => Promise<void>) {
  return build(job, model, reason, work, holdIndexes)
}

function asHouseIn<T>(job: RunningJob, reason: string, work: (worker: Tx) => Promise<T>): Promise<T> {
  return job.transaction(tx => asHouse(tx, reason, work))
}

function accountOf({ askedBy }: RunningJob): string | null {
  return askedBy.startsWith('account:') ? askedBy.slice('account:'.length) : null
}

async function learnFrom(job: RunningJob, said: SaidByPartners): Promise<Learned> {
  const thread = new LearningThread()
  try {
    const told = new Set<PersonId>()
    let after: string | null = null
    do {
      const from: string | null = after
      const page: Awaited<ReturnType<SaidByPartners>> = await asHouseIn(job, 'learning matching', worker =>
        said(worker, from),
      )
      thread.add(page.rows.map(({ organisationId, known }) => ({ texts: textsOf(known), source: organisationId })))
      for (const { personId } of page.rows) told.add(personId)
      after = page.next
    } while (after !== null)
    // Whom no list names is known by what staff wrote.
    await eachPage(job, async (worker, ids) => {
      const known = await findKnown(
        worker,
        ids.filter(id => !told.has(id)),
      )
      thread.add([...known.values()].map(own => ({ texts: textsOf(own), source: '' })))
    })
    // Any whole number will do; the job's own makes another attempt learn the same.
    return await thread.learn(Number.parseInt(job.id.slice(-6), 16) + 1)
  } finally {
    await thread.stop()
  }
}

async function eachPage(
  job: RunningJob,
  work: (worker: Tx, ids: readonly PersonId[]) => Promise<void>,
  states: readonly string[] = ['active'],
): Promise<void> {
  let after: PersonId | null = null
  for (;;) {
    const from: PersonId | null = after
    const ids: PersonId[] = await asHouseIn(job, 'learning matching', async worker => {
      const page = await listActive(worker, from, PEOPLE_AT_A_TIME, states)
      if (page.length > 0) await work(worker, page)
      return page
    })
    if (ids.length < PEOPLE_AT_A_TIME) return
    after = ids.at(-1) ?? null
  }
}

async function writeTerms(job: RunningJob, model: Model, terms: readonly Term[]): Promise<boolean> {
  for (let at = 0; at < terms.length; at += 5000) {
    const page = terms.slice(at, at + 5000)
    if (!(await build(job, model, 'how common values are', worker => insertTerms(worker, model.generation, page))))
      return false
  }
  return true
}

async function buildIndex(job: RunningJob, model: Model, document: ModelDocument): Promise<boolean> {
  const maker = new KeyMaker(document.keys)
  const entries: { personId: PersonId; keys: number[] }[] = []
  await eachPage(
    job,
    async (worker, ids) => {
      for (const [personId, known] of await findKnown(worker, ids)) entries.push({ personId, keys: maker.of(known) })
    },
    ['active', 'sealed'],
  )
  const all = new Float64Array(entries.reduce((sum, e) => sum + e.keys.length, 0))
  let at = 0
  for (const { keys } of entries) for (const key of keys) all[at++] = key
  const common = new Set(tooCommon(all, MOST_SHARING))
  if (!(await build(job, model, 'keys too common', worker => saveCommon(worker, model.id, [...common])))) return false
  for (let from = 0; from < entries.length; from += PEOPLE_AT_A_TIME) {
    const page = entries
      .slice(from, from + PEOPLE_AT_A_TIME)
      .map(({ personId, keys }) => ({ personId, keys: keys.filter(key => !common.has(key)) }))
    if (!(await buildAlone(job, model, 'building an index', worker => addEntries(worker, model.generation, page))))
      return false
    await job.transaction(tx => job.save(tx, { step: 'index', done: from + page.length, total: entries.length }))
  }
  for (const stretch of stretchesOf(all))
    if (!(await buildAlone(job, model, 'the keys of an index', worker => addKeys(worker, model.generation, stretch))))
      return false
  return true
}

/** So many keys are put in while others wait: a few seconds. */
const KEYS_AT_A_TIME = 400_000

/** Stretches of about as many keys each, which together hold every key there may be. */
function stretchesOf(keys: Float64Array): Stretch[] {
  const sorted = keys.toSorted()
  const edges = [ALL_KEYS.from]
  for (let at = KEYS_AT_A_TIME; at < sorted.length; at += KEYS_AT_A_TIME) {
    const edge = sorted[at] ?? 0
    if (edge > (edges.at(-1) ?? 0)) edges.push(edge)
  }
  return edges.map((from, i) => ({ from, below: edges[i + 1] ?? null }))
}
