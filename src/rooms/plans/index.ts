/** The door of the plans room. */

export {
  agreePlan,
  changeGoal,
  findFiledAgreement,
  findFiledGoal,
  findFiledTarget,
  reviewPlan,
  sealFiledPlan,
  setGoal,
  setTarget,
  type TargetWanted,
} from './actions.ts'
export { type AdultReader, listAdultReaders, lookAtAdultPlan } from './adults/routes.tsx'
export { readAsAdult, shownToAdult } from './adults/sharing.ts'
export { answerAsk, askPartner, chasePartners, listAskable, noteTold, withdrawAsk } from './asks/actions.ts'
export { isSilent } from './asks/rules.ts'
export { findAsk, listAsksOn, listPartnersTargets } from './asks/store.ts'
export { callOffDate, chaseDates, findFiledDate, holdDate, sealDate, setDate, writeGuests } from './dates/actions.ts'
export type { PlanDate } from './dates/date.ts'
export { findDate, listDatesOn, listGuests } from './dates/store.ts'
export { kinds as planDateWords } from './dates/words.ts'
export { chaseHeld, endHeld, findFiledHeld, sealHeld, writeHeld } from './held/actions.ts'
export type { HeldContent, HeldKind, HeldPlan } from './held/held.ts'
export { shortOf as heldInShort } from './held/pages.tsx'
export { findHeld, listHeld } from './held/store.ts'
export { kinds as heldWords } from './held/words.ts'
export { lookAtOwnPlan } from './links/routes.tsx'
export { correctLogEntry, findFiledLogEntry, sealLogEntry, writeLogEntry } from './log/actions.ts'
export type { LogEntry } from './log/entry.ts'
export { listLogOf, listLogOn } from './log/store.ts'
export { doerOf as logDoer } from './log/words.ts'
export {
  endPathway,
  openPathway,
  pausePathway,
  withdrawYes,
} from './pathways/actions.ts'
export {
  chasePathways,
  findFiledLog,
  findFiledPathway,
  findFiledStep,
  sealLog,
  sealPathway,
  sealStep,
} from './pathways/chasing.ts'
export { kindWords as pathwayKinds, outcomeWords as pathwayOutcomes } from './pathways/kind-words.ts'
export { openOwnPathways, sayStep } from './pathways/own/actions.ts'
export { doneBy as stepDoneBy, waitingWords } from './pathways/pages/shared.tsx'
export { addStep, moveStep, writeLog, writeWeek } from './pathways/parts.ts'
export type { OwnSay, Pathway, PathwayKind } from './pathways/pathway.ts'
export { listLate, listLinesOn, type PathwayLine } from './pathways/reading.ts'
export { findPathway, listSteps as listPathwaySteps } from './pathways/store.ts'
export type { Agreement, Hopes, Plan, TargetAnswer } from './plan.ts'
export {
  chooseEvidence,
  chooseWord,
  findFiledEntry,
  moveOwn,
  sealEntry,
  takeWrittenOut,
  writeDown,
  writeOwn,
} from './progress-file/actions.ts'
export type { EntryContent } from './progress-file/entry.ts'
export { planRoutes } from './routes/index.ts'
export type { SupportBeside } from './routes/planning.ts'
export { byDay, openOf, openPart, type PlanDue, planDueOf, stampOf } from './rules.ts'
export {
  chaseSafetyPlans,
  endSafetyPlan,
  findFiledSafety,
  keepSafetyPlan,
  sealSafety,
} from './safety/actions.ts'
export type { SafetyPlan } from './safety/plan.ts'
export { inForce } from './safety/rules.ts'
export { listSafetyPlans } from './safety/store.ts'
export { en as safetyWords } from './safety/words.ts'
export {
  findPlan,
  listAgreedBy,
  listAgreements,
  listGoals,
  listOpenSteps,
  listPlanStandings,
  listTargets,
} from './store.ts'
export { doneBy } from './words.ts'
