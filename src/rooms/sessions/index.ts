/** The door of the sessions room. */
export { changeContact, copyContact, findFiledContact, finishNextStep, recordContact, sealContact } from './actions.ts'
export {
  CONTACT_KINDS,
  type Contact,
  type ContactContent,
  type ContactKind,
  OUTCOMES,
  type Outcome,
  PURPOSES,
  type Purpose,
} from './contact.ts'
export { contactForm, contentOf, fillContact } from './forms.ts'
export { sessionRoutes } from './routes.tsx'
export { type ContactTrouble, countsAsSeen } from './rules.ts'
export { type Due, findContact, listContacts, listDue } from './store.ts'
export {
  en as contactWords,
  kinds as contactKindWords,
  outcomes as outcomeWords,
  purposes as purposeWords,
} from './words.ts'
