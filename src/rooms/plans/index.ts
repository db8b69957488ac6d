/** The door of the plans room. */

export { agreePlan, reviewPlan, setGoal, setTarget } from './actions.ts'
export type { Agreement, PlanFactor } from './plan.ts'
export { planRoutes } from './routes.tsx'
export { type PlanDue, planDueOf } from './rules.ts'
export { listAgreements, listPlanStandings, listTargets, type PlanStanding } from './store.ts'
