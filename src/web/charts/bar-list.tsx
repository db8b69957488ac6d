import { scaleLinear } from 'd3-scale'
import type { JSX } from 'preact'
import { at, ChartFrame, type ChartWords } from './frame.tsx'
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

const ROW = 32

/** Numbers side by side, as bars from nought. */
export function BarList(p: BarListProps): JSX.Element {
  const { width = 520, labelWidth = 170 } = p
  const most = Math.max(1, ...p.rows.flatMap(row => [row.value, row.before?.value ?? 0]))
  const x = scaleLinear([0, most], [labelWidth, width - 64])
  const compared = p.head[2] !== undefined
  const table = {
    head: p.head.filter(head => head !== undefined),
    rows: p.rows.map(row => [row.label, row.text, ...(compared ? [row.before?.text ?? ''] : [])]),
  }
  return (
    <ChartFrame {...p} width={width} height={p.rows.length * ROW + 4} table={table}>
      <Patterns id={p.id} />
      {p.rows.map((row, index) => {
        const top = index * ROW + 6
        return (
          <>
            <text x={0} y={top + 15}>
              {row.label}
            </text>
            <Segment
              id={p.id}
              look={row.look ?? 1}
              x={labelWidth}
              y={top}
              width={at(Math.max(x(row.value) - labelWidth, 1))}
              height={20}
            />
            {row.before && <Tick x={at(x(row.before.value))} y={top - 3} />}
            <text class="cx-chart__strong" x={at(Math.max(x(row.value), x(row.before?.value ?? 0)) + 8)} y={top + 15}>
              {row.text}
            </text>
          </>
        )
      })}
      <path class="cx-chart__axis" d={`M${labelWidth} 0v${p.rows.length * ROW + 4}`} />
    </ChartFrame>
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
