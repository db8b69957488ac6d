/** Learning takes seconds of a processor: it is done on a thread of its own, so that nobody waits for a page meanwhile. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
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
    this.#worker = startLearner()
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

let fromSources: string | undefined

/** Built, it stands beside the program; from the sources (tests) it is put together once in a process: reading TypeScript anew takes seconds. */
function startLearner(): Worker {
  if (import.meta.url.endsWith('/main.js')) return new Worker(new URL('./learner.js', import.meta.url))
  fromSources ??= bundleOf(new URL('./learner.ts', import.meta.url))
  return new Worker(fromSources, { eval: true })
}

function bundleOf(source: URL): string {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
