/** The door of the audit room. */
export { beginEpoch, record, SEAL_BATCH, sealPending } from './actions.ts'
export type { ActorKind, AuditEvent, Happening, Outcome, Root, SignedRoot } from './event.ts'
export { openSigningKey, passingKey, type SigningKey } from './key.ts'
export { anchorText } from './rules.ts'
export { findLag, listAbout, listBy, listRecent } from './store.ts'
export { type Fault, type Finding, type Verdict, verifyLog } from './verify.ts'
