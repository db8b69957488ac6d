/** Makes the folder of database files (initdb) and says what is wrong with one that is there. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from '../../log.ts'
import { codeOf, DatabaseTrouble, fileTrouble, OWN_SERVER_ADVICE } from '../trouble.ts'
import { type Account, bareEnvironment, runningAs } from './account.ts'
import { MAJOR } from './binaries.ts'
import { giveTo } from './place.ts'

const run = promisify(execFile)

/** True when there is a cluster; throws DatabaseTrouble when it is one of another major version. */
export function clusterIsThere(cluster: string): boolean {
  const major = versionOf(cluster)
  if (major === undefined) return false
  if (major === MAJOR) return true
  throw new DatabaseTrouble(
    `The database in ${cluster} was made by PostgreSQL ${major}; this program carries PostgreSQL ${MAJOR}.`,
    `Make a backup with the program that made it and restore it with this one (docs/running/database.md). ${OWN_SERVER_ADVICE}`,
  )
}

/**
 * Makes a new cluster: byte order for text (the program writes its own search and sort keys), UTF-8, one administrator
 * named `postgres`. It is made beside its place and moved there whole: a start killed half-way leaves none.
 */
export async function makeCluster(options: {
  cluster: string
  binaries: string
  account: Account | undefined
  throwAway: boolean
  log: Log
}): Promise<void> {
  const { cluster, account, log } = options
  const draft = `${cluster}.making`
  const began = performance.now()
  try {
    rmSync(draft, { recursive: true, force: true })
    if (!hasRoom(dirname(cluster))) throw fullTrouble(dirname(cluster), undefined)
    mkdirSync(draft, { mode: 0o700 })
    giveTo(draft, account)
    await initialise(draft, options)
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw fileTrouble(error, dirname(cluster)) ?? error
  }
  log.info({ cluster, milliseconds: Math.round(performance.now() - began) }, 'database files made')
}

async function initialise(
  folder: string,
  options: { binaries: string; account: Account | undefined; throwAway: boolean },
): Promise<void> {
  const words = [
    '-D',
    folder,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--locale=C',
    '--encoding=UTF8',
    '--no-instructions',
    '--set',
    'dynamic_shared_memory_type=mmap',
  ]
  try {
    await run(join(options.binaries, 'bin', 'initdb'), options.throwAway ? [...words, '--no-sync'] : words, {
      ...runningAs(options.account),
      env: bareEnvironment(),
      cwd: '/',
    })
  } catch (cause) {
    throw initialiseTrouble(cause, folder)
  }
}

function initialiseTrouble(cause: unknown, folder: string): Error {
  const said = (cause as { stderr?: string }).stderr ?? ''
  if (/No space left|Disk quota/i.test(said)) return fullTrouble(folder, cause)
  if (/Permission denied/i.test(said)) {
    return fileTrouble({ code: 'EACCES' }, folder) ?? new Error('not writable', { cause })
  }
  // A server that meets a full disk while it maps a file into memory dies without a word.
  if (!hasRoom(dirname(folder))) return fullTrouble(folder, cause)
  const lines = said.trim().split('\n')
  const last = lines.find(line => /FATAL|error:|could not/.test(line)) ?? lines.at(-1) ?? 'no reason given'
  return new DatabaseTrouble(`The database files in ${folder} could not be made: ${last}`, OWN_SERVER_ADVICE, { cause })
}

// A new cluster takes 40 MB; with less than twice that there is no working with it.
function hasRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= 80 * 1024 * 1024
}

function fullTrouble(folder: string, cause: unknown): Error {
  return fileTrouble({ code: 'ENOSPC' }, folder) ?? new Error('disk full', { cause })
}

function versionOf(cluster: string): string | undefined {
  if (!existsSync(cluster)) return undefined
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      throw new DatabaseTrouble(
        `The folder ${cluster} is there, but it holds no database files (PG_VERSION is missing).`,
        'Put the folder back from a backup, or remove it to begin with an empty database.',
        { cause: error },
      )
    }
    throw fileTrouble(error, cluster) ?? error
  }
}
