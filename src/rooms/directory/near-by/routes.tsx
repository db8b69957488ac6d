/** The register of services near by: all staff read them, and who works with young people keeps them. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
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
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import { listOrganisations } from '../store/organisations.ts'
import { addService, addTip, answerTip, changeService, closeService } from './actions.ts'
import { factsOf, filledWith, serviceForm, tipForm } from './forms.ts'
import { ServiceFormPage, ServicePage, ServicesPage } from './pages.tsx'
import { helpingToday } from './rules.ts'
import { type Need, SAME_DAY, type Service } from './service.ts'
import { fitting, soughtQuery } from './sought.ts'
import { findService, listServices, listTips } from './store.ts'
import { TodayPage } from './today-page.tsx'
import { serviceTroubles } from './words.ts'

const serviceParam = z.object({ serviceId: idParam<RowId>() })
const tipParam = serviceParam.extend({ tipId: idParam<RowId>() })

type AnyVisit = Visit<unknown, unknown>
type ServiceVisit = Visit<{ serviceId: RowId }, unknown>
type House = { readonly needs: (tx: Tx) => readonly Need[] }

const AT = { name: 'name', ages: 'max-age', 'run-by': 'run-by', 'open-when': 'open-when' } as const

const todayQuery = z.object({
  what: z
    .enum(['', ...SAME_DAY])
    .catch('')
    .default(''),
  q: soughtQuery.shape.q,
})

export function serviceRoutes(house: House): HouseRoute[] {
  return [
    get(
      '/services',
      { permission: 'organisation.see', audit: 'service.list-viewed', query: soughtQuery },
      async visit => {
        const { query: sought } = visit
        const textOf = (one: Service) => `${one.name} ${one.runBy} ${one.place} ${one.about}`
        return page(
          html(
            <ServicesPage
              visitor={visit.visitor}
              services={fitting(await listServices(visit.tx), sought, textOf)}
              needs={house.needs(visit.tx)}
              sought={sought}
              mayKeep={mayKeep(visit)}
            />,
          ),
        )
      },
    ),
    get(
      '/services/today',
      { permission: 'organisation.see', audit: 'service.list-viewed', query: todayQuery },
      async visit => {
        const { what, q } = visit.query
        return page(
          html(
            <TodayPage
              visitor={visit.visitor}
              found={helpingToday(await listServices(visit.tx), { what, words: q })}
              sought={{ what, q }}
              mayKeep={mayKeep(visit)}
              today={visit.tx.acting.today}
            />,
          ),
        )
      },
    ),
    get('/services/new', { permission: 'service.keep', audit: { none: 'an empty form' } }, async visit => {
      const lists = await formOf(house, visit, undefined)
      return page(formPage(visit, undefined, lists, lists.made.empty(), false))
    }),
    post('/services/new', { permission: 'service.keep', audit: 'service.added' }, async visit => {
      const lists = await formOf(house, visit, undefined)
      const read = lists.made.read(visit.body)
      if (!read.ok) return again(formPage(visit, undefined, lists, read, false))
      const done = await addService(visit.tx, factsOf(read.value))
      if (done.ok) return go(`/services/${done.value}`)
      const told = addError(read, serviceTroubles[done.why], AT[done.why])
      return again(formPage(visit, undefined, lists, told, false))
    }),
    get(
      '/services/:serviceId',
      { permission: 'organisation.see', audit: 'service.viewed', params: serviceParam },
      visit =>
        withService(visit, async one =>
          page(await servicePage(house, visit, one, tipForm.empty()), { target: one.rowId }),
        ),
    ),
    get(
      '/services/:serviceId/change',
      { permission: 'service.keep', audit: { none: 'the form shows what the page shows' }, params: serviceParam },
      visit =>
        withOpen(visit, async one => {
          const lists = await formOf(house, visit, one)
          return page(formPage(visit, one, lists, filledWith(lists.made, one), false))
        }),
    ),
    post(
      '/services/:serviceId/change',
      { permission: 'service.keep', audit: 'service.changed', params: serviceParam },
      visit => withOpen(visit, one => change(house, visit, one)),
    ),
    post(
      '/services/:serviceId/close',
      { permission: 'service.keep', audit: 'service.closed', params: serviceParam },
      visit =>
        withService(visit, async one => {
          await closeService(visit.tx, one.rowId)
          return go(`/services/${one.rowId}`)
        }),
    ),
    post(
      '/services/:serviceId/tips',
      { permission: 'service.keep', audit: 'service.tip-added', params: serviceParam },
      visit =>
        withOpen(visit, async one => {
          const read = tipForm.read(visit.body)
          if (!read.ok) return again(await servicePage(house, visit, one, read), { target: one.rowId })
          await addTip(visit.tx, one.rowId, actorOfVisit(visit).accountId, read.value.words)
          return go(`/services/${one.rowId}`)
        }),
    ),
    post(
      '/services/:serviceId/tips/:tipId',
      { permission: 'service.keep', audit: 'service.tip-confirmed', params: tipParam },
      visit =>
        withOpen(visit, async one => {
          const what = (['still', 'over'] as const).find(each => each === visit.body['what'])
          if (what !== undefined) await answerTip(visit.tx, one.rowId, visit.params.tipId, what)
          return go(`/services/${one.rowId}`)
        }),
    ),
  ]
}

const mayKeep = (visit: AnyVisit): boolean => roleMay(actorOfVisit(visit).role, 'service.keep')

async function withService(visit: ServiceVisit, work: (one: Service) => Promise<Answer>): Promise<Answer> {
  const one = await findService(visit.tx, visit.params.serviceId)
  return one ? work(one) : nothing('unknown')
}

/** The same while it is there; nothing more is said of one that is gone. */
const withOpen = (visit: ServiceVisit, work: (one: Service) => Promise<Answer>): Promise<Answer> =>
  withService(visit, async one => (one.closedOn === null ? work(one) : go(`/services/${one.rowId}`)))

async function formOf(house: House, visit: AnyVisit, one: Service | undefined) {
  const needs = house.needs(visit.tx)
  const offered = (await listOrganisations(visit.tx)).filter(o => o.state === 'open' || o.id === one?.organisationId)
  return {
    needs,
    offered,
    made: serviceForm(
      needs,
      offered.map(o => o.id),
    ),
  }
}

type Lists = Awaited<ReturnType<typeof formOf>>

function formPage(
  visit: AnyVisit,
  one: Service | undefined,
  { needs, offered }: Lists,
  form: FormState,
  isStale: boolean,
): Drawn {
  return html(<ServiceFormPage visitor={visit.visitor} service={one} {...{ needs, offered, form, isStale }} />)
}

async function change(house: House, visit: ServiceVisit, one: Service): Promise<Answer> {
  const lists = await formOf(house, visit, one)
  const read = lists.made.read(visit.body)
  if (!read.ok) return again(formPage(visit, one, lists, read, false))
  const done = await changeService(visit.tx, asShown(visit, one), factsOf(read.value))
  if (done.ok) return go(`/services/${one.rowId}`)
  if (done.why === 'stale') {
    const now = (await findService(visit.tx, one.rowId)) ?? one
    return again(formPage(visit, now, lists, read, true), {}, 409)
  }
  return again(formPage(visit, one, lists, addError(read, serviceTroubles[done.why], AT[done.why]), false))
}

async function servicePage(house: House, visit: AnyVisit, one: Service, form: FormState): Promise<Drawn> {
  const { tx } = visit
  const tips = await listTips(tx, [one.rowId])
  return html(
    <ServicePage
      visitor={visit.visitor}
      service={one}
      needs={house.needs(tx)}
      tips={tips}
      names={await findNames(tx, [...new Set(tips.map(tip => tip.saidBy))])}
      form={form}
      mayKeep={mayKeep(visit)}
      today={tx.acting.today}
    />,
  )
}
