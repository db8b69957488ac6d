/** The register of plans. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { adultLinkRoutes } from '../adults/routes.tsx'
import { askRoutes } from '../asks/routes.tsx'
import { dateRoutes } from '../dates/routes.tsx'
import { heldRoutes } from '../held/routes.tsx'
import { planLinkRoutes } from '../links/routes.tsx'
import { logRoutes } from '../log/routes.tsx'
import { ownPathwayRoutes } from '../pathways/own/routes.tsx'
import { pathwayRoutes } from '../pathways/routes.tsx'
import { progressFileRoutes } from '../progress-file/routes.tsx'
import { safetyRoutes } from '../safety/routes.tsx'
import { agreeingRoutes } from './agreeing.tsx'
import { goalRoutes } from './goals.tsx'
import { readingRoutes } from './plan.tsx'
import type { PlanHouse } from './planning.ts'
import { targetRoutes } from './targets.tsx'

export function planRoutes(house: PlanHouse): HouseRoute[] {
  return [
    ...readingRoutes(house),
    ...goalRoutes(house),
    ...targetRoutes(house),
    ...agreeingRoutes(house),
    ...planLinkRoutes(house),
    ...adultLinkRoutes(house),
    ...askRoutes(house),
    ...logRoutes(house),
    ...dateRoutes(house),
    ...heldRoutes(house),
    ...progressFileRoutes(house),
    ...pathwayRoutes(house),
    ...safetyRoutes(house),
    ...ownPathwayRoutes(house.within),
  ]
}
