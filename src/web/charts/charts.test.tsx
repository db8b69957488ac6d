import { parseFragment } from 'parse5'
import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { BarList } from './bar-list.tsx'
import { Sparkline } from './sparkline.tsx'
import { StackedColumns } from './stacked-columns.tsx'
import { TradeCurve } from './trade-curve.tsx'
import { Wheel } from './wheel.tsx'

const words = { id: 'c', title: 'A <title>', description: 'What it shows', asTable: 'As a table' }
const stacked = (
  <StackedColumns
    {...words}
    columnsHead="Month"
    max={100}
    format={value => `${value}%`}
    series={[
      { name: 'One', look: 1 },
      { name: 'Three', look: 3 },
      { name: 'Not known', look: 'unknown' },
    ]}
    columns={[
      { label: 'Sep', values: [60, 30, 10] },
      { label: 'Oct', values: [61, 31, 8] },
    ]}
  />
)
const bars = (
  <BarList
    {...words}
    head={['Reason', 'Now', 'Before']}
    rows={[{ label: 'Full', value: 31, text: '31', before: { value: 22, text: '22' } }]}
  />
)
const spark = <Sparkline {...words} head={['Month', 'Count']} points={[{ label: 'Sep', value: 82, text: '82' }]} />
const points = [
  { oneIn: 900, cost: 0, risk: '1 wrong in 900', costText: '0' },
  { oneIn: 12_000, cost: 72, risk: '1 wrong in 12,000', costText: '72' },
  { oneIn: 5_000_000, cost: 1410, risk: '1 wrong in 5,000,000', costText: '1,410' },
]
const marks = [
  { oneIn: 12_000, cost: 72, label: 'Its own', look: 'open' },
  { oneIn: 5_000_000, cost: 1410, label: 'Counts now', look: 'filled' },
] as const
function trade(some: typeof points = points): JSX.Element {
  return (
    <TradeCurve
      {...words}
      axes={['Wrong', 'To look at']}
      points={some}
      marks={some.length < 2 ? [] : marks}
      tick={oneIn => `1 in ${oneIn.toLocaleString('en-GB')}`}
      remarks={{ head: 'Remark', of: point => marks.find(m => m.oneIn === point.oneIn)?.label ?? '' }}
    />
  )
}
function wheel(values: readonly (number | null)[]): JSX.Element {
  return (
    <Wheel
      {...words}
      levels={5}
      spokesHead="Factor"
      notAsked="Not asked"
      format={String}
      spokes={['A', 'B', 'C', 'D'].map(label => ({ label, group: 'g' }))}
      traces={[{ name: 'Now', values }]}
    />
  )
}

describe.each([
  ['stacked columns', stacked, ['60%', '31%', '8%']],
  ['bars', bars, ['31', '22']],
  ['a sparkline', spark, ['82']],
  ['a trade-off', trade(), ['1 wrong in 900', '72', '1,410', 'Counts now']],
  ['a trade-off of one choice', trade(points.slice(0, 1)), ['1 wrong in 900', '0']],
  ['a wheel', wheel([3, null, 2, 5]), ['3', 'Not asked', '5']],
] as const)('%s', (_, chart, numbers) => {
  const html = renderToString(chart)

  it('have a title and a description that name the picture', () => {
    expect(html).toContain('role="img" aria-labelledby="c-title c-desc"')
    expect(html).toContain('<title id="c-title">A &lt;title></title>')
    expect(html).toContain('<desc id="c-desc">What it shows</desc>')
  })
  it('give the same numbers in a table', () => {
    const table = html.slice(html.indexOf('<table'))
    for (const number of numbers) expect(table).toContain(`>${number}</`)
  })
  it('hold no style attribute, and no number that is none', () => {
    expect(html).not.toContain('style=')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    expect(parseFragment(html).childNodes).toHaveLength(1)
  })
})

describe('bars', () => {
  it('are drawn a second time for a phone, with ids of its own and every number inside the drawing', () => {
    const rows = [
      { label: 'A long name of a place of learning', value: 4000, text: '4,000 young people' },
      { label: 'Few', value: 0, text: 'fewer than 5' },
    ]
    const html = renderToString(<BarList {...words} head={['Reason', 'Now']} rows={rows} />)
    const [, phone = ''] = html.split('cx-chart__phone')
    expect(phone).toContain('aria-labelledby="c-phone-title c-phone-desc"')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    const numbers = [...phone.slice(0, phone.indexOf('</svg>')).matchAll(/strong" x="([\d.]+)"[^>]*>([^<]+)</g)]
    expect(numbers).toHaveLength(rows.length)
    for (const [, x, text] of numbers) expect(Number(x) + (text ?? '').length * 7).toBeLessThanOrEqual(288)
  })
})

describe('a wheel', () => {
  it('has no point where nothing was asked, and breaks the line there', () => {
    const html = renderToString(wheel([3, null, 2, 5]))
    const drawing = html.slice(0, html.indexOf('</svg>'))
    expect(drawing.match(/cx-chart__point-1/g)).toHaveLength(3)
    const trace = /trace-1" d="([^"]*)"/.exec(drawing)?.[1] ?? ''
    expect(trace.match(/M/g)).toHaveLength(2)
  })
  it('closes the way round when everything was asked', () => {
    const trace = /trace-1" d="([^"]*)"/.exec(renderToString(wheel([3, 4, 2, 5])))?.[1] ?? ''
    expect(trace.match(/M/g)).toHaveLength(1)
    expect(trace.match(/L/g)).toHaveLength(4)
  })
})

describe('a trade-off', () => {
  const html = renderToString(trade())
  const drawings = html.split('<svg').slice(1)

  it('marks the choice that counts and the own one by a shape, a line and a word each, on rows of their own', () => {
    for (const drawing of drawings) {
      const picture = drawing.slice(0, drawing.indexOf('</svg>'))
      expect(picture.match(/cx-chart__mark/g)).toHaveLength(2)
      const labels = [...picture.matchAll(/y="(\d+)"[^>]*>(Its own|Counts now)</g)]
      expect(new Set(labels.map(found => found[1])).size).toBe(2)
    }
  })
  it('is drawn for a page and for a phone with ids of its own, and nothing stands outside', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(drawings).toHaveLength(2)
    for (const [n, width] of [640, 288].entries()) {
      const picture = drawings[n] ?? ''
      const texts = [
        ...picture
          .slice(0, picture.indexOf('</svg>'))
          .matchAll(/x="([\d.]+)" y="[\d.]+"(?: text-anchor="(\w+)")?[^>]*>([^<]+)</g),
      ]
      expect(texts.length).toBeGreaterThan(6)
      for (const [, x, anchor = 'start', text = ''] of texts) {
        const long = text.length * 6.5
        const from = Number(x) - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0)
        expect(from, text).toBeGreaterThanOrEqual(-1)
        expect(from + long, text).toBeLessThanOrEqual(width + 1)
      }
    }
  })
  it('goes down to the axis at nought and has the surer at the right', () => {
    const path =
      /trace-1" d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/
        .exec(drawings[0] ?? '')
        ?.slice(1)
        .map(Number) ?? []
    expect(path).toHaveLength(6)
    expect(path[1]).toBe(254)
    expect([path[0], path[2], path[4]]).toEqual([path[0], path[2], path[4]].toSorted((a, b) => Number(a) - Number(b)))
  })
  it('is nothing where there is nothing to choose', () => {
    expect(renderToString(trade([]))).toBe('')
  })
})
