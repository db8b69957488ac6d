/** Counts of a partnership for those who may see how many and nobody in particular. */

/** Adds counts up by a name of their own; names in `order` come first and are always there. */
export function addUp<Name extends string>(
  rows: readonly { readonly name: Name; readonly count: number }[],
  order: readonly Name[],
): { name: Name; count: number }[] {
  const sums = new Map<Name, number>(order.map(name => [name, 0]))
  for (const { name, count } of rows) sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums].map(([name, count]) => ({ name, count }))
}
