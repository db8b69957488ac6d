/**
 * Reads the flat XML of a return as it comes, in flat memory: elements and their text. Attributes are read and passed over, nothing is
 * declared, and no entity is followed but the five of XML itself. No library read a file of 150,000 people within our budget
 * (decision 0069).
 */
import { type Name, Names } from './xml-names.ts'
import { textOf, trimmed } from './xml-text.ts'
import { XmlBroken, type XmlCause } from './xml-trouble.ts'

/** What is told of a file. Lines count from 1. */
export interface XmlHandler {
  open(name: Name, line: number): void
  /** Text between two tags, without the spaces at its ends; never ''. */
  text(value: string, line: number): void
  close(name: Name, line: number): void
  /** An element with nothing in it but text, or nothing: told in one. Text that nobody asks for is told as ''. */
  leaf(name: Name, value: string, line: number, endLine: number): void
}

const MOST_DEEP = 24
/** Bytes of one tag or one declaration, and signs of one value. No value of a person is longer. */
const MOST = 10_000
const ATTRIBUTES = /^(?:\s+[\p{L}_:][\p{L}\p{N}_:.\-·]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*$/u
const [LF, CR, SPACE, LESS, GREATER] = [10, 13, 32, 60, 62] as const
const [BANG, SLASH, QUERY, DOUBLE, SINGLE] = [33, 47, 63, 34, 39] as const

/** What a byte is within text: nothing special, a line's end, a tag's beginning, part of a longer sign, or something to look at more closely. */
const [NOTHING, LINE, TAG, PART, LOOK] = [0, 1, 2, 3, 4] as const
const KIND = new Uint8Array(256)
KIND.fill(LOOK, 0, 32)
KIND.fill(PART, 128)
KIND[9] = NOTHING
KIND[LF] = LINE
KIND[LESS] = TAG
// `&`, `]` and the first byte of U+FFFE.
for (const byte of [38, 93, 0xef]) KIND[byte] = LOOK

type Within = 'elements' | 'comment' | 'cdata' | 'instruction'
const STOPS: Readonly<Record<Exclude<Within, 'elements'>, string>> = { comment: '--', cdata: ']]>', instruction: '?>' }

/** Give it UTF-8 piece by piece, then say that it ends. Both throw XmlBroken where it is no such XML. */
export class FlatXml {
  /** The line reading has come to. */
  line = 1
  readonly #handler: XmlHandler
  readonly #names: Names
  readonly #open: Name[] = []
  /** The tag before, and whether it closed. */
  #last: Name | undefined
  #hasClosed = false
  /** A tag that was opened and is not told yet: mostly its end is the next tag. */
  #pending: Name | undefined
  #pendingLine = 0
  #within: Within = 'elements'
  #bytes: Buffer = Buffer.alloc(0)
  /** The same with each byte as a sign: right where all of a value are ASCII, and much quicker to cut than bytes. */
  #text = ''
  #at = 0
  /** Of the text since the last tag, what a comment or text as it is has cut off. */
  #value = ''
  #hasBegun = false
  #hasDoctype = false
  #isOver = false

  /** @param skipped names of elements whose text nobody asks for: it is looked at all the same */
  constructor(handler: XmlHandler, skipped: ReadonlySet<string> = new Set()) {
    this.#handler = handler
    this.#names = new Names(skipped)
  }

  write(piece: Buffer): void {
    const rest = this.#bytes.subarray(this.#at)
    this.#bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    this.#text = this.#bytes.toString('latin1')
    this.#at = 0
    while (this.#within === 'elements' ? this.#elements() : this.#skip());
    const left = this.#bytes.subarray(this.#at)
    if (left.length > MOST * 4) throw this.#tooLong()
    // A copy: what is left must not hold the whole piece.
    this.#bytes = Buffer.from(left)
    this.#at = 0
  }

  end(): void {
    this.#tellPending()
    if (this.#bytes.length > 0 && this.#within === 'elements' && this.#bytes[0] !== LESS)
      this.#take(0, this.#bytes.length, false, false)
    else if (this.#bytes.length > 0 || this.#within !== 'elements') throw this.#broken('cut-off')
    if (!this.#hasBegun && !this.#isOver) throw this.#broken('empty')
    if (!this.#isOver) throw this.#broken('cut-off', this.#open[0]?.text)
  }

  #broken(cause: XmlCause, detail = ''): XmlBroken {
    return new XmlBroken(cause, this.line, detail)
  }

  #tooLong(): XmlBroken {
    return this.#broken(this.#hasBegun || this.#hasDoctype ? 'too-long' : 'not-xml')
  }

  /** On through elements and their text; false where more bytes are needed, true where something else begins. */
  #elements(): boolean {
    const bytes = this.#bytes
    const { length } = bytes
    // Looked at for each byte, so they are this function's own: in a bundle a constant of the module is a variable.
    const kinds = KIND
    const nothing = 0
    const lineEnd = 10
    const space = 32
    let at = this.#at
    while (at < length) {
      const from = at
      let lines = 0
      let isPlain = true
      let isAscii = true
      // Mostly a line's end and its indent: quicker looked at for themselves.
      if (bytes[at] === lineEnd) {
        lines = 1
        do at++
        while (bytes[at] === space)
      }
      for (; at < length; at++) {
        const kind = kinds[bytes[at] as number]
        if (kind === nothing) continue
        if (kind === TAG) break
        if (kind === LINE) lines++
        else if (kind === PART) isAscii = false
        else isPlain = false
      }
      if (at >= length) return this.#needMore(from)
      const next = bytes[at + 1]
      const pending = this.#pending
      if (pending !== undefined) {
        if (next === SLASH && this.#value === '' && pending.isAt(bytes, at + 2)) {
          this.#tellLeaf(pending, from, at, lines, isPlain, isAscii)
          at += 2 + pending.tag.length
          continue
        }
        // What may be its end and is not whole yet waits; else it holds more than text.
        if (next === undefined || (next === SLASH && at + 2 + pending.tag.length > length)) return this.#needMore(from)
        this.#tellPending()
      }
      const isMarkup = next === BANG || next === QUERY
      const name = isMarkup ? undefined : this.#nameAt(at, next === SLASH)
      // A tag of which nothing is known but its name goes the short way; what is not whole yet waits with the text before it.
      const end = isMarkup ? at : name === undefined ? this.#endOfTag(at + 1) : at + name.tag.length
      if (end === -1) return this.#needMore(from)
      if (at > from) this.#take(from, at, isPlain, isAscii)
      this.line += lines
      if (isMarkup) {
        this.#at = at
        return next === BANG ? this.#bang(at) : this.#instruction(at)
      }
      if (next === SLASH) this.#closeTag(at, end, name !== undefined)
      else if (name === undefined) this.#openTag(at, end)
      else this.#enter(name)
      at = next === SLASH && name !== undefined ? end + 2 : end + 1
    }
    this.#at = at
    return false
  }

  /** The name of a tag that says nothing else: the one that is to be closed, or the one that was opened here the last time. */
  #nameAt(less: number, closes: boolean): Name | undefined {
    if (closes) {
      const top = this.#open[this.#open.length - 1]
      return top?.isAt(this.#bytes, less + 2) ? top : undefined
    }
    const likely = this.#hasClosed ? this.#last?.afterClose : this.#last?.afterOpen
    return likely?.isAt(this.#bytes, less + 1) ? likely : undefined
  }

  /** Text or a tag is not whole yet. Spaces before a value are none of it: nobody can make us keep a file full of them. */
  #needMore(from: number): false {
    let at = from
    if (this.#value === '')
      while (at < this.#bytes.length && isBlank(this.#bytes[at] as number)) if (this.#bytes[at++] === LF) this.line++
    this.#at = at
    return false
  }

  /** Text up to a tag. */
  #take(from: number, to: number, isPlain: boolean, isAscii: boolean): void {
    const bytes = this.#bytes
    let a = from
    let b = to
    if (isPlain && this.#value === '') {
      while (a < b && isBlank(bytes[a] as number)) a++
      while (b > a && isBlank(bytes[b - 1] as number)) b--
      if (a === b) return
    }
    const raw = isPlain && isAscii ? this.#text.slice(a, b) : bytes.toString('utf8', a, b)
    const value = isPlain ? raw : textOf(raw, this.line)
    if (this.#open.length === 0 && trimmed(value) !== '')
      throw this.#broken(this.#hasBegun || this.#hasDoctype ? 'text-outside' : 'not-xml')
    this.#value = this.#value === '' ? value : this.#value + value
    if (this.#value.length > MOST && trimmed(this.#value).length > MOST) throw this.#tooLong()
  }

  #flush(): void {
    if (this.#value === '') return
    const value = trimmed(this.#value)
    this.#value = ''
    if (value !== '') this.#handler.text(value, this.line)
  }

  /** Where a tag ends: at the first `>` that is in no quotes; -1 where more bytes are needed. */
  #endOfTag(from: number): number {
    const bytes = this.#bytes
    let quote = 0
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] as number
      if (quote === 0) {
        if (byte === GREATER) return at
        if (byte === DOUBLE || byte === SINGLE) quote = byte
      } else if (byte === quote) quote = 0
    }
    if (bytes.length - from > MOST) throw this.#tooLong()
    return -1
  }

  #closeTag(less: number, end: number, isKnown: boolean): void {
    this.#flush()
    if (!isKnown) {
      const written = this.#bytes.toString('utf8', less + 2, end)
      if (written.trimEnd() !== this.#open.at(-1)?.text) throw this.#broken('mismatch', shown(written))
      this.line += linesIn(written)
    }
    this.#leave()
  }

  #leave(): void {
    const name = this.#open.pop()
    if (this.#open.length === 0) this.#isOver = true
    if (name === undefined) return
    this.#last = name
    this.#hasClosed = true
    this.#handler.close(name, this.line)
  }

  #openTag(less: number, end: number): void {
    const known = this.#names.find(this.#bytes, less + 1, end)
    if (known !== undefined) {
      this.#enter(known)
      return
    }
    const written = this.#bytes.toString('utf8', less + 1, end)
    if (written.length > MOST) throw this.#tooLong()
    const isEmpty = written.endsWith('/')
    const inside = isEmpty ? written.slice(0, -1) : written
    const [text = ''] = /^[^\s]*/.exec(inside) ?? []
    const name = this.#names.add(text)
    if (name === undefined || !ATTRIBUTES.test(inside.slice(text.length)))
      throw this.#broken(this.#hasBegun || this.#hasDoctype ? 'bad-tag' : 'not-xml', shown(written))
    this.#enter(name)
    if (isEmpty) {
      this.#tellLeaf(name, 0, 0, linesIn(written), true, true)
      return
    }
    this.#tellPending()
    this.line += linesIn(written)
  }

  #enter(name: Name): void {
    if (this.#isOver) throw this.#broken('two-roots', name.text)
    if (this.#open.length >= MOST_DEEP) throw this.#broken('too-deep')
    this.#flush()
    this.#hasBegun = true
    if (this.#hasClosed && this.#last !== undefined) this.#last.afterClose = name
    else if (this.#last !== undefined) this.#last.afterOpen = name
    this.#last = name
    this.#hasClosed = false
    this.#pending = name
    this.#pendingLine = this.line
  }

  /** What was opened holds more than text. */
  #tellPending(): void {
    const name = this.#pending
    if (name === undefined) return
    this.#pending = undefined
    this.#open.push(name)
    this.#handler.open(name, this.#pendingLine)
  }

  #tellLeaf(name: Name, from: number, to: number, lines: number, isPlain: boolean, isAscii: boolean): void {
    this.#pending = undefined
    this.#hasClosed = true
    let value = ''
    if (to > from && !(isPlain && name.isSkipped && to - from <= MOST)) {
      // As text of what is open, so that it is held to the same.
      this.#open.push(name)
      this.#take(from, to, isPlain, isAscii)
      this.#open.pop()
      value = trimmed(this.#value)
      this.#value = ''
    }
    if (this.#open.length === 0) this.#isOver = true
    this.line += lines
    this.#handler.leaf(name, value, this.#pendingLine, this.line)
  }

  /** `<!`: a comment, text as it is, or the line that says what kind of document it is. */
  #bang(less: number): boolean {
    const start = this.#bytes.toString('latin1', less, less + 9)
    if (start.startsWith('<!--')) return this.#go('comment', less + 4)
    if (start === '<![CDATA[') {
      if (this.#open.length === 0) throw this.#broken('text-outside')
      return this.#go('cdata', less + 9)
    }
    if (start === '<!DOCTYPE') return this.#doctype(less)
    if (start.length < 9) return false
    throw this.#broken(this.#hasBegun || this.#hasDoctype ? 'bad-tag' : 'not-xml', shown(start.slice(1)))
  }

  #go(within: Within, at: number): true {
    this.#within = within
    this.#at = at
    return true
  }

  /** A DOCTYPE is passed over; one that declares anything is refused. */
  #doctype(less: number): boolean {
    const end = this.#endOfTag(less + 9)
    const said = this.#bytes.toString('utf8', less, end === -1 ? this.#bytes.length : end)
    if (said.replaceAll(/"[^"]*(?:"|$)|'[^']*(?:'|$)/g, '').includes('[')) throw this.#broken('declares')
    if (end === -1) return false
    if (this.#hasBegun || this.#hasDoctype) throw this.#broken('bad-tag', '!DOCTYPE')
    this.#hasDoctype = true
    this.line += linesIn(said)
    return this.#go('elements', end + 1)
  }

  #instruction(less: number): boolean {
    const start = this.#bytes.toString('latin1', less, less + 6)
    if (start.length < 6) return false
    if (!/^<\?xml\s$/.test(start)) return this.#go('instruction', less + 2)
    const end = this.#bytes.indexOf('?>', less)
    if (end === -1) {
      if (this.#bytes.length - less > MOST) throw this.#tooLong()
      return false
    }
    const said = this.#bytes.toString('utf8', less, end)
    if (this.#hasBegun || this.#hasDoctype || this.line > 1) throw this.#broken('late-declaration')
    const encoding = /\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(said)?.[1] ?? 'UTF-8'
    if (!/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) throw this.#broken('other-encoding', encoding)
    this.line += linesIn(said)
    return this.#go('elements', end + 2)
  }

  /** On through a comment, an instruction or text as it is. */
  #skip(): boolean {
    if (this.#within === 'elements') return true
    const stop = STOPS[this.#within]
    const found = this.#bytes.indexOf(stop, this.#at)
    // What may be the beginning of the end is left for the next piece; so is a sign that is not whole.
    const upTo = found === -1 ? this.#wholeUpTo(this.#bytes.length - stop.length + 1) : found
    const passed = this.#bytes.toString('utf8', this.#at, upTo)
    this.line += linesIn(passed)
    if (this.#within === 'cdata') this.#value += passed.replaceAll(/\r\n?/g, '\n')
    if (this.#value.length > MOST) throw this.#tooLong()
    this.#at = upTo
    if (found === -1) return false
    if (this.#within !== 'comment') return this.#go('elements', found + stop.length)
    const after = this.#bytes[found + 2]
    if (after === undefined) return false
    if (after !== GREATER) throw this.#broken('bad-comment')
    return this.#go('elements', found + 3)
  }

  #wholeUpTo(end: number): number {
    let at = Math.max(this.#at, end)
    while (at > this.#at && ((this.#bytes[at] as number) & 0xc0) === 0x80) at--
    // Nor may the two signs of a line's end be told apart.
    if (at > this.#at && this.#bytes[at - 1] === CR) at--
    return at
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === 9 || byte === CR
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** The name of a tag for a message: what else is in it stays out, for it may be about somebody. */
function shown(tag: string): string {
  return /^\/?!?[A-Za-z0-9_:.-]{1,40}/.exec(tag)?.[0] ?? ''
}
