/** Errors of authorities, places of learning, and what is of other years only. */
import { isDay } from '#ground/day.ts'
import { missing, type RecordRule, rule } from './rule.ts'

const TRANSFER = '13, 34, 35, 41, 42'

export const AUTHORITY_RULES: readonly RecordRule[] = [
  rule({
    key: 'transfer to no authority',
    error: TRANSFER,
    item: 'TransferredToLACode',
    says: 'The authority they went to is no code of one. Check it.',
    shows: ['TransferredToLACode'],
    isWrong: ({ TransferredToLACode: to }, _facts, { lists }) =>
      to !== '' && to !== '004' && !lists.outsideEngland.has(to) && !lists.authorities.has(to),
  }),
  rule({
    key: 'transfer to 004',
    error: TRANSFER,
    item: 'TransferredToLACode',
    says: '004 means that the authority is not known. Nobody is handed over to it: find out which it is, or keep them.',
    isWrong: ({ TransferredToLACode: to }) => to === '004',
  }),
  rule({
    key: 'transfer without status T',
    error: TRANSFER,
    item: 'TransferredToLACode',
    says: 'An authority they went to is only for status T (or a place outside England, for status E). Set the status, or leave it out.',
    shows: ['CohortStatus', 'TransferredToLACode'],
    isWrong: ({ TransferredToLACode: to, CohortStatus }, _facts, { lists }) =>
      to !== '' && CohortStatus !== 'T' && !(CohortStatus === 'E' && lists.outsideEngland.has(to)),
  }),
  rule({
    key: 'transfer out of England with status T',
    error: TRANSFER,
    item: 'TransferredToLACode',
    says: '000 to 003 are places outside England. Whoever went there has status E, not T.',
    shows: ['CohortStatus', 'TransferredToLACode'],
    sure: 'likely',
    isWrong: ({ TransferredToLACode: to, CohortStatus }, _facts, { lists }) =>
      CohortStatus === 'T' && lists.outsideEngland.has(to),
  }),
  rule({
    key: 'transfer to the lead authority',
    error: TRANSFER,
    item: 'TransferredToLACode, LeadLEA',
    says: 'The authority they went to is the one that leads. Name the other.',
    shows: ['TransferredToLACode'],
    isWrong: ({ TransferredToLACode: to, LeadLEA }) => to !== '' && to === LeadLEA,
  }),
  missing('14, 15, 26', 'LeadLEA', 'The authority that leads'),
  rule({
    key: 'LeadLEA no authority',
    error: '14, 15, 26',
    item: 'LeadLEA',
    says: 'The authority that leads is no code of one. Check it.',
    shows: ['LeadLEA'],
    isWrong: ({ LeadLEA }, _facts, { lists }) => LeadLEA !== '' && !lists.authorities.has(LeadLEA),
  }),
  rule({
    key: 'LeadLEA not in the header',
    error: '14, 15, 26',
    item: 'LeadLEA',
    says: 'The authority that leads is not one of the header. Only whom the sender leads for is sent: leave them out, or name it in the header.',
    shows: ['LeadLEA'],
    isWrong: ({ LeadLEA }, _facts, { lists, authorities }) =>
      lists.authorities.has(LeadLEA) && authorities.size > 0 && !authorities.has(LeadLEA),
  }),
  rule({
    key: 'EducatedLEA no authority',
    error: '19',
    item: 'EducatedLEA',
    says: 'Where they are educated is neither the code of an authority nor 000 to 004. Check it.',
    shows: ['EducatedLEA'],
    isWrong: ({ EducatedLEA }, _facts, { lists }) => EducatedLEA !== '' && !lists.educatedAt.has(EducatedLEA),
  }),
  rule({
    key: 'LEACodeAtYear11 no authority',
    error: '24, 25',
    item: 'LEACodeAtYear11',
    says: 'Where they were in Year 11 is neither the code of an authority nor 000 to 004. Check it.',
    shows: ['LEACodeAtYear11'],
    isWrong: ({ LEACodeAtYear11 }, _facts, { lists }) => LEACodeAtYear11 !== '' && !lists.atYear11.has(LEACodeAtYear11),
  }),
  rule({
    key: 'LEACodeAtYear11 not that of the guarantee',
    error: '24, 25',
    item: 'LEACodeAtYear11, Year11/LEACode',
    says: 'Where they were in Year 11 and the authority of their Year 11 guarantee are two. Make them the same.',
    shows: ['LEACodeAtYear11', 'Year11LEACode'],
    isWrong: ({ LEACodeAtYear11, Year11LEACode }) => Year11LEACode !== '' && LEACodeAtYear11 !== Year11LEACode,
  }),
  rule({
    key: 'YouthContractIndicator not Y or N',
    error: '29, 36',
    item: 'YouthContractIndicator',
    says: 'It is neither Y nor N. Choose one.',
    shows: ['YouthContractIndicator'],
    last: 2016,
    sure: 'likely',
    isWrong: ({ YouthContractIndicator: is }, _facts, { lists }) => is !== '' && !lists.yesNo.has(is),
  }),
  rule({
    key: 'YouthContractStartDate missing or no day',
    error: '29, 36',
    item: 'YouthContractStartDate',
    says: 'Somebody on the Youth Contract needs the day they started, and it must be a date.',
    shows: ['YouthContractStartDate'],
    last: 2016,
    sure: 'likely',
    isWrong: ({ YouthContractIndicator: is, YouthContractStartDate: on }) => (on === '' ? is === 'Y' : !isDay(on)),
  }),
  rule({
    key: 'UKProviderReferenceNumber shape',
    error: '39',
    item: 'UKProviderReferenceNumber',
    says: 'The UKPRN is not 8 digits that begin with 1. Check it, or leave it out.',
    shows: ['UKProviderReferenceNumber'],
    isWrong: ({ UKProviderReferenceNumber: ukprn }) => ukprn !== '' && !/^1\d{7}$/.test(ukprn),
  }),
  rule({
    key: 'EstablishmentNumber shape',
    error: '228',
    item: 'EstablishmentNumber',
    says: 'The number of the place is not 7 digits. Write the 3 of the authority and the 4 of the place; 9999 for home education or where it has none.',
    shows: ['EstablishmentNumber'],
    isWrong: ({ EstablishmentNumber: number }) => number !== '' && !/^\d{7}$/.test(number),
  }),
]
