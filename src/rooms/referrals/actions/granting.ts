/** The right that accepting a referral opens over the record, and that its end ends. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, GrantId } from '#ground/ids.ts'
import { CLASS_BITS, endGrant, fromBits, openGrant, toBits } from '#rooms/access/index.ts'
import type { Protocol, Referral } from '../referral.ts'
import { listParts } from '../store/letter.ts'
import { updateGrant } from '../store/referrals.ts'

/** Classes a referral opens of the record: never what is given by name alone, and never what is kept close (decisions 0021, 0036). */
const NEVER = toBits(['offending', 'immigration', 'restricted', 'safeguarding', 'audit', 'identifiers'])

/** Opens to whoever works on it what the letter told of, and nothing more. */
export async function openFor(
  tx: Tx,
  referral: Pick<Referral, 'rowId' | 'personId'>,
  protocol: Pick<Protocol, 'basis'>,
  workerId: AccountId,
): Promise<GrantId> {
  // What goes along may be of a class that whoever accepts does not see before it is accepted.
  const parts = await asHouse(tx, 'what a referral opens', worker => listParts(worker, referral.rowId))
  const told = parts
    .filter(part => part.part !== 'asked' && part.part !== 'said')
    .reduce<number>((bits, part) => bits | part.classBit, CLASS_BITS.identity)
  return openGrant(tx, {
    scope: { kind: 'person', personId: referral.personId },
    holderId: workerId,
    classes: fromBits(told & ~NEVER),
    basis: protocol.basis,
    source: 'referral',
    // Not for what: that tells of more than whoever reads it may know (K6).
    reason: 'A referral',
  })
}

export async function endFor(tx: Tx, referral: Pick<Referral, 'grantId' | 'personId'>, why: string): Promise<void> {
  if (referral.grantId !== null) await endGrant(tx, referral.grantId, why, [referral.personId])
}

/** A grant's classes never change: where the letter says more or less now, or another works on it, another takes its place. */
export async function reopenGrant(
  tx: Tx,
  referral: Pick<Referral, 'rowId' | 'personId' | 'workerId' | 'grantId'>,
  protocol: Pick<Protocol, 'basis'>,
  why: string,
): Promise<void> {
  await endFor(tx, referral, why)
  if (referral.workerId === null) return updateGrant(tx, referral.rowId, null)
  await updateGrant(tx, referral.rowId, await openFor(tx, referral, protocol, referral.workerId))
}
