/** What a browser sends of a field of several boxes. */

/** A day in its three boxes. */
export function dayFields(
  name: string,
  [year, month, day]: readonly [year: number, month: number, day: number],
): Record<string, string> {
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
