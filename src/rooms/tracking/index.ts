/** The door of the tracking room. */
export type { Absence } from './absences/absence.ts'
export {
  answerAbsence,
  chaseAbsences,
  findFiledAbsence,
  sealAbsence,
  takeAbsence,
  tellAbsence,
  withdrawAbsence,
} from './absences/actions.ts'
export { FILE_TROUBLES, FileRefused } from './absences/file/absence-file.ts'
export type { FileReaders } from './absences/file/house.ts'
export type { AbsencePeople } from './absences/house.ts'
export { listLinkPlaces, makePlaceLink, openPlaceLink, tellByLink } from './absences/links/actions.ts'
export { findAbsence, listAbsences, listAbsencesOn } from './absences/store.ts'
export { kinds as absenceKindWords, states as absenceStateWords } from './absences/words.ts'
export { confirmActivity, endBeside, findFiledActivity, sealActivity, setActivity } from './actions/activity.ts'
export {
  assignList,
  closeList,
  endAssignmentsOf,
  makeList,
  previewList,
  readList,
  refreshList,
} from './actions/lists.ts'
export { type ActivityGroup, type ActivitySpell, type SpellVersion, VERIFIERS, type Verifier } from './activity.ts'
export { ACTIVITY_CODES } from './codes.ts'
export type { Criteria, ListRow, OwnList, TrackingList } from './list.ts'
export { groupOfNode, nodeOfGroup, yearGroupOf } from './national/age.ts'
export {
  contextOf,
  type Facts,
  factsOf,
  type ReturnContext,
} from './national/facts.ts'
export { isInForce, type Listed, type Sure } from './national/listed.ts'
export { listsOf, type YearLists } from './national/lists.ts'
export { emptyRecord, ITEMS, type Item, type ReturnRecord, recordOf } from './national/record.ts'
export { brokenBy, RECORD_RULES, rulesFor } from './national/rules/all.ts'
export { isAdvice, type Priority, priorityOf, type RecordRule } from './national/rules/rule.ts'
export {
  FIRST_YEAR,
  howKnown,
  LAST_CHANGES,
  LAST_YEAR,
  profileYear,
  RETURN_YEARS,
  type ReturnYear,
  readYear,
  returnYearOf,
  yearText,
} from './national/year.ts'
export {
  addApplication,
  addStep,
  findFiledPlaceApplication,
  sealPlaceApplication,
} from './offers/actions/applications.ts'
export { findFiledStatus, setStatus } from './offers/actions/statuses.ts'
export type { StepKind } from './offers/application.ts'
export { groupIn, guaranteeYearOn } from './offers/rules.ts'
export { findApplication as findPlaceApplication } from './offers/store/applications.ts'
export { sealDestination, sealGuarantee } from './offers/store/statuses.ts'
export { chasePlaces, tellAlone, tellNotHanded } from './programmes/actions/chasing.ts'
export { addLesson, addProgramme, addStage, closeProgramme } from './programmes/actions/keeping.ts'
export {
  dropPlace,
  enter,
  findFiledPlace,
  finishPlace,
  leavePlace,
  moveStage,
  sealPlace,
  startPlace,
  talkWithLeaver,
} from './programmes/actions/places.ts'
export type { ProgrammeParts } from './programmes/house.ts'
export type { PlaceLine } from './programmes/programme.ts'
export { findPlace, listPlacesOn } from './programmes/store/places.ts'
export { findProgramme, listStages } from './programmes/store/programmes.ts'
export { states as programmeStateWords } from './programmes/words.ts'
export { trackingRoutes } from './routes.tsx'
export {
  activityLabel,
  type Currency,
  codeOf,
  currencyOf,
  groupOf,
  isNeet,
  lapsesOn,
  OUT_OF_SCHOOL_CODES,
  type SpellTrouble,
  spellOfNow,
} from './rules.ts'
export { Standing } from './standing/page.tsx'
export { agreeStart, answerStart, findFiledStart } from './starts/actions.ts'
export type { StartTrouble } from './starts/rules.ts'
export type { AgreedStart } from './starts/start.ts'
export { listStartsOn, updateStartSealed as sealStart } from './starts/store.ts'
export { en as startWords } from './starts/words.ts'
export { findList, listMembers, listOwnLists, listRows } from './store/lists.ts'
export { countActivities, listSpells, listSpellVersions } from './store/spells.ts'
export { verifiers as verifierWords } from './verifier-words.ts'
