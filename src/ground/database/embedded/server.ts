/**
 * Runs the server. It is not our child but the child of a small shell whose input is a pipe from us. When we end, however
 * we end, the pipe closes and the shell shuts the server down in order; when the server ends, the shell does. The two
 * run in a session of their own, so that Ctrl-C reaches us alone and requests in hand can be answered.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { DatabaseTrouble, fileTrouble, OWN_SERVER_ADVICE } from '../trouble.ts'
import { type Account, bareEnvironment, runningAs } from './account.ts'
import { replaceFile } from './note.ts'
import { isReady } from './postmaster.ts'
import { ACCESS_RULES, serverSettings, usableMemory } from './settings.ts'

/** Everything the server needs to know to run. */
export interface ServerPlan {
  readonly dataDir: string
  readonly cluster: string
  readonly binaries: string
  readonly socketDir: string
  readonly port: number
  readonly account: Account | undefined
  readonly throwAway: boolean
  readonly log: Log
}

/** A server that takes connections. */
export interface RunningServer {
  /** Shuts it down in order (running queries are cut off, what was committed is kept) and waits until it is gone. */
  stop(): Promise<void>
  /** Settles when the server is gone, whoever ended it. */
  readonly gone: Promise<void>
}

// $1 server program, $2 cluster, $3 socket folder, $4 a folder to remove at the end or nothing.
// A service manager that signals everything at once must not end the shell before the server: it hears only the pipe.
// The pipe is kept as number 3 because a shell gives a background part an empty input.
const KEEPER = `
trap '' HUP INT TERM
exec 3<&0
"$1" -D "$2" </dev/null 3<&- &
server=$!
( read -r _ <&3; kill -INT "$server" 2>/dev/null ) &
listener=$!
wait "$server"
code=$?
kill -KILL "$listener" 2>/dev/null
rm -rf -- "$3"
if [ -n "$4" ]; then rm -rf -- "$4"; fi
exit "$code"
`

const START_LIMIT_MS = 300_000
const STOP_LIMIT_MS = 120_000

/** Starts the server and waits until it takes connections. Throws DatabaseTrouble with the server's own last words. */
export async function runServer(plan: ServerPlan): Promise<RunningServer> {
  const { cluster, account } = plan
  const logPath = join(plan.dataDir, 'database.log')
  try {
    const settings = serverSettings({ ...plan, memory: usableMemory() })
    replaceFile(join(cluster, 'postgresql.conf'), settings, 0o644)
    replaceFile(join(cluster, 'pg_hba.conf'), ACCESS_RULES, 0o644)
    turnLog(logPath)
  } catch (error) {
    throw fileTrouble(error, cluster) ?? error
  }
  const logStart = sizeOf(logPath)
  const child = spawnKeeper(plan, logPath, account)
  let exited = false
  const gone = new Promise<void>(resolve => {
    const end = () => {
      exited = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  const began = performance.now()
  let told = false
  while (!isReady(cluster)) {
    if (exited) throw startTrouble(readFileSync(logPath, 'utf8').slice(logStart), plan.dataDir, logPath)
    const waited = performance.now() - began
    if (waited > START_LIMIT_MS) {
      child.stdin?.end()
      throw new DatabaseTrouble('The database server did not become ready within five minutes.', `Look in ${logPath}.`)
    }
    if (waited > 3000 && !told) {
      told = true
      plan.log.info('the database is putting itself in order after an interruption: this can take a few minutes')
    }
    await pause(5)
  }
  return { gone, stop: () => stopKeeper(child, gone, plan.log) }
}

function spawnKeeper(plan: ServerPlan, logPath: string, account: Account | undefined): ChildProcess {
  const output = openSync(logPath, 'a', 0o600)
  const program = join(plan.binaries, 'bin', 'postgres')
  const removed = plan.throwAway ? plan.cluster : ''
  const child = spawn(
    '/bin/sh',
    ['-c', KEEPER, 'connexions-database', program, plan.cluster, plan.socketDir, removed],
    {
      ...runningAs(account),
      cwd: '/',
      env: bareEnvironment(),
      detached: true,
      stdio: ['pipe', output, output],
    },
  )
  closeSync(output)
  // Neither the shell nor its pipe keeps our process from ending: ending is what stops them.
  child.unref()
  const pipe = child.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null
  pipe?.unref?.()
  pipe?.on('error', () => {})
  return child
}

async function stopKeeper(child: ChildProcess, gone: Promise<void>, log: Log): Promise<void> {
  child.stdin?.end()
  const ended = new AbortController()
  const late = pause(STOP_LIMIT_MS, 'late', { signal: ended.signal }).catch(() => undefined)
  if ((await Promise.race([gone, late])) === 'late') log.error('the database server did not stop within two minutes')
  ended.abort()
}

function startTrouble(said: string, dataDir: string, logPath: string): Error {
  if (/No space left|Disk quota/i.test(said)) return fileTrouble({ code: 'ENOSPC' }, dataDir) as Error
  if (/Read-only file system/i.test(said)) return fileTrouble({ code: 'EROFS' }, dataDir) as Error
  if (/Permission denied/i.test(said)) return fileTrouble({ code: 'EACCES' }, dataDir) as Error
  const line = said
    .split('\n')
    .filter(text => /FATAL|PANIC|error while loading/.test(text))
    .at(-1)
  const words = line?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'it gave no reason'
  return new DatabaseTrouble(`The database server did not start: ${words}`, `Look in ${logPath}. ${OWN_SERVER_ADVICE}`)
}

// One older log is kept; together they stay below some 20 MB.
function turnLog(path: string): void {
  if (sizeOf(path) > 10_000_000) renameSync(path, `${path}.1`)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
