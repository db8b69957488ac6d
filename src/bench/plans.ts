/**
 * Why a line is slow: the plans of its slowest statements, as the database made and ran them for the program itself, under its role and
 * its settings. PostgreSQL's auto_explain writes them into the log of the database we carry; on a server it is the administrator's
 * to switch on.
 */
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { askOnce, type Measure } from './asking.ts'
import { share } from './figures.ts'
import { startProgram } from './program.ts'

/** Often enough that every connection of the program has its statements prepared, as in daily work. */
const WARM_UP = 80
const TIMES = 30
/** Statements told of each line. */
const TOLD = 3

// A millisecond is the least it can be told: what takes less is not what makes a page slow.
const SETTINGS = `# Written by the bench, and taken away by it.
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = 1
auto_explain.log_analyze = on
auto_explain.log_buffers = on
auto_explain.log_settings = on
auto_explain.log_nested_statements = on
auto_explain.log_parameter_max_length = 0
`

export type Plan = { readonly ms: number; readonly statement: string; readonly text: string }

/**
 * Asks each line anew with plans switched on and writes them into a file.
 * @returns where the file is
 */
export async function writePlans(
  options: { dataDir: string; into: string },
  draw: (port: number) => Promise<readonly Measure[]>,
): Promise<string> {
  const { cluster } = JSON.parse(readFileSync(join(options.dataDir, 'database.json'), 'utf8')) as { cluster: string }
  const settings = join(cluster, 'local.conf')
  const own = await readFile(settings, 'utf8').catch(() => undefined)
  await writeFile(settings, `${own ?? ''}\n${SETTINGS}`, { mode: 0o644 })
  const told: string[] = []
  try {
    const program = await startProgram({ dataDir: options.dataDir, onServer: false })
    const agent = new Agent({ keepAlive: true })
    try {
      const log = () => readFileSync(join(options.dataDir, 'database.log'), 'utf8')
      for (const line of await draw(program.port)) {
        for (let i = 0; i < WARM_UP; i++) await askOnce(agent, program.port, line.question(i))
        const before = log().length
        for (let i = 0; i < TIMES; i++) await askOnce(agent, program.port, line.question(i))
        told.push(tellPlans(line.name, slowest(readPlans(log().slice(before)))))
      }
    } finally {
      agent.destroy()
      await program.stop()
    }
  } finally {
    await (own === undefined ? rm(settings, { force: true }) : writeFile(settings, own))
  }
  await writeFile(options.into, told.join('\n'))
  return options.into
}

/** The plans in a piece of the database's log. Each begins with a line of its own; what belongs to it is set in by a tab. */
export function readPlans(log: string): Plan[] {
  const plans: { ms: number; lines: string[] }[] = []
  let inside = false
  for (const line of log.split('\n')) {
    const begins = /duration: ([\d.]+) ms {2}plan:/.exec(line)
    if (begins) plans.push({ ms: Number(begins[1]), lines: [] })
    inside = begins !== null || (inside && line.startsWith('\t'))
    if (inside && !begins) plans.at(-1)?.lines.push(line.slice(1))
  }
  return plans.map(({ ms, lines }) => {
    const end = lines.findIndex((line, i) => i > 0 && /\(cost=\d/.test(line))
    const statement = lines.slice(0, end === -1 ? lines.length : end)
    return { ms, statement: statement.join('\n').replace(/^Query Text: /, ''), text: lines.join('\n') }
  })
}

/** For each of the slowest statements the plan in the middle of its times, slowest first. */
export function slowest(plans: readonly Plan[]): Plan[] {
  const byStatement = new Map<string, Plan[]>()
  for (const plan of plans) byStatement.set(plan.statement, [...(byStatement.get(plan.statement) ?? []), plan])
  return [...byStatement.values()]
    .map(some => {
      const middle = share(
        some.map(p => p.ms),
        0.5,
      )
      return some.find(p => p.ms === middle) as Plan
    })
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, TOLD)
}

function tellPlans(name: string, plans: readonly Plan[]): string {
  const each = plans.map(({ ms, text }) => `-- ${ms.toFixed(1)} ms (the middle of its times)\n${text}\n`)
  return [`==== ${name}`, ...(each.length === 0 ? ['No statement took a millisecond.'] : each), ''].join('\n')
}
