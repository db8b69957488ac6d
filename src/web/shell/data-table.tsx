import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  readonly key: string
  readonly heading: ComponentChildren
  /** The heading is only heard: each cell says it again, as a button or a link. */
  readonly hidesHeading?: boolean | undefined
  /** The cell's words: numbers come with their units. */
  readonly cell: (row: Row) => ComponentChildren
  readonly numeric?: boolean | undefined
  /** What must not break over two lines on a wide screen: a short date, a state. */
  readonly tight?: boolean | undefined
  /** Takes what room is left, and may break, though it leads the block on a phone. */
  readonly wide?: boolean | undefined
  /** A link in the heading that sorts by this column. */
  readonly sortHref?: string | undefined
  readonly currentSort?: 'ascending' | 'descending' | undefined
  /**
   * On a phone each row is a block: `lead` stands on a line of its own under the name, `label` goes before the value, and
   * `hidden` is left out.
   */
  readonly phone?: { readonly lead?: boolean; readonly label?: string; readonly hidden?: boolean } | undefined
}

/** A dense table; the first column names the row. */
export function DataTable<Row>(p: {
  /** What the table is, for those who hear it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** The head stays in sight; not where a table stands in a narrow column. */
  readonly stickyHead?: boolean | undefined
  readonly classes?: string | undefined
}): JSX.Element {
  const classes = ['cx-table', p.stickyHead && 'cx-table--sticky', p.classes].filter(Boolean).join(' ')
  return (
    <table class={classes}>
      <caption class="govuk-visually-hidden">{p.caption}</caption>
      <thead>
        <tr>{p.columns.map(columnHead)}</tr>
      </thead>
      <tbody>
        {p.rows.map(row => (
          <tr>
            {p.columns.map((column, index) =>
              index === 0 ? (
                <th scope="row" class={cellClass(column)} data-label={column.phone?.label}>
                  {column.cell(row)}
                </th>
              ) : (
                <td class={cellClass(column)} data-label={column.phone?.label}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function columnHead<Row>(column: Column<Row>): JSX.Element {
  return (
    <th scope="col" class={column.numeric ? 'cx-table__number' : undefined} aria-sort={column.currentSort}>
      {column.sortHref === undefined ? (
        headingOf(column)
      ) : (
        <a class="cx-table__sort" href={column.sortHref}>
          {column.heading}
        </a>
      )}
    </th>
  )
}

function headingOf<Row>(column: Column<Row>): ComponentChildren {
  return column.hidesHeading ? <span class="govuk-visually-hidden">{column.heading}</span> : column.heading
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.numeric && 'cx-table__number',
    column.tight && 'cx-table__tight',
    column.phone?.lead && 'cx-table__lead',
    column.wide && 'cx-table__rest',
    column.phone?.hidden && 'cx-table__wide-only',
  ]
  return names.filter(Boolean).join(' ') || undefined
}
