/** Tables for rooms downstairs: what intake reads of partners' lists reads other files too. */
import { createReadStream } from 'node:fs'
import { RegisterRefused, type RegisterTable } from '#rooms/directory/index.ts'
import { decode, ListRefused, readTable, refusalSentence } from '#rooms/intake/index.ts'

/**
 * Opens a file of rows and columns for the directory.
 * @throws RegisterRefused here or while rows are read, with the sentence a list would be refused with
 */
export async function openTable(path: string): Promise<RegisterTable> {
  const table = await told(async () => readTable((await decode(createReadStream(path))).text))
  return {
    columns: table.columns,
    rows: toldRows(table.rows),
    ragged: () => ({ count: table.seen().raggedRows, rows: table.seen().ragged }),
  }
}

async function* toldRows<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  try {
    yield* rows
  } catch (trouble) {
    throw refusalOf(trouble)
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (trouble) {
    throw refusalOf(trouble)
  }
}

function refusalOf(trouble: unknown): unknown {
  return trouble instanceof ListRefused ? new RegisterRefused(refusalSentence(trouble)) : trouble
}
