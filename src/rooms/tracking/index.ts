/** The door of the tracking room. */
export { confirmActivity, setActivity } from './actions.ts'
export type { ActivityGroup, ActivitySpell } from './activity.ts'
export { ACTIVITY_CODES } from './codes.ts'
export { activityLabel, type Currency, currencyOf, groupOf, isNeet, lapsesOn } from './rules.ts'
export { listSpells } from './store.ts'
