/** Which column of a file is what: told by a map, or guessed by name and by what stands in it. */
import type { Kind } from '#rooms/matching/index.ts'
import { FileTrouble } from './reading.ts'

export type Mapped = { readonly name: string; readonly column: number; readonly kind: Kind }

/** Our names for columns, and the kind each is of. */
const NAMES: Readonly<Record<string, Kind>> = {
  given_name: 'given',
  surname: 'family',
  date_of_birth: 'date',
  postcode: 'postcode',
  address: 'place',
  address_1: 'place',
  address_2: 'place',
  suburb: 'place',
  town: 'place',
  birth_place: 'place',
  street_number: 'number',
  school: 'category',
  state: 'category',
  sex: 'category',
  occupation: 'category',
  phone: 'phone',
  email: 'email',
  upn: 'upn',
  uln: 'uln',
  nhs: 'nhs',
  soc_sec_id: 'identifier',
}

const KNOWN_AS: readonly (readonly [RegExp, string])[] = [
  [/^(given|first|fore)[ _-]?names?$|^forename|^fname|^first$/, 'given_name'],
  [/^(sur|last|family)[ _-]?names?$|^lname|^last$/, 'surname'],
  [/^dob$|birth[ _-]?(date|day)|date[ _-]?(of[ _-]?)?birth|^born/, 'date_of_birth'],
  [/post[ _-]?code|^zip/, 'postcode'],
  [/e[ _-]?mail/, 'email'],
  [/phone|mobile|^tel/, 'phone'],
  [/street[ _-]?(number|no)|house[ _-]?(number|no)/, 'street_number'],
  [/^address[ _-]?2/, 'address_2'],
  [/^address|^street/, 'address'],
  [/suburb|^town|^city/, 'suburb'],
  [/birth[ _-]?place|place[ _-]?of[ _-]?birth/, 'birth_place'],
  [/school|college/, 'school'],
  [/^sex$|gender/, 'sex'],
  [/occupation|job/, 'occupation'],
  [/^state$|county|region/, 'state'],
  [/^upn$/, 'upn'],
  [/^uln$/, 'uln'],
  [/nhs/, 'nhs'],
  [/soc|ssn|social/, 'soc_sec_id'],
]

/** Columns that name the row and not the person. */
const OF_THE_ROW =
  /^(unique_?id|rec_?id|row_?(id|number)?|id|source_?dataset|cluster|ent_?id|person|truth|label|full_name|first_and_surname)$/

/**
 * @param map our names to the file's columns ("given_name": "first name"), or a column to "other" or one of our names; or "auto"
 * @param looksLike what stands in a column, of a sample of rows
 */
export function mapColumns(
  columns: readonly string[],
  map: Readonly<Record<string, unknown>> | 'auto',
  without: readonly string[],
  looksLike: (column: number) => Kind | undefined,
): Mapped[] {
  const found = map === 'auto' ? guessed(columns, looksLike) : told(columns, map, looksLike)
  const left = found.filter(m => !without.includes(m.name) && !without.includes(columns[m.column] ?? ''))
  const unknown = without.find(name => !found.some(m => m.name === name || columns[m.column] === name))
  if (unknown !== undefined) throw new FileTrouble(`--without names "${unknown}", and no column is called so.`)
  if (left.length === 0) throw new FileTrouble('No column is left to tell people by. Name some with --map.')
  return left
}

function guessed(columns: readonly string[], looksLike: (column: number) => Kind | undefined): Mapped[] {
  return columns.flatMap((column, n): Mapped[] => {
    const folded = column.toLowerCase()
    if (OF_THE_ROW.test(folded)) return []
    const name = KNOWN_AS.find(([pattern]) => pattern.test(folded))?.[1]
    const kind = name === undefined ? looksLike(n) : NAMES[name]
    return kind === undefined ? [] : [{ name: column, column: n, kind }]
  })
}

function told(
  columns: readonly string[],
  map: Readonly<Record<string, unknown>>,
  looksLike: (column: number) => Kind | undefined,
): Mapped[] {
  return Object.entries(map).flatMap(([left, right]) => {
    const rights = (Array.isArray(right) ? right : [right]).map(String)
    return rights.flatMap((text): Mapped[] => {
      // {"given_name": "first name"} and {"other": "hair"}: the file's name on the right. {"hair": "other"}: on the left.
      const isOurs = (left === 'other' || NAMES[left] !== undefined) && columns.includes(text)
      const column = isOurs ? text : left
      const kind = isOurs ? NAMES[left] : NAMES[text]
      const at = columns.indexOf(column)
      const absent = at < 0 ? column : isOurs || text === 'other' || kind !== undefined ? undefined : text
      if (absent !== undefined)
        throw new FileTrouble(
          `The map names a column "${absent}", and the file has none. It has: ${columns.join(', ')}.`,
        )
      const of = kind ?? looksLike(at)
      return of === undefined ? [] : [{ name: left === 'other' ? column : left, column: at, kind: of }]
    })
  })
}

/** What a column holds, by its values; undefined when nothing stands in it, or the same everywhere. */
export function kindOf(values: readonly string[]): Kind | undefined {
  const known = values.filter(v => v !== '')
  const different = new Set(known).size
  if (different < 2) return undefined
  const share = (pattern: RegExp) => known.filter(v => pattern.test(v)).length / known.length
  if (share(/@/) > 0.8) return 'email'
  if (share(/^\d{4}-?\d{2}-?\d{2}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/) > 0.9) return 'date'
  if (share(/^\+?[\d ()-]{9,16}$/) > 0.9 && different > known.length / 4 && share(/^0|^\+|[ ()-]/) > 0.5) return 'phone'
  if (share(/^[A-Z]?\d{5,}[A-Z\d]?$/i) > 0.9 && different > known.length / 4) return 'identifier'
  if (share(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i) > 0.8) return 'postcode'
  if (share(/^\d{1,4}$/) > 0.9) return 'number'
  return different <= 50 ? 'category' : 'place'
}
