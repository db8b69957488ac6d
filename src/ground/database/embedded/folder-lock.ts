/**
 * One owner for a data folder. The lock is a small file that names who holds it; it is made whole and linked into place,
 * so that nobody ever reads half of one. A lock whose process is gone is taken away.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf, DatabaseTrouble } from '../trouble.ts'
import { markOf, type ProcessMark, stillRuns } from './process-mark.ts'

/** Who holds a data folder, and for what. */
export interface LockOwner extends ProcessMark {
  readonly what: string
  readonly host: string
}

/** A lock that is held; `release` gives it up, and does nothing when somebody else has it by now. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the lock of a data folder.
 * @param what in a person's words what takes it (`connexions start`): the next one is told
 * @throws DatabaseTrouble when a running process holds it; file errors as they come
 */
export function takeLock(dataDir: string, what: string): FolderLock {
  const path = lockPath(dataDir)
  const own = ownText(what)
  const draft = `${path}.${process.pid}`
  for (let attempt = 0; attempt < 20; attempt++) {
    writeFileSync(draft, own, { mode: 0o600 })
    try {
      linkSync(draft, path)
      return { release: () => releaseIfOurs(path, own) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const holder = lockOwner(dataDir)
      if (holder !== undefined) throw heldTrouble(dataDir, holder)
      clearStale(path)
    } finally {
      rmSync(draft, { force: true })
    }
  }
  throw new DatabaseTrouble(`The lock ${path} could not be taken.`, 'Try again in a moment.')
}

/** Who holds the folder now, or undefined when nobody that still runs does. */
export function lockOwner(dataDir: string): LockOwner | undefined {
  const owner = readOwner(lockPath(dataDir))
  return owner !== undefined && stillRuns(owner) ? owner : undefined
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'database.lock')
}

function ownText(what: string): string {
  const mark = markOf(process.pid) ?? { pid: process.pid, started: 'unknown' }
  return `${JSON.stringify({ ...mark, what, host: hostname() } satisfies LockOwner)}\n`
}

function readOwner(path: string): LockOwner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner
  } catch {
    return undefined
  }
}

// Between reading a stale lock and removing it another starter may have put its own there: so it is moved aside first,
// looked at again, and put back when it turns out to be alive.
function clearStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
    const owner = readOwner(aside)
    if (owner !== undefined && stillRuns(owner)) linkSync(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function releaseIfOurs(path: string, own: string): void {
  try {
    if (readFileSync(path, 'utf8') === own) rmSync(path, { force: true })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function heldTrouble(dataDir: string, holder: LockOwner): DatabaseTrouble {
  return new DatabaseTrouble(
    `The data folder ${dataDir} is being served already, by process ${holder.pid} (${holder.what}).`,
    'Use that one, stop it first, or choose another folder with --data.',
  )
}
