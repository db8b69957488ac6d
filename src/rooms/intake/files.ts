/** Where a list lies between being sent and being read: the data folder, for as long as that takes and no longer. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isId, type RowId } from '#ground/ids.ts'
import { decode } from './reading/decode.ts'
import { looksLikeOneRoster, readOneRoster } from './reading/oneroster.ts'
import { tableOf } from './reading/open.ts'
import { ListRefused } from './reading/refusal.ts'
import type { Table, TableRow } from './reading/table.ts'
import { isZip, openZip, type Zip } from './zip.ts'

/** Lists on their way, by run. */
export type ListFolder = {
  /** Keeps a copy of a sent file for a run. */
  keep(runId: RowId, from: string): Promise<void>
  pathOf(runId: RowId): string
  drop(runId: RowId): Promise<void>
  /** All that are there: a backup takes them along. */
  all(): Promise<{ name: string; path: string }[]>
  /** Takes away every list, whoever's it is: of a demo that is made anew. */
  empty(): Promise<void>
}

export function listFolder(dataDir: string): ListFolder {
  const folder = join(dataDir, 'lists-on-their-way')
  const pathOf = (runId: RowId) => join(folder, runId)
  return {
    pathOf,
    keep: async (runId, from) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await copyFile(from, pathOf(runId))
    },
    drop: runId => rm(pathOf(runId), { force: true }),
    all: async () => {
      const names = await readdir(folder).catch(() => [])
      return names.filter(isId).map(name => ({ name, path: pathOf(name as RowId) }))
    },
    empty: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The fingerprint of a file, streaming. */
export async function fingerprint(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest()
}

/** Opens a list for reading. Throws ListRefused when it will not do. */
export async function openList(path: string): Promise<{ table: Table; encoding: () => string }> {
  if (isZip(await startOf(path))) return openRoster(path)
  const decoded = await decode(createReadStream(path))
  const table = await tableOf(decoded.text)
  return { table, encoding: () => decoded.seen().encoding }
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const start = Buffer.alloc(4)
    await file.read(start, 0, 4, 0)
    return start
  } finally {
    await file.close()
  }
}

/** What the workbooks of Office and of OpenDocument hold. */
const WORKBOOK: ReadonlySet<string> = new Set(['[Content_Types].xml', 'content.xml'])

/** A zip: a OneRoster, or a workbook, which is told by what it holds. */
async function openRoster(path: string): Promise<{ table: Table; encoding: () => string }> {
  const zip = await openZip(path)
  try {
    if (zip.names.some(name => WORKBOOK.has(name))) throw new ListRefused('spreadsheet')
    if (!looksLikeOneRoster(zip.names)) throw new ListRefused('not-oneroster')
    const { table, encoding } = await readOneRoster(name => zip.read(name))
    return { table: { ...table, rows: untilRead(table.rows, zip) }, encoding }
  } catch (trouble) {
    zip.close()
    throw trouble
  }
}

async function* untilRead<Row>(rows: AsyncIterable<Row>, zip: Zip): AsyncGenerator<Row> {
  try {
    yield* rows
  } finally {
    zip.close()
  }
}

/** The first rows of a list, for guessing and for showing. */
export async function sampleOf(table: Table, most: number): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of table.rows) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}
