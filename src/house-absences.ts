/** What absences are handed down from deployment: who works with somebody, and who with a place. */
import { findLead, findTeamOf, listDeployments, stateOn } from '#rooms/deployment/index.ts'
import type { AbsencePeople } from '#rooms/tracking/index.ts'

export const absencePeople: AbsencePeople = {
  leadOf: async (worker, personId) => (await findLead(worker, personId))?.accountId,

  async deployedTo(worker, organisationId) {
    const { today } = worker.acting
    const all = await listDeployments(worker, null)
    return all
      .filter(one => one.organisationId === organisationId && stateOn(one, today) === 'now')
      .map(one => one.accountId)
  },

  async placesOf(tx, accountId) {
    const own = await listDeployments(tx, accountId)
    return own.filter(one => stateOn(one, tx.acting.today) === 'now').map(one => one.organisationId)
  },

  leaderOf: async (tx, accountId) => (await findTeamOf(tx, accountId))?.leaderId ?? undefined,
}
