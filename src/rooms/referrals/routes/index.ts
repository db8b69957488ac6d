/** The register of referrals. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { askedForRoutes } from '../asked-for/routes.tsx'
import type { ReferralHouse } from '../house.ts'
import { agencyLinkRoutes } from '../links/agency-routes.tsx'
import { letterLinkRoutes } from '../links/routes.tsx'
import { objectionRoutes } from '../objections/routes.tsx'
import { listRoutes } from './lists.tsx'
import { movingRoutes } from './moving.tsx'
import { protocolRoutes } from './protocols.tsx'
import { writingRoutes } from './writing.tsx'

export function referralRoutes(house: ReferralHouse): HouseRoute[] {
  return [
    ...listRoutes(house),
    ...writingRoutes(house),
    ...movingRoutes(house),
    ...letterLinkRoutes(house),
    ...agencyLinkRoutes(house),
    ...objectionRoutes(house),
    ...protocolRoutes(house),
    ...askedForRoutes(),
  ]
}
