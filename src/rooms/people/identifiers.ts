/** Numbers people are known by, told apart and checked by their check digits. Sources: docs/rules/people.md#identifiers */
import { ok, type Result, refused } from '#ground/result.ts'

export type IdentifierKind = 'upn' | 'uln' | 'nhs'

/** What is held of somebody: a UPN they had at another school finds them too, and never takes the place of the one they have. */
export type HeldIdentifierKind = IdentifierKind | 'former-upn'

export type IdentifierTrouble =
  | 'empty'
  | 'wrong-length'
  | 'wrong-shape'
  | 'letter-o-for-zero'
  | 'wrong-check'
  | 'placeholder'
  /** A number of another kind in this field: a ten-digit number cannot be both a valid ULN and a valid NHS number. */
  | 'is-uln'
  | 'is-nhs'

/**
 * Reads an identifier as people type or export it (spaces and dashes do not matter).
 * @returns the number in its bare form, or what is wrong with it
 */
export function readIdentifier(kind: IdentifierKind, typed: string): Result<string, IdentifierTrouble> {
  const bare = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  if (bare === '') return refused('empty')
  return kind === 'upn' ? readUpn(bare) : readTenDigits(kind, bare)
}

/** Letters of a UPN's check: I, O and S are not used. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** 13 characters: check letter, authority (3), school (4), year (2), serial (3; the last a letter when temporary). */
function readUpn(bare: string): Result<string, IdentifierTrouble> {
  if (/^UN[1-5]$/.test(bare)) return refused('placeholder')
  if (bare.length !== 13) return refused('wrong-length')
  if (/^[A-Z][0-9O]{11}[0-9A-Z]$/.test(bare) && bare.slice(1, 12).includes('O')) return refused('letter-o-for-zero')
  if (!/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/.test(bare)) return refused('wrong-shape')
  let sum = 0
  for (let i = 1; i < bare.length; i++) sum += upnValue(bare.charCodeAt(i)) * (i + 1)
  return UPN_LETTERS[sum % 23] === bare[0] ? ok(bare) : refused('wrong-check')
}

const ZERO = 48

function upnValue(code: number): number {
  return code < ZERO + 10 ? code - ZERO : UPN_LETTERS.indexOf(String.fromCharCode(code))
}

function readTenDigits(kind: 'uln' | 'nhs', bare: string): Result<string, IdentifierTrouble> {
  if (bare.length !== 10) return refused('wrong-length')
  if (/^[0-9O]{10}$/.test(bare) && bare.includes('O')) return refused('letter-o-for-zero')
  if (!/^\d{10}$/.test(bare)) return refused('wrong-shape')
  // One digit ten times: passes the NHS sum, and 9999999999 is the learner return's "not known yet".
  if (/^(.)\1*$/.test(bare)) return refused('placeholder')
  let sum = 0
  for (let i = 0; i < 10; i++) sum += (bare.charCodeAt(i) - ZERO) * (10 - i)
  const isUln = sum % 11 === 10 && bare[0] !== '0'
  const isNhs = sum % 11 === 0
  if (kind === 'uln') return isUln ? ok(bare) : refused(isNhs ? 'is-nhs' : 'wrong-check')
  return isNhs ? ok(bare) : refused(isUln ? 'is-uln' : 'wrong-check')
}

/** What an unlabelled number is, if it is one of ours at all. */
export function kindOf(typed: string): IdentifierKind | undefined {
  return (['upn', 'uln', 'nhs'] as const).find(kind => readIdentifier(kind, typed).ok)
}

/** The name of a kind of number, for a page. */
export function kindLabel(kind: HeldIdentifierKind): string {
  return kind === 'former-upn' ? 'Former UPN' : kind.toUpperCase()
}

/** A number as it may be shown on a page. */
export function shownNumber({ kind, value }: { readonly kind: HeldIdentifierKind; readonly value: string }): string {
  return kind === 'upn' || kind === 'former-upn' ? maskUpn(value) : value
}

/** A UPN as people may see it: its use is for education alone (K7), so all but the last three signs are covered. */
export function maskUpn(upn: string): string {
  return `••••••••••${upn.slice(-3)}`
}
