/** The door of the matching room. */
export { judgeRows } from './actions.ts'
export type { Found } from './engine/candidates.ts'
export { Gatherer, type Records } from './engine/columns.ts'
export { type Linked, linkAll } from './engine/engine.ts'
export { Index } from './engine/incremental.ts'
export type { Kind } from './engine/kinds.ts'
export type { Judgement, Reason, Sought } from './judgement.ts'
