/** What goes wrong between a person and a list. */
import { dayFromParts, partsOf } from '#ground/day.ts'
import type { Shown, TruthNote } from './person.ts'
import type { Chance } from './random.ts'

export type Mistaken = { readonly shown: Shown; readonly notes: readonly TruthNote[] }

/** One of the slips of a typist. The first letter stays, as it mostly does. */
export function mistype(name: string, chance: Chance): string {
  const typed = slipOf(name, chance)
  return typed === name ? `${name}${name.at(-1) ?? ''}` : typed
}

function slipOf(name: string, chance: Chance): string {
  if (name.length < 4) return `${name}${name.at(-1) ?? ''}`
  const at = chance.between(1, name.length - 2)
  const [before, letter, next, after] = [name.slice(0, at), name[at] ?? '', name[at + 1] ?? '', name.slice(at + 2)]
  const slip = chance.between(0, 3)
  if (slip === 0) return `${before}${next.toLowerCase()}${letter.toLowerCase()}${after}`
  if (slip === 1) return `${before}${next}${after}`
  if (slip === 2) return `${before}${letter}${letter.toLowerCase()}${next}${after}`
  return `${before}${chance.pick(['a', 'e', 'i', 'n', 'o', 'r', 's', 't'])}${next}${after}`
}

/** Day and month the wrong way round, where that gives another day. */
export function swapDayAndMonth(shown: Shown): Shown | undefined {
  const { year, month, dayOfMonth } = partsOf(shown.born)
  if (month === dayOfMonth) return undefined
  const swapped = dayFromParts(year, dayOfMonth, month)
  return swapped && { ...shown, born: swapped }
}

/** Somebody as a list has them, now and then a little wrong. */
export function withMistakes(shown: Shown, chance: Chance): Mistaken {
  const notes: TruthNote[] = []
  let now = shown
  const slip = chance.next()
  if (slip < 0.015) {
    now = { ...now, family: mistype(now.family, chance) }
    notes.push('mistyped-name')
  } else if (slip < 0.03) {
    now = { ...now, given: mistype(now.given, chance) }
    notes.push('mistyped-name')
  }
  const swapped = chance.happens(0.012) ? swapDayAndMonth(now) : undefined
  if (swapped !== undefined) {
    now = swapped
    notes.push('day-month-swapped')
  }
  if (chance.happens(0.06)) {
    now = { ...now, ...chance.pick(LOST)(now) }
    notes.push('missing-field')
  }
  return { shown: now, notes }
}

const LOST: readonly ((shown: Shown) => Partial<Shown>)[] = [
  () => ({ uln: '' }),
  () => ({ upn: '' }),
  shown => ({ place: { ...shown.place, postcode: '' } }),
  shown => ({ place: { ...shown.place, line1: '', line2: '' } }),
  () => ({ middle: '' }),
  () => ({ phone: '', mobile: '' }),
]
