/** The door of the plans room. */

export {
  agreePlan,
  changeGoal,
  findFiledAgreement,
  findFiledGoal,
  reviewPlan,
  sealAgreement,
  sealGoal,
  setGoal,
  setTarget,
} from './actions.ts'
export type { Agreement, PlanFactor, TargetAnswer, TargetContent } from './plan.ts'
export { planRoutes } from './routes/index.ts'
export { openOf, type PlanDue, planDueOf, stampOf } from './rules.ts'
export { findPlan, listAgreements, listPlanStandings, listTargets, type PlanStanding } from './store.ts'
