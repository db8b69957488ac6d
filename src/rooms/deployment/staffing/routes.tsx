/** The register of posts and waiting: managers and team leaders read it, managers enter posts. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import { isAfter } from '#ground/day.ts'
import type { GroupId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import { day } from '#web/form/day-field.ts'
import { addError, form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { listAdvisers } from '../actions/colleagues.ts'
import type { Team } from '../deployment.ts'
import { dayWords } from '../forms.ts'
import { findTeam, listTeams } from '../store/teams.ts'
import { PostsPage, StaffingPage } from './pages.tsx'
import { loadState, vacancyOf, waitingOf } from './rules.ts'
import { countLoads, listPosts, listTimes, listWaitingSince, upsertPosts } from './store.ts'
import { en } from './words.ts'

const teamParam = z.object({ teamId: idParam<GroupId>() })
const postsForm = form({
  posts: integer({ missing: en.missingPosts, notANumber: en.posts0, outOfRange: en.posts0, min: 0, max: 200 }),
  from: day({ missing: en.missingFrom, ...dayWords }),
})

export function staffingRoutes(): HouseRoute[] {
  return [
    get('/staffing', { permission: 'staffing.see', audit: 'staffing.viewed' }, staffing),
    get(
      '/staffing/:teamId',
      { permission: 'staffing.keep', audit: { none: 'an empty form' }, params: teamParam },
      visit =>
        ofTeam(visit, async team =>
          page(html(<PostsPage visitor={visit.visitor} team={team} form={postsForm.empty()} />), { target: team.id }),
        ),
    ),
    post(
      '/staffing/:teamId',
      { permission: 'staffing.keep', audit: 'staffing.posts-entered', params: teamParam },
      visit =>
        ofTeam(visit, async team => {
          const read = postsForm.read(visit.body)
          if (!read.ok) return again(html(<PostsPage visitor={visit.visitor} team={team} form={read} />))
          const { posts, from: fromOn } = read.value
          if (isAfter(fromOn, visit.tx.acting.today))
            return again(
              html(<PostsPage visitor={visit.visitor} team={team} form={addError(read, en.ahead, 'from')} />),
            )
          await upsertPosts(visit.tx, team.id, { posts, fromOn })
          await record(visit.tx, {
            action: 'staffing.posts-entered',
            target: team.id,
            payload: { posts, from: fromOn },
          })
          return go('/staffing')
        }),
    ),
  ]
}

async function ofTeam(
  visit: Visit<{ teamId: GroupId }, unknown>,
  work: (team: Team) => Promise<Answer>,
): Promise<Answer> {
  const team = await findTeam(visit.tx, visit.params.teamId)
  return team ? work(team) : nothing('unknown')
}

async function staffing(visit: Visit<unknown, unknown>): Promise<Answer> {
  const { tx } = visit
  const { today } = tx.acting
  const [posts, times, advisers] = [await listPosts(tx), await listTimes(tx), await listAdvisers(tx)]
  const { loads, waiting } = await asHouse(tx, 'caseloads and who waits, counted', async worker => ({
    loads: new Map((await countLoads(worker)).map(one => [one.accountId, one.count])),
    waiting: await listWaitingSince(worker),
  }))
  const teams = (await listTeams(tx))
    .filter(team => team.endedOn === null)
    .map(team => {
      const ofIt = <One extends { readonly teamId: GroupId | null }>(all: readonly One[]) =>
        all.filter(one => one.teamId === team.id)
      return {
        team,
        vacancy: vacancyOf(ofIt(posts), ofIt(times), today),
        waiting: waitingOf(
          ofIt(waiting).map(one => one.since),
          today,
        ),
      }
    })
  return page(
    html(
      <StaffingPage
        visitor={visit.visitor}
        teams={teams}
        advisers={advisers.map(one => {
          const count = loads.get(one.accountId) ?? 0
          return { name: one.name, count, state: loadState(count, one.role === 'intensive-adviser') }
        })}
        mayKeep={roleMay(actorOfVisit(visit).role, 'staffing.keep')}
      />,
    ),
  )
}
