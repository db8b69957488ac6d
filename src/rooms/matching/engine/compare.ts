/** Two records side by side: the level of each comparison, quickly, and what was agreed on. */
import { type Column, type Letters, lettersOf, mayBeAlike, type Records } from './columns.ts'
import type { Kind } from './kinds.ts'
import { type Forms, LEVELS, levelOf, NEIGHBOUR } from './levels.ts'

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
/** Kinds whose likeness is one of letters. */
const BY_LETTERS: ReadonlySet<Kind> = new Set(['given', 'family', 'place', 'category'])
/** How good a level of a name is, for choosing which way round two names are read. */
const WORTH_GIVEN = [0, 8, 6, 6, 3, 2, 0, -3]
const WORTH_FAMILY = [0, 8, 6, 6, 3, -3]
const CACHE = 1 << 17

/** What spares comparing letters: those of each text, and the levels of pairs of texts that were asked about. */
type Cache = {
  readonly letters: Letters
  readonly a: Int32Array
  readonly b: Int32Array
  readonly level: Uint8Array
}

function emptyCache(letters: Letters): Cache {
  return { letters, a: new Int32Array(CACHE), b: new Int32Array(CACHE), level: new Uint8Array(CACHE) }
}

type Names = {
  readonly given: Column
  readonly family: Column
  readonly g: number
  readonly f: number
  readonly at: number
  readonly givenCache: Cache
  readonly familyCache: Cache
}

export class Comparer {
  readonly comparisons: readonly Comparison[]
  readonly #records: Records
  readonly #forms: Forms
  /** Row by row, so that a record lies together in memory. */
  readonly #rows: Int32Array
  readonly #width: number
  readonly #names: Names | undefined
  readonly #simple: { column: Column; c: number; at: number; group: readonly number[]; cache: Cache | undefined }[] = []

  constructor(records: Records, forms: Forms) {
    this.#records = records
    this.#forms = forms
    const { columns } = records
    const comparisons: Comparison[] = []
    const given = columns.findIndex(c => c.kind === 'given')
    const family = columns.findIndex(c => c.kind === 'family')
    const [givenColumn, familyColumn] = [columns[given], columns[family]]
    if (givenColumn && familyColumn) {
      const letters = lettersOf(givenColumn.book)
      this.#names = {
        given: givenColumn,
        family: familyColumn,
        g: given,
        f: family,
        at: 0,
        givenCache: emptyCache(letters),
        familyCache: emptyCache(letters),
      }
      comparisons.push({ name: givenColumn.name, kind: 'given', levels: LEVELS.given, columns: [given] })
      comparisons.push({ name: familyColumn.name, kind: 'family', levels: LEVELS.family, columns: [family] })
      comparisons.push({ name: 'order', kind: 'order', levels: ORDER, columns: [given, family] })
    }
    const places = columns.flatMap((c, n) => (c.kind === 'place' ? [n] : []))
    for (const [c, column] of columns.entries()) {
      if (this.#names && (c === given || c === family)) continue
      const group = column.kind === 'place' ? places.filter(p => p !== c) : []
      const cache = BY_LETTERS.has(column.kind) ? emptyCache(lettersOf(column.book)) : undefined
      this.#simple.push({ column, c, at: comparisons.length, group, cache })
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
    for (const { column, c, at, group, cache } of this.#simple) {
      const a = rows[mine + c] as number
      const b = rows[theirs + c] as number
      shares[at] = 0
      if (a === 0 || b === 0) levels[at] = 0
      else if (a === b) {
        levels[at] = 1
        shares[at] = column.counts[a] as number
      } else {
        const level = this.#levelOf(column.kind, a, b, column, cache)
        levels[at] = level
        if (level < 4 || group.length === 0) continue
        for (const other of group) if (rows[theirs + other] === a || rows[mine + other] === b) levels[at] = 3
      }
    }
  }

  #compareNames(names: Names, i: number, j: number, levels: Uint8Array, shares: Int32Array): void {
    const { given, family, at, givenCache, familyCache } = names
    const mine = i * this.#width
    const theirs = j * this.#width
    const gi = this.#rows[mine + names.g] as number
    const gj = this.#rows[theirs + names.g] as number
    const fi = this.#rows[mine + names.f] as number
    const fj = this.#rows[theirs + names.f] as number
    let g = this.#nameLevel('given', gi, gj, given, givenCache)
    let f = this.#nameLevel('family', fi, fj, family, familyCache)
    shares[at + 2] = 0
    levels[at + 2] = (gi === 0 && fi === 0) || (gj === 0 && fj === 0) ? 0 : 1
    shares[at] = g === 1 ? (given.counts[gi] as number) : 0
    shares[at + 1] = f === 1 ? (family.counts[fi] as number) : 0
    // Turned round, one of the two at least must stand in the other's column letter by letter.
    if ((gi !== 0 && gi === fj) || (fi !== 0 && fi === gj)) {
      const gx = this.#nameLevel('given', gi, fj, given, givenCache)
      const fx = this.#nameLevel('family', fi, gj, family, familyCache)
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

  #nameLevel(kind: 'given' | 'family', a: number, b: number, column: Column, cache: Cache): number {
    if (a === 0 || b === 0) return 0
    return a === b ? 1 : this.#levelOf(kind, a, b, column, cache)
  }

  // Names repeat: most pairs of texts have been asked about before. Somebody new may bring a text the letters do not know.
  #levelOf(kind: Kind, first: number, second: number, column: Column, cache: Cache | undefined): number {
    const [a, b] = first < second ? [first, second] : [second, first]
    const { texts } = column.book
    if (cache === undefined) return levelOf(kind, texts[a] as string, texts[b] as string, this.#forms)
    const { letters } = cache
    if (b < letters.masks.length && !mayBeAlike(letters, a, b)) return LEVELS[kind].length - 1
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 15
    if (cache.a[slot] === a && cache.b[slot] === b) return cache.level[slot] as number
    let level = levelOf(kind, texts[a] as string, texts[b] as string, this.#forms)
    // A slip makes a name nobody bears; two names that many bear are two names.
    if (kind === 'given' && (level === 3 || level === 4) && this.#areTwoNames(column, a, b)) level = NEIGHBOUR
    cache.a[slot] = a
    cache.b[slot] = b
    cache.level[slot] = level
    return level
  }

  /** Both borne by several, and neither so much rarer than the other as a slip of it is. */
  #areTwoNames({ counts }: Column, a: number, b: number): boolean {
    const [one, other] = [counts[a] ?? 0, counts[b] ?? 0]
    return Math.min(one, other) >= Math.max(4, Math.max(one, other) / 300)
  }
}
