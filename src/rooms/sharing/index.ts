/** The door of the sharing room. */
export { breakGlass } from './actions/break-glass.ts'
export { findCase, restrict } from './actions/protection.ts'
export { sharingRoutes } from './routes/index.ts'
