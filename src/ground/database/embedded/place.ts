/**
 * Where the cluster, a copy of the programs and the socket go. All of it lies in the data folder, unless the account the
 * server runs as cannot come there (root's checkout below a private home): then in a folder of ours it can reach. That
 * folder is one a restart of the machine leaves alone: never a temporary one.
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Log } from '../../log.ts'
import { DatabaseTrouble, fileTrouble, OWN_SERVER_ADVICE } from '../trouble.ts'
import { type Account, canEnter } from './account.ts'

/** Folders that outlive a restart and that other accounts can enter, the first that works is taken. */
export const REACHABLE_PLACES = ['/var/lib/connexions', '/srv/connexions', '/opt/connexions'] as const

/** Makes the data folder if it is not there. Throws DatabaseTrouble when it cannot be made or written. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    const probe = join(dataDir, `.probe.${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw fileTrouble(error, dataDir) ?? parentTrouble(dataDir) ?? error
  }
}

// On a read-only disk Node's mkdir says that a folder on the way is missing; what is true can be asked of the nearest
// folder there is.
function parentTrouble(folder: string): DatabaseTrouble | undefined {
  let nearest = folder
  while (!existsSync(nearest)) nearest = dirname(nearest)
  try {
    accessSync(nearest, constants.W_OK)
    return undefined
  } catch (error) {
    return fileTrouble(error, nearest)
  }
}

/** The folder a new cluster is to lie in (not made yet): in the data folder if the account can enter it, else elsewhere. */
export async function chooseCluster(
  dataDir: string,
  account: Account | undefined,
  places: readonly string[],
  log: Log,
): Promise<string> {
  if (await canEnter(account, dataDir)) return join(dataDir, 'postgres')
  // A name of its own for each new cluster: a data folder that was emptied and begun again must not find old records.
  const place = await reachableFolder(account, places)
  tellOfOlder(dataDir, place, log)
  const name = `${basename(dataDir).replaceAll(/[^\w.-]/g, '-')}-${randomBytes(4).toString('hex')}`
  const folder = join(place, name)
  mkdirSync(folder, { mode: 0o755 })
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'belongs-to'), `${dataDir}\n`)
  return join(folder, 'postgres')
}

/** A folder the programs may be copied to, which the account can enter. */
export async function chooseCopyPlace(
  dataDir: string,
  account: Account | undefined,
  places: readonly string[],
): Promise<string> {
  return (await canEnter(account, dataDir)) ? dataDir : reachableFolder(account, places)
}

/**
 * A new, short, private folder for the socket; a socket's whole path may hold about 100 bytes, a data folder's more.
 */
export async function makeSocketFolder(account: Account | undefined): Promise<string> {
  let last: unknown
  for (const base of [tmpdir(), '/tmp', '/var/tmp']) {
    if (base.length > 50 || !(await canEnter(account, base))) continue
    try {
      const folder = mkdtempSync(join(base, 'cx-'))
      giveTo(folder, account)
      return folder
    } catch (error) {
      last = error
    }
  }
  throw fileTrouble(last, '/tmp') ?? last ?? new Error('no temporary folder')
}

/** Makes a folder the account's own, closed to all others. */
export function giveTo(folder: string, account: Account | undefined): void {
  chmodSync(folder, 0o700)
  if (account === undefined || statSync(folder).uid === account.uid) return
  chownSync(folder, account.uid, account.gid)
}

// Files of a data folder that has been emptied since stay where they are: whether they may go is not ours to decide.
function tellOfOlder(dataDir: string, place: string, log: Log): void {
  for (const name of readdirSync(place)) {
    const mark = join(place, name, 'belongs-to')
    if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === dataDir) {
      log.warn(
        { folder: join(place, name) },
        'older database files of this data folder are kept here: remove them if not wanted',
      )
    }
  }
}

async function reachableFolder(account: Account | undefined, places: readonly string[]): Promise<string> {
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
    } catch {
      continue
    }
    if (await canEnter(account, place)) return place
  }
  throw new DatabaseTrouble(
    `The account "${account?.name}" that must run the database cannot come to the data folder, nor to ${places.join(', ')}.`,
    `Choose a data folder it can enter with --data (below /srv, for instance). ${OWN_SERVER_ADVICE}`,
  )
}
