/** The register of whose assessment and whose plan is due: one's own caseload or a team's, and where each stands, composed. */
import { z } from 'zod'
import { addDays, daysBetween } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { dueOf, listStandings } from '#rooms/assessment/index.ts'
import { type CaseloadRow, listCaseload, listLoads, listTeamsLed } from '#rooms/deployment/index.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { listAlertsDue } from '#rooms/people/index.ts'
import { listLate, listPlanStandings, planDueOf, waitingWords } from '#rooms/plans/index.ts'
import { page } from '#web/register.ts'
import {
  AlertsDuePage,
  AssessmentsDuePage,
  type DueRow,
  type PathwayDueRow,
  type PlanDueRow,
  PlansDuePage,
} from '../pages/due-pages.tsx'

/** What is due within so many days is shown; what lies further ahead is nobody's work yet. */
const AHEAD_DAYS = 28
const whoseQuery = z.object({ of: z.enum(['self', 'team']).catch('self').default('self') })

type Led = CaseloadRow & { readonly adviser: string }

/** Whose lists a visitor may be shown: their own, and of whoever leads a team the team's. */
async function ledOf(visit: Visit<unknown, { of: 'self' | 'team' }>) {
  const { tx } = visit
  const { accountId, name, role } = actorOfVisit(visit)
  const mayShowTeam = roleMay(role, 'lead.assign')
  const isTeam = mayShowTeam && visit.query.of === 'team'
  const whose = new Map<AccountId, string>(isTeam ? [] : [[accountId, name]])
  if (isTeam)
    for (const team of await listTeamsLed(tx, accountId))
      for (const one of await listLoads(tx, team.id)) whose.set(one.accountId, one.name)
  const led: Led[] = []
  for (const [id, adviser] of whose)
    for (const one of await listCaseload(tx, id)) if (one.diedOn === null) led.push({ ...one, adviser })
  return { led, isTeam, mayShowTeam }
}

export function dueRoutes(): HouseRoute[] {
  return [
    get(
      '/assessments/due',
      { permission: 'assessment.write', audit: 'assessment.due-viewed', query: whoseQuery },
      async visit => {
        const { tx } = visit
        const { led, ...whose } = await ledOf(visit)
        const ids = led.map(one => one.personId)
        const standings = new Map((await listStandings(tx, ids)).map(s => [s.personId, s]))
        const rows = led.flatMap((one): DueRow[] => {
          const standing = standings.get(one.personId)
          const due = dueOf({
            leadSince: one.since,
            supportLevel: one.supportLevel,
            lastAgreedOn: standing?.lastAgreedOn ?? null,
            reviewOn: standing?.reviewOn ?? null,
            today: tx.acting.today,
          })
          if (due === undefined || due.daysLate < -AHEAD_DAYS) return []
          return [{ ...named(one), due, hasDraft: standing?.hasDraft ?? false }]
        })
        const sorted = rows.toSorted((a, b) => b.due.daysLate - a.due.daysLate || (a.name < b.name ? -1 : 1))
        return page(html(<AssessmentsDuePage visitor={visit.visitor} rows={sorted} {...whose} />), {
          about: sorted.map(r => r.personId),
        })
      },
    ),
    get('/alerts', { permission: 'alert.end', audit: 'alert.due-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const ledIds = (await listCaseload(tx, accountId)).map(one => one.personId)
      const until = addDays(tx.acting.today, AHEAD_DAYS)
      const rows = await listAlertsDue(tx, { reviewerId: accountId, ledIds, until })
      return page(html(<AlertsDuePage visitor={visit.visitor} rows={rows} today={tx.acting.today} />), {
        about: [...new Set(rows.map(row => row.personId))],
      })
    }),
    get('/plans/due', { permission: 'plan.write', audit: 'plan.due-viewed', query: whoseQuery }, async visit => {
      const { tx } = visit
      const { led, ...whose } = await ledOf(visit)
      const ids = led.map(one => one.personId)
      const standings = new Map((await listPlanStandings(tx, ids)).map(s => [s.personId, s]))
      const rows = led.flatMap((one): PlanDueRow[] => {
        const standing = standings.get(one.personId)
        const due = planDueOf(
          { hasGoals: standing !== undefined, last: standing?.isAgreed ? standing : undefined, leadSince: one.since },
          tx.acting.today,
        )
        return due === undefined ? [] : [{ ...named(one), due }]
      })
      const order = ['review-late', 'review-ahead', 'no-review-day', 'no-plan']
      const sorted = rows.toSorted(
        (a, b) =>
          order.indexOf(a.due.what) - order.indexOf(b.due.what) ||
          b.due.daysLate - a.due.daysLate ||
          (a.name < b.name ? -1 : 1),
      )
      const byPerson = new Map(led.map(one => [one.personId, one]))
      const late = (await listLate(tx, [...byPerson.keys()])).flatMap(({ pathway, waiting }): PathwayDueRow[] => {
        const [first] = waiting
        const of = byPerson.get(pathway.personId)
        if (of === undefined || first === undefined) return []
        const daysLate = daysBetween(first.on, tx.acting.today)
        return [{ ...named(of), pathwayId: pathway.rowId, kind: pathway.kind, waits: waitingWords(first), daysLate }]
      })
      return page(html(<PlansDuePage visitor={visit.visitor} rows={sorted} pathways={late} {...whose} />), {
        about: [...new Set([...sorted, ...late].map(r => r.personId))],
      })
    }),
  ]
}

const named = ({ personId, family, given, adviser }: Led) => ({ personId, name: `${family}, ${given}`, adviser })
