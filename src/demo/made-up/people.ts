/** The young people of a made-up partnership, home by home: the same seed gives the same people, and none is kept. */
import { addDays, type Day, daysBetween } from '#ground/day.ts'
import { type Household, type Member, makeHousehold, yearOfEntry } from './household.ts'
import { makeListings } from './listings.ts'
import { pickPeople } from './names.ts'
import { pad, ulnMaker, upnMaker } from './numbers.ts'
import type { ListKind, MadeUpAdviser, MadeUpFile, MadeUpOrganisation } from './partnership.ts'
import type { MadeUpContact, MadeUpPerson, Shown, TruthNote } from './person.ts'
import { makePlace } from './places.ts'
import { type Chance, chanceOf } from './random.ts'
import { makeRoute, type Route } from './route.ts'

export type Peopling = {
  readonly people: number
  readonly seed: number
  readonly today: Day
  readonly organisations: readonly MadeUpOrganisation[]
  readonly files: readonly MadeUpFile[]
  readonly advisers: readonly MadeUpAdviser[]
}

/** Everybody, in the order of their homes. Those under age, and the old records of the adopted, come on top of the number asked for. */
export function* makePeople(peopling: Peopling): Generator<MadeUpPerson> {
  const upns = upnMaker()
  const ulns = ulnMaker(peopling.seed)
  const schools = peopling.organisations.filter(organisation => organisation.kind === 'school')
  const byList = new Map(peopling.files.map(file => [`${file.organisation} ${file.list}`, file]))
  const fileOf = (organisation: string, list: ListKind) => {
    const file = byList.get(`${organisation} ${list}`)
    if (file === undefined) throw new Error(`no ${list} of ${organisation}`)
    return file
  }
  // The UPN a school gave last, for the school that gives it twice.
  const lastUpn = new Map<number, string>()
  let made = 0
  let young = 0
  const keyOf = (underAge: boolean) => (underAge ? `Y${pad(++young, 6)}` : `P${pad(++made, 6)}`)
  for (let index = 0; made < peopling.people; index++) {
    const chance = chanceOf(peopling.seed, index)
    const household = makeHousehold(index, chance, peopling.today, keyOf)
    const familySchool = chance.between(0, schools.length - 1)
    for (const member of household.members) {
      if (!member.underAge && Number(member.key.slice(1)) > peopling.people) continue
      const alone = member.twinOf === null && member.siblingOf !== null && chance.happens(0.15)
      const elsewhere = alone ? chance.between(0, schools.length - 1) : familySchool
      const school = household.piece === 'shared-upn' ? ([...lastUpn.keys()][0] ?? elsewhere) : elsewhere
      const route = makeRoute(member.shown.born, peopling.today, chance)
      const own = upns(school, yearOfEntry(member.shown.born))
      const last = lastUpn.get(school)
      const wanted = household.piece === 'shared-upn' || chance.happens(0.0007)
      const sharedUpn = wanted && route.stage === 'school' && last !== undefined
      const truth: Shown = { ...member.shown, upn: sharedUpn ? last : own, uln: ulnFor(household, ulns) }
      if (route.stage === 'school' && !member.underAge) lastUpn.set(school, truth.upn)
      const schoolKey = schools[school]?.key ?? ''
      const otherSchool = schools[(school + chance.between(1, schools.length - 1)) % schools.length]?.key ?? schoolKey
      const choosing = {
        member,
        truth,
        route,
        household,
        chance,
        today: peopling.today,
        fileOf,
        school: schoolKey,
        otherSchool,
        sharedUpn,
      }
      const listings = makeListings(choosing)
      yield { key: member.key, truth, listings, ...dailyWork(peopling, route, member, school, chance) }
      if (member.adopted) {
        const file = fileOf(otherSchool, 'school-roll').name
        yield oldIdentity(peopling.today, member, chance, file, upns(school, yearOfEntry(member.shown.born)), ulns())
      }
    }
  }
}

/** A letter O can only be typed where there is a zero. */
function ulnFor({ piece }: Household, next: () => string): string {
  for (;;) {
    const uln = next()
    if (piece !== 'letter-o-for-zero' || uln.includes('0')) return uln
  }
}

/** Who they were before: other name, other home, on one old list. A barrier stands between the two for ever. */
function oldIdentity(today: Day, member: Member, chance: Chance, file: string, upn: string, uln: string): MadeUpPerson {
  const notes: TruthNote[] = [`adopted-old-of:${member.key}`, 'protected', 'leaver']
  const truth: Shown = {
    ...member.shown,
    family: chance.pickCommon(pickPeople(chance).families),
    place: makePlace(chance),
    phone: '',
    mobile: '',
    email: '',
    preferredGiven: '',
    adultName: '',
    adultRelation: '',
    uln,
    upn,
  }
  const more = { year: '8', group: '8A', objection: 'N', left: addDays(today, -chance.between(500, 900)) }
  const listing = { file, shown: { ...truth, uln: '' }, more, notes, bad: null, later: false }
  return {
    key: `${member.key}-old`,
    truth,
    notes,
    activities: [],
    support: 3,
    adviser: null,
    contacts: [],
    listings: [listing],
  }
}

type Work = Pick<MadeUpPerson, 'notes' | 'activities' | 'support' | 'adviser' | 'contacts'>

function dailyWork({ advisers, today }: Peopling, route: Route, member: Member, school: number, chance: Chance): Work {
  const troubled = route.stage === 'neet' || route.stage === 'unknown'
  const support = member.underAge
    ? 3
    : chance.happens(troubled ? 0.35 : 0.04)
      ? 1
      : chance.happens(troubled ? 0.6 : 0.15)
        ? 2
        : 3
  const notes: TruthNote[] = [
    ...(member.twinOf === null ? [] : ([`twin-of:${member.twinOf}`] as const)),
    ...(member.isProtected ? (['protected'] as const) : []),
    ...(member.adopted ? (['adopted-new'] as const) : []),
    ...(member.objects ? (['objection'] as const) : []),
    ...(member.underAge ? (['under-age'] as const) : []),
  ]
  const fitting = advisers.filter(adviser => adviser.intensive === (support === 1))
  const leads = !member.underAge && !member.objects && !chance.happens(0.08)
  const adviser = leads ? (fitting[(school * 3 + chance.between(0, 2)) % fitting.length]?.email ?? null) : null
  const contacts = adviser === null ? [] : makeContacts(adviser, support, route.since, today, chance)
  return { notes, activities: member.underAge ? [] : route.activities, support, adviser, contacts }
}

const KINDS = ['session', 'session', 'session', 'phone', 'text', 'drop-in', 'group', 'home-visit'] as const
const ABOUT = [
  'Choices after Year 11',
  'College application',
  'Looking for an apprenticeship',
  'A visit to a training provider',
  'Attendance',
  'Writing a CV',
  'How the new course is going',
  'Careers interview',
  'What to do next',
]

function makeContacts(adviser: string, support: 1 | 2 | 3, since: Day, today: Day, chance: Chance): MadeUpContact[] {
  const most = support === 1 ? 8 : support === 2 ? 4 : 2
  const reach = Math.max(30, Math.min(700, daysBetween(since, today) + 200))
  return Array.from({ length: chance.between(0, most) }, () => ({
    on: addDays(today, -chance.between(0, reach)),
    kind: chance.pick(KINDS),
    adviser,
    about: chance.pick(ABOUT),
  })).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
