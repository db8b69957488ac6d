/** What every chart has: a title, a description, and the same numbers in a table behind a line that opens. */
import type { ComponentChildren, JSX } from 'preact'
import { Details } from '#web/govuk/details.tsx'
import { Table } from '#web/govuk/table.tsx'

export interface ChartWords {
  /** Unique on the page: the ids of patterns and titles begin with it. */
  readonly id: string
  readonly title: string
  /** What the chart shows, in a sentence or two: the answer, not the shapes. */
  readonly description: string
  /** "As a table". */
  readonly asTable: string
}

export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

// A box that may scroll must be reachable by keyboard, and then it needs a name.
const SCROLLS = { tabIndex: 0, role: 'group' } as const

/** One drawing, for one width. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly children: ComponentChildren
}

/** The room a chart has on the narrowest phone (320 px) beside the margins of the page. */
export const PHONE_WIDTH = 288

/** A chart drawn for its width: text in it is 13 px as shown, and where there is no room it scrolls in its own box. */
export function ChartFrame(
  p: ChartWords &
    Drawing & {
      readonly table: ChartTable
      /** The same chart drawn for a phone, where the wide one would have to be scrolled. Ids in it are its own. */
      readonly phone?: Drawing | undefined
      /** Under the drawing: what the lines are. */
      readonly legend?: ComponentChildren
    },
): JSX.Element {
  return (
    <figure class="cx-chart">
      <div class={p.phone ? 'cx-chart__scroll cx-chart__wide' : 'cx-chart__scroll'} {...SCROLLS} aria-label={p.title}>
        <Svg {...p} id={p.id} />
      </div>
      {p.phone && (
        <div class="cx-chart__phone">
          <Svg {...p} {...p.phone} id={phoneId(p.id)} />
        </div>
      )}
      {p.legend}
      <NumbersTable words={p} table={p.table} />
    </figure>
  )
}

/** What ids begin with in the drawing for a phone. */
export function phoneId(id: string): string {
  return `${id}-phone`
}

function Svg(p: ChartWords & Drawing): JSX.Element {
  return (
    <svg
      role="img"
      aria-labelledby={`${p.id}-title ${p.id}-desc`}
      width={p.width}
      height={p.height}
      viewBox={`0 0 ${p.width} ${p.height}`}
    >
      <title id={`${p.id}-title`}>{p.title}</title>
      <desc id={`${p.id}-desc`}>{p.description}</desc>
      {p.children}
    </svg>
  )
}

/** The same numbers, for those who would rather read them. */
export function NumbersTable(p: { readonly words: ChartWords; readonly table: ChartTable }): JSX.Element {
  return (
    <Details summary={p.words.asTable}>
      <Table
        caption={p.words.title}
        captionClasses="govuk-visually-hidden"
        head={p.table.head.map((children, index) => ({ children, format: index > 0 ? 'numeric' : undefined }))}
        rows={p.table.rows.map(row =>
          row.map((children, index) => ({ children, format: index > 0 ? 'numeric' : undefined })),
        )}
        firstCellIsHeader
      />
    </Details>
  )
}

/** A coordinate with one place behind the point: enough for the eye, and short. */
export function at(value: number): number {
  return Math.round(value * 10) / 10
}
