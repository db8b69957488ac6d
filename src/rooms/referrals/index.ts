/** The door of the referrals room. */

export { chaseReferrals, chaseUnopened, returnFromClosed } from './actions/chasing.ts'
export {
  acceptReferral,
  askMore,
  declineReferral,
  endReferral,
  findFiledReferral,
  passOnReferrals,
  readOutcome,
  receiveReferral,
  releaseWorker,
  sealReferral,
  stageReferral,
  startReferral,
  takeOutOfLetters,
  tellMore,
  withdrawReferral,
} from './actions/moving.ts'
export { addProtocol, chaseProtocols, reviewProtocol } from './actions/protocols.ts'
export { amendReferral, draftReferral, sendReferral } from './actions/writing.ts'
export { updateNotTask } from './asked-for/store.ts'
export type { ReferralHouse, ReferralPeople } from './house.ts'
export { makeLetterLink, openLetter, sayToLetter } from './links/actions.ts'
export {
  answerByLink,
  askForAnother,
  type LinkAnswer,
  makeAgencyLink,
  openReferral,
  receiveByLink,
} from './links/agency.ts'
export type { Said } from './links/say.ts'
export { answerObjection, chaseObjections, objectToReferral } from './objections/actions.ts'
export type { Line, Part, Protocol, RecordPart, Referral } from './referral.ts'
export { referralRoutes } from './routes/index.ts'
export type { Sending } from './rules.ts'
export { listSteps } from './store/letter.ts'
export { listProtocols, listProtocolsFrom } from './store/protocols.ts'
export { findReferral, listDeclined, listReferralsOn, listReferred, type Referred } from './store/referrals.ts'
export { listTimed } from './store/times.ts'
export { type AnswerTimes, answerTimes } from './times.ts'
export { states as referralStateWords } from './words.ts'
