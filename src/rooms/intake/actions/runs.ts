import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import type { JobDefinition } from '#ground/jobs/index.ts'
import { cancelJob, send } from '#ground/jobs/index.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { findMergeOfRun } from '#rooms/matching/index.ts'
import { fingerprint, type ListFolder, openList, sampleOf } from '../files.ts'
import { headerHash } from '../header.ts'
import { columnsLeftOut } from '../reading/check.ts'
import { guessMapping } from '../reading/columns.ts'
import { FIELDS, type Field, forbiddenColumns, isHeldField, type Mapping } from '../reading/fields.ts'
import { ListRefused } from '../reading/refusal.ts'
import { HELD_BACK, refusalSentence } from '../reading/words.ts'
import { hasLapsed } from '../rules.ts'
import type { Agreement, Run } from '../run.ts'
import { countHeld } from '../store/held.ts'
import { deleteRows, findNewerRun } from '../store/rows.ts'
import { findMapping, insertRun, moveRun, saveJob, saveMapping, saveRunMapping } from '../store/runs.ts'
import { agreementOf } from './agreements.ts'

/** So many rows are looked at to guess what each column is. */
const SAMPLE = 40

export type Started = { readonly runId: RowId; readonly state: 'mapping' | 'refused' }

/**
 * Takes a sent file in: looks at its header, and waits for its columns to be confirmed. A file that will not do becomes a
 * refused run, so that it is known that it was sent and why it went back.
 */
export async function startRun(
  tx: Tx,
  folder: ListFolder,
  sent: { organisationId: OrganisationId; path: string; name: string; bytes: number },
): Promise<Result<Started, 'unknown-partner' | 'no-agreement' | 'agreement-lapsed'>> {
  const partner = await findOrganisation(tx, sent.organisationId)
  if (!partner || partner.state !== 'open') return refused('unknown-partner')
  const agreement = await agreementOf(tx, sent.organisationId)
  if (!agreement) return refused('no-agreement')
  if (hasLapsed(agreement.reviewOn, tx.acting.today)) return refused('agreement-lapsed')
  const looked = await lookAt(sent.path, partner.kind)
  const runId = await insertRun(tx, {
    organisationId: sent.organisationId,
    agreementId: agreement.id,
    fileName: sent.name.slice(-255) || 'list',
    fileSha256: await fingerprint(sent.path),
    fileBytes: sent.bytes,
    columns: looked.ok ? looked.value : [],
    state: looked.ok ? 'mapping' : 'refused',
    refusal: looked.ok ? '' : looked.why,
  })
  if (looked.ok) await folder.keep(runId, sent.path)
  await record(tx, {
    action: looked.ok ? 'list.sent' : 'list.refused',
    target: runId,
    payload: { partner: sent.organisationId, bytes: sent.bytes },
  })
  return ok({ runId, state: looked.ok ? 'mapping' : 'refused' })
}

async function lookAt(path: string, kind: Parameters<typeof forbiddenColumns>[1]): Promise<Result<readonly string[]>> {
  try {
    const { table } = await openList(path)
    // As much as its columns are shown with: what cannot be read of that, or a list of nobody, is told at once.
    await sampleOf(table, SAMPLE)
    const forbidden = forbiddenColumns(table.columns, kind)
    return forbidden.length === 0
      ? ok(table.columns)
      : refused(`This list has columns that may not come in: ${forbidden.join(', ')}. Send it again without them.`)
  } catch (trouble) {
    if (trouble instanceof ListRefused) {
      return refused(refusalSentence(trouble))
    }
    throw trouble
  }
}

export type Suggestion = {
  readonly column: string
  readonly field: Field | null
  readonly confidence: number
  readonly sample: string
  readonly isAllowed: boolean
}

/** What each column is taken for: as it was confirmed before, or as it looks. Only allowed fields can be chosen. */
export async function suggestMapping(
  tx: Tx,
  folder: ListFolder,
  run: Run,
  agreement: Agreement,
): Promise<Suggestion[]> {
  const { table } = await openList(folder.pathOf(run.id))
  const rows = await sampleOf(table, SAMPLE)
  const guesses = guessMapping(
    table.columns,
    rows.map(r => r.cells),
  )
  const remembered = await findMapping(tx, run.organisationId, headerHash(run.columns))
  const allowed = new Set(agreement.fields)
  return guesses.map(guess => {
    const field = remembered === undefined ? guess.field : (remembered[guess.column] ?? null)
    const sample = rows.map(r => r.cells[guess.column] ?? '').find(value => value !== '') ?? ''
    const isAllowed = field !== null && allowed.has(field)
    // A column the agreement does not name is dropped at the door: not even a sample of it is shown.
    return {
      column: guess.column,
      field: isAllowed ? field : null,
      confidence: remembered === undefined ? guess.confidence : 1,
      // Nor of one whose class those who bring lists in do not see (K6).
      sample: !isAllowed ? '' : isHeldField(field) ? HELD_BACK : sample,
      isAllowed,
    }
  })
}

/** A mapping with allowed fields only, or why it will not do. */
export function checkMapping(
  wanted: Readonly<Record<string, string>>,
  run: Run,
  agreement: Agreement,
): Result<Mapping, 'no-name' | 'no-birth-date' | 'field-twice'> {
  const mapping: Record<string, Field | null> = {}
  for (const column of run.columns) {
    const field = FIELDS.find(f => f === wanted[column]) ?? null
    mapping[column] = field !== null && agreement.fields.includes(field) ? field : null
  }
  const chosen = Object.values(mapping).filter(f => f !== null)
  if (!chosen.includes('full-name') && !(chosen.includes('family') && chosen.includes('given')))
    return refused('no-name')
  if (!chosen.includes('birth-date')) return refused('no-birth-date')
  const twice = chosen.some((field, i) => field !== 'address-line' && chosen.indexOf(field) !== i)
  return twice ? refused('field-twice') : ok(mapping)
}

/**
 * Confirms what the columns are, remembers it, and sends the list to be read.
 * @param asAt the day the list speaks of, where it is not the day it came in
 */
export async function confirmMapping(
  tx: Tx,
  run: Run,
  mapping: Mapping,
  reading: JobDefinition,
  asAt: Day | null = null,
): Promise<Result<null, 'moved-on'>> {
  const partner = await findOrganisation(tx, run.organisationId)
  if (!partner || (await moveRun(tx, run.id, ['mapping'], 'reading')) === 0) return refused('moved-on')
  const leftOut = [
    ...run.columns.filter(c => (mapping[c] ?? null) === null),
    ...columnsLeftOut({ mapping, kind: partner.kind, nhsAllowed: false }),
  ]
  await saveRunMapping(tx, run.id, mapping, leftOut, asAt)
  await saveMapping(tx, run.organisationId, headerHash(run.columns), mapping)
  await saveJob(tx, run.id, await send(tx, reading, { run: run.id }))
  await record(tx, { action: 'list.columns-confirmed', target: run.id, payload: { leftOut, asAt } })
  return ok(null)
}

/** Sends a list that was read and looked at to be applied. */
export async function askApply(tx: Tx, run: Run, applying: JobDefinition): Promise<Result<null, 'moved-on'>> {
  if ((await moveRun(tx, run.id, ['ready'], 'applying')) === 0) return refused('moved-on')
  await saveJob(tx, run.id, await send(tx, applying, { run: run.id }))
  await record(tx, { action: 'list.apply-asked', target: run.id })
  return ok(null)
}

/** Stops a list that is not applied yet: nothing of it stays but that it was sent. */
export async function cancelRun(tx: Tx, folder: ListFolder, run: Run): Promise<Result<null, 'moved-on'>> {
  // The run first, then its job: in the order in which the work itself takes them, so that the two never wait for each other.
  if ((await moveRun(tx, run.id, ['mapping', 'reading', 'ready'], 'cancelled')) === 0) return refused('moved-on')
  if (run.state === 'reading' && run.jobId !== null) await cancelJob(tx, run.jobId)
  await asHouse(tx, 'a list cancelled', worker => deleteRows(worker, run.id))
  await folder.drop(run.id)
  await record(tx, { action: 'list.cancelled', target: run.id })
  return ok(null)
}

/**
 * Stops a list while it applies: the batch in hand is finished, and what was applied is taken back. It waits for that batch:
 * after it none begins.
 * @returns refused `newer` while another list that went in meanwhile names people this one brought
 */
export async function askStop(tx: Tx, run: Run, undoing: JobDefinition): Promise<Result<null, 'moved-on' | 'newer'>> {
  if (run.state === 'applying' && (await newerThan(tx, run.id)) !== undefined) return refused('newer')
  if ((await moveRun(tx, run.id, ['applying'], 'stopping')) === 0) return refused('moved-on')
  await saveJob(tx, run.id, await send(tx, undoing, { run: run.id }))
  await record(tx, { action: 'list.stop-asked', target: run.id })
  return ok(null)
}

/**
 * Sends an applied list to be undone.
 * @returns refused `newer` while a list that came after it is about some of the same people: that one goes first
 *   (docs/decisions/0018); `joined` while a record it names stands joined with another: they are taken apart first
 */
export async function askUndo(
  tx: Tx,
  run: Run,
  undoing: JobDefinition,
): Promise<Result<null, 'moved-on' | 'newer' | 'joined'>> {
  if (run.state === 'applied' && (await newerThan(tx, run.id)) !== undefined) return refused('newer')
  if (run.state === 'applied' && (await joinedSince(tx, run.id)) !== undefined) return refused('joined')
  if ((await moveRun(tx, run.id, ['applied'], 'undoing')) === 0) return refused('moved-on')
  await saveJob(tx, run.id, await send(tx, undoing, { run: run.id }))
  await record(tx, { action: 'list.undo-asked', target: run.id })
  return ok(null)
}

/** The newest list that was applied after another and is about some of the same people. */
export function newerThan(tx: Tx, runId: RowId): Promise<{ id: RowId; fileName: string } | undefined> {
  return asHouse(tx, 'which lists came after', worker => findNewerRun(worker, runId))
}

/** The newest joining, since a list was applied, of a record it names. */
export function joinedSince(tx: Tx, runId: RowId): Promise<RowId | undefined> {
  return asHouse(tx, 'which records were joined since', worker => findMergeOfRun(worker, runId))
}

/** How many rows of a run carry each column that is held back: how many, never what they say. */
export function heldBackIn(tx: Tx, runId: RowId): Promise<{ code: string; count: number }[]> {
  return asHouse(tx, 'how many rows carry what is held back', worker => countHeld(worker, runId))
}
