/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import { leadRoutes } from './leads.tsx'
import { postingRoutes } from './postings.tsx'
import { teamRoutes } from './teams.tsx'

export function deploymentRoutes(house: { frame: FramePerson }): HouseRoute[] {
  return [...leadRoutes(house), ...teamRoutes(), ...postingRoutes()]
}
