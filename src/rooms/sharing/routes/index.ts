/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { breakGlassRoutes } from './break-glass.tsx'
import { protectionRoutes } from './protection.tsx'

export function sharingRoutes(): HouseRoute[] {
  return [...breakGlassRoutes(), ...protectionRoutes()]
}
