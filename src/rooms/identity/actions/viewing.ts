import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Actor } from '../account.ts'
import { listColleagues } from '../store/colleagues.ts'
import { saveEyes } from '../store/viewing.ts'

/** `real`: the partnership holds people who are not made up. `unknown`: nobody of the partnership's has it now. */
export type LookTrouble = 'real' | 'unknown'

/**
 * From now this session looks through a colleague's eyes, for an hour at most: only in a partnership that holds nobody real, and nothing it does is
 * kept meanwhile.
 */
export async function lookAs(tx: Tx, actor: Actor, membershipId: RowId): Promise<Result<null, LookTrouble>> {
  if (!actor.isDemo) return refused('real')
  const colleague = (await listColleagues(tx)).find(one => one.membershipId === membershipId)
  if (!colleague || colleague.state !== 'active') return refused('unknown')
  if (!(await saveEyes(tx, actor.sessionId, membershipId))) return refused('unknown')
  await record(tx, {
    action: 'view-as.began',
    target: colleague.accountId,
    payload: { as: colleague.accountId, role: colleague.role },
  })
  return ok(null)
}

/** The session looks through its own eyes again. */
export async function stopLooking(tx: Tx, actor: Actor): Promise<void> {
  if (await saveEyes(tx, actor.sessionId, null)) await record(tx, { action: 'view-as.ended' })
}
