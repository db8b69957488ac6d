/**
 * The PostgreSQL that comes with the program: one server for one data folder, started with us and stopped with us.
 * `docs/running/database.md` tells the person who runs it what it does and where things lie.
 */
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { DatabaseTrouble, fileTrouble } from '../trouble.ts'
import { type Account, serverAccount } from './account.ts'
import { type Binaries, packagedBinaries, usableBinaries } from './binaries.ts'
import { clusterIsThere, makeCluster } from './cluster.ts'
import { type FolderLock, lockOwner, takeLock } from './folder-lock.ts'
import { readNote, writeNote } from './note.ts'
import { chooseCluster, chooseCopyPlace, makeDataFolder, makeSocketFolder, REACHABLE_PLACES } from './place.ts'
import { clearLeftovers } from './postmaster.ts'
import { runServer } from './server.ts'

/** The name of the server's administrator, inside the cluster. */
export const ADMINISTRATOR = 'postgres'

/** How to connect: `pg` takes it as it is. */
export interface ConnectionPlace {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** A server that runs on a data folder and can be connected to. */
export interface ServedFolder {
  readonly socketDir: string
  readonly port: number
  /** The folder with the database files. */
  readonly cluster: string
  /** Where to connect as a user to a database; there are no passwords (the socket's folder is private). */
  place(user: string, database: string): ConnectionPlace
  /** The same as a URL. */
  url(user: string, database: string): string
}

/** A server we started: ours to stop. */
export interface EmbeddedServer extends ServedFolder {
  /** Shuts the server down in order and gives the folder free. May be called more than once. */
  stop(): Promise<void>
  /** Settles when the server is gone, asked or not. */
  readonly gone: Promise<void>
}

/** What `startEmbedded` is told. */
export interface EmbeddedOptions {
  readonly dataDir: string
  readonly log: Log
  /** In a person's words what is starting: told to whoever tries to start a second one. */
  readonly what?: string
  /** For tests: fast, keeps nothing, and removes the database files when it ends, however it ends. */
  readonly throwAway?: boolean
  /** Where things go that the server's account cannot reach in the data folder. For tests. */
  readonly reachablePlaces?: readonly string[]
  /** The programs to use in place of npm's. For tests. */
  readonly programs?: Binaries
}

const PORT = 5432

/**
 * Starts the server of a data folder; makes the folder and the database files when they are not there yet.
 * @throws DatabaseTrouble when it cannot be, with one plain line and what to do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const given = resolve(options.dataDir)
  makeDataFolder(given)
  const dataDir = realpathSync(given)
  const lock = await lockFolder(dataDir, options.what ?? 'connexions')
  try {
    const server = await startLocked(dataDir, options)
    void server.gone.then(() => lock.release())
    lock.whenLost(() => {
      options.log.error('another process took the data folder: stopping the database here')
      void server.stop()
    })
    return server
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The server that is running on a data folder, started by another process; undefined when none is. For commands on a
 * folder that is being served: they connect to it and leave it running.
 */
export function findRunning(dataDir: string): ServedFolder | undefined {
  const folder = resolve(dataDir)
  if (!existsSync(folder)) return undefined
  const real = realpathSync(folder)
  if (lockOwner(real) === undefined) return undefined
  const note = readNote(real)
  if (note?.socketDir === undefined || !existsSync(note.socketDir)) return undefined
  return served(note.socketDir, note.port, note.cluster)
}

/** True when a data folder has a database, running or not. */
export function hasDatabase(dataDir: string): boolean {
  const folder = resolve(dataDir)
  return existsSync(folder) && readNote(realpathSync(folder)) !== undefined
}

async function startLocked(dataDir: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { log, throwAway = false, reachablePlaces = REACHABLE_PLACES } = options
  const account = serverAccount()
  const packaged = options.programs ?? packagedBinaries()
  const copyPlace = () => chooseCopyPlace(dataDir, account, reachablePlaces)
  const binaries = await usableBinaries(packaged, account, copyPlace, log)
  const note = readNote(dataDir)
  const cluster = note?.cluster ?? (await chooseCluster(dataDir, account, reachablePlaces, log))
  if (!clusterIsThere(cluster)) {
    // The note is written when the files are made: files it names and that are not there were lost.
    if (note !== undefined) throw lostTrouble(dataDir, cluster)
    await makeFirst({ dataDir, cluster, binaries, account, throwAway, log })
  }
  await clearLeftovers(cluster, log)
  if (note?.socketDir !== undefined) rmSync(note.socketDir, { recursive: true, force: true })
  for (let attempt = 1; ; attempt++) {
    const socketDir = await makeSocketFolder(account)
    writeNote(dataDir, { cluster, binaries: binaries.dir, port: PORT, socketDir })
    const plan = { dataDir, cluster, binaries: binaries.dir, socketDir, port: PORT, account, throwAway, log }
    try {
      return { ...served(socketDir, PORT, cluster), ...(await runServer(plan)) }
    } catch (error) {
      rmSync(socketDir, { recursive: true, force: true })
      // After a server was killed its parts take a moment to notice and end.
      if (attempt >= 20 || !/shared memory block|lock file/.test((error as Error).message)) throw error
      await pause(250)
    }
  }
}

async function makeFirst(options: {
  dataDir: string
  cluster: string
  binaries: Binaries
  account: Account | undefined
  throwAway: boolean
  log: Log
}): Promise<void> {
  const { dataDir, cluster, account, log } = options
  if (dirname(cluster) !== dataDir) {
    log.warn(
      { cluster, account: account?.name },
      'the account that runs the database cannot enter the data folder: the database files are kept elsewhere',
    )
  }
  await makeCluster({ ...options, binaries: options.binaries.dir })
  writeNote(dataDir, { cluster, binaries: options.binaries.dir, port: PORT })
}

async function lockFolder(dataDir: string, what: string): Promise<FolderLock> {
  try {
    return await takeLock(dataDir, what)
  } catch (error) {
    throw error instanceof DatabaseTrouble ? error : (fileTrouble(error, dataDir) ?? error)
  }
}

function served(socketDir: string, port: number, cluster: string): ServedFolder {
  return {
    socketDir,
    port,
    cluster,
    place: (user, database) => ({ host: socketDir, port, user, database }),
    url: (user, database) =>
      `postgresql://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}&port=${port}`,
  }
}

function lostTrouble(dataDir: string, cluster: string): DatabaseTrouble {
  return new DatabaseTrouble(
    `The data folder ${dataDir} says its database lies in ${cluster}, and nothing is there.`,
    'Put that folder back (a disk not mounted?). To begin with an empty database, remove database.json from the data folder.',
  )
}
