/** A made-up partnership's young people as several lists name them, with everyday mistakes: the same every time. */
import { Random } from '#ground/random.ts'
import { upn } from './made-up-numbers.ts'

const GIVEN = (
  'Katherine Elizabeth Samuel Thomas Rebecca Daniel Victoria Matthew Joseph Alexander Amira Bronwen Chidi Dafydd ' +
  'Esme Farah Gethin Hamza Imogen Jasmine Kofi Leila Malachi Niamh Oscar Priya Quentin Rhiannon Stefan Tariq ' +
  'Umar Verity Wiktor Xanthe Yusuf Zainab Anwen Bilal Cordelia Dmitri Edmund Fergus Ginevra Hester Ibrahim Juno ' +
  'Kirsten Lorcan Mordecai Nerys Olumide Philippa Roisin Sunniva Tabitha Ursula'
).split(' ')
const SHORT: Readonly<Record<string, string>> = {
  Katherine: 'Kate',
  Elizabeth: 'Lizzie',
  Samuel: 'Sam',
  Thomas: 'Tom',
  Rebecca: 'Becky',
  Daniel: 'Danny',
  Victoria: 'Vicky',
  Matthew: 'Matt',
  Joseph: 'Joe',
  Alexander: 'Alex',
}
const STARTS = 'Sample Tester Mocking Draft Pattern Dummy Proof Figment Fable Stencil Proto Example'.split(' ')
const ENDS = 'ford ley wick ham well ton worth thorpe shaw stone croft dale field'.split(' ')

export type Listed = {
  readonly n: number
  readonly given: string
  readonly family: string
  /** As 2010-03-04. */
  readonly born: string
  readonly postcode: string
  readonly mobile: string
  readonly upn: string
  /** Whose brother or sister they are; a twin where the birth date is the same. */
  readonly of: number | null
}

/** So many at the end of the list are a twin or a younger sister of the first ones. */
export const TWINS = 4
export const SISTERS = 4

/** Makes so many people; the last of them have a twin or a sister among the first. */
export function listedPeople(count: number, seed = 5): Listed[] {
  const random = new Random(seed)
  const people: Listed[] = []
  const alone = count - TWINS - SISTERS
  for (let n = 0; n < alone; n++)
    people.push({
      n,
      // A given name comes a few times, a family name once or twice; but every sixth has names that many have.
      given: GIVEN[isCommon(n) ? n % 5 : (n * 9) % GIVEN.length] as string,
      family: isCommon(n) ? 'Example' : `${STARTS[n % STARTS.length]}${ENDS[Math.floor(n / 3) % ENDS.length]}`,
      // Of some no day of more than 12: turned, it is a birth date still.
      born: `${2008 + random.below(4)}-${two(1 + random.below(12))}-${two(1 + random.below(n % 2 === 0 ? 12 : 28))}`,
      postcode: `HX${1 + random.below(7)} ${1 + random.below(9)}${letter(random)}${letter(random)}`,
      mobile: `07700900${String(100 + n)}`,
      upn: upn(3000 + n),
      of: null,
    })
  for (let n = alone; n < count; n++) {
    const of = people[n - alone] as Listed
    const isTwin = n < alone + TWINS
    people.push({
      ...of,
      n,
      given: GIVEN[((of.n + 5) * 9) % GIVEN.length] as string,
      born: isTwin ? of.born : `${Number(of.born.slice(0, 4)) - 1}${of.born.slice(4)}`,
      upn: upn(3000 + n),
      of: of.n,
    })
  }
  return people
}

/** Whether somebody has names that many have. */
export function isCommon(n: number): boolean {
  return n % 6 === 5
}

/** What may be the matter with somebody on a list, by turns. */
export const MISTAKES = ['none', 'none', 'short', 'slip', 'turned', 'moved', 'none'] as const
export type Mistake = (typeof MISTAKES)[number]

/** The mistake somebody is listed with; none for brothers and sisters, whom nothing but their names tells apart. */
export function mistakeOf(person: Listed, turn: number): Mistake {
  return person.of !== null || person.n < TWINS + SISTERS
    ? 'none'
    : (MISTAKES[(person.n * 3 + turn) % MISTAKES.length] as Mistake)
}

/** Somebody as a list names them. */
export function listedAs(person: Listed, mistake: Mistake): Listed {
  switch (mistake) {
    case 'short':
      return { ...person, given: SHORT[person.given] ?? person.given }
    case 'slip':
      return { ...person, family: `${person.family.slice(0, 3)}${person.family.slice(4)}` }
    case 'turned': {
      const [year, month, day] = person.born.split('-')
      if (Number(day) > 12) return person
      return { ...person, born: `${year}-${day}-${month}` }
    }
    case 'moved':
      return { ...person, postcode: `HX8 ${1 + (person.n % 9)}${'ABDEFGHJ'.charAt(person.n % 8)}Q` }
    case 'none':
      return person
    default:
      return mistake satisfies never
  }
}

/** A birth date as lists write it. */
export function british(born: string): string {
  return born.split('-').toReversed().join('/')
}

/** Letters that postcodes end with, none that they never do. */
function letter(random: Random): string {
  return 'ABDEFGHJLNPQ'.charAt(random.below(12))
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
