/** Finding a young person by whatever is known: a name (mistyped, short, sounding alike), a date, a number, a postcode. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, dayFromParts } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { fold, soundsOf, toPostcode } from './fold.ts'
import { type IdentifierKind, readIdentifier } from './identifiers.ts'
import { otherForms } from './nicknames.ts'
import type { Person } from './person.ts'
import { listPeople } from './store/person.ts'
import {
  type NameParts,
  searchBorn,
  searchIdentifier,
  searchInitial,
  searchNames,
  searchPostcode,
} from './store/search.ts'

export type Asked = {
  /** Words of a name, folded; empty when only a date or number was typed. */
  readonly words: readonly string[]
  readonly bornOn: Day | null
  readonly identifier: { readonly value: string; readonly kinds: readonly IdentifierKind[] } | null
  readonly postcode: string | null
}

export type FoundPerson = { readonly person: Person; readonly exact: boolean }

export const MOST_FOUND = 50

/** What was typed, taken apart: `kate sampel 3/3/2009`, `HX1 1AA`, `B801200005001`. Dates are day first. */
export function readQuery(typed: string): Asked {
  let left = typed.slice(0, 200).trim()
  const postcode = takePostcode(left)
  if (postcode) left = left.replace(postcode.typed, ' ')
  const born = takeDate(left)
  if (born) left = left.replace(born.typed, ' ')
  const number = takeNumber(left)
  if (number) left = left.replace(number.typed, ' ')
  return {
    words: fold(left).split(' ').filter(Boolean).slice(0, 6),
    bornOn: born?.day ?? null,
    identifier: number === undefined ? null : { value: number.value, kinds: number.kinds },
    postcode: postcode?.postcode ?? null,
  }
}

/** Finds people the caller may know, exact ones first. Nothing typed finds nothing. */
export async function findAnyone(tx: Tx, asked: Asked): Promise<FoundPerson[]> {
  const ranked = new Map<PersonId, number>()
  const add = (ids: readonly PersonId[], likeness: number) => {
    for (const id of ids) ranked.set(id, Math.max(likeness, ranked.get(id) ?? 0))
  }
  if (asked.identifier) add(await searchIdentifier(tx, asked.identifier.value, asked.identifier.kinds), 2)
  if (asked.postcode && asked.words.length === 0) add(await searchPostcode(tx, asked.postcode, MOST_FOUND), 1)
  if (asked.words.length > 0) {
    const found = await searchNames(tx, {
      whole: asked.words.join(' '),
      ways: waysOf(asked.words),
      sounds: soundsOf(asked.words.join(' ')),
      bornOn: asked.bornOn,
      most: MOST_FOUND,
    })
    for (const { personId, likeness } of found) add([personId], likeness)
    const [initial, ...family] = asked.words
    if (initial?.length === 1 && family.length > 0)
      add(await searchInitial(tx, initial, family.join(' '), MOST_FOUND), 0.9)
  } else if (asked.bornOn) add(await searchBorn(tx, asked.bornOn, MOST_FOUND), 1)
  const people = await listPeople(tx, [...ranked.keys()])
  const wanted = asked.words.join(' ')
  return people
    .filter(p => p.state === 'active')
    .map(person => ({
      person,
      likeness: ranked.get(person.id) ?? 0,
      exact: isExact(person, asked, wanted) || (ranked.get(person.id) ?? 0) >= 2,
    }))
    .toSorted(
      (a, b) =>
        Number(b.exact) - Number(a.exact) ||
        b.likeness - a.likeness ||
        (fold(a.person.family) < fold(b.person.family) ? -1 : 1),
    )
    .slice(0, MOST_FOUND)
    .map(({ person, exact }) => ({ person, exact }))
}

function isExact(person: Person, asked: Asked, wanted: string): boolean {
  if (wanted === '') return asked.bornOn !== null && person.bornOn === asked.bornOn
  const given = fold(person.given)
  const family = fold(person.family)
  return (
    [`${given} ${family}`, `${family} ${given}`].includes(wanted) &&
    (asked.bornOn === null || person.bornOn === asked.bornOn)
  )
}

/**
 * The ways to take words of a name apart: given name first, as most people type, or family name first, as lists do. One
 * word may be either; of three and more the middle ones may belong to both ("mary jane sample").
 */
export function waysOf(words: readonly string[]): NameParts[] {
  const way = (given: readonly string[], family: readonly string[]): NameParts => ({
    given: given.join(' '),
    family: family.join(' '),
    forms: given.length === 1 && given[0] !== undefined ? otherForms(given[0]) : [],
  })
  if (words.length === 1) return [way(words, []), way([], words)]
  const at = (n: number): NameParts[] => [
    way(words.slice(0, n), words.slice(n)),
    way(words.slice(n), words.slice(0, n)),
  ]
  return words.length === 2 ? at(1) : [...at(1), ...at(words.length - 1)]
}

function takePostcode(text: string): { typed: string; postcode: string } | undefined {
  for (const match of text.matchAll(/\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}\b/g)) {
    const postcode = toPostcode(match[0])
    if (postcode) return { typed: match[0], postcode }
  }
  return undefined
}

function takeDate(text: string): { typed: string; day: Day } | undefined {
  const british = /\b(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})\b/.exec(text)
  if (british?.[1] && british[2] && british[3]) {
    const day = dayFromParts(fullYear(british[3]), Number(british[2]), Number(british[1]))
    if (day) return { typed: british[0], day }
  }
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text)
  const day = iso?.[1] && iso[2] && iso[3] ? dayFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined
  return day && iso ? { typed: iso[0], day } : undefined
}

// Two figures of a year are of this century: nobody we serve was born in another.
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function takeNumber(text: string): { typed: string; value: string; kinds: IdentifierKind[] } | undefined {
  for (const match of text.matchAll(/\b[A-Za-z]\d{11}[A-Za-z\d]\b|\b\d[\d -]{8,12}\d\b/g)) {
    const kinds = (['upn', 'uln', 'nhs'] as const).filter(kind => readIdentifier(kind, match[0]).ok)
    if (kinds.length > 0) return { typed: match[0], value: match[0].toUpperCase().replaceAll(/[\s-]/g, ''), kinds }
  }
  return undefined
}
