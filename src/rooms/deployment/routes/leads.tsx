/** The register of teams and lead advisers. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import { type PersonId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, type Drawn, go, nothing, page } from '#web/register.ts'
import { listAdvisers } from '../actions/colleagues.ts'
import { findTask } from '../advice/store.ts'
import { assignForm } from '../forms.ts'
import { moveLeadAtOnce } from '../handover/actions/moving.ts'
import type { HandoverHouse } from '../handover/house.ts'
import { beginTroubles } from '../handover/words.ts'
import { AssignPage, TeamPage } from '../pages/team-pages.tsx'
import { leadsFor, missingOf } from '../readiness/actions.ts'
import { listProfiles } from '../readiness/store.ts'
import { itemKinds, en as ready } from '../readiness/words.ts'
import { findLead } from '../store/leads.ts'
import { findTeamOf, listLeftLoads, listLoads } from '../store/teams.ts'
import { en } from '../words.ts'

const personParam = z.object({
  personId: idParam<PersonId>(),
})
export function leadRoutes(house: HandoverHouse): HouseRoute[] {
  return [
    get('/team', { permission: 'team.see', audit: 'team.viewed' }, async visit => {
      const actor = actorOfVisit(visit)
      const team = await findTeamOf(visit.tx, actor.accountId)
      const loads = team ? await listLoads(visit.tx, team.id) : []
      const task = team && (await findTask(visit.tx, team.id))
      const leads = team?.leaderId === actor.accountId && roleMay(actor.role, 'lead.assign')
      return page(
        html(
          <TeamPage
            visitor={visit.visitor}
            team={team}
            loads={loads}
            left={team && leads ? await listLeftLoads(visit.tx, team) : []}
            mayOpen={roleMay(actor.role, 'lead.assign')}
            task={task}
            specialist={task ? ((await findNames(visit.tx, [task.specialistId])).get(task.specialistId) ?? '') : ''}
            isSpecialist={task?.specialistId === actor.accountId}
            leads={leads}
            asked={new Map((await listProfiles(visit.tx)).map(one => [one.accountId, one.askAbout]))}
          />,
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
        return page(await assignPage(visit, frame, assignForm.empty()), { about: [frame.person.id] })
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
          return again(await assignPage(visit, frame, state), { about: [frame.person.id] })
        }
        const missing = await missingOf(visit.tx, adviser)
        const why = read.value['all-the-same']
        if (missing.length > 0 && why === null) {
          // What a colleague lacks is theirs, and whoever's who leads their team.
          const isTheirs = await leadsFor(visit.tx, actorOfVisit(visit).accountId, adviser.accountId)
          const list = isTheirs ? missing.map(kind => itemKinds[kind]).join(', ') : ''
          const state = addError(read, ready.notReadyError(adviser.name, list), 'adviser')
          return again(await assignPage(visit, frame, state, true), { about: [frame.person.id] })
        }
        const moved = await moveLeadAtOnce(visit.tx, house, frame.person.id, {
          accountId: adviser.accountId,
          reason: read.value.reason,
        })
        if (!moved.ok) {
          const state = addError(read, beginTroubles[moved.why], 'adviser')
          return again(await assignPage(visit, frame, state, missing.length > 0), { about: [frame.person.id] })
        }
        if (missing.length > 0)
          await record(visit.tx, {
            action: 'lead.given-all-the-same',
            about: [frame.person.id],
            target: adviser.accountId,
            payload: { missing, why },
          })
        return go(`/people/${frame.person.id}`)
      },
    ),
  ]
}

async function assignPage(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  form: FormState<'adviser' | 'reason' | 'all-the-same'>,
  asksWhy = false,
): Promise<Drawn> {
  const { tx } = visit
  const advisers = await listAdvisers(tx)
  const lead = await asHouse(tx, 'who leads now', worker => findLead(worker, frame.person.id))
  const leadName = advisers.find(one => one.accountId === lead?.accountId)?.name
  return html(<AssignPage visitor={visit.visitor} {...{ frame, form, advisers, leadName, asksWhy }} />)
}
