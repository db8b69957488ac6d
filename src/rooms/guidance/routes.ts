/** The register of the guidance room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { letterRoutes } from './letters/routes.tsx'
import type { GuidanceHouse } from './opportunities/house.ts'
import { applicationRoutes } from './opportunities/routes/applications.tsx'
import { opportunityRoutes } from './opportunities/routes/opportunities.tsx'

/** Every line of the room. */
export function guidanceRoutes(house: GuidanceHouse): HouseRoute[] {
  return [...opportunityRoutes(house), ...applicationRoutes(house), ...letterRoutes(house)]
}
