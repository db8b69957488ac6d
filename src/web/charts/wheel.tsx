import { scaleLinear } from 'd3-scale'
import { arc, curveLinear, lineRadial } from 'd3-shape'
import type { JSX } from 'preact'
import { at, ChartFrame, type ChartWords } from './frame.tsx'

export interface WheelProps extends ChartWords {
  /** Clockwise, the first at the top. Neighbours of one group stand under one arc. */
  readonly spokes: readonly { readonly label: string; readonly group: string }[]
  /** The group that is being looked at: its arc is thick and its names bold. */
  readonly currentGroup?: string
  /** At most two, the newer first. Nought is in the middle; what was not asked is null, has no point and breaks the line. */
  readonly traces: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly levels: number
  readonly spokesHead: string
  readonly notAsked: string
  readonly format: (value: number) => string
}

const WIDTH = 440
const HEIGHT = 330
const RADIUS = 118
const [CX, CY] = [WIDTH / 2, HEIGHT / 2]

/** Many ratings at one glance: outside is strong. */
export function Wheel(p: WheelProps): JSX.Element {
  const angle = (index: number) => (index / p.spokes.length) * 2 * Math.PI
  const radius = scaleLinear([0, p.levels], [12, RADIUS - 14])
  const table = {
    head: [p.spokesHead, ...p.traces.map(trace => trace.name)],
    rows: p.spokes.map((spoke, index) => [
      spoke.label,
      ...p.traces.map(trace => {
        const value = trace.values[index]
        return value === null || value === undefined ? p.notAsked : p.format(value)
      }),
    ]),
  }
  const legend = (
    <p class="cx-legend">
      {p.traces.slice(0, 2).map((trace, index) => (
        <span>
          <TraceSample look={index === 0 ? 1 : 2} /> {trace.name}
        </span>
      ))}
    </p>
  )
  return (
    <ChartFrame {...p} width={WIDTH} height={HEIGHT} table={table} legend={legend}>
      <g transform={`translate(${CX} ${CY})`}>
        {radius.ticks(p.levels).map(level => (
          <circle class="cx-chart__grid" r={at(radius(level))} />
        ))}
        {p.spokes.map((_, index) => {
          const [x, y] = point(angle(index), RADIUS - 10)
          return <path class="cx-chart__grid" d={`M0 0L${x} ${y}`} />
        })}
        {groupsOf(p).map(group => (
          <path
            class={`cx-chart__arc${group.name === p.currentGroup ? ' cx-chart__arc--current' : ''}`}
            d={arcOf(angle(group.from - 0.42), angle(group.to + 0.42))}
          />
        ))}
        {p.traces
          .slice(0, 2)
          .toReversed()
          .map((trace, place, all) => (
            <Trace
              values={trace.values}
              look={all.length - place === 1 ? 1 : 2}
              angle={angle}
              radius={v => radius(v)}
            />
          ))}
        {p.spokes.map((spoke, index) => {
          const [x, y] = point(angle(index), RADIUS + 16)
          return (
            <text
              class={spoke.group === p.currentGroup ? 'cx-chart__strong' : undefined}
              x={x}
              // At the foot the neighbours come close from both sides.
              y={at(y + (Math.abs(x) < 12 && y > 0 ? 16 : 4))}
              text-anchor={Math.abs(x) < 12 ? 'middle' : x > 0 ? 'start' : 'end'}
            >
              {spoke.label}
            </text>
          )
        })}
        {[1, Math.ceil(p.levels / 2), p.levels].map(level => (
          <text class="cx-chart__quiet" x={4} y={at(-radius(level) - 2)}>
            {String(level)}
          </text>
        ))}
      </g>
    </ChartFrame>
  )
}

function Trace(p: {
  values: readonly (number | null)[]
  look: 1 | 2
  angle: (index: number) => number
  radius: (value: number) => number
}): JSX.Element {
  const draw = lineRadial<number | null>()
    .angle((_, index) => p.angle(index))
    .radius(value => p.radius(value ?? 0))
    .defined(value => value !== null)
    .curve(curveLinear)
  // The way round is closed by the first point once more, unless it or the last was not asked.
  const path = draw([...p.values, p.values[0] ?? null])
  return (
    <>
      <path class={`cx-chart__trace-${p.look}`} d={rounded(path ?? '')} />
      {p.values.map((value, index) => {
        if (value === null) return null
        const [x, y] = point(p.angle(index), p.radius(value))
        return p.look === 1 ? (
          <circle class="cx-chart__point-1" cx={x} cy={y} r={4} />
        ) : (
          <rect class="cx-chart__point-2" x={at(x - 3.5)} y={at(y - 3.5)} width={7} height={7} />
        )
      })}
    </>
  )
}

function TraceSample(p: { look: 1 | 2 }): JSX.Element {
  return (
    <svg class="cx-legend__sample" width="34" height="12" viewBox="0 0 34 12" aria-hidden="true" focusable="false">
      <path class={`cx-chart__trace-${p.look}`} d="M1 6h32" />
      {p.look === 1 ? (
        <circle class="cx-chart__point-1" cx="17" cy="6" r="4" />
      ) : (
        <rect class="cx-chart__point-2" x="13.5" y="2.5" width="7" height="7" />
      )}
    </svg>
  )
}

interface Group {
  readonly name: string
  readonly from: number
  readonly to: number
}

function groupsOf(p: WheelProps): readonly Group[] {
  const groups: Group[] = []
  for (const [index, spoke] of p.spokes.entries()) {
    const last = groups.at(-1)
    if (last?.name === spoke.group) groups[groups.length - 1] = { ...last, to: index }
    else groups.push({ name: spoke.group, from: index, to: index })
  }
  return groups
}

function arcOf(startAngle: number, endAngle: number): string {
  return rounded(arc()({ innerRadius: RADIUS, outerRadius: RADIUS, startAngle, endAngle }) ?? '')
}

function point(angle: number, radius: number): readonly [x: number, y: number] {
  return [at(Math.sin(angle) * radius), at(-Math.cos(angle) * radius)]
}

function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, number => String(at(Number(number))))
}
