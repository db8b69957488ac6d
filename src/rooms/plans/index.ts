/** The door of the plans room. */

export {
  agreePlan,
  changeGoal,
  findFiledAgreement,
  findFiledGoal,
  findFiledTarget,
  reviewPlan,
  sealFiledPlan,
  setGoal,
  setTarget,
  type TargetWanted,
} from './actions.ts'
export type { Agreement, TargetAnswer } from './plan.ts'
export { planRoutes } from './routes/index.ts'
export { openOf, type PlanDue, planDueOf, stampOf } from './rules.ts'
export { findPlan, listAgreements, listPlanStandings } from './store.ts'
