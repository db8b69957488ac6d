/**
 * Codes of the September Guarantee (SG02, SG11) and of intended destinations (ID01), with the first and last year each is known for. Numbers and labels are
 * certain for the returns of 2010/11 to 2020/21; whether any was added or dropped since is unknown. docs/rules/tracking.md
 */

/** The published heads: offer made, offer not appropriate, no offer, not recorded. */
export const HEADS = ['made', 'not-appropriate', 'none', 'not-recorded'] as const
export type Head = (typeof HEADS)[number]

export type DatedCode = {
  readonly code: string
  readonly label: string
  /** The first year it is known for, and the last; null where no end is known. */
  readonly from: number
  readonly to: number | null
}

export type GuaranteeCode = DatedCode & {
  readonly head: Head
  /** Only of those who were in Year 12. */
  readonly year12Only: boolean
}

/** Where everybody begins. */
export const NOT_RECORDED = '159'

const guarantee = (code: string, head: Head, label: string, year12Only = false): GuaranteeCode => ({
  ...{ code, label, head, year12Only, from: 2011, to: null },
})

export const GUARANTEE_CODES: readonly GuaranteeCode[] = [
  guarantee('110', 'made', 'Offer made'),
  guarantee('114', 'made', 'Already in learning, going on in education', true),
  guarantee('115', 'made', 'Already in learning, going on in work with training to level 2', true),
  guarantee('120', 'not-appropriate', 'In or going into work without training to level 2'),
  guarantee('122', 'not-appropriate', 'Personal circumstances prevent learning'),
  guarantee('123', 'not-appropriate', 'Other reason'),
  guarantee('124', 'not-appropriate', 'Personal development opportunities'),
  guarantee('140', 'none', 'Application made, awaiting outcome'),
  guarantee('150', 'none', 'No appropriate provision'),
  guarantee('151', 'none', 'Has not applied for learning'),
  guarantee('153', 'none', 'Unable to contact, known to have moved away'),
  guarantee('154', 'none', 'Unable to contact, other reason'),
  guarantee(NOT_RECORDED, 'not-recorded', 'Not yet recorded'),
]

const destination = (code: string, label: string, from: number, to: number | null): DatedCode => ({
  ...{ code, label, from, to },
})

/** The list changed about 2015: which year exactly is likely, not certain. */
export const DESTINATION_CODES: readonly DatedCode[] = [
  destination('111', 'Full-time education, same school', 2015, null),
  destination('121', 'Full-time education or training, other place', 2015, null),
  destination('211', 'Apprenticeship or traineeship', 2015, null),
  destination('311', 'Full-time work with study for a qualification', 2015, null),
  destination('321', 'Work without training', 2015, null),
  destination('411', 'Other destination', 2015, null),
  destination('511', 'Undecided', 2015, null),
  destination('611', 'Not obtained', 2015, null),
  destination('110', 'Staying in same school', 2011, 2014),
  destination('120', 'Other school or sixth form college', 2011, 2014),
  destination('130', 'College', 2011, 2014),
  destination('220', 'Training or apprenticeship, definite place', 2011, 2014),
  destination('230', 'Training or apprenticeship, no definite place', 2011, 2014),
  destination('310', 'Labour market, definite place', 2011, 2014),
  destination('320', 'Labour market, no definite place', 2011, 2014),
  destination('410', 'Undecided', 2011, 2014),
  destination('510', 'Other', 2011, 2014),
  destination('610', 'Not obtained', 2011, 2014),
]

const isOf = (year: number) => (one: DatedCode) => one.from <= year && (one.to === null || year <= one.to)

/** The guarantee's codes of a year that fit somebody of a year group, in the order of the list. */
export function guaranteeCodesOf(year: number, group: 11 | 12): readonly GuaranteeCode[] {
  return GUARANTEE_CODES.filter(one => isOf(year)(one) && (group === 12 || !one.year12Only))
}

export function destinationCodesOf(year: number): readonly DatedCode[] {
  return DESTINATION_CODES.filter(isOf(year))
}

export function headOf(code: string): Head {
  return GUARANTEE_CODES.find(one => one.code === code)?.head ?? 'not-recorded'
}

/** What a code is called; an unknown one is said to be unknown, never left blank. */
export function guaranteeLabel(code: string): string {
  return GUARANTEE_CODES.find(one => one.code === code)?.label ?? `Unknown code ${code}`
}

export function destinationLabel(code: string, year: number): string {
  const all = DESTINATION_CODES.filter(one => one.code === code)
  return (all.find(isOf(year)) ?? all[0])?.label ?? `Unknown code ${code}`
}
