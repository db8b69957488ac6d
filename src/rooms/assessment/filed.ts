/** What of this room can be found on the wrong young person (K9) besides an assessment itself: how each is found, and taken off. */
import { findFiledSaying, sealSaying } from './other-tools/sayings.ts'
import { findFiledTransfer, sealTransfer } from './transfers/actions.ts'

export const assessmentKinds = {
  transfer: { find: findFiledTransfer, seal: sealTransfer },
  'tool-said': { find: findFiledSaying, seal: sealSaying },
}
