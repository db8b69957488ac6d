/** Objections of the demo to referrals that are under way, one of every answer. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import { amendReferral, answerObjection, endReferral, objectToReferral, type Referral } from '#rooms/referrals/index.ts'
import { referralPeople as house } from '../house-referrals.ts'

export const OBJECTED = ['objects', 'stopped', 'goes-on', 'goes-on-with-less', 'over-first'] as const
export type Objected = (typeof OBJECTED)[number]

/** They object to one that is accepted. */
export const object = (tx: Tx, referral: Referral) =>
  objectToReferral(tx, house, referral, { words: 'I do not want them to ring me at home', linkId: null })

/** How the sender's side answers; undefined where the other agency ends it first, or nobody has answered yet. */
export function answering(kind: Objected, accountId: AccountId, letter: Parameters<typeof amendReferral>[4]['letter']) {
  switch (kind) {
    case 'stopped':
      return (tx: Tx, referral: Referral) =>
        answerObjection(tx, house, referral, accountId, { kind: 'stop', words: 'They are helped in another way' })
    case 'goes-on':
      return (tx: Tx, referral: Referral) =>
        answerObjection(tx, house, referral, accountId, {
          ...{ kind: 'go-on', words: 'You would have nowhere to sleep, and the law lets us. They ring us, not you' },
          isTold: true,
        })
    case 'goes-on-with-less':
      return (tx: Tx, referral: Referral) =>
        amendReferral(tx, house, referral, accountId, {
          letter: { ...letter, parts: [] },
          why: 'They do not want to be rung',
          sending: {
            ...{ view: 'agrees', viewWords: 'Like this it is fine', viewAnswer: '', isShown: true },
            ...{ withheldWhy: '', withheldReviewOn: null },
          },
        })
    case 'objects':
    case 'over-first':
      return undefined
    default:
      return kind satisfies never
  }
}

/** The other agency ends it before it was answered. */
export const endedFirst = (tx: Tx, referral: Referral) =>
  endReferral(tx, house, referral, 'left-early', 'They did not come back after the second time')
