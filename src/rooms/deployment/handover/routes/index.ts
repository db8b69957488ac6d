/** The register of hand-overs. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { HandoverHouse } from '../house.ts'
import { beginRoutes } from './beginning.tsx'
import { listRoutes } from './lists.tsx'
import { moveRoutes } from './moving.tsx'

export function handoverRoutes(house: HandoverHouse): HouseRoute[] {
  return [...listRoutes(house), ...beginRoutes(house), ...moveRoutes(house)]
}
