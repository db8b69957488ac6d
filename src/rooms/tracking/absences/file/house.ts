/** How the house reads a file of rows and columns: the readers of partners' lists, of a room on the same floor. */
import type { OrganisationKind } from '#rooms/directory/index.ts'
import type { DayCell, FileTable } from './absence-file.ts'

export type FileReaders = {
  /** @throws FileRefused here or while the rows are read */
  readonly openFile: (path: string) => Promise<FileTable>
  /** A column’s name in small letters and single words. */
  readonly plainHeader: (header: string) => string
  /** A reader of the days of one column, which is judged as a whole: some are written with the month first. */
  readonly dayReader: (
    column: readonly string[],
    years: { readonly from: number; readonly to: number },
  ) => (cell: string) => DayCell
  /** Whether a UPN may come from a place of this kind (K7). */
  readonly mayCarryUpn: (kind: OrganisationKind) => boolean
}
