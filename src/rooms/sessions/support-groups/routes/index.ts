/** The register of support groups. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { supportAddingRoutes } from './adding.tsx'
import { supportGroupRoutes } from './groups.tsx'
import { supportMemberRoutes } from './members.tsx'
import type { SupportHouse } from './shared.tsx'
import { supportStepRoutes } from './steps.tsx'

export function supportRoutes(house: SupportHouse): HouseRoute[] {
  return [
    ...supportGroupRoutes(house),
    ...supportAddingRoutes(house),
    ...supportMemberRoutes(house),
    ...supportStepRoutes(house),
  ]
}
