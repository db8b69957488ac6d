/** What is asked of every page: axe in both schemes, no sideways scrolling on a phone, the keyboard, and two pictures. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const PICTURES = resolve(import.meta.dirname, '../../.screenshots')
/** Pictures are for people who look at them: `npm test` takes none but those of what failed, which is a tenth of its time. */
const takesPictures = process.env['JOURNEY_PICTURES'] !== 'no'
/** The whole of axe in less than half of the letters of its own `source`: it is sent to every page that is looked at. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/**
 * What another colour scheme can change: the rest is the same page. They take most of the time, and colours come from the sheet
 * alone, by what an element is and stands in: of each such kind one is looked at in each scheme, wherever it is met first.
 */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']
const coloursSeen = { dark: new Set<string>(), light: new Set<string>() }
/**
 * A page in one state is looked at so many times: in everything the first time, without dark, Tab and pictures after that.
 * Only a full page is another page the second time; an empty one or one with an error shows the same again.
 */
const LOOKS = { full: 2, empty: 1, error: 1 }
const looks = new Map<string, number>()
/** An error, or a page with nothing on it, is one component's everywhere: in the dark and by Tab so many of them are enough. */
const OTHERS_IN_FULL = 16
let others = 0
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 320, height: 640 }

/**
 * Looks at the page as it is now. Gives every fault in words; the page stays where it is.
 * @param what the line of the register, the state and the language: the same page for other people, or again
 */
export async function lookAt(
  page: Page,
  name: string,
  { page: which, state, language }: { page: string; state: keyof typeof LOOKS; language: string },
): Promise<string[]> {
  const key = `${which} ${language}`
  const before = looks.get(key) ?? 0
  looks.set(key, before + 1)
  if (before >= LOOKS[state]) return []
  const faults: string[] = []
  const isFirst = before === 0
  const picture = async (width: string) => {
    if (isFirst && takesPictures)
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
  }
  mkdirSync(PICTURES, { recursive: true })
  // Other words change what is read out and how wide it is; colours and stops of Tab are those of the English page.
  const isInFull = isFirst && language === 'en' && (state === 'full' || others++ < OTHERS_IN_FULL)
  const kinds = await page.evaluate(markKinds)
  if (isInFull) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    faults.push(...(await colourFaults(page, kinds, 'dark')))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  faults.push(...(await colourFaults(page, kinds, 'light')))
  faults.push(...(await axeFaults(page, { type: 'tag', values: RULES })).map(fault => `light: ${fault}`))
  await picture('1280')
  if (isInFull) faults.push(...(await walkByKeyboard(page)))
  await page.setViewportSize(PHONE)
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (tooWide > 0) faults.push(`at 320 px it is ${tooWide} px too wide`)
  await picture('320')
  await page.setViewportSize(WIDE)
  return faults
}

/** A picture of a page where a journey broke off. */
export async function pictureOfFailure(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `failed-${name}.png`), fullPage: true }).catch(() => {})
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What is wrong with the colours of what was not looked at in this scheme before. */
async function colourFaults(page: Page, kinds: readonly string[], scheme: keyof typeof coloursSeen): Promise<string[]> {
  const seen = coloursSeen[scheme]
  const fresh = kinds.flatMap((kind, n) => (seen.has(kind) ? [] : [n]))
  for (const n of fresh) seen.add(kinds[n] as string)
  if (fresh.length === 0) return []
  return (await axeFaults(page, { type: 'rule', values: OF_COLOUR }, fresh)).map(fault => `${scheme}: ${fault}`)
}

/**
 * Runs in the page: what there is with words or to fill in, each once, by its classes and state and those of all it stands in. The
 * first of each is marked with its place in the list.
 */
function markKinds(): string[] {
  const STATES = ['type', 'aria-current', 'aria-expanded', 'aria-sort', 'open', 'disabled', 'style']
  const kindOf = (element: Element) =>
    [
      element.tagName,
      ...element.classList,
      ...STATES.filter(name => element.hasAttribute(name)).map(name => `${name}=${element.getAttribute(name)}`),
    ].join('.')
  const hasWords = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
  const kinds = new Map<string, number>()
  for (const element of document.body.querySelectorAll('*')) {
    if (!hasWords(element)) continue
    const chain: string[] = []
    for (let at: Element | null = element; at !== null; at = at.parentElement) chain.push(kindOf(at))
    const kind = chain.join(' in ')
    if (kinds.has(kind)) continue
    element.setAttribute('data-kind', String(kinds.size))
    kinds.set(kind, kinds.size)
  }
  return [...kinds.keys()]
}

/**
 * What axe finds. It is brought into the page once and asked twice; what passes is not written out, which takes longer than
 * finding it, and nothing is loaded again: our pages have no frames, and no rule that is on reads style sheets.
 */
async function axeFaults(
  page: Page,
  runOnly: { type: 'rule' | 'tag'; values: readonly string[] },
  kinds?: readonly number[],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const violations = await page.evaluate(
    async ({ runOnly, kinds, without }) => {
      const context = kinds === undefined ? document : { include: kinds.map(n => [`[data-kind="${n}"]`]) }
      const rules = kinds === undefined ? Object.fromEntries(without.map(rule => [rule, { enabled: false }])) : {}
      const options = { runOnly, rules, resultTypes: ['violations' as const], preload: false }
      return (await window.axe.run(context, options)).violations
    },
    { runOnly: { ...runOnly, values: [...runOnly.values] }, kinds: kinds && [...kinds], without: OF_COLOUR },
  )
  return violations.flatMap(violation => {
    const nodes = violation.nodes.filter(
      // The only exception: the Design System's script puts aria-expanded on radios that open something.
      node =>
        !(
          violation.id === 'aria-allowed-attr' &&
          /govuk-radios__input/.test(node.html) &&
          /aria-expanded/.test(node.html)
        ),
    )
    return nodes.map(
      node =>
        `${violation.id}: ${node.html.slice(0, 300)} ${node.failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`,
    )
  })
}

type Step = { readonly mark: string; readonly label: string; readonly plain: boolean; readonly hidden: boolean }

/** Bars and menus round the pages that were walked through, as the stops they have. */
const framesWalked = new Set<string>()

/**
 * Presses Tab from the top until focus leaves the page: the skip link first, every stop seen, none left out, no trap. A bar and a menu
 * that were walked through before are passed over as people do, by the skip link.
 */
async function walkByKeyboard(page: Page): Promise<string[]> {
  const stops = await page.evaluate(prepareWalk)
  const frame = stops.flatMap(({ isInMain, label }) => (isInMain ? [] : [label])).join('|')
  const isKnown = framesWalked.has(frame)
  framesWalked.add(frame)
  const expected = isKnown ? stops.filter((stop, n) => n === 0 || stop.isInMain) : stops
  const faults: string[] = []
  const reached: string[] = []
  const most = expected.length + 30
  for (let n = 0; ; n++) {
    await page.keyboard.press('Tab')
    const step: Step | null = await page.evaluate(readStep)
    if (step === null || step.mark === reached[0]) break
    if (n === 0 && !/skip/i.test(step.label)) faults.push(`the first stop of Tab is "${step.label}", not the skip link`)
    if (step.plain) faults.push(`focus cannot be seen on "${step.label}"`)
    if (step.hidden) faults.push(`the focused "${step.label}" is covered by something`)
    if (step.mark === reached.at(-1) || n > most) {
      faults.push(`Tab does not get past "${step.label}"`)
      break
    }
    reached.push(step.mark)
    if (n === 0 && isKnown) {
      await page.keyboard.press('Enter')
      // The page goes to its top with the next frame; nobody presses Tab before that.
      await page.evaluate(
        () => new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      )
    }
  }
  for (const { mark, label } of expected) if (!reached.includes(mark)) faults.push(`Tab does not reach "${label}"`)
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    window.scrollTo(0, 0)
  })
  return faults
}

declare global {
  interface Window {
    journeyLooks: Map<Element, string>
  }
}

// Runs in the page: remembers how everything looks without focus, and says what Tab must reach.
function prepareWalk(): { mark: string; label: string; isInMain: boolean }[] {
  const looks = new Map<Element, string>()
  window.journeyLooks = looks
  const { body } = document
  ;(document.activeElement as HTMLElement | null)?.blur()
  // Where Tab begins is where focus last was: the top, by way of the body.
  body.tabIndex = -1
  body.focus()
  body.removeAttribute('tabindex')
  window.scrollTo(0, 0)
  const groups = new Set<string>()
  const expected: { mark: string; label: string; isInMain: boolean }[] = []
  const found = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')
  for (const [i, element] of [...found].entries()) {
    element.dataset['walk'] = String(i)
    looks.set(element, looksOf(element))
    if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]')) continue
    // Checked only where it shows: a folded menu's entries are not to be reached.
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      // A group of radios is one stop: the one that is chosen, else the first.
      const group = `${element.form?.action ?? ''} ${element.name}`
      const { name, form } = element
      const chosen = [...found].find(
        one =>
          one instanceof HTMLInputElement &&
          one.checked &&
          one.type === 'radio' &&
          one.name === name &&
          one.form === form,
      )
      if (groups.has(group) || (chosen !== undefined && chosen !== element)) continue
      groups.add(group)
    }
    expected.push({ mark: String(i), label: labelOf(element), isInMain: element.closest('main') !== null })
  }
  return expected

  function labelOf(element: HTMLElement): string {
    return (element.innerText || element.getAttribute('aria-label') || element.getAttribute('name') || element.tagName)
      .trim()
      .slice(0, 60)
  }

  function looksOf(element: Element): string {
    const parts: (readonly [Element | null, string | null])[] = [
      [element, null],
      [element, '::before'],
      [element, '::after'],
      [element.nextElementSibling, '::before'],
      [element.parentElement, null],
    ]
    return parts
      .map(([of, pseudo]) => {
        if (of === null) return ''
        const {
          outlineStyle,
          outlineWidth,
          outlineColor,
          boxShadow,
          backgroundColor,
          borderColor,
          borderWidth,
          clipPath,
        } = getComputedStyle(of, pseudo)
        return [
          outlineStyle,
          outlineWidth,
          outlineColor,
          boxShadow,
          backgroundColor,
          borderColor,
          borderWidth,
          clipPath,
        ].join(' ')
      })
      .join('|')
  }
}

// Runs in the page: where focus is now; null outside of it.
function readStep(): Step | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body || at === document.documentElement) return null
  at.dataset['walk'] ??= `extra-${document.querySelectorAll('[data-walk]').length}`
  const parts: (readonly [Element | null, string | null])[] = [
    [at, null],
    [at, '::before'],
    [at, '::after'],
    [at.nextElementSibling, '::before'],
    [at.parentElement, null],
  ]
  const looks = parts
    .map(([of, pseudo]) => {
      if (of === null) return ''
      const {
        outlineStyle,
        outlineWidth,
        outlineColor,
        boxShadow,
        backgroundColor,
        borderColor,
        borderWidth,
        clipPath,
      } = getComputedStyle(of, pseudo)
      return [
        outlineStyle,
        outlineWidth,
        outlineColor,
        boxShadow,
        backgroundColor,
        borderColor,
        borderWidth,
        clipPath,
      ].join(' ')
    })
    .join('|')
  const box = at.getBoundingClientRect()
  const across = box.left + Math.min(box.width / 2, 40)
  const tops = [box.top + 2, box.top + box.height / 2, box.bottom - 2]
  const related = (hit: Element | null) =>
    hit !== null && (at.contains(hit) || hit.contains(at) || hit.closest('label')?.control === at)
  const label = (at.innerText || at.getAttribute('aria-label') || at.getAttribute('name') || at.tagName)
    .trim()
    .slice(0, 60)
  return {
    mark: at.dataset['walk'],
    label,
    plain: window.journeyLooks.get(at) === looks,
    hidden: !tops.some(y => related(document.elementFromPoint(across, y))),
  }
}
