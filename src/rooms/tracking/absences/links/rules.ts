/** Whether a link by which a place tells of an absence still opens. docs/rules/tracking.md */
import type { AccountId } from '#ground/ids.ts'

export type LinkFacts = {
  /** On record, alive, and closed to nobody who is asked about. */
  readonly isOpen: boolean
  /** The place is open, and has them on its roll now. */
  readonly isThere: boolean
  /** Somebody at the place has an account by now: they tell by it. */
  readonly hasAccounts: boolean
  readonly leadId: AccountId | undefined
}

export const GONE = ['closed', 'not-there', 'has-accounts', 'lead-changed'] as const
export type Gone = (typeof GONE)[number]

/**
 * Why a link is over though its days are not; undefined while it stands. It is as old as what the young person was told of it: by whom it was made, and where they learn.
 * @param madeBy who made it, or is about to
 */
export function whyGone(facts: LinkFacts, madeBy: AccountId): Gone | undefined {
  if (!facts.isOpen) return 'closed'
  if (!facts.isThere) return 'not-there'
  if (facts.hasAccounts) return 'has-accounts'
  return facts.leadId === madeBy ? undefined : 'lead-changed'
}
