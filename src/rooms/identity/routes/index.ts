/** The whole register of this room. */
import type { HouseRoute } from '../visit.ts'
import { accountRoutes } from './accounts.tsx'
import { demoRoutes } from './demo.tsx'
import { ownAccountRoutes } from './own-account.tsx'
import type { IdentityHouse } from './shared.ts'
import { signInRoutes } from './sign-in.tsx'

export function identityRoutes(house: IdentityHouse): HouseRoute[] {
  return [...signInRoutes(house), ...ownAccountRoutes(house), ...accountRoutes(house), ...demoRoutes(house)]
}
