/** What opportunities are handed down from deployment and tracking: who leads for whom, and what they do now. */
import { factorWords, lastAgreed, levelWords, listFull } from '#rooms/assessment/index.ts'
import { findLead, findTeamOf, listCaseload } from '#rooms/deployment/index.ts'
import type { GuidancePeople } from '#rooms/guidance/index.ts'
import { listSpells, spellOfNow } from '#rooms/tracking/index.ts'

/** Factors that say how somebody learns, and nothing of health, family or offending (K6). */
const LEARNING: ReadonlySet<string> = new Set([
  'participation',
  'achievements',
  'basic-skills',
  'key-skills',
  'life-skills',
  'motivation',
])

export const guidancePeople: GuidancePeople = {
  leadOf: async (worker, personId) => (await findLead(worker, personId))?.accountId,
  leaderOf: async (tx, accountId) => (await findTeamOf(tx, accountId))?.leaderId ?? undefined,
  caseloadOf: (tx, accountId) => listCaseload(tx, accountId),
  async learningNeedsOf(tx, personId) {
    const last = lastAgreed(await listFull(tx, personId))
    return (last?.ratings ?? [])
      .filter(one => LEARNING.has(one.factor) && (one.ownLevel !== null || one.staffLevel !== null))
      .map(one => ({
        label: factorWords[one.factor] ?? one.factor,
        own: one.ownLevel === null ? undefined : levelWords[one.ownLevel],
        staff: one.staffLevel === null ? undefined : levelWords[one.staffLevel],
      }))
  },
  activityOf: async (tx, personId) => spellOfNow(await listSpells(tx, personId))?.code ?? null,
}
