/** The register of groups, drop-ins and outreach. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { SessionsHouse } from '../../diary/routes/shared.ts'
import { newcomerRoutes } from './newcomers.tsx'
import { peopleRoutes } from './people.tsx'
import { sessionRoutes } from './sessions.tsx'

export function groupRoutes(house: SessionsHouse): HouseRoute[] {
  return [...sessionRoutes(house), ...peopleRoutes(house), ...newcomerRoutes(house)]
}
