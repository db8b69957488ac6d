/** One young person of the national return, as text: what a file says and what is to be written into one. */

/** Items that occur once, by the tag they have in the file of 2019-20 (those of the guarantee with their node before it). */
export const ITEMS = [
  'YoungPersonsID',
  'CohortStatus',
  'GivenName',
  'MiddleName',
  'FamilyName',
  'AddressLine1',
  'AddressLine2',
  'AddressLine3',
  'AddressLine4',
  'Town',
  'County',
  'Postcode',
  'Gender',
  'DOB',
  'Ethnicity',
  'LeadLEA',
  'EducatedLEA',
  'TransferredToLACode',
  'LEACodeAtYear11',
  'UniqueLearnerNo',
  'UniquePupilNumber',
  'GuaranteeStatusIndicator',
  'YouthContractIndicator',
  'YouthContractStartDate',
  'PreviousYPIDIdentifier',
  'Year11GuaranteeStatus',
  'Year11LEACode',
  'Year12GuaranteeStatus',
  'Year12LEACode',
  'LevelOfNeedCode',
  'SENDFlag',
  'SENSupportFlag',
  'ActivityCode',
  'StartDate',
  'DateAscertained',
  'DateVerified',
  'ReviewDate',
  'DueToLapseDate',
  'CurrencyLapsed',
  'EstablishmentNumber',
  'EstablishmentName',
  'UKProviderReferenceNumber',
  'NEETStartDate',
  'PredictedEndDate',
  'IntendedDestinationYr11',
] as const

export type Item = (typeof ITEMS)[number]

/** '' is nothing: an element that is empty says as little as one that is not there. */
export type ReturnRecord = Readonly<Record<Item, string>> & {
  /** Every CharacteristicCode, in their order. */
  readonly characteristics: readonly string[]
}

/**
 * A record of values in the order of `ITEMS`. Written out: a file has a million of them, all are to have one shape, and an item set by a name that is looked up
 * costs as much as reading it.
 */
export function recordOf(values: readonly string[], characteristics: readonly string[]): ReturnRecord {
  return {
    YoungPersonsID: values[0] ?? '',
    CohortStatus: values[1] ?? '',
    GivenName: values[2] ?? '',
    MiddleName: values[3] ?? '',
    FamilyName: values[4] ?? '',
    AddressLine1: values[5] ?? '',
    AddressLine2: values[6] ?? '',
    AddressLine3: values[7] ?? '',
    AddressLine4: values[8] ?? '',
    Town: values[9] ?? '',
    County: values[10] ?? '',
    Postcode: values[11] ?? '',
    Gender: values[12] ?? '',
    DOB: values[13] ?? '',
    Ethnicity: values[14] ?? '',
    LeadLEA: values[15] ?? '',
    EducatedLEA: values[16] ?? '',
    TransferredToLACode: values[17] ?? '',
    LEACodeAtYear11: values[18] ?? '',
    UniqueLearnerNo: values[19] ?? '',
    UniquePupilNumber: values[20] ?? '',
    GuaranteeStatusIndicator: values[21] ?? '',
    YouthContractIndicator: values[22] ?? '',
    YouthContractStartDate: values[23] ?? '',
    PreviousYPIDIdentifier: values[24] ?? '',
    Year11GuaranteeStatus: values[25] ?? '',
    Year11LEACode: values[26] ?? '',
    Year12GuaranteeStatus: values[27] ?? '',
    Year12LEACode: values[28] ?? '',
    LevelOfNeedCode: values[29] ?? '',
    SENDFlag: values[30] ?? '',
    SENSupportFlag: values[31] ?? '',
    ActivityCode: values[32] ?? '',
    StartDate: values[33] ?? '',
    DateAscertained: values[34] ?? '',
    DateVerified: values[35] ?? '',
    ReviewDate: values[36] ?? '',
    DueToLapseDate: values[37] ?? '',
    CurrencyLapsed: values[38] ?? '',
    EstablishmentNumber: values[39] ?? '',
    EstablishmentName: values[40] ?? '',
    UKProviderReferenceNumber: values[41] ?? '',
    NEETStartDate: values[42] ?? '',
    PredictedEndDate: values[43] ?? '',
    IntendedDestinationYr11: values[44] ?? '',
    characteristics,
  }
}

/** A record that says nothing. */
export function emptyRecord(): ReturnRecord {
  return recordOf([], [])
}
