/**
 * What a list's word on characteristics does. Pure. A partner opens and ends its own word only: what stands by somebody else
 * stays, and what a person ended, corrected or took off is not brought back by a list that goes on saying it.
 */
import type { Day } from '#ground/day.ts'

export { characteristicLabel } from '#rooms/people/index.ts'

import { isHeldBack } from './reading/fields.ts'
import type { Said } from './reading/read-row.ts'

/** One row of a characteristic of somebody, in the order in which they were written. */
export type CharacteristicOnRecord = {
  readonly id: string
  readonly code: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  /** Current, and true today or from today on. */
  readonly stands: boolean
  /** Said by the partner whose list it is. */
  readonly isOwn: boolean
  readonly isReplaced: boolean
  /** Replaced or taken off by a person, not by a list or its undoing. */
  readonly byPerson: boolean
}

export type CharacteristicStep =
  | { readonly kind: 'add'; readonly code: string }
  | { readonly kind: 'end'; readonly code: string; readonly id: string; readonly startedOn: Day }

/** What is to be written for what a list says of somebody. */
export function characteristicSteps(said: Said, rows: readonly CharacteristicOnRecord[]): CharacteristicStep[] {
  return Object.entries(said).flatMap(([code, isTrue]): CharacteristicStep[] => {
    const of = rows.filter(r => r.code === code)
    if (!isTrue) {
      const own = of.find(r => r.isOwn && !r.isReplaced && r.finishedOn === null)
      return own ? [{ kind: 'end', code, id: own.id, startedOn: own.startedOn }] : []
    }
    if (of.some(r => r.stands)) return []
    const last = of.findLast(r => r.isOwn && (!r.isReplaced || r.byPerson))
    return last?.byPerson === true ? [] : [{ kind: 'add', code }]
  })
}

/** What a row says, taken apart: what those who bring lists in may see, and what is held back from them (K6). */
export function splitSaid(said: Said): { readonly open: Said; readonly held: Said } {
  const all = Object.entries(said)
  return {
    open: Object.fromEntries(all.filter(([code]) => !isHeldBack(code))),
    held: Object.fromEntries(all.filter(([code]) => isHeldBack(code))),
  }
}
