/** The register of the panels room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import type { PanelHouse } from '../house.ts'
import { actionRoutes } from './actions.tsx'
import { itemRoutes } from './items.tsx'
import { meetingRoutes } from './meetings.tsx'
import { panelRoutes } from './panels.tsx'

/** Every line of the room. */
export function panelsRoutes(house: PanelHouse): HouseRoute[] {
  return [...panelRoutes(house), ...meetingRoutes(house), ...itemRoutes(house), ...actionRoutes()]
}
