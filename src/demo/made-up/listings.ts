/** Which lists a person stands on, and how each shows them. */
import {
  academicYearStart,
  addDays,
  addMonths,
  type Day,
  daysBetween,
  formatDay,
  isAfter,
  isBefore,
} from '#ground/day.ts'
import type { Household, Member } from './household.ts'
import { swapDayAndMonth, withMistakes } from './mistakes.ts'
import type { ListKind, MadeUpFile } from './partnership.ts'
import { type BadKind, type Listing, type Shown, type TruthNote } from './person.ts'
import type { Chance } from './random.ts'
import type { Route } from './route.ts'

export type Choosing = {
  readonly member: Member
  readonly truth: Shown
  readonly route: Route
  readonly household: Household
  readonly chance: Chance
  readonly today: Day
  /** The file of a kind an organisation sends. */
  fileOf(organisation: string, list: ListKind): MadeUpFile
  readonly school: string
  /** Where some were before. */
  readonly otherSchool: string
  readonly sharedUpn: boolean
}

const COLLEGES = 2
const PROVIDERS = 4
const BAD_SHARE = 0.01
const BAD: readonly BadKind[] = ['no-such-day', 'letter-o-for-zero', 'year-0202', 'empty-surname', 'bad-postcode']

/** Every row of a person; at least one. */
export function makeListings(choosing: Choosing): Listing[] {
  const { member, route, chance, household } = choosing
  const found: Listing[] = []
  const { stage, schoolYear } = route
  const piece = household.piece
  const both =
    piece !== null && ['name-change', 'moved', 'nickname', 'double-barrelled', 'day-month-swapped'].includes(piece)
  const atSchool = stage === 'school' || stage === 'sixth-form'
  const left = !atSchool && (schoolYear === 12 ? chance.happens(0.85) : schoolYear === 13 && chance.happens(0.35))
  if (atSchool || (left && tellsLeavers(choosing, choosing.school))) found.push(rollRow(choosing, left))
  if (stage === 'school' && piece === null && schoolYear >= 8 && chance.happens(0.06)) {
    const former = formerRollRow(choosing)
    if (tellsLeavers(choosing, choosing.otherSchool)) found.push(former)
  }
  if (stage === 'college' || (both && !member.underAge)) found.push(collegeRow(choosing, 'Enrolled'))
  if (stage === 'school' && schoolYear >= 10 && chance.happens(0.05)) found.push(collegeRow(choosing, '14-16 link'))
  if (stage === 'training') found.push(...trainingRows(choosing, false))
  const placeless = stage === 'neet' || stage === 'work' || stage === 'unknown'
  if (placeless && route.before === 'training') found.push(...trainingRows(choosing, true))
  else if (placeless && (route.before === 'college' || found.length === 0))
    found.push(collegeRow(choosing, 'Withdrawn'))
  if (!member.underAge && (piece === 'youth-justice' || chance.happens(0.012))) found.push(justiceRow(choosing))
  if (piece === 'twice-in-file' || chance.happens(0.003)) found.push(...again(found[0], chance))
  return spoil(found, choosing)
}

/** A OneRoster is of those who are there: it has no place for a day of leaving. */
function tellsLeavers({ fileOf }: Choosing, school: string): boolean {
  return fileOf(school, 'school-roll').format !== 'oneroster'
}

function rollRow(choosing: Choosing, left: boolean): Listing {
  const { member, truth, route, today, household, chance } = choosing
  const old = left || household.piece !== null || chance.happens(0.5)
  const form = 'ABCDEFG'[chance.between(0, 6)] ?? 'A'
  return listing(choosing, choosing.school, 'school-roll', {
    shown: {
      ...truth,
      ...(old ? oldOf(member) : {}),
      preferredFamily: '',
      uln: route.schoolYear >= 9 ? truth.uln : '',
      email: '',
      mobile: '',
    },
    notes: [
      ...(old && member.oldFamily !== null ? (['former-name'] as const) : []),
      ...(old && member.oldPlace !== null ? (['old-address'] as const) : []),
      // The formats of the department and of 1EdTech have no place for it.
      ...(member.objects && choosing.fileOf(choosing.school, 'school-roll').format === 'table'
        ? (['objection'] as const)
        : []),
      ...(left ? (['leaver'] as const) : []),
      ...(choosing.sharedUpn ? (['shared-upn'] as const) : []),
    ],
    more: {
      year: String(left ? 11 : route.schoolYear),
      group: `${left ? 11 : route.schoolYear}${form}`,
      objection: member.objects ? 'Y' : chance.happens(0.8) ? 'N' : '',
      left: left
        ? addDays(addMonths(academicYearStart(today), -12 * (route.schoolYear - 12)), -chance.between(1, 60))
        : '',
    },
    exact: household.piece !== null,
  })
}

/** The school they changed from in the last year, whose roll still has them. */
function formerRollRow(choosing: Choosing): Listing {
  const { today, route, chance } = choosing
  const row = rollRow({ ...choosing, school: choosing.otherSchool }, true)
  const year = String(Math.max(7, route.schoolYear - 1))
  const left = addDays(today, -chance.between(30, 400))
  return { ...row, more: { ...row.more, year, group: `${year}B`, left } }
}

function oldOf(member: Member): Partial<Shown> {
  return {
    ...(member.oldFamily === null ? {} : { family: member.oldFamily }),
    ...(member.oldPlace === null ? {} : { place: member.oldPlace }),
  }
}

function collegeRow(choosing: Choosing, status: 'Enrolled' | 'Withdrawn' | '14-16 link'): Listing {
  const { member, truth, route, chance, household, today } = choosing
  const nick = member.nickname !== null && (household.piece === 'nickname' || chance.happens(0.14))
  const half = truth.family.includes('-') && (household.piece === 'double-barrelled' || chance.happens(0.3))
  const swapped = household.piece === 'day-month-swapped' ? swapDayAndMonth(truth) : undefined
  const shown = {
    ...(swapped ?? truth),
    upn: '',
    given: nick ? (member.nickname ?? truth.given) : truth.given,
    family: half ? (truth.family.split('-')[1] ?? truth.family) : truth.family,
  }
  const [course, level] = chance.pick(COURSES)
  const since = route.stage === 'school' ? academicYearStart(today) : route.since
  const start = startOf(since, today, status === 'Withdrawn' ? -chance.between(30, 150) : 0)
  return listing(choosing, `college-${1 + (chance.happens(0.35) ? COLLEGES - 1 : 0)}`, 'enrolments', {
    shown,
    notes: [
      ...(nick ? (['nickname'] as const) : []),
      ...(status === 'Withdrawn' ? (['leaver'] as const) : []),
      ...(swapped === undefined ? [] : (['day-month-swapped'] as const)),
    ],
    more: { course, level, start, plannedEnd: summerAfter(start, chance), status },
    exact: household.piece !== null,
  })
}

function trainingRows(choosing: Choosing, left: boolean): Listing[] {
  const { truth, route, chance, today, household } = choosing
  const provider = `provider-${chance.between(1, PROVIDERS)}`
  const start = startOf(route.since, today, left ? -chance.between(40, 300) : 0)
  const gone = left ? addDays(start, Math.min(chance.between(10, 200), daysBetween(start, today))) : ''
  const percent = String(left ? chance.between(20, 90) : Math.min(100, 70 + chance.between(0, 32)))
  const more = {
    course: chance.pick(PROGRAMMES),
    start,
    left: gone,
    reason: left ? chance.pick(REASONS) : '',
    attendance: percent,
  }
  const exact = household.piece !== null
  const shown = { ...truth, upn: '' }
  const rows = [
    listing(choosing, provider, 'starts-and-leavers', { shown, notes: left ? ['leaver'] : [], more, exact }),
  ]
  if (!left && chance.happens(0.92)) {
    const last = addDays(today, -chance.between(1, 20))
    const attended = { attendance: percent, lastAttended: isBefore(last, start) ? start : last }
    rows.push(listing(choosing, provider, 'attendance', { shown, notes: [], more: attended, exact }))
  }
  return rows
}

function justiceRow(choosing: Choosing): Listing {
  const { truth, chance, today, household } = choosing
  const shown = { ...truth, upn: '', uln: chance.happens(0.5) ? truth.uln : '' }
  return listing(choosing, 'youth-justice', 'youth-justice', {
    shown,
    notes: [],
    more: { worker: chance.pick(WORKERS), start: addDays(today, -chance.between(5, 300)) },
    exact: household.piece !== null,
  })
}

type Making = {
  readonly shown: Shown
  readonly notes: readonly TruthNote[]
  readonly more: Readonly<Record<string, string>>
  /** A set piece keeps to its piece: no chance mistakes. */
  readonly exact: boolean
}

function listing(choosing: Choosing, organisation: string, kind: ListKind, making: Making): Listing {
  const { chance, member } = choosing
  const wrong = making.exact ? { shown: making.shown, notes: [] } : withMistakes(making.shown, chance)
  const always: TruthNote[] = [
    ...(member.twinOf === null ? [] : ([`twin-of:${member.twinOf}`] as const)),
    ...(member.siblingOf === null ? [] : ([`sibling-of:${member.siblingOf}`] as const)),
    ...(member.isProtected ? (['protected'] as const) : []),
    ...(member.adopted ? (['adopted-new'] as const) : []),
    ...(member.underAge ? (['under-age'] as const) : []),
  ]
  const file = choosing.fileOf(organisation, kind).name
  const notes = [...always, ...making.notes, ...wrong.notes]
  return { file, shown: wrong.shown, more: making.more, notes, bad: null, later: false }
}

/** The same person further down the same file, a little different. */
function again(first: Listing | undefined, chance: Chance): Listing[] {
  if (first === undefined) return []
  const place = chance.happens(0.5) ? first.shown.place : { ...first.shown.place, line2: '' }
  return [
    {
      ...first,
      shown: { ...first.shown, place, middle: '' },
      notes: [...first.notes, 'duplicate-in-file'],
      later: true,
    },
  ]
}

function spoil(listings: readonly Listing[], { chance, household, member }: Choosing): Listing[] {
  const wanted = BAD.find(kind => kind === household.piece)
  return listings.map((one, i) => {
    const drawn =
      household.piece === null && !member.underAge && chance.happens(BAD_SHARE) ? chance.pick(BAD) : undefined
    const bad = i === 0 ? (wanted ?? drawn) : drawn
    return bad === undefined ? one : { ...one, bad }
  })
}

function startOf(since: Day, today: Day, shift: number): Day {
  const start = addDays(since, shift)
  return isAfter(start, today) ? today : start
}

function summerAfter(start: Day, chance: Chance): Day {
  const years = chance.between(1, 2)
  const end = addDays(addMonths(academicYearStart(start), 12 * years), -chance.between(40, 70))
  return isAfter(end, start) ? end : addMonths(end, 12)
}

/** `3 March 2009` shortened as colleges write it: `03-Mar-2009`. */
export function shortMonth(day: Day): string {
  const [date = '', month = '', year = ''] = formatDay(day).split(' ')
  return `${date.padStart(2, '0')}-${month.slice(0, 3)}-${year}`
}

const COURSES: readonly (readonly [string, string])[] = [
  ['Health and Social Care', '2'],
  ['Motor Vehicle', '1'],
  ['Plumbing', '2'],
  ['Hairdressing', '2'],
  ['A levels', '3'],
  ['Creative Media', '3'],
  ['Bricklaying', '1'],
  ['Childcare and Education', '3'],
  ['Catering, Hospitality', '2'],
  ['Digital Support', '3'],
  ['Preparation for Life and Work', 'E'],
  ['Public Services', '2'],
]
const PROGRAMMES = [
  'Apprenticeship - Business',
  'Apprenticeship - Joinery',
  'Study programme',
  'Traineeship',
  'Supported internship',
]
const REASONS = ['Found a job', 'Moved away', 'Did not return', 'Completed', 'Illness', 'Changed programme']
const WORKERS = ['R. Pretend', 'J. Draft', 'A. Sampleton', 'M. Figment', 'S. Protobridge']
