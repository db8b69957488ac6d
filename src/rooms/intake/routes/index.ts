/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import { type ActivityHouse, activityQuestionRoutes } from '../activity/routes.tsx'
import type { IntakeHouse } from '../house.ts'
import { qualityRoutes } from '../quality/routes.tsx'
import { agreementRoutes } from './agreements.tsx'
import { correctionRoutes } from './corrections.tsx'
import { runRoutes } from './lists.tsx'
import { questionRoutes } from './questions.tsx'

export function intakeRoutes(house: IntakeHouse, parts: { frame: FramePerson; activity: ActivityHouse }): HouseRoute[] {
  return [
    ...runRoutes(house),
    ...agreementRoutes(),
    ...questionRoutes(),
    ...activityQuestionRoutes(parts.activity),
    ...correctionRoutes(parts),
    ...qualityRoutes(),
  ]
}
