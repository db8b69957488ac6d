/** What was said to a letter counts for the letter that was shown, and for no other. docs/rules/referrals.md */
import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '#ground/result.ts'
import type { Part, Referral } from '../referral.ts'
import type { Sending, SendTrouble } from '../rules.ts'
import type { Say } from './say.ts'

/** A digest of a letter: of the same parts that say the same it is the same. What they themselves say to it is no part of what is shown. */
export function stampOfLetter(parts: readonly Part[]): string {
  const shown = parts
    .filter(({ part }) => part !== 'said')
    .toSorted((a, b) => a.part.localeCompare(b.part))
    .map(({ part, classBit, lines }) => [part, classBit, lines.map(({ label, value }) => [label, value])])
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
}

/** The last that was said to the letter as it is now; undefined where it changed since, or nothing was said. */
export function sayInForce(says: readonly Say[], stamp: string): Say | undefined {
  return says.findLast(say => say.stamp === stamp)
}

/**
 * Whether what is sent agrees with what they said by their link: a letter they read was not kept back from them, and one they say is wrong, or do not want sent, goes
 * only as one they object to, with an answer (K2).
 */
export function checkAgainstSay(
  sending: Pick<Sending, 'isShown' | 'view'>,
  say: Pick<Say, 'say'> | undefined,
): Result<null, Extract<SendTrouble, 'seen-by-link' | 'said-otherwise'>> {
  if (!say) return ok(null)
  if (!sending.isShown) return refused('seen-by-link')
  return say.say !== 'right' && sending.view !== 'objects' ? refused('said-otherwise') : ok(null)
}

export type NoLetterLink = 'over' | 'kept-back'

/** Why a letter cannot be shown by a link; undefined where it can. */
export function whyNoLetterLink(referral: Pick<Referral, 'overOn' | 'withheldBy'>): NoLetterLink | undefined {
  if (referral.overOn !== null) return 'over'
  return referral.withheldBy === null ? undefined : 'kept-back'
}

export type NoAgencyLink = 'not-sent' | 'has-accounts' | 'shut'

/**
 * Why no link can be made for somebody at the other agency; undefined where one can.
 * @param facts.hasAccounts colleagues there sign in: they see it in their own list
 * @param facts.isOpen the agency is there, and the young person alive
 */
export function whyNoAgencyLink(
  referral: Pick<Referral, 'sentOn' | 'overOn' | 'teamId'>,
  facts: { readonly hasAccounts: boolean; readonly isOpen: boolean },
): NoAgencyLink | undefined {
  if (referral.overOn !== null || !facts.isOpen) return 'shut'
  if (referral.sentOn === null) return 'not-sent'
  return facts.hasAccounts || referral.teamId !== null ? 'has-accounts' : undefined
}
