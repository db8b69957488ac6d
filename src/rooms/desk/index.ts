/** The door of the desk room. */

export { withCounts } from './counts.ts'
export { framePerson } from './frame.tsx'
export { deskRoutes } from './routes/index.ts'
