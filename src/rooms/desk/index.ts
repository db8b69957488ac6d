/** The door of the desk room. */

export { framePerson } from './frame.tsx'
export { withCounts } from './nav-counts.ts'
export { mayComeAlong } from './round/along.ts'
export { deskRoutes } from './routes/index.ts'
