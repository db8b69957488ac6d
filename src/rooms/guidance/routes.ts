/** The register of the guidance room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { exerciseRoutes } from './exercises/routes.tsx'
import { letterRoutes } from './letters/routes.tsx'
import { observationRoutes } from './observations/routes.tsx'
import type { GuidanceHouse } from './opportunities/house.ts'
import { applicationRoutes } from './opportunities/routes/applications.tsx'
import { opportunityRoutes } from './opportunities/routes/opportunities.tsx'
import { sampleRoutes } from './samples/routes.tsx'
import type { SampleParts } from './samples/sample.ts'
import { schoolDataRoutes } from './school-data/routes.tsx'
import type { TalkHouse } from './talks/house.ts'
import { talkRoutes } from './talks/routes.tsx'

/** Every line of the room. */
export function guidanceRoutes(house: GuidanceHouse & TalkHouse & SampleParts): HouseRoute[] {
  return [
    ...opportunityRoutes(house),
    ...applicationRoutes(house),
    ...letterRoutes(house),
    ...schoolDataRoutes(house),
    ...talkRoutes(house),
    ...exerciseRoutes(house),
    ...observationRoutes(),
    ...sampleRoutes(house),
  ]
}
