/** Readers of single cells: each gives a value, or the word for what is wrong. */

import type { EthnicityCode } from '#rooms/people/index.ts'
import { ethnicityOf, type IdentifierKind, readIdentifier, toPostcode } from '#rooms/people/index.ts'
import type { Note, Trouble } from './read-row.ts'

export type Cell<Value> =
  | { readonly value: Value }
  | { readonly trouble: Trouble; readonly suggestion: string | null }
  | { readonly note: Note }

/** A UPN, ULN or NHS number by its check digits. Stand-ins such as 9999999999 are left out with a note. */
export function identifierCell(kind: IdentifierKind, typed: string): Cell<string> {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(typed)) return { trouble: 'shortened-number', suggestion: null }
  // A spreadsheet's way of keeping a number as text.
  const read = readIdentifier(kind, typed.replace(/^='?"?|^'|"$/g, ''))
  if (read.ok) return { value: read.value }
  if (read.why === 'placeholder' || read.why === 'empty') return { note: 'placeholder' }
  if (read.why !== 'letter-o-for-zero') return { trouble: read.why, suggestion: null }
  const mended = readIdentifier(kind, typed.toUpperCase().replaceAll('O', '0'))
  return { trouble: read.why, suggestion: mended.ok ? mended.value : null }
}

/** A UPN somebody had before: one that does not add up is left out, for nobody can mend it now. */
export function formerUpnCell(typed: string): Cell<string> {
  const read = identifierCell('upn', typed)
  return 'trouble' in read ? { note: 'wrong-former-upn' } : read
}

/** A postcode in its usual form. Health lists write ZZ99 for no fixed abode: no place, and no mistake. */
export function postcodeCell(typed: string): Cell<string> {
  if (/^ZZ99/i.test(typed)) return { note: 'no-fixed-abode' }
  const value = toPostcode(typed)
  return value === undefined ? { trouble: 'not-a-postcode', suggestion: null } : { value }
}

/** A telephone number of ten to fifteen figures, kept as written but for its spaces. */
export function phoneCell(typed: string): Cell<string> {
  const figures = typed.replaceAll(/\D/g, '')
  const shape = /^\+?[\d\s()./-]+$/.test(typed)
  return shape && figures.length >= 10 && figures.length <= 15
    ? { value: typed.replaceAll(/\s+/g, ' ') }
    : { note: 'odd-phone' }
}

export function emailCell(typed: string): Cell<string> {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(typed) && typed.length <= 254
    ? { value: typed }
    : { note: 'odd-email' }
}

export function sexCell(typed: string): Cell<'F' | 'M'> {
  if (/^(f|female)$/i.test(typed)) return { value: 'F' }
  return /^(m|male)$/i.test(typed) ? { value: 'M' } : { note: 'unknown-sex' }
}

export function ethnicityCell(typed: string): Cell<EthnicityCode> {
  const value = ethnicityOf(typed)
  return value === undefined ? { note: 'unknown-ethnicity' } : { value }
}

/** Today's codes of the school census; the words and codes of before 2014 where they mean the same. */
export function senCell(typed: string): Cell<'N' | 'K' | 'E'> {
  if (/^(n|none|no|no sen|no special.*)$/i.test(typed)) return { value: 'N' }
  if (/^(k|sen support|support|a|p|school action( plus)?)$/i.test(typed)) return { value: 'K' }
  return /^(e|s|ehcp?|ehc plan|education.*plan|statement.*)$/i.test(typed)
    ? { value: 'E' }
    : { trouble: 'unknown-sen', suggestion: null }
}

/** Whether a characteristic is true, in the ways people tick a column. */
export function yesOrNoCell(typed: string): Cell<boolean> {
  if (/^(y|yes|t|true|1|x|✓|✔)$/i.test(typed)) return { value: true }
  return /^(n|no|f|false|0|✗|✘)$/i.test(typed) ? { value: false } : { trouble: 'not-yes-or-no', suggestion: null }
}

/** `Year 11`, `Yr11`, `11`: Reception to Year 14. */
export function yearGroupCell(typed: string): Cell<number> {
  const figures = /^(?:n\.?c\.?\s*)?(?:year|yr|y)?\.?\s*(\d{1,2})$/i.exec(typed)?.[1]
  const value = Number(figures)
  return figures !== undefined && value <= 14 ? { value } : { note: 'odd-year-group' }
}

/** `87`, `87.5%`, and `0.875` where that is plainly a share. */
export function attendanceCell(typed: string): Cell<number> {
  const text = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(typed)?.[1]
  if (text === undefined) return { note: 'odd-attendance' }
  const number = Number(text)
  const value = number < 1 && text.includes('.') && !typed.includes('%') ? number * 100 : number
  return value <= 100 ? { value: Math.round(value * 10) / 10 } : { note: 'odd-attendance' }
}

/** Whether somebody objected. What is neither yes nor no is taken for a yes, with a note: the safe side. */
export function objectionCell(typed: string): { readonly objects: boolean; readonly unclear: boolean } {
  if (/^(|n|no|f|false|0|none|not? opted out|not? objecti(on|ng)|opted in|opt in|in|-)$/i.test(typed))
    return { objects: false, unclear: false }
  const clear = /^(y|yes|t|true|1|x|✓|✔|o|out|opt(ed)?[ -]?out|object(s|ed|ion|ing)?|withdrawn|s\.?72)$/i.test(typed)
  return { objects: true, unclear: !clear }
}
