/** How every command comes to its database, and how it says what is wrong. */
import { resolve } from 'node:path'
import type { Clock } from '#ground/clock.ts'
import type { Config } from '#ground/config.ts'
import {
  type BeginOptions,
  beginFolder,
  beginServer,
  type InstallationKind,
  type ReadyDatabase,
} from '#ground/database/begin.ts'
import type { Place } from '#ground/database/connect.ts'
import { hasDatabase } from '#ground/database/embedded/index.ts'
import { installJobs } from '#ground/jobs/index.ts'
import type { Log } from '#ground/log.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { houseJobs } from '../house-jobs.ts'
import { CommandTrouble } from './command.ts'

export type Opening = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly kind: InstallationKind
  /** In a person's words, for the lock: "connexions start". */
  readonly what: string
  readonly dataDir: string
  /** Use DATABASE_URL where it is set; the demo does not. */
  readonly mayUseServer: boolean
  /** What to do with one that is behind the program; a demo is brought up to date, any other refused. */
  readonly behind?: BeginOptions['behind']
  /** Commands join the cluster of a folder that is being served. */
  readonly join: boolean
  /** Makes one where there is none yet; any other command would look into an empty one and find nothing wrong. */
  readonly mayMake?: boolean
}

// The queues of every kind of job are made by the owner, whichever command comes first.
export const afterMigrate = (owner: Place) => installJobs(owner, [...houseJobs(listFolder('.')).all])

/**
 * Which database a command means: the demo's, which is always one of its own folder, or that of the settings.
 */
export function databaseMeant(
  config: Config,
  given: { readonly demo?: boolean | undefined; readonly data?: string | undefined },
): Pick<Opening, 'kind' | 'dataDir' | 'mayUseServer'> {
  const isDemo = given.demo === true
  const dataDir = given.data ?? (isDemo ? './data-demo' : (config.DATA_DIR ?? './data'))
  return { kind: isDemo ? 'demo' : 'live', dataDir, mayUseServer: !isDemo }
}

/** Throws a CommandTrouble where there is no such database yet: opening would make one. */
function assertThere(config: Config, meant: Pick<Opening, 'dataDir' | 'mayUseServer'>): void {
  if ((meant.mayUseServer && config.DATABASE_URL !== undefined) || hasDatabase(meant.dataDir)) return
  throw new CommandTrouble(`There is no database in ${meant.dataDir}.`, 'Name its folder with --data.')
}

/**
 * Opens the database of the settings, or of the data folder.
 * @throws CommandTrouble where there is none, unless it may be made
 */
export async function openFor(opening: Opening): Promise<ReadyDatabase> {
  const { config, clock, log, kind, what } = opening
  if (opening.mayMake !== true) assertThere(config, opening)
  const connections = config.DATABASE_CONNECTIONS
  const behind = opening.behind ?? (kind === 'demo' ? 'upgrade' : 'refuse')
  if (opening.mayUseServer && config.DATABASE_URL !== undefined && config.DATABASE_OWNER_URL !== undefined)
    return beginServer({
      afterMigrate,
      log,
      clock,
      kind,
      behind,
      connections,
      program: config.DATABASE_URL,
      owner: config.DATABASE_OWNER_URL,
    })
  return beginFolder({
    afterMigrate,
    log,
    clock,
    kind,
    behind,
    connections,
    what,
    join: opening.join,
    dataDir: resolve(opening.dataDir),
  })
}
