import type { Sought } from '#rooms/matching/index.ts'
import { fold } from '#rooms/people/index.ts'
import type { CheckedRow, ReadRow } from './reading/read-row.ts'
import { sourceKeyOf } from './rules.ts'

/** What a row tells of who it is about, folded for matching. */
export function soughtFor(row: ReadRow): Sought {
  return {
    givenKey: fold(row.legal.given),
    familyKey: fold(row.legal.family),
    otherGivenKey: row.preferred?.given ? fold(row.preferred.given) : null,
    bornOn: row.bornOn,
    postcode: row.postcode,
    upn: row.upn,
    uln: row.uln,
    nhs: row.nhs,
  }
}

/** How the partner knows the person of a row. */
export function keyOf(row: ReadRow): string {
  return sourceKeyOf(row, { given: fold(row.legal.given), family: fold(row.legal.family) })
}

/** The same of a row that is to be mended, as far as it can be told: without the birth date a name stands for all who have it. */
export function keyToMend({ who }: Extract<CheckedRow, { outcome: 'faulty' }>): string {
  if (who.upn !== null) return `upn:${who.upn}`
  if (who.uln !== null) return `uln:${who.uln}`
  return who.name === null ? '' : `name:${fold(who.name.family)}|${fold(who.name.given)}|`
}
