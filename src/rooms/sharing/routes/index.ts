/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { capacityRoutes } from '../capacity/routes.tsx'
import { ownStatementRoutes } from '../confidentiality/own-routes.tsx'
import { confidentialityRoutes } from '../confidentiality/routes.tsx'
import { linkRoutes } from '../links/routes.tsx'
import { apartRoutes } from './apart.tsx'
import { breachRoutes, type SharingHouse } from './breaches.tsx'
import { breakGlassRoutes } from './break-glass.tsx'
import { givenClassRoutes } from './given-classes.tsx'
import { protectionRoutes } from './protection.tsx'

export function sharingRoutes(house: SharingHouse): HouseRoute[] {
  return [
    ...breakGlassRoutes(),
    ...protectionRoutes(),
    ...apartRoutes(house.apart),
    ...givenClassRoutes(),
    ...breachRoutes(house),
    ...linkRoutes(house.within),
    ...capacityRoutes(house),
    ...confidentialityRoutes(house),
    ...ownStatementRoutes(house.within),
  ]
}
