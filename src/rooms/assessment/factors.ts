/**
 * The factors and their groups as dated data. Of the names seven are certain, eleven likely; the grouping is ours, and pages say so
 * (docs/rules/assessment.md).
 */
import { type Day, isAfter } from '#ground/day.ts'
import { type Factor, GROUPS, type GroupCode, type Level } from './assessment.ts'
import { factorLabel } from './words.ts'

/** code, group, class it tells of, level from which it signals. In the order they stand on the wheel. */
const SETS: readonly { readonly from: Day; readonly rows: string }[] = [
  {
    from: '2001-04-01' as Day,
    rows: `
participation education - 1
achievements education - 1
basic-skills education - 1
key-skills education - 1
life-skills self - 1
aspirations self - 1
motivation self - 1
self-image self - 1
relationships self - 1
offending-risk self offending 2
parents-carers home family 1
family-history home family 1
community home - 1
housing home - 1
income home - 1
physical-health health health 1
emotional-health health health 2
substance-use health health 2`,
  },
]

const READ = SETS.map(({ from, rows }) => ({ from, factors: rows.trim().split('\n').map(readLine) }))

/** The factors in force on a day, in their order; the oldest set for a day before all of them. */
export function factorsOn(day: Day): readonly Factor[] {
  const inForce = READ.findLast(set => !isAfter(set.from, day)) ?? READ[0]
  if (inForce === undefined) throw new Error('there is no set of factors')
  return inForce.factors
}

/** The factor of a code on a day. */
export function factorOf(code: string, day: Day): Factor | undefined {
  return factorsOn(day).find(factor => factor.code === code)
}

/** The factors of a day with their names, for rooms that speak of them: each with the class it tells of. */
export function planFactors(day: Day): { code: string; label: string; discloses: Factor['discloses'] }[] {
  return factorsOn(day).map(({ code, discloses }) => ({ code, label: factorLabel(code), discloses }))
}

function readLine(line: string): Factor {
  const [code = '', group = '', discloses = '', level = ''] = line.split(' ')
  if (!GROUPS.includes(group as GroupCode)) throw new Error(`no such group: ${line}`)
  return {
    code,
    group: group as GroupCode,
    discloses: discloses === '-' ? null : (discloses as NonNullable<Factor['discloses']>),
    signalsAt: Number(level) as Level,
  }
}
