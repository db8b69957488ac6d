/** Reads a list: every row is checked, matched, and told what it would do. Nothing outside the run is written. */
import { asHouse } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import type { RunningJob } from '#ground/jobs/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation, type Organisation } from '#rooms/directory/index.ts'
import { keepIndex } from '#rooms/matching/index.ts'
import { splitSaid } from '../characteristics.ts'
import { type ListFolder, openList } from '../files.ts'
import { rowChecker } from '../reading/check.ts'
import { type DateColumn, judgeDateColumn } from '../reading/date-column.ts'
import { DATE_FIELDS, type Field, isHeldField, type Mapping } from '../reading/fields.ts'
import type { CheckedRow, Said } from '../reading/read-row.ts'
import { ListRefused } from '../reading/refusal.ts'
import type { TableRow } from '../reading/table.ts'
import { refusalSentence } from '../reading/words.ts'
import type { Agreement, Run, RunRow } from '../run.ts'
import { keyTeller, type RowKeys } from '../sought.ts'
import { findAgreement } from '../store/agreements.ts'
import { insertRows, listMissing } from '../store/rows.ts'
import { findRun, moveRun, saveCounts, saveRefusal } from '../store/runs.ts'
import { judgeBatch } from './judge.ts'

const BATCH = 250

type Place = { readonly row: number }

/** The job of reading. It goes on after the last batch that was saved. */
export async function readList(job: RunningJob, folder: ListFolder): Promise<void> {
  const runId = job.ids['run'] as RowId
  const facts = await job.transaction(async tx => {
    const run = await findRun(tx, runId)
    const agreement = run && (await findAgreement(tx, run.agreementId))
    const partner = run && (await findOrganisation(tx, run.organisationId))
    return run?.state === 'reading' && run.mapping && agreement && partner
      ? { run, agreement, partner, mapping: run.mapping, today: tx.acting.today }
      : undefined
  })
  if (!facts) return
  // Whoever is not in the index yet (an upgrade) is put there before anybody is looked for.
  await job.transaction(tx => asHouse(tx, 'the index of matching', worker => keepIndex(worker)))
  const done = (job.progress.position as Place | null)?.row ?? 0
  try {
    const dateColumns = await judgeDates(folder.pathOf(runId), facts.mapping)
    await readRows(job, folder, facts, dateColumns, done)
  } catch (trouble) {
    if (!(trouble instanceof ListRefused)) throw trouble
    await job.transaction(async tx => {
      await moveRun(tx, runId, ['reading'], 'refused')
      await saveRefusal(tx, runId, refusalSentence(trouble))
      await record(tx, { action: 'list.refused', target: runId })
    })
  }
  await folder.drop(runId)
}

type Facts = {
  readonly run: Run
  readonly agreement: Agreement
  readonly partner: Organisation
  readonly mapping: Mapping
  readonly today: Day
}

/** A batch with its rows judged, or being judged: nothing of it is written yet. */
type Batch = {
  readonly rows: readonly TableRow[]
  /** How many rows of the list there are up to its end. */
  readonly count: number
  readonly judged: Promise<readonly RunRow[]>
}

/**
 * Reads the rows in batches. While one is being judged the next is read and begun with: judging waits by turns for the database
 * and for the processor. They are written one after the other, each whole, with the place to go on from.
 */
async function readRows(
  job: RunningJob,
  folder: ListFolder,
  facts: Facts,
  dateColumns: Record<string, DateColumn>,
  done: number,
): Promise<void> {
  const { run, agreement, partner, mapping, today } = facts
  const { table, encoding } = await openList(folder.pathOf(run.id))
  const tellKeys = keyTeller()
  const check = rowChecker({
    mapping,
    kind: partner.kind,
    today,
    youngest: agreement.youngest,
    oldest: agreement.oldest,
    nhsAllowed: false,
    dateColumns,
  })
  const judge = async (rows: readonly TableRow[]): Promise<readonly RunRow[]> => {
    const held = new Map<number, Said>()
    const checked = rows.map(row => heldApart(check(row), held))
    // Rows before the place where it goes on are watched again for repeats, and not written twice.
    const keys = new Map<number, RowKeys>()
    const repeated = new Set<number>()
    for (const c of checked) {
      if (c.outcome !== 'good') continue
      const told = tellKeys(c.value)
      keys.set(c.value.row, told)
      if (told.isRepeat) repeated.add(c.value.row)
    }
    const fresh = checked.filter(c => rowOf(c) > done)
    const judged = await job.transaction(tx =>
      asHouse(tx, 'reading a list', worker => judgeBatch(worker, run, partner, fresh, keys, repeated)),
    )
    return withCells(judged, rows, checked, mapping).map(row => withHeld(row, held))
  }
  const write = async ({ rows, count, judged: judging }: Batch, isLast: boolean) => {
    const judged = await judging
    await job.transaction(async tx => {
      await asHouse(tx, 'reading a list', async worker => {
        await insertRows(worker, run.id, judged)
        const ragged = isLast ? table.seen().ragged : []
        await insertRows(worker, run.id, ragged.map(raggedRow))
        const missing = isLast ? new Set((await listMissing(worker, run)).map(g => g.personId)).size : 0
        await saveCounts(worker, run.id, { rowsRead: count, encoding: encoding(), ...(isLast ? { missing } : {}) })
      })
      if (isLast) {
        await moveRun(tx, run.id, ['reading'], 'ready')
        await record(tx, { action: 'list.read', target: run.id, payload: { rows: count } })
      }
      const last = rows.at(-1)
      await job.save(tx, { step: 'read', done: count, position: { row: last?.row ?? done } })
    })
  }
  await inTurn(table.rows, judge, write)
}

/** Begins with each batch while the one before it is under way, and writes them in their order. */
async function inTurn(
  table: AsyncIterable<TableRow>,
  judge: (rows: readonly TableRow[]) => Promise<readonly RunRow[]>,
  write: (batch: Batch, isLast: boolean) => Promise<void>,
): Promise<void> {
  // Those under way alone: what was judged is let go of once it is written.
  const underWay = new Set<Promise<unknown>>()
  let before: Batch | undefined
  let rows: TableRow[] = []
  let count = 0
  const begin = async () => {
    const batch = { rows, count, judged: judge(rows) }
    // Whether it failed is told where it is waited for.
    const ended: Promise<unknown> = batch.judged.catch(() => {}).then(() => underWay.delete(ended))
    underWay.add(ended)
    rows = []
    if (before) await write(before, false)
    before = batch
  }
  try {
    for await (const row of table) {
      rows.push(row)
      count += 1
      if (rows.length >= BATCH) await begin()
    }
    await begin()
    if (before) await write(before, true)
  } finally {
    // Nothing is at work any more when the job ends, however it ends.
    await Promise.all(underWay)
  }
}

/** A row without what is held back, which is put away by its number: nothing that is judged or shown has it (K6). */
function heldApart(checked: CheckedRow, held: Map<number, Said>): CheckedRow {
  if (checked.outcome !== 'good') return checked
  const said = splitSaid(checked.value.characteristics ?? {})
  held.set(checked.value.row, said.held)
  return { ...checked, value: { ...checked.value, characteristics: said.open } }
}

/** Of somebody whose objection stands nothing is held, whatever the list says. */
function withHeld(row: RunRow, held: ReadonlyMap<number, Said>): RunRow {
  const said = held.get(row.row)
  return said === undefined || row.content === null || row.content.objection ? row : { ...row, held: said }
}

function rowOf(checked: CheckedRow): number {
  return checked.outcome === 'good' ? checked.value.row : checked.row
}

function raggedRow(r: { row: number; cells: number; expected: number }): RunRow {
  const fault = {
    column: '',
    field: 'full-name' as const,
    value: `${r.cells} cells, not ${r.expected}`,
    trouble: 'too-long' as const,
    suggestion: null,
  }
  return {
    row: r.row,
    verdict: 'fault',
    sourceKey: '',
    personId: null,
    shownName: '',
    content: null,
    cells: null,
    faults: [fault],
    changes: [],
    why: 'ragged',
    weighed: null,
  }
}

const UNDER_OBJECTION: ReadonlySet<Field> = new Set<Field>([
  'family',
  'given',
  'full-name',
  'birth-date',
  'address-line',
  'postcode',
  'objection',
])

/** Puts to each row to mend its cells as they stood: allowed columns that may be seen, and under an objection only what may be held. */
function withCells(
  judged: readonly RunRow[],
  rows: readonly TableRow[],
  checked: readonly CheckedRow[],
  mapping: Mapping,
): RunRow[] {
  const cells = new Map(rows.map(r => [r.row, r.cells]))
  const objects = new Set(checked.flatMap(c => (c.outcome === 'faulty' && c.objection ? [c.row] : [])))
  return judged.map(row => {
    if (row.verdict !== 'fault') return row
    const allowed = Object.entries(mapping).filter(
      ([, field]) => field !== null && !isHeldField(field) && (!objects.has(row.row) || UNDER_OBJECTION.has(field)),
    )
    return {
      ...row,
      cells: Object.fromEntries(allowed.map(([column]) => [column, cells.get(row.row)?.[column] ?? ''])),
    }
  })
}

/** Looks down the columns of dates once, so that an American column is not read the British way. */
async function judgeDates(path: string, mapping: Mapping): Promise<Record<string, DateColumn>> {
  const columns = Object.entries(mapping)
    .filter(([, field]) => field !== null && DATE_FIELDS.has(field))
    .map(([column]) => column)
  const { table } = await openList(path)
  const values = new Map<string, string[]>(columns.map(c => [c, []]))
  let seen = 0
  for await (const row of table.rows) {
    for (const column of columns) values.get(column)?.push(row.cells[column] ?? '')
    if (++seen >= 5000) break
  }
  return Object.fromEntries(columns.map(c => [c, judgeDateColumn(values.get(c) ?? [])]))
}
