/** What rules ask about one record, worked out once. */
import { type Day, isDay } from '#ground/day.ts'
import { isNeet, NOT_KNOWN_CODES } from '../rules.ts'
import { yearGroupOf } from './age.ts'
import { listsOf, type YearLists } from './lists.ts'
import type { ReturnRecord } from './record.ts'
import type { ReturnYear } from './year.ts'

/** What is true of the whole return a record is in. */
export type ReturnContext = {
  readonly year: ReturnYear
  readonly lists: YearLists
  /** Undefined where the header does not say: what hangs on it is not asked then. */
  readonly periodEnd: Day | undefined
  /** Of the header; empty where it names none that is good, and then no record is held against it. */
  readonly databases: ReadonlySet<string>
  readonly authorities: ReadonlySet<string>
}

/** A day of the record: undefined where nothing is said, false where what is said is no day. */
export type Said = Day | undefined | false

export type Facts = {
  readonly born: Said
  readonly started: Said
  readonly ascertained: Said
  readonly verified: Said
  readonly review: Said
  readonly lapses: Said
  readonly neetSince: Said
  readonly ends: Said
  readonly yearGroup: number | undefined
  /** Whether the code of the activity is one of the year's. */
  readonly isKnownCode: boolean
  readonly isNeet: boolean
  readonly isNotKnown: boolean
}

/** The context of a return. */
export function contextOf(
  year: ReturnYear,
  header: { periodEnd: Day | undefined; databases: Iterable<string>; authorities: Iterable<string> },
): ReturnContext {
  return {
    year,
    lists: listsOf(year),
    periodEnd: header.periodEnd,
    databases: new Set(header.databases),
    authorities: new Set(header.authorities),
  }
}

/** Works out what rules ask about a record. */
export function factsOf(record: ReturnRecord, { periodEnd, lists }: ReturnContext): Facts {
  const born = said(record.DOB)
  const code = record.ActivityCode
  return {
    born,
    started: said(record.StartDate),
    ascertained: said(record.DateAscertained),
    verified: said(record.DateVerified),
    review: said(record.ReviewDate),
    lapses: said(record.DueToLapseDate),
    neetSince: said(record.NEETStartDate),
    ends: said(record.PredictedEndDate),
    yearGroup: born && periodEnd !== undefined ? yearGroupOf(born, periodEnd) : undefined,
    isKnownCode: lists.activities.has(code),
    isNeet: isNeet(code),
    isNotKnown: NOT_KNOWN_CODES.includes(code),
  }
}

function said(text: string): Said {
  return text === '' ? undefined : isDay(text) && text
}
