import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { Sought } from '#rooms/matching/index.ts'
import { fold } from '#rooms/people/index.ts'
import { type CheckedRow, type ReadRow, underObjection } from './reading/read-row.ts'
import { Sightings } from './reading/sightings.ts'
import { sourceKeyOf } from './rules.ts'

/** What a row tells of who it is about. */
export function soughtFor(row: ReadRow, organisationId: OrganisationId | null): Sought {
  const { legal, preferred, former } = row
  const named = (name: ReadRow['preferred']) =>
    name ? [{ given: name.given || legal.given, family: name.family || legal.family }] : []
  const known = (...values: (string | null)[]) => values.filter(value => value !== null && value !== '') as string[]
  return {
    names: [{ given: legal.given, family: legal.family }, ...named(preferred), ...named(former)],
    bornOn: row.bornOn,
    postcodes: known(row.postcode),
    upns: known(row.upn, row.formerUpn ?? null),
    ulns: known(row.uln),
    nhss: known(row.nhs),
    phones: known(row.mobile, row.phone),
    emails: known(row.email),
    source: organisationId ?? undefined,
  }
}

/** How the partner knows the person of a row. */
export function keyOf(row: ReadRow): string {
  return sourceKeyOf(row, { given: fold(row.legal.given), family: fold(row.legal.family) })
}

/** The ways a partner's row may be remembered. */
export type RowKeys = {
  /** By number, else by name and birth date: two rows of one list may share it. */
  readonly plain: string
  /** Its alone: what a row is remembered under that shares its plain key with another. */
  readonly own: string
  /** How many rows of the list have had the plain key so far, this one among them; and with the same name, birth date and postcode. */
  readonly nth: number
  readonly nthAlike: number
  /** Whether a row before had the same number, or the same name, birth date and postcode: then a person is asked. Twins are two people. */
  readonly isRepeat: boolean
}

/**
 * Tells the keys of the good rows of one list as they pass, in its order. Of what stands once, as nearly everything does, some thirteen
 * bytes are kept; of what stands again, how often.
 */
export function keyTeller(): (row: ReadRow) => RowKeys {
  const plains = new Sightings()
  const signatures = new Sightings()
  const counts = new Map<string, number>()
  const count = (key: string, before: number) => {
    const n = (counts.get(key) ?? before) + 1
    counts.set(key, n)
    return n
  }
  return row => {
    const plain = keyOf(row)
    const signature = signatureOf(row)
    const alone = `${plain}#${signature}`
    const nth = plains.first(plain, 1) === undefined ? 1 : count(plain, 1)
    // Whoever had this signature first left a mark of the key they had: only under the same key is this row their second.
    const mark = markOf(plain)
    const firstMark = signatures.first(signature, mark)
    const nthAlike = firstMark === undefined ? 1 : count(alone, firstMark === mark ? 1 : 0)
    const own = nthAlike > 1 ? `${alone}#${nthAlike}` : alone
    return { plain, own, nth, nthAlike, isRepeat: nth > 1 || firstMark !== undefined }
  }
}

/** A number by which a key is told from another one, as good as always. */
function markOf(key: string): number {
  let mark = 0
  for (let n = 0; n < key.length; n++) mark = (Math.imul(mark, 31) + key.charCodeAt(n)) >>> 0
  return mark
}

/** Name, birth date and postcode of a row: what tells one row from another of the same key. */
export function signatureOf(row: ReadRow): string {
  return `${fold(row.legal.family)}|${fold(row.legal.given)}|${row.bornOn}|${row.postcode ?? ''}`
}

export type Remembered<Row> = { readonly key: string; readonly row: Row; readonly isDecided: boolean }

/**
 * What was remembered of a row, and whether it was remembered of this very row: then who it is was decided, and is not asked
 * again. A number that came with another name and another birth date says nothing.
 */
export function rememberedOf<Row extends { readonly content: ReadRow }>(
  known: ReadonlyMap<string, Row>,
  row: ReadRow,
  keys: RowKeys,
): Remembered<Row> | undefined {
  const own = known.get(keys.own)
  if (own) return { key: keys.own, row: own, isDecided: true }
  const plain = known.get(keys.plain)
  if (!plain) return undefined
  if (keys.nthAlike === 1 && signatureOf(plain.content) === signatureOf(row))
    return { key: keys.plain, row: plain, isDecided: true }
  const isAnother = plain.content.bornOn !== row.bornOn && fold(plain.content.legal.given) !== fold(row.legal.given)
  return keys.nth > 1 || isAnother ? undefined : { key: keys.plain, row: plain, isDecided: false }
}

/**
 * The last word of a partner on a row and its person. What was held under an objection was remembered by its name: where the
 * list flags it no more and gives a number, that is the word before.
 */
export function lastWordOf<Row extends { readonly content: ReadRow; readonly personId: PersonId }>(
  known: ReadonlyMap<string, Row>,
  key: string,
  row: ReadRow,
  personId: PersonId,
): Row | undefined {
  const named = known.get(keyOf(underObjection(row)))
  return known.get(key) ?? (named?.content.objection === true && named.personId === personId ? named : undefined)
}

/** The same of a row that is to be mended, as far as it can be told: without the birth date a name stands for all who have it. */
export function keyToMend({ who }: Extract<CheckedRow, { outcome: 'faulty' }>): string {
  if (who.upn !== null) return `upn:${who.upn}`
  if (who.uln !== null) return `uln:${who.uln}`
  return who.name === null ? '' : `name:${fold(who.name.family)}|${fold(who.name.given)}|`
}
