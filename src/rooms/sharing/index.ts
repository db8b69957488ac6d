/** The door of the sharing room. */
export { answerBreach, takeOff } from './actions/breach.ts'
export { breakGlass } from './actions/break-glass.ts'
export { findCase, restrict } from './actions/protection.ts'
export type { Filed, FiledKind } from './breach.ts'
export { sharingRoutes } from './routes/index.ts'
export { countToReview } from './store/break-glass.ts'
