/** What a row carries over from a record its person is kept apart from, and what is left of it (K5). Pure. */
import { fold } from '#rooms/people/index.ts'
import type { ReadName, ReadRow } from './reading/read-row.ts'

/** A record somebody is kept apart from, by what would give it away. */
export type ApartFrom = {
  /** An identity that is over: nothing that was said of it may be said of the new one. */
  readonly isSealed: boolean
  readonly numbers: readonly string[]
  /** As `nameKey` writes them. */
  readonly names: readonly string[]
}

type Own = {
  readonly apart: readonly ApartFrom[]
  readonly identifiers: readonly string[]
  readonly postcode: string | null
}

/** A name as it is compared. @param folded both parts folded */
export function nameKey(folded: { readonly given: string; readonly family: string }): string {
  return `${folded.given}|${folded.family}`
}

/**
 * A row without what belongs to a record its person is kept apart from. A number of such a record is left out. Where that is an
 * identity that is over, the sender mixes the two: of that row its name, birth date and learning are kept, and an address that is
 * on record already; who is with them, phones, email and other names may be the old ones.
 */
export function withoutApart(row: ReadRow, now: Own): ReadRow {
  if (now.apart.length === 0) return row
  const said = [row.upn, row.formerUpn ?? null, row.uln, row.nhs]
  const numbers = said.filter(n => n !== null && !now.identifiers.includes(n))
  const isTheirs = (number: string | null) => number !== null && numbers.includes(number)
  const crosses = (from: ApartFrom, number: string | null) =>
    isTheirs(number) && from.numbers.includes(number as string)
  const free = (number: string | null) => (now.apart.some(from => crosses(from, number)) ? null : number)
  const own = {
    ...row,
    upn: free(row.upn),
    formerUpn: free(row.formerUpn ?? null),
    uln: free(row.uln),
    nhs: free(row.nhs),
  }
  const names = [row.preferred, row.former].flatMap(name => (name ? [nameKeyOf(name, row.legal)] : []))
  const isMixed = now.apart.some(
    from =>
      from.isSealed && (numbers.some(number => crosses(from, number)) || names.some(name => from.names.includes(name))),
  )
  if (!isMixed) return own
  const isAt = row.postcode !== null && row.postcode === now.postcode
  return {
    ...own,
    preferred: null,
    former: null,
    addressLines: isAt ? row.addressLines : [],
    postcode: isAt ? row.postcode : null,
    phone: null,
    mobile: null,
    email: null,
    adult: null,
  }
}

/** The key of another name, a part nobody gave filled from the legal one. */
export function nameKeyOf(name: ReadName, legal: ReadName): string {
  return nameKey({ given: fold(name.given || legal.given), family: fold(name.family || legal.family) })
}
