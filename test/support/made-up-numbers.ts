/** Made-up numbers with right check signs, for lists in tests. */

/** A made-up unique pupil number with a right check letter. */
export function upn(serial: number): string {
  const digits = `3819999${String(serial).padStart(5, '0')}`
  const sum = Array.from(digits, (figure, i) => Number(figure) * (i + 2)).reduce((a, b) => a + b, 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] ?? ''}${digits}`
}

/** A made-up unique learner number with a right check figure. */
export function uln(serial: number): string {
  for (let n = serial; ; n += 100_000) {
    const digits = String(100_000_000 + n)
    const rest = Array.from(digits, (figure, i) => Number(figure) * (10 - i)).reduce((a, b) => a + b, 0) % 11
    if (rest !== 0) return `${digits}${10 - rest}`
  }
}
