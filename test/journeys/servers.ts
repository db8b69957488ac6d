/** Real, built servers for journeys: the demo's, and a live one that begins empty. Each in a folder of its own that goes. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'scripts/connexions.mjs')

/** A server at work. */
export type Served = {
  readonly base: string
  readonly dataDir: string
  /** Runs a command on its folder and gives what it says. */
  run(...words: string[]): Promise<string>
  stop(): Promise<void>
}

/** Starts `connexions demo` or `connexions start` on a new folder and waits until it says where it is. */
export async function serve(kind: 'demo' | 'start', words: readonly string[] = []): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'connexions-journeys-'))
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const env = environment(port)
  const child = spawn(process.execPath, [command, kind, '--data', dataDir, '--port', String(port), ...words], {
    cwd: dataDir,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stopping = false
  child.on('exit', (code, signal) => {
    if (!stopping) process.stderr.write(`the ${kind} server ended by itself: ${signal ?? `exit code ${code}`}\n`)
  })
  const stop = async () => {
    stopping = true
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const base = await addressFrom(child)
    return {
      base,
      dataDir,
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

async function addressFrom(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const found = /is at (http:\S+)/.exec(said)
    if (found?.[1] !== undefined) {
      child.stdout?.resume()
      return found[1]
    }
  }
  throw new Error(`the server ended without saying where it is: ${said}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
