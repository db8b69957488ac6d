/** The register of whose assessment and whose plan is due: one's own caseload or a team's, and where each stands, composed. */
import { z } from 'zod'
import { aboutThese, type Tx } from '#ground/database/tx.ts'
import { addDays, daysBetween } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { dueOf, listStandings } from '#rooms/assessment/index.ts'
import { type LedPerson, listCaseload, listLed, listLedIds, listLoads, listTeamsLed } from '#rooms/deployment/index.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { listAlertsDue } from '#rooms/people/index.ts'
import {
  isSilent,
  listAsksOn,
  listLate,
  listPartnersTargets,
  listPlanStandings,
  planDueOf,
  waitingWords,
} from '#rooms/plans/index.ts'
import { isToRead, readStandingsOf } from '#rooms/sharing/index.ts'
import { page } from '#web/register.ts'
import {
  AlertsDuePage,
  AssessmentsDuePage,
  type DueRow,
  type PathwayDueRow,
  type PlanDueRow,
  PlansDuePage,
  ReadDuePage,
  type ReadDueRow,
} from '../pages/due-pages.tsx'

/** What is due within so many days is shown; what lies further ahead is nobody's work yet. */
const AHEAD_DAYS = 28
const whoseQuery = z.object({ of: z.enum(['self', 'team']).catch('self').default('self') })

type Led = LedPerson & { readonly adviser: string }

/** Whose lists a visitor may be shown: their own, and of whoever leads a team the team's. */
async function whoseOf(visit: Visit<unknown, { of: 'self' | 'team' }>) {
  const { tx } = visit
  const { accountId, name, role } = actorOfVisit(visit)
  const mayShowTeam = roleMay(role, 'lead.assign')
  const isTeam = mayShowTeam && visit.query.of === 'team'
  const whose = new Map<AccountId, string>(isTeam ? [] : [[accountId, name]])
  if (isTeam)
    for (const team of await listTeamsLed(tx, accountId))
      for (const one of await listLoads(tx, team.id)) whose.set(one.accountId, one.name)
  return { whose, isTeam, mayShowTeam }
}

/** Those they lead for, alive, with whose they are: adviser by adviser, each by name. */
async function ledOf(visit: Visit<unknown, { of: 'self' | 'team' }>) {
  const { whose, ...shown } = await whoseOf(visit)
  const all = await listLed(visit.tx, [...whose.keys()])
  const led = [...whose].flatMap(([id, adviser]): Led[] =>
    all.filter(one => one.leadId === id).map(one => ({ ...one, adviser })),
  )
  return { led, ...shown }
}

export function dueRoutes(): HouseRoute[] {
  return [
    get(
      '/assessments/due',
      { permission: 'assessment.write', audit: 'assessment.due-viewed', query: whoseQuery },
      async visit => {
        const { tx } = visit
        const { whose: advisers, ...whose } = await whoseOf(visit)
        // The level of support says how often: that is gathered with the caseload alone.
        const led = []
        for (const [id, adviser] of advisers)
          for (const one of await listCaseload(tx, id)) if (one.diedOn === null) led.push({ ...one, adviser })
        const ids = led.map(one => one.personId)
        const stand = await aboutThese(tx, ids, within => listStandings(within, ids))
        const standings = new Map(stand.map(s => [s.personId, s]))
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
      const ledIds = await listLedIds(tx, accountId)
      const until = addDays(tx.acting.today, AHEAD_DAYS)
      const rows = await listAlertsDue(tx, { reviewerId: accountId, ledIds, until })
      return page(html(<AlertsDuePage visitor={visit.visitor} rows={rows} today={tx.acting.today} />), {
        about: [...new Set(rows.map(row => row.personId))],
      })
    }),
    get(
      '/confidentiality/due',
      { permission: 'caseload.see', audit: 'confidentiality.due-viewed', query: whoseQuery },
      async visit => {
        const { tx } = visit
        const { led, ...whose } = await ledOf(visit)
        const ids = led.map(one => one.personId)
        const read = await aboutThese(tx, ids, within => readStandingsOf(within, ids))
        const rows = led.flatMap((one): ReadDueRow[] => {
          const { standing, readOn } = read.of(one.personId)
          return isToRead(standing) ? [{ ...named(one), standing, readOn }] : []
        })
        const order = ['never', 'not-understood', 'older']
        const sorted = rows.toSorted(
          (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || (a.name < b.name ? -1 : 1),
        )
        const { isWritten } = read
        return page(html(<ReadDuePage visitor={visit.visitor} rows={sorted} isWritten={isWritten} {...whose} />), {
          about: sorted.map(r => r.personId),
        })
      },
    ),
    get('/plans/due', { permission: 'plan.write', audit: 'plan.due-viewed', query: whoseQuery }, async visit => {
      const { tx } = visit
      const { led, ...whose } = await ledOf(visit)
      const ids = led.map(one => one.personId)
      const [plans, silentDays, pathways] = await aboutThese(tx, ids, within =>
        Promise.all([listPlanStandings(within, ids), silentOf(within, ids), listLate(within, ids)]),
      )
      const standings = new Map(plans.map(s => [s.personId, s]))
      const rows = led.flatMap((one): PlanDueRow[] => {
        const standing = standings.get(one.personId)
        const due = planDueOf(
          { hasGoals: standing !== undefined, last: standing?.isAgreed ? standing : undefined, leadSince: one.since },
          tx.acting.today,
        )
        const silent = silentDays.get(one.personId)
        return [
          ...(due === undefined ? [] : [{ ...named(one), due }]),
          ...(silent === undefined
            ? []
            : [{ ...named(one), due: { what: 'partner-silent' as const, on: null, daysLate: silent } }]),
        ]
      })
      const order = ['review-late', 'partner-silent', 'review-ahead', 'no-review-day', 'no-plan']
      const sorted = rows.toSorted(
        (a, b) =>
          order.indexOf(a.due.what) - order.indexOf(b.due.what) ||
          b.due.daysLate - a.due.daysLate ||
          (a.name < b.name ? -1 : 1),
      )
      const byPerson = new Map(led.map(one => [one.personId, one]))
      const late = pathways.flatMap(({ pathway, waiting }): PathwayDueRow[] => {
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

/** Of some people, since how many days a step waits that a partner has not taken on: of several, the longest. */
async function silentOf(tx: Tx, personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, number>> {
  const targets = await listPartnersTargets(tx, personIds)
  const asks = await listAsksOn(tx, [...new Set(targets.map(one => one.personId))])
  const days = new Map<PersonId, number>()
  for (const one of targets.filter(target => isSilent(target, asks, tx.acting.today)))
    days.set(one.personId, Math.max(days.get(one.personId) ?? 0, daysBetween(one.setOn, tx.acting.today)))
  return days
}

const named = ({ personId, family, given, adviser }: Pick<Led, 'personId' | 'family' | 'given' | 'adviser'>) => ({
  personId,
  name: `${family}, ${given}`,
  adviser,
})
