/** The door of the sharing room. */
export { answerBreach, takeOff } from './actions/breach.ts'
export { breakGlass } from './actions/break-glass.ts'
export { findCase, restrict } from './actions/protection.ts'
export type { Filed, FiledKind } from './breach.ts'
export { chaseCapacity, findFiledCapacity, judgeCapacity, sealCapacity } from './capacity/actions.ts'
export type { CapacityDecision } from './capacity/capacity.ts'
export { CapacityNote } from './capacity/note.tsx'
export { type Deciding, decidesOnEhc, standingOn as capacityStandingOn, whoDecides } from './capacity/rules.ts'
export { listCapacityOn } from './capacity/store.ts'
export { en as capacityWords, outcomes as capacityOutcomes } from './capacity/words.ts'
export {
  addStatement,
  answerStatement,
  confirmReading,
  findFiledReading,
  noteReading,
  openStatement,
  readStandingsOf,
  sealReading,
} from './confidentiality/actions.ts'
export { ReadStandingTag } from './confidentiality/pages.tsx'
export { inForceOn, isToRead, type ReadStanding } from './confidentiality/rules.ts'
export type { Reading } from './confidentiality/statement.ts'
export { listReadings, listStatements } from './confidentiality/store.ts'
export { en as confidentialityWords, standings as readStandings } from './confidentiality/words.ts'
export {
  askAnother,
  endLinkOn,
  endLinksTo,
  endSecureLink,
  enterLink,
  makeSecureLink,
  tellMaker,
  useLink,
} from './links/actions.ts'
export { type Link, type LinkedAdult, type LinkKind, type MadeLink, OWN_PAGES, type OwnPage } from './links/link.ts'
export { lookThroughLink } from './links/looking.ts'
export { asNobodyIn, asOpened, asOwn, type LinkVisit, type Within, whoOpened } from './links/opened.ts'
export { doOwn, type OwnPart, showOwn } from './links/own.tsx'
export { BackToOwnPages, CloseOwn, OwnFrame } from './links/own-pages.tsx'
export { leaveOf, OverPage } from './links/pages.tsx'
export { BY_LINK, linkParam } from './links/routes.tsx'
export { standingOf as linkStandingOf } from './links/rules.ts'
export { LinksBefore, MadeLinkFacts } from './links/staff-parts.tsx'
export { endEveryLink, listLinksOn, listLinksTo, listUnopened, updateUnopenedTold } from './links/store.ts'
export { newLinkToken, partnershipIn } from './links/token.ts'
export { linkWordsIn, ownPagesIn, staffLinkWords } from './links/words.ts'
export { sharingRoutes } from './routes/index.ts'
export { countToReview } from './store/break-glass.ts'
