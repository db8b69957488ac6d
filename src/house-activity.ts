/** What lists are handed down from tracking: what an answer of theirs does, and what activities are called. */
import type { ActivityHouse } from '#rooms/intake/index.ts'
import { activityLabel, setActivity, verifierWords } from '#rooms/tracking/index.ts'

export const activityParts: ActivityHouse = {
  activityLabel,
  verifiers: verifierWords,
  async setAsAt(tx, personId, { asAt, ...said }) {
    const source = { kind: 'partner-list', organisationId: said.organisationId, saidOn: asAt } as const
    const set = await setActivity(tx, personId, { ...said, verifiedOn: asAt, verifiedBy: 'provider' }, source)
    // A list's word begins after what is on record: nothing reaches into its days. An answer that did nothing would say it had.
    if (!set.ok) throw new Error(`what a list says could not be set: ${set.why}`)
  },
}
