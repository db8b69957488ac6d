/**
 * `npm run test:journeys [-- NAME]`: walks the journeys of test/journeys in a real browser against a real, built server.
 * NAME picks those whose name holds it; --no-pictures takes pictures of failures alone. Says SKIPPED where there is no browser, which is a failure when CI=true.
 */
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildStale } from './build.mjs'

const root = resolve(import.meta.dirname, '..')
// One process for everything falls over with many contexts; and nothing that makes a browser more trusting than people's.
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content']
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { results: { type: 'string' }, 'no-pictures': { type: 'boolean' } },
})
const browser = await findBrowser()
if (browser === undefined) {
  const words = 'no Chromium: install the package "chromium", or name one with CHROMIUM_PATH'
  process.stdout.write(`journeys SKIPPED: ${words}\n`)
  if (values.results !== undefined) writeFileSync(values.results, JSON.stringify({ skipped: words }))
  process.exit(process.env.CI === 'true' ? 1 : 0)
}
await buildStale({ root, log: line => process.stderr.write(`${line}\n`) })
const child = spawn(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), join(root, 'test/journeys/run.ts'), ...positionals],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      JOURNEY_BROWSER: JSON.stringify(browser),
      JOURNEY_RESULTS: values.results ?? '',
      JOURNEY_PICTURES: values['no-pictures'] === true ? 'no' : 'yes',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => {
  process.exitCode = code ?? 1
})

/**
 * The one that is named, the machine's own, the one npm carries. Of Debian's two the one without windows goes first: the same
 * engine and version, in two thirds of the time.
 */
async function findBrowser() {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  for (const path of [process.env.CHROMIUM_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'])
    if (path && existsSync(path)) return { path, args }
  try {
    const { default: shipped } = await import('@sparticuz/chromium')
    const path = await shipped.executablePath()
    return existsSync(path) ? { path, args: shipped.args.filter(arg => !UNWANTED.includes(arg)) } : undefined
  } catch {
    return undefined
  }
}
