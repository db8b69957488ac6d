/** What opportunities are handed down from deployment and tracking: who leads for whom, and what they do now. */
import { findLead, findTeamOf, listCaseload } from '#rooms/deployment/index.ts'
import type { GuidancePeople } from '#rooms/guidance/index.ts'
import { listSpells } from '#rooms/tracking/index.ts'

export const guidancePeople: GuidancePeople = {
  leadOf: async (worker, personId) => (await findLead(worker, personId))?.accountId,
  leaderOf: async (tx, accountId) => (await findTeamOf(tx, accountId))?.leaderId ?? undefined,
  caseloadOf: (tx, accountId) => listCaseload(tx, accountId),
  activityOf: async (tx, personId) =>
    (await listSpells(tx, personId)).find(spell => spell.finishedOn === null)?.code ?? null,
}
