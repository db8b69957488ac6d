/** What kinds of columns there are, and how a text of each kind is made alike before it is compared. */
import { fold, readIdentifier } from '#rooms/people/index.ts'

export type Kind =
  | 'given'
  | 'family'
  | 'date'
  | 'postcode'
  | 'place'
  | 'identifier'
  | 'upn'
  | 'uln'
  | 'nhs'
  | 'phone'
  | 'email'
  | 'number'
  | 'category'

/** Words that stand where nobody's name is known: they say nothing of who it is. */
const NO_NAMES =
  /^(unknown|not known|unnamed|no name|none|na|n a|tbc|test|infant|baby|baby of .*|baby (girl|boy)|(twin|triplet)( (one|two|three|[1-3a-c]))?|male|female|mr|mrs|miss|ms)$/

/** The text to compare by, or '' when it says nothing. */
export function prepared(kind: Kind, text: string): string {
  const plain = text.trim()
  if (plain === '') return ''
  switch (kind) {
    case 'given':
    case 'family':
      return nameOf(plain)
    case 'date':
      return dateOf(plain)
    case 'postcode':
      return postcodeOf(plain)
    case 'identifier':
      return numberOf(plain.toUpperCase().replaceAll(/[^A-Z\d]/g, ''))
    case 'upn':
    case 'uln':
    case 'nhs':
      return checkedNumber(kind, plain)
    case 'phone':
      return phoneOf(plain)
    case 'email':
      return plain.includes('@') ? plain.toLowerCase() : ''
    case 'place':
    case 'category':
    case 'number':
      return fold(plain)
    default:
      return kind satisfies never
  }
}

function nameOf(text: string): string {
  const folded = fold(text)
  return NO_NAMES.test(folded) || (/^(.)\1*$/.test(folded.replaceAll(' ', '')) && folded.length > 2) ? '' : folded
}

/** Eight figures, year first. Impossible days are kept as they are: they are slips of a real one. */
function dateOf(text: string): string {
  const digits = text.replaceAll(/[^\d]/g, '')
  const british = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(text)
  const date = british
    ? `${british[3]}${(british[2] ?? '').padStart(2, '0')}${(british[1] ?? '').padStart(2, '0')}`
    : digits.slice(0, 8)
  return date.length < 8 || date === '19000101' || date === '18990101' || /^(.)\1*$/.test(date) ? '' : date
}

function postcodeOf(text: string): string {
  const code = text.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  return code.startsWith('ZZ99') || /^(.)\1*$/.test(code) ? '' : code
}

function numberOf(code: string): string {
  return code.length < 4 || /^[A-Z]?(.)\1*$/.test(code) || code === '1234567890' || code === '0123456789' ? '' : code
}

/** A number whose check digit is wrong says nothing. */
function checkedNumber(kind: 'upn' | 'uln' | 'nhs', text: string): string {
  const read = readIdentifier(kind, text)
  return read.ok ? numberOf(read.value) : ''
}

function phoneOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '').replace(/^(0044|44)(?=\d{10}$)/, '0')
  return digits.length < 6 || /^(.)\1*$/.test(digits) || /^0+$/.test(digits.slice(2)) ? '' : digits
}
