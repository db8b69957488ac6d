/** What of support groups can be found on the wrong young person (K9): how each is found, and taken off. */
import { findFiledMember, sealMember } from './members.ts'
import { findFiledStep, sealStep } from './steps.ts'

export const supportKinds = {
  'group-member': {
    find: findFiledMember,
    seal: sealMember,
    openedBy: ['support-group.member-viewed', 'support-group.viewed'],
  },
  'group-step': {
    find: findFiledStep,
    seal: sealStep,
    openedBy: ['support-group.member-step-viewed', 'support-group.member-viewed', 'support-group.viewed'],
  },
}
