/** The model in use, remembered between askings: a document never changes once it is written. */
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { LEAST_LINK, type ModelDocument } from './document.ts'
import { startingDocument } from './starting.ts'
import { findDocument, findLive, STARTING } from './store/entries.ts'
import { findSetting } from './store/setting.ts'

const MOST_REMEMBERED = 20
const remembered = new Map<string, ModelDocument>()
const starting = startingDocument()

/** A live model's document; what matching starts from for none. One that is being built may still change and is not remembered. */
export async function documentOf(tx: Tx, id: RowId | null, isBuilding = false): Promise<ModelDocument> {
  if (id === null) return starting
  const known = remembered.get(id)
  if (known) return known
  const document = await findDocument(tx, id)
  if (!document) throw new Error('a model without its document')
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  if (!isBuilding) remembered.set(id, document)
  return document
}

export type Live = {
  readonly id: RowId | null
  readonly generation: number
  readonly document: ModelDocument
  /** From which weight on a row is linked without asking. */
  readonly link: number
  /** The same by the model itself, where nobody moved it. */
  readonly own: number
  readonly review: number
  /** The same where a number, or the full name, birth date and postcode, are the same: a model may ask more, not about these. */
  readonly certain: number
}

/** The model in use and its thresholds. */
export async function liveModel(tx: Tx): Promise<Live> {
  const [live, { linkBits: moved }] = await Promise.all([findLive(tx), findSetting(tx)])
  const document = await documentOf(tx, live?.id ?? null)
  const own = Number.isFinite(document.threshold.link) ? document.threshold.link : starting.threshold.link
  return {
    id: live?.id ?? null,
    generation: live?.generation ?? STARTING,
    document,
    link: Math.max(moved ?? own, LEAST_LINK),
    own: Math.max(own, LEAST_LINK),
    review: document.threshold.review,
    // Whoever moved the threshold means it for these too.
    certain: Math.max(moved ?? LEAST_LINK, LEAST_LINK),
  }
}

/** Where asking begins and linking without asking, for a page. */
export async function liveThresholds(tx: Tx): Promise<{ readonly link: number; readonly review: number }> {
  const { link, review } = await liveModel(tx)
  return { link, review }
}
