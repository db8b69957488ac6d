/** Which reader a text is for. A format is a plug: it makes a table of rows, and everything after it is the same. */
import { looksLikeXml, readCtf } from './ctf.ts'
import { readOn } from './first-line.ts'
import { readTable, type Table } from './table.ts'

/** As much of a file's beginning may be empty before it is taken for rows and columns. */
const MOST_START = 65_536

/** Reads text as what it is: a Common Transfer File where it begins as XML does, else rows and columns. */
export async function tableOf(text: AsyncIterable<string>): Promise<Table> {
  const source = text[Symbol.asyncIterator]()
  let start = ''
  let isOver = false
  while (!isOver && start.length < MOST_START && start.trim() === '') {
    const next = await source.next()
    if (next.done === true) isOver = true
    else start += next.value
  }
  const whole = readOn(start, source)
  return looksLikeXml(start) ? readCtf(whole) : readTable(whole)
}
