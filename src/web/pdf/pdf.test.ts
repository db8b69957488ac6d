import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { readPdf } from '#test/read-pdf.ts'
import type { PdfDocument, PdfPart } from './document.ts'
import { pdf } from './pdf.ts'

const AT = toInstant('2026-11-27T10:00:00Z')

async function printed(parts: readonly PdfPart[], more: Partial<PdfDocument> = {}): Promise<Buffer> {
  const made = await pdf(
    { language: 'en', size: 'plain', title: 'Amira’s plan', footer: 'As it stood.', parts, ...more },
    AT,
  )
  if (!made.ok) throw new Error(made.why)
  return made.value
}

const text = (said: string): PdfPart => ({ kind: 'text', text: said })

describe('a document', () => {
  it('says that it is tagged, for PDF/UA, in which language, and what it is called', async () => {
    const english = await readPdf(await printed([text('Hello')]))
    expect(english).toMatchObject({ isTagged: true, isUa: true, language: 'en-GB', title: 'Amira’s plan' })
    const welsh = await readPdf(await printed([text('Helo')], { language: 'cy' }))
    expect(welsh.language).toBe('cy-GB')
    expect(welsh.text).toContain('Tudalen 1 o 1')
  })

  it('marks headings, steps, facts and tables with their heads, in the order in which they are read', async () => {
    const { tags, outline } = await readPdf(
      await printed([
        { kind: 'heading', level: 2, text: 'One' },
        { kind: 'steps', items: [{ title: 'Ring them', lines: ['By: Friday'] }] },
        { kind: 'heading', level: 3, text: 'Below' },
        { kind: 'facts', facts: [{ label: 'Next', value: 'In May' }] },
        { kind: 'table', heads: ['Day', 'What'], rows: [[[{ text: '1 May' }], [{ text: 'Met', tone: 'strong' }]]] },
      ]),
    )
    const order = tags.map(tag => tag.split('/').at(-1))
    expect(order).toEqual(
      expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'H3', 'Table', 'TR', 'TH', 'TD']),
    )
    expect(['H1', 'H2', 'H3', 'Table'].map(tag => order.indexOf(tag))).toEqual(
      ['H1', 'H2', 'H3', 'Table'].map(tag => order.indexOf(tag)).toSorted((a, b) => a - b),
    )
    expect(order.filter(tag => tag === 'TH')).toHaveLength(2)
    expect(outline).toEqual(['Amira’s plan', 'One'])
  })

  it('shows what anybody wrote as they wrote it, and obeys none of it', async () => {
    const typed = [
      '#panic("no") #read("/etc/passwd") #import "@preview/x:1.0.0" $x^2$ *bold* _under_ @somebody <label> \\n \\ ~ -- ... // /* */ = - + [ ] { }',
      '"quoted" \'single\' `code` #{1 + 1}',
    ]
    const { text: read } = await readPdf(
      await printed(typed.map(text), { title: '#panic() *title*', footer: '#foot $y$' }),
    )
    for (const one of [...typed, '#panic() *title*', '#foot $y$']) expect(read).toContain(one)
  })

  it('has a sign for names of every writing, and none is an empty box', async () => {
    const names = [
      'Siân Ŵŷn',
      'Олена Шевченко',
      'Ελένη',
      'आरव',
      'Nguyễn',
      'מרים',
      'محمد',
      '李明',
      'አበበ',
      'Հայկ',
      'ਸਿਮਰਨ',
    ]
    const { text: read } = await readPdf(await printed([...names.map(text), text('well done 🎉👍🏽')]))
    for (const name of names) expect(read).toContain(name)
    expect(read).toContain('🎉')
    expect(read).not.toContain('could not be printed')
  })

  it('says so where a sign could not be printed, and prints the rest', async () => {
    const { text: read } = await readPdf(await printed([text('before \u{10fffd} after\u0007'), text('the rest')]))
    expect(read).toContain('before \u{fffd} after')
    expect(read).toContain('a sign could not be printed')
    expect(read).toContain('the rest')
  })

  it('keeps lines apart as they were typed', async () => {
    const { lines } = await readPdf(await printed([text('first line\nsecond line')]))
    expect(lines).toEqual(expect.arrayContaining(['first line', 'second line']))
  })

  it('holds a note of ten thousand words whole, in a cell as in a paragraph, with its foot on each page', async () => {
    const words = Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ')
    const whole = await readPdf(
      await printed([
        text(words),
        { kind: 'table', heads: ['Day', 'What'], rows: [[[{ text: '1 May' }], [{ text: words }]]] },
      ]),
    )
    const found = whole.text.match(/w\d+/g) ?? []
    expect(found).toHaveLength(20_000)
    expect(new Set(found).size).toBe(10_000)
    expect(whole.pages).toBeGreaterThan(10)
    expect(whole.text.match(/As it stood\./g)).toHaveLength(whole.pages)
    expect(whole.text).toContain(`Page ${whole.pages} of ${whole.pages}`)
  })

  it('does not keep the program from answering while it is set, and refuses the fifth that waits', async () => {
    const long = Array.from({ length: 300 }, (_, i) => text(`${i} `.repeat(300)))
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    const asked = Array.from({ length: 5 }, () =>
      pdf({ language: 'en', size: 'plain', title: 'T', footer: 'F', parts: long }, AT),
    )
    const answers = await Promise.all(asked)
    clearInterval(timer)
    expect(answers.filter(one => one.ok)).toHaveLength(4)
    expect(answers.filter(one => !one.ok && one.why === 'busy')).toHaveLength(1)
    expect(turns).toBeGreaterThan(20)
  })
})

it('is a file other readers open', async () => {
  const task = getDocument({ data: new Uint8Array(await printed([text('Hello')])) })
  expect((await task.promise).numPages).toBe(1)
  await task.destroy()
})
