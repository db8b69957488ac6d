/** Writes a zip of files as they are, without packing them: no more of a file is held than a piece at a time. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

const LOCAL = 0x04034b50
const LISTED = 0x02014b50
const END = 0x06054b50
const VERSION = 20
/** Midnight of the first day a zip can tell of (1980): the same files give the same bytes. */
const FIRST_DAY = 0x21

export type Part = { readonly name: string; readonly from: string }

/** @param parts the files it holds, in their order; names in plain letters, sizes below 4 GB */
export async function writeZip(path: string, parts: readonly Part[]): Promise<void> {
  const zip = await open(path, 'w')
  try {
    const listed: Buffer[] = []
    let at = 0
    for (const { name, from } of parts) {
      const shared = await headOf(name, from)
      const start = Buffer.concat([word(LOCAL), shared, Buffer.from(name)])
      await zip.write(start)
      for await (const piece of createReadStream(from)) await zip.write(piece as Buffer)
      const where = Buffer.alloc(14)
      where.writeUInt32LE(at, 10)
      listed.push(Buffer.concat([word(LISTED), Buffer.from([VERSION, 0]), shared, where, Buffer.from(name)]))
      at += start.length + shared.readUInt32LE(18)
    }
    const list = Buffer.concat(listed)
    const end = Buffer.alloc(18)
    end.writeUInt16LE(parts.length, 4)
    end.writeUInt16LE(parts.length, 6)
    end.writeUInt32LE(list.length, 8)
    end.writeUInt32LE(at, 12)
    await zip.write(Buffer.concat([list, word(END), end]))
  } finally {
    await zip.close()
  }
}

/** What stands before a file and again in the list of files. */
async function headOf(name: string, from: string): Promise<Buffer> {
  const head = Buffer.alloc(26)
  const { size } = await stat(from)
  let sum = 0
  for await (const piece of createReadStream(from)) sum = crc32(piece as Buffer, sum)
  head.writeUInt16LE(VERSION, 0)
  head.writeUInt16LE(FIRST_DAY, 8)
  head.writeUInt32LE(sum, 10)
  head.writeUInt32LE(size, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
