/**
 * `npm test`: everything, in the order in which it is cheapest to fail. Stops at the first stage that fails, says how long
 * each took, and ends with one plain line of how many passed and failed. The kills wait most of their time, for programs that
 * start and end: they go beside the tests, and what they say is shown when both are done.
 *
 *     npm test
 *     npm test -- --only journeys
 */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const root = resolve(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'connexions-results-'))
const counts = { passed: 0, failed: 0 }
const secondEngine = process.env.TEST_DATABASE_URL

/** Each answers with an exit code, or with words when there is nothing to do. */
const STAGES = {
  format: say => run('npx', ['biome', 'check', '.'], say),
  lint: say => run('npx', ['oxlint', '--type-aware', '--deny-warnings'], say),
  types: say => run('npm', ['run', '--silent', 'types'], say),
  build: say => run('node', ['scripts/build.mjs'], say),
  tests: say => vitest('tests', [], say, { TEST_DATABASE_URL: undefined }),
  'ten kills': say =>
    counted('kills', 'npx', ['tsx', 'test/kills.ts', '--times', '10', '--results', join(results, 'kills.json')], say),
  'tests on the second engine': say =>
    secondEngine === undefined
      ? 'TEST_DATABASE_URL is not set'
      : vitest('second', databaseTests(), say, { TEST_DATABASE_URL: secondEngine }),
  journeys: say =>
    counted(
      'journeys',
      'node',
      ['scripts/journeys.mjs', '--no-pictures', '--results', join(results, 'journeys.json')],
      say,
    ),
}
/** Stages that go beside each other. */
const TOGETHER = [
  ['format', 'types', 'build'],
  ['tests', 'ten kills'],
]

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
for (const names of groupsOf(wanted)) {
  const outcomes = await Promise.all(names.map((name, nth) => stage(name, nth === 0)))
  for (const { name, outcome, seconds, said } of outcomes) {
    if (said !== undefined) process.stdout.write(`\n── ${name}, beside it\n${readFileSync(said, 'utf8')}`)
    const words = typeof outcome === 'string' ? `: left out, ${outcome}` : outcome === 0 ? '' : ': FAILED'
    told.push(`${seconds.toFixed(1).padStart(6)} s  ${name}${words}`)
    if (typeof outcome !== 'string' && outcome !== 0) broken ??= name
  }
  if (broken !== undefined) break
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

/** Stages in their order, those that go beside each other as one. */
function groupsOf(names) {
  const groups = []
  for (const name of names) {
    const beside = TOGETHER.find(group => group.includes(name)) ?? [name]
    const at = groups.find(group => group.some(one => beside.includes(one)))
    if (at === undefined) groups.push([name])
    else at.push(name)
  }
  return groups
}

/** Runs a stage; what it says is shown at once, or kept in a file where another's is. */
async function stage(name, isShown) {
  const at = performance.now()
  const said = isShown ? undefined : join(results, `${name.replaceAll(' ', '-')}.txt`)
  if (isShown) process.stdout.write(`\n── ${name}\n`)
  const say = said === undefined ? process.stdout : createWriteStream(said)
  const outcome = await STAGES[name](say)
  if (typeof outcome === 'string') say.write(`left out: ${outcome}\n`)
  if (said !== undefined) await new Promise(done => say.end(done))
  return { name, outcome, said, seconds: (performance.now() - at) / 1000 }
}

/** Runs a program to its end. @param say where what it says goes */
function run(program, words, say, environment = {}) {
  const env = { ...process.env, ...environment }
  for (const [name, value] of Object.entries(environment)) if (value === undefined) delete env[name]
  const isShown = say === process.stdout
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      cwd: root,
      env,
      stdio: ['ignore', ...(isShown ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
    })
    for (const of of isShown ? [] : [child.stdout, child.stderr]) of.on('data', text => say.write(text))
    const stop = signal => child.kill(signal)
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('error', fail)
    child.on('close', code => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      done(code ?? 1)
    })
  })
}

async function vitest(name, words, say, environment) {
  const file = join(results, `${name}.json`)
  const code = await run(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...words],
    say,
    environment,
  )
  const read = readJson(file)
  if (read === undefined) return code === 0 ? 1 : code
  counts.passed += read.numPassedTests
  // A file that could not even be loaded has no tests to count.
  counts.failed +=
    read.numFailedTests + read.testResults.filter(f => f.status === 'failed' && f.assertionResults.length === 0).length
  const left = read.numPendingTests + read.numTodoTests
  if (left > 0) say.write(`${left} tests were left out: a test is run or taken away\n`)
  return code === 0 && left > 0 ? 1 : code
}

async function counted(name, program, words, say) {
  const code = await run(program, words, say)
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
