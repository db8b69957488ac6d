/** For every rule of the national return about one person: a record that breaks it, and one beside it that does not. */
import { type Day, toDay } from '#ground/day.ts'
import type { ReturnRecord } from '#rooms/tracking/index.ts'
import { EXAMPLE_PERIOD, exampleBirth, SEEKING } from '#rooms/tracking/national/examples.ts'

export type ReturnCase = {
  readonly key: string
  /** Breaks this rule. */
  readonly bad: Partial<ReturnRecord>
  /** Does not, by little. */
  readonly good: Partial<ReturnRecord>
  /** Rules that the bad one breaks besides. */
  readonly also?: readonly string[]
  /** The period it is of; November 2019 where it is left out. */
  readonly period?: Day
  readonly yearGroup?: 11 | 12 | 13 | 14 | 15
}

const P2026 = toDay('2026-11-30')
const P2020 = toDay('2020-11-30')
const P2015 = toDay('2015-11-30')
const born = (yearGroup: number, period = EXAMPLE_PERIOD) => exampleBirth(period, yearGroup)
const ADDRESS = { AddressLine1: '', Town: '' }
const SEND = { SENDFlag: 'Y' }

/** An item that is missing, or is none of its list. */
function listedCases(item: keyof ReturnRecord, good: string, bad: string): ReturnCase[] {
  return [
    { key: `${item} missing`, bad: { [item]: '' }, good: { [item]: good } },
    { key: `${item} not in the list`, bad: { [item]: bad }, good: { [item]: good } },
  ]
}

const PERSON: readonly ReturnCase[] = [
  { key: 'YoungPersonsID missing', bad: { YoungPersonsID: '' }, good: { YoungPersonsID: '3830000000002' } },
  { key: 'YoungPersonsID shape', bad: { YoungPersonsID: '383000000000' }, good: { YoungPersonsID: '3839999999999' } },
  {
    key: 'YoungPersonsID of another database',
    bad: { YoungPersonsID: '3840000000001' },
    good: { YoungPersonsID: '3830000000001' },
  },
  { key: 'GivenName missing', bad: { GivenName: '' }, good: { GivenName: 'É' } },
  { key: 'FamilyName missing', bad: { FamilyName: '' }, good: { FamilyName: 'Ó' } },
  ...listedCases('Gender', 'W', 'N'),
  ...listedCases('Ethnicity', 'NOBT', 'WIRT'),
  { key: 'DOB missing or no day', bad: { DOB: '' }, good: {} },
  { key: 'DOB missing or no day', bad: { DOB: '2003-02-29' }, good: { DOB: '2003-02-28' } },
  {
    key: 'DOB above academic age 25',
    bad: { DOB: born(22), ...SEND },
    good: { DOB: born(21), ...SEND },
  },
  {
    key: 'DOB above academic age 25',
    bad: { DOB: born(22), CohortStatus: 'L', ...SEND },
    good: { DOB: born(22), CohortStatus: 'A', ...SEND },
  },
  {
    key: 'DOB below Year 11',
    bad: { DOB: '2004-09-01' },
    good: { DOB: '2004-08-31', IntendedDestinationYr11: '121' },
    yearGroup: 11,
    also: [],
  },
  { key: 'CohortStatus missing', bad: { CohortStatus: '' }, good: { CohortStatus: 'D' } },
  { key: 'UniqueLearnerNo shape', bad: { UniqueLearnerNo: '0123456789' }, good: { UniqueLearnerNo: '' } },
  { key: 'no address', bad: ADDRESS, good: { ...ADDRESS, County: 'Exampleshire' } },
  { key: 'Postcode missing', bad: { Postcode: '' }, good: { Postcode: 'SW1A 1AA' } },
  { key: 'Postcode shape', bad: { Postcode: 'LS11AA' }, good: { Postcode: 'M1 1AE' } },
  {
    key: 'PreviousYPIDIdentifier shape',
    bad: { PreviousYPIDIdentifier: '42' },
    good: { PreviousYPIDIdentifier: '3810000000042' },
  },
  {
    key: 'UniquePupilNumber shape',
    bad: { UniquePupilNumber: 'B80120000500' },
    good: { UniquePupilNumber: 'X00180001701A' },
  },
  { key: 'too old without a plan', bad: { DOB: born(14) }, good: { DOB: born(13) } },
  { key: 'too old without a plan', bad: { DOB: born(14) }, good: { DOB: born(14), ...SEND } },
  { key: 'too old without a plan', bad: { DOB: born(14) }, good: { DOB: born(14), CohortStatus: 'A' } },
  {
    key: 'too old without a plan',
    bad: { DOB: born(16, P2015) },
    good: { DOB: born(15, P2015) },
    period: P2015,
  },
  { key: 'GivenName with signs', bad: { GivenName: 'Amira (Mira)' }, good: { GivenName: 'Zoë-Ann' }, period: P2026 },
  { key: 'FamilyName with signs', bad: { FamilyName: 'Example2' }, good: { FamilyName: "O'Example" }, period: P2026 },
  { key: 'MiddleName with signs', bad: { MiddleName: 'A/B' }, good: { MiddleName: 'A. B.' }, period: P2026 },
  ...listedCases('LevelOfNeedCode', '1', '4'),
  ...listedCases('SENDFlag', 'Y', 'J'),
  {
    key: 'CharacteristicCode not in the list',
    bad: { characteristics: ['110', '210'] },
    good: { characteristics: ['110', '200'] },
  },
  {
    key: 'CharacteristicCode not in the list',
    bad: { characteristics: ['211'] },
    good: { characteristics: ['210'] },
    period: P2026,
  },
  ...listedCases('SENSupportFlag', 'Y', 'X'),
  {
    key: 'both flags of special needs',
    bad: { SENDFlag: 'Y', SENSupportFlag: 'Y' },
    good: { SENDFlag: 'N', SENSupportFlag: 'Y' },
    period: P2020,
  },
]

const AUTHORITY: readonly ReturnCase[] = [
  {
    key: 'transfer to no authority',
    bad: { TransferredToLACode: '940', CohortStatus: 'T' },
    good: { TransferredToLACode: '928', CohortStatus: 'T' },
  },
  {
    key: 'transfer to 004',
    bad: { TransferredToLACode: '004', CohortStatus: 'T' },
    good: { TransferredToLACode: '', CohortStatus: 'T' },
  },
  {
    key: 'transfer without status T',
    bad: { TransferredToLACode: '381' },
    good: { TransferredToLACode: '381', CohortStatus: 'T' },
  },
  {
    key: 'transfer without status T',
    bad: { TransferredToLACode: '381', CohortStatus: 'E' },
    good: { TransferredToLACode: '002', CohortStatus: 'E' },
  },
  {
    key: 'transfer out of England with status T',
    bad: { TransferredToLACode: '003', CohortStatus: 'T' },
    good: { TransferredToLACode: '003', CohortStatus: 'E' },
  },
  {
    key: 'transfer to the lead authority',
    bad: { TransferredToLACode: '383', CohortStatus: 'T' },
    good: { TransferredToLACode: '382', CohortStatus: 'T' },
  },
  { key: 'LeadLEA missing', bad: { LeadLEA: '' }, good: { LeadLEA: '383' } },
  { key: 'LeadLEA no authority', bad: { LeadLEA: '999' }, good: { LeadLEA: '383' } },
  { key: 'LeadLEA not in the header', bad: { LeadLEA: '381' }, good: { LeadLEA: '383' } },
  { key: 'EducatedLEA no authority', bad: { EducatedLEA: '005' }, good: { EducatedLEA: '004' } },
  { key: 'LEACodeAtYear11 no authority', bad: { LEACodeAtYear11: '38' }, good: { LEACodeAtYear11: '000' } },
  {
    key: 'LEACodeAtYear11 not that of the guarantee',
    bad: { Year11GuaranteeStatus: '110', Year11LEACode: '381' },
    good: { Year11GuaranteeStatus: '110', Year11LEACode: '383' },
  },
  {
    key: 'YouthContractIndicator not Y or N',
    bad: { YouthContractIndicator: '1' },
    good: { YouthContractIndicator: 'N' },
    period: P2015,
  },
  {
    key: 'YouthContractStartDate missing or no day',
    bad: { YouthContractIndicator: 'Y' },
    good: { YouthContractIndicator: 'Y', YouthContractStartDate: '2015-10-01' },
    period: P2015,
  },
  {
    key: 'UKProviderReferenceNumber shape',
    bad: { UKProviderReferenceNumber: '20000001' },
    good: { UKProviderReferenceNumber: '10000001' },
  },
  { key: 'EstablishmentNumber shape', bad: { EstablishmentNumber: '4001' }, good: { EstablishmentNumber: '3834001' } },
]

const ACTIVITY: readonly ReturnCase[] = [
  { key: 'ActivityCode missing', bad: { ActivityCode: '' }, good: { ActivityCode: '220' } },
  { key: 'ActivityCode not in the list', bad: { ActivityCode: '720' }, good: { ActivityCode: '230' } },
  {
    key: 'post-16 code below Year 12',
    bad: { ActivityCode: '230' },
    good: { ActivityCode: '120' },
    yearGroup: 11,
  },
  { key: 'compulsory code above Year 11', bad: { ActivityCode: '120' }, good: { ActivityCode: '210' } },
  {
    key: '620 without 140',
    bad: { ...SEEKING, ActivityCode: '620' },
    good: { ...SEEKING, ActivityCode: '620', characteristics: ['140'] },
  },
  {
    key: '630 without 120',
    bad: { ...SEEKING, ActivityCode: '630', characteristics: ['140'] },
    good: { ...SEEKING, ActivityCode: '630', characteristics: ['120'] },
  },
  {
    key: '650 without 180',
    bad: { ...SEEKING, ActivityCode: '650' },
    good: { ...SEEKING, ActivityCode: '650', characteristics: ['110', '180'] },
  },
  {
    key: '180 with Gender M',
    bad: { characteristics: ['180'], Gender: 'M' },
    good: { characteristics: ['180'], Gender: 'U' },
  },
  {
    key: '440 below 18',
    bad: { ActivityCode: '440', DOB: '2001-12-01' },
    good: { ActivityCode: '440', DOB: '2001-11-30' },
  },
  { key: '280 without SENDFlag', bad: { ActivityCode: '280' }, good: { ActivityCode: '280', ...SEND } },
  { key: '460 without SENDFlag', bad: { ActivityCode: '460' }, good: { ActivityCode: '460', ...SEND } },
  {
    key: 'compulsory activity of another year',
    bad: { StartDate: '2019-09-04', DateAscertained: '2019-09-04', DateVerified: '2020-08-31' },
    good: { StartDate: '2019-09-04', DateAscertained: '2019-09-04', DateVerified: '2020-09-01' },
    period: P2020,
    yearGroup: 11,
  },
  {
    key: 'IntendedDestinationYr11 missing',
    bad: { IntendedDestinationYr11: '' },
    good: { IntendedDestinationYr11: '511' },
    yearGroup: 11,
  },
  {
    key: 'IntendedDestinationYr11 not in the list',
    bad: { IntendedDestinationYr11: '110' },
    good: { IntendedDestinationYr11: '111' },
    yearGroup: 11,
  },
]

const NEET_DATES = { ...SEEKING, StartDate: '2019-09-04' }

const DATES: readonly ReturnCase[] = [
  { key: 'StartDate missing or no day', bad: { StartDate: '' }, good: { StartDate: '2019-09-01' } },
  { key: 'DateAscertained missing', bad: { DateAscertained: '' }, good: { DateAscertained: '2019-09-04' } },
  { key: 'DateAscertained no day', bad: { DateAscertained: '11/09/2019' }, good: { DateAscertained: '2019-09-11' } },
  {
    key: 'DateAscertained before StartDate',
    bad: { DateAscertained: '2019-09-03' },
    good: { DateAscertained: '2019-09-04' },
  },
  {
    key: 'DateAscertained after DateVerified',
    bad: { DateAscertained: '2019-09-22' },
    good: { DateAscertained: '2019-09-21' },
  },
  { key: 'DateVerified no day', bad: { DateVerified: '2019-09-31' }, good: { DateVerified: '2019-09-30' } },
  {
    key: 'DateVerified before StartDate',
    bad: { DateVerified: '2019-09-03', DateAscertained: '2019-09-04' },
    good: { DateVerified: '2019-09-04', DateAscertained: '2019-09-04' },
    also: ['DateAscertained after DateVerified'],
  },
  { key: 'DateVerified after PeriodEnd', bad: { DateVerified: '2019-12-01' }, good: { DateVerified: '2019-11-30' } },
  ...listedCases('CurrencyLapsed', 'N', 'n'),
  {
    key: 'lapsed too early',
    bad: { CurrencyLapsed: 'Y', DueToLapseDate: '2019-12-01' },
    good: { CurrencyLapsed: 'Y', DueToLapseDate: '2019-11-30' },
  },
  {
    key: 'not lapsed in time',
    bad: { CurrencyLapsed: 'N', DueToLapseDate: '2019-11-29' },
    good: { CurrencyLapsed: 'N', DueToLapseDate: '2019-11-30' },
  },
  { key: 'NEETStartDate missing', bad: { ...NEET_DATES, NEETStartDate: '' }, good: NEET_DATES },
  { key: 'NEETStartDate without NEET', bad: { NEETStartDate: '2019-09-04' }, good: { NEETStartDate: '' } },
  { key: 'NEETStartDate no day', bad: { ...NEET_DATES, NEETStartDate: '04/09/19' }, good: NEET_DATES },
  {
    key: 'NEETStartDate after StartDate',
    bad: { ...NEET_DATES, NEETStartDate: '2019-09-05' },
    good: { ...NEET_DATES, NEETStartDate: '2019-09-04' },
  },
  {
    key: 'NEETStartDate before 15',
    bad: { ...NEET_DATES, NEETStartDate: '2018-03-13' },
    good: { ...NEET_DATES, NEETStartDate: '2018-03-14' },
  },
  {
    key: 'DueToLapseDate missing',
    bad: { DueToLapseDate: '' },
    good: { ActivityCode: '810', DueToLapseDate: '', PredictedEndDate: '' },
  },
  { key: 'DueToLapseDate no day', bad: { DueToLapseDate: '31 August' }, good: { DueToLapseDate: '2020-08-31' } },
  {
    key: 'DueToLapseDate after PredictedEndDate',
    bad: { DueToLapseDate: '2020-09-01' },
    good: { DueToLapseDate: '2020-08-31' },
  },
  {
    key: 'ReviewDate missing',
    bad: { ActivityCode: '350', PredictedEndDate: '' },
    good: { ActivityCode: '350', PredictedEndDate: '', ReviewDate: '2020-01-10' },
  },
  {
    key: 'ReviewDate missing',
    bad: { ...NEET_DATES, ActivityCode: '616' },
    good: { ...NEET_DATES, ActivityCode: '616', ReviewDate: '2020-01-10' },
  },
  {
    key: 'ReviewDate missing',
    bad: { ActivityCode: '720', PredictedEndDate: '' },
    good: { ...SEEKING, NEETStartDate: '2015-09-04', ActivityCode: '616' },
    period: P2015,
  },
  { key: 'ReviewDate no day', bad: { ReviewDate: 'soon' }, good: { ReviewDate: '2020-02-29' } },
  {
    key: 'ReviewDate after PredictedEndDate',
    bad: { ReviewDate: '2020-09-01' },
    good: { ReviewDate: '2020-08-31' },
  },
  {
    key: 'PredictedEndDate missing',
    bad: { PredictedEndDate: '' },
    good: { ActivityCode: '310', PredictedEndDate: '' },
  },
  { key: 'PredictedEndDate no day', bad: { PredictedEndDate: '2020' }, good: { PredictedEndDate: '2020-08-31' } },
]

const OFFER = { Year11GuaranteeStatus: '110', Year11LEACode: '383' }

const SEPTEMBER: readonly ReturnCase[] = [
  {
    key: 'guarantee missing',
    bad: { GuaranteeStatusIndicator: 'Y' },
    good: { GuaranteeStatusIndicator: 'Y', ...OFFER },
  },
  { key: 'guarantee missing', bad: { CohortStatus: 'G' }, good: { CohortStatus: 'G', ...OFFER } },
  { key: 'guarantee by halves', bad: { Year11LEACode: '383' }, good: OFFER },
  {
    key: 'Year11GuaranteeStatus not in the list',
    bad: { ...OFFER, Year11GuaranteeStatus: '130' },
    good: { ...OFFER, Year11GuaranteeStatus: '159' },
  },
  {
    key: 'Year12GuaranteeStatus not in the list',
    bad: { Year12GuaranteeStatus: '152', Year12LEACode: '383' },
    good: { Year12GuaranteeStatus: '151', Year12LEACode: '383' },
    yearGroup: 13,
  },
  {
    key: 'guarantee of no authority',
    bad: { Year12GuaranteeStatus: '110', Year12LEACode: '38' },
    good: { Year12GuaranteeStatus: '110', Year12LEACode: '381' },
    yearGroup: 13,
  },
  {
    key: 'guarantee of another year group',
    bad: { Year12GuaranteeStatus: '110', Year12LEACode: '383' },
    good: OFFER,
  },
  {
    key: 'guarantee of another year group',
    bad: OFFER,
    good: { Year12GuaranteeStatus: '110', Year12LEACode: '383' },
    period: toDay('2019-08-31'),
  },
  {
    key: 'GuaranteeStatusIndicator not Y or N',
    bad: { GuaranteeStatusIndicator: 'T' },
    good: { GuaranteeStatusIndicator: '' },
  },
  {
    key: 'indicator of neither cohort',
    bad: { GuaranteeStatusIndicator: 'Y', ...OFFER, DOB: born(14), ...SEND },
    good: { GuaranteeStatusIndicator: 'Y', ...OFFER },
    also: ['guarantee of another year group'],
  },
  {
    key: 'Year 12 status for Year 11',
    bad: { ...OFFER, Year11GuaranteeStatus: '114' },
    good: { ...OFFER, Year11GuaranteeStatus: '124' },
    period: P2020,
  },
]

export const RETURN_CASES: readonly ReturnCase[] = [...PERSON, ...AUTHORITY, ...SEPTEMBER, ...ACTIVITY, ...DATES]
