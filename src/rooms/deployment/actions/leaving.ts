/** What ends when somebody stops working as an adviser here, or is switched off. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'
import type { Role } from '#rooms/identity/index.ts'
import { isAdviser } from '../rules.ts'
import { listCovers } from '../store/covers.ts'
import { listDeployments } from '../store/deployments.ts'
import { listDutyDays } from '../store/duty.ts'
import { endCover } from './covers.ts'
import { endDeployment } from './deployments.ts'
import { endDuty } from './duty.ts'
import { leaveTeams } from './teams.ts'

/**
 * Ends the deployments, covers and duty days of an account, and its place in a team and leading of teams, where no role is
 * left that carries them. A cover for somebody who left goes on to its end: their young people still need somebody.
 * @param left the roles the account still has
 */
export async function endAdviserWork(tx: Tx, accountId: AccountId, left: readonly Role[], why: string): Promise<void> {
  const stays = left.some(isAdviser)
  if (!stays) await endPostings(tx, accountId, why)
  await leaveTeams(tx, accountId, { lead: !left.includes('team-leader'), place: !stays })
}

/** Ends the deployments, covers and duty days of an account. */
export async function endPostings(tx: Tx, accountId: AccountId, why: string): Promise<void> {
  for (const { rowId } of await listDeployments(tx, accountId)) await endDeployment(tx, rowId, why)
  for (const { rowId } of await listCovers(tx, accountId)) await endCover(tx, rowId, why)
  for (const { rowId } of await listDutyDays(tx, accountId)) await endDuty(tx, rowId, why)
}
