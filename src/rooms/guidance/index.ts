/** The door of the guidance room. */
export { doExercise, findFiledDone, putInFile, sealDone, takeOut } from './exercises/actions.ts'
export { exercisesOn } from './exercises/bank.ts'
export type { FileParts } from './exercises/exercise.ts'
export { findDone } from './exercises/store.ts'
export {
  draftLines,
  findFiledLetter,
  sealLetter,
  signLetter,
  stampOf,
  withdrawLetter,
  writeLetter,
} from './letters/actions.ts'
export type { Choices, Letter } from './letters/letter.ts'
export { findLetter, listLettersOn } from './letters/store.ts'
export { kinds as letterKindWords, states as letterStateWords } from './letters/words.ts'
export { answerObservation, giveObservation, writeObservation } from './observations/actions.ts'
export { findObservation } from './observations/store.ts'
export {
  acceptOffer,
  answerSuggestion,
  findFiledApplication,
  prepare,
  putForward,
  sayResult,
  sayStarted,
  sealApplication,
  setInterview,
  suggest,
  withdraw,
} from './opportunities/actions/applications.ts'
export { chaseApplications } from './opportunities/actions/chasing.ts'
export { addOpportunity, setOpportunityState } from './opportunities/actions/opportunities.ts'
export type { Application, ApplicationState } from './opportunities/application.ts'
export { states as applicationStateWords } from './opportunities/application-words.ts'
export type { GuidanceHouse, GuidancePeople } from './opportunities/house.ts'
export type { OpportunityFacts } from './opportunities/opportunity.ts'
export { findApplication, listApplicationsOn, listDaysAhead } from './opportunities/store/applications.ts'
export { findOpportunity } from './opportunities/store/opportunities.ts'
export { guidanceRoutes } from './routes.ts'
export {
  answerOne,
  askSecond,
  chaseReadings,
  closeOne,
  drawSample,
  rateAnew,
  readOne,
} from './samples/actions.ts'
export { criteriaOn } from './samples/criteria.ts'
export type { SampleParts } from './samples/sample.ts'
export { findReading, listReadings } from './samples/store.ts'
export {
  answerAsk,
  askSchool,
  chaseAsks,
  findFiledAsk,
  findFiledFact,
  noteMissing,
  placesToAsk,
  sealAsk,
  sealFact,
  withdrawAsk,
} from './school-data/actions.ts'
export type { SchoolAsk, SchoolFact } from './school-data/ask.ts'
export { findAsk, listAsksOn, listFactsOn } from './school-data/store.ts'
export { en as schoolDataWords, kinds as schoolKindWords, states as askStateWords } from './school-data/words.ts'
export {
  beginTalk,
  dropTalk,
  findFiledTalk,
  holdTalk,
  noteAim,
  noteNeed,
  sayMarks,
  sealTalk,
  sealTalkOf,
} from './talks/actions.ts'
export type { TalkParts } from './talks/house.ts'
export { findTalk, listTalksOn } from './talks/store.ts'
export type { Talk } from './talks/talk.ts'
export { en as talkWords, states as talkStateWords } from './talks/words.ts'
