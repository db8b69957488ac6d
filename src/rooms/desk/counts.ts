/** Counts of a partnership for those who may see how many and nobody in particular. */

/** Counts below this are not told: a handful of people can be known by being few. */
export const LEAST_TOLD = 5

/** A count as it may be told: to the nearest five, so that two of them tell nothing of one person; few are only "few". */
export type Told = { readonly value: number; readonly isFew: boolean }

/** Rounds a count of people. None and one to four read alike: that there is nobody tells of the one who comes. */
export function told(count: number): Told {
  if (count < LEAST_TOLD) return { value: 0, isFew: true }
  return { value: Math.round(count / LEAST_TOLD) * LEAST_TOLD, isFew: false }
}

/** Adds counts up by a name of their own; names in `order` come first and are always there. */
export function addUp<Name extends string>(
  rows: readonly { readonly name: Name; readonly count: number }[],
  order: readonly Name[],
): { name: Name; count: number }[] {
  const sums = new Map<Name, number>(order.map(name => [name, 0]))
  for (const { name, count } of rows) sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums].map(([name, count]) => ({ name, count }))
}
