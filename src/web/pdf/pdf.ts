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

/** So many may wait at once: each holds one or two connections to the database meanwhile, and others need some. */
const MOST_WAITING = 4
/** A thousand entries of a record take about a second. */
const LONGEST_MS = 20_000
/** Fonts and what was compiled take some 100 MB: they go when nobody has printed for so long. */
const IDLE_MS = 60_000

type Waiting = {
  readonly document: PdfDocument
  readonly madeAt: number
  readonly done: (answer: FromPress | undefined) => void
}

let press: Worker | undefined
let idle: NodeJS.Timeout | undefined
let last = 0
/** In the order they came; the press has the first, and its time runs. */
const waiting = new Map<number, Waiting>()
let atPress: { readonly id: number; readonly timer: NodeJS.Timeout } | undefined

/**
 * Sets a document, on a thread of its own that is started by the first. One after the other: the time of each begins as the press takes it, so that a large one
 * that takes too long fails by itself.
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
  return new Promise(done => {
    waiting.set(++last, { document, madeAt, done })
    takeNext()
  })
}

/** The press takes the first of those who wait, unless it is at one. */
function takeNext(): void {
  const [next] = waiting
  if (next === undefined || atPress !== undefined) return
  clearTimeout(idle)
  const [id, { document, madeAt }] = next
  const running = press ?? startPress()
  running.ref()
  atPress = { id, timer: setTimeout(() => over(running), LONGEST_MS) }
  running.postMessage({ id, document, madeAt } satisfies ToPress)
}

function startPress(): Worker {
  const started = startThread('press', new URL('./press.ts', import.meta.url))
  press = started
  started.on('message', (answer: FromPress) => {
    if (press !== started) return
    finish(answer.id, answer)
    if (waiting.size === 0) rest(started)
    else takeNext()
  })
  started.on('error', () => over(started))
  started.on('exit', () => over(started))
  return started
}

/** One is made, or cannot be: whoever waits for it is told. */
function finish(id: number, answer: FromPress | undefined): void {
  if (atPress?.id === id) {
    clearTimeout(atPress.timer)
    atPress = undefined
  }
  const one = waiting.get(id)
  waiting.delete(id)
  one?.done(answer)
}

/** It keeps nobody from stopping while it has nothing to do, and goes after a while. */
function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => over(resting), IDLE_MS)
  idle.unref()
}

/** That thread is no more: whoever it was at work for is told, and a new one goes on with the others. */
function over(ended: Worker): void {
  if (press !== ended) return
  press = undefined
  void ended.terminate()
  if (atPress !== undefined) finish(atPress.id, undefined)
  takeNext()
}
