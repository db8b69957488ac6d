/**
 * The Common Transfer File of the Department for Education, as a table: one pupil a row, in flat memory. Elements are those of
 * its published guide (certain) and of files schools' systems write (likely): what we do not know is passed over. We are not
 * validated by the department.
 */
import sax from 'sax'
import { CTF_COLUMNS, type CtfColumn, PupilDesk } from './ctf-pupil.ts'
import { ListRefused } from './refusal.ts'
import { cellsOf, type SignTally, type Table, type TableRow } from './table.ts'

/** So deep a pupil's elements lie at most, twice over: deeper is no Common Transfer File. */
const MOST_DEEP = 24
/** Signs that a value of a pupil has at most; what is longer is no value of anybody. */
const MOST_VALUE = 10_000
const ROOT = 'CTfile'
const PUPIL = 'Pupil'

/** Whether a text that begins so is XML rather than a table: its first sign that is no space is `<`. */
export function looksLikeXml(start: string): boolean {
  return /^\s*</.test(start)
}

/**
 * Reads a Common Transfer File. Its pupils are its rows, counted from 1.
 * @throws ListRefused here or while rows are read: `not-ctf` for other XML, `xml-doctype` for one that declares anything (entities are
 *   never looked up), `xml-broken` with the line, `no-rows` where there is no pupil
 */
export async function readCtf(text: AsyncIterable<string>): Promise<Table> {
  const tally: Tally = { rows: 0, signs: 0, signRows: [] }
  const pupils = pupilsOf(text, tally)
  // The first is read now: what is no Common Transfer File is told before anybody asks for rows.
  const first = await pupils.next()
  return {
    columns: CTF_COLUMNS,
    rows: withFirst(first, pupils),
    seen: () => ({
      rows: tally.rows,
      blank: 0,
      raggedRows: 0,
      ragged: [],
      strippedSigns: tally.signs,
      strippedRows: [...tally.signRows],
    }),
  }
}

async function* withFirst(
  first: IteratorResult<TableRow, void>,
  rest: AsyncGenerator<TableRow, void>,
): AsyncGenerator<TableRow> {
  try {
    if (first.done === true) throw new ListRefused('no-rows')
    yield first.value
    yield* rest
  } finally {
    await rest.return()
  }
}

type Tally = SignTally & { rows: number }

async function* pupilsOf(text: AsyncIterable<string>, tally: Tally): AsyncGenerator<TableRow, void> {
  const reader = new CtfReader()
  for await (const chunk of text) {
    reader.write(chunk)
    for (const pupil of reader.taken()) yield rowOf(pupil, tally)
  }
  reader.end()
  for (const pupil of reader.taken()) yield rowOf(pupil, tally)
}

function rowOf(pupil: ReadonlyMap<CtfColumn, string>, tally: Tally): TableRow {
  const row = ++tally.rows
  const values = CTF_COLUMNS.map(column => pupil.get(column) ?? '')
  return { row, cells: cellsOf(values, CTF_COLUMNS, row, tally) }
}

/** Hands elements to the desk of one pupil at a time. */
class CtfReader {
  // Of entities only the five of XML itself.
  readonly #parser = sax.parser(true, { position: true, strictEntities: true } as sax.SAXOptions)
  /** Where each open element stands: within a pupil below it, as `BasicDetails/FormerUPN`, else from the root. */
  readonly #places: string[] = []
  #done: ReadonlyMap<CtfColumn, string>[] = []
  #desk: PupilDesk | undefined
  #value = ''
  readonly #source = { authority: '', school: '' }

  constructor() {
    const parser = this.#parser
    parser.onerror = () => {
      throw this.#places.length > 0 || this.#isClosed ? this.#broken() : new ListRefused('not-ctf')
    }
    // Nothing is declared in a file of ours, and whatever is can only be there to be followed.
    parser.ondoctype = () => {
      throw new ListRefused('xml-doctype')
    }
    parser.onopentag = tag => this.#open(localName(tag.name))
    parser.onclosetag = () => this.#close()
    parser.ontext = words => this.#add(words)
    parser.oncdata = words => this.#add(words)
  }

  #isClosed = false

  write(chunk: string): void {
    this.#parser.write(chunk)
  }

  /** The pupils since it was last asked. */
  taken(): readonly ReadonlyMap<CtfColumn, string>[] {
    const done = this.#done
    this.#done = []
    return done
  }

  /** @throws ListRefused where the file ends too soon */
  end(): void {
    this.#parser.close()
    if (!this.#isClosed) throw new ListRefused('not-ctf')
  }

  #broken(): ListRefused {
    return new ListRefused('xml-broken', String(this.#parser.line + 1))
  }

  #open(name: string): void {
    if (this.#places.length === 0 && name !== ROOT) throw new ListRefused('not-ctf')
    if (this.#places.length >= MOST_DEEP) throw this.#broken()
    this.#value = ''
    const above = this.#places.at(-1) ?? ''
    if (this.#desk === undefined && name === PUPIL) {
      this.#desk = new PupilDesk({ ...this.#source })
      this.#places.push('')
      return
    }
    const place = above === '' ? name : `${above}/${name}`
    this.#places.push(place)
    this.#desk?.open(place)
  }

  #close(): void {
    const value = this.#value.trim()
    this.#value = ''
    const place = this.#places.pop() ?? ''
    if (this.#desk === undefined) {
      if (place === `${ROOT}/Header/SourceSchool/LEA`) this.#source.authority = value
      if (place === `${ROOT}/Header/SourceSchool/Estab`) this.#source.school = value
      if (place === ROOT) this.#isClosed = true
    } else if (place === '') {
      this.#done.push(this.#desk.done())
      this.#desk = undefined
    } else this.#desk.take(place, value)
  }

  #add(words: string): void {
    this.#value += words
    if (this.#value.length > MOST_VALUE) throw new ListRefused('line-too-long', String(this.#parser.line + 1))
  }
}

/** A name without the prefix of its namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
