/**
 * Bytes to text. Partners send UTF-8 with a mark and without, UTF-16 from "Unicode text", and Windows-1252; none says
 * which. Plain ASCII reads alike in all of them, so the first letter beyond it decides, on as many bytes as are at hand;
 * a byte that does not fit a file already known as UTF-8 is read as Windows-1252 and counted.
 */
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { ListRefused } from './refusal.ts'

export type Encoding = 'ascii' | 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type Decoded = {
  readonly text: AsyncIterable<string>
  /** What is known so far; final when the text has been read to its end. */
  seen(): { readonly encoding: Encoding; readonly strayBytes: number }
}

/** As many bytes as are looked at before a word is said about the file. */
const HEAD_BYTES = 65_536

/**
 * Decodes a partner's file as it streams.
 * @throws ListRefused `empty-file`, `binary`, `spreadsheet` or `pdf`, here or while the text is read
 */
export async function decode(bytes: AsyncIterable<Uint8Array>): Promise<Decoded> {
  const source = bytes[Symbol.asyncIterator]()
  const head = await readHead(source)
  const mark = markOf(head)
  if (head.length === mark.length) throw new ListRefused('empty-file')
  refuseOtherKinds(head)
  const state = { encoding: mark.encoding ?? ('ascii' as Encoding), strayBytes: 0 }
  const chunks = chunksFrom(head.subarray(mark.length), source)
  const wide = state.encoding === 'utf-16le' || state.encoding === 'utf-16be'
  const text = wide ? wideText(chunks, state.encoding) : narrowText(chunks, state)
  return { text, seen: () => ({ ...state }) }
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await source.next()
    if (next.done === true) break
    parts.push(next.value)
    length += next.value.length
  }
  return Buffer.concat(parts)
}

function markOf(head: Buffer): { length: number; encoding?: Encoding } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { length: 3, encoding: 'utf-8-bom' }
  if (head[0] === 0xff && head[1] === 0xfe) return { length: 2, encoding: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { length: 2, encoding: 'utf-16be' }
  return { length: 0 }
}

function refuseOtherKinds(head: Buffer): void {
  const start = head.toString('latin1', 0, 8)
  // A zip (all newer Office files are) and the older Office container.
  if (start.startsWith('PK\x03\x04') || start.startsWith('\xd0\xcf\x11\xe0')) throw new ListRefused('spreadsheet')
  if (start.startsWith('%PDF-')) throw new ListRefused('pdf')
}

async function* chunksFrom(head: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    yield head
    for (let next = await source.next(); next.done !== true; next = await source.next())
      yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
  } finally {
    await source.return?.()
  }
}

async function* wideText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of chunks) yield decoder.write(chunk)
  yield decoder.end() ?? ''
}

async function* narrowText(
  chunks: AsyncIterable<Buffer>,
  state: { encoding: Encoding; strayBytes: number },
): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (looksBinary(chunk)) throw new ListRefused('binary')
    const all = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (state.encoding === 'windows-1252') {
      yield iconv.decode(all, 'win1252')
      held = Buffer.alloc(0)
      continue
    }
    const cut = all.length - unfinished(all)
    yield narrowChunk(all.subarray(0, cut), state)
    held = Buffer.from(all.subarray(cut))
  }
  // A sequence the end of the file cut off can only be letters of the older code.
  if (held.length > 0) yield narrowChunk(held, state)
}

function narrowChunk(part: Buffer, state: { encoding: Encoding; strayBytes: number }): string {
  if (isAscii(part)) return part.toString('latin1')
  if (state.encoding === 'ascii') state.encoding = isUtf8(part) || mostlyUtf8(part) ? 'utf-8' : 'windows-1252'
  if (state.encoding === 'windows-1252') return iconv.decode(part, 'win1252')
  if (isUtf8(part)) return part.toString('utf8')
  const mended = mend(part)
  state.strayBytes += mended.strays
  return mended.text
}

function mostlyUtf8(part: Buffer): boolean {
  const { letters, strays } = mend(part)
  return letters > strays
}

/** Reads each good UTF-8 sequence as one and every other byte as Windows-1252. */
function mend(part: Buffer): { text: string; letters: number; strays: number } {
  const pieces: string[] = []
  let letters = 0
  let strays = 0
  let plainFrom = 0
  for (let i = 0; i < part.length; ) {
    const byte = part[i] ?? 0
    if (byte < 0x80) {
      i++
      continue
    }
    pieces.push(part.toString('latin1', plainFrom, i))
    const size = sequenceLength(byte)
    if (size > 1 && i + size <= part.length && isUtf8(part.subarray(i, i + size))) {
      pieces.push(part.toString('utf8', i, i + size))
      letters++
      i += size
    } else {
      pieces.push(iconv.decode(part.subarray(i, i + 1), 'win1252'))
      strays++
      i++
    }
    plainFrom = i
  }
  pieces.push(part.toString('latin1', plainFrom))
  return { text: pieces.join(''), letters, strays }
}

function sequenceLength(first: number): number {
  return first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 1
}

/** How many bytes at the end are the beginning of a sequence that is not all there yet. */
function unfinished(all: Buffer): number {
  for (let back = 1; back <= Math.min(3, all.length); back++) {
    const byte = all[all.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

/** A NUL, or more than one sign in fifty that no text has: a picture or a program, whatever its name says. */
function looksBinary(chunk: Buffer): boolean {
  if (chunk.includes(0)) return true
  let odd = 0
  for (const byte of chunk) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) odd++
  return odd > 8 && odd * 50 > chunk.length
}
