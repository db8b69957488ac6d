/** The door of the assessment room. */

export {
  agreeAssessment,
  beginAssessment,
  findFiledAssessment,
  findFull,
  listFull,
  sayRatings,
  sealAssessment,
  stampOf,
} from './actions.ts'
export type { Assessment, KnownAlready, Level, Rating } from './assessment.ts'
export { factorsOn, planFactors } from './factors.ts'
export { assessmentKinds } from './filed.ts'
export type { KnownBy } from './house.ts'
export { lateAnswerRoutes } from './late-answers.tsx'
export { chaseSignals, leaveDraft, type SignalPeople } from './left/actions.ts'
export { leftDraftRoutes } from './left/routes.tsx'
export { addTool, changeTool, endTool } from './other-tools/actions.ts'
export { otherToolRoutes } from './other-tools/routes.tsx'
export { stampOf as toolStampOf } from './other-tools/rules.ts'
export { addSaying, correctSaying, findSaying } from './other-tools/sayings.ts'
export { listEditions } from './other-tools/store.ts'
export type { ToolFacts } from './other-tools/tool.ts'
export { assessmentRoutes } from './routes.tsx'
export { type Due, distances as distancesOf, dueOf, hardOf, lastAgreed } from './rules.ts'
export { listAgreedBy, listAssessments, listStandings, type Standing } from './store.ts'
export {
  answerTransfer,
  askTransfer,
  chaseTransfers,
  withdrawTransfer,
} from './transfers/actions.ts'
export { transferRoutes } from './transfers/routes.tsx'
export { findTransfer, listTransfersOn } from './transfers/store.ts'
export type { Transfer, TransferAnswer } from './transfers/transfer.ts'
export { states as transferStateWords } from './transfers/words.ts'
export {
  depths as assessmentDepthWords,
  factors as factorWords,
  levels as levelWords,
  sources as sourceWords,
} from './words.ts'
