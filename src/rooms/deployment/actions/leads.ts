import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, GroupId, PersonId, RowId } from '#ground/ids.ts'
import {
  ADVISER_CLASSES,
  addMembers,
  endGrantsAbout,
  endMembers,
  INTENSIVE_CLASSES,
  openGrant,
} from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { closeStrays } from '../handover/actions/closing.ts'
import { endLead, findLead, insertLead } from '../store/leads.ts'
import { findTeamOf } from '../store/teams.ts'

/**
 * Gives a young person a lead adviser, or another one. In one transaction the old lead's grant ends and the new one's
 * opens, and both are told; the reason can be read by all who see the record.
 * @param wanted.isIntensive whether the new lead works intensively: they see health and care as well
 * @param wanted.quiet tells nobody: for taking over whole caseloads at once
 * @param wanted.handover the hand-over that moves it; any other that is under way ends
 */
export async function assignLead(
  tx: Tx,
  personId: PersonId,
  wanted: { accountId: AccountId; isIntensive: boolean; reason: string; quiet?: boolean; handover?: RowId },
): Promise<void> {
  // Whoever moves a lead need not see who had it: the old lead's grant ends all the same.
  const before = await asHouse(tx, 'moving a lead', worker => findLead(worker, personId))
  const team = await findTeamOf(tx, wanted.accountId)
  await asHouse(tx, 'moving a lead', async worker => {
    await endLead(worker, personId)
    if (before) {
      await endGrantsAbout(
        worker,
        { personId, source: 'lead-adviser', holderId: before.accountId },
        'No longer the lead adviser',
      )
      // What was given to them by name was for their work with the young person (decision 0021).
      if (before.accountId !== wanted.accountId)
        await endGrantsAbout(
          worker,
          { personId, source: 'named-class', holderId: before.accountId },
          'No longer the lead adviser',
        )
      if (before.teamId !== null) await endMembers(worker, before.teamId, [personId])
      await endMembers(worker, caseloadOf(before.accountId), [personId])
    }
    await insertLead(worker, personId, { accountId: wanted.accountId, teamId: team?.id ?? null, reason: wanted.reason })
    if (team) await addMembers(worker, team.id, [personId])
    await addMembers(worker, caseloadOf(wanted.accountId), [personId])
  })
  await openGrant(tx, {
    scope: { kind: 'person', personId },
    holderId: wanted.accountId,
    classes: wanted.isIntensive ? INTENSIVE_CLASSES : ADVISER_CLASSES,
    basis: 'public-task',
    source: 'lead-adviser',
    reason: wanted.reason,
  })
  await record(tx, {
    action: 'lead.assigned',
    about: [personId],
    payload: { from: before?.accountId ?? null, to: wanted.accountId, why: wanted.reason },
  })
  await closeStrays(tx, personId, wanted.accountId, wanted.handover)
  if (wanted.quiet) return
  for (const accountId of new Set([wanted.accountId, ...(before ? [before.accountId] : [])]))
    if (accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId, kind: accountId === wanted.accountId ? 'lead.given' : 'lead.taken', personId })
}

/** Who somebody leads for is a group under their own account id: what a colleague who covers holds the grant on. */
export function caseloadOf(accountId: AccountId): GroupId {
  return accountId as string as GroupId
}
