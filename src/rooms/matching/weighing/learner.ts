/** The other side of `learning-thread.ts`: gathers records and learns from them, on a thread of its own. */
import { parentPort } from 'node:worker_threads'
import { Gatherer } from '../engine/columns.ts'
import { LINES } from './known.ts'
import { commonTerms, learn } from './learned.ts'
import type { Learned, ToLearner } from './learning-thread.ts'

const gatherer = new Gatherer(LINES)
const sources: string[] = []

parentPort?.on('message', (message: ToLearner) => {
  if ('rows' in message) {
    for (const { texts, source } of message.rows) {
      gatherer.add(texts)
      sources.push(source)
    }
    return
  }
  const records = gatherer.done()
  const learned: Learned = { document: learn(records, sources, message.seed), terms: commonTerms(records) }
  parentPort?.postMessage(learned)
})
