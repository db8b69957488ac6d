/** The door of the safeguarding room. */
export { escalateUnread, raiseConcern } from './actions.ts'
export { safeguardingRoutes } from './routes.tsx'
export { countUnread } from './store.ts'
