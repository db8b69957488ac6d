/** The register of teams: making, leading, joining, ending. */
import { z } from 'zod'
import { type AccountId, type GroupId, isId } from '#ground/ids.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isOneself, listAdvisers, listLeaders } from '../actions/colleagues.ts'
import { changeLeader, endTeam, leaveTeam, makeTeam, putIntoTeam, renameTeam } from '../actions/teams.ts'
import type { Team } from '../deployment.ts'
import { leaderForm, memberForm, nameForm, teamForm } from '../forms.ts'
import { NewTeamPage, OneTeamPage, TeamsPage } from '../pages/teams-pages.tsx'
import { findTeam, listPlaces, listTeams } from '../store/teams.ts'
import { teamTroubles } from '../words.ts'

const teamParam = z.object({
  teamId: idParam<GroupId>(),
})
const memberParam = teamParam.extend({
  accountId: idParam<AccountId>(),
})

export function teamRoutes(): HouseRoute[] {
  return [
    get('/teams', { permission: 'team.manage', audit: 'team.list-viewed' }, async visit => {
      const teams = await listTeams(visit.tx)
      const names = await findNames(
        visit.tx,
        teams.flatMap(t => (t.leaderId === null ? [] : [t.leaderId])),
      )
      return page(html(<TeamsPage visitor={visit.visitor} teams={teams} names={names} />))
    }),
    get('/teams/new', { permission: 'team.manage', audit: { none: 'an empty form' } }, async visit =>
      page(html(<NewTeamPage visitor={visit.visitor} form={teamForm.empty()} leaders={await leadersFor(visit)} />)),
    ),
    post('/teams/new', { permission: 'team.manage', audit: 'team.created' }, async visit => {
      const read = teamForm.read(visit.body)
      const shown = async (form: Parameters<typeof NewTeamPage>[0]['form']) =>
        again(html(<NewTeamPage visitor={visit.visitor} form={form} leaders={await leadersFor(visit)} />))
      if (!read.ok) return shown(read)
      const leaderId = accountIn(read.value.leader)
      if (leaderId === undefined) return shown(addError(read, teamTroubles['no-such-leader'], 'leader'))
      const outcome = await makeTeam(visit.tx, { name: read.value.name, leaderId })
      if (outcome.ok) return go(`/teams/${outcome.value}`)
      return shown(addError(read, teamTroubles[outcome.why], outcome.why === 'name-taken' ? 'name' : 'leader'))
    }),
    get('/teams/:teamId', { permission: 'team.manage', audit: 'team.viewed', params: teamParam }, visit =>
      ofTeam(visit, async team => page(await oneTeam(visit, team, {}), { target: team.id })),
    ),
    post('/teams/:teamId/name', { permission: 'team.manage', audit: 'team.renamed', params: teamParam }, visit =>
      ofTeam(visit, async team => {
        const read = nameForm.read(visit.body)
        const outcome = read.ok ? await renameTeam(visit.tx, team.id, read.value.name) : undefined
        if (outcome?.ok) return go(`/teams/${team.id}`)
        const naming = outcome === undefined ? read : addError(read, teamTroubles[outcome.why], 'name')
        return again(await oneTeam(visit, team, { naming }))
      }),
    ),
    post(
      '/teams/:teamId/leader',
      { permission: 'team.manage', audit: 'team.leader-changed', params: teamParam },
      visit =>
        ofTeam(visit, async team => {
          const read = leaderForm.read(visit.body)
          const leaderId = read.ok ? accountIn(read.value.leader) : undefined
          const outcome = leaderId === undefined ? undefined : await changeLeader(visit.tx, team.id, leaderId)
          if (outcome?.ok) return go(`/teams/${team.id}`)
          const leading = read.ok ? addError(read, teamTroubles[outcome?.why ?? 'no-such-leader'], 'leader') : read
          return again(await oneTeam(visit, team, { leading }))
        }),
    ),
    post('/teams/:teamId/members', { permission: 'team.manage', audit: 'team.joined', params: teamParam }, visit =>
      ofTeam(visit, async team => {
        const read = memberForm.read(visit.body)
        const accountId = read.ok ? accountIn(read.value.adviser) : undefined
        const outcome = accountId == null ? undefined : await putIntoTeam(visit.tx, team.id, accountId)
        if (outcome?.ok) return go(`/teams/${team.id}`)
        const joining = read.ok ? addError(read, teamTroubles[outcome?.why ?? 'no-such-adviser'], 'adviser') : read
        return again(await oneTeam(visit, team, { joining }))
      }),
    ),
    post(
      '/teams/:teamId/members/:accountId/end',
      { permission: 'team.manage', audit: 'team.left', params: memberParam },
      visit =>
        ofTeam(visit, async team => {
          const outcome = await leaveTeam(visit.tx, team.id, visit.params.accountId)
          return outcome.ok ? go(`/teams/${team.id}`) : nothing(outcome.why)
        }),
    ),
    post('/teams/:teamId/end', { permission: 'team.manage', audit: 'team.ended', params: teamParam }, visit =>
      ofTeam(visit, async team => {
        const outcome = await endTeam(visit.tx, team.id)
        if (outcome.ok) return go('/teams')
        const joining = addError(memberForm.empty(), teamTroubles[outcome.why])
        return again(await oneTeam(visit, team, { joining }), {}, 409)
      }),
    ),
  ]
}

type Wrong = Partial<Pick<Parameters<typeof OneTeamPage>[0], 'naming' | 'leading' | 'joining'>>

async function oneTeam(visit: Visit<unknown, unknown>, team: Team, wrong: Wrong): Promise<Drawn> {
  return html(
    <OneTeamPage
      visitor={visit.visitor}
      team={team}
      places={await listPlaces(visit.tx, team.id)}
      leaders={await leadersFor(visit, team.leaderId)}
      advisers={await listAdvisers(visit.tx)}
      naming={wrong.naming ?? nameForm.fill({ name: team.name })}
      leading={wrong.leading ?? leaderForm.fill({ leader: team.leaderId })}
      joining={wrong.joining ?? memberForm.empty()}
    />,
  )
}

async function ofTeam(
  visit: Visit<{ teamId: GroupId }, unknown>,
  work: (team: Team) => Promise<Answer>,
): Promise<Answer> {
  const team = await findTeam(visit.tx, visit.params.teamId)
  return team ? work(team) : nothing('unknown')
}

/** Who may be chosen to lead: nobody chooses themselves, but whoever leads already stands in the list. */
async function leadersFor(visit: Visit<unknown, unknown>, now: AccountId | null = null) {
  return (await listLeaders(visit.tx)).filter(l => l.accountId === now || !isOneself(visit.tx, l.accountId))
}

/** An account in a field: null for none, undefined for what can be no account. */
function accountIn(typed: string | null): AccountId | null | undefined {
  if (typed === null) return null
  return isId(typed) ? (typed as AccountId) : undefined
}
