/** Who is told that something of a pathway is past its day, by the clock; and how one is taken off the wrong record (K9). */
import { sealedIn } from '#ground/database/filing.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { CLASS_BITS, classesOn, listSeeing } from '#rooms/access/index.ts'
import { putAway } from '#rooms/notices/index.ts'
import { type ChasePeople, chaseLate, type FiledRow } from '#rooms/people/index.ts'
import { PATHWAY_NOTICES, recount } from './actions.ts'
import {
  type DuePathway,
  findLogFiling,
  findPathwayFiling,
  findStepFiling,
  listPathwaysToChase,
  sealPathwayRows,
  updatePathwayChased,
} from './chasing-store.ts'
import { kindWords } from './kind-words.ts'
import type { Pathway } from './pathway.ts'
import { mayKnow, neededFor } from './rules.ts'
import { findLog, findPathway, findStep } from './store.ts'

/** Of some accounts, those who may know of a pathway: each part it needs is theirs, and no barrier stands between (K4, K6). */
async function whoMayKnow(worker: Tx, due: DuePathway, candidates: readonly AccountId[]): Promise<AccountId[]> {
  let left = [...candidates]
  for (const name of neededFor(due.kind))
    left = await listSeeing(worker, { personId: due.personId, classBit: CLASS_BITS[name] }, left)
  return left
}

/** Tells of pathways of which something is past its day. What the notice says is the same for every kind (K6). */
export function chasePathways(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate<DuePathway>(worker, house, {
    ...{ list: listPathwaysToChase, note: updatePathwayChased, by: due => due.openedBy, seeing: whoMayKnow },
    chase: { kind: 'pathway.late', action: 'pathway.reminded' },
    escalate: { kind: 'pathway.still-late', action: 'pathway.escalated' },
  })
}

/** A pathway of somebody of which the actor may know: its own class is not enough (K6). */
async function findKnown(tx: Tx, personId: PersonId, rowId: RowId): Promise<Pathway | undefined> {
  const pathway = await findPathway(tx, rowId)
  if (pathway?.personId !== personId) return undefined
  return mayKnow(pathway.kind, await classesOn(tx, personId)) ? pathway : undefined
}

/** As filed on a young person, where the actor may know of it: for taking it off the wrong record (K9). */
export async function findFiledPathway(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> {
  const pathway = await findKnown(tx, personId, rowId)
  const filed = pathway && (await findPathwayFiling(tx, rowId))
  if (!pathway || !filed) return undefined
  return { rowId, said: kindWords[pathway.kind].name, classBit: pathway.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** The same of one step. */
export async function findFiledStep(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> {
  const step = await findStep(tx, rowId)
  const pathway = step && (await findKnown(tx, personId, step.pathwayId))
  const filed = pathway && (await findStepFiling(tx, rowId))
  return step && filed && { rowId, said: step.what, classBit: step.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** The same of what was written of one meeting. */
export async function findFiledLog(tx: Tx, personId: PersonId, rowId: RowId): Promise<FiledRow | undefined> {
  const log = await findLog(tx, rowId)
  const pathway = log && (await findKnown(tx, personId, log.pathwayId))
  const filed = pathway && (await findLogFiling(tx, rowId))
  return log && filed && { rowId, said: log.words, classBit: log.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals a pathway with all that belongs to it, and what was told of it. Asked as the house. Returns how many. */
export async function sealPathway(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  await putAway(worker, PATHWAY_NOTICES, id)
  return sealPathwayRows(worker, personId, id)
}

/** Seals one step; what waits on its pathway is worked out anew. Asked as the house. */
export async function sealStep(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const step = await findStep(worker, id)
  const sealed = await sealedIn('pathway_step')(worker, personId, id)
  if (step && sealed > 0) await recount(worker, step.pathwayId)
  return sealed
}

/** Seals what was written of one meeting. Asked as the house. */
export async function sealLog(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const log = await findLog(worker, id)
  const sealed = await sealedIn('pathway_log')(worker, personId, id)
  if (log && sealed > 0) await recount(worker, log.pathwayId)
  return sealed
}
