/** How alike two texts are: fast enough to be asked millions of times. All texts are folded before they come here. */

/** So many letters of a text are looked at. */
const MOST = 128
/** Letters of the one text that stand in the other, 32 to a number. */
const FOUND = new Int32Array(MOST / 32)
/** Letters of the other that are taken by them, 32 to a number. */
const TAKEN = new Int32Array(MOST / 32)

/** Jaro-Winkler, 0 to 1, with the usual boost of a tenth a letter for a common beginning of up to four. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const la = Math.min(a.length, MOST)
  const lb = Math.min(b.length, MOST)
  if (la === 0 || lb === 0) return 0
  const reach = Math.max(0, (Math.max(la, lb) >> 1) - 1)
  for (let n = (la - 1) >> 5; n >= 0; n--) FOUND[n] = 0
  for (let n = (lb - 1) >> 5; n >= 0; n--) TAKEN[n] = 0
  let common = 0
  for (let i = 0; i < la; i++) {
    const code = a.charCodeAt(i)
    const end = Math.min(i + reach + 1, lb)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (b.charCodeAt(j) !== code || ((TAKEN[j >> 5] as number) & (1 << (j & 31))) !== 0) continue
      TAKEN[j >> 5] = (TAKEN[j >> 5] as number) | (1 << (j & 31))
      FOUND[i >> 5] = (FOUND[i >> 5] as number) | (1 << (i & 31))
      common++
      break
    }
  }
  if (common === 0) return 0
  const jaro = (common / la + common / lb + (common - movedOf(a, la, b) / 2) / common) / 3
  let start = 0
  while (start < 4 && start < la && start < lb && a.charCodeAt(start) === b.charCodeAt(start)) start++
  return jaro + start * 0.1 * (1 - jaro)
}

// How many of the letters in common stand in another order.
function movedOf(a: string, la: number, b: string): number {
  let moved = 0
  for (let i = 0, j = 0; i < la; i++) {
    if (((FOUND[i >> 5] as number) & (1 << (i & 31))) === 0) continue
    while (((TAKEN[j >> 5] as number) & (1 << (j & 31))) === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved++
    j++
  }
  return moved
}

/** At most one letter added, dropped or changed, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  const la = a.length
  const lb = b.length
  if (la - lb > 1 || lb - la > 1) return false
  const least = la < lb ? la : lb
  let i = 0
  while (i < least && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === la && i === lb) return true
  if (la === lb) {
    if (endsAlike(a, i + 1, b, i + 1)) return true
    return (
      i + 1 < la &&
      a.charCodeAt(i) === b.charCodeAt(i + 1) &&
      a.charCodeAt(i + 1) === b.charCodeAt(i) &&
      endsAlike(a, i + 2, b, i + 2)
    )
  }
  return la > lb ? endsAlike(a, i + 1, b, i) : endsAlike(a, i, b, i + 1)
}

function endsAlike(a: string, from: number, b: string, at: number): boolean {
  if (a.length - from !== b.length - at) return false
  for (let i = from, j = at; i < a.length; i++, j++) if (a.charCodeAt(i) !== b.charCodeAt(j)) return false
  return true
}

/** Whether one of the words of a text is a word of the other: both of three letters at least. */
export function sharesWord(a: string, b: string): boolean {
  if (!a.includes(' ') && !b.includes(' ')) return false
  const words = b.split(' ')
  return a.split(' ').some(word => word.length > 2 && words.includes(word))
}
