import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Clock } from '#ground/clock.ts'
import { type Archive, openBackup } from '#ground/database/backup/archive.ts'
import { assertEmpty, type Loaded, loadBackup } from '#ground/database/backup/load.ts'
import { type FileInBackup, type Manifest, rowsIn } from '#ground/database/backup/manifest.ts'
import { beginForOwner } from '#ground/database/begin.ts'
import type { Place } from '#ground/database/connect.ts'
import { INSTALLATION, isId, type RowId } from '#ground/ids.ts'
import { putJobsBack } from '#ground/jobs/index.ts'
import type { Log } from '#ground/log.ts'
import { beginEpoch, openSigningKey, record, type SigningKey } from '#rooms/audit/index.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { endAllAccess } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { endEveryFeed } from '#rooms/sessions/index.ts'
import { endEveryLink } from '#rooms/sharing/index.ts'
import { commandActing } from '../acting.ts'
import { houseJobs } from '../house-jobs.ts'
import { KEY_FILES } from './backing-up.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { afterMigrate } from './open.ts'

export const restore: Command = {
  usage:
    'restore FILE --reason TEXT [--new-keys] [--data DIR]   puts a backup into an empty data folder, or the empty database of DATABASE_OWNER_URL',
  async run(args, { config, clock, log, say }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { reason: { type: 'string' }, 'new-keys': { type: 'boolean' }, data: { type: 'string' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CommandTrouble('Say which file: "restore FILE".')
    const reason = needed(values.reason, '--reason')
    if (reason.length > 500) throw new CommandTrouble('--reason may have at most 500 characters.')
    const dataDir = values.data ?? config.DATA_DIR ?? './data'
    const mayBeNew = values['new-keys'] === true
    const server = config.DATABASE_OWNER_URL
    const openTarget =
      server === undefined
        ? () => beginForOwner({ dataDir, what: 'connexions restore', log })
        : async () => ({ owner: server, close: () => Promise.resolve() })
    const manifest = await restoreBackup({ file, reason, mayBeNew, dataDir, clock, log, openTarget })
    tell(manifest, say)
    return 0
  },
}

export type Restoring = {
  readonly file: string
  readonly reason: string
  /** New keys may be made where the right ones are lost. */
  readonly mayBeNew: boolean
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  /** Opens the empty database, once the backup and the keys are known to be good. */
  openTarget(): Promise<{ readonly owner: Place; close(): Promise<void> }>
}

/**
 * Puts a backup into an empty database and its keys and lists into the data folder.
 * @throws CommandTrouble or DatabaseTrouble in plain words; the database counts as empty then
 */
export async function restoreBackup(asked: Restoring): Promise<Manifest> {
  const { file, reason, mayBeNew, dataDir, clock, log } = asked
  const archive = await openBackup(file)
  try {
    if (!mayBeNew) assertKeysAtHand(archive, join(dataDir, 'keys'))
    const target = await asked.openTarget()
    try {
      await assertEmpty(target.owner)
      const key = await keysFor(archive, join(dataDir, 'keys'), mayBeNew)
      await placeLists(archive, dataDir)
      await loadBackup({
        owner: target.owner,
        archive,
        log,
        clock,
        afterMigrate,
        alsoInside: loaded => beginAgain(loaded, { clock, key, reason, dataDir }),
      })
    } finally {
      await target.close()
    }
    return archive.manifest
  } finally {
    archive.close()
  }
}

/** What is true the moment the database is in use: a new epoch of every log, nobody signed in, and jobs that go on. */
async function beginAgain(
  loaded: Loaded,
  how: { clock: Clock; key: SigningKey; reason: string; dataDir: string },
): Promise<void> {
  const { clock, key, reason } = how
  const installation = await loaded.as(commandActing(clock, 'restore'))
  await endAllAccess(installation)
  const partnerships = await listPartnerships(installation)
  for (const id of [...partnerships.map(one => one.id), INSTALLATION]) {
    const tx = await loaded.as(commandActing(clock, 'restore', id))
    if (id !== INSTALLATION) {
      await endEveryLink(tx)
      await endEveryFeed(tx)
    }
    await beginEpoch(tx, key, reason)
    await record(tx, { action: 'installation.restored', about: [], payload: { why: reason } })
  }
  await putJobsBack(loaded.client, houseJobs(listFolder(how.dataDir)).all, clock.now())
}

/** Other keys would lock everybody out of the second step and could prove nothing of the log: new ones have to be asked for. */
function assertKeysAtHand(archive: Archive, folder: string): void {
  if (archive.manifest.auditKey === null) return
  const isThere = (name: string) =>
    existsSync(join(folder, name)) || archive.manifest.keys.some(key => basename(key.entry) === name)
  if (KEY_FILES.every(isThere)) return
  throw new CommandTrouble(
    `The keys are missing: they are neither in the backup nor in ${folder}.`,
    'Put the copy of the keys folder there first. Only if it is lost for good: --new-keys, then everybody sets up their second step anew and old seals of the audit cannot be proved.',
  )
}

/** The keys the restored rows need: those of the folder, else those of the backup. */
async function keysFor(archive: Archive, folder: string, mayBeNew: boolean): Promise<SigningKey> {
  for (const part of archive.manifest.keys) await placeKey(archive, part, folder)
  const { auditKey } = archive.manifest
  const key = await openSigningKey(folder)
  if (auditKey !== null && key.id !== auditKey && !mayBeNew)
    throw new CommandTrouble(
      `The keys in ${folder} are not those this backup was made with.`,
      'Put the right copy of the keys folder there. Only if it is lost for good: --new-keys.',
    )
  return key
}

async function placeKey(archive: Archive, part: FileInBackup, folder: string): Promise<void> {
  const place = join(folder, basename(part.entry))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${place}.restoring`
  await archive.pour(part, createWriteStream(draft, { mode: 0o600, flush: true }))
  const there = await readFile(place).catch(() => undefined)
  if (there !== undefined && !there.equals(await readFile(draft))) {
    await rm(draft)
    throw new CommandTrouble(
      `There is another key in ${place}.`,
      'Restore into a data folder of its own, or move that folder of keys away if it belongs to nothing.',
    )
  }
  await rename(draft, place)
}

async function placeLists(archive: Archive, dataDir: string): Promise<void> {
  const folder = listFolder(dataDir)
  for (const part of archive.manifest.lists) {
    const name = basename(part.entry)
    if (!isId(name)) continue
    const place = folder.pathOf(name as RowId)
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
    await archive.pour(part, createWriteStream(place, { mode: 0o600 }))
  }
}

function tell(manifest: Manifest, say: (line: string) => void): void {
  const rows = rowsIn(manifest).toLocaleString('en-GB')
  say(`${rows} rows are as they were at ${manifest.madeAt}. What was recorded after that is not there.`)
  say(
    'Everybody signs in anew; links that were not used do not work any more. Every log of the audit goes on in a new epoch.',
  )
  say('Then: "connexions audit verify"; switch off again whoever left since; erase again what was erased since.')
}
