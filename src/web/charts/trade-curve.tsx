import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { JSX } from 'preact'
import { at, ChartFrame, type ChartWords, PHONE_WIDTH, phoneId } from './frame.tsx'

/** One choice: what it risks and what it costs. */
export interface TradePoint {
  /** One in so many goes wrong: drawn by its powers of ten, the riskier at the left. */
  readonly oneIn: number
  /** From nought. */
  readonly cost: number
  /** Both as they stand in the table. */
  readonly risk: string
  readonly costText: string
}

/** A choice that is pointed out, by a line down to the axis, a shape and a word. */
export interface TradeMark {
  readonly oneIn: number
  readonly cost: number
  readonly label: string
  readonly look: 'open' | 'filled'
}

export interface TradeCurveProps extends ChartWords {
  readonly points: readonly TradePoint[]
  readonly marks: readonly TradeMark[]
  /** What the axes are: the risk, and the cost. */
  readonly axes: readonly [string, string]
  /** "1 in 1,000" */
  readonly tick: (oneIn: number) => string
  /** Remarks beside the points in the table, by their place; the head of that column. */
  readonly remarks: { readonly head: string; readonly of: (point: TradePoint) => string }
  readonly width?: number
  readonly height?: number
}

type Layout = { readonly id: string; readonly width: number; readonly height: number; readonly isNarrow: boolean }

const TOP = 62
const BOTTOM = 46
const RIGHT = 14
/** Of a figure or letter of 13 px, at most. */
const LETTER = 7.5

/** Risk against cost: where along the line one wants to be is a choice. Drawn for a page and for a phone. */
export function TradeCurve(p: TradeCurveProps): JSX.Element | null {
  const { width = 640, height = 300 } = p
  if (p.points.length === 0) return null
  const table = {
    head: [...p.axes, p.remarks.head],
    rows: p.points.map(point => [point.risk, point.costText, p.remarks.of(point)]),
  }
  const wide = { id: p.id, width, height, isNarrow: false }
  const phone = { id: phoneId(p.id), width: PHONE_WIDTH, height: 280, isNarrow: true }
  return (
    <ChartFrame
      {...p}
      width={wide.width}
      height={wide.height}
      table={table}
      phone={{ width: phone.width, height: phone.height, children: <Drawn {...p} layout={phone} /> }}
    >
      <Drawn {...p} layout={wide} />
    </ChartFrame>
  )
}

function Drawn(p: TradeCurveProps & { readonly layout: Layout }): JSX.Element {
  const { width, height } = p.layout
  const all = [...p.points, ...p.marks]
  const most = Math.max(1, ...all.map(point => point.cost))
  const left = most.toLocaleString('en-GB').length * LETTER + 12
  const powers = all.map(point => Math.log10(point.oneIn))
  const [from, to] = [
    Math.floor(Math.min(...powers)),
    Math.max(Math.ceil(Math.max(...powers)), Math.floor(Math.min(...powers)) + 1),
  ]
  const x = scaleLinear([from, to], [left, width - RIGHT])
  const y = scaleLinear([0, most * 1.05], [height - BOTTOM, TOP])
  const place = (point: { oneIn: number; cost: number }) => [at(x(Math.log10(point.oneIn))), at(y(point.cost))] as const
  const path = line<(typeof p.points)[number]>(
    point => place(point)[0],
    point => place(point)[1],
  )
  return (
    <>
      <text x={0} y={13}>
        {p.axes[1]}
      </text>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map(tick => (
          <>
            <path class="cx-chart__grid" d={`M${at(left)} ${at(y(tick))}H${width - RIGHT}`} />
            <text class="cx-chart__quiet" x={at(left - 6)} y={at(y(tick)) + 4} text-anchor="end">
              {tick.toLocaleString('en-GB')}
            </text>
          </>
        ))}
      {ticksOf(p, x, from, to).map(({ at: place, text, anchor }) => (
        <>
          <path class="cx-chart__axis" d={`M${at(place)} ${height - BOTTOM}v5`} />
          <text class="cx-chart__quiet" x={at(place)} y={height - BOTTOM + 20} text-anchor={anchor}>
            {text}
          </text>
        </>
      ))}
      <path class="cx-chart__axis" d={`M${at(left)} ${height - BOTTOM}H${width - RIGHT}`} />
      <text x={width - RIGHT} y={height - 4} text-anchor="end">
        {p.axes[0]}
      </text>
      <path class="cx-chart__trace-1" d={path(p.points) ?? ''} />
      {p.points.map(point => {
        const [px, py] = place(point)
        return <circle class="cx-chart__point-1" cx={px} cy={py} r={3} />
      })}
      {p.marks.map((mark, n) => {
        const [px, py] = place(mark)
        const row = 32 + n * 17
        const isLeft = px > width / 2
        return (
          <>
            <path class="cx-chart__mark" d={`M${px} ${row - 4}V${height - BOTTOM}`} />
            {mark.look === 'open' ? (
              <rect class="cx-chart__point-2" x={px - 6} y={py - 6} width={12} height={12} />
            ) : (
              <path class="cx-chart__now" d={`M${px} ${py - 9}l9 9-9 9-9-9z`} />
            )}
            <text
              class={mark.look === 'filled' ? 'cx-chart__strong' : undefined}
              x={isLeft ? px - 6 : px + 6}
              y={row}
              text-anchor={isLeft ? 'end' : 'start'}
            >
              {mark.label}
            </text>
          </>
        )
      })}
    </>
  )
}

/** Powers of ten, as many as have room for their words. */
function ticksOf(
  p: TradeCurveProps & { readonly layout: Layout },
  x: (power: number) => number,
  from: number,
  to: number,
) {
  const powers = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const longest = Math.max(...powers.map(power => p.tick(10 ** power).length)) * LETTER + 10
  // The outer words stand inside the drawing, so that the next are half as far again away.
  const room = Math.max(1, Math.floor((x(to) - x(from)) / (1.5 * longest)))
  const step = Math.ceil((to - from) / room)
  return powers
    .filter(power => (power - from) % step === 0)
    .map(power => ({
      at: x(power),
      text: p.tick(10 ** power),
      anchor: power === from ? ('start' as const) : power === to ? ('end' as const) : ('middle' as const),
    }))
}
