/** The files of a zip, each to be read as it streams. Nothing is ever unpacked to a disk. */
import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ListRefused } from './reading/refusal.ts'

/** More files than that no list has. */
const MOST_ENTRIES = 1000
/** A file that grows by more than that is there to fill a disk or a memory: text grows by five to fifteen. */
const MOST_GROWTH = 100
/** Smaller ones may grow as they like. */
const SMALL = 64 * 1024 * 1024

export type Zip = {
  /** Names of its files. */
  readonly names: readonly string[]
  /** The bytes of a file, undefined where there is none of that name. Each is read once. */
  read(name: string): AsyncIterable<Uint8Array> | undefined
  close(): void
}

/** Whether a file that begins so is a zip. */
export function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5)
}

/**
 * Opens a zip by its list of files.
 * @throws ListRefused `zip-broken` where it is damaged or cut off, `zip-paths` where a name leads outside of it, `zip-locked` where it
 *   wants a password, `zip-bomb` where a file says it is far larger than it is packed, or grows further than it says
 */
export async function openZip(path: string): Promise<Zip> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((trouble: Error) => {
    throw refusalFor(trouble)
  })
  try {
    const entries = await listEntries(zip)
    return {
      names: [...entries.keys()],
      read(name) {
        const entry = entries.get(name)
        return entry && bytesOf(zip, entry)
      },
      close: () => zip.close(),
    }
  } catch (trouble) {
    zip.close()
    throw trouble
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new ListRefused('zip-broken')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      // Which of two of one name is meant nobody can know, and readers differ.
      if (entries.has(entry.fileName)) throw new ListRefused('zip-broken')
      if (entry.isEncrypted()) throw new ListRefused('zip-locked')
      if (entry.uncompressedSize > Math.max(SMALL, entry.compressedSize * MOST_GROWTH))
        throw new ListRefused('zip-bomb')
      entries.set(entry.fileName, entry)
    }
  } catch (trouble) {
    throw trouble instanceof ListRefused ? trouble : refusalFor(trouble as Error)
  }
  return entries
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let stream: Readable | undefined
  try {
    stream = await zip.openReadStreamPromise(entry)
    // What comes out is held against what the list of files says: no more comes than that.
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (trouble) {
    throw trouble instanceof ListRefused ? trouble : refusalFor(trouble as Error)
  } finally {
    stream?.destroy()
  }
}

function refusalFor(trouble: Error): ListRefused {
  if (/relative path|absolute path|characters in fileName/i.test(trouble.message)) return new ListRefused('zip-paths')
  if (/too many bytes/i.test(trouble.message)) return new ListRefused('zip-bomb')
  return new ListRefused('zip-broken')
}
