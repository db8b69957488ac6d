/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { assessmentDueRoutes } from './assessments.tsx'
import { countRoutes } from './counts.tsx'
import { listRoutes } from './lists.tsx'
import { type LookedHouse, lookedRoutes } from './looked.tsx'
import { postingRoutes } from './postings.tsx'
import { recordRoutes } from './record.tsx'

export function deskRoutes(house: LookedHouse): HouseRoute[] {
  return [
    ...listRoutes(),
    ...postingRoutes(),
    ...recordRoutes(),
    ...assessmentDueRoutes(),
    ...lookedRoutes(house),
    ...countRoutes(),
  ]
}
