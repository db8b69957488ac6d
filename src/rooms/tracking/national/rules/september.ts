/** Errors of the September Guarantee. */
import { type GuaranteeNode, groupOfNode, nodeOfGroup } from '../age.ts'
import { YEAR_12_STATUSES } from '../codes.ts'
import type { ReturnRecord } from '../record.ts'
import { type RecordRule, rule, unlisted } from './rule.ts'

const NODES = ['Year11', 'Year12'] as const

function statusOf(record: ReturnRecord, node: GuaranteeNode): string {
  return node === 'Year11' ? record.Year11GuaranteeStatus : record.Year12GuaranteeStatus
}

function authorityOf(record: ReturnRecord, node: GuaranteeNode): string {
  return node === 'Year11' ? record.Year11LEACode : record.Year12LEACode
}

function isThere(record: ReturnRecord, node: GuaranteeNode): boolean {
  return statusOf(record, node) !== '' || authorityOf(record, node) !== ''
}

function isCovered({ CohortStatus, GuaranteeStatusIndicator }: ReturnRecord): boolean {
  return CohortStatus === 'G' || GuaranteeStatusIndicator === 'Y'
}

export const SEPTEMBER_RULES: readonly RecordRule[] = [
  rule({
    key: 'guarantee missing',
    error: '27, 261',
    item: 'GuaranteeStatus, LEACode',
    says: 'They are in the guarantee cohort (status G or indicator Y), and a guarantee status or its authority is missing. 159 is not yet recorded.',
    isWrong: record =>
      isCovered(record) && !NODES.some(node => statusOf(record, node) !== '' && authorityOf(record, node) !== ''),
  }),
  rule({
    key: 'guarantee by halves',
    error: '27, 261',
    item: 'GuaranteeStatus, LEACode',
    says: 'A guarantee has a status without its authority, or the other way round. Fill in both.',
    isWrong: record => NODES.some(node => (statusOf(record, node) === '') !== (authorityOf(record, node) === '')),
  }),
  {
    ...unlisted('27, 261', 'Year11GuaranteeStatus', 'The Year 11 guarantee status', context => context.lists.guarantee),
    sure: 'certain',
  },
  {
    ...unlisted('27, 261', 'Year12GuaranteeStatus', 'The Year 12 guarantee status', context => context.lists.guarantee),
    sure: 'certain',
  },
  rule({
    key: 'guarantee of no authority',
    error: '27, 261',
    item: 'LEACode',
    says: 'The authority of a guarantee is no code of one. Check it.',
    shows: ['Year11LEACode', 'Year12LEACode'],
    isWrong: (record, _facts, { lists }) =>
      NODES.some(node => {
        const code = authorityOf(record, node)
        return code !== '' && !lists.atYear11.has(code)
      }),
  }),
  rule({
    key: 'guarantee of another year group',
    error: '905, 906',
    item: 'Year11, Year12',
    says: 'The guarantee is of a year group they are not in at the end of this period. To August Year11 is for Year 11; from September to March those people are in Year 12. Year12 is one year on.',
    isWrong: (record, { yearGroup }, { periodEnd }) =>
      yearGroup !== undefined &&
      periodEnd !== undefined &&
      NODES.some(node => isThere(record, node) && groupOfNode(node, periodEnd) !== yearGroup),
  }),
  rule({
    key: 'GuaranteeStatusIndicator not Y or N',
    error: '905, 906',
    item: 'GuaranteeStatusIndicator',
    says: 'It is neither Y nor N. Choose one.',
    shows: ['GuaranteeStatusIndicator'],
    sure: 'likely',
    isWrong: ({ GuaranteeStatusIndicator: is }, _facts, { lists }) => is !== '' && !lists.yesNo.has(is),
  }),
  rule({
    key: 'indicator of neither cohort',
    error: '905, 906',
    item: 'GuaranteeStatusIndicator',
    says: 'It is Y, and by their birth date they are in neither guarantee cohort of this period. Set it to N, or check the birth date.',
    sure: 'likely',
    isWrong: ({ GuaranteeStatusIndicator }, { yearGroup }, { periodEnd }) =>
      GuaranteeStatusIndicator === 'Y' &&
      yearGroup !== undefined &&
      periodEnd !== undefined &&
      nodeOfGroup(yearGroup, periodEnd) === undefined,
  }),
  rule({
    key: 'Year 12 status for Year 11',
    error: 'number not known (2020-21)',
    item: 'Year11/GuaranteeStatus',
    says: '114 and 115 are for the Year 12 guarantee only. Choose another for Year 11.',
    shows: ['Year11GuaranteeStatus'],
    first: 2020,
    sure: 'likely',
    isWrong: ({ Year11GuaranteeStatus }) => YEAR_12_STATUSES.has(Year11GuaranteeStatus),
  }),
]
