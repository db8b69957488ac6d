/** The door of the directory room. */
export { addOrganisation } from './actions/organisations.ts'
export { createPartnership } from './actions/partnerships.ts'
export { addSite } from './actions/sites.ts'
export type { Said as FeedbackSaid } from './feedback/feedback.ts'
export { isFeedbackAsked } from './feedback/routes.tsx'
export { upsertPutOff, upsertSaid } from './feedback/store.ts'
export { en as feedbackWords } from './feedback/words.ts'
export { addService, addTip, answerTip, closeService } from './near-by/actions.ts'
export { type Helping, helping } from './near-by/rules.ts'
export type { Service, ServiceFacts, Tip } from './near-by/service.ts'
export { listServices, listTips } from './near-by/store.ts'
export {
  DISCLOSURES,
  type Disclosure,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
} from './organisation.ts'
export { OPERATING_MODELS, type OperatingModel, type Partnership } from './partnership.ts'
export { applyRegister, proposals, takeRegister } from './register/actions.ts'
export { type Choice, PHASES, RegisterRefused, type RegisterTable } from './register/establishment.ts'
export { codesIn } from './register/forms.ts'
export { hintOf } from './register/pages.tsx'
export { overwrites, type Proposal } from './register/propose.ts'
export { findReading, markApplied } from './register/store.ts'
export { rowTroubles } from './register/words.ts'
export { type AgreementLine, type DirectoryHouse, directoryRoutes } from './routes/index.ts'
export { ANNEX_PARTNERSHIPS } from './rules.ts'
export { findOrganisation, listOrganisations, listOrganisationsAmong } from './store/organisations.ts'
export { findPartnershipByName, listPartnerships } from './store/partnerships.ts'
export { addPractice, putAwayPractice } from './what-works/actions.ts'
export type { Practice, PracticeFacts } from './what-works/practice.ts'
export { listPractices } from './what-works/store.ts'
export { disclosures as disclosureWords } from './words.ts'
