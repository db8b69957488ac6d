/** What only a whole column can tell: whether it is American, or a spreadsheet's own numbers. */
import { isSerial } from './dates.ts'

export type DateColumn = {
  /**
   * `american`: some days can only be month first and none can only be day first, so that even 03/04/2009 is in doubt.
   * `mixed`: both are there. `either`: nothing proves one or the other, and it is read the British way.
   */
  readonly order: 'british' | 'american' | 'mixed' | 'either'
  /** Every value is a spreadsheet's number for a day. */
  readonly serials: boolean
}

/** Judges a column by its values; empty ones say nothing. */
export function judgeDateColumn(values: Iterable<string>): DateColumn {
  let dayFirst = 0
  let monthFirst = 0
  let serials = 0
  let filled = 0
  for (const value of values) {
    const text = value.trim()
    if (text === '') continue
    filled++
    if (isSerial(text)) serials++
    const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b/.exec(text)
    if (parts === null) continue
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12 && first <= 31 && second <= 12) dayFirst++
    if (second > 12 && second <= 31 && first <= 12) monthFirst++
  }
  const order = dayFirst > 0 ? (monthFirst > 0 ? 'mixed' : 'british') : monthFirst > 0 ? 'american' : 'either'
  return { order, serials: filled > 0 && serials === filled }
}
