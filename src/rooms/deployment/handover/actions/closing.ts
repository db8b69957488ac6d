/** Bringing a hand-over to an end, by a colleague or by what happens elsewhere. Its right ends with it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endGrant, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { DeclineReason, Handover, WithdrawReason } from '../handover.ts'
import { goesOn } from '../rules.ts'
import { type Changed, listOpenOn, listStray, updateHandover } from '../store.ts'

export type MoveTrouble = 'stale' | 'over' | 'lead-changed' | 'barred'

const MOST_A_TURN = 200

/** Whether a barrier keeps an adviser from knowing of somebody (K4): then they can neither be asked nor lead. */
export async function isBarred(tx: Tx, personId: PersonId, toId: AccountId): Promise<boolean> {
  const open = await asHouse(tx, 'whether a record may be handed over', worker =>
    listUnbarred(worker, personId, [toId]),
  )
  return open.length === 0
}

/** Changes a hand-over that is under way. Its right is ended or replaced by the caller. */
export async function changeHandover(
  tx: Tx,
  handover: Handover,
  changed: Changed,
): Promise<Result<null, 'stale' | 'over'>> {
  if (handover.overOn !== null) return refused('over')
  const moved = await asHouse(tx, 'a step of a hand-over', worker => updateHandover(worker, handover, changed))
  return moved === 0 ? refused('stale') : ok(null)
}

/** Ends what a hand-over opened. */
export async function endRightOf(tx: Tx, handover: Pick<Handover, 'grantId' | 'personId'>, why: string): Promise<void> {
  const { grantId, personId } = handover
  if (grantId !== null)
    await asHouse(tx, 'the right a hand-over opened', worker => endGrant(worker, grantId, why, [personId]))
}

/** Tells each of them, but not of what they did themselves, and nobody a barrier keeps from knowing of the young person (K4). */
export async function tell(
  tx: Tx,
  whom: readonly AccountId[],
  kind: string,
  { personId, rowId }: Pick<Handover, 'personId' | 'rowId'>,
): Promise<void> {
  const those = await asHouse(tx, 'who may know of somebody handed over', worker =>
    listUnbarred(worker, personId, [...new Set(whom)]),
  )
  for (const accountId of those)
    if (accountId !== tx.acting.actorId) await sendNotice(tx, { accountId, kind, personId, targetId: rowId })
}

type Ending =
  | { readonly state: 'declined'; readonly reason: DeclineReason | 'left'; readonly words: string }
  | { readonly state: 'withdrawn'; readonly reason: WithdrawReason; readonly words: string }

/** Says no to a hand-over, or takes it back: nothing of it stays with whoever was asked. */
export async function endHandover(tx: Tx, handover: Handover, ending: Ending): Promise<Result<null, 'stale' | 'over'>> {
  const done = await changeHandover(tx, handover, {
    ...ending,
    overOn: tx.acting.today,
    dueOn: null,
    grantId: null,
  })
  if (!done.ok) return done
  await endRightOf(tx, handover, 'The hand-over is over')
  const action = ending.state === 'declined' ? 'hand-over.declined' : 'hand-over.withdrawn'
  await record(tx, {
    action,
    about: [handover.personId],
    target: handover.rowId,
    payload: { reason: ending.reason },
  })
  // Whoever was asked and never said yes knew of nothing but the question.
  const whom =
    ending.state === 'declined'
      ? [handover.fromId, ...(handover.begunBy === null ? [] : [handover.begunBy])]
      : [handover.fromId, handover.toId]
  await tell(tx, whom, action, handover)
  return done
}

/** Somebody else leads from now on: hand-overs of this young person that go on with nobody end. */
export async function closeStrays(
  tx: Tx,
  personId: PersonId,
  leadId: AccountId,
  but: RowId | undefined,
): Promise<void> {
  const open = await asHouse(tx, 'hand-overs of somebody whose lead moved', worker => listOpenOn(worker, personId))
  for (const handover of open)
    if (handover.rowId !== but && !goesOn(handover, leadId))
      await endHandover(tx, handover, { state: 'withdrawn', reason: 'lead-changed', words: '' })
}

/** Ends what goes on with nobody: records were joined, or somebody has died. By the clock, as the house. Returns how many. */
export async function tidyHandovers(worker: Tx): Promise<number> {
  const stray = await listStray(worker, MOST_A_TURN)
  for (const { hasDied, ...handover } of stray)
    await endHandover(worker, handover, { state: 'withdrawn', reason: hasDied ? 'died' : 'lead-changed', words: '' })
  return stray.length
}
