/** The register of counts: how many, never who. */
import { asHouse } from '#ground/database/tx.ts'
import { addMonths } from '#ground/day.ts'
import { countLed, listTeams } from '#rooms/deployment/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html } from '#rooms/identity/index.ts'
import { answerTimes, listProtocols, listTimed } from '#rooms/referrals/index.ts'
import { countActivities, groupOf, OUT_OF_SCHOOL_CODES } from '#rooms/tracking/index.ts'
import { page } from '#web/register.ts'
import { answers } from '../answer-words.ts'
import { addUp } from '../counts.ts'
import { AnswerTimesPage } from '../pages/answer-times-page.tsx'
import { CountsPage } from '../pages/counts-page.tsx'
import { ACTIVITY_COUNTS, type ActivityCount, en } from '../words.ts'

/** So many months back what was sent is counted. */
const ANSWERS_MONTHS = 12

export function countRoutes(): HouseRoute[] {
  return [
    get('/counts', { permission: 'counts.see', audit: 'counts.viewed' }, async visit => {
      const { tx } = visit
      const activities = await asHouse(tx, 'counts', worker => countActivities(worker))
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
    get('/counts/referrals', { permission: 'counts.see', audit: 'counts.referrals-viewed' }, async visit => {
      const { tx } = visit
      const since = addMonths(tx.acting.today, -ANSWERS_MONTHS)
      const timed = await asHouse(tx, 'how long agencies take', worker => listTimed(worker, since))
      const agreed = new Map((await listProtocols(tx)).map(one => [one.id, one]))
      const names = new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
      const days = new Map([...agreed].map(([id, one]) => [id, one.answerDays]))
      const times = new Map(answerTimes(timed, days, tx.acting.today).map(one => [one.protocolId, one]))
      // Every agreement in force, also one under which nothing went: that there is a first referral is told by nothing.
      const agencies = [...agreed.values()]
        .filter(one => one.endedOn === null)
        .map(one => ({
          ...(times.get(one.id) ?? { protocolId: one.id, sent: 0, answered: 0, inTime: 0, middleDays: null, late: 0 }),
          name: answers.agreementOf(names.get(one.fromId) ?? '', names.get(one.toId) ?? '', one.purpose),
          short: answers.answersFor(names.get(one.toId) ?? '', one.purpose),
          agreedDays: one.answerDays,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      return page(html(<AnswerTimesPage visitor={visit.visitor} agencies={agencies} />))
    }),
  ]
}

/** Under which name a current activity is counted: what lapsed is not known. */
function nameOf(code: string, hasLapsed: boolean): ActivityCount {
  const group = code === '' || hasLapsed ? 'not-known' : groupOf(code)
  switch (group) {
    case 'compulsory':
    case 'education':
      return OUT_OF_SCHOOL_CODES.includes(code) ? 'out-of-school' : 'education'
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
