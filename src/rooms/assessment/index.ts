/** The door of the assessment room. */

export {
  agreeAssessment,
  beginAssessment,
  findFiledAssessment,
  findFull,
  listFull,
  sayRatings,
  sealAssessment,
  stampOf,
} from './actions.ts'
export type { Assessment, KnownAlready, Level, Rating } from './assessment.ts'
export { factorsOn, planFactors } from './factors.ts'
export { assessmentRoutes, type KnownBy } from './routes.tsx'
export { type Due, dueOf } from './rules.ts'
export { listAssessments, listStandings, type Standing } from './store.ts'
export { depths as assessmentDepthWords, factors as factorWords, levels as levelWords } from './words.ts'
