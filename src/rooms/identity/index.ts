/** The door of the identity room. */
export type { Account, Actor, Membership, Session, Stage } from './account.ts'
export {
  endAllAccess,
  homePostcodesOf,
  inviteColleague,
  makeLink,
  removeMembership,
  resetAccount,
  setAccountState,
} from './actions/accounts.ts'
export { openSession } from './actions/sign-in.ts'
export { type LookTrouble, lookAs, stopLooking } from './actions/viewing.ts'
export { navOf } from './nav.ts'
export { BarePage, html, otherLanguageFor, PlainPage, StaffPage, YoungPage } from './page.tsx'
export { refusalPages } from './pages/refusals.tsx'
export { type Permission, permissionsOf, ROLES, type Role, roleMay } from './roles.ts'
export { identityRoutes } from './routes/index.ts'
export { fresh as freshPage } from './routes/shared.ts'
export { bareCode } from './rules.ts'
export {
  checkPassword,
  hashPassword,
  hashToken,
  newToken,
  openSealer,
  type Sealer,
  sealerFrom,
  totpCode,
} from './secrets.ts'
export { findAccount, findAccountByEmail, findNames, isDemoInstallation, listMemberships } from './store/accounts.ts'
export {
  type Colleague,
  listColleagues,
  listColleaguesAmong,
  listColleaguesAs,
  listColleaguesWho,
  listPractitionersAt,
  listStaffIds,
} from './store/colleagues.ts'
export {
  actingFor,
  actorOfVisit,
  admit,
  formIsOurs,
  get,
  type HouseRoute,
  identify,
  lookingOnly,
  post,
  type Visit,
  type Visitor,
} from './visit.ts'
export { pageWords, roleNames, shellIn } from './words.ts'
