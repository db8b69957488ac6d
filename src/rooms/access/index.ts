/** The door of the access room. */
export {
  classesOn,
  classesOnEach,
  colleaguesSeeing,
  endGrant,
  holdersOf,
  liftBarrier,
  liftWhereabouts,
  listSeeing,
  listUnbarred,
  openGrant,
  setBarrier,
} from './actions.ts'
export { BARRIER_GROUNDS, type Barrier, type BarrierGround, type BarrierKind } from './barrier.ts'
export {
  ADVISER_CLASSES,
  CLASS_BITS,
  DATA_OFFICER_CLASSES,
  DUTY_CLASSES,
  FRONT_DESK_CLASSES,
  fromBits,
  INTENSIVE_CLASSES,
  NAMED_CLASSES,
  type NamedClass,
  OWN_ROLL_CLASSES,
  type RecordClass,
  SAFEGUARDING_CLASSES,
  TRACKING_CLASSES,
  toBits,
} from './classes.ts'
export type { Basis, Grant, GrantSource, NewGrant, Right, Scope } from './grant.ts'
export {
  endEverythingOn,
  endGrantsAbout,
  endGrantsHeld,
  endGrantsOnGroup,
  endMembers,
  findBitsHeld,
  insertMembers as addMembers,
  listBarriers,
  listGrantsHeld,
  listGrantsOn,
  listRightsOver,
} from './store.ts'
