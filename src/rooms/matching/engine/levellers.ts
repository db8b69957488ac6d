/**
 * The level of two texts of a column by their numbers. What `levelOf` says of two texts is said here without reading them
 * wherever it can be: from their letters as bits, from dates as figures, or from what was asked before.
 */
import { type Column, type Letters, lettersOf, mayBeAlike, maySlip, ones } from './columns.ts'
import { hashOf } from './hashes.ts'
import type { Kind } from './kinds.ts'
import { type Forms, LEVELS, levelOf, NEIGHBOUR } from './levels.ts'

export type Leveller = {
  /** The level of two different, known texts by their numbers, the smaller first. At least 2. */
  level(a: number, b: number): number
}

/** The quickest way to the levels of a column; it says what `levelOf` says. */
export function levellerOf(column: Column, kind: Kind, forms: Forms): Leveller {
  switch (kind) {
    case 'given':
    case 'family':
    case 'place':
    case 'category':
      return new Remembered(column, kind, forms)
    case 'date':
      return new Dates(column, forms)
    case 'postcode':
      return new Postcodes(column, forms)
    case 'identifier':
    case 'upn':
    case 'uln':
    case 'nhs':
    case 'phone':
    case 'number':
      return new Slips(column, kind, forms)
    case 'email':
      return new Read(column, kind, forms)
    default:
      return kind satisfies never
  }
}

/** Reads both texts. */
class Read implements Leveller {
  readonly #texts: readonly string[]
  readonly #kind: Kind
  readonly #forms: Forms

  constructor({ book }: Column, kind: Kind, forms: Forms) {
    this.#texts = book.texts
    this.#kind = kind
    this.#forms = forms
  }

  level(a: number, b: number): number {
    return levelOf(this.#kind, this.#texts[a] as string, this.#texts[b] as string, this.#forms)
  }
}

/** Pairs of texts that are remembered, each at one place: a pair that comes to a taken place takes it over. */
const PLACES = 1 << 17
/** Of so few texts the levels of all pairs are kept. */
const FEW = 1024

/** Names and places repeat: most pairs of texts have been asked about before. Somebody new may bring a text the letters do not know. */
class Remembered implements Leveller {
  readonly #letters: Letters
  readonly #column: Column
  readonly #kind: Kind
  readonly #read: Read
  /** The first text of each pair, and beside it the second with the level in its lowest four bits. */
  readonly #pairs: Int32Array
  /** How many texts all pairs are kept of; 0 where they are too many. */
  readonly #few: number
  readonly #all: Uint8Array

  constructor(column: Column, kind: Kind, forms: Forms) {
    this.#letters = lettersOf(column.book)
    this.#column = column
    this.#kind = kind
    this.#read = new Read(column, kind, forms)
    const texts = column.book.texts.length
    this.#few = texts <= FEW ? texts : 0
    this.#all = new Uint8Array(this.#few * this.#few)
    this.#pairs = new Int32Array(2 * PLACES)
  }

  level(a: number, b: number): number {
    if (b < this.#few) {
      const at = a * this.#few + b
      if (this.#all[at] === 0) this.#all[at] = this.#quick(a, b)
      return this.#all[at] as number
    }
    if (b < this.#letters.lengths.length && !mayBeAlike(this.#letters, a, b)) return LEVELS[this.#kind].length - 1
    const place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 15
    const pairs = this.#pairs
    const known = pairs[2 * place + 1] as number
    if (pairs[2 * place] === a && known >>> 4 === b) return known & 15
    const level = this.#slow(a, b)
    pairs[2 * place] = a
    pairs[2 * place + 1] = (b << 4) | level
    return level
  }

  #quick(a: number, b: number): number {
    return mayBeAlike(this.#letters, a, b) ? this.#slow(a, b) : LEVELS[this.#kind].length - 1
  }

  #slow(a: number, b: number): number {
    const level = this.#read.level(a, b)
    // A slip makes a name nobody bears; two names that many bear are two names.
    return this.#kind === 'given' && (level === 3 || level === 4) && areTwoNames(this.#column, a, b) ? NEIGHBOUR : level
  }
}

/** Both borne by several, and neither so much rarer than the other as a slip of it is. */
function areTwoNames({ counts }: Column, a: number, b: number): boolean {
  const [one, other] = [counts[a] ?? 0, counts[b] ?? 0]
  return Math.min(one, other) >= Math.max(4, Math.max(one, other) / 300)
}

/** Numbers, of which only a slip is looked for. */
class Slips implements Leveller {
  readonly #letters: Letters
  readonly #different: number
  readonly #read: Read

  constructor(column: Column, kind: Kind, forms: Forms) {
    this.#letters = lettersOf(column.book)
    this.#different = LEVELS[kind].length - 1
    this.#read = new Read(column, kind, forms)
  }

  level(a: number, b: number): number {
    const isKnown = b < this.#letters.lengths.length
    return isKnown && !maySlip(this.#letters, a, b) ? this.#different : this.#read.level(a, b)
  }
}

/** Postcodes of another district that are no slip either are different; others are read. */
class Postcodes implements Leveller {
  readonly #letters: Letters
  /** What stands before the last three, hashed; 0 for codes so short that they are read. */
  readonly #districts: Int32Array
  readonly #read: Read

  constructor(column: Column, forms: Forms) {
    const { texts } = column.book
    this.#letters = lettersOf(column.book)
    this.#districts = new Int32Array(texts.length)
    for (let n = 1; n < texts.length; n++) {
      const text = texts[n] as string
      if (text.length >= 5) this.#districts[n] = hashOf(text.slice(0, -3))
    }
    this.#read = new Read(column, 'postcode', forms)
  }

  level(a: number, b: number): number {
    const [one, other] = [this.#districts[a] ?? 0, this.#districts[b] ?? 0]
    if (one !== 0 && other !== 0 && one !== other && !maySlip(this.#letters, a, b)) return LEVELS.postcode.length - 1
    return this.#read.level(a, b)
  }
}

/** Marks what is not eight figures. */
const NO_DATE = -1

/** Dates as eight figures of four bits each. */
class Dates implements Leveller {
  readonly #figures: Int32Array
  readonly #read: Read

  constructor(column: Column, forms: Forms) {
    this.#figures = Int32Array.from(column.book.texts, text =>
      /^\d{8}$/.test(text) ? Number.parseInt(text, 16) : NO_DATE,
    )
    this.#read = new Read(column, 'date', forms)
  }

  level(a: number, b: number): number {
    const [x, y] = [this.#figures[a] ?? NO_DATE, this.#figures[b] ?? NO_DATE]
    return x === NO_DATE || y === NO_DATE ? this.#read.level(a, b) : levelOfFigures(x, y)
  }
}

/** What `levelOf` says of two different dates, given as eight figures of four bits each. */
export function levelOfFigures(x: number, y: number): number {
  const apart = x ^ y
  const sameYear = apart >>> 16 === 0
  if (sameYear && ((x >>> 8) & 255) === (y & 255) && (x & 255) === ((y >>> 8) & 255)) return 2
  // One bit for each figure that differs.
  let figures = apart | (apart >>> 1)
  figures = (figures | (figures >>> 2)) & 0x11111111
  const differ = ones(figures)
  if (differ === 1 || (differ === 2 && areSwapped(x, y, figures))) return 3
  const same = Number(sameYear) + Number((apart & 0xff00) === 0) + Number((apart & 0xff) === 0)
  if (same >= 2 || differ <= 2) return 4
  return sameYear ? 5 : 6
}

/** Whether the two figures that differ are neighbours, each standing where the other does. */
function areSwapped(x: number, y: number, figures: number): boolean {
  const at = 27 - Math.clz32(figures)
  if (at < 0 || figures >>> at !== 0x11) return false
  return ((x >>> at) & 15) === ((y >>> (at + 4)) & 15) && ((y >>> at) & 15) === ((x >>> (at + 4)) & 15)
}
