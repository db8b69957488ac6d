/**
 * Which account runs the database server. PostgreSQL refuses to run as root, so when root starts us the server runs as
 * `postgres` if the machine has such an account and as `nobody` if not. Accounts are never made or changed.
 */
import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { DatabaseTrouble, OWN_SERVER_ADVICE } from '../trouble.ts'

/** An account of the machine. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

/** The account the server is to run as, or undefined when it is the one we run as ourselves. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (account !== undefined) return account
  throw new DatabaseTrouble(
    'The database server may not run as root, and this machine has neither an account "postgres" nor "nobody".',
    `Start the program as an ordinary user. ${OWN_SERVER_ADVICE}`,
  )
}

/** What to hand to spawn so that a child runs as the account (and in none of root's groups: Node clears them). */
export function runningAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid }
}

/** The bare surroundings a server program gets: nothing of ours (PGOPTIONS, NODE_OPTIONS, passwords) leaks into it. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }
}

/** True when the account can enter a folder: tried, not worked out, for there are more rules than permission bits. */
export async function canEnter(account: Account | undefined, folder: string): Promise<boolean> {
  return tried(account, 'cd -- "$1"', folder)
}

/** True when the account can run a program. */
export async function canRun(account: Account | undefined, program: string): Promise<boolean> {
  return tried(account, '"$1" --version', program)
}

async function tried(account: Account | undefined, script: string, argument: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', script, 'sh', argument], { ...runningAs(account), env: bareEnvironment(), cwd: '/' })
    return true
  } catch {
    return false
  }
}

function findAccount(name: string): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    const [uid, gid] = [ask('-u'), ask('-g')]
    return Number.isInteger(uid) && uid > 0 && Number.isInteger(gid) ? { name, uid, gid } : undefined
  } catch {
    return undefined
  }
}
