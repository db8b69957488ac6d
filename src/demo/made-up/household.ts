/** Homes and the young people in them: one to four, now and then twins. */
import { addDays, addMonths, type Day, daysBetween, partsOf } from '#ground/day.ts'
import { nicknameOf, PEOPLES, type People, pickPeople } from './names.ts'
import type { Shown } from './person.ts'
import { makePlace, type Place } from './places.ts'
import type { Chance } from './random.ts'

/** Somebody of the home before lists are made of them. */
export type Member = {
  readonly key: string
  readonly shown: Omit<Shown, 'upn' | 'uln'>
  readonly nickname: string | null
  readonly twinOf: string | null
  readonly siblingOf: string | null
  readonly oldFamily: string | null
  readonly oldPlace: Place | null
  readonly isProtected: boolean
  readonly adopted: boolean
  readonly objects: boolean
  readonly underAge: boolean
}

/** What the first homes are made to hold, so that the smallest partnership has one of each. */
export const SET_PIECES = [
  'twins',
  'same-initial-twins',
  'adopted',
  'protected',
  'name-change',
  'moved',
  'nickname',
  'objection',
  'under-age',
  'twice-in-file',
  'shared-upn',
  'double-barrelled',
  'youth-justice',
  'no-such-day',
  'letter-o-for-zero',
  'year-0202',
  'empty-surname',
  'bad-postcode',
  'over-nineteen',
  'day-month-swapped',
] as const
export type SetPiece = (typeof SET_PIECES)[number]

export type Household = { readonly members: readonly Member[]; readonly piece: SetPiece | null }

/**
 * One home.
 * @param keyOf names the next young person of those asked for; those under age are named apart
 */
export function makeHousehold(
  index: number,
  chance: Chance,
  today: Day,
  keyOf: (underAge: boolean) => string,
): Household {
  const piece = SET_PIECES[index] ?? null
  const people = pickPeople(chance)
  const place = makePlace(chance)
  const family = familyName(people, chance, piece)
  const mother = chance.happens(0.7)
  const home = {
    family,
    place,
    phone: `01632 960${String(chance.between(0, 999)).padStart(3, '0')}`,
    adultName: `${chance.pick(mother ? people.girls : people.boys)} ${family}`,
    adultRelation: chance.pick(mother ? MOTHERS : FATHERS),
    oldPlace: piece === 'moved' || chance.happens(0.1) ? makePlace(chance) : null,
    isProtected: piece === 'protected' || chance.happens(0.003),
  }
  const members: Member[] = []
  const twins = piece === 'twins' || piece === 'same-initial-twins' || chance.happens(0.015)
  const size = piece !== null ? (twins ? 2 : 1) : Math.max(twins ? 2 : 1, sizeOf(chance))
  for (let i = 0; i < size; i++) {
    const first = members[0]
    const underAge = i > 0 && !(twins && i === 1) ? chance.happens(0.08) : piece === 'under-age' && i === 0
    const twin = twins && i === 1 ? first : undefined
    const born = twin?.shown.born ?? birthDay({ chance, today, underAge, piece, members })
    const sameInitial =
      twin !== undefined && (piece === 'same-initial-twins' || chance.happens(0.25)) ? twin : undefined
    members.push(
      makeMember({
        people,
        home,
        born,
        chance,
        piece,
        underAge,
        today,
        members,
        twin,
        sameInitial,
        key: keyOf(underAge),
      }),
    )
  }
  return { members, piece }
}

/** Who is round them; one in forty is with a foster carer, and so looked after. */
const FOSTER = 'Foster carer'
const MOTHERS = [...times(30, 'Mother'), ...times(5, 'Grandmother'), ...times(4, 'Stepmother'), FOSTER]
const FATHERS = [...times(30, 'Father'), ...times(5, 'Grandfather'), ...times(4, 'Stepfather'), FOSTER]

function times(n: number, word: string): string[] {
  return Array.from({ length: n }, () => word)
}

type Making = {
  readonly people: People
  readonly home: {
    readonly family: string
    readonly place: Place
    readonly phone: string
    readonly adultName: string
    readonly adultRelation: string
    readonly oldPlace: Place | null
    readonly isProtected: boolean
  }
  readonly born: Day
  readonly chance: Chance
  readonly piece: SetPiece | null
  readonly underAge: boolean
  readonly today: Day
  readonly members: readonly Member[]
  readonly twin: Member | undefined
  readonly sameInitial: Member | undefined
  readonly key: string
}

function makeMember(making: Making): Member {
  const { people, home, born, chance, piece, members, twin, key } = making
  const sex = chance.happens(0.49) ? 'F' : 'M'
  const given = givenName(making, sex)
  const nickname = nicknameOf(given, chance)
  const stepName = twin === undefined && members.length > 0 && chance.happens(0.08)
  const family = stepName ? chance.pickCommon(people.families) : home.family
  const goesBy = nickname !== undefined && (piece === 'nickname' || chance.happens(0.2)) ? nickname : ''
  const email = `${given}.${family}.${key}`
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9.]/g, '')
    .toLowerCase()
  const over = daysBetween(addMonths(born, 240), making.today) >= 0
  return {
    key,
    shown: {
      given,
      middle: chance.happens(0.55) ? chance.pickCommon(sex === 'F' ? people.girls : people.boys) : '',
      family,
      preferredGiven: goesBy,
      preferredFamily: '',
      formerFamily: '',
      born,
      sex,
      ethnicity: chance.happens(0.02) ? 'REFU' : people.ethnicity,
      place: home.place,
      phone: home.phone,
      mobile: chance.happens(0.85) ? `07700 900${String(chance.between(0, 999)).padStart(3, '0')}` : '',
      email: chance.happens(0.8) ? `${email}@example.org` : '',
      adultName: home.adultName,
      adultRelation: home.adultRelation,
      care: home.adultRelation === FOSTER ? 'Y' : 'N',
      sen: over ? 'E' : chance.happens(0.05) ? 'E' : chance.happens(0.13) ? 'K' : 'N',
    },
    nickname: nickname ?? null,
    twinOf: twin?.key ?? null,
    siblingOf: twin === undefined ? (members[0]?.key ?? null) : null,
    oldFamily: piece === 'name-change' || chance.happens(0.02) ? chance.pickCommon(people.families) : null,
    oldPlace: home.oldPlace,
    isProtected: home.isProtected,
    adopted: piece === 'adopted' || (members.length === 0 && chance.happens(0.001)),
    objects: piece === 'objection' || chance.happens(0.007),
    underAge: making.underAge,
  }
}

/** A given name nobody else at home has; for some twins one of the same first letter. */
function givenName({ people, chance, piece, members, sameInitial }: Making, sex: 'F' | 'M'): string {
  const all = sex === 'F' ? people.girls : people.boys
  const taken = new Set(members.map(member => member.shown.given))
  if (piece === 'nickname') return chance.pick(['Katherine', 'Elizabeth', 'Thomas', 'Alexander'])
  if (sameInitial !== undefined) {
    const initial = sameInitial.shown.given[0]
    const near = all.filter(name => name[0] === initial && !taken.has(name))
    const anywhere = PEOPLES.flatMap(p => (sex === 'F' ? p.girls : p.boys)).filter(
      n => n[0] === initial && !taken.has(n),
    )
    if (near.length > 0 || anywhere.length > 0) return chance.pick(near.length > 0 ? near : anywhere)
  }
  const free = all.filter(name => !taken.has(name))
  return free.length === 0 ? `${chance.pickCommon(all)}-Lee` : chance.pickCommon(free)
}

function familyName(people: People, chance: Chance, piece: SetPiece | null): string {
  const one = chance.pickCommon(people.families)
  if (piece !== 'double-barrelled' && !chance.happens(0.04)) return one
  const two = chance.pickCommon(people.families)
  return two === one || /[- ]/.test(one + two) ? `${one}-Demoson` : `${one}-${two}`
}

function sizeOf(chance: Chance): number {
  const roll = chance.next()
  return roll < 0.62 ? 1 : roll < 0.9 ? 2 : roll < 0.98 ? 3 : 4
}

type Birth = {
  readonly chance: Chance
  readonly today: Day
  readonly underAge: boolean
  readonly piece: SetPiece | null
  readonly members: readonly Member[]
}

/**
 * 13 to 19, the younger 12, the older 20 to 25; brothers and sisters ten months apart or more. In set pieces they are at
 * school in Year 9 or later.
 */
function birthDay({ chance, today, underAge, piece, members }: Birth): Day {
  const [from, to] = monthsOf(chance, underAge, piece)
  const first = addDays(addMonths(today, -from), 1)
  const last = addMonths(today, -to)
  for (let tries = 0; ; tries++) {
    const day = addDays(first, chance.between(0, daysBetween(first, last)))
    const near = members.some(member => Math.abs(daysBetween(member.shown.born, day)) < 300)
    const { month, dayOfMonth } = partsOf(day)
    const cannotSwap = piece === 'day-month-swapped' && (dayOfMonth > 12 || dayOfMonth === month)
    if ((!near && !cannotSwap) || tries > 200) return day
  }
}

function monthsOf(chance: Chance, underAge: boolean, piece: SetPiece | null): readonly [number, number] {
  if (underAge) return [156, 144]
  if (piece === 'over-nineteen') return [310, 252]
  if (piece !== null) return [184, 171]
  return chance.happens(0.02) ? [310, 240] : [240, 156]
}

/** The year a child starts school in: the September after they turn four. */
export function yearOfEntry(born: Day): number {
  const { year, month } = partsOf(born)
  return year + (month >= 9 ? 5 : 4)
}
