/** The lists of one year of the return, ready to be asked. */
import { AUTHORITIES, AUTHORITY_NOT_KNOWN, EVER_AUTHORITIES, OUTSIDE_ENGLAND } from './authorities.ts'
import {
  ACTIVITIES,
  CHARACTERISTICS,
  COHORT_STATUSES,
  DESTINATIONS,
  ETHNICITIES,
  GENDERS,
  GUARANTEE_STATUSES,
  LEVELS_OF_NEED,
  YES_NO,
} from './codes.ts'
import { codesIn } from './listed.ts'
import { profileYear, type ReturnYear } from './year.ts'

export type YearLists = {
  readonly statuses: ReadonlySet<string>
  readonly genders: ReadonlySet<string>
  readonly ethnicities: ReadonlySet<string>
  readonly characteristics: ReadonlySet<string>
  readonly levels: ReadonlySet<string>
  readonly yesNo: ReadonlySet<string>
  readonly activities: ReadonlySet<string>
  readonly guarantee: ReadonlySet<string>
  readonly destinations: ReadonlySet<string>
  readonly authorities: ReadonlySet<string>
  /** 000 to 003. */
  readonly outsideEngland: ReadonlySet<string>
  /** Where somebody may be educated: authorities, 000 to 004. */
  readonly educatedAt: ReadonlySet<string>
  /** Where somebody may have been in Year 11: the same, and authorities that are gone. */
  readonly atYear11: ReadonlySet<string>
}

const made = new Map<ReturnYear, YearLists>()

/** The lists of a year; of a year without a profile, those of the nearest that has one. */
export function listsOf(asked: ReturnYear): YearLists {
  const year = profileYear(asked)
  const known = made.get(year)
  if (known !== undefined) return known
  const authorities = codesIn(AUTHORITIES, year)
  const outsideEngland = codesIn(OUTSIDE_ENGLAND, year)
  const nowhere = [...outsideEngland, ...codesIn(AUTHORITY_NOT_KNOWN, year)]
  const lists: YearLists = {
    statuses: codesIn(COHORT_STATUSES, year),
    genders: codesIn(GENDERS, year),
    ethnicities: codesIn(ETHNICITIES, year),
    characteristics: codesIn(CHARACTERISTICS, year),
    levels: codesIn(LEVELS_OF_NEED, year),
    yesNo: codesIn(YES_NO, year),
    activities: codesIn(ACTIVITIES, year),
    guarantee: codesIn(GUARANTEE_STATUSES, year),
    destinations: codesIn(DESTINATIONS, year),
    authorities,
    outsideEngland,
    educatedAt: new Set([...authorities, ...nowhere]),
    atYear11: new Set([...EVER_AUTHORITIES, ...nowhere]),
  }
  made.set(year, lists)
  return lists
}
