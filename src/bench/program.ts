/** The program in a process of its own, as `connexions start` runs it: whoever asks is not counted with whoever answers. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { askHealth } from './asking.ts'

export type Program = {
  readonly pid: number
  readonly port: number
  /** When it was spawned, by performance.now(). */
  readonly spawnedAt: number
  /** Milliseconds from there until it said it was ready. */
  readonly readyMs: number
  /** How long each answer took inside, from the program's own log, since this was last asked. */
  takeTimes(): Promise<number[]>
  /** What it said last that was not about an answered request. */
  lastWords(): string
  stop(): Promise<void>
}

const READY_LIMIT_MS = 300_000
/** The last lines of the log may still be on their way. */
const LOG_LAG_MS = 60
/** Not handed on: where the bench's program listens and what it opens is the bench's to say. */
const OWN_SETTINGS = ['PORT', 'HOST', 'PUBLIC_URL', 'TRUSTED_PROXIES', 'METRICS_PORT', 'METRICS_HOST', 'DATA_DIR']

/**
 * Starts the program on a data folder and waits until it is ready.
 * @param options.onServer lets it have DATABASE_URL and DATABASE_OWNER_URL as they are set
 */
export async function startProgram(options: { dataDir: string; onServer: boolean }): Promise<Program> {
  const port = await freePort()
  const [command = ''] = process.argv.slice(1)
  const left = options.onServer ? OWN_SETTINGS : [...OWN_SETTINGS, 'DATABASE_URL', 'DATABASE_OWNER_URL']
  const kept = Object.entries(process.env).filter(([name]) => !left.includes(name))
  const spawnedAt = performance.now()
  // With what Node was told for the bench itself, as "npm run start" tells it.
  const child = spawn(
    process.execPath,
    [...process.execArgv, command, 'start', '--data', options.dataDir, '--port', String(port)],
    {
      // The usual level, whatever the bench's own is: writing the log is part of the work.
      env: { ...Object.fromEntries(kept), LOG_LEVEL: 'info' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const gone = once(child, 'exit')
  const endWithUs = () => void child.kill('SIGTERM')
  process.once('exit', endWithUs)
  void gone.then(() => process.off('exit', endWithUs))
  let times: number[] = []
  const lastWords: string[] = []
  createInterface({ input: child.stderr }).on('line', line => {
    const ms = answeredIn(line)
    if (ms !== undefined) times.push(ms)
    else if (lastWords.push(line.slice(0, 300)) > 5) lastWords.shift()
  })
  const takeTimes = async () => {
    await pause(LOG_LAG_MS)
    const taken = times
    times = []
    return taken
  }
  while (!(await askHealth(port))) {
    if (child.exitCode !== null) throw new Error(`the program did not start: ${lastWords.join('\n')}`)
    if (performance.now() - spawnedAt > READY_LIMIT_MS) {
      child.kill('SIGTERM')
      throw new Error('the program was not ready within five minutes')
    }
    await pause(5)
  }
  const readyMs = performance.now() - spawnedAt
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  return { pid: child.pid as number, port, spawnedAt, readyMs, takeTimes, lastWords: () => lastWords.join('\n'), stop }
}

/** Milliseconds of a line of the program's log about a request; undefined for any other line. */
export function answeredIn(line: string): number | undefined {
  if (!line.startsWith('{') || !line.includes('"route"')) return undefined
  const { ms, status } = JSON.parse(line) as { ms?: unknown; status?: unknown }
  return typeof ms === 'number' && typeof status === 'number' ? ms : undefined
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
