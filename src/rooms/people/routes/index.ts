/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { aboutRoutes } from './about.tsx'
import { alertRoutes } from './alerts.tsx'
import { characteristicRoutes } from './characteristics.tsx'
import { editOneRoutes } from './edit.tsx'
import { identityEditRoutes } from './identity.tsx'
import type { PeopleHouse } from './shared.ts'

export function peopleRoutes(house: PeopleHouse): HouseRoute[] {
  return [
    ...identityEditRoutes(house),
    ...editOneRoutes(house),
    ...characteristicRoutes(house),
    ...aboutRoutes(house),
    ...alertRoutes(house),
  ]
}
