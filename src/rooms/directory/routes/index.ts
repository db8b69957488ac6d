/** The register of the directory. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { feedbackRoutes } from '../feedback/routes.tsx'
import { serviceRoutes } from '../near-by/routes.tsx'
import { registerRoutes } from '../register/routes.tsx'
import { practiceRoutes } from '../what-works/routes.tsx'
import { areaRoutes } from './areas.tsx'
import type { DirectoryHouse } from './house.ts'
import { organisationRoutes } from './organisations.tsx'
import { partnershipRoutes } from './partnership.tsx'
import { siteRoutes } from './sites.tsx'

export type { AgreementLine, DirectoryHouse } from './house.ts'

export function directoryRoutes(house: DirectoryHouse): HouseRoute[] {
  return [
    ...registerRoutes(house),
    ...organisationRoutes(house),
    ...siteRoutes(),
    ...partnershipRoutes(),
    ...areaRoutes(),
    ...serviceRoutes(house),
    ...practiceRoutes(house),
    ...feedbackRoutes(),
  ]
}
