/** How near two texts of a kind are: levels, the same first, then less and less, "different" last. 0 is "not known". */
import { doubleMetaphone } from 'double-metaphone'
import type { Kind } from './kinds.ts'
import { isOneSlip, jaroWinkler, sharesWord } from './likeness.ts'

/** The names of the levels of each kind, in order; the number of a level is its place. */
export const LEVELS = {
  given: ['unknown', 'same', 'form', 'slip', 'alike', 'beginning', 'neighbour', 'different'],
  family: ['unknown', 'same', 'part', 'slip', 'alike', 'different'],
  date: ['unknown', 'same', 'turned', 'slip', 'two-parts', 'same-year', 'different'],
  postcode: ['unknown', 'same', 'slip', 'sector', 'district', 'different'],
  place: ['unknown', 'same', 'alike', 'elsewhere', 'partly', 'different'],
  identifier: ['unknown', 'same', 'slip', 'different'],
  upn: ['unknown', 'same', 'slip', 'different'],
  uln: ['unknown', 'same', 'slip', 'different'],
  nhs: ['unknown', 'same', 'slip', 'different'],
  phone: ['unknown', 'same', 'slip', 'different'],
  email: ['unknown', 'same', 'user', 'alike', 'different'],
  number: ['unknown', 'same', 'slip', 'different'],
  category: ['unknown', 'same', 'alike', 'different'],
} as const satisfies Record<Kind, readonly string[]>

/** Two given names that are near each other, and both borne by many: Sophie and Sophia. Two people more often than a slip. */
export const NEIGHBOUR = 6
export const DIFFERENT_GIVEN = 7

/** Other forms of a folded given name: "kate" of "katherine". Given from outside: short forms are the people room's. */
export type Forms = (given: string) => readonly string[]

/** The level of two different, known texts of one kind: at least 2. */
export function levelOf(kind: Kind, a: string, b: string, forms: Forms): number {
  switch (kind) {
    case 'given':
      return givenLevel(a, b, forms)
    case 'family':
      return familyLevel(a, b)
    case 'date':
      return dateLevel(a, b)
    case 'postcode':
      return postcodeLevel(a, b)
    case 'place':
      return placeLevel(a, b)
    case 'identifier':
    case 'upn':
    case 'uln':
    case 'nhs':
    case 'phone':
      return isOneSlip(a, b) ? 2 : 3
    case 'email':
      return emailLevel(a, b)
    case 'number':
      return a.length > 1 && b.length > 1 && isOneSlip(a, b) ? 2 : 3
    case 'category':
      return jaroWinkler(a, b) >= 0.9 || (a.length > 3 && isOneSlip(a, b)) ? 2 : 3
    default:
      return kind satisfies never
  }
}

function givenLevel(a: string, b: string, forms: Forms): number {
  const x = firstWord(a)
  const y = firstWord(b)
  if (x === y || sharesWord(a, b) || forms(x).includes(y) || forms(y).includes(x)) return 2
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  // "Sam" of "Samuel", and an initial.
  if (long.startsWith(short) && long.length - short.length > 1) return 5
  if (short.length > 2 && isOneSlip(a, b)) return 3
  const jaro = jaroWinkler(a, b)
  if (jaro >= 0.92) return 3
  return jaro >= 0.82 || (jaro >= 0.6 && soundsAlike(a, b)) ? 4 : DIFFERENT_GIVEN
}

function familyLevel(a: string, b: string): number {
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '') || sharesWord(a, b)) return 2
  const least = Math.min(a.length, b.length)
  if (least > 2 && isOneSlip(a, b)) return 3
  const jaro = jaroWinkler(a, b)
  if (jaro >= 0.92) return 3
  return jaro >= 0.82 || (jaro >= 0.6 && soundsAlike(a, b)) ? 4 : 5
}

function dateLevel(a: string, b: string): number {
  const sameYear = a.startsWith(b.slice(0, 4))
  const [monthA, dayA, monthB, dayB] = [a.slice(4, 6), a.slice(6), b.slice(4, 6), b.slice(6)]
  if (sameYear && monthA === dayB && dayA === monthB) return 2
  if (isOneSlip(a, b)) return 3
  const same = Number(sameYear) + Number(monthA === monthB) + Number(dayA === dayB)
  if (same >= 2 || differences(a, b) <= 2) return 4
  return sameYear ? 5 : 6
}

function differences(a: string, b: string): number {
  let count = 0
  for (let i = 0; i < 8; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) count++
  return count
}

function postcodeLevel(a: string, b: string): number {
  if (isOneSlip(a, b)) return 2
  // British: without the last two letters a sector, without the last three a district. Others: by their first figures.
  const [sector, district] = a.length >= 5 ? [2, 3] : [1, 2]
  if (a.length === b.length && a.startsWith(b.slice(0, -sector))) return 3
  return a.slice(0, -district) === b.slice(0, -district) ? 4 : 5
}

function placeLevel(a: string, b: string): number {
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (x === y || (x.length > 3 && isOneSlip(x, y))) return 2
  const jaro = jaroWinkler(x, y)
  if (jaro >= 0.92) return 2
  return jaro >= 0.82 || sharesWord(a, b) ? 4 : 5
}

function emailLevel(a: string, b: string): number {
  const [userA, userB] = [a.slice(0, a.indexOf('@')), b.slice(0, b.indexOf('@'))]
  if (userA === userB) return 2
  return isOneSlip(a, b) || isOneSlip(userA, userB) || jaroWinkler(a, b) >= 0.93 ? 3 : 4
}

function firstWord(name: string): string {
  const end = name.indexOf(' ')
  return end === -1 ? name : name.slice(0, end)
}

const codes = new Map<string, readonly [string, string]>()

/** Whether one code of double metaphone is the same. */
function soundsAlike(a: string, b: string): boolean {
  const [a1, a2] = codesOf(a)
  const [b1, b2] = codesOf(b)
  return a1 !== '' && (a1 === b1 || a1 === b2 || a2 === b1)
}

/** The codes by which a name sounds; kept, but never more than a few hundred thousand. */
export function codesOf(name: string): readonly [string, string] {
  const known = codes.get(name)
  if (known !== undefined) return known
  if (codes.size > 300_000) codes.clear()
  const found = doubleMetaphone(name)
  codes.set(name, found)
  return found
}
