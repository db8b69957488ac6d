/** The register of teams and lead advisers. */
import { z } from 'zod'
import { type PersonId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, go, nothing, page } from '#web/register.ts'
import { listAdvisers } from '../actions/colleagues.ts'
import { assignLead } from '../actions/leads.ts'
import { assignForm } from '../forms.ts'
import { AssignPage, TeamPage } from '../pages/team-pages.tsx'
import { findTeamOf, listLoads } from '../store/teams.ts'
import { en } from '../words.ts'

const personParam = z.object({
  personId: idParam<PersonId>(),
})
export function leadRoutes(house: { frame: FramePerson }): HouseRoute[] {
  return [
    get('/team', { permission: 'team.see', audit: 'team.viewed' }, async visit => {
      const actor = actorOfVisit(visit)
      const team = await findTeamOf(visit.tx, actor.accountId)
      const loads = team ? await listLoads(visit.tx, team.id) : []
      return page(
        html(
          <TeamPage visitor={visit.visitor} team={team} loads={loads} mayOpen={roleMay(actor.role, 'lead.assign')} />,
        ),
        team ? { target: team.id } : {},
      )
    }),
    get(
      '/people/:personId/lead',
      { permission: 'lead.assign', audit: 'lead.form-opened', params: personParam },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        return page(
          html(
            <AssignPage
              visitor={visit.visitor}
              frame={frame}
              form={assignForm.empty()}
              advisers={await listAdvisers(visit.tx)}
            />,
          ),
          { about: [frame.person.id] },
        )
      },
    ),
    post(
      '/people/:personId/lead',
      { permission: 'lead.assign', audit: 'lead.assigned', params: personParam },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        const read = assignForm.read(visit.body)
        const advisers = await listAdvisers(visit.tx)
        const adviser = read.ok ? advisers.find(a => a.accountId === read.value.adviser) : undefined
        if (!read.ok || !adviser) {
          const state = read.ok ? addError(read, en.missingAdviser, 'adviser') : read
          return again(html(<AssignPage visitor={visit.visitor} frame={frame} form={state} advisers={advisers} />), {
            about: [frame.person.id],
          })
        }
        await assignLead(visit.tx, frame.person.id, {
          accountId: adviser.accountId,
          isIntensive: adviser.role === 'intensive-adviser',
          reason: read.value.reason,
        })
        return go(`/people/${frame.person.id}`)
      },
    ),
  ]
}
