/**
 * `npm test`: everything, in the order in which it is cheapest to fail. Stops at the first stage that fails, says how long
 * each took, and ends with one plain line of how many passed and failed.
 *
 *     npm test
 *     npm test -- --only journeys
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'connexions-results-'))
const counts = { passed: 0, failed: 0 }
const secondEngine = process.env.TEST_DATABASE_URL

/** Each answers with an exit code, or with words when there is nothing to do. */
const STAGES = {
  format: () => run('npx', ['biome', 'check', '.']),
  lint: () => run('npx', ['oxlint', '--type-aware', '--deny-warnings']),
  types: () => run('npm', ['run', '--silent', 'types']),
  build: () => run('node', ['scripts/build.mjs']),
  tests: () => vitest('tests', [], { TEST_DATABASE_URL: undefined }),
  'tests on the second engine': () =>
    secondEngine === undefined
      ? 'TEST_DATABASE_URL is not set'
      : vitest('second', databaseTests(), { TEST_DATABASE_URL: secondEngine }),
  'ten kills': () =>
    counted('kills', 'npx', ['tsx', 'test/kills.ts', '--times', '10', '--results', join(results, 'kills.json')]),
  journeys: () => counted('journeys', 'node', ['scripts/journeys.mjs', '--results', join(results, 'journeys.json')]),
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = values.only === undefined ? Object.keys(STAGES) : values.only.split(',')
const unknown = wanted.filter(name => !(name in STAGES))
if (unknown.length > 0) {
  process.stderr.write(`There is no stage "${unknown.join(', ')}". There are: ${Object.keys(STAGES).join(', ')}.\n`)
  process.exit(2)
}

const told = []
let broken
const began = performance.now()
for (const name of wanted) {
  process.stdout.write(`\n── ${name}\n`)
  const at = performance.now()
  const outcome = await STAGES[name]()
  const seconds = ((performance.now() - at) / 1000).toFixed(1).padStart(6)
  told.push(
    `${seconds} s  ${name}${typeof outcome === 'string' ? `: left out, ${outcome}` : outcome === 0 ? '' : ': FAILED'}`,
  )
  if (typeof outcome === 'string') process.stdout.write(`left out: ${outcome}\n`)
  else if (outcome !== 0) {
    broken = name
    break
  }
}
rmSync(results, { recursive: true, force: true })
process.stdout.write(`\n${told.join('\n')}\n${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  in all\n`)
if (broken !== undefined) {
  process.stdout.write(`\nStopped at the stage "${broken}".\n`)
  // A stage without tests of its own (format, lint, types, build) is one thing that failed.
  if (counts.failed === 0) counts.failed = 1
}
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = broken === undefined ? 0 : 1

/** Runs a program to its end, with what it says shown. */
function run(program, words, environment = {}) {
  const env = { ...process.env, ...environment }
  for (const [name, value] of Object.entries(environment)) if (value === undefined) delete env[name]
  return new Promise((done, fail) => {
    const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    const stop = signal => child.kill(signal)
    process.once('SIGINT', stop).once('SIGTERM', stop)
    child.on('error', fail)
    child.on('exit', code => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      done(code ?? 1)
    })
  })
}

async function vitest(name, words, environment) {
  const file = join(results, `${name}.json`)
  const code = await run(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
    environment,
  )
  const read = readJson(file)
  if (read === undefined) return code === 0 ? 1 : code
  counts.passed += read.numPassedTests
  // A file that could not even be loaded has no tests to count.
  counts.failed +=
    read.numFailedTests + read.testResults.filter(f => f.status === 'failed' && f.assertionResults.length === 0).length
  const left = read.numPendingTests + read.numTodoTests
  if (left > 0) process.stdout.write(`${left} tests were left out: a test is run or taken away\n`)
  return code === 0 && left > 0 ? 1 : code
}

async function counted(name, program, words) {
  const code = await run(program, words)
  const read = readJson(join(results, `${name}.json`))
  if (read?.skipped !== undefined) return code === 0 ? read.skipped : code
  counts.passed += read?.passed ?? 0
  counts.failed += read?.failed ?? 0
  return code
}

/** Test files that work on a database: those that open a clone of the template. */
function databaseTests() {
  return ['src', 'test']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
    )
    .filter(
      path =>
        /\.test\.tsx?$/.test(path) &&
        /from '(#test\/|.*\/support\/)(database|house)\.ts'/.test(readFileSync(join(root, path), 'utf8')),
    )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
