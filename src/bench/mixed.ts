/** A day's work in small: records, caseloads, searches and saved contacts, by many colleagues at once. */
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { askOnce, type Kind, type Measure, type Question } from './asking.ts'
import { type Percentiles, percentilesOf } from './figures.ts'
import type { Meter } from './meter.ts'

/** How many of a hundred requests are of a kind. */
export const MIX: Readonly<Record<Kind, number>> = { record: 40, caseload: 20, find: 25, save: 15 }
/** Colleagues who ask at once: each waits for an answer before asking again. */
export const COLLEAGUES = 16

/** Requests that may wait in a steady load: above that the program does not keep up, and what is due is counted as an error. */
const MOST_WAITING = 500

export type Mixed = Percentiles & {
  readonly requests: number
  readonly seconds: number
  readonly perSecond: number
  /** Seconds of processor time, of the program and of the database; undefined where that is not known. */
  readonly program: number | undefined
  readonly database: number | undefined
}

/**
 * The kind of the i-th request. Each hundred in a row holds exactly the mix, and kinds follow each other unevenly, as people
 * do: 37 and 100 have no divisor in common.
 */
export function kindAt(i: number): Kind {
  let place = (i * 37) % 100
  for (const [kind, part] of Object.entries(MIX) as [Kind, number][]) {
    if (place < part) return kind
    place -= part
  }
  return 'record'
}

export type Drawn = { readonly question: Question; readonly status: number; readonly name: string }

/** Draws one question after the other: each kind goes through its own lines and people in turn. */
export function drawerOf(lines: readonly Measure[]): () => Drawn {
  const counts: Record<Kind, number> = { record: 0, caseload: 0, find: 0, save: 0 }
  let drawn = 0
  return () => {
    const kind = kindAt(drawn++)
    const ofKind = lines.filter(line => line.kind === kind)
    const n = counts[kind]++
    const line = ofKind[n % ofKind.length]
    if (line === undefined) throw new Error(`there is no line of the kind ${kind}`)
    const turn = Math.floor(n / ofKind.length)
    return { question: line.question(turn), status: line.status, name: line.name }
  }
}

/** Many colleagues at once, each asking as soon as answered: what the program can do. */
export async function measureMixed(
  port: number,
  lines: readonly Measure[],
  requests: number,
  meter: Meter,
): Promise<Mixed> {
  const agent = new Agent({ keepAlive: true, maxSockets: COLLEAGUES })
  const draw = drawerOf(lines)
  const taken: number[] = []
  const round = async (count: number) => {
    let left = count
    const colleague = async () => {
      while (left-- > 0) {
        const { question, status, name } = draw()
        const reply = await askOnce(agent, port, question)
        if (reply.status !== status) throw new Error(`${name}: answered ${reply.status} where ${status} was due`)
        taken.push(reply.ms)
      }
    }
    await Promise.all(Array.from({ length: COLLEAGUES }, colleague))
  }
  try {
    await round(Math.ceil(requests / 5))
    taken.length = 0
    const before = meter.read()
    const started = performance.now()
    await round(requests)
    const seconds = (performance.now() - started) / 1000
    const after = meter.read()
    return {
      ...percentilesOf(taken),
      requests,
      seconds,
      perSecond: requests / seconds,
      program: between(before.program, after.program),
      database: between(before.database, after.database),
    }
  } finally {
    agent.destroy()
  }
}

function between(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before
}

export type Steady = { readonly ms: readonly number[]; readonly errors: number; readonly seconds: number }

/**
 * Asks at a steady rate, whether or not earlier questions are answered, until told to stop.
 * @param going false once it is to end
 */
export async function askSteadily(
  port: number,
  draw: () => Drawn,
  perSecond: number,
  going: () => boolean,
): Promise<Steady> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const ms: number[] = []
  const waiting = new Set<Promise<void>>()
  let errors = 0
  let asked = 0
  const started = performance.now()
  const askNow = () => {
    const { question, status } = draw()
    const asking: Promise<void> = askOnce(agent, port, question)
      .then(reply => {
        if (reply.status === status) ms.push(reply.ms)
        else errors++
      })
      .catch(() => {
        errors++
      })
      .finally(() => waiting.delete(asking))
    waiting.add(asking)
  }
  try {
    while (going()) {
      const due = Math.floor(((performance.now() - started) / 1000) * perSecond)
      for (; asked < due; asked++) {
        if (waiting.size < MOST_WAITING) askNow()
        else errors++
      }
      await pause(5)
    }
    const seconds = (performance.now() - started) / 1000
    await Promise.all(waiting)
    return { ms, errors, seconds }
  } finally {
    agent.destroy()
  }
}
