/** Records as columns of numbers: each different text of a column has one, and 0 is "not known". */
import { doubled } from './grown.ts'
import { type Kind, prepared } from './kinds.ts'

/** Texts and their numbers. Columns that are compared across (given and family name; parts of an address) share one. */
export class Book {
  readonly texts: string[] = ['']
  #numbers: Map<string, number> | undefined

  numberOf(text: string): number {
    this.#numbers ??= new Map(this.texts.map((known, n) => [known, n]))
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.length
    this.texts.push(text)
    this.#numbers.set(text, number)
    return number
  }

  /** Lets go of what finds a text's number; it is made again when one is asked for. */
  rest(): void {
    this.#numbers = undefined
  }
}

export type Column = {
  readonly name: string
  readonly kind: Kind
  readonly book: Book
  /** For each record the number of its text. */
  readonly ids: Int32Array
  /** How many records carry each text of the book, in this column. */
  readonly counts: Int32Array
}

export type Records = { readonly size: number; readonly columns: readonly Column[] }

/** The letters of each text as bits, and its length: enough to tell quickly that two texts are nothing alike. */
export type Letters = { readonly masks: Int32Array; readonly lengths: Uint8Array }

export function lettersOf(book: Book): Letters {
  const masks = new Int32Array(book.texts.length)
  const lengths = new Uint8Array(book.texts.length)
  for (const [n, text] of book.texts.entries()) {
    let mask = 0
    for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) & 31)
    masks[n] = mask
    lengths[n] = Math.min(255, text.length)
  }
  return { masks, lengths }
}

/** False when so few letters are shared that no likeness of 0.6 (Jaro) can come of it. */
export function mayBeAlike({ masks, lengths }: Letters, a: number, b: number): boolean {
  const [maskA, maskB] = [masks[a] as number, masks[b] as number]
  const [la, lb] = [lengths[a] as number, lengths[b] as number]
  const common = Math.min(la - ones(maskA & ~maskB), lb - ones(maskB & ~maskA))
  return common > 0 && common / la + common / lb >= 0.8
}

/** False when the letters differ too much for one slip: added, dropped, changed or swapped. */
export function maySlip({ masks, lengths }: Letters, a: number, b: number): boolean {
  const longer = (lengths[a] as number) - (lengths[b] as number)
  if (longer > 1 || longer < -1) return false
  const [maskA, maskB] = [masks[a] as number, masks[b] as number]
  const [mine, theirs] = [maskA & ~maskB, maskB & ~maskA]
  return (mine & (mine - 1)) === 0 && (theirs & (theirs - 1)) === 0
}

/** How many bits are set. */
export function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Which columns share a book. */
function bookOf(kind: Kind): string | undefined {
  if (kind === 'given' || kind === 'family') return 'name'
  return kind === 'place' ? 'place' : undefined
}

/** Raw texts of a column that are remembered: where nearly every text is new, remembering costs more than preparing. */
const REMEMBERED = 200_000

/** Gathers rows into columns. A raw text that comes often is prepared once. */
export class Gatherer {
  readonly #columns: { name: string; kind: Kind; book: Book; ids: Int32Array; raw: Map<string, number> }[]
  #size = 0

  constructor(columns: readonly { readonly name: string; readonly kind: Kind }[]) {
    const books = new Map<string, Book>()
    this.#columns = columns.map(({ name, kind }) => {
      const shared = bookOf(kind)
      const book = (shared && books.get(shared)) || new Book()
      if (shared) books.set(shared, book)
      return { name, kind, book, ids: new Int32Array(1024), raw: new Map<string, number>() }
    })
  }

  /** Adds one record: its texts in the order of the columns. */
  add(texts: readonly (string | undefined)[]): void {
    for (const [c, column] of this.#columns.entries()) {
      if (this.#size === column.ids.length) column.ids = doubled(column.ids)
      const text = texts[c] ?? ''
      let id = column.raw.get(text)
      if (id === undefined) {
        id = column.book.numberOf(prepared(column.kind, text))
        if (column.raw.size < REMEMBERED) column.raw.set(text, id)
      }
      column.ids[this.#size] = id
    }
    this.#size++
  }

  done(): Records {
    const size = this.#size
    return {
      size,
      columns: this.#columns.map(({ name, kind, book, ids, raw }) => {
        raw.clear()
        book.rest()
        return { name, kind, book, ids: ids.slice(0, size), counts: countsOf(ids, size, book) }
      }),
    }
  }
}

/** How many of the first so many records carry each text of a book, by its number. */
export function countsOf(ids: Int32Array, size: number, book: Book): Int32Array {
  const counts = new Int32Array(book.texts.length)
  for (let i = 0; i < size; i++) {
    const id = ids[i] as number
    counts[id] = (counts[id] as number) + 1
  }
  return counts
}
