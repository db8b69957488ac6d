/**
 * A running server seen from outside: by the file PostgreSQL keeps in its cluster (`postmaster.pid`). Used to wait for it,
 * and to shut down or clear away what a killed program left behind.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { DatabaseTrouble } from '../trouble.ts'
import { commandOf, markOf, stillRuns } from './process-mark.ts'

/** True when the server of a cluster takes connections. */
export function isReady(cluster: string): boolean {
  return readLines(cluster)[7]?.trim() === 'ready'
}

/**
 * Makes sure that no server runs on a cluster whose lock we hold: one left over from a killed program is told to stop,
 * and a file left over from a killed server is removed.
 */
export async function clearLeftovers(cluster: string, log: Log): Promise<void> {
  const pid = Number(readLines(cluster)[0])
  if (!Number.isInteger(pid) || pid <= 0) return
  const mark = markOf(pid)
  if (mark === undefined || !isServerOf(pid, cluster)) {
    rmSync(pidFile(cluster), { force: true })
    return
  }
  log.warn({ pid }, 'a database server was left behind by a program that was killed: stopping it')
  for (const [signal, milliseconds] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal)
    const began = performance.now()
    while (performance.now() - began < milliseconds) {
      if (!stillRuns(mark)) {
        // It is read again to see whether the next server is ready: nothing of this one may stay in it.
        rmSync(pidFile(cluster), { force: true })
        return
      }
      await pause(10)
    }
  }
  throw new DatabaseTrouble(
    `A database server left over from before (process ${pid}) does not stop.`,
    `End process ${pid} by hand and start again.`,
  )
}

// The number in the file may belong to somebody else by now, so the process must look like a server of this cluster.
function isServerOf(pid: number, cluster: string): boolean {
  const command = commandOf(pid) ?? ''
  return command.includes('postgres') && command.includes(cluster)
}

function readLines(cluster: string): string[] {
  const path = pidFile(cluster)
  try {
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  } catch {
    return []
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}
