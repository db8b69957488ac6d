/**
 * Draws the main layouts into a folder to be looked at, with a picture of each at several widths in both schemes, and runs
 * axe over them. For the eye and for the builder; it is not shipped.
 *
 *     npx tsx scripts/gallery.tsx /tmp/gallery
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import type { JSX } from 'preact'
import { assetFolder } from '#web/assets.ts'
import { renderPage } from '#web/shell/page.tsx'
import { FormPage, SignInPage } from './gallery/forms.tsx'
import { ChartsPage, ImportPage } from './gallery/import-and-charts.tsx'
import { ListPage, RecordPage } from './gallery/list-and-record.tsx'
import { YoungPage } from './gallery/young.tsx'

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"
const pages: Readonly<Record<string, () => JSX.Element>> = {
  list: ListPage,
  record: RecordPage,
  form: FormPage,
  'sign-in': SignInPage,
  import: ImportPage,
  charts: ChartsPage,
  young: YoungPage,
}
const [folder = '/tmp/gallery', only] = process.argv.slice(2)
const assets = assetFolder()
if (assets === undefined) throw new Error('build first')
mkdirSync(folder, { recursive: true })

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}
const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const file = join(assets, path.replace('/assets/', ''))
  const draw = pages[path.slice(1)]
  if (draw) {
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(renderPage(draw()))
  } else if (path.startsWith('/assets/') && existsSync(file)) {
    response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'text/plain')
    response.end(readFileSync(file))
  } else {
    response.statusCode = 404
    response.end()
  }
})
await new Promise<void>(done => {
  server.listen(0, '127.0.0.1', () => done())
})
/** As the journeys look for it. */
function chromiumHere(): string {
  const places = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
  const found = places.find(place => place !== undefined && existsSync(place))
  if (found === undefined)
    throw new Error('no Chromium: install the package "chromium", or name one with CHROMIUM_PATH')
  return found
}

const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath: chromiumHere(), args: ['--no-sandbox'] })
let faults = 0

for (const colorScheme of ['light', 'dark'] as const) {
  for (const name of Object.keys(pages)) {
    if (only !== undefined && !only.split(',').includes(name)) continue
    for (const width of name === 'young' ? [360, 1280] : [1280, 360, 320]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: width < 700 ? 760 : 900 } })
      const page = await context.newPage()
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type())) say(`${name} ${width}: ${message.text()}`)
      })
      page.on('pageerror', error => say(`${name} ${width}: ${error.message}`))
      await page.goto(`${base}/${name}`)
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      if (Number(wide) > 0) say(`${name} ${colorScheme} ${width}: ${String(wide)} px too wide`)
      if (width !== 320)
        await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`), fullPage: width < 700 })
      if (width !== 320) {
        await page.evaluate(axe.source)
        const violations = await page.evaluate(async () => (await window.axe.run(document)).violations)
        for (const violation of violations) {
          // The Design System's script puts aria-expanded on radios that open something; it has judged that it helps.
          if (
            violation.id === 'aria-allowed-attr' &&
            violation.nodes.every(n => n.html.includes('govuk-radios__input'))
          )
            continue
          say(
            `${name} ${colorScheme} ${width}: ${violation.id}: ${violation.nodes
              .map(node => node.html)
              .join('\n    ')
              .slice(0, 600)}`,
          )
        }
      }
      await context.close()
    }
  }
}
await browser.close()
server.close()
process.stdout.write(`${faults} faults; pictures in ${folder}\n`)
process.exitCode = faults > 0 ? 1 : 0

function say(line: string): void {
  faults += 1
  process.stdout.write(`${line}\n`)
}
