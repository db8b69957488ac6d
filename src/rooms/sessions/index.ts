/** The door of the sessions room. */

export { changeContact, copyContact, dropNextStep, findFiledContact, finishNextStep, recordContact } from './actions.ts'
export { alongTo, answerAlong } from './along/actions.ts'
export type { Along } from './along/companion.ts'
export { AlongLines, alongWordsOf } from './along/pages.tsx'
export { listCompanions } from './along/store.ts'
export { en as alongWords } from './along/words.ts'
export {
  CONTACT_KINDS,
  type Contact,
  type ContactContent,
  type ContactKind,
  NEXT_KINDS,
  OUTCOMES,
  type Outcome,
  PURPOSES,
  type Purpose,
} from './contact.ts'
export {
  answerAppointment,
  cancelAppointment,
  changeAppointment,
  findFiledAppointment,
  passOnAppointments,
  sealAppointment,
  sealContactAndAppointment,
  setAppointment,
  tellLeader,
} from './diary/actions.ts'
export {
  type Appointment,
  type Arrangement,
  CANCEL_REASONS,
  type DiaryEntry,
  type LastAim,
  MISSED_REASONS,
  type Turn,
} from './diary/appointment.ts'
export { endEveryFeed, updateFeedEnded as endFeedOf } from './diary/feed/store.ts'
export { lastAimFacts } from './diary/pages/appointment-pages.tsx'
export { Entries, StandsTag } from './diary/pages/diary-page.tsx'
export type { SessionsHouse } from './diary/routes/shared.ts'
export { hoursOf } from './diary/rules.ts'
export {
  findAppointment,
  findAppointmentOf,
  findLastAim,
  listArranged,
  listDiary,
  listLastMissed,
  listTurnFacts,
} from './diary/store.ts'
export { turnsFrom, turnsOf } from './diary/turns.ts'
export { kindWords as meetingKindWords, reasonWords as meetingReasonWords, turnWords } from './diary/words.ts'
export { chaseFirstContacts } from './first-contacts/actions.ts'
export { recordSession, writeParts } from './groups/actions.ts'
export { callOffPlanned, expectPeople, holdPlanned, planSession } from './groups/closed/actions.ts'
export { listExpected, listExpectedOn } from './groups/closed/store.ts'
export { en as closedGroupWords, expectedHow } from './groups/closed/words.ts'
export type { PlannedFor, SessionContent } from './groups/group.ts'
export { forgetEnded, noteNewcomer, putOnRecord } from './groups/newcomers.ts'
export { listAttendances } from './groups/store/attendances.ts'
export { findNewcomer } from './groups/store/newcomers.ts'
export { findSession } from './groups/store/sessions.ts'
export { findOwnPack, takeAlong, takeNoteIn } from './notebook/actions.ts'
export type { NotebookHouse } from './notebook/house.ts'
export type { PackStep } from './notebook/notebook.ts'
export { sessionRoutes } from './routes.tsx'
export { type ContactTrouble, countsAsSeen, isMeeting } from './rules.ts'
export { endRun, findFiledRun, makeRun, sealRun } from './runs/actions.ts'
export { RunLines } from './runs/pages.tsx'
export type { OfRun, Run, RunLine } from './runs/run.ts'
export { findRun, listRunOf, listRunsGoingOn } from './runs/store.ts'
export { callOffDay, freeTimes, giveInvitations, invite, makeSchoolDay, sayCopy } from './school-days/actions.ts'
export type { SchoolDay, Slot } from './school-days/school-day.ts'
export { findSchoolDay, findSlot, listSlots } from './school-days/store.ts'
export { makeSheet, saySetting, typeIn } from './settings/actions.ts'
export { SETTINGS, type Setting } from './settings/setting.ts'
export { findSheetAbout } from './settings/store.ts'
export { type Due, findContact, listContacts, listContactsBefore, listDue } from './store.ts'
export { addRunner, changeGroup, endGroup, makeGroup, removeRunner } from './support-groups/actions.ts'
export { supportKinds } from './support-groups/filed.ts'
export { releaseAgency, releaseRunner } from './support-groups/leaving.ts'
export {
  addMember,
  agreeKnown,
  endKnown,
  leaveGroup,
  type OnRecord,
  supportOn,
} from './support-groups/members.ts'
export {
  changeStep,
  endGroupStep,
  endStep,
  setGroupStep,
  setStep,
  shareStep,
  unshareStep,
} from './support-groups/steps.ts'
export { findGroup as findSupportGroup } from './support-groups/store/groups.ts'
export { findMember as findGroupMember, listBelongings, listGrantsTold } from './support-groups/store/members.ts'
export { findStep as findSupportStep, listGroupSteps as listSupportGroupSteps } from './support-groups/store/steps.ts'
export type { Belonging } from './support-groups/support-group.ts'
export { en as supportGroupWords, leftReasons, stepStates as supportStepStates } from './support-groups/words.ts'
export { endVisit, goOut, planVisit, raiseAlarm, recordNearMiss } from './visits/actions.ts'
export { findVisit, listOverdueVisits, listOwnVisits } from './visits/store.ts'
export {
  aimResults as aimResultWords,
  en as contactWords,
  kinds as contactKindWords,
  nextKinds as nextKindWords,
  outcomes as outcomeWords,
  purposes as purposeWords,
} from './words.ts'
