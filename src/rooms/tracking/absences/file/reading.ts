/** A table to rows: the columns that are known, found by their names; every other is dropped at the door (K7). */
import type { OrganisationKind } from '#rooms/directory/index.ts'
import { type FileField, type FileRead, FileRefused, type FileRow, type FileTable, MOST_ROWS } from './absence-file.ts'
import type { FileReaders } from './house.ts'
import { fieldOf } from './rules.ts'

/**
 * Reads the whole of a file.
 * @throws FileRefused where a column is missing or stands twice, or there are more rows than are taken
 */
export async function readFile(
  readers: Pick<FileReaders, 'plainHeader' | 'mayCarryUpn'>,
  table: FileTable,
  sender: OrganisationKind,
): Promise<FileRead> {
  const columns: { field: FileField; column: string }[] = []
  for (const column of table.columns) {
    const field = fieldOf(readers.plainHeader(column))
    if (field === undefined || (field === 'upn' && !readers.mayCarryUpn(sender))) continue
    if (columns.some(one => one.field === field)) throw new FileRefused('field-twice', column)
    columns.push({ field, column })
  }
  const has = (...fields: FileField[]) => fields.every(field => columns.some(one => one.field === field))
  if (!has('uln') && !has('upn') && !has('family', 'given', 'born')) throw new FileRefused('no-who')
  if (!has('day')) throw new FileRefused('no-day')
  if (!has('kind')) throw new FileRefused('no-kind')
  const rows: FileRow[] = []
  for await (const { row, cells } of table.rows) {
    if (rows.length === MOST_ROWS) throw new FileRefused('too-many-rows')
    rows.push({
      row,
      cells: Object.fromEntries(columns.map(({ field, column }) => [field, cells[column] ?? ''])),
      isRagged: false,
    })
  }
  const ragged = table.ragged()
  if (rows.length + ragged.length > MOST_ROWS) throw new FileRefused('too-many-rows')
  return {
    columns,
    rows: [...rows, ...ragged.map(row => ({ row, cells: {}, isRagged: true }))].toSorted((a, b) => a.row - b.row),
  }
}
