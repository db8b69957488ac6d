/** Tables for other rooms: what intake reads of partners' lists reads other files too. */
import { createReadStream } from 'node:fs'
import { ok, refused } from '#ground/result.ts'
import { RegisterRefused, type RegisterTable } from '#rooms/directory/index.ts'
import {
  decode,
  judgeDateColumn,
  ListRefused,
  mayCarryUpn,
  plainHeader,
  readDate,
  readTable,
  refusalSentence,
  type Table,
} from '#rooms/intake/index.ts'
import { FILE_TROUBLES, type FileReaders, FileRefused } from '#rooms/tracking/index.ts'

type Refusal = (trouble: ListRefused) => Error

/**
 * Opens a file of rows and columns for the directory.
 * @throws RegisterRefused here or while rows are read, with the sentence a list would be refused with
 */
export async function openTable(path: string): Promise<RegisterTable> {
  const table = await opened(path, trouble => new RegisterRefused(refusalSentence(trouble)))
  return { ...table, ragged: () => ({ count: table.seen().raggedRows, rows: table.seen().ragged }) }
}

/** How a place's file of absences is read: as a partner's list is, with words of its own where it will not do. */
export const absenceFiles: FileReaders = {
  plainHeader,
  mayCarryUpn,

  async openFile(path) {
    const table = await opened(path, ({ why, detail }) => {
      const known = FILE_TROUBLES.find(one => one === why)
      return known === undefined ? new FileRefused('binary') : new FileRefused(known, detail)
    })
    return { ...table, ragged: () => table.seen().ragged.map(one => one.row) }
  },

  dayReader(column, years) {
    const { order, serials } = judgeDateColumn(column)
    return cell => {
      if (cell === '') return refused('empty')
      const read = readDate(cell, { ...years, serials })
      if (order === 'american' || (!read.ok && read.why === 'ambiguous-american')) return refused('month-first')
      return read.ok ? ok(read.value) : refused('wrong')
    }
  },
}

async function opened(path: string, refusal: Refusal): Promise<Table> {
  const told = (trouble: unknown) => (trouble instanceof ListRefused ? refusal(trouble) : trouble)
  try {
    const table = await readTable((await decode(createReadStream(path))).text)
    return { ...table, rows: toldRows(table.rows, told) }
  } catch (trouble) {
    throw told(trouble)
  }
}

async function* toldRows<Row>(rows: AsyncIterable<Row>, told: (trouble: unknown) => unknown): AsyncGenerator<Row> {
  try {
    yield* rows
  } catch (trouble) {
    throw told(trouble)
  }
}
