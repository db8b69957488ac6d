/** A cold start: from starting the program on an existing folder to the first record. */
import { Agent } from 'node:http'
import { askOnce, type Measure } from './asking.ts'
import { share } from './figures.ts'
import { type Program, startProgram } from './program.ts'

/** How often it is started; the middle is told, and the slowest. */
const STARTS = 3

export type Cold = { readonly ready: number; readonly opened: number; readonly slowest: number }

/** Starts the program some times over. Milliseconds until /health said it was ready, and until the first record was open. */
export async function measureCold(options: { dataDir: string; onServer: boolean }, record: Measure): Promise<Cold> {
  const ready: number[] = []
  const opened: number[] = []
  for (let i = 0; i < STARTS; i++) {
    const program = await startProgram(options)
    try {
      ready.push(program.readyMs)
      opened.push(await firstRecord(program, record, i))
    } finally {
      await program.stop()
    }
  }
  return { ready: share(ready, 0.5), opened: share(opened, 0.5), slowest: share(opened, 1) }
}

async function firstRecord({ port, spawnedAt }: Program, record: Measure, i: number): Promise<number> {
  const agent = new Agent()
  try {
    const reply = await askOnce(agent, port, record.question(i))
    if (reply.status !== record.status) throw new Error(`the first record: answered ${reply.status}`)
    return performance.now() - spawnedAt
  } finally {
    agent.destroy()
  }
}
