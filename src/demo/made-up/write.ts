/** Writes the lists of a made-up partnership, the truth about them, and the daily work, as streams. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ListWriter, openList } from './formats.ts'
import type { MadeUp } from './index.ts'
import { cellsOf } from './layouts.ts'
import type { ListKind, MadeUpFile } from './partnership.ts'
import type { Listing, MadeUpPerson } from './person.ts'
import { line, openSheet, PLAIN, type Sheet } from './sheet.ts'

export type WrittenFile = {
  readonly name: string
  readonly organisation: string
  readonly list: ListKind
  /** Without the header. */
  readonly rows: number
}
export type WrittenFiles = {
  readonly folder: string
  readonly files: readonly WrittenFile[]
  /** Young people asked for, without those under age and the old records of the adopted. */
  readonly people: number
  readonly rows: number
}

/** A row that comes later waits for so many others of its file. */
const LATER_BY = 40

/** Writes everything into a folder; the same partnership gives the same bytes. */
export async function writeFiles(madeUp: MadeUp, folder: string): Promise<WrittenFiles> {
  await mkdir(folder, { recursive: true })
  const open: { close(): Promise<void> }[] = []
  try {
    const lists = new Map<string, List>()
    const senders = new Map(madeUp.organisations.map(organisation => [organisation.key, organisation]))
    for (const file of madeUp.files) {
      const writer = await openList(folder, file, senders.get(file.organisation))
      open.push(writer)
      lists.set(file.name, { file, writer, rows: 0, waiting: [] })
    }
    const truth = await openSheet(folder, 'truth.csv', PLAIN)
    const work = await openSheet(folder, 'people.jsonl', PLAIN)
    open.push(truth, work)
    await truth.add('file,row,person,notes,column,trouble\n')
    let people = 0
    for (const person of madeUp.people()) {
      if (/^P\d+$/.test(person.key)) people++
      await writePerson(person, lists, truth, work)
    }
    for (const list of lists.values()) await release(list, truth, 0)
    const files = [...lists.values()].map(({ file, rows }) => ({
      name: file.name,
      organisation: file.organisation,
      list: file.list,
      rows,
    }))
    await writeFile(join(folder, 'partnership.json'), `${JSON.stringify(summary(madeUp, files), null, 2)}\n`)
    return { folder, files, people, rows: files.reduce((sum, file) => sum + file.rows, 0) }
  } finally {
    await Promise.all(open.map(sheet => sheet.close()))
  }
}

function summary(madeUp: MadeUp, files: readonly WrittenFile[]): object {
  const { name, size, seed, today, organisations, advisers } = madeUp
  return {
    name,
    people: size,
    seed,
    today,
    organisations,
    files,
    advisers,
    dailyWork: 'people.jsonl',
    truth: 'truth.csv',
  }
}

type List = {
  readonly file: MadeUpFile
  readonly writer: ListWriter
  rows: number
  readonly waiting: { readonly at: number; readonly listing: Listing; readonly person: string }[]
}

/** A person's rows, then one line of daily work that names the rows: of those, a good one first. */
async function writePerson(
  person: MadeUpPerson,
  lists: ReadonlyMap<string, List>,
  truth: Sheet,
  work: Sheet,
): Promise<void> {
  const at: { file: string; row: number; good: boolean }[] = []
  for (const listing of person.listings) {
    const list = lists.get(listing.file)
    if (list === undefined) throw new Error(`no list ${listing.file}`)
    await release(list, truth, LATER_BY)
    if (listing.later) list.waiting.push({ at: list.rows, listing, person: person.key })
    else
      at.push({ file: listing.file, row: await addRow(list, listing, person.key, truth), good: listing.bad === null })
  }
  const first = at.find(place => place.good) ?? at[0]
  if (first === undefined || person.key.startsWith('Y')) return
  const { key, notes, activities, support, adviser, contacts } = person
  const found = { file: first.file, row: first.row }
  await work.add(`${JSON.stringify({ person: key, at: found, notes, adviser, support, activities, contacts })}\n`)
}

/** Writes the rows that have waited long enough. */
async function release(list: List, truth: Sheet, wait: number): Promise<void> {
  while (list.waiting[0] !== undefined && list.rows - list.waiting[0].at >= wait) {
    const { listing, person } = list.waiting[0]
    list.waiting.shift()
    await addRow(list, listing, person, truth)
  }
}

async function addRow(list: List, listing: Listing, person: string, truth: Sheet): Promise<number> {
  const { cells, badColumn, trouble } = cellsOf(listing, list.writer.layout)
  await list.writer.add(cells)
  const row = list.writer.firstRow + list.rows++
  const said = [list.file.name, String(row), person, listing.notes.join(' '), badColumn, trouble]
  await truth.add(line(said, PLAIN))
  return row
}
