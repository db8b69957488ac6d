/** What is known of somebody who may be somebody else, and the lines two of them are compared by. */
import type { Day } from '#ground/day.ts'
import { Gatherer, type Records } from '../engine/columns.ts'
import { type Kind, prepared } from '../engine/kinds.ts'

/** The lines of the product: what partners' lists tell and records know. */
export const LINES = [
  { name: 'given', kind: 'given' },
  { name: 'family', kind: 'family' },
  { name: 'born', kind: 'date' },
  { name: 'postcode', kind: 'postcode' },
  { name: 'upn', kind: 'upn' },
  { name: 'uln', kind: 'uln' },
  { name: 'nhs', kind: 'nhs' },
  { name: 'phone', kind: 'phone' },
  { name: 'email', kind: 'email' },
] as const satisfies readonly { readonly name: string; readonly kind: Kind }[]

export type LineName = (typeof LINES)[number]['name']

export type Name = { readonly given: string; readonly family: string }

/**
 * A row of a list or a record: its names (legal, preferred, former) and, for everything else, what it was and is, the current
 * one first. Texts are as they were written.
 */
export type Known = {
  readonly names: readonly Name[]
  readonly bornOn: Day | null
  readonly postcodes: readonly string[]
  readonly upns: readonly string[]
  readonly ulns: readonly string[]
  readonly nhss: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Recorded as dead: a row of a list does not say. */
  readonly isDead?: boolean
}

/** Somebody of whom nothing is known yet. */
export const NOBODY: Known = {
  names: [],
  bornOn: null,
  postcodes: [],
  upns: [],
  ulns: [],
  nhss: [],
  phones: [],
  emails: [],
}

const NO_NAME: Name = { given: '', family: '' }

/** The values of a line; for names those of one name. */
export function valuesOf(known: Known, line: LineName): readonly string[] {
  switch (line) {
    case 'given':
      return known.names.map(n => n.given)
    case 'family':
      return known.names.map(n => n.family)
    case 'born':
      return known.bornOn === null ? [] : [known.bornOn]
    case 'postcode':
      return known.postcodes
    case 'upn':
      return known.upns
    case 'uln':
      return known.ulns
    case 'nhs':
      return known.nhss
    case 'phone':
      return known.phones
    case 'email':
      return known.emails
    default:
      return line satisfies never
  }
}

/** One row of texts for the engine: one name and the first of everything else. */
export function textsOf(known: Known, name: Name = known.names[0] ?? NO_NAME): string[] {
  return LINES.map(({ name: line }) =>
    line === 'given' ? name.given : line === 'family' ? name.family : (valuesOf(known, line)[0] ?? ''),
  )
}

/** Of several things in common the one both say first, whichever stands left; a placeholder is nothing in common. */
function inCommon({ name, kind }: (typeof LINES)[number], left: Known, right: Known): string | undefined {
  if (name === 'given' || name === 'family') return undefined
  const [mine, theirs] = [valuesOf(left, name), valuesOf(right, name)]
  let found: string | undefined
  let place = Number.POSITIVE_INFINITY
  for (const [n, value] of mine.entries()) {
    const at = theirs.indexOf(value)
    if (at === -1 || n + at > place || (n + at === place && value > (found ?? ''))) continue
    if (prepared(kind, value) === '') continue
    found = value
    place = n + at
  }
  return found
}

/** Every way two may stand side by side: each name of one beside each of the other, and of all else what they have in common. */
export function sideBySide(left: Known, right: Known): (readonly [string[], string[]])[] {
  const shared = new Map<LineName, string | undefined>(LINES.map(line => [line.name, inCommon(line, left, right)]))
  const row = (of: Known, name: Name) =>
    LINES.map(({ name: line }) =>
      line === 'given'
        ? name.given
        : line === 'family'
          ? name.family
          : (shared.get(line) ?? valuesOf(of, line)[0] ?? ''),
    )
  const [mine, theirs] = [
    left.names.length > 0 ? left.names : [NO_NAME],
    right.names.length > 0 ? right.names : [NO_NAME],
  ]
  return mine.flatMap(a => theirs.map(b => [row(left, a), row(right, b)] as const))
}

/** Columns of the product without a record in them: what keys are made by. */
export function noRecords(): Records {
  return new Gatherer(LINES).done()
}
