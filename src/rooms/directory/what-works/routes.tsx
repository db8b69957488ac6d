/** The register of what works here: all staff read it, whoever works with young people writes it down. */
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
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import type { Need } from '../near-by/service.ts'
import { fitting, soughtQuery } from '../near-by/sought.ts'
import { addPractice, changePractice, putAwayPractice } from './actions.ts'
import { practiceForm } from './forms.ts'
import { PracticeFormPage, PracticePage, PracticesPage } from './pages.tsx'
import type { Practice } from './practice.ts'
import { findPractice, listPractices } from './store.ts'

const practiceParam = z.object({ practiceId: idParam<RowId>() })
type AnyVisit = Visit<unknown, unknown>
type PracticeVisit = Visit<{ practiceId: RowId }, unknown>
type House = { readonly needs: (tx: Tx) => readonly Need[] }

export function practiceRoutes(house: House): HouseRoute[] {
  return [
    get(
      '/what-works',
      { permission: 'organisation.see', audit: 'practice.list-viewed', query: soughtQuery },
      async visit => {
        const { query: sought } = visit
        const textOf = (one: Practice) => `${one.title} ${one.what} ${one.fits}`
        const practices = fitting(await listPractices(visit.tx), sought, textOf)
        return page(
          html(
            <PracticesPage
              visitor={visit.visitor}
              practices={practices}
              needs={house.needs(visit.tx)}
              names={await findNames(visit.tx, [...new Set(practices.map(one => one.writtenBy))])}
              sought={sought}
              mayWrite={roleMay(actorOfVisit(visit).role, 'service.keep')}
            />,
          ),
        )
      },
    ),
    get('/what-works/new', { permission: 'service.keep', audit: { none: 'an empty form' } }, async visit =>
      page(formPage(house, visit, undefined, practiceForm(house.needs(visit.tx)).empty(), false)),
    ),
    post('/what-works/new', { permission: 'service.keep', audit: 'practice.added' }, async visit => {
      const read = practiceForm(house.needs(visit.tx)).read(visit.body)
      if (!read.ok) return again(formPage(house, visit, undefined, read, false))
      const facts = { ...read.value, fits: read.value.fits ?? '' }
      return go(`/what-works/${await addPractice(visit.tx, actorOfVisit(visit).accountId, facts)}`)
    }),
    get(
      '/what-works/:practiceId',
      { permission: 'organisation.see', audit: 'practice.viewed', params: practiceParam },
      async visit => {
        const one = await findPractice(visit.tx, visit.params.practiceId)
        if (!one) return nothing('unknown')
        return page(
          html(
            <PracticePage
              visitor={visit.visitor}
              practice={one}
              needs={house.needs(visit.tx)}
              names={await findNames(visit.tx, [one.writtenBy])}
              mayChange={mayChange(visit, one)}
              today={visit.tx.acting.today}
            />,
          ),
          { target: one.rowId },
        )
      },
    ),
    get(
      '/what-works/:practiceId/change',
      { permission: 'service.keep', audit: { none: 'the form shows what the page shows' }, params: practiceParam },
      visit =>
        withOpen(visit, async one => {
          const { title, what, fits: when, needs } = one
          const form = practiceForm(house.needs(visit.tx)).fill({ title, what, fits: when, needs })
          return page(formPage(house, visit, one, form, false))
        }),
    ),
    post(
      '/what-works/:practiceId/change',
      { permission: 'service.keep', audit: 'practice.changed', params: practiceParam },
      visit =>
        withOpen(visit, async one => {
          const read = practiceForm(house.needs(visit.tx)).read(visit.body)
          if (!read.ok) return again(formPage(house, visit, one, read, false))
          const facts = { ...read.value, fits: read.value.fits ?? '' }
          const done = await changePractice(visit.tx, asShown(visit, one), facts)
          if (done.ok) return go(`/what-works/${one.rowId}`)
          const now = (await findPractice(visit.tx, one.rowId)) ?? one
          return again(formPage(house, visit, now, read, true), {}, 409)
        }),
    ),
    post(
      '/what-works/:practiceId/put-away',
      { permission: 'service.keep', audit: 'practice.put-away', params: practiceParam },
      visit =>
        withOpen(visit, async one => {
          await putAwayPractice(visit.tx, one.rowId)
          return go(`/what-works/${one.rowId}`)
        }),
    ),
  ]
}

/** Who wrote it keeps it, and whoever leads a team. */
function mayChange(visit: AnyVisit, { writtenBy }: Practice): boolean {
  const { accountId, role } = actorOfVisit(visit)
  return roleMay(role, 'service.keep') && (accountId === writtenBy || roleMay(role, 'deployment.manage'))
}

/** One the visitor may change, while it is there. */
async function withOpen(visit: PracticeVisit, work: (one: Practice) => Promise<Answer>): Promise<Answer> {
  const one = await findPractice(visit.tx, visit.params.practiceId)
  if (!one || !mayChange(visit, one)) return nothing('unknown')
  return one.overOn === null ? work(one) : go(`/what-works/${one.rowId}`)
}

function formPage(house: House, visit: AnyVisit, one: Practice | undefined, form: FormState, isStale: boolean): Drawn {
  const needs = house.needs(visit.tx)
  return html(<PracticeFormPage visitor={visit.visitor} practice={one} {...{ needs, form, isStale }} />)
}
