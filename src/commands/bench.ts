import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type TableName, writeTable } from '../bench/grid.ts'
import type { Benching } from '../bench/opening.ts'
import { measureReading, readOnce } from '../bench/reading.ts'
import { growthTableOf, type Outcome, soakTableOf, tableOf } from '../bench/report.ts'
import { measureReturnSizes, returnOnce } from '../bench/returns.ts'
import { runBench } from '../bench/run.ts'
import { emptyAgain } from '../bench/store/contents.ts'
import { type Command, type CommandContext, CommandTrouble } from './command.ts'

const PAGE = 'docs/performance.md'
/** What is asked at each size of a growth. */
const GROWING = ['adviser', 'caseload', 'save a contact', 'officer', 'mixed load']
/** And at the last. */
const DRILL = 'backup and restore'

export const bench: Command = {
  usage:
    'bench [--people N] [--contacts N] [--times N] [--rows N] [--soak MINUTES] [--growth N,N,...] [--only WORDS,...] [--plans] [--data DIR] [--keep]   measures on a made-up database that is thrown away (kept in DIR when given; on the server in DATABASE_URL with --keep); --only reading: the memory that reading a list takes; --only returns: time and memory of files of the monthly return',
  async run(args, context) {
    const { values } = parseArgs({
      args,
      options: {
        people: { type: 'string' },
        contacts: { type: 'string' },
        times: { type: 'string' },
        rows: { type: 'string' },
        soak: { type: 'string' },
        growth: { type: 'string' },
        only: { type: 'string' },
        plans: { type: 'boolean' },
        data: { type: 'string' },
        keep: { type: 'boolean' },
        // What "--only reading" starts for each list: prints what reading it took.
        read: { type: 'string' },
        // What the lines of returns start, with the file in --data.
        return: { type: 'string' },
      },
    })
    const { say, clock } = context
    if (values.read !== undefined) {
      say(JSON.stringify(await readOnce(values.read, clock.today())))
      return 0
    }
    if (values.return !== undefined) {
      const people = countOf(values.people, '--people', 10_000, 1, 10_000_000)
      say(JSON.stringify(await returnOnce(values.return, values.data ?? '', people)))
      return 0
    }
    if (values.only === 'returns') return (await measureReturnSizes(say)) ? 0 : 1
    if (values.only === 'reading') return (await measureReading([process.argv[1] ?? '', 'bench'], say)) ? 0 : 1
    const onServer = context.config.DATABASE_URL !== undefined
    if (values.keep === true && !onServer)
      throw new CommandTrouble(
        '--keep is for the database on a server.',
        'A database of our own is kept with --data DIR.',
      )
    const sizes = values.growth?.split(',').map(size => countOf(size, '--growth', 0, 400, 2_000_000))
    const only = values.only?.toLowerCase().split(',') ?? []
    const base = values.data ?? mkdtempSync(join(tmpdir(), 'connexions-bench-'))
    // The server may run as another account, which must be able to pass through.
    if (values.data === undefined) chmodSync(base, 0o711)
    const removeOnExit = () => rmSync(base, { recursive: true, force: true })
    if (values.data === undefined) process.once('exit', removeOnExit)
    const held = holdUntilTold()
    const shared = {
      ...context,
      onServer,
      contacts: countOf(values.contacts, '--contacts', 20, 1, 100),
      times: countOf(values.times, '--times', 400, 20, 1_000_000),
      rows: countOf(values.rows, '--rows', 6000, 100, 1_000_000),
      soakMinutes: countOf(values.soak, '--soak', 0, 1, 10_000),
      plans: values.plans === true,
      hold: held,
    }
    const people = countOf(values.people, '--people', 20_000, 400, 2_000_000)
    try {
      if (sizes === undefined) {
        const outcome = await runOne({ ...shared, dataDir: base, people, only }, values.keep === true)
        await tell(outcome, only.length === 0, context)
      } else {
        const outcomes: Outcome[] = []
        for (const [at, size] of sizes.entries()) {
          const dataDir = join(base, `people-${size}`)
          const asked = at === sizes.length - 1 ? [...GROWING, DRILL] : GROWING
          outcomes.push(await runOne({ ...shared, dataDir, people: size, only: asked }, false))
          if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })
        }
        await show('growth', growthTableOf(outcomes, commitOf()), true, context)
      }
      return 0
    } finally {
      if (values.data === undefined) removeOnExit()
    }
  },
}

/** One bench; on a server the database is empty again afterwards, unless it is to be kept. */
async function runOne(benching: Benching, keep: boolean): Promise<Outcome> {
  const owner = benching.config.DATABASE_OWNER_URL
  const clear = async () => {
    if (!keep && benching.onServer && owner !== undefined) await emptyAgain(owner)
  }
  const outcome = await runBench(benching).catch(async (trouble: unknown) => {
    // One that is somebody else's is left as it is.
    await clear().catch(() => {})
    throw trouble
  })
  await clear()
  return outcome
}

async function tell(outcome: Outcome, whole: boolean, context: CommandContext): Promise<void> {
  const { say } = context
  const commit = commitOf()
  if (isNothing(outcome)) say('--only named no line: the names are in the first columns of docs/performance.md.')
  if (!isSoakAlone(outcome)) await show('bench', tableOf(outcome, commit), whole, context)
  if (outcome.soak !== undefined)
    await show('soak', soakTableOf({ ...outcome, soak: outcome.soak }, commit), true, context)
}

/** True when nothing but the soak was asked for: its table says what the other would. */
function isSoakAlone(outcome: Outcome): boolean {
  return outcome.soak !== undefined && isNothing({ ...outcome, soak: undefined })
}

function isNothing({ soak, figures, mixed, storm, cold, intake, drill }: Outcome): boolean {
  return figures.length === 0 && [soak, mixed, storm, cold, intake, drill].every(one => one === undefined)
}

/** On the screen and, where it is whole, in the page. */
async function show(name: TableName, table: string, whole: boolean, { say }: CommandContext): Promise<void> {
  say('')
  say(table)
  if (whole && existsSync(PAGE)) await writeTable(PAGE, name, table)
}

/** Keeps what is open, and closes it when the bench is told to stop: a signal while the folder is being removed waits until it is. */
function holdUntilTold(): Benching['hold'] {
  const all: { close(): Promise<void> }[] = []
  const stop = () => {
    const closing = all.toReversed().map(one => one.close().catch(() => {}))
    void Promise.all(closing).finally(() => process.exit(130))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return it => {
    all.push(it)
    return it
  }
}

function countOf(text: string | undefined, option: string, usual: number, least: number, most: number): number {
  if (text === undefined) return usual
  const count = Number(text)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new CommandTrouble(`${option} must be ${least} to ${most}.`)
  return count
}

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'unknown'
  }
}
