/** The register of opportunities: all staff read them, advisers and data officers keep them, an adviser asks whom one may suit. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import { fold } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { pageOf, pageQuery } from '#web/shell/list-pages.tsx'
import { asShown, isNext } from '#web/stale.ts'
import {
  addOpportunity,
  changeOpportunity,
  MOST_FOR_ONE,
  setOpportunityState,
  whomItSuits,
} from '../actions/opportunities.ts'
import { changeForm, factsOf, filledWith, opportunityForm } from '../forms.ts'
import type { GuidanceHouse } from '../house.ts'
import { KINDS, type Opportunity, STATES } from '../opportunity.ts'
import { OpportunitiesPage } from '../pages/list-page.tsx'
import { type Offered, OpportunityFormPage } from '../pages/opportunity-form.tsx'
import { OpportunityPage } from '../pages/opportunity-page.tsx'
import { SuitsPage } from '../pages/suits-page.tsx'
import { type FactsTrouble, fitting, isOpen } from '../rules.ts'
import { listApplicationsFor } from '../store/applications.ts'
import { findOpportunity, listOffers, listOpportunities } from '../store/opportunities.ts'
import { en, factsTroubles } from '../words.ts'

/** More than a partnership has open at once. */
export const MOST_OPEN = 2000
const MOST_OVER = 300

export const opportunityParam = z.object({ opportunityId: idParam<RowId>() })
const listQuery = z.object({
  show: z.enum(['open', 'over']).catch('open').default('open'),
  q: z.string().max(200).catch('').default(''),
  where: z.string().max(200).catch('').default(''),
  kind: z
    .enum(['', ...KINDS])
    .catch('')
    .default(''),
  start: z.enum(['', 'any-time', 'month', 'later']).catch('').default(''),
  page: pageQuery,
})

const FIELD_OF = {
  'who-offers': 'organisation',
  'starts-before': 'starts',
  'starts-too-far': 'starts',
  'ends-before': 'apply-by',
  'ends-too-far': 'apply-by',
  'ends-after-start': 'apply-by',
  ages: 'max-age',
} as const satisfies Readonly<Record<FactsTrouble, string>>

/** Whether a text has some words in it, however they are written. */
const folds = (text: string, sought: string): boolean => sought === '' || fold(text).includes(fold(sought))

type OpportunityVisit = Visit<{ opportunityId: RowId }, unknown>

export function opportunityRoutes(house: GuidanceHouse): HouseRoute[] {
  return [
    get(
      '/opportunities',
      { permission: 'opportunity.see', audit: 'opportunity.list-viewed', query: listQuery },
      async visit => {
        const { tx, query } = visit
        const { show, page: wanted, ...typed } = query
        const filter = { ...typed, q: typed.q.trim(), where: typed.where.trim() }
        const all = await listOffers(tx, {
          show,
          most: show === 'open' ? MOST_OPEN : MOST_OVER,
          withWords: filter.q !== '' || filter.where !== '',
        })
        const part = pageOf(fitting(all, filter, tx.acting.today, folds), wanted)
        const rows = await listOpportunities(
          tx,
          part.rows.map(one => one.rowId),
        )
        return page(
          html(
            <OpportunitiesPage
              visitor={visit.visitor}
              part={{ ...part, rows }}
              filter={filter}
              showsOver={show === 'over'}
              mayKeep={mayKeep(visit)}
              today={tx.acting.today}
            />,
          ),
        )
      },
    ),
    get('/opportunities/new', { permission: 'opportunity.keep', audit: { none: 'an empty form' } }, async visit =>
      page(await formPage(visit, undefined, opportunityForm.empty(), false)),
    ),
    post('/opportunities/new', { permission: 'opportunity.keep', audit: 'opportunity.added' }, async visit => {
      const read = opportunityForm.read(visit.body)
      if (!read.ok) return again(await formPage(visit, undefined, read, false))
      const offered = await offeredTo(visit.tx, undefined)
      const done = await addOpportunity(visit.tx, factsOf(read.value, new Set(offered.map(one => one.id))))
      if (done.ok) return go(`/opportunities/${done.value}`)
      const form = addError(read, factsTroubles[done.why], FIELD_OF[done.why])
      return again(await formPage(visit, undefined, form, false))
    }),
    get(
      '/opportunities/:opportunityId',
      { permission: 'opportunity.see', audit: 'opportunity.viewed', params: opportunityParam },
      visit =>
        withOpportunity(visit, async one => {
          const { drawn, about } = await onePage(visit, one, NO_FORM)
          return page(drawn, { target: one.rowId, about })
        }),
    ),
    get(
      '/opportunities/:opportunityId/change',
      {
        permission: 'opportunity.keep',
        audit: { none: 'the form shows what the page shows' },
        params: opportunityParam,
      },
      visit => withOpportunity(visit, async one => page(await formPage(visit, one, filledWith(one), false))),
    ),
    post(
      '/opportunities/:opportunityId/change',
      { permission: 'opportunity.keep', audit: 'opportunity.changed', params: opportunityParam },
      visit => withOpportunity(visit, one => change(visit, one)),
    ),
    post(
      '/opportunities/:opportunityId/state',
      { permission: 'opportunity.keep', audit: 'opportunity.state-set', params: opportunityParam },
      visit => withOpportunity(visit, one => setState(house, visit, one)),
    ),
    get(
      '/opportunities/:opportunityId/suits',
      { permission: 'application.use', audit: 'opportunity.suits-viewed', params: opportunityParam },
      visit =>
        withOpportunity(visit, async one => {
          const { tx } = visit
          const isOn = isOpen(one, tx.acting.today)
          const found = isOn
            ? await whomItSuits(tx, house, actorOfVisit(visit).accountId, one)
            : { proposed: [], rest: [] }
          // Whom its very name would tell something of is not listed for it (K6).
          const rest = one.discloses === 0 ? found.rest : []
          return page(
            html(<SuitsPage visitor={visit.visitor} opportunity={one} isOpen={isOn} {...found} rest={rest} />),
            { target: one.rowId, about: [...found.proposed.map(s => s.led), ...rest].map(led => led.personId) },
          )
        }),
    ),
  ]
}

const mayKeep = (visit: Visit<unknown, unknown>) => roleMay(actorOfVisit(visit).role, 'opportunity.keep')

async function withOpportunity(visit: OpportunityVisit, work: (one: Opportunity) => Promise<Answer>): Promise<Answer> {
  const one = await findOpportunity(visit.tx, visit.params.opportunityId)
  return one ? work(one) : nothing('unknown')
}

/** Organisations that can be chosen: open ones whose name tells nothing, and the one it is with already. */
async function offeredTo(tx: Tx, one: Opportunity | undefined): Promise<Offered> {
  const all = await listOrganisations(tx)
  return all.filter(o => o.id === one?.organisationId || (o.state === 'open' && o.discloses === 0))
}

async function formPage(
  visit: Visit<unknown, unknown>,
  one: Opportunity | undefined,
  form: FormState,
  isStale: boolean,
): Promise<Drawn> {
  return html(
    <OpportunityFormPage
      visitor={visit.visitor}
      opportunity={one}
      offered={await offeredTo(visit.tx, one)}
      form={form}
      isStale={isStale}
      today={visit.tx.acting.today}
    />,
  )
}

async function onePage(
  visit: Visit<unknown, unknown>,
  one: Opportunity,
  form: FormState,
): Promise<{ drawn: Drawn; about: string[] }> {
  const puts = roleMay(actorOfVisit(visit).role, 'application.use')
  const applications = puts ? await listApplicationsFor(visit.tx, one.rowId, MOST_FOR_ONE) : undefined
  const drawn = html(
    <OpportunityPage
      visitor={visit.visitor}
      opportunity={one}
      applications={applications}
      mayKeep={mayKeep(visit)}
      form={form}
      today={visit.tx.acting.today}
    />,
  )
  return { drawn, about: [...new Set((applications ?? []).map(line => line.personId))] }
}

/** A stale save is refused with what somebody else wrote above and what was typed below: saved again, it takes its place. */
async function change(visit: OpportunityVisit, one: Opportunity): Promise<Answer> {
  const read = changeForm.read(visit.body)
  if (!read.ok) return again(await formPage(visit, one, read, false))
  const offered = await offeredTo(visit.tx, one)
  const facts = factsOf(read.value, new Set(offered.map(o => o.id)))
  const seen = { ...one, version: Number(read.value.version) || 0 }
  const done = await changeOpportunity(visit.tx, seen, facts)
  if (done.ok) return go(`/opportunities/${one.rowId}`)
  if (done.why !== 'stale') {
    const form = addError(read, factsTroubles[done.why], FIELD_OF[done.why])
    return again(await formPage(visit, one, form, false))
  }
  const now = { ...addError(read, en.stale), answers: { ...read.answers, version: String(one.version) } }
  return again(await formPage(visit, one, now, true), { target: one.rowId }, 409)
}

async function setState(house: GuidanceHouse, visit: OpportunityVisit, one: Opportunity): Promise<Answer> {
  const state = STATES.find(known => known === visit.body['state'])
  if (state === undefined) return nothing('no such state')
  const here = `/opportunities/${one.rowId}`
  // Sent twice it is done once.
  if (one.state === state && isNext(visit, one)) return go(here)
  const done = await setOpportunityState(visit.tx, house, asShown(visit, one), state)
  if (done.ok) return go(here)
  const { drawn, about } = await onePage(
    visit,
    one,
    addError(NO_FORM, done.why === 'past' ? en.openPast : en.stateStale),
  )
  return again(drawn, { target: one.rowId, about }, 409)
}
