/** How journeys are written: a name, a click budget, and somebody who walks. See README.md beside this file. */
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { isId } from '#ground/ids.ts'
import { type ReadPdf, readPdf } from '#test/read-pdf.ts'
import { lineOf, registerLines } from '#test/register.ts'
import { type Served, serve } from '#test/served.ts'
import { lookAt, pictureOfFailure } from './look.ts'

/** Which state of a page was looked at. A page answered with 409, 422 or 429 counts as `error` by itself. */
export type State = 'full' | 'empty' | 'error'

/** Somebody at a browser of their own (its own cookies), on one page. */
export type Walker = {
  readonly page: Page
  /** Goes to an address, expects it to answer so, and looks at it. */
  visit(path: string, expected?: { status?: number; state?: State }): Promise<void>
  /** Goes to an address without looking: it was looked at elsewhere. */
  go(path: string, expected?: { status?: number }): Promise<void>
  /** Looks at the page as it is now: after a form was sent, say. */
  axe(state?: State): Promise<void>
  /** Clicks a button or link by its words, and waits for the page it leads to. Counted. */
  click(target: string | Locator): Promise<void>
  /** Clicks a link to a PDF, expects it under this name, and reads it. Counted. */
  keep(target: string, name: string): Promise<ReadPdf>
  /** Fills a field by its label. Typing is not counted. */
  fill(label: string, text: string): Promise<void>
  /** Expects words on the page. */
  see(words: string | RegExp): Promise<void>
  /** Expects words nowhere in the page's HTML. */
  doNotSee(words: string): Promise<void>
  /** Does something and fails when it took more clicks than it may; the figure is printed. */
  clicks(what: string, budget: number, work: () => Promise<void>): Promise<void>
}

export type World = Walker & {
  /** A new browser, signed in as one of the demo's staff by choosing them: `as('Dana Example')`. */
  as(name: string): Promise<Walker>
  /** A new browser of a stranger; with a server, of that server. */
  stranger(at?: Served): Promise<Walker>
  /** The live installation of this run, empty when it is first asked for. */
  live(): Promise<Served>
}

export type Outcome = {
  readonly name: string
  readonly faults: readonly string[]
  readonly notes: readonly string[]
  readonly seconds: number
}

type Journey = {
  readonly file: string
  readonly name: string
  /** What its pictures begin with: its file's noun and which of the file it is, as `desk-02`. */
  readonly mark: string
  readonly walk: (world: World) => Promise<void>
}

const journeys: Journey[] = []
/** So many files at a time: more would only wait for each other on two cores. */
const AT_ONCE = 3
/** Files that take longest, which go first: begun last they would be waited for by themselves. */
const LONG = ['protection', 'models', 'matching', 'people', 'postings', 'directory', 'empty']
let file = ''

/** Says which file's journeys are entered next: those of one file are walked one after another. */
export function journeysOf(name: string): void {
  file = name
}

/** Enters a journey. Its name is a promise to users. */
export function journey(name: string, walk: (world: World) => Promise<void>): void {
  const nth = journeys.filter(one => one.file === file).length + 1
  journeys.push({ file, name, mark: `${file.replace('.journey.ts', '')}-${twoFigures(nth)}`, walk })
}

/** The states in which each line of the register was looked at, by its path. */
export const lookedAt = new Map<string, Set<State>>()

const lines = registerLines()

/** Walks the journeys whose name holds a text in one browser: files beside each other, each file's one after another. */
export async function walkAll(browser: Browser, wanted: string, tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const demo = await serve('demo', ['--people', '60'])
  let live: Promise<Served> | undefined
  const outcomes: Outcome[] = []
  try {
    const chosen = journeys.filter(one => one.name.includes(wanted))
    const files = [...new Set(chosen.map(one => one.file))].toSorted((a, b) => placeOf(a) - placeOf(b))
    const walkFile = async (own: readonly Journey[]) => {
      for (const { name, mark, walk } of own) {
        const began = performance.now()
        const run = openRun(browser, demo, mark, () => (live ??= serve('start')))
        const faults = [...(await run.walk(walk)), ...run.faults]
        const outcome = { name, faults, notes: run.notes, seconds: (performance.now() - began) / 1000 }
        outcomes.push(outcome)
        tell(outcome)
      }
    }
    const takeNext = async (): Promise<void> => {
      for (let next = files.shift(); next !== undefined; next = files.shift()) {
        const name = next
        await walkFile(chosen.filter(one => one.file === name))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, takeNext))
  } finally {
    await demo.stop()
    await (await live)?.stop()
  }
  return outcomes
}

function openRun(browser: Browser, demo: Served, mark: string, live: () => Promise<Served>) {
  const faults: string[] = []
  const notes: string[] = []
  const contexts: BrowserContext[] = []
  const pages: Page[] = []
  const run = { faults, notes, mark, looks: 0 }

  async function stranger(at: Served = demo): Promise<Walker> {
    const context = await browser.newContext({
      baseURL: at.base,
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    contexts.push(context)
    // Functions sent to the page carry a mark of what runs them here.
    await context.addInitScript('globalThis.__name = made => made')
    const page = await context.newPage()
    pages.push(page)
    return openWalker(page, run)
  }
  async function as(who: string): Promise<Walker> {
    const walker = await stranger()
    await walker.go('/demo')
    await walker.page.getByRole('button', { name: who }).click()
    await walker.page.waitForURL(url => url.pathname !== '/demo')
    return walker
  }
  return {
    faults,
    notes,
    async walk(steps: Journey['walk']): Promise<string[]> {
      try {
        await steps({ ...(await stranger()), as, stranger, live })
        return []
      } catch (trouble) {
        // The window that failed is not always the one that was opened last.
        for (const [i, page] of pages.entries()) await pictureOfFailure(page, `${mark}-window-${i + 1}`)
        const page = pages.at(-1)
        return [`${(trouble as Error).message} (at ${page?.url() ?? 'no page'})${placeIn(trouble as Error)}`]
      } finally {
        for (const context of contexts) await context.close()
      }
    },
  }
}

function openWalker(page: Page, run: { faults: string[]; notes: string[]; mark: string; looks: number }): Walker {
  let status = 0
  let method = 'GET'
  let clicked = 0
  page.setDefaultTimeout(30_000)
  page.on('response', response => {
    const asked = response.request()
    if (!asked.isNavigationRequest() || response.frame() !== page.mainFrame()) return
    if (response.status() >= 300 && response.status() < 400) return
    status = response.status()
    method = asked.method()
  })
  page.on('console', message => {
    // A page that answers 404 or 422 is itself told of as a resource that failed.
    // Where a journey cuts the network on purpose.
    if (message.text().includes('ERR_INTERNET_DISCONNECTED')) return
    if (
      message.type() === 'error' &&
      !(message.text().startsWith('Failed to load resource') && message.location().url === page.url())
    )
      run.faults.push(`${page.url()}: the browser complains: ${message.text()}`)
  })
  page.on('pageerror', error => run.faults.push(`${page.url()}: a script failed: ${error.message}`))

  const walker: Walker = {
    page,
    async go(path, expected = {}) {
      const response = await page.goto(path)
      const wanted = expected.status ?? 200
      if (response?.status() !== wanted) throw new Error(`${path} answered ${response?.status()}, not ${wanted}`)
    },
    async visit(path, expected = {}) {
      await walker.go(path, expected)
      await walker.axe(expected.state)
    },
    async axe(state) {
      const { pathname } = new URL(page.url())
      const line = lineOf(lines, 'GET', pathname)
      const shown = state ?? (status === 200 ? 'full' : 'error')
      if (line && (status === 200 || method === 'POST'))
        lookedAt.set(line.path, (lookedAt.get(line.path) ?? new Set()).add(shown))
      // The nth look of the journey at the nth page: no two pictures have one name, and a folder lists them as they were walked.
      const name = `${run.mark}-${twoFigures(++run.looks)}-${wordsOf(line?.path ?? pathname)}-${shown}`
      // A page that is another at each step is looked at at each.
      const step = await page.evaluate(
        () =>
          document.querySelector('[aria-current="step"]')?.textContent ??
          document.querySelector<HTMLElement>('[data-view]')?.dataset['view'] ??
          '',
      )
      const language = await page.evaluate(() => document.documentElement.lang)
      const what = { page: `${line?.path ?? pathname} ${shown} ${step}`, state: shown, language }
      run.faults.push(...(await lookAt(page, name, what)).map(fault => `${pathname} (${status}): ${fault}`))
    },
    async click(target) {
      clicked += 1
      const at =
        typeof target === 'string'
          ? page
              .getByRole('button', { name: target })
              .or(page.getByRole('link', { name: target }))
              .first()
          : target
      await at.click()
      await page.waitForLoadState('load')
    },
    async keep(target, name) {
      clicked += 1
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: target })
          .or(page.getByRole('link', { name: target }))
          .first()
          .click(),
      ])
      if (file.suggestedFilename() !== name) throw new Error(`the file is called ${file.suggestedFilename()}`)
      const read = await readPdf(readFileSync(await file.path()))
      if (!read.isTagged || !read.isUa) run.faults.push(`${name}: the PDF is not tagged`)
      return read
    },
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    async see(words) {
      await page.getByText(words).filter({ visible: true }).first().waitFor()
    },
    async doNotSee(words) {
      if ((await page.content()).includes(words)) throw new Error(`"${words}" is in the page`)
    },
    async clicks(what, budget, work) {
      const before = clicked
      await work()
      const used = clicked - before
      run.notes.push(`${what}: ${used} of ${budget} clicks`)
      if (used > budget) run.faults.push(`${what} took ${used} clicks; it may take ${budget}`)
    },
  }
  return walker
}

function placeOf(name: string): number {
  const place = LONG.indexOf(name.replace('.journey.ts', ''))
  return place === -1 ? LONG.length : place
}

function twoFigures(n: number): string {
  return String(n).padStart(2, '0')
}

/** An address as part of a file's name, without the ids in it: `/people/:personId/details` is `people-details`. */
function wordsOf(path: string): string {
  const parts = path.split('/').filter(part => part !== '' && !part.startsWith(':') && !isId(part))
  return (
    parts
      .join('-')
      .replaceAll(/[^a-z0-9]+/gi, '-')
      .slice(0, 40) || 'home'
  )
}

function placeIn(trouble: Error): string {
  const line = trouble.stack?.split('\n').find(one => one.includes('/test/journeys/') && !one.includes('harness.ts'))
  return line === undefined ? '' : ` ${line.trim()}`
}
