/** The register of counts: how many, never who. */
import { asHouse } from '#ground/database/tx.ts'
import { countLed, listTeams } from '#rooms/deployment/index.ts'
import { get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { countActivities, groupOf, lapsedBy } from '#rooms/tracking/index.ts'
import { page } from '#web/register.ts'
import { addUp } from '../counts.ts'
import { CountsPage } from '../pages/counts-page.tsx'
import { ACTIVITY_COUNTS, type ActivityCount, en } from '../words.ts'

export function countRoutes(): HouseRoute[] {
  return [
    get('/counts', { permission: 'counts.see', audit: 'counts.viewed' }, async visit => {
      const { tx } = visit
      const activities = await asHouse(tx, 'counts', worker => countActivities(worker, lapsedBy(tx.acting.today)))
      const led = await asHouse(tx, 'counts', countLed)
      const teams = new Map((await listTeams(tx)).map(team => [team.id as string, team.name]))
      return page(
        html(
          <CountsPage
            visitor={visit.visitor}
            all={activities.reduce((sum, row) => sum + row.count, 0)}
            byActivity={addUp(
              activities.map(({ code, hasLapsed, count }) => ({ name: nameOf(code, hasLapsed), count })),
              ACTIVITY_COUNTS,
            )}
            byTeam={addUp(
              led.map(({ teamId, isLed, count }) => ({
                name: isLed ? ((teamId && teams.get(teamId)) ?? en.noTeamCount) : en.noLeadCount,
                count,
              })),
              [...teams.values(), en.noTeamCount, en.noLeadCount],
            )}
          />,
        ),
      )
    }),
  ]
}

/** Under which name a current activity is counted: what lapsed is not known. */
function nameOf(code: string, hasLapsed: boolean): ActivityCount {
  const group = code === '' || hasLapsed ? 'not-known' : groupOf(code)
  switch (group) {
    case 'compulsory':
    case 'education':
      return code === '150' ? 'not-known' : 'education'
    case 'employment':
      return 'work'
    case 'training':
    case 're-engagement':
      return 'training'
    case 'neet-available':
    case 'neet-unavailable':
      return 'neet'
    case 'other':
      return 'other'
    case 'not-known':
    case undefined:
      return 'not-known'
    default:
      return group satisfies never
  }
}
