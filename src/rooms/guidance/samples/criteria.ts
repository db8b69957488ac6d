/** What is looked at in an agreed assessment or plan: ours, dated, so that an old reading is read by what was asked then. docs/rules/guidance.md */
import { type Day, isAfter, toDay } from '#ground/day.ts'
import type { Criterion, Sampled } from './sample.ts'

type Edition = { readonly from: Day; readonly of: Readonly<Record<Sampled, readonly Criterion[]>> }

/** Oldest first. */
const EDITIONS: readonly [Edition, ...Edition[]] = [
  {
    from: toDay('2026-01-01'),
    of: {
      assessment: ['evidence', 'own-view', 'own-words', 'not-explored', 'signals', 'since-baseline'],
      plan: ['own-words', 'specific', 'owned', 'challenge', 'came-of', 'since-baseline'],
    },
  },
]

/** The list that holds on a day, with the day from which it does. */
export function criteriaOn(day: Day): Edition {
  return EDITIONS.findLast(one => !isAfter(one.from, day)) ?? EDITIONS[0]
}
