/** The door of the directory room. */
export { addOrganisation, createPartnership } from './actions.ts'
export {
  type OperatingModel,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
  type Partnership,
} from './organisation.ts'
export { directoryRoutes } from './routes.tsx'
export { ANNEX_PARTNERSHIPS } from './rules.ts'
export { findOrganisation, findPartnershipByName, listOrganisations, listPartnerships } from './store.ts'
