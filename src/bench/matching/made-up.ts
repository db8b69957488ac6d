/**
 * Made-up people for measuring the matching at any size, as several lists would tell of them: typed wrongly, moved, married
 * into another family name, short forms, things left out. Names are built of syllables, so that nobody real is meant. It
 * shares no code and no table with the room of matching. No sex is told.
 */

import { Random } from '#ground/random.ts'

/** The columns of what is made. `person` is the truth. */
export const MADE_UP_COLUMNS = [
  'given_name',
  'surname',
  'date_of_birth',
  'postcode',
  'school',
  'phone',
  'person',
] as const

export type MadeUpRow = readonly string[]

const GIVEN_STARTS =
  'a be ca da e fa ga ha i ja ka la ma na o pa ra sa ta u va wi ya za bri cla dro eli fre gra jo ki le mi no ro sha te vi'.split(
    ' ',
  )
const GIVEN_ENDS =
  'la ra na ny lia ria da den lyn mira ssa tta vin ven mon rik lan bel dora fina gus han iah jon kel leo mar nor'.split(
    ' ',
  )
const FAMILY_STARTS =
  'ash bar bel bram brook car ches cor dal den dun east elm fair far gar gold green hal har hart hol ken kir lang lin mar mil nor oak pen red rich ros sand shel stan stock sut thorn wal war wes whit win wood'.split(
    ' ',
  )
const FAMILY_MIDDLES = ['', '', '', 'ing', 'er', 'en', 'le', 'ber']
const FAMILY_ENDS =
  'ton ley by ham ford field worth well wood man son ster den gate wick ridge combe shaw more low'.split(' ')
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const WAITING = 20_000
const AREAS = 'XA XB XC XD XE XF'.split(' ')

type Person = {
  given: string
  other: string
  family: string
  former: string
  born: string
  postcode: string
  moved: string
  school: string
  next: string
  phone: string
}

/**
 * Makes rows, in no order, and says which people are twins.
 * @param count how many rows
 * @param twins how many of the people have a twin besides
 */
export function makeUpPeople(
  count: number,
  twins: number,
  seed: number,
  take: (row: readonly string[]) => void,
): (readonly [string, string])[] {
  const random = new Random(seed)
  const share = () => random.share()
  const below = (end: number) => random.below(end)
  const zipf = (end: number) => Math.min(end - 1, Math.floor(end ** share()) - 1 + below(2))
  const one = <T>(list: readonly T[]) => list[below(list.length)] as T
  const givens = namesOf(
    1200,
    () => one(GIVEN_STARTS) + (share() < 0.35 ? one(LETTERS.split('')) : '') + one(GIVEN_ENDS),
  )
  const families = namesOf(
    30_000,
    () => one(FAMILY_STARTS) + one(FAMILY_MIDDLES) + (share() < 0.3 ? one(LETTERS.split('')) : '') + one(FAMILY_ENDS),
  )
  // Rows of one person must not stand together: each waits, and one of those waiting goes.
  const waiting: string[][] = []
  const pairs: (readonly [string, string])[] = []
  let people = 0
  let made = 0
  while (made < count) {
    const family = families[zipf(families.length)] as string
    const postcode = postcodeOf()
    const phone = phoneOf()
    const children = share() < 0.55 ? 1 : share() < 0.75 ? 2 : 3
    for (let c = 0; c < children && made < count; c++) {
      const person = somebody(family, postcode, phone)
      const id = `p${people++}`
      lists(person, id)
      if (pairs.length < twins && made < count && share() < (2 * twins) / count + 0.0005) {
        const twin = `p${people++}`
        pairs.push([id, twin])
        lists(
          {
            ...person,
            given: otherThan(person),
            other: '',
            moved: '',
            phone: share() < 0.5 ? person.phone : phoneOf(),
          },
          twin,
        )
      }
    }
  }
  for (const row of waiting) take(row)
  return pairs

  function namesOf(many: number, make: () => string): string[] {
    const names = new Set<string>()
    while (names.size < many) {
      const name = make()
      if (name.length > 3) names.add(name)
    }
    return [...names]
  }

  function somebody(family: string, postcode: string, phone: string): Person {
    const given = givens[zipf(givens.length)] as string
    const year = 2003 + below(15)
    const month = 1 + below(12)
    const day = 1 + below(28)
    return {
      given,
      other: share() < 0.1 ? (share() < 0.8 ? given.slice(0, 3) : (givens[zipf(givens.length)] as string)) : '',
      family,
      former: share() < 0.04 ? (families[zipf(families.length)] as string) : '',
      born: `${year}-${two(month)}-${two(day)}`,
      postcode,
      moved: share() < 0.15 ? postcodeOf() : '',
      school: `school ${below(400)}`,
      next: share() < 0.3 ? `school ${below(400)}` : '',
      phone: share() < 0.7 ? phone : phoneOf(),
    }
  }

  function otherThan({ given, other: also }: Person): string {
    let other = given
    while (other.slice(0, 2) === given.slice(0, 2) || other === also) other = givens[zipf(givens.length)] as string
    return other
  }

  function lists(person: Person, id: string): void {
    const times = share() < 0.66 ? 1 : share() < 0.7 ? 2 : share() < 0.7 ? 3 : 4
    for (let n = 0; n < times && made < count; n++, made++) {
      const row = told(person, id)
      if (waiting.length < WAITING) waiting.push(row)
      else {
        const at = below(WAITING)
        take(waiting[at] as string[])
        waiting[at] = row
      }
    }
  }

  function told(p: Person, id: string): string[] {
    let given = p.other !== '' && share() < 0.35 ? p.other : p.given
    let family = p.former !== '' && share() < 0.5 ? p.former : p.family
    if (share() < 0.03) given = mistyped(given)
    if (share() < 0.03) family = mistyped(family)
    if (share() < 0.007) [given, family] = [family, given]
    let born = p.born
    if (share() < 0.015) born = slipped(born)
    else if (share() < 0.004) born = turned(born)
    let postcode = p.moved !== '' && share() < 0.5 ? p.moved : p.postcode
    if (share() < 0.02) postcode = mistyped(postcode)
    const school = p.next !== '' && share() < 0.5 ? p.next : p.school
    return [
      share() < 0.002 ? '' : given,
      family,
      share() < 0.004 ? '' : born,
      share() < 0.04 ? '' : postcode,
      share() < 0.1 ? '' : school,
      share() < 0.4 ? '' : share() < 0.12 ? phoneOf() : p.phone,
      id,
    ]
  }

  function mistyped(text: string): string {
    const at = below(text.length)
    const letter = one(LETTERS.split(''))
    switch (below(4)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1)
      case 1:
        return text.slice(0, at) + letter + text.slice(at)
      case 2:
        return text.slice(0, at) + letter + text.slice(at + 1)
      default:
        return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
    }
  }

  function slipped(born: string): string {
    const at = [3, 6, 8, 9][below(4)] as number
    return born.slice(0, at) + String(below(10)) + born.slice(at + 1)
  }

  function postcodeOf(): string {
    return `${one(AREAS)}${1 + below(30)} ${below(10)}${one(LETTERS.split('')).toUpperCase()}${one(LETTERS.split('')).toUpperCase()}`
  }

  function phoneOf(): string {
    return `07700 9${String(below(100_000)).padStart(5, '0')}${below(10)}`
  }
}

function turned(born: string): string {
  const [year, month, day] = born.split('-') as [string, string, string]
  return Number(day) <= 12 ? `${year}-${day}-${month}` : born
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
