/** Two records side by side: the level of each comparison, quickly, and what was agreed on. */
import type { Column, Records } from './columns.ts'
import type { Kind } from './kinds.ts'
import { type Leveller, levellerOf } from './levellers.ts'
import { type Forms, LEVELS } from './levels.ts'

/** One line of what is compared. `order` tells whether given and family name stand the other way round. */
export type Comparison = {
  readonly name: string
  readonly kind: Kind | 'order'
  readonly levels: readonly string[]
  /** The columns it looks at, by their place. */
  readonly columns: readonly number[]
}

// One row more than there are records: for somebody new.
function rowsOf({ size, columns }: Records): Int32Array {
  const width = columns.length
  const rows = new Int32Array((size + 1) * width)
  for (const [c, { ids }] of columns.entries()) for (let i = 0; i < size; i++) rows[i * width + c] = ids[i] as number
  return rows
}

const ORDER = ['unknown', 'same', 'turned'] as const
/** How good a level of a name is, for choosing which way round two names are read. */
const WORTH_GIVEN = [0, 8, 6, 6, 3, 2, 0, -3]
const WORTH_FAMILY = [0, 8, 6, 6, 3, -3]
type Names = {
  readonly given: Column
  readonly family: Column
  readonly g: number
  readonly f: number
  readonly at: number
  readonly ofGiven: Leveller
  readonly ofFamily: Leveller
}

export class Comparer {
  readonly comparisons: readonly Comparison[]
  readonly #records: Records
  /** Row by row, so that a record lies together in memory. */
  readonly #rows: Int32Array
  readonly #width: number
  readonly #names: Names | undefined
  readonly #simple: { column: Column; c: number; at: number; group: readonly number[]; leveller: Leveller }[] = []

  constructor(records: Records, forms: Forms) {
    this.#records = records
    const { columns } = records
    const comparisons: Comparison[] = []
    const given = columns.findIndex(c => c.kind === 'given')
    const family = columns.findIndex(c => c.kind === 'family')
    const [givenColumn, familyColumn] = [columns[given], columns[family]]
    if (givenColumn && familyColumn) {
      this.#names = {
        given: givenColumn,
        family: familyColumn,
        g: given,
        f: family,
        at: 0,
        ofGiven: levellerOf(givenColumn, 'given', forms),
        ofFamily: levellerOf(familyColumn, 'family', forms),
      }
      comparisons.push({ name: givenColumn.name, kind: 'given', levels: LEVELS.given, columns: [given] })
      comparisons.push({ name: familyColumn.name, kind: 'family', levels: LEVELS.family, columns: [family] })
      comparisons.push({ name: 'order', kind: 'order', levels: ORDER, columns: [given, family] })
    }
    const places = columns.flatMap((c, n) => (c.kind === 'place' ? [n] : []))
    for (const [c, column] of columns.entries()) {
      if (this.#names && (c === given || c === family)) continue
      const group = column.kind === 'place' ? places.filter(p => p !== c) : []
      const leveller = levellerOf(column, column.kind, forms)
      this.#simple.push({ column, c, at: comparisons.length, group, leveller })
      const levels: readonly string[] = LEVELS[column.kind]
      comparisons.push({ name: column.name, kind: column.kind, levels, columns: [c] })
    }
    this.comparisons = comparisons
    this.#width = columns.length
    this.#rows = rowsOf(records)
  }

  get size(): number {
    return this.#records.size
  }

  /** Puts somebody who is not among the records in the place after the last. Gives that place. */
  place(texts: readonly string[]): number {
    const { size, columns } = this.#records
    for (const [c, { book }] of columns.entries()) this.#rows[size * this.#width + c] = book.numberOf(texts[c] ?? '')
    return size
  }

  /** Fills `levels` (one for each comparison) and `shares` (how many records carry what was the same; 0 where nothing was). */
  compare(i: number, j: number, levels: Uint8Array, shares: Int32Array): void {
    if (this.#names) this.#compareNames(this.#names, i, j, levels, shares)
    const rows = this.#rows
    const mine = i * this.#width
    const theirs = j * this.#width
    for (const { column, c, at, group, leveller } of this.#simple) {
      const a = rows[mine + c] as number
      const b = rows[theirs + c] as number
      shares[at] = 0
      if (a === 0 || b === 0) levels[at] = 0
      else if (a === b) {
        levels[at] = 1
        shares[at] = column.counts[a] as number
      } else {
        const level = levelOfPair(leveller, a, b)
        levels[at] = level
        if (level < 4 || group.length === 0) continue
        for (const other of group) if (rows[theirs + other] === a || rows[mine + other] === b) levels[at] = 3
      }
    }
  }

  #compareNames(names: Names, i: number, j: number, levels: Uint8Array, shares: Int32Array): void {
    const { given, family, at, ofGiven, ofFamily } = names
    const mine = i * this.#width
    const theirs = j * this.#width
    const gi = this.#rows[mine + names.g] as number
    const gj = this.#rows[theirs + names.g] as number
    const fi = this.#rows[mine + names.f] as number
    const fj = this.#rows[theirs + names.f] as number
    let g = levelOfNames(ofGiven, gi, gj)
    let f = levelOfNames(ofFamily, fi, fj)
    shares[at + 2] = 0
    levels[at + 2] = (gi === 0 && fi === 0) || (gj === 0 && fj === 0) ? 0 : 1
    shares[at] = g === 1 ? (given.counts[gi] as number) : 0
    shares[at + 1] = f === 1 ? (family.counts[fi] as number) : 0
    // Turned round, one of the two at least must stand in the other's column letter by letter.
    if ((gi !== 0 && gi === fj) || (fi !== 0 && fi === gj)) {
      const gx = levelOfNames(ofGiven, gi, fj)
      const fx = levelOfNames(ofFamily, fi, gj)
      const straight = (WORTH_GIVEN[g] as number) + (WORTH_FAMILY[f] as number)
      const turned = (WORTH_GIVEN[gx] as number) + (WORTH_FAMILY[fx] as number)
      if (turned > straight + 2) {
        g = gx
        f = fx
        levels[at + 2] = 2
        shares[at] = g === 1 ? Math.max(given.counts[gi] as number, family.counts[fj] as number) : 0
        shares[at + 1] = f === 1 ? Math.max(family.counts[fi] as number, given.counts[gj] as number) : 0
      }
    }
    levels[at] = g
    levels[at + 1] = f
  }
}

function levelOfNames(leveller: Leveller, a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return a === b ? 1 : levelOfPair(leveller, a, b)
}

function levelOfPair(leveller: Leveller, a: number, b: number): number {
  return a < b ? leveller.level(a, b) : leveller.level(b, a)
}
