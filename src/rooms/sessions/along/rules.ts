/** Who comes along to a meeting, and what becomes of their answer. docs/rules/sessions.md */
import type { Day } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { AlongLine, Candidate } from './companion.ts'

/** So many colleagues come along at most: more of them than that is no meeting with one young person. Ours. */
export const MOST_ALONG = 5

export type AlongTrouble = 'too-many' | 'not-close' | 'buddy-along'

type When = { readonly onDay: Day; readonly atTime: string }

/** Whether those who come along are asked anew: of another day or time nobody has said yes. Another place is told, and their answer stands. */
export function isAskedAnew(before: When, after: When): boolean {
  return before.onDay !== after.onDay || before.atTime !== after.atTime
}

/**
 * Why those who are chosen cannot come along; undefined where they can.
 * @param facts.close whether the meeting is kept close: then only those come who read what is kept close of this young person
 * @param facts.buddies who waits to hear of those who go there: whoever goes too cannot wait
 */
export function alongTrouble(
  chosen: readonly AccountId[],
  facts: {
    readonly close: boolean
    readonly candidates: readonly Candidate[]
    readonly buddies: readonly AccountId[]
  },
): AlongTrouble | undefined {
  if (chosen.length > MOST_ALONG) return 'too-many'
  const reading = new Set(facts.candidates.filter(one => one.readsClose).map(one => one.accountId))
  if (facts.close && chosen.some(one => !reading.has(one))) return 'not-close'
  return chosen.some(one => facts.buddies.includes(one)) ? 'buddy-along' : undefined
}

/** Who is new among those who are to come along, and who is not meant any more. */
export function changeOf(
  now: readonly AccountId[],
  wanted: readonly AccountId[],
): { readonly added: readonly AccountId[]; readonly dropped: readonly AccountId[] } {
  return {
    added: [...new Set(wanted)].filter(one => !now.includes(one)),
    dropped: now.filter(one => !wanted.includes(one)),
  }
}

/** Who can be named as having been there, by whoever writes down what came of it: all who went but themself. */
export function otherThan(lines: readonly AlongLine[], me: AccountId): readonly AlongLine[] {
  return lines.filter(one => one.accountId !== me)
}

/** Those of them who are ticked beforehand: who arranged it, and who said that they come and still can. */
export function likelyThere(lines: readonly AlongLine[]): readonly AccountId[] {
  return lines
    .filter(one => one.state === 'arranged' || (one.state === 'coming' && one.isAble))
    .map(one => one.accountId)
}

/** Whether words of an alert ask for two: then it is offered first at a visit to their home. */
export function asksForTwo(words: readonly string[]): boolean {
  return words.some(one => /\b(?:in pairs|a pair|two of us|two staff|never alone|not alone)\b/i.test(one))
}
