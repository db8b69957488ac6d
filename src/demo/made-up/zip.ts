/** Writes a zip of files as they are, without packing them: no more of a file is held than a piece at a time. */
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** The same files give the same bytes, whenever they were made and by whom. */
const ALIKE = { compress: false, mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o100644 }

export type Part = { readonly name: string; readonly from: string }

/** @param parts the files it holds, in their order */
export async function writeZip(path: string, parts: readonly Part[]): Promise<void> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream as Readable, createWriteStream(path))
  // A part that cannot be read ends it: without a word the writing would wait for ever.
  const failed = new Promise<never>((_, reject) => zip.once('error', reject))
  for (const { name, from } of parts) zip.addFile(from, name, ALIKE)
  zip.end()
  await Promise.race([written, failed])
}
