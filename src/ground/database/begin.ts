/** The ways a program comes to its database: the one in its data folder, or one on a server of its own. */
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { DATABASE_NAME, OWNER_LOGIN, PROGRAM_LOGIN } from './admin-script.ts'
import { kindOf } from './backup/catalogue.ts'
import { type Place, withClient } from './connect.ts'
import { ADMINISTRATOR, findRunning, type ServedFolder, startEmbedded } from './embedded/index.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'
import { prepareServer } from './prepare.ts'
import { DatabaseTrouble } from './trouble.ts'

/** What kind of database it is: real people's, or invented ones that anyone may look at. Decided when it is made. */
export type InstallationKind = 'live' | 'demo'

/** A database ready for work. */
export interface ReadyDatabase {
  readonly database: Database
  readonly kind: InstallationKind
  /** Where the program connects: for what opens connections of its own, such as jobs. */
  readonly programPlace: Place
  /** Where the owner connects: for backup and migrations. */
  readonly ownerPlace: Place
  /** Settles when the server we started is gone; never for one that is not ours. */
  readonly serverGone: Promise<void>
  /** Closes the connections and stops the server if we started it. */
  close(): Promise<void>
}

/** What every way of beginning is told. */
export interface BeginOptions {
  readonly log: Log
  readonly clock: Clock
  /** What the database must be; a new one becomes it. */
  readonly kind: InstallationKind
  readonly connections?: number
  /**
   * What to do with a database in use that is behind the program: refuse (a backup comes first), bring it up to date, or leave
   * it as it is. An empty one is always made whole.
   */
  readonly behind?: 'refuse' | 'upgrade' | 'leave'
  /** What else the owner is to do once the migrations are applied: make the queues (`installJobs`). */
  readonly afterMigrate?: (owner: Place) => Promise<void>
}

/**
 * Starts the database of a data folder, brings it up to date and opens it.
 * @param options.what in a person's words what is starting
 * @param options.join when the folder is being served: use that server (for commands) in place of refusing
 * @throws DatabaseTrouble in plain words
 */
export async function beginFolder(
  options: BeginOptions & { dataDir: string; what: string; join?: boolean },
): Promise<ReadyDatabase> {
  const running = options.join === true ? findRunning(options.dataDir) : undefined
  if (running !== undefined) return openServed(running, options, {})
  const server = await startEmbedded(options)
  try {
    await prepareServer(database => server.place(ADMINISTRATOR, database), DATABASE_NAME)
    await bringUpToDate(server.place(OWNER_LOGIN, DATABASE_NAME), options)
    return await openServed(server, options, { stop: () => server.stop(), gone: server.gone })
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Starts the database of a data folder for its owner alone, and changes nothing in it: for a restore.
 * @throws DatabaseTrouble in plain words, also when the folder is being served
 */
export async function beginForOwner(options: {
  dataDir: string
  what: string
  log: Log
}): Promise<{ owner: Place; close(): Promise<void> }> {
  const server = await startEmbedded(options)
  try {
    await prepareServer(database => server.place(ADMINISTRATOR, database), DATABASE_NAME)
    return { owner: server.place(OWNER_LOGIN, DATABASE_NAME), close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * Brings a database on a server up to date and opens it.
 * @param options.program where, as the program; `DATABASE_URL`
 * @param options.owner where, as the owner; `DATABASE_OWNER_URL`
 * @throws DatabaseTrouble in plain words
 */
export async function beginServer(options: BeginOptions & { program: Place; owner: Place }): Promise<ReadyDatabase> {
  await bringUpToDate(options.owner, options)
  return openAt(options.program, options.owner, options, {})
}

async function bringUpToDate(owner: Place, options: BeginOptions): Promise<void> {
  const { behind = 'refuse' } = options
  if (behind !== 'upgrade' && (await isInUse(owner))) {
    const pending = await pendingMigrations(owner)
    if (pending.length > 0 && behind === 'refuse') throw behindTrouble(pending)
    if (pending.length > 0) return
  }
  await migrate(owner, options)
  await options.afterMigrate?.(owner)
}

async function isInUse(owner: Place): Promise<boolean> {
  return withClient(owner, 'owner', async client => (await kindOf(client)) !== undefined)
}

function behindTrouble(pending: readonly string[]): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database is behind this program by ${pending.length === 1 ? 'one step' : `${pending.length} steps`}. There is no way back from them but a backup.`,
    'Run "connexions upgrade --backup FILE": it makes a backup first, then brings the database up to date (docs/running/upgrade.md).',
  )
}

function openServed(server: ServedFolder, options: BeginOptions, ours: Ours): Promise<ReadyDatabase> {
  const place = (user: string) => server.place(user, DATABASE_NAME)
  return openAt(place(PROGRAM_LOGIN), place(OWNER_LOGIN), options, ours)
}

interface Ours {
  readonly stop?: () => Promise<void>
  readonly gone?: Promise<void>
}

async function openAt(program: Place, owner: Place, options: BeginOptions, ours: Ours): Promise<ReadyDatabase> {
  const kind = await installationKind(owner, options)
  if (kind !== options.kind) throw kindTrouble(kind)
  const { connections } = options
  const database = await openDatabase(program, connections === undefined ? {} : { connections })
  return {
    database,
    kind,
    programPlace: program,
    ownerPlace: owner,
    serverGone: ours.gone ?? new Promise<void>(() => {}),
    close: async () => {
      await database.close()
      await ours.stop?.()
    },
  }
}

// The first to open a database decides what it is; after that nobody can change it but by making another.
async function installationKind(owner: Place, options: BeginOptions): Promise<InstallationKind> {
  return withClient(owner, 'owner', async client => {
    await client.query('insert into app.installation (kind, made_at) values ($1, $2) on conflict do nothing', [
      options.kind,
      options.clock.now(),
    ])
    const { rows } = await client.query<{ kind: InstallationKind }>('select kind from app.installation')
    return rows[0]?.kind ?? options.kind
  })
}

function kindTrouble(kind: InstallationKind): DatabaseTrouble {
  if (kind === 'demo') {
    return new DatabaseTrouble(
      'This is a demo database: in it anyone may choose whom to be, so no real person may be recorded in it.',
      'Use "connexions demo" for it, or start with another data folder or database.',
    )
  }
  return new DatabaseTrouble(
    'This database holds a live installation, and the demo would open it to anyone.',
    'Use "connexions start" for it, or give the demo a data folder or database of its own.',
  )
}
