/** What lists are handed down from tracking: what an answer of theirs does, and what activities are called. */
import type { ActivityHouse } from '#rooms/intake/index.ts'
import { activityLabel, setActivity, verifierWords } from '#rooms/tracking/index.ts'

export const activityParts: ActivityHouse = {
  activityLabel,
  verifiers: verifierWords,
  async setAsAt(tx, personId, { asAt, ...said }) {
    const source = { kind: 'partner-list', organisationId: said.organisationId, saidOn: asAt } as const
    await setActivity(tx, personId, { ...said, verifiedOn: asAt, verifiedBy: 'provider' }, source)
  },
}
