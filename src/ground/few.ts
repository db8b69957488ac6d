/** Counts as they may be told: a handful of people can be known by being few. */

/** Counts below this are not told. */
export const LEAST_TOLD = 5

/** A count as it may be told: to the nearest five, so that two of them tell nothing of one person; few are only "few". */
export type Told = { readonly value: number; readonly isFew: boolean }

/** Rounds a count of people. None and one to four read alike: that there is nobody tells of the one who comes. */
export function told(count: number): Told {
  if (count < LEAST_TOLD) return { value: 0, isFew: true }
  return { value: Math.round(count / LEAST_TOLD) * LEAST_TOLD, isFew: false }
}
