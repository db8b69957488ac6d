/** The register of hours: one's own, and a team's for whoever leads it. */
import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay } from '#rooms/identity/index.ts'
import { page } from '#web/register.ts'
import type { SessionsHouse } from '../diary/routes/shared.ts'
import { HoursPage } from './page.tsx'
import { daysOf, SPANS } from './rules.ts'
import { listCame, listCounted, listJoined, listRan } from './store.ts'

const hoursQuery = z.object({
  span: z.enum(SPANS).catch('this-month').default('this-month'),
  of: z.enum(['self', 'team']).catch('self').default('self'),
})

export function hoursRoutes(house: Pick<SessionsHouse, 'teamOf'>): HouseRoute[] {
  return [
    get('/hours', { permission: 'diary.use', audit: 'hours.viewed', query: hoursQuery }, async visit => {
      const { accountId, role } = actorOfVisit(visit)
      const { span, of } = visit.query
      const mayShowTeam = roleMay(role, 'lead.assign')
      const team = mayShowTeam && of === 'team' ? await house.teamOf(visit.tx, accountId) : undefined
      const whose = team === undefined ? [accountId] : team.map(one => one.accountId)
      const days = daysOf(span, visit.tx.acting.today)
      // One's own are all of them, also what is kept close and of people others lead for now: sums tell nothing of whom.
      const sums = async (tx: Tx) => ({
        counted: await listCounted(tx, whose, days),
        joined: await listJoined(tx, whose, days),
      })
      const { counted, joined } = team ? await sums(visit.tx) : await asHouse(visit.tx, 'one’s own hours', sums)
      const ran = await asHouse(visit.tx, 'sessions that were held', worker => listRan(worker, whose, days))
      // How many came is told as far as the visitor may know who: never of those hidden from them (K8).
      const came = ran.length === 0 ? [] : await listCame(visit.tx, whose, days)
      return page(
        html(
          <HoursPage
            visitor={visit.visitor}
            counted={counted}
            joined={joined}
            ran={ran}
            came={came}
            span={span}
            team={team && new Map(team.map(one => [one.accountId as string, one.name]))}
            mayShowTeam={mayShowTeam}
          />,
        ),
      )
    }),
  ]
}
