/** Asking the server as browsers do, over connections kept open, and the figures of how long it took. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { share } from './figures.ts'

/** One request of the bench. */
export type Question = {
  readonly path: string
  readonly cookie: string | undefined
  /** A form to be posted; without one the page is fetched. */
  readonly form?: Readonly<Record<string, string>>
}

export type Reply = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly ms: number
}

/** What kind of work a line is, in the mixed load. */
export type Kind = 'record' | 'caseload' | 'find' | 'save'

/** A line of the table: what is asked, how often, what the answer must be. */
export type Measure = {
  readonly name: string
  /** Lines without one are no part of the mixed load. */
  readonly kind?: Kind
  readonly budget: number | null
  readonly status: number
  question(i: number): Question
  /** Looks at an answer in plain text; false stops the bench: what is fast and wrong is not fast. */
  fits?(body: string, i: number): boolean
}

export type Figures = {
  readonly name: string
  readonly budget: number | null
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly serverP50: number
  readonly serverP95: number
  /** Requests a second with eight at a time. */
  readonly rate: number
}

const WARM_UP = 60
const AT_ONCE = 8

/** Measures one line: a look at the answers, a warm-up, one after the other, then eight at a time. */
export async function measure(
  port: number,
  line: Measure,
  times: number,
  serverTimes: () => Promise<number[]>,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const ask = async (i: number, plain = false) => {
    const reply = await askOnce(agent, port, line.question(i), plain)
    if (reply.status !== line.status)
      throw new Error(`${line.name}: answered ${reply.status} where ${line.status} was due`)
    return reply
  }
  try {
    for (let i = 0; i < 20; i++) {
      const { body } = await ask(i, true)
      if (line.fits?.(body.toString('utf8'), i) === false)
        throw new Error(`${line.name}: the answer is not what it should be`)
    }
    for (let i = 0; i < WARM_UP; i++) await ask(i)
    await serverTimes()
    const taken: number[] = []
    for (let i = 0; i < times; i++) taken.push((await ask(i)).ms)
    const inside = await serverTimes()
    let next = 0
    const started = performance.now()
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < times) await ask(next++)
      }),
    )
    const rate = times / ((performance.now() - started) / 1000)
    return {
      name: line.name,
      budget: line.budget,
      p50: share(taken, 0.5),
      p95: share(taken, 0.95),
      p99: share(taken, 0.99),
      serverP50: share(inside, 0.5),
      serverP95: share(inside, 0.95),
      rate,
    }
  } finally {
    agent.destroy()
  }
}

/** Fetches a page once, in plain text. */
export async function fetchPage(port: number, question: Question): Promise<string> {
  const agent = new Agent()
  try {
    return (await askOnce(agent, port, question, true)).body.toString('utf8')
  } finally {
    agent.destroy()
  }
}

/** True when the program answers that it is ready. */
export async function askHealth(port: number): Promise<boolean> {
  const agent = new Agent()
  try {
    return (await askOnce(agent, port, { path: '/health', cookie: undefined }, true)).status === 200
  } catch {
    return false
  } finally {
    agent.destroy()
  }
}

/**
 * Asks one question and waits for the whole answer.
 * @param plain without compression, so that the answer can be read
 */
export function askOnce(agent: Agent, port: number, question: Question, plain = false): Promise<Reply> {
  const body = question.form === undefined ? undefined : new URLSearchParams(question.form).toString()
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: question.path,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(plain ? {} : { 'accept-encoding': 'gzip, br' }),
          ...(question.cookie === undefined ? {} : { cookie: question.cookie }),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
        },
      },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
            ms: performance.now() - started,
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
