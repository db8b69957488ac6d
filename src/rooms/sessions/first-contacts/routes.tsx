/** The register of first contacts that are due: one's own, and a team's for whoever leads it. */
import { z } from 'zod'
import { actorOfVisit, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import type { SessionsHouse } from '../diary/routes/shared.ts'
import { FirstContactsPage } from './page.tsx'
import { dueOn } from './rules.ts'
import { listWaiting } from './store.ts'

const listQuery = z.object({ of: z.enum(['self', 'team']).catch('self').default('self') })

export function firstContactRoutes(house: Pick<SessionsHouse, 'teamOf'>): HouseRoute[] {
  return [
    get(
      '/first-contacts',
      { permission: 'diary.use', audit: 'first-contact.list-viewed', query: listQuery },
      async visit => {
        const { tx } = visit
        const { accountId, role } = actorOfVisit(visit)
        const mayShowTeam = roleMay(role, 'lead.assign')
        const team = mayShowTeam && visit.query.of === 'team' ? await house.teamOf(tx, accountId) : undefined
        const rows = await listWaiting(tx, team === undefined ? [accountId] : team.map(one => one.accountId))
        const sorted = rows.toSorted((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : 0))
        return page(
          html(
            <FirstContactsPage
              visitor={visit.visitor}
              rows={sorted}
              today={tx.acting.today}
              team={team && new Map(team.map(one => [one.accountId as string, one.name]))}
              mayShowTeam={mayShowTeam}
            />,
          ),
          { about: sorted.map(one => one.personId) },
        )
      },
    ),
  ]
}
