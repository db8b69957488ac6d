import type { Day } from '#ground/day.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type { Rating } from '../assessment.ts'
import { factorOf } from '../factors.ts'
import { classesOfRating } from '../rules.ts'

/** The classes whoever is told of a factor must see: of what its rows are, the closest of them. */
export function classBitsOfFactor(
  code: string,
  on: Day,
  ratings: readonly Pick<Rating, 'factor' | 'isRestricted'>[],
): number[] {
  const factor = factorOf(code, on)
  if (!factor) return [CLASS_BITS.restricted]
  const isRestricted = ratings.some(one => one.factor === code && one.isRestricted)
  const { own, also } = classesOfRating(factor, isRestricted)
  return [CLASS_BITS[own], ...(also === null ? [] : [CLASS_BITS[also]])]
}
