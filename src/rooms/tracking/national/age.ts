/** Who is of which year group in a return, and whose node of the September Guarantee it is in which month. */
import { type Day, partsOf } from '#ground/day.ts'

/**
 * Year group at the end of a period: years between the two, less 5, one less for whoever is born from September, one more in periods that end from September
 * (certain). The same as `schoolYearOn` of the ground; a test holds the two together.
 */
export function yearGroupOf(born: Day, periodEnd: Day): number {
  const b = partsOf(born)
  const end = partsOf(periodEnd)
  return end.year - b.year - 5 - (b.month >= 9 ? 1 : 0) + (end.month >= 9 ? 1 : 0)
}

/** Academic age: the age on 31 August before the academic year (certain). */
export function academicAgeOf(yearGroup: number): number {
  return yearGroup + 4
}

/** The node of the guarantee for one cohort. */
export type GuaranteeNode = 'Year11' | 'Year12'

/**
 * The year group the people of a node are in when the period ends: to August those of its name, from September to March the next, because they have moved up since
 * (certain; errors 905 and 906).
 */
export function groupOfNode(node: GuaranteeNode, periodEnd: Day): number {
  const { month } = partsOf(periodEnd)
  const moved = month >= 9 || month <= 3 ? 1 : 0
  return (node === 'Year11' ? 11 : 12) + moved
}

/** The node somebody of a year group belongs to at the end of a period; undefined for whoever is of neither cohort. */
export function nodeOfGroup(yearGroup: number, periodEnd: Day): GuaranteeNode | undefined {
  return (['Year11', 'Year12'] as const).find(node => groupOfNode(node, periodEnd) === yearGroup)
}
