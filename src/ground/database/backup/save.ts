/** Writes a backup: every table in one snapshot, by COPY, into one zip, with a fingerprint of each. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ClientBase, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import type { Instant } from '../../clock.ts'
import { type Place, withClient } from '../connect.ts'
import { appliedMigrations } from '../migrate.ts'
import { DatabaseTrouble } from '../trouble.ts'
import { auditKeyOf, kindOf, sequencesOf, type TableToCopy, tablesOf } from './catalogue.ts'
import { type FileInBackup, FORMAT, FORMAT_VERSION, MANIFEST_ENTRY, type Manifest } from './manifest.ts'

/** A file that goes into the backup as it stands. */
export interface FileToKeep {
  readonly name: string
  readonly path: string
}

export interface SaveOptions {
  readonly owner: Place
  readonly madeAt: Instant
  /** Which version of the program makes it. */
  readonly madeBy: string
  readonly lists: readonly FileToKeep[]
  readonly keys: readonly FileToKeep[]
}

/** Half the size of the default for a fifth less time: text this regular has little more to give. */
const COMPRESSION = { compress: true, compressionLevel: 4, forceZip64Format: true }

const READ_ME = `This is a backup of Connexions. It holds everything that is on record about young people, and who may sign in: keep it
encrypted and under lock, and no longer than your retention rules say.

backup.json says what the other files are. tables/NAME.csv is one table each: comma-separated, UTF-8, the first line names the
columns, an empty field without quotes is "not given" (NULL), one with quotes is an empty text. docs/running/backup-format.md of the
program describes it in full. Any program that opens zip files of more than 4 GB opens this one.
`

/**
 * Writes a whole backup to a stream.
 * @param into where it goes; ended when the backup is whole, destroyed when it fails
 * @returns what it holds
 * @throws DatabaseTrouble when there is nothing to back up; what the disk or the database throws
 */
export async function saveBackup(into: Writable, options: SaveOptions): Promise<Manifest> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream as Readable, into)
  // It may fail before anybody waits for it: whoever does hears of it all the same.
  written.catch(() => {})
  try {
    const manifest = await withClient(options.owner, 'copying', client =>
      unlessFailed(written, fill(zip, client, options)).catch((trouble: unknown) => {
        // In the middle of a table there is no taking leave in order: the server would wait for us to read on.
        hangUp(client)
        throw trouble
      }),
    )
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`), MANIFEST_ENTRY, COMPRESSION)
    zip.end({ forceZip64Format: true, comment: '' })
    await written
    return manifest
  } catch (trouble) {
    into.destroy()
    await written.catch(() => {})
    throw trouble
  }
}

/** A full disk ends the writing: whoever waits for the next table must hear of it too. */
async function unlessFailed<T>(written: Promise<void>, work: Promise<T>): Promise<T> {
  const failed = new Promise<never>((_, reject) => written.catch(reject))
  work.catch(() => {})
  return Promise.race([failed, work])
}

/** Cuts a connection off where it stands. */
export function hangUp(client: ClientBase): void {
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
}

async function fill(zip: ZipFile, client: ClientBase, options: SaveOptions): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const kind = await kindOf(client)
  if (kind === undefined)
    throw new DatabaseTrouble('There is nothing to back up: nobody has begun to use this database.', '')
  const migrations = [...(await appliedMigrations(client))]
  const sequences = await sequencesOf(client)
  const auditKey = await auditKeyOf(client)
  zip.addBuffer(Buffer.from(READ_ME), 'READ-ME.txt', COMPRESSION)
  const tables: Manifest['tables'] = []
  for (const table of await tablesOf(client)) tables.push(await addTable(zip, client, table))
  await client.query('commit')
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    madeAt: options.madeAt,
    madeBy: options.madeBy,
    kind,
    auditKey,
    migrations,
    tables,
    sequences,
    lists: await addFiles(zip, 'lists', options.lists),
    keys: await addFiles(zip, 'keys', options.keys),
  }
}

async function addTable(zip: ZipFile, client: ClientBase, table: TableToCopy): Promise<Manifest['tables'][number]> {
  const entry = `tables/${table.name}.csv`
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const copy = copyTo(`copy app.${escapeIdentifier(table.name)} (${columns}) to stdout (format csv, header)`)
  const measured = await add(zip, entry, () => client.query(copy))
  return { name: table.name, entry, columns: [...table.columns], rows: copy.rowCount, ...measured }
}

async function addFiles(zip: ZipFile, folder: string, files: readonly FileToKeep[]): Promise<FileInBackup[]> {
  const added: FileInBackup[] = []
  for (const file of files) {
    const entry = `${folder}/${file.name}`
    added.push({ entry, ...(await add(zip, entry, () => createReadStream(file.path))) })
  }
  return added
}

/** Adds one entry and waits until all of it has gone by. */
function add(zip: ZipFile, entry: string, open: () => Readable): Promise<{ bytes: number; sha256: string }> {
  return new Promise((resolve, reject) => {
    zip.addReadStreamLazy(entry, COMPRESSION, give => {
      const meter = measuring()
      pipeline(open(), meter.stream).then(() => resolve(meter.measured()), reject)
      give(null, meter.stream)
    })
  })
}

/** Lets bytes through and says afterwards how many they were and what their fingerprint is. */
export function measuring(): { stream: Transform; measured(): { bytes: number; sha256: string } } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, measured: () => ({ bytes, sha256: hash.digest('hex') }) }
}
