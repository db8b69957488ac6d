/** Bytes of a file, known to be UTF-8, piece by piece. UTF-8 only: what encoding the department takes besides is not known. */
import { isUtf8 } from 'node:buffer'
import { XmlBroken } from './xml-trouble.ts'

const NEWLINE = 10

/**
 * The bytes of a file without the mark at their beginning, in pieces of whole signs.
 * @throws XmlBroken with line 0, which whoever counts lines knows better: `utf-16`, or `not-utf8` after all that comes before the line it is in
 */
export async function* utf8Of(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let left: Buffer = Buffer.alloc(0)
  let isFirst = true
  for await (const piece of bytes) {
    let all = left.length === 0 ? asBuffer(piece) : Buffer.concat([left, piece])
    // Whoever sends byte by byte is heard out until the first bytes tell the encoding.
    if (isFirst && all.length < 4) {
      left = all
      continue
    }
    if (isFirst) all = withoutMark(all)
    isFirst = false
    const whole = all.length - unfinished(all)
    left = Buffer.from(all.subarray(whole))
    yield* piecesOf(all.subarray(0, whole))
  }
  if (isFirst) left = withoutMark(left)
  if (left.length > 0) yield* piecesOf(left)
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  if (isUtf8(bytes)) yield bytes
  else {
    // Up to the line that is no UTF-8, so that whoever reads knows where they are.
    let from = 0
    for (;;) {
      const end = bytes.indexOf(NEWLINE, from)
      const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
      if (!isUtf8(line)) throw new XmlBroken('not-utf8', 0)
      yield line
      if (end === -1) return
      from = end + 1
    }
  }
}

function withoutMark(bytes: Buffer): Buffer {
  const [a, b, c] = bytes
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0) || (a === 0 && b === 0x3c))
    throw new XmlBroken('utf-16', 0)
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes
}

/** How many bytes at the end begin a sign that is not whole yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
