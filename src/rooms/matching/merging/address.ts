import type { PersonId, RowId } from '#ground/ids.ts'

/** Where two records are compared and joined: `keep` stays, `join` goes into it. For whoever links to it. */
export function mergeAddress(keep: PersonId, join: PersonId): string {
  return `/people/${keep}/merge/${join}`
}

/** Where a joining is read and undone. */
export function undoAddress(mergeId: RowId): string {
  return `/matching/merges/${mergeId}`
}
