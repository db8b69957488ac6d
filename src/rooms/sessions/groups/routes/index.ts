/** The register of groups, drop-ins and outreach. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { SessionsHouse } from '../../diary/routes/shared.ts'
import { closedRoutes } from '../closed/routes.tsx'
import { newcomerRoutes } from './newcomers.tsx'
import { peopleRoutes } from './people.tsx'
import { sessionRoutes } from './sessions.tsx'

export function groupRoutes(house: SessionsHouse): HouseRoute[] {
  return [...closedRoutes(house), ...sessionRoutes(house), ...peopleRoutes(house), ...newcomerRoutes(house)]
}
