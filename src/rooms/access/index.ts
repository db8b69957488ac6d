/** The door of the access room. */
export { classesOn, endGrant, liftBarrier, openGrant, setBarrier } from './actions.ts'
export {
  ADVISER_CLASSES,
  CLASS_BITS,
  DATA_OFFICER_CLASSES,
  DUTY_CLASSES,
  FRONT_DESK_CLASSES,
  fromBits,
  INTENSIVE_CLASSES,
  OWN_ROLL_CLASSES,
  type RecordClass,
  SAFEGUARDING_CLASSES,
  TRACKING_CLASSES,
  toBits,
} from './classes.ts'
export type { Basis, Grant, GrantSource, NewGrant, Scope } from './grant.ts'
export {
  endGrantsAbout,
  endGrantsHeld,
  endGrantsOnGroup,
  endMembers,
  findBitsHeld,
  insertMembers as addMembers,
  listGrantsHeld,
  listGrantsOn,
} from './store.ts'
