/** The door of the desk room. */
export { framePerson } from './frame.tsx'
export { deskRoutes } from './routes/index.ts'
