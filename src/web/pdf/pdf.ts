/** Documents as tagged PDF (PDF/UA-1). Decision 0045 says what sets them and what that costs. */
import type { Worker } from 'node:worker_threads'
import { type Instant, toMs } from '#ground/clock.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { startThread } from '#ground/thread.ts'
import type { PdfDocument } from './document.ts'

export type ToPress = { readonly id: number; readonly document: PdfDocument; readonly madeAt: number }
export type FromPress = { readonly id: number } & (
  | { readonly pdf: Uint8Array; readonly trouble?: never }
  | { readonly trouble: string; readonly pdf?: never }
)

/** `busy`: too many wait already. `not-set`: it could not be made, or took too long. */
export type PdfTrouble = 'busy' | 'not-set'

/** So many may wait at once: each holds a connection to the database meanwhile. */
const MOST_WAITING = 8
/** A thousand entries of a record take about a second. */
const LONGEST_MS = 20_000
/** Fonts and what was compiled take some 100 MB: they go when nobody has printed for so long. */
const IDLE_MS = 60_000

type Waiting = { readonly done: (answer: FromPress | undefined) => void; readonly timer: NodeJS.Timeout }

let press: Worker | undefined
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Sets a document, on a thread of its own that is started by the first.
 * @param document what it says; nothing in it is ever read as a command
 * @param madeAt the moment the file says it was made
 * @returns the bytes of the file
 */
export async function pdf(document: PdfDocument, madeAt: Instant): Promise<Result<Buffer, PdfTrouble>> {
  if (waiting.size >= MOST_WAITING) return refused('busy')
  const answer = await ask(document, Math.floor(toMs(madeAt) / 1000))
  return answer?.pdf === undefined ? refused('not-set') : ok(Buffer.from(answer.pdf))
}

function ask(document: PdfDocument, madeAt: number): Promise<FromPress | undefined> {
  clearTimeout(idle)
  const id = ++last
  const running = press ?? startPress()
  running.ref()
  return new Promise(done => {
    waiting.set(id, { done, timer: setTimeout(() => over(running), LONGEST_MS) })
    running.postMessage({ id, document, madeAt } satisfies ToPress)
  })
}

function startPress(): Worker {
  const started = startThread('press', new URL('./press.ts', import.meta.url))
  press = started
  started.on('message', (answer: FromPress) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    clearTimeout(one?.timer)
    one?.done(answer)
    if (waiting.size === 0) rest(started)
  })
  started.on('error', () => over(started))
  started.on('exit', () => over(started))
  return started
}

/** It keeps nobody from stopping while it has nothing to do, and goes after a while. */
function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => over(resting), IDLE_MS)
  idle.unref()
}

/** That thread is no more: whoever still waits for it is told. */
function over(ended: Worker): void {
  if (press !== ended) return
  press = undefined
  void ended.terminate()
  for (const { done, timer } of waiting.values()) {
    clearTimeout(timer)
    done(undefined)
  }
  waiting.clear()
}
