import * as fc from 'fast-check'
import { parseFragment } from 'parse5'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import { choice, choices, yesNo } from './choice.ts'
import { day } from './day-field.ts'
import { dayWords, formWords } from './examples.ts'
import type { FormState } from './field.ts'
import {
  CheckboxesField,
  DayField,
  ErrorSummaryOf,
  FileField,
  FormWordsProvider,
  HiddenField,
  PasswordField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from './fields.tsx'
import { form } from './form.ts'
import { integer } from './integer.ts'
import { hidden, longText, secret, text } from './text.ts'

const asked = form({
  line: text({ missing: 'Say the line', max: 200, tooLong: 'Too long' }),
  lines: longText({ missing: 'Say more', max: 2000, tooLong: 'Too long' }),
  one: choice(['a', 'b', 'c'], { missing: 'Choose one' }),
  listed: choice(['a', 'b', 'c'], { optional: true, notOffered: 'Not there' }),
  some: choices(['a', 'b', 'c'], { missing: 'Choose some' }),
  born: day({ missing: 'When?', ...dayWords }),
  count: integer({ missing: 'How many?', notANumber: 'NaN', min: 0, max: 9999, outOfRange: 'Far' }),
  sure: yesNo({ missing: 'Sure?' }),
  version: hidden({ missing: 'Stale' }),
})
type Name = typeof asked extends { empty(): FormState<infer N> } ? N : never
const letters = ['a', 'b', 'c'].map(value => ({ value, label: `Letter ${value}` }))

function Page({ state }: { state: FormState<Name> }): JSX.Element {
  return (
    <FormWordsProvider value={formWords}>
      <ErrorSummaryOf form={state} />
      <PostForm action="/save" csrfToken="tok<en">
        <TextField form={state} name="line" label="Line" hint="A hint" />
        <TextareaField form={state} name="lines" label="Lines" />
        <RadiosField form={state} name="one" label="One" items={letters} />
        <SelectField form={state} name="listed" label="Listed" items={letters} empty="Any" />
        <CheckboxesField form={state} name="some" label="Some" items={letters} />
        <DayField form={state} name="born" label="Born" />
        <TextField form={state} name="count" label="Count" inputmode="numeric" />
        <RadiosField
          form={state}
          name="sure"
          label="Sure"
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <HiddenField form={state} name="version" />
      </PostForm>
    </FormWordsProvider>
  )
}

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { name: string; value: string }[]
  readonly childNodes?: readonly Node[]
}

function all(node: Node): readonly Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(all)]
}
function attr(node: Node, name: string): string | undefined {
  return node.attrs?.find(a => a.name === name)?.value
}
function nodesOf(html: string): readonly Node[] {
  return all(parseFragment(html) as unknown as Node)
}

/** What a browser would send. */
function submitted(html: string): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const before = body[name]
    body[name] = before === undefined ? value : [before, value].flat()
  }
  for (const node of nodesOf(html)) {
    const name = attr(node, 'name') ?? ''
    if (node.nodeName === 'textarea') add(name, (node.childNodes?.[0]?.value ?? '').replaceAll('\n', '\r\n'))
    if (node.nodeName === 'select') {
      const options = all(node).filter(n => n.nodeName === 'option')
      add(name, attr(options.find(o => attr(o, 'selected') !== undefined) ?? options[0] ?? node, 'value') ?? '')
    }
    if (node.nodeName !== 'input') continue
    const ticked = !['radio', 'checkbox'].includes(attr(node, 'type') ?? '') || attr(node, 'checked') !== undefined
    if (ticked) add(name, attr(node, 'value') ?? '')
  }
  return body
}

describe('the fields of a form', () => {
  it('give back what they were filled with', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    const values = fc.record({
      line: words,
      lines: fc.array(words, { minLength: 1, maxLength: 4 }).map(parts => parts.join('\n')),
      one: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
      listed: fc.constantFrom('a' as const, 'c' as const, null),
      some: fc.subarray(['a', 'b', 'c'] as const, { minLength: 1 }),
      born: fc.integer({ min: 0, max: 40_000 }).map(n => addDays(toDay('1950-01-01'), n)),
      count: fc.integer({ min: 0, max: 9999 }),
      sure: fc.boolean(),
      version: fc.constantFrom('1', '42'),
    })
    fc.assert(
      fc.property(values, value => {
        // What a form lets in is clean already, so the round trip starts from a value that was read.
        const first = asked.read(asked.fill(value).answers)
        fc.pre(first.ok)
        const again = asked.read(submitted(renderToString(<Page state={asked.fill(first.value)} />)))
        expect(again).toMatchObject({ ok: true, value: first.value })
      }),
      { numRuns: 60 },
    )
  })

  it('show each error at the field and in the summary, which leads to an element that is there', () => {
    const html = renderToString(<Page state={asked.read({})} />)
    const nodes = nodesOf(html)
    const idsThere = new Set(nodes.map(node => attr(node, 'id')))
    const links = nodes.filter(node => node.nodeName === 'a').map(node => attr(node, 'href') ?? '')
    expect(links).toEqual(['#line', '#lines', '#one', '#some', '#born-day', '#count', '#sure'])
    for (const href of links) expect(idsThere).toContain(href.slice(1))
    for (const message of ['Say the line', 'Choose some', 'When?']) expect(html.split(message)).toHaveLength(3)
    expect(html).toContain('aria-describedby="line-hint line-error"')
  })

  it('keep what was typed when something is wrong', () => {
    const html = renderToString(
      <Page
        state={asked.read({ line: '"><b>', lines: '</textarea>', some: ['b'], 'born-day': '31', 'born-month': '2' })}
      />,
    )
    const nodes = nodesOf(html)
    expect(nodes.some(node => node.nodeName === 'b')).toBe(false)
    expect(submitted(html)).toMatchObject({ line: '"><b>', lines: '</textarea>', some: 'b', 'born-day': '31' })
  })

  it('mark only the box of a date that is wrong', () => {
    const html = renderToString(
      <Page state={asked.read({ 'born-day': '3', 'born-month': '13', 'born-year': '2009' })} />,
    )
    const marked = nodesOf(html).filter(node => attr(node, 'class')?.includes('govuk-input--error'))
    expect(marked.map(node => attr(node, 'id'))).toContain('born-month')
    expect(marked.map(node => attr(node, 'id'))).not.toContain('born-day')
  })

  it('know the names of the form they are in', () => {
    const state = asked.empty()
    // @ts-expect-error a misspelt name does not compile
    const misspelt = <TextField form={state} name="lien" label="Line" />
    expect(renderToString(misspelt)).toContain('name="lien"')
  })

  it('send the token with every form', () => {
    expect(submitted(renderToString(<Page state={asked.empty()} />))).toMatchObject({ _csrf: 'tok<en' })
  })

  it('never show a password again', () => {
    const f = form({ pass: secret({ missing: 'Type it', max: 5, tooLong: 'Long' }) })
    const state = f.read({ pass: 'hunter2222' })
    const html = renderToString(
      <PasswordField form={state} name="pass" label="Password" autocomplete="current-password" />,
    )
    expect(html).not.toContain('hunter')
    expect(html).toContain('Long')
  })

  it('say which files are taken', () => {
    const f = form({ list: hidden({ missing: 'Choose a file' }) })
    const html = renderToString(<FileField form={f.read({})} name="list" label="List" accept=".csv" />)
    expect(html).toContain('accept=".csv"')
    expect(html).toContain('Choose a file')
  })
})
