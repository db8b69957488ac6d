/** A backup as a file: written beside its place and moved there whole, so that what bears the name is always whole. */
import { createWriteStream } from 'node:fs'
import { access, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Clock } from '#ground/clock.ts'
import { checkBackup } from '#ground/database/backup/archive.ts'
import type { Manifest } from '#ground/database/backup/manifest.ts'
import { saveBackup } from '#ground/database/backup/save.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { codeOf, isDiskFull } from '#ground/database/trouble.ts'
import { record } from '#rooms/audit/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { commandActing } from '../acting.ts'
import { CommandTrouble } from './command.ts'

export type BackingUp = {
  readonly ready: ReadyDatabase
  readonly clock: Clock
  readonly version: string
  readonly dataDir: string
  /** Where to; "-" is standard output. */
  readonly file: string
  readonly withKeys: boolean
}

/** What a keys folder holds. */
export const KEY_FILES: readonly string[] = ['second-step.key', 'audit-signing.pem']

/**
 * Makes a backup and, where it is a file, reads it back against its fingerprints.
 * @throws CommandTrouble or DatabaseTrouble in plain words; no file of that name is left then
 */
export async function backUp(asked: BackingUp): Promise<Manifest> {
  const { ready, clock, dataDir, file } = asked
  if (file !== '-') await assertFree(file)
  // Everything about everybody goes out of the house: written down before the first byte does.
  await ready.database.transaction(commandActing(clock, 'backup'), tx =>
    record(tx, { action: 'installation.backed-up', about: [], payload: { withKeys: asked.withKeys } }),
  )
  const options = {
    owner: ready.ownerPlace,
    madeAt: clock.now(),
    madeBy: `connexions ${asked.version}`,
    lists: await listFolder(dataDir).all(),
    keys: asked.withKeys ? await keyFiles(dataDir) : [],
  }
  if (file === '-')
    return saveBackup(process.stdout, options).catch((trouble: unknown) => {
      if (codeOf(trouble) !== 'EPIPE') throw trouble
      throw new CommandTrouble('Whatever took the backup ended before all of it was there.', 'It has no whole backup.')
    })
  const draft = `${file}.partial`
  try {
    const manifest = await saveBackup(createWriteStream(draft, { mode: 0o600, flush: true }), options)
    await checkBackup(draft)
    // Whoever made a file of that name meanwhile keeps it.
    await assertFree(file)
    await rename(draft, file)
    await syncFolder(dirname(resolve(file)))
    return manifest
  } catch (trouble) {
    await rm(draft, { force: true }).catch(() => {})
    throw fileTrouble(file, trouble)
  }
}

/** Size of a backup in words: "12.3 MB", "31 kB". */
export async function sizeOf(file: string): Promise<string> {
  const { size } = await stat(file)
  return size < 1e6 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1e6).toFixed(1)} MB`
}

async function assertFree(file: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false,
  )
  if (there)
    throw new CommandTrouble(`There is a file ${file} already.`, 'Give another name: a backup never replaces another.')
}

async function keyFiles(dataDir: string): Promise<{ name: string; path: string }[]> {
  const folder = join(dataDir, 'keys')
  const names = await readdir(folder).catch(() => [])
  return names.filter(name => KEY_FILES.includes(name)).map(name => ({ name, path: join(folder, name) }))
}

// A new name is safe from a power cut only once its folder is written down too.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function fileTrouble(file: string, trouble: unknown): unknown {
  const where = dirname(resolve(file))
  const nothing = 'Nothing was kept of this backup; what is on record is untouched.'
  if (isDiskFull(trouble)) return new CommandTrouble(`The disk that holds ${where} is full.`, nothing)
  switch (codeOf(trouble)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandTrouble(`There is no folder ${where}.`, `Make it, or name another. ${nothing}`)
    case 'EACCES':
    case 'EPERM':
      return new CommandTrouble(`This account may not write in ${where}.`, `Name another folder. ${nothing}`)
    case 'EROFS':
      return new CommandTrouble(`${where} is on a disk that can only be read.`, `Name another folder. ${nothing}`)
    case 'EISDIR':
      return new CommandTrouble(`${basename(file)} is a folder.`, `Name a file. ${nothing}`)
    default:
      return trouble
  }
}
