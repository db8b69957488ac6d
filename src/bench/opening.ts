/** What a bench is told, and how it comes to its database: only ever to one that is its own. */
import type { Clock } from '#ground/clock.ts'
import type { Config } from '#ground/config.ts'
import { DATABASE_NAME, OWNER_LOGIN } from '#ground/database/admin-script.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import type { Place } from '#ground/database/connect.ts'
import { findRunning } from '#ground/database/embedded/index.ts'
import { markFurnished } from '#ground/database/furnished.ts'
import { asHouse } from '#ground/database/tx.ts'
import type { Log } from '#ground/log.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { keepIndex } from '#rooms/matching/index.ts'
import { commandActing } from '../acting.ts'
import { CommandTrouble } from '../commands/command.ts'
import { openFor } from '../commands/open.ts'
import { actingIn, furnishPeople, type Place as Partnership } from './people.ts'
import { furnishInBulk, settle } from './store/bulk.ts'
import { countPeople, emptyAgain, standingOf } from './store/contents.ts'

export type Benching = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly version: string
  readonly dataDir: string
  /** On the server in DATABASE_URL; else on a database of the data folder. */
  readonly onServer: boolean
  readonly people: number
  /** Of each young person. */
  readonly contacts: number
  /** How often each line is asked. */
  readonly times: number
  /** Rows of lists that go in. */
  readonly rows: number
  /** No soak without it. */
  readonly soakMinutes: number
  /** Plans of every line, not only of those that miss their budget. */
  readonly plans: boolean
  /** Only the lines whose name holds one of these; all when there is none. */
  readonly only: readonly string[]
  say(line: string): void
  /** What is to be closed when the bench is told to stop. */
  hold<T extends { close(): Promise<void> }>(it: T): T
}

const NAMES = ['Bench first', 'Bench second', 'Bench third'] as const
const SEED = 7

/** Opens the bench's database. */
export async function openBench(benching: Benching): Promise<ReadyDatabase> {
  const { config, clock, log, dataDir, onServer } = benching
  const what = 'connexions bench'
  const ready = await openFor({
    config,
    clock,
    log,
    kind: 'live',
    what,
    dataDir,
    mayUseServer: onServer,
    join: false,
    mayMake: true,
    // It is the bench's own: nothing in it is worth a backup.
    behind: 'upgrade',
  })
  return benching.hold(ready)
}

/** Where the owner of the tables connects while the program serves them: it opened the database, perhaps at another place than we did. */
export function ownerWhileServed({ config, dataDir, onServer }: Benching): Place {
  const place = onServer ? config.DATABASE_OWNER_URL : findRunning(dataDir)?.place(OWNER_LOGIN, DATABASE_NAME)
  if (place === undefined) throw new Error('the program serves no database')
  return place
}

/**
 * Opens the bench's database and fills it unless it is full; what was cut off is made anew.
 * @throws CommandTrouble when the database is somebody's who uses it
 */
export async function openFurnished(benching: Benching): Promise<{ ready: ReadyDatabase; place: Partnership }> {
  const owner = benching.config.DATABASE_OWNER_URL
  // Before anything is written into it.
  if (benching.onServer && owner !== undefined && (await standingOf(owner)) === 'in-use') throw inUse(benching)
  let ready = await openBench(benching)
  try {
    const standing = await standingOf(ready.ownerPlace)
    if (standing === 'in-use') throw inUse(benching)
    if (standing === 'cut-off') {
      benching.say('An earlier bench was cut off while it made this database: it is made anew.')
      await emptyAgain(ready.ownerPlace)
      await ready.close()
      ready = await openBench(benching)
    }
    return { ready, place: standing === 'whole' ? await findPlace(ready, benching) : await furnish(ready, benching) }
  } catch (trouble) {
    await ready.close()
    throw trouble
  }
}

async function findPlace(ready: ReadyDatabase, { clock }: Benching): Promise<Partnership> {
  const there = await ready.database.transaction(commandActing(clock, 'bench'), listPartnerships)
  const first = there.find(p => p.name === NAMES[0])
  if (!first) throw new Error(`there is no partnership ${NAMES[0]}`)
  const size = await countPeople(ready.ownerPlace, first.id)
  return { partnershipId: first.id, name: first.name, seed: SEED, size }
}

async function furnish(ready: ReadyDatabase, { clock, people, contacts, say }: Benching): Promise<Partnership> {
  const started = performance.now()
  const passed = () => Math.round((performance.now() - started) / 1000)
  const places: Partnership[] = []
  for (const [i, name] of NAMES.entries())
    places.push(await furnishPeople(ready, clock, name, i === 0 ? people : Math.ceil(people / 4), SEED + i))
  const half = passed()
  await furnishInBulk(ready.ownerPlace, clock.now(), clock.today(), contacts)
  const filled = passed()
  // What the clockwork does in the first hour: asked meanwhile, every figure would be of that hour. As long as it takes.
  await Promise.all(
    places.map(place =>
      ready.database.transaction(
        actingIn(clock, place),
        tx => asHouse(tx, 'the index of matching', worker => keepIndex(worker)),
        { statementSeconds: 3600 },
      ),
    ),
  )
  const indexed = passed()
  await settle(ready.ownerPlace)
  await markFurnished(ready.ownerPlace, clock)
  say(
    `The database was made in ${passed()} seconds: ${half} for people, ${filled - half} for what is about them, ${indexed - filled} for the index of matching.`,
  )
  return places[0] as Partnership
}

function inUse({ onServer, dataDir }: Benching): CommandTrouble {
  return new CommandTrouble(
    `The database ${onServer ? 'in DATABASE_URL' : `in ${dataDir}`} is in use: the bench measures in an empty one only.`,
    onServer
      ? 'Have the administrator of the server make a new database for it, or unset DATABASE_URL and DATABASE_OWNER_URL: it then brings its own.'
      : 'Give it another folder with --data, or none: it then makes one and throws it away.',
  )
}
