/** What of plans can be filed on the wrong young person: how each is found, and taken off (K9). */
import {
  findFiledAgreement,
  findFiledDate,
  findFiledEntry,
  findFiledGoal,
  findFiledHeld,
  findFiledLog,
  findFiledLogEntry,
  findFiledPathway,
  findFiledSafety,
  findFiledStep,
  findFiledTarget,
  sealDate,
  sealEntry,
  sealFiledPlan,
  sealHeld,
  sealLog,
  sealLogEntry,
  sealPathway,
  sealSafety,
  sealStep,
} from '#rooms/plans/index.ts'
import type { FiledKind } from '#rooms/sharing/index.ts'

export const planKinds = {
  goal: { find: findFiledGoal, seal: sealFiledPlan.goal },
  target: { find: findFiledTarget, seal: sealFiledPlan.target },
  agreement: { find: findFiledAgreement, seal: sealFiledPlan.agreement },
  'plan-log': { find: findFiledLogEntry, seal: sealLogEntry },
  'plan-date': { find: findFiledDate, seal: sealDate },
  'held-plan': { find: findFiledHeld, seal: sealHeld },
  'close-plan': { find: findFiledSafety, seal: sealSafety },
  'progress-entry': { find: findFiledEntry, seal: sealEntry },
  pathway: { find: findFiledPathway, seal: sealPathway },
  'pathway-step': { find: findFiledStep, seal: sealStep },
  'pathway-log': { find: findFiledLog, seal: sealLog },
} satisfies Record<string, FiledKind>
