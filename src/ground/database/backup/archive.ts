/** Reads a backup's file: what it says it holds, and each of its parts with their fingerprints held against that. */
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { codeOf, DatabaseTrouble } from '../trouble.ts'
import { type FileInBackup, MANIFEST_ENTRY, type Manifest, readManifest } from './manifest.ts'
import { measuring } from './save.ts'

/** No manifest is larger; what says it is, is none. */
const MOST_MANIFEST = 16 * 1024 * 1024

export interface Archive {
  readonly manifest: Manifest
  /**
   * Lets a part stream into something.
   * @throws DatabaseTrouble when it is not what the manifest says, after all of it has gone by
   */
  pour(part: FileInBackup, into: Writable): Promise<void>
  close(): void
}

/**
 * Opens a backup.
 * @throws DatabaseTrouble when the file is not there, is no backup, is cut off, or is one of a newer program
 */
export async function openBackup(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
    (trouble: unknown) => {
      throw openTrouble(path, trouble)
    },
  )
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const manifest = await manifestOf(path, zip, entries)
    return {
      manifest,
      pour: (part, into) => pour(path, zip, entries, part, into),
      close: () => zip.close(),
    }
  } catch (trouble) {
    zip.close()
    throw trouble instanceof DatabaseTrouble ? trouble : brokenTrouble(path, trouble)
  }
}

/**
 * Reads a whole backup and holds every fingerprint against what it says.
 * @throws DatabaseTrouble naming the first part that is not as it was written
 */
export async function checkBackup(path: string): Promise<Manifest> {
  const archive = await openBackup(path)
  try {
    const { tables, lists, keys } = archive.manifest
    for (const part of [...tables, ...lists, ...keys]) await archive.pour(part, nowhere())
    return archive.manifest
  } finally {
    archive.close()
  }
}

async function manifestOf(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Manifest> {
  const entry = entries.get(MANIFEST_ENTRY)
  if (entry === undefined || entry.uncompressedSize > MOST_MANIFEST) throw notOursTrouble(path)
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const manifest = readManifest(Buffer.concat(chunks).toString('utf8'))
  if (manifest === undefined) throw notOursTrouble(path)
  return manifest
}

async function pour(
  path: string,
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  part: FileInBackup,
  into: Writable,
): Promise<void> {
  const entry = entries.get(part.entry)
  if (entry === undefined) throw changedTrouble(path, part.entry)
  let from: Readable
  try {
    from = await zip.openReadStreamPromise(entry)
  } catch (trouble) {
    throw brokenTrouble(path, trouble)
  }
  let readFailed: unknown
  from.once('error', trouble => {
    readFailed = trouble
  })
  const meter = measuring()
  try {
    await pipeline(from, meter.stream, into)
  } catch (trouble) {
    throw readFailed === undefined ? trouble : brokenTrouble(path, readFailed)
  }
  const found = meter.measured()
  if (found.sha256 !== part.sha256 || found.bytes !== part.bytes) throw changedTrouble(path, part.entry)
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

const OTHER_COPY = 'Use another copy of the backup. Nothing was changed.'

function openTrouble(path: string, cause: unknown): DatabaseTrouble {
  switch (codeOf(cause)) {
    case 'ENOENT':
      return new DatabaseTrouble(`There is no file ${path}.`, 'Check its name and its folder.', { cause })
    case 'EACCES':
    case 'EPERM':
      return new DatabaseTrouble(`The file ${path} may not be read by this account.`, 'Give it the right to.', {
        cause,
      })
    case 'EISDIR':
      return notOursTrouble(path)
    default:
      return brokenTrouble(path, cause)
  }
}

function brokenTrouble(path: string, cause: unknown): DatabaseTrouble {
  return new DatabaseTrouble(
    `${path} is not a whole backup: it is cut off, damaged or another kind of file.`,
    OTHER_COPY,
    {
      cause,
    },
  )
}

function notOursTrouble(path: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `${path} is not a backup of Connexions that this program can read.`,
    'If a newer version made it, restore it with that version.',
  )
}

function changedTrouble(path: string, entry: string): DatabaseTrouble {
  return new DatabaseTrouble(`${path} is not as it was written: "${entry}" in it was changed.`, OTHER_COPY)
}
