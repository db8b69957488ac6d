/**
 * What was seen of keys, in ten to thirteen bytes each: so that of a list of a million rows it can be told which say the same, while
 * the rows themselves stream past.
 */
import { hash } from 'node:crypto'

/** Keys lie in so many tables, each of which grows by itself: what is copied when one grows is next to nothing. */
const TABLES = 256
const FIRST_ROOM = 16
const GROWTH = 1.3
/** Of twenty places three are free at least. */
const FULL = 0.85

/**
 * A mark by a key, of which only 56 bits of a hash are kept: among a million keys it happens once in a hundred thousand lists that two are
 * taken for one. The hash is one that nobody finds clashes of on purpose in time, so that no list makes it slow.
 */
export class Sightings {
  readonly #tables: Table[] = Array.from({ length: TABLES }, () => tableOf(FIRST_ROOM))

  /** The mark of a key; undefined for one that was not seen. */
  get(key: string): number | undefined {
    const { table, at } = this.#find(key)
    return isFree(table, at) ? undefined : table.marks[at]
  }

  /** @param mark a number from 0 to 2^32 - 1 */
  set(key: string, mark: number): void {
    const { table, at, upper, lower } = this.#find(key)
    if (isFree(table, at)) table.size++
    put(table, at, upper, lower, mark)
  }

  /** The mark a key was given when it was first seen; undefined where that is now: then it is given this one. */
  first(key: string, mark: number): number | undefined {
    const { table, at, upper, lower } = this.#find(key)
    if (!isFree(table, at)) return table.marks[at]
    table.size++
    put(table, at, upper, lower, mark)
    return undefined
  }

  #find(key: string): { table: Table; at: number; upper: number; lower: number } {
    const bits = hash('sha1', key, 'buffer')
    const n = bits.readUInt8(6)
    // A hash whose first part is nothing is kept as one, so that nothing means free.
    const upper = bits.readUInt32LE(0) || 1
    const lower = bits.readUInt16LE(4)
    let table = this.#tables[n] as Table
    if (table.size >= table.upper.length * FULL) {
      table = grown(table)
      this.#tables[n] = table
    }
    return { table, at: placeOf(table, upper, lower), upper, lower }
  }
}

type Table = {
  size: number
  readonly upper: Uint32Array
  readonly lower: Uint16Array
  readonly marks: Uint32Array
}

function tableOf(room: number): Table {
  return { size: 0, upper: new Uint32Array(room), lower: new Uint16Array(room), marks: new Uint32Array(room) }
}

function isFree(table: Table, at: number): boolean {
  return table.upper[at] === 0
}

function placeOf(table: Table, upper: number, lower: number): number {
  const room = table.upper.length
  let at = upper % room
  while (table.upper[at] !== 0 && (table.upper[at] !== upper || table.lower[at] !== lower))
    at = at + 1 === room ? 0 : at + 1
  return at
}

function put(table: Table, at: number, upper: number, lower: number, mark: number): void {
  table.upper[at] = upper
  table.lower[at] = lower
  table.marks[at] = mark
}

function grown(old: Table): Table {
  const table = tableOf(Math.ceil(old.upper.length * GROWTH))
  table.size = old.size
  for (let n = 0; n < old.upper.length; n++) {
    const upper = old.upper[n] as number
    const lower = old.lower[n] as number
    if (upper !== 0) put(table, placeOf(table, upper, lower), upper, lower, old.marks[n] as number)
  }
  return table
}
