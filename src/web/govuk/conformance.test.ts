/**
 * The components answer to the fixtures that govuk-frontend publishes: the same options must give the same tree of
 * elements, attributes and words. Raw HTML exists here only, in the adapter that turns the fixtures' `html` options into
 * children.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parseFragment } from 'parse5'
import { type ComponentChild, type ComponentType, h } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Accordion } from './accordion.tsx'
import { BackLink } from './back-link.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { CharacterCount } from './character-count.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { CookieBanner } from './cookie-banner.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ExitThisPage } from './exit-this-page.tsx'
import { Feedback } from './feedback.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { GenericHeader } from './generic-header.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { LanguageNavigation } from './language-navigation.tsx'
import notPorted from './not-ported.json' with { type: 'json' }
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { PasswordInput } from './password-input.tsx'
import { PhaseBanner } from './phase-banner.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

type Options = Record<string, unknown>
interface Fixture {
  readonly name: string
  readonly options: Options
  readonly html: string
}

// The options of a fixture are data, so each component is called as one that takes anything.
const ported: Readonly<Record<string, unknown>> = {
  accordion: Accordion,
  'back-link': BackLink,
  breadcrumbs: Breadcrumbs,
  button: Button,
  'character-count': CharacterCount,
  checkboxes: Checkboxes,
  'cookie-banner': CookieBanner,
  'date-input': DateInput,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  'exit-this-page': ExitThisPage,
  feedback: Feedback,
  fieldset: Fieldset,
  'file-upload': FileUpload,
  'generic-header': GenericHeader,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  'language-navigation': LanguageNavigation,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  panel: Panel,
  'password-input': PasswordInput,
  'phase-banner': PhaseBanner,
  radios: Radios,
  select: Select,
  'service-navigation': ServiceNavigation,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  table: Table,
  tabs: Tabs,
  tag: Tag,
  'task-list': TaskList,
  textarea: Textarea,
  'warning-text': WarningText,
}

/** Components that make a paragraph of `text` and not of `html`: there `text` stays an option of its own. */
const KEEPS_TEXT: Readonly<Record<string, (path: string) => boolean>> = {
  accordion: path => path.endsWith('content'),
  tabs: path => path.endsWith('panel'),
  'notification-banner': path => path === '',
  feedback: path => path === '',
  'cookie-banner': path => path.endsWith('messages'),
}

const require = createRequire(import.meta.url)
const folder = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk/components')
const upstream = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)

function fixturesOf(component: string): readonly Fixture[] {
  const file = readFileSync(join(folder, component, 'fixtures.json'), 'utf8')
  return (JSON.parse(file) as { fixtures: Fixture[] }).fixtures
}

/** Markup as a child without an element round it. */
function raw(html: string): ComponentChild {
  return jsxTemplate([html])
}

/** The options of a fixture as the props of our component. */
function adapt(component: string, options: Options, path = ''): Options {
  const out: Options = {}
  for (const [key, value] of Object.entries(options)) {
    if (key === 'attributes' || key === 'wrapperAttributes') out[key] = value
    else if (key === 'text' || key === 'html') continue
    else if (Array.isArray(value))
      out[key] = value.map(item =>
        isObject(item) ? adapt(component, item, `${path}.${key}`) : adaptList(component, item, `${path}.${key}`),
      )
    else out[key] = isObject(value) ? adapt(component, value, `${path}.${key}`) : value
  }
  for (const part of ['title', 'summary', 'description', 'heading', 'logo']) takePart(out, part)
  if (typeof options['html'] === 'string' && options['html'] !== '') out['children'] = raw(options['html'])
  else if (KEEPS_TEXT[component]?.(path)) out['text'] = options['text']
  else if (options['text'] !== undefined) out['children'] = options['text']
  if (isObject(options['slots'])) out['slots'] = slots(options['slots'])
  return out
}

// A row of a table is a list in a list.
function adaptList(component: string, item: unknown, path: string): unknown {
  return Array.isArray(item) ? item.map(cell => (isObject(cell) ? adapt(component, cell, path) : cell)) : item
}

// `titleText` and `titleHtml` are our `title`.
function takePart(out: Options, part: string): void {
  const { [`${part}Html`]: html, [`${part}Text`]: text } = out
  if (typeof html === 'string' && html !== '') out[part] = raw(html)
  else if (text !== undefined) out[part] = text
  delete out[`${part}Html`]
  delete out[`${part}Text`]
}

function slots(given: Options): Options {
  const end = given['end']
  const out: Options = {}
  for (const name of ['start', 'navigationStart', 'navigationEnd']) {
    if (typeof given[name] === 'string') out[name] = raw(given[name])
  }
  if (typeof end === 'string') out['end'] = raw(end)
  if (isObject(end)) {
    out['end'] = raw(String(end['html']))
    out['endInline'] = end['align'] === 'inline'
  }
  return out
}

function isObject(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Tree =
  | string
  | { readonly tag: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Tree[] }

interface ParsedNode {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { name: string; value: string }[]
  readonly childNodes?: readonly ParsedNode[]
}

/** Elements between which a space is seen. All others are laid out as boxes by the style sheet. */
const INLINE = new Set(['a', 'span', 'strong', 'b', 'em', 'i', 'code', 'abbr'])

/** Parsed HTML, with attributes in order and the white space gone that no reader could see. */
function treeOf(html: string): readonly Tree[] {
  return childrenOf(parseFragment(html) as unknown as ParsedNode)
}

function childrenOf(node: ParsedNode): readonly Tree[] {
  const children = (node.childNodes ?? []).filter(child => child.nodeName !== '#comment')
  // In a text box white space is part of the value; in words read aloud it parts them from those before.
  if (node.nodeName === 'textarea') return children.map(child => child.value ?? '')
  const keepEdges = classOf(node).includes('govuk-visually-hidden')
  return children.flatMap((child, index) => {
    if (child.nodeName !== '#text') return [elementOf(child)]
    let text = (child.value ?? '').replace(/\s+/g, ' ')
    const before = children[index - 1]
    const after = children[index + 1]
    if (before ? !INLINE.has(before.nodeName) : !keepEdges) text = text.trimStart()
    if (after ? !INLINE.has(after.nodeName) : !keepEdges) text = text.trimEnd()
    return text === '' ? [] : [text]
  })
}

function elementOf(node: ParsedNode): Tree {
  const attributes = (node.attrs ?? []).map(({ name, value }): [string, string] => [
    name,
    name === 'class' ? value.replace(/\s+/g, ' ').trim() : value,
  ])
  return {
    tag: node.nodeName,
    attributes: Object.fromEntries(attributes.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    children: childrenOf(node),
  }
}

function classOf(node: ParsedNode): string {
  return node.attrs?.find(a => a.name === 'class')?.value ?? ''
}

function render(component: string, fixture: Fixture): string {
  return renderToString(h(ported[component] as ComponentType<Options>, adapt(component, fixture.options)))
}

describe('our components give the HTML of govuk-frontend', () => {
  it('each upstream component is ported or on the list of those that are not', () => {
    const known = [...Object.keys(ported), ...Object.keys(notPorted)]
    expect(upstream.toSorted()).toEqual(known.toSorted())
    expect(new Set(known).size).toBe(known.length)
  })

  it('the comparison sees a lost attribute, a changed word and a lost space', () => {
    const right = '<p class="a" id="x"><a href="/">One</a> <span>two</span></p>'
    const wrong = [
      '<p class="a"><a href="/">One</a> <span>two</span></p>',
      '<p class="a" id="x"><a href="/">One</a> <span>too</span></p>',
      '<p class="a" id="x"><a href="/">One</a><span>two</span></p>',
      '<p class="a" id="x"><a href="/">One</a> <b>two</b></p>',
    ]
    for (const html of wrong) expect(treeOf(html)).not.toEqual(treeOf(right))
    expect(treeOf('<p id="x"  class=" a ">\n  <a href="/">One</a>\n <span>two</span></p>')).toEqual(treeOf(right))
  })

  for (const component of Object.keys(ported)) {
    describe(component, () => {
      it.each(fixturesOf(component).map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
        expect(treeOf(render(component, fixture))).toEqual(treeOf(fixture.html))
      })
    })
  }

  it('says how many fixtures were held to', () => {
    const count = Object.keys(ported).reduce((sum, component) => sum + fixturesOf(component).length, 0)
    expect(count).toBeGreaterThan(500)
    const left = Object.keys(notPorted).join(', ')
    process.stdout.write(
      `conformance: ${Object.keys(ported).length} components, ${count} fixtures; left unported: ${left}\n`,
    )
  })
})
