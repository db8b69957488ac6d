/** Walks the journeys: started by scripts/journeys.mjs, which found the browser. */
import { readdirSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { registerLines } from '#test/register.ts'
import { NOT_PAGES } from './exceptions.ts'
import { journeysOf, lookedAt, type Outcome, walkAll } from './harness.ts'
import { staleStates, unseenStates } from './states.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const wanted = process.argv[2] ?? ''
for (const file of readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.journey.ts'))
  .toSorted()) {
  journeysOf(file)
  await import(`./${file}`)
}

const { path, args } = JSON.parse(process.env['JOURNEY_BROWSER'] ?? '{}') as { path: string; args: string[] }
const browser = await chromium.launch({ executablePath: path, args })
let outcomes: Outcome[]
try {
  outcomes = await walkAll(browser, wanted, tell)
} finally {
  await browser.close()
}
if (wanted === '') {
  const faults = unvisited()
  const outcome = {
    name: 'Every page of the register was looked at, in each of its states',
    faults,
    notes: [],
    seconds: 0,
  }
  outcomes.push(outcome)
  tell(outcome)
  for (const [line, states] of [...lookedAt].toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
    say(`    ${line}: ${[...states].toSorted().join(', ')}`)
}
const broken = outcomes.filter(outcome => outcome.faults.length > 0)
const failed = broken.length
const passed = outcomes.length - failed
// Once more at the end, where somebody looks who has only the end.
broken.forEach(tell)
say(`journeys: ${passed} passed, ${failed} failed; pictures in .screenshots/`)
if (outcomes.length === 0) say(`no journey has "${wanted}" in its name`)
const results = process.env['JOURNEY_RESULTS']
if (results !== undefined && results !== '') writeFileSync(results, JSON.stringify({ passed, failed }))
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0

function tell({ name, faults, notes, seconds }: Outcome): void {
  say(`${faults.length === 0 ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  for (const note of notes) say(`    ${note}`)
  for (const fault of new Set(faults)) say(`  ! ${fault}`)
}

/** Pages of the register that nobody looked at, or not in each of their states, and exceptions that are none any more. */
function unvisited(): string[] {
  const lines = registerLines()
  const paths = lines.filter(line => line.method === 'GET').map(line => line.path)
  return [
    ...paths
      .filter(path => NOT_PAGES[path] === undefined)
      .flatMap(path =>
        unseenStates(lines, path, lookedAt.get(path) ?? new Set()).map(state => `not looked at: ${path} (${state})`),
      ),
    ...[...Object.keys(NOT_PAGES).filter(path => !paths.includes(path)), ...staleStates(lines)].map(
      path => `an exception for no line of the register: ${path}`,
    ),
  ]
}
