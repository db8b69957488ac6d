/** What is made of many measurements: percentiles, the middle, a slope. */

/** The value below which so large a share of them lies; NaN of none. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1))] ?? Number.NaN
}

export type Percentiles = { readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number }

/** The four figures every line is told by. */
export function percentilesOf(values: readonly number[]): Percentiles {
  return { p50: share(values, 0.5), p95: share(values, 0.95), p99: share(values, 0.99), most: share(values, 1) }
}

/** By how much something grows for each step of x: the line that fits all points best (least squares). */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (pick: (p: { x: number; y: number }) => number) =>
    points.reduce((sum, p) => sum + pick(p), 0) / points.length
  const x = mean(p => p.x)
  const y = mean(p => p.y)
  const spread = points.reduce((sum, p) => sum + (p.x - x) ** 2, 0)
  return spread === 0 ? Number.NaN : points.reduce((sum, p) => sum + (p.x - x) * (p.y - y), 0) / spread
}
