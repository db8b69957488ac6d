import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureReading, readOnce } from '../bench/reading.ts'
import { tableOf, writeTable } from '../bench/report.ts'
import { runBench } from '../bench/run.ts'
import { type Command, CommandTrouble } from './command.ts'
import { openFor } from './open.ts'

const PAGE = 'docs/performance.md'

export const bench: Command = {
  usage:
    'bench [--people N] [--times N] [--only WORDS] [--data DIR]   measures the daily pages on a made-up database that is thrown away (kept in DIR when given); --only reading: the memory that reading a list takes',
  async run(args, { config, clock, log, say }) {
    const { values } = parseArgs({
      args,
      options: {
        people: { type: 'string' },
        times: { type: 'string' },
        only: { type: 'string' },
        data: { type: 'string' },
        // What "--only reading" starts for each list: prints what reading it took.
        read: { type: 'string' },
      },
    })
    if (values.read !== undefined) {
      say(JSON.stringify(await readOnce(values.read, clock.today())))
      return 0
    }
    if (values.only === 'reading') return (await measureReading([process.argv[1] ?? '', 'bench'], say)) ? 0 : 1
    const people = countOf(values.people, '--people', 20_000, 400)
    const times = countOf(values.times, '--times', 400, 20)
    const only = (values.only ?? '').toLowerCase()
    const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'connexions-bench-'))
    // The server may run as another account, which must be able to pass through.
    if (values.data === undefined) chmodSync(dataDir, 0o711)
    const removeOnExit = () => rmSync(dataDir, { recursive: true, force: true })
    if (values.data === undefined) process.once('exit', removeOnExit)
    try {
      const ready = await openFor({
        config,
        clock,
        log,
        kind: 'live',
        what: 'connexions bench',
        dataDir,
        mayUseServer: false,
        join: false,
      })
      // Kept until the very end: a signal that comes while the folder is being removed waits until it is.
      const stop = () => void ready.close().finally(() => process.exit(130))
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      try {
        const outcome = await runBench({ ready, clock, log, dataDir, people, times, only, say })
        const table = tableOf({ ...outcome, commit: commitOf() })
        say('')
        say(table)
        if (only === '' && existsSync(PAGE)) await writeTable(PAGE, table)
      } finally {
        await ready.close()
      }
      return 0
    } finally {
      if (values.data === undefined) removeOnExit()
    }
  },
}

function countOf(text: string | undefined, option: string, usual: number, least: number): number {
  if (text === undefined) return usual
  const count = Number(text)
  if (!Number.isInteger(count) || count < least || count > 1_000_000)
    throw new CommandTrouble(`${option} must be ${least} to 1000000.`)
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
