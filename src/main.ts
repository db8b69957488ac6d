/** Where the program starts: settings, then one command. */
import { readFileSync } from 'node:fs'
import { systemClock } from '#ground/clock.ts'
import { readConfig } from '#ground/config.ts'
import { DatabaseTrouble } from '#ground/database/trouble.ts'
import { openLog } from '#ground/log.ts'
import { account } from './commands/account.ts'
import { adminScript } from './commands/admin-script.ts'
import { audit } from './commands/audit.ts'
import { backup } from './commands/backup.ts'
import { bench } from './commands/bench.ts'
import { benchMatching } from './commands/bench-matching.ts'
import { type Command, CommandTrouble } from './commands/command.ts'
import { demo } from './commands/demo.ts'
import { directory } from './commands/directory.ts'
import { intake } from './commands/intake.ts'
import { matching } from './commands/matching.ts'
import { nccis } from './commands/nccis.ts'
import { partnership } from './commands/partnership.ts'
import { restore } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { upgrade } from './commands/upgrade.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  demo,
  intake,
  account,
  partnership,
  directory,
  audit,
  backup,
  restore,
  upgrade,
  matching,
  nccis,
  bench,
  'bench-matching': benchMatching,
  'admin-script': adminScript,
}

/**
 * Runs one command.
 * @param argv the command and its arguments
 * @returns the exit code
 */
export async function run(argv: string[]): Promise<number> {
  const [name, ...args] = argv
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command) {
    say('Usage: connexions <command>')
    for (const known of Object.values(COMMANDS)) say(`  ${known.usage}`)
    return name === undefined || name === '--help' || name === 'help' ? 0 : 2
  }
  const config = readConfig(process.env)
  if (!config.ok) return fail(config.why, 'docs/running/install.md names every setting.')
  // The demo is run by hand: its lines would drown the address to look at.
  const level = name === 'start' ? config.value.LOG_LEVEL : process.env['LOG_LEVEL'] ? config.value.LOG_LEVEL : 'error'
  try {
    return await command.run(args, {
      config: config.value,
      clock: systemClock(),
      log: openLog(level),
      version: version(),
      say,
    })
  } catch (trouble) {
    if (trouble instanceof CommandTrouble) return fail(trouble.message, trouble.advice, trouble.code)
    if (trouble instanceof DatabaseTrouble) return fail(trouble.message, trouble.advice)
    if (isArgumentTrouble(trouble)) return fail(trouble.message, `Usage: connexions ${command.usage}`)
    if (isPortTaken(trouble)) return fail('That port is taken.', 'Give another with --port, or stop what is using it.')
    throw trouble
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(message: string, advice: string, code = 1): number {
  process.stderr.write(`connexions: ${message}\n${advice === '' ? '' : `${advice}\n`}`)
  return code
}

function isArgumentTrouble(trouble: unknown): trouble is Error {
  return trouble instanceof TypeError && 'code' in trouble && String(trouble.code).startsWith('ERR_PARSE_ARGS')
}

function isPortTaken(trouble: unknown): boolean {
  return trouble instanceof Error && 'code' in trouble && trouble.code === 'EADDRINUSE'
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
