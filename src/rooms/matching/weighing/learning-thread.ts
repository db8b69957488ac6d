/** Learning takes seconds of a processor: it is done on a thread of its own, so that nobody waits for a page meanwhile. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '#ground/thread.ts'
import type { ModelDocument } from './document.ts'
import type { Term } from './learned.ts'

export type ToLearner =
  | { readonly rows: readonly { readonly texts: readonly string[]; readonly source: string }[] }
  | { readonly seed: number }

export type Learned = { readonly document: ModelDocument | undefined; readonly terms: readonly Term[] }

export class LearningThread {
  readonly #worker: Worker
  readonly #answer: Promise<Learned>

  constructor() {
    this.#worker = startThread('learner', new URL('./learner.ts', import.meta.url))
    this.#answer = new Promise((done, fail) => {
      this.#worker.once('message', done)
      this.#worker.once('error', fail)
      this.#worker.once('exit', () => fail(new Error('the learning was stopped')))
    })
    // Nobody may be waiting yet.
    this.#answer.catch(() => {})
  }

  /** Hands records over: their texts in the order of the lines, and whose list each is from. */
  add(rows: readonly { readonly texts: readonly string[]; readonly source: string }[]): void {
    this.#worker.postMessage({ rows } satisfies ToLearner)
  }

  /** Learns from what was handed over. */
  learn(seed: number): Promise<Learned> {
    this.#worker.postMessage({ seed } satisfies ToLearner)
    return this.#answer
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
