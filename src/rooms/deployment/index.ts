/** The door of the deployment room. */
export { findAdviser, listAdvisers } from './actions/colleagues.ts'
export { type CoverTrouble, endCover, setCover } from './actions/covers.ts'
export { type DeploymentTrouble, deploy, endDeployment } from './actions/deployments.ts'
export { type DutyTrouble, endDuty, setDuty } from './actions/duty.ts'
export { assignLead } from './actions/leads.ts'
export { endAdviserWork, endPostings } from './actions/leaving.ts'
export { changeLeader, createTeam, endTeam, joinTeam, leaveTeam, makeTeam, putIntoTeam } from './actions/teams.ts'
export { answerAdvice, askSpecialist, takeOnTogether, withdrawAdvice } from './advice/actions.ts'
export { findAdvice } from './advice/store.ts'
export type {
  AdviserLoad,
  CaseloadRow,
  Cover,
  Deployment,
  DutyDay,
  Lead,
  LedPerson,
  PupilRow,
  Team,
} from './deployment.ts'
export { beginHandover } from './handover/actions/beginning.ts'
export { chaseHandovers } from './handover/actions/chasing.ts'
export { endHandover, tidyHandovers } from './handover/actions/closing.ts'
export {
  acceptHandover,
  completeHandover,
  findFiledHandover,
  meetHandover,
  moveLeadAtOnce,
  releaseHandovers,
  sealHandover,
  setWish,
} from './handover/actions/moving.ts'
export type { Beginning, Handover, Meeting as HandoverMeeting } from './handover/handover.ts'
export type { HandoverParts } from './handover/house.ts'
export { findHandover, listHandoversOn } from './handover/store.ts'
export { en as handoverWords, states as handoverStateWords } from './handover/words.ts'
export { chaseTerms, writeTerms } from './hosting/actions.ts'
export { agreedColumn } from './hosting/pages.tsx'
export { termsState } from './hosting/rules.ts'
export { listTerms } from './hosting/store.ts'
export type { HostTerms, TermsFacts } from './hosting/terms.ts'
export { isTrainedToAssess, noteItem, trainedBeside, writeProfile } from './readiness/actions.ts'
export { ITEM_KINDS } from './readiness/readiness.ts'
export { deploymentRoutes } from './routes/index.ts'
export { isAdviser, stateOn } from './rules.ts'
export { upsertPosts } from './staffing/store.ts'
export { listCovers } from './store/covers.ts'
export { listDeployments, listPupils, type PupilsWanted } from './store/deployments.ts'
export { isOnDutyOn } from './store/duty.ts'
export { countCaseload, findLead, findLeadsOf, listCaseload, listLed, listLedIds } from './store/leads.ts'
export { countLed, findTeamOf, listLoads, listTeams, listTeamsLed } from './store/teams.ts'
