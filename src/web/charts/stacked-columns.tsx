import { scaleBand, scaleLinear } from 'd3-scale'
import type { JSX } from 'preact'
import { at, ChartFrame, type ChartWords } from './frame.tsx'

/** Solid, solid, dots, hatched: neighbours are told apart by pattern, gap and label, not by colour. */
export type SeriesLook = 1 | 2 | 3 | 'unknown'

export interface StackedColumnsProps extends ChartWords {
  readonly series: readonly { readonly name: string; readonly look: SeriesLook }[]
  /** One value for each series, from the bottom up. */
  readonly columns: readonly { readonly label: string; readonly values: readonly number[] }[]
  readonly columnsHead: string
  /** The top of the axis. */
  readonly max: number
  readonly format: (value: number) => string
  readonly width?: number
  readonly height?: number
}

const LEFT = 42
const RIGHT = 150
const TOP = 10
const BOTTOM = 24

/** Parts of a whole, column by column; the names stand beside the last column. */
export function StackedColumns(p: StackedColumnsProps): JSX.Element {
  const { width = 640, height = 260 } = p
  const x = scaleBand(
    p.columns.map(column => column.label),
    [LEFT, width - RIGHT],
  ).paddingInner(0.12)
  const y = scaleLinear([0, p.max], [height - BOTTOM, TOP])
  const table = {
    head: [p.columnsHead, ...p.series.map(series => series.name)],
    rows: p.columns.map(column => [column.label, ...column.values.map(p.format)]),
  }
  return (
    <ChartFrame {...p} width={width} height={height} table={table}>
      <Patterns id={p.id} />
      {y.ticks(4).map(tick => (
        <>
          <path class="cx-chart__grid" d={`M${LEFT} ${at(y(tick))}H${width - RIGHT}`} />
          <text class="cx-chart__quiet" x={LEFT - 8} y={at(y(tick)) + 4} text-anchor="end">
            {p.format(tick)}
          </text>
        </>
      ))}
      {p.columns.map(column => (
        <>
          {segments(column.values).map((segment, index) => (
            <Segment
              id={p.id}
              look={p.series[index]?.look ?? 1}
              x={at(x(column.label) ?? 0)}
              y={at(y(segment.to))}
              width={at(x.bandwidth())}
              // Two pixels of paper part it from the one above.
              height={Math.max(at(y(segment.from) - y(segment.to)) - 2, 0)}
            />
          ))}
          <text
            class="cx-chart__quiet"
            x={at((x(column.label) ?? 0) + x.bandwidth() / 2)}
            y={height - 7}
            text-anchor="middle"
          >
            {column.label}
          </text>
        </>
      ))}
      <Names {...p} left={width - RIGHT + 10} y={value => y(value)} />
    </ChartFrame>
  )
}

// Each name at the middle of its part, pushed apart where parts are thin.
function Names(p: StackedColumnsProps & { left: number; y: (value: number) => number }): JSX.Element {
  const last = p.columns.at(-1)?.values ?? []
  const parts = segments(last)
  let floor = Number.POSITIVE_INFINITY
  const places = parts.map(part => {
    floor = Math.min(p.y((part.from + part.to) / 2), floor - 34)
    return floor
  })
  // Names that were pushed over the top come down again together.
  const lift = Math.max(0, TOP + 14 - (places.at(-1) ?? TOP + 14))
  return (
    <>
      {p.series.map((series, index) => {
        const place = at((places[index] ?? 0) + lift)
        return (
          <>
            <Segment id={p.id} look={series.look} x={p.left} y={place - 12} width={11} height={11} />
            <text class="cx-chart__strong" x={p.left + 18} y={place - 2}>
              {p.format(last[index] ?? 0)}
            </text>
            <text class="cx-chart__quiet" x={p.left + 18} y={place + 13}>
              {series.name}
            </text>
          </>
        )
      })}
    </>
  )
}

/** Where each part begins and ends on its stack. */
function segments(values: readonly number[]): readonly { from: number; to: number }[] {
  let from = 0
  return values.map(value => {
    const segment = { from, to: from + value }
    from += value
    return segment
  })
}

/** The patterns of a chart; their ids begin with the chart's, because ids are for the whole page. */
export function Patterns(p: { id: string }): JSX.Element {
  return (
    <defs>
      <pattern id={`${p.id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="cx-chart__fill-3" width="6" height="6" />
        <circle class="cx-chart__dots" cx="3" cy="3" r="1.1" />
      </pattern>
      <pattern id={`${p.id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="cx-chart__ground" width="6" height="6" />
        <path class="cx-chart__hatch" d="M-1 7 7-1M-1 1 1-1M5 7 7 5" />
      </pattern>
    </defs>
  )
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One filled part. */
export function Segment(p: Box & { id: string; look: SeriesLook }): JSX.Element {
  const box = { x: p.x, y: p.y, width: p.width, height: p.height }
  if (p.look === 3) return <rect {...box} fill={`url(#${p.id}-dots)`} />
  if (p.look === 'unknown') return <rect {...box} class="cx-chart__unknown" fill={`url(#${p.id}-hatch)`} />
  return <rect {...box} class={`cx-chart__fill-${p.look}`} />
}
