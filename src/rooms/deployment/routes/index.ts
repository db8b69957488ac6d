/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { adviceRoutes } from '../advice/routes.tsx'
import type { HandoverHouse } from '../handover/house.ts'
import { handoverRoutes } from '../handover/routes/index.ts'
import { hostingRoutes } from '../hosting/routes.tsx'
import { colleagueRoutes } from '../readiness/routes.tsx'
import { roleRoutes } from '../role/routes.tsx'
import { staffingRoutes } from '../staffing/routes.tsx'
import { leadRoutes } from './leads.tsx'
import { postingRoutes } from './postings.tsx'
import { teamRoutes } from './teams.tsx'

export function deploymentRoutes(house: HandoverHouse): HouseRoute[] {
  return [
    ...leadRoutes(house),
    ...teamRoutes(),
    ...postingRoutes(),
    ...hostingRoutes(),
    ...roleRoutes(),
    ...staffingRoutes(),
    ...handoverRoutes(house),
    ...colleagueRoutes(),
    ...adviceRoutes(),
  ]
}
