import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { JSX } from 'preact'
import { at, type ChartWords, NumbersTable } from './frame.tsx'

const WIDTH = 150
const HEIGHT = 28

export interface SparklineProps extends ChartWords {
  readonly points: readonly { readonly label: string; readonly value: number; readonly text: string }[]
  /** Heads of the table: what the points are, and what is counted. */
  readonly head: readonly [string, string]
}

/** How a number went: line, last point, last number. The title is shown above. */
export function Sparkline(p: SparklineProps): JSX.Element | null {
  const last = p.points.at(-1)
  if (last === undefined) return null
  const x = scaleLinear([0, Math.max(p.points.length - 1, 1)], [3, WIDTH - 40])
  const values = p.points.map(point => point.value)
  const y = scaleLinear([Math.min(...values), Math.max(...values, Math.min(...values) + 1)], [HEIGHT - 5, 5])
  const path = line<number>(
    (_, index) => at(x(index)),
    value => at(y(value)),
  )
  return (
    <figure class="cx-chart cx-spark">
      <p aria-hidden="true">{p.title}</p>
      <svg
        role="img"
        aria-labelledby={`${p.id}-title ${p.id}-desc`}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <title id={`${p.id}-title`}>{p.title}</title>
        <desc id={`${p.id}-desc`}>{p.description}</desc>
        <path class="cx-chart__spark" d={path(values) ?? ''} />
        <circle class="cx-chart__now" cx={at(x(p.points.length - 1))} cy={at(y(last.value))} r={4} />
        <text class="cx-chart__strong" x={WIDTH - 30} y={at(y(last.value)) + 4.5}>
          {last.text}
        </text>
      </svg>
      <NumbersTable words={p} table={{ head: p.head, rows: p.points.map(point => [point.label, point.text]) }} />
    </figure>
  )
}
