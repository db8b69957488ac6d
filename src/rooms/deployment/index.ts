/** The door of the deployment room. */
export { assignLead, createTeam, joinTeam } from './actions.ts'
export type { AdviserLoad, CaseloadRow, Lead, Team } from './deployment.ts'
export { deploymentRoutes } from './routes.tsx'
export { findLead, findLeadsOf, findTeamOf, listCaseload, listLoads, listTeams } from './store.ts'
