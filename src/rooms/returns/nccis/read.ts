/** Reads a return as it comes, in flat memory: its header, then one young person at a time, with the line each item is at. */
import { ITEMS, type Item, type ReturnRecord, recordOf } from '#rooms/tracking/index.ts'
import type { ReturnHeader } from './profile.ts'
import { type HeaderField, NODES, type Node, ROOT, UNKNOWN } from './tree.ts'
import { utf8Of } from './utf8.ts'
import { FlatXml, type XmlHandler } from './xml.ts'
import { MOST_NAMES, type Name } from './xml-names.ts'
import { XmlBroken } from './xml-trouble.ts'

/** What is wrong with how a file is made, and does not end its reading. */
export type ShapeCause =
  | 'no-header'
  | 'two-headers'
  | 'no-personal-details'
  | 'no-activities'
  | 'repeated'
  | 'text-between'
  | 'element-in-value'

/** What a reader is told. What it is given is good until it returns: keep copies. */
export interface ReturnHandler {
  header(header: ReturnHeader, line: number): void
  /** @param lineOf the line an item is at; that of the record where it is not there */
  record(record: ReturnRecord, line: number, lineOf: (item: Item) => number): void
  /** @param detail the name of an element, never a value */
  shape(cause: ShapeCause, line: number, detail: string, person: string): void
  /** An element nobody knows: it is passed over. */
  unknown(name: string): void
}

const ROOT_NAME = /^NCCIS(\d{4})?$/

/**
 * Reads a file.
 * @param wanted the items somebody asks for; all of them where it is left out
 * @throws XmlBroken with the line, where it cannot be read on
 */
export async function readTo(
  bytes: AsyncIterable<Uint8Array>,
  handler: ReturnHandler,
  wanted?: ReadonlySet<Item>,
): Promise<void> {
  const reader = new ReturnReader(handler)
  const xml = new FlatXml(reader, wanted === undefined ? undefined : namesBut(wanted))
  try {
    for await (const piece of utf8Of(bytes)) xml.write(piece)
    xml.end()
    reader.end(xml.line)
  } catch (trouble) {
    if (trouble instanceof XmlBroken && trouble.line === 0) throw new XmlBroken(trouble.cause, xml.line, trouble.detail)
    throw trouble
  }
}

export type ReadPart =
  | { readonly kind: 'header'; readonly header: ReturnHeader; readonly line: number }
  | { readonly kind: 'record'; readonly record: ReturnRecord; readonly line: number }
  | { readonly kind: 'shape'; readonly cause: ShapeCause; readonly line: number; readonly detail: string }

/**
 * Reads a file as it comes.
 * @throws XmlBroken with the line, where it cannot be read on
 */
export async function* readReturn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPart> {
  let parts: ReadPart[] = []
  const reader = new ReturnReader({
    header: (header, line) => void parts.push({ kind: 'header', header, line }),
    record: (record, line) => void parts.push({ kind: 'record', record, line }),
    shape: (cause, line, detail) => void parts.push({ kind: 'shape', cause, line, detail }),
    unknown: () => {},
  })
  const xml = new FlatXml(reader)
  const taken = () => {
    const these = parts
    parts = []
    return these
  }
  try {
    for await (const piece of utf8Of(bytes)) {
      xml.write(piece)
      yield* taken()
    }
    xml.end()
    reader.end(xml.line)
    yield* taken()
  } catch (trouble) {
    yield* taken()
    if (trouble instanceof XmlBroken && trouble.line === 0) throw new XmlBroken(trouble.cause, xml.line, trouble.detail)
    throw trouble
  }
}

type Header = { -readonly [Field in HeaderField]: Field extends 'databases' | 'authorities' ? string[] : string }

class ReturnReader implements XmlHandler {
  readonly #handler: ReturnHandler
  readonly #open: Node[] = []
  #node: Node | undefined
  #value = ''
  #headers = 0
  #header: Header = emptyHeader()
  /** Of the record that is open. */
  readonly #values: string[] = ITEMS.map(() => '')
  #characteristics: string[] = []
  #startsAt = 0
  /** Counts records and headers: an element was there before in this one when it bears its number. */
  #serial = 0
  readonly #seenIn = new Uint32Array(NODES)
  readonly #lines = new Uint32Array(NODES)
  /** What a name is within an element, by the numbers of both: looked up once. */
  readonly #within: (Node | undefined)[] = Array.from({ length: NODES * MOST_NAMES }, () => undefined)

  constructor(handler: ReturnHandler) {
    this.#handler = handler
  }

  open({ text, id }: Name, line: number): void {
    const above = this.#node
    if (above === undefined) {
      if (!ROOT_NAME.test(text)) throw new XmlBroken('other-root', line, text.slice(0, 40))
      this.#node = ROOT
      return
    }
    this.#open.push(above)
    const node = this.#childOf(above, text, id)
    this.#meet(above, node, text, line)
    this.#node = node
    this.#value = ''
  }

  leaf(name: Name, value: string, line: number, endLine: number): void {
    const above = this.#node
    const node = above === undefined ? undefined : this.#childOf(above, name.text, name.id)
    if (above !== undefined && node?.kind === 'value') {
      this.#note(node, line)
      this.#keep(node, value)
      return
    }
    this.open(name, line)
    if (value !== '') this.text(value, endLine)
    this.close(name, endLine)
  }

  text(value: string, line: number): void {
    const kind = this.#node?.kind
    if (kind === 'value') this.#value += value
    else if (kind !== 'unknown') this.#handler.shape('text-between', line, this.#node?.name ?? '', this.#person())
  }

  close(_name: Name, line: number): void {
    const node = this.#node
    const above = this.#open.pop()
    this.#node = above
    if (node === undefined) return
    if (node.kind === 'value') this.#keep(node, this.#value)
    else if (node.kind === 'record') this.#finishRecord()
    else if (node.kind === 'header') this.#handler.header(this.#header, line)
  }

  end(line: number): void {
    if (this.#headers === 0) this.#handler.shape('no-header', line, '', '')
  }

  #childOf(above: Node, text: string, id: number): Node {
    if (id < 0) return above.children.get(text) ?? UNKNOWN
    const at = above.number * MOST_NAMES + id
    const known = this.#within[at]
    if (known !== undefined) return known
    const node = above.children.get(text) ?? UNKNOWN
    this.#within[at] = node
    return node
  }

  #meet(above: Node, node: Node, name: string, line: number): void {
    if (node.kind === 'unknown') this.#meetUnknown(above, name, line)
    else if (node.kind === 'record' || node.kind === 'header') this.#begin(node, line)
    else this.#note(node, line)
  }

  #begin(node: Node, line: number): void {
    this.#serial++
    this.#startsAt = line
    if (node.kind === 'record') {
      this.#values.fill('')
      this.#characteristics = []
      return
    }
    this.#headers++
    if (this.#headers > 1) this.#handler.shape('two-headers', line, '', '')
    this.#header = emptyHeader()
  }

  /** An element that is known: it may be there once in its record. */
  #note(node: Node, line: number): void {
    if (this.#seenIn[node.number] === this.#serial) {
      if (!node.repeats) this.#handler.shape('repeated', line, node.name, this.#person())
      return
    }
    this.#seenIn[node.number] = this.#serial
    this.#lines[node.number] = line
  }

  #meetUnknown(above: Node, name: string, line: number): void {
    if (above.kind === 'value') this.#handler.shape('element-in-value', line, above.name, this.#person())
    else if (above.kind !== 'unknown') this.#handler.unknown(name)
  }

  #keep({ item, field, place }: Node, value: string): void {
    if (place >= 0) this.#values[place] = value
    else if (item !== undefined) {
      if (value !== '') this.#characteristics.push(value)
    } else if (field === 'databases' || field === 'authorities') {
      // Nobody sends for more authorities than there are.
      if (value !== '' && this.#header[field].length < 1_000) this.#header[field].push(value)
    } else if (field !== undefined) this.#header[field] = value
  }

  #finishRecord(): void {
    const has = (node: Node | undefined) => node !== undefined && this.#seenIn[node.number] === this.#serial
    if (!has(PERSONAL)) this.#handler.shape('no-personal-details', this.#startsAt, '', '')
    if (!has(ACTIVITIES)) this.#handler.shape('no-activities', this.#startsAt, '', this.#person())
    this.#handler.record(recordOf(this.#values, this.#characteristics), this.#startsAt, item => {
      const number = NUMBER_OF.get(item)
      return number !== undefined && this.#seenIn[number] === this.#serial
        ? (this.#lines[number] ?? this.#startsAt)
        : this.#startsAt
    })
  }

  #person(): string {
    return this.#values[PERSON] ?? ''
  }
}

const PERSON = ITEMS.indexOf('YoungPersonsID')
const RECORD = ROOT.children.get('YoungPersonsRecord')
const PERSONAL = RECORD?.children.get('PersonalDetails')
const ACTIVITIES = RECORD?.children.get('Activities')

/** Where each item is counted. */
const NUMBER_OF: ReadonlyMap<string, number> = new Map(RECORD === undefined ? [] : numbersIn(RECORD))

function numbersIn(node: Node): [string, number][] {
  return [...node.children.values()].flatMap((child): [string, number][] =>
    child.item === undefined ? numbersIn(child) : [[child.item, child.number]],
  )
}

/** Names of values nobody asks for, wherever they stand. */
function namesBut(wanted: ReadonlySet<Item>): ReadonlySet<string> {
  const names = (node: Node, isAsked: boolean): string[] =>
    [...node.children].flatMap(([name, child]) =>
      child.kind !== 'value'
        ? names(child, isAsked)
        : (child.field !== undefined || wanted.has(child.item as Item)) === isAsked
          ? [name]
          : [],
    )
  const asked = new Set(names(ROOT, true))
  return new Set(names(ROOT, false).filter(name => !asked.has(name)))
}

function emptyHeader(): Header {
  return {
    databases: [],
    authorities: [],
    dateOfSend: '',
    periodEnd: '',
    supplierName: '',
    supplierXmlVersion: '',
    xmlSchemaVersion: '',
  }
}
