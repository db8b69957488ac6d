/** The door of the sharing room. */
export { breakGlass } from './actions.ts'
export { sharingRoutes } from './routes.tsx'
export { countToReview } from './store.ts'
