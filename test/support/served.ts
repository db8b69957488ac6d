/** Real, built servers: the demo's, or a live one. Each a process of its own, on a folder of its own that goes afterwards. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { hasRoom } from '#ground/database/embedded/throw-away.ts'
import { freePort } from '../../src/bench/program.ts'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'scripts/connexions.mjs')

/** A server at work. */
export type Served = {
  readonly base: string
  readonly dataDir: string
  readonly pid: number
  /** Resolves when the process is gone, however it went. */
  readonly gone: Promise<unknown>
  /** Runs a command on its folder and gives what it says. Rejects when it ends with anything but 0. */
  run(...words: string[]): Promise<string>
  /** Stops it and waits; its folder goes unless it was handed in. */
  stop(): Promise<void>
}

/**
 * A folder for a server that may run as another account; in memory where there is room. What a killed process had handed over to the
 * system is there all the same: only a power cut takes that, and no test can.
 */
export function newDataDir(): string {
  const dataDir = mkdtempSync(join(hasRoom('/dev/shm', 4 * 1024 ** 3) ? '/dev/shm' : tmpdir(), 'connexions-served-'))
  chmodSync(dataDir, 0o755)
  return dataDir
}

/**
 * Starts `connexions demo` or `connexions start` and waits until it says where it is.
 * @param given a folder to serve that outlives the server, and whether its end is expected
 */
export async function serve(
  kind: 'demo' | 'start',
  words: readonly string[] = [],
  given: { dataDir?: string; mayEnd?: boolean } = {},
): Promise<Served> {
  const dataDir = given.dataDir ?? newDataDir()
  const port = await freePort()
  const env = environment(port)
  const child = spawn(process.execPath, [command, kind, '--data', dataDir, '--port', String(port), ...words], {
    cwd: dataDir,
    env,
    stdio: ['ignore', 'pipe', given.mayEnd ? 'ignore' : 'inherit'],
  })
  const gone = once(child, 'exit')
  let stopping = false
  child.on('exit', (code, signal) => {
    if (!stopping && !given.mayEnd)
      process.stderr.write(`the ${kind} server ended by itself: ${signal ?? `exit code ${code}`}\n`)
  })
  const stop = async () => {
    stopping = true
    child.kill('SIGTERM')
    await gone
    if (given.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const base = await addressFrom(child)
    return {
      base,
      dataDir,
      pid: child.pid as number,
      gone,
      stop,
      run: async (...more) => {
        const { stdout } = await promisify(execFile)(process.execPath, [command, ...more, '--data', dataDir], {
          cwd: dataDir,
          env,
        })
        return stdout
      },
    }
  } catch (trouble) {
    await stop()
    throw trouble
  }
}

// Nothing of the machine's own settings: no DATABASE_URL above all.
function environment(port: number): Record<string, string> {
  const { PATH = '', HOME = '/', TMPDIR } = process.env
  return { PATH, HOME, PORT: String(port), LOG_LEVEL: 'error', ...(TMPDIR === undefined ? {} : { TMPDIR }) }
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    // Listened to until the end: a closed pipe would end the server at its next word.
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /is at (http:\S+)/.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(`the server ended without saying where it is: ${said}`)))
  })
}
