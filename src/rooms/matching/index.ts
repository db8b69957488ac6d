/** The door of the matching room. */
export { judgeRows } from './actions.ts'
export type { Judgement, Reason, Sought } from './judgement.ts'
