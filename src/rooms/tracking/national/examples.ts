/** A made-up young person of the national return, without a fault. Nothing is left to chance. */
import { academicYearStart, addDays, addMonths, type Day, partsOf, toDay } from '#ground/day.ts'
import { contextOf, type ReturnContext } from './facts.ts'
import { emptyRecord, type ReturnRecord } from './record.ts'
import { returnYearOf } from './year.ts'

/** Leeds, for somebody who does not exist. */
export const EXAMPLE_AUTHORITY = '383'
export const EXAMPLE_PERIOD = toDay('2019-11-30')

/** Somebody in Year 12 at a school sixth form, or in Year 11, with what is to be otherwise. */
export function exampleRecord(
  changes: Partial<ReturnRecord> = {},
  periodEnd: Day = EXAMPLE_PERIOD,
  yearGroup: 11 | 12 | 13 | 14 | 15 | 16 = 12,
): ReturnRecord {
  const since = academicYearStart(periodEnd)
  const summer = addDays(addMonths(since, 12), -1)
  return {
    ...emptyRecord(),
    YoungPersonsID: `${EXAMPLE_AUTHORITY}0000000001`,
    CohortStatus: 'P',
    GivenName: 'Amira',
    FamilyName: 'Example',
    AddressLine1: '1 Made-up Street',
    Town: 'Exampleton',
    Postcode: 'LS1 1AA',
    Gender: 'F',
    DOB: exampleBirth(periodEnd, yearGroup),
    Ethnicity: 'WBRI',
    LeadLEA: EXAMPLE_AUTHORITY,
    EducatedLEA: EXAMPLE_AUTHORITY,
    LEACodeAtYear11: EXAMPLE_AUTHORITY,
    UniqueLearnerNo: '1000000027',
    UniquePupilNumber: 'B801200005001',
    GuaranteeStatusIndicator: 'N',
    LevelOfNeedCode: '3',
    SENDFlag: yearGroup > 13 ? 'Y' : 'N',
    SENSupportFlag: returnYearOf(periodEnd) >= 2019 ? 'N' : '',
    ActivityCode: yearGroup === 11 ? '110' : '210',
    StartDate: addDays(since, 3),
    DateAscertained: addDays(since, 10),
    DateVerified: addDays(since, 20),
    DueToLapseDate: summer,
    CurrencyLapsed: 'N',
    EstablishmentNumber: `${EXAMPLE_AUTHORITY}9999`,
    EstablishmentName: 'Example School',
    PredictedEndDate: summer,
    IntendedDestinationYr11: yearGroup === 11 ? '121' : '',
    ...changes,
  }
}

/** A birth date in March that puts somebody into a year group at the end of a period. */
export function exampleBirth(periodEnd: Day, yearGroup: number): Day {
  const { year, month } = partsOf(periodEnd)
  return toDay(`${year - 5 - yearGroup + (month >= 9 ? 1 : 0)}-03-14`)
}

/** A return of that authority for a period. */
export function exampleContext(periodEnd: Day = EXAMPLE_PERIOD): ReturnContext {
  return contextOf(returnYearOf(periodEnd), {
    periodEnd,
    databases: [EXAMPLE_AUTHORITY],
    authorities: [EXAMPLE_AUTHORITY],
  })
}

/** NEET, and seeking work: nothing lapses. */
export const SEEKING = {
  ActivityCode: '619',
  DueToLapseDate: '',
  PredictedEndDate: '',
  NEETStartDate: '2019-09-04',
} as const
