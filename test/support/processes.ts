/** Real processes for tests: a program that serves a data folder, to be killed; and what is left of it afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A program of ours that runs in a process of its own and tells us things in lines of JSON. */
export interface Program {
  readonly pid: number
  /** The next thing it says. Rejects when it ends without saying any more. */
  next(): Promise<Record<string, unknown>>
  kill(signal: NodeJS.Signals): void
  /** Resolves when it is gone. */
  readonly gone: Promise<void>
}

/**
 * Starts one of the programs in `test/support/programs`.
 * @param as the account to run it as; our own by default
 */
export function startProgram(name: string, words: readonly string[], as: { uid?: number; gid?: number } = {}): Program {
  const script = join(import.meta.dirname, 'programs', name)
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, ...words], {
    ...as,
    cwd: '/',
    // Its input is a pipe from us, so that it ends when the test run is killed.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: '/tmp', HOME: '/nonexistent' },
  })
  const lines = readLines(child)
  return {
    pid: child.pid as number,
    gone: once(child, 'exit').then(() => undefined),
    kill: signal => void child.kill(signal),
    next: async () => {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('the program ended without a word')
      return JSON.parse(value) as Record<string, unknown>
    },
  }
}

/** Waits until something holds, and says how long it took, in milliseconds. Throws after the limit. */
export async function until(holds: () => boolean | Promise<boolean>, limit = 25_000): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > limit) throw new Error(`it did not come about in ${limit} ms`)
    await pause(5)
  }
  return performance.now() - began
}

/** True while a process of this number runs (one that is dead and not yet collected does not). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const stat = `/proc/${pid}/stat`
    return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}

/** The number of the server process of a cluster, from the file it keeps. */
export function serverPid(cluster: string): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** The processes whose command line holds a text. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => pid !== process.pid && isRunning(pid))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
      } catch {
        return false
      }
    })
}

async function* readLines(child: ChildProcess): AsyncGenerator<string, undefined> {
  let rest = ''
  for await (const chunk of child.stdout ?? []) {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  return undefined
}
