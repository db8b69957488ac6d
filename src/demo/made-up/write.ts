/** Writes the lists of a made-up partnership, the truth about them, and the daily work, as streams. */
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { MadeUp } from './index.ts'
import { cellsOf, type Layout, layoutOf } from './layouts.ts'
import type { ListKind, MadeUpFile } from './partnership.ts'
import type { Listing, MadeUpPerson } from './person.ts'

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

const FLUSH_AT = 65_536
/** A row that comes later waits for so many others of its file. */
const LATER_BY = 40

/** Writes everything into a folder; the same partnership gives the same bytes. */
export async function writeFiles(madeUp: MadeUp, folder: string): Promise<WrittenFiles> {
  await mkdir(folder, { recursive: true })
  const open: Sheet[] = []
  try {
    const lists = new Map<string, List>()
    for (const file of madeUp.files) {
      const sheet = await openSheet(folder, file.name, layoutOf(file.list, file.style))
      open.push(sheet)
      lists.set(file.name, { file, sheet, rows: 0, waiting: [] })
    }
    const truth = await openSheet(folder, 'truth.csv', PLAIN)
    const work = await openSheet(folder, 'people.jsonl', PLAIN)
    open.push(truth, work)
    await truth.add('file,row,person,notes,column,trouble\n')
    for (const list of lists.values())
      await list.sheet.add(
        line(
          list.sheet.layout.columns.map(([h]) => h),
          list.sheet.layout,
        ),
      )
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
  readonly sheet: Sheet
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
  const { cells, badColumn, trouble } = cellsOf(listing, list.sheet.layout)
  await list.sheet.add(line(cells, list.sheet.layout))
  list.rows++
  const row = list.rows + 1
  const said = [list.file.name, String(row), person, listing.notes.join(' '), badColumn, trouble]
  await truth.add(line(said, PLAIN))
  return row
}

const PLAIN: Layout = { columns: [], delimiter: ',', encoding: 'utf-8', newline: '\n', date: day => day }

function line(cells: readonly string[], { delimiter, newline, quoteAll }: Layout): string {
  const quote = (cell: string) =>
    quoteAll === true || cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map(quote).join(delimiter) + newline
}

type Sheet = { readonly layout: Layout; add(text: string): Promise<void>; close(): Promise<void> }

async function openSheet(folder: string, name: string, layout: Layout): Promise<Sheet> {
  const handle: FileHandle = await open(join(folder, name), 'w')
  let text = layout.encoding === 'utf-8-bom' || layout.encoding === 'utf-16le' ? '\ufeff' : ''
  const flush = async () => {
    const bytes = encode(text, layout.encoding)
    text = ''
    await handle.write(bytes)
  }
  return {
    layout,
    add: async more => {
      text += more
      if (text.length >= FLUSH_AT) await flush()
    },
    close: async () => {
      try {
        if (text !== '') await flush()
      } finally {
        await handle.close()
      }
    },
  }
}

function encode(text: string, encoding: Layout['encoding']): Buffer {
  if (encoding === 'windows-1252') return iconv.encode(text.replaceAll(BEYOND_1252, nearest), 'win1252')
  return Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8')
}

/** Letters Windows-1252 does not have, of the names we make. */
const BEYOND_1252 = /[\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u1e00-\u1eff]/g

/** As old systems do: the letter without its sign. */
function nearest(letter: string): string {
  return WHOLE[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

const WHOLE: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' }
