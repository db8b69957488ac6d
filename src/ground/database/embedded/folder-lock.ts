/**
 * One owner for a data folder. The lock is a small file that names who holds it; it is made whole and linked into place,
 * so that nobody ever reads half of one. Whether its owner still runs is asked of the machine where that can be known, and
 * seen by the file's heartbeat where it cannot: in another container the same process number is another process.
 */
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, DatabaseTrouble } from '../trouble.ts'
import { markOf, type ProcessMark, stillRuns } from './process-mark.ts'

/** Who holds a data folder, and for what. */
export interface LockOwner extends ProcessMark {
  readonly what: string
  readonly host: string
  /** Which world of process numbers `pid` belongs to. */
  readonly world: string
}

/** A lock that is held; `release` gives it up, and does nothing when somebody else has it by now. */
export interface FolderLock {
  release(): void
  /**
   * Called when somebody else took the folder: this process stood still for so long that it was taken for dead, or its
   * lock was removed by hand. What it was doing with the folder must end.
   */
  whenLost(then: () => void): void
}

const BEAT_MS = 3000
const SILENT_MS = 20_000

/**
 * Takes the lock of a data folder. Where its last owner belongs to another machine or container and was heard of a moment
 * ago, it waits to hear whether that one still lives.
 * @param what in a person's words what takes it (`connexions start`): the next one is told
 * @param silentMs after how long without a heartbeat such an owner is taken for dead
 * @throws DatabaseTrouble when somebody holds it; file errors as they come
 */
export async function takeLock(dataDir: string, what: string, silentMs: number = SILENT_MS): Promise<FolderLock> {
  const path = lockPath(dataDir)
  const own = ownText(what)
  const draft = `${path}.${process.pid}`
  for (let attempt = 0; attempt < 20; attempt++) {
    writeFileSync(draft, own, { mode: 0o600 })
    try {
      linkSync(draft, path)
      return held(path, own)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const holder = readOwner(path)
      if (holder !== undefined && (await lives(path, draft, holder, silentMs))) throw heldTrouble(dataDir, holder)
      clearStale(path, holder)
    } finally {
      rmSync(draft, { force: true })
    }
  }
  throw new DatabaseTrouble(`The lock ${path} could not be taken.`, 'Try again in a moment.')
}

/** Who holds the folder now on this machine, or undefined when nobody that still runs does. */
export function lockOwner(dataDir: string): LockOwner | undefined {
  const owner = readOwner(lockPath(dataDir))
  return owner !== undefined && owner.world === ownWorld() && stillRuns(owner) ? owner : undefined
}

function held(path: string, own: string): FolderLock {
  // The file itself is held open, not its name: a lock that somebody put in its place is never written over.
  const file = openSync(path, 'r+')
  let tell = () => {}
  let released = false
  const beat = setInterval(() => {
    try {
      // Writing the same text again moves the file's time on, by the disk's own clock.
      writeSync(file, own, 0)
      if (readFileSync(path, 'utf8') !== own) tell()
    } catch (error) {
      // A full disk says nothing about the owner; a missing lock does.
      if (codeOf(error) === 'ENOENT') tell()
    }
  }, BEAT_MS)
  beat.unref()
  return {
    whenLost: then => {
      tell = then
    },
    release: () => {
      if (released) return
      released = true
      clearInterval(beat)
      closeSync(file)
      releaseIfOurs(path, own)
    },
  }
}

async function lives(path: string, draft: string, owner: LockOwner, silentMs: number): Promise<boolean> {
  if (owner.world === ownWorld()) return stillRuns(owner)
  const first = lastBeat(path)
  // The draft was written just now, by the same disk's clock.
  const age = (lastBeat(draft) ?? 0) - (first ?? 0)
  if (first === undefined || age > silentMs) return false
  const began = performance.now()
  while (performance.now() - began < silentMs - Math.max(0, age)) {
    await pause(100)
    if (lastBeat(path) !== first) return true
  }
  return false
}

function lastBeat(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'database.lock')
}

function ownText(what: string): string {
  const mark = markOf(process.pid) ?? { pid: process.pid, started: 'unknown' }
  return `${JSON.stringify({ ...mark, what, host: hostname(), world: ownWorld() } satisfies LockOwner)}\n`
}

// Containers on one machine have process numbers of their own; so have two machines that share a disk.
function ownWorld(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function readOwner(path: string): LockOwner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner
  } catch {
    return undefined
  }
}

// Between finding a lock stale and removing it another starter may have put its own there: so it is moved aside first,
// looked at again, and put back when it is not the one that was found.
function clearStale(path: string, found: LockOwner | undefined): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
    const moved = readOwner(aside)
    if (moved !== undefined && (moved.pid !== found?.pid || moved.started !== found.started)) linkSync(aside, path)
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
  const where = holder.world === ownWorld() ? '' : ` on "${holder.host}"`
  return new DatabaseTrouble(
    `The data folder ${dataDir} is being served already, by process ${holder.pid}${where} (${holder.what}).`,
    'Use that one, stop it first, or choose another folder with --data.',
  )
}
