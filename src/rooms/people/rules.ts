/** What is true of young people whatever the screen. docs/rules/people.md says it in prose. */
import { ageOn, type Day, isAfter, isBefore, schoolYearOn } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { DetailField, NewCharacteristic, PersonName } from './person.ts'

/** The name somebody goes by: the preferred one, else the legal one. */
export function shownName(names: readonly PersonName[]): { given: string; family: string } | undefined {
  const found = names.find(n => n.kind === 'preferred') ?? names.find(n => n.kind === 'legal')
  return found && { given: found.given, family: found.family }
}

/** The class a single fact belongs to. Gender identity and sex kept apart can tell of health: they stay with identity only as coded. */
export function classOfDetail(field: DetailField): 'identity' | 'contact-details' | 'tracking' | 'learning' {
  switch (field) {
    case 'ethnicity':
    case 'objection':
      return 'learning'
    case 'support-level':
      return 'tracking'
    case 'interpreter':
    case 'correspondence-language':
    case 'first-language':
      return 'contact-details'
    default:
      return 'identity'
  }
}

export type PeriodTrouble = 'from-future' | 'until-before-from' | 'already'

/** Whether a characteristic can be written down: from a day that has been, over a period in which it does not stand already. */
export function characteristicTrouble(
  wanted: NewCharacteristic,
  others: readonly NewCharacteristic[],
  today: Day,
): PeriodTrouble | undefined {
  if (isAfter(wanted.startedOn, today)) return 'from-future'
  if (wanted.finishedOn !== null && !isAfter(wanted.finishedOn, wanted.startedOn)) return 'until-before-from'
  const overlaps = (other: NewCharacteristic) =>
    (other.finishedOn === null || isAfter(other.finishedOn, wanted.startedOn)) &&
    (wanted.finishedOn === null || isAfter(wanted.finishedOn, other.startedOn))
  return others.some(other => other.code === wanted.code && overlaps(other)) ? 'already' : undefined
}

/** Whether a characteristic is true on a day. */
export function isInForce(one: NewCharacteristic, on: Day): boolean {
  return !isAfter(one.startedOn, on) && (one.finishedOn === null || isAfter(one.finishedOn, on))
}

export type BirthTrouble = 'in-future' | 'too-old' | 'too-young'

/** Whether a birth date can be that of somebody we serve: 10 to 25 today, so that next year's roll can come early. */
export function birthTrouble(bornOn: Day, today: Day): BirthTrouble | undefined {
  if (isAfter(bornOn, today)) return 'in-future'
  const age = ageOn(bornOn, today)
  if (age > 25) return 'too-old'
  return age < 10 ? 'too-young' : undefined
}

/** `Year 12`, while it says something: Years 7 to 14. */
export function yearOf(bornOn: Day, today: Day): number | undefined {
  const year = schoolYearOn(bornOn, today)
  return year >= 7 && year <= 14 ? year : undefined
}

/** Of compulsory school age: until the last Friday in June of the school year they turn 16 (Education Act 1996 section 8). */
export function isCompulsoryAge(bornOn: Day, today: Day): boolean {
  if (isBefore(today, bornOn)) return false
  const year = schoolYearOn(bornOn, today)
  if (year !== 11) return year < 11
  const endYear = Number(today.slice(5, 7)) >= 9 ? Number(today.slice(0, 4)) + 1 : Number(today.slice(0, 4))
  return !isAfter(today, lastFridayOfJune(endYear))
}

function lastFridayOfJune(year: number): Day {
  for (let day = 30; ; day--) {
    // 30 June and the days before it: pure arithmetic on the calendar.
    const weekday = new Date(Date.UTC(year, 5, day)).getUTCDay()
    if (weekday === 5) return `${year}-06-${day}` as Day
  }
}

/** The school census's sex, and the gender of the national return, are two fields: the mapping is this and never guessed. */
export const GENDER_CODES = { F: 'Female', M: 'Male', U: 'Not known', W: 'Withheld' } as const
export const SEX_CODES = { F: 'Female', M: 'Male' } as const

/** What somebody says of themselves, on one page: each a dated field of its own. */
export const ABOUT_FIELDS = [
  'sex',
  'gender',
  'pronouns',
  'ethnicity',
  'first-language',
  'correspondence-language',
  'interpreter',
] as const satisfies readonly DetailField[]
export type AboutField = (typeof ABOUT_FIELDS)[number]

/**
 * The gender of the national return: as recorded, else not known. Never made from the sex a school's list brings: they are
 * two fields (docs/rules/people.md).
 */
export function returnedGender(gender: string | undefined): keyof typeof GENDER_CODES {
  return gender !== undefined && gender in GENDER_CODES ? (gender as keyof typeof GENDER_CODES) : 'U'
}

type Told = { readonly field: string; readonly value: string }

/** The fields a saved form changes: what it leaves empty and nobody has said before stays unsaid. */
export function changedFields(
  before: readonly Told[],
  after: Readonly<Partial<Record<AboutField, string>>>,
): { field: AboutField; value: string }[] {
  const stood = new Map(before.map(d => [d.field, d.value]))
  return ABOUT_FIELDS.flatMap(field => {
    const value = after[field]
    return value === undefined || value === (stood.get(field) ?? '') ? [] : [{ field, value }]
  })
}

/** Ethnicity by the codes of the national return. */
export const ETHNICITY_CODES = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WROM: 'Gypsy or Roma',
  WOTH: 'Any other White background',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  CHNE: 'Chinese',
  BCRB: 'Caribbean',
  BAFR: 'African',
  BOTH: 'Any other Black background',
  OARA: 'Arab',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused',
  NOBT: 'Not obtained',
} as const

export type EthnicityCode = keyof typeof ETHNICITY_CODES

/** A school-census code the return also has, or undefined: WIRT (Traveller of Irish heritage) is not in it, so it is asked. */
export function ethnicityOf(code: string): EthnicityCode | undefined {
  const upper = code.trim().toUpperCase()
  return upper in ETHNICITY_CODES ? (upper as EthnicityCode) : undefined
}

/**
 * Whether somebody who sees these classes of a record may end an alert on it. One that a concern raised is safeguarding's: it
 * stands until they say that it is safe (docs/rules/safeguarding.md).
 */
export function endsAlert(alert: { readonly isFromConcern: boolean }, seen: ReadonlySet<RecordClass>): boolean {
  return !alert.isFromConcern || seen.has('safeguarding')
}
