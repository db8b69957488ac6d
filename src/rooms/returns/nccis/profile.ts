/**
 * What a file of the return is made of, by year: where each item stands, by what tag, in what order. Tags are certain for 2015-16 and 2019-20; order and how
 * often each may occur are likely (docs/rules/returns.md).
 */
import { type Item, isInForce, type ReturnYear } from '#rooms/tracking/index.ts'

/** The header of a file. */
export type ReturnHeader = {
  /** Three digits each, given out by the department. */
  readonly databases: readonly string[]
  /** Authorities whose young people are in the file. */
  readonly authorities: readonly string[]
  readonly dateOfSend: string
  readonly periodEnd: string
  readonly supplierName: string
  readonly supplierXmlVersion: string
  readonly xmlSchemaVersion: string
}

/** An item and the elements it stands in below the record, outermost first. */
export type Place = {
  readonly groups: readonly string[]
  readonly tag: string
  readonly item: Item | 'characteristics'
  readonly first: ReturnYear | null
  readonly last: ReturnYear | null
}

/** What a year's file is made of. */
export type Profile = {
  readonly year: ReturnYear
  readonly root: string
  readonly places: readonly Place[]
}

type Years = Partial<Pick<Place, 'first' | 'last'>>

function within(groups: readonly string[], tags: string, years: Years = {}): Place[] {
  return tags.split(' ').map(tag => ({ groups, tag, item: tag as Item, first: null, last: null, ...years }))
}

function guarantee(node: 'Year11' | 'Year12'): Place[] {
  const groups = ['SeptemberGuarantee', node]
  return [
    { groups, tag: 'GuaranteeStatus', item: `${node}GuaranteeStatus`, first: null, last: null },
    { groups, tag: 'LEACode', item: `${node}LEACode`, first: null, last: null },
  ]
}

const PERSONAL = ['PersonalDetails']
const NEED = ['LevelOfNeed']

/** Every item of any year, in the order of the file. */
export const PLACES: readonly Place[] = [
  ...within(
    PERSONAL,
    'YoungPersonsID CohortStatus GivenName MiddleName FamilyName AddressLine1 AddressLine2 AddressLine3 AddressLine4 Town County ' +
      'Postcode Gender DOB Ethnicity LeadLEA EducatedLEA TransferredToLACode LEACodeAtYear11 UniqueLearnerNo UniquePupilNumber ' +
      'GuaranteeStatusIndicator',
  ),
  ...within(PERSONAL, 'YouthContractIndicator YouthContractStartDate', { last: 2016 }),
  ...within(PERSONAL, 'PreviousYPIDIdentifier'),
  ...guarantee('Year11'),
  ...guarantee('Year12'),
  ...within(NEED, 'LevelOfNeedCode SENDFlag'),
  // There by 2019-20; whether a year or two before is not known.
  ...within(NEED, 'SENSupportFlag', { first: 2019 }),
  { groups: [...NEED, 'Characteristics'], tag: 'CharacteristicCode', item: 'characteristics', first: null, last: null },
  ...within(
    ['Activities', 'Cohort'],
    'ActivityCode StartDate DateAscertained DateVerified ReviewDate DueToLapseDate CurrencyLapsed EstablishmentNumber ' +
      'EstablishmentName UKProviderReferenceNumber NEETStartDate PredictedEndDate',
  ),
  ...within(['IntendedDestination'], 'IntendedDestinationYr11'),
]

/** Other spellings that real files have: read, never written. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  NeetStartDate: 'NEETStartDate',
  DatabaseId: 'DatabaseID',
  LevelofNeedCode: 'LevelOfNeedCode',
  TransferredToLEACode: 'TransferredToLACode',
}

/** Groups that are left out where nothing in them is said; others are written all the same. */
export const OPTIONAL_GROUPS: ReadonlySet<string> = new Set(['Year11', 'Year12', 'Characteristics'])

/** The root had the year in its name in 2015-16 (likely). */
export function profileOf(year: ReturnYear): Profile {
  return {
    year,
    root: year === 2015 ? 'NCCIS2015' : 'NCCIS',
    places: PLACES.filter(place => isInForce(place, year)),
  }
}
