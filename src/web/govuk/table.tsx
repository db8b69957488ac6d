import type { JSX } from 'preact'
import { type Content, cx, type Items, own, type Styled } from './options.ts'

export interface TableHeadCell extends Content {
  readonly format?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export type TableCell = TableHeadCell

export interface TableOptions extends Styled {
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly TableHeadCell[] | undefined
  readonly rows: Items<readonly TableCell[]>
  readonly firstCellIsHeader?: boolean | undefined
}

/** Rows and columns of values. */
export function Table(o: TableOptions): JSX.Element {
  return (
    <table {...own(o.attributes)} class={cx('govuk-table', o.classes)}>
      {o.caption && <caption class={cx('govuk-table__caption', o.captionClasses)}>{o.caption}</caption>}
      {o.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{o.head.map(headCell)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {o.rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) => (index === 0 && o.firstCellIsHeader ? rowHead(cell) : bodyCell(cell)))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function headCell(cell: TableHeadCell): JSX.Element {
  return (
    <th
      {...own(cell.attributes)}
      scope="col"
      class={cx('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
    >
      {cell.children}
    </th>
  )
}

function rowHead(cell: TableCell): JSX.Element {
  return (
    <th
      {...own(cell.attributes)}
      scope="row"
      class={cx('govuk-table__header', cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
    >
      {cell.children}
    </th>
  )
}

function bodyCell(cell: TableCell): JSX.Element {
  return (
    <td
      {...own(cell.attributes)}
      class={cx('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
    >
      {cell.children}
    </td>
  )
}
