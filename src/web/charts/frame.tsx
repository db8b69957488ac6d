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

/** A chart drawn for its width: text in it is 13 px as shown, and where there is no room it scrolls in its own box. */
export function ChartFrame(
  p: ChartWords & {
    readonly width: number
    readonly height: number
    readonly table: ChartTable
    /** Under the drawing: what the lines are. */
    readonly legend?: ComponentChildren
    readonly children: ComponentChildren
  },
): JSX.Element {
  return (
    <figure class="cx-chart">
      <div class="cx-chart__scroll" {...SCROLLS} aria-label={p.title}>
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
      </div>
      {p.legend}
      <NumbersTable words={p} table={p.table} />
    </figure>
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
