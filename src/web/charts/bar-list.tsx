import { scaleLinear } from 'd3-scale'
import type { JSX } from 'preact'
import { at, ChartFrame, type ChartWords, PHONE_WIDTH, phoneId } from './frame.tsx'
import { Patterns, Segment, type SeriesLook } from './stacked-columns.tsx'

export interface BarListProps extends ChartWords {
  readonly rows: readonly {
    readonly label: string
    readonly value: number
    /** The number with its unit, as shown. */
    readonly text: string
    readonly look?: SeriesLook
    /** What it was, drawn as a thin tick across the bar. */
    readonly before?: { readonly value: number; readonly text: string }
  }[]
  /** Heads of the table: the rows, the number, and what it was. */
  readonly head: readonly [string, string, string?]
  readonly width?: number
  readonly labelWidth?: number
}

const BAR = 20
/** Of a bold figure or letter of 13 px, at most. */
const LETTER = 7.5

/** Where rows, names and bars stand. */
type Layout = {
  readonly id: string
  readonly width: number
  readonly row: number
  /** From the top of a row to its bar. */
  readonly barTop: number
  readonly nameBase: number
  /** Where bars begin. */
  readonly left: number
}

/** Numbers side by side, as bars from nought. On a phone the name of each stands over its bar. */
export function BarList(p: BarListProps): JSX.Element {
  const { width = 520, labelWidth = 170 } = p
  const compared = p.head[2] !== undefined
  const table = {
    head: p.head.filter(head => head !== undefined),
    rows: p.rows.map(row => [row.label, row.text, ...(compared ? [row.before?.text ?? ''] : [])]),
  }
  const wide = { id: p.id, width, row: 32, barTop: 6, nameBase: 21, left: labelWidth }
  const phone = { id: phoneId(p.id), width: PHONE_WIDTH, row: 52, barTop: 24, nameBase: 16, left: 1 }
  return <ChartFrame {...p} {...drawn(p, wide)} table={table} phone={drawn(p, phone)} />
}

function drawn(p: BarListProps, layout: Layout) {
  return { width: layout.width, height: p.rows.length * layout.row + 4, children: <Bars {...p} layout={layout} /> }
}

function Bars(p: BarListProps & { readonly layout: Layout }): JSX.Element {
  const { id, width, row: rowHeight, barTop, nameBase, left } = p.layout
  const most = Math.max(1, ...p.rows.flatMap(row => [row.value, row.before?.value ?? 0]))
  // The number stands beside its bar, so the longest bar leaves room for the longest number.
  const room = Math.max(56, ...p.rows.map(row => row.text.length * LETTER)) + 8
  const x = scaleLinear([0, most], [left, width - room])
  // Where names stand over their bars, the axis does not run through them.
  const axis =
    nameBase > barTop
      ? `M${left} 0v${p.rows.length * rowHeight + 4}`
      : p.rows.map((_, index) => `M${left} ${index * rowHeight + barTop - 4}v${BAR + 8}`).join('')
  return (
    <>
      <Patterns id={id} />
      {p.rows.map((row, index) => {
        const top = index * rowHeight + barTop
        return (
          <>
            <text x={0} y={index * rowHeight + nameBase}>
              {row.label}
            </text>
            <Segment
              id={id}
              look={row.look ?? 1}
              x={left}
              y={top}
              width={at(Math.max(x(row.value) - left, 1))}
              height={BAR}
            />
            {row.before && <Tick x={at(x(row.before.value))} y={top - 3} />}
            <text class="cx-chart__strong" x={at(Math.max(x(row.value), x(row.before?.value ?? 0)) + 8)} y={top + 15}>
              {row.text}
            </text>
          </>
        )
      })}
      <path class="cx-chart__axis" d={axis} />
    </>
  )
}

// The tick crosses dark bars and white paper alike, so it has an edge of paper.
function Tick(p: { x: number; y: number }): JSX.Element {
  return (
    <>
      <path class="cx-chart__tick-edge" d={`M${p.x} ${p.y}v26`} />
      <path class="cx-chart__tick" d={`M${p.x} ${p.y}v26`} />
    </>
  )
}
