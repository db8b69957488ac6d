/** The whole register of this room. */
import type { HouseRoute } from '#rooms/identity/index.ts'
import { storyRoutes } from '../story/routes.ts'
import { activityRoutes } from './activity.tsx'
import { briefRoutes } from './brief.tsx'
import { caseRoutes } from './case.tsx'
import { countRoutes } from './counts.tsx'
import { dueRoutes } from './due.tsx'
import { helpingRoutes } from './helping.tsx'
import { listRoutes } from './lists.tsx'
import { type LookedHouse, lookedRoutes } from './looked.tsx'
import { postingRoutes } from './postings.tsx'
import { recordRoutes } from './record.tsx'
import { roundRoutes } from './round.tsx'
import { type ViewAsHouse, viewAsRoutes } from './view-as.tsx'

export function deskRoutes(house: LookedHouse & ViewAsHouse): HouseRoute[] {
  return [
    ...listRoutes(),
    ...postingRoutes(),
    ...recordRoutes(),
    ...activityRoutes(),
    ...storyRoutes(),
    ...briefRoutes(),
    ...dueRoutes(),
    ...helpingRoutes(),
    ...caseRoutes(),
    ...roundRoutes(),
    ...lookedRoutes(house),
    ...countRoutes(),
    ...viewAsRoutes(house),
  ]
}
