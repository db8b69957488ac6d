/** The register of those who came and are not on record: written down, put on a record once they agree, deleted. */
import type { PersonId, RowId } from '#ground/ids.ts'
import { isId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { linkForm, newcomerForm } from '../forms.ts'
import type { Newcomer } from '../group.ts'
import { forgetNewcomer, noteNewcomer, putOnRecord } from '../newcomers.ts'
import { LinkPage } from '../pages/people-pages.tsx'
import type { Choosable } from '../pages/session-form.tsx'
import type { NewcomerFields } from '../pages/session-page.tsx'
import { findNewcomer } from '../store/newcomers.ts'
import { en, troubles } from '../words.ts'
import {
  type AnyVisit,
  accountsOf,
  findChoices,
  findQuery,
  type GroupHouse,
  idsOf,
  newcomerParam,
  personChoices,
  runnerChoices,
  sessionHtml,
  sessionParam,
  withOwnSession,
} from './shared.tsx'

const permission = 'group.record'
const AT = {
  'agreed-ahead': 'agreed',
  'agreed-before': 'agreed',
  'had-died': 'person',
  'before-birth': 'person',
  'too-long': 'person',
} as const

export function newcomerRoutes(house: GroupHouse): HouseRoute[] {
  return [
    post('/groups/:sessionId/newcomers', { permission, audit: 'group.newcomer-noted', params: sessionParam }, visit =>
      withOwnSession(house, visit, async known => {
        const form = newcomerForm.read(visit.body)
        const shown = async (state: FormState<NewcomerFields>) => {
          const { drawn, seen } = await sessionHtml(visit, known, state)
          return again(drawn, seen)
        }
        if (!form.ok) return shown(form)
        const { id, called, wanted } = form.value
        if (!isId(id)) return shown(addError(form, en.missingId))
        await noteNewcomer(visit.tx, known.session.rowId, actorOfVisit(visit).accountId, {
          id: id as RowId,
          called,
          wanted: wanted ?? '',
        })
        return go(`/groups/${known.session.rowId}`)
      }),
    ),
    get(
      '/groups/newcomers/:newcomerId',
      { permission, audit: 'group.newcomer-viewed', params: newcomerParam, query: findQuery },
      visit =>
        withNewcomer(visit, async newcomer => {
          const { accountId } = actorOfVisit(visit)
          const typed = visit.query.q.trim()
          const people = await findChoices(visit.tx, typed)
          const runners = await runnerChoices(visit.tx)
          const form = linkForm(idsOf(people), accountsOf(runners)).fill({
            asked: accountId,
            agreed: visit.tx.acting.today,
          })
          return page(linkHtml(visit, newcomer, { typed, form, people, runners }), {
            about: idsOf(people),
            target: newcomer.rowId,
            payload: { searched: typed },
          })
        }),
    ),
    post(
      '/groups/newcomers/:newcomerId',
      { permission, audit: 'group.newcomer-linked', params: newcomerParam },
      visit =>
        withNewcomer(visit, async newcomer => {
          const { tx, body } = visit
          const runners = await runnerChoices(tx)
          const typed = typeof body['q'] === 'string' ? body['q'].slice(0, 200).trim() : ''
          const people = await withChosen(visit, await findChoices(tx, typed))
          const form = linkForm(idsOf(people), accountsOf(runners)).read(body)
          const seen = { about: idsOf(people), target: newcomer.rowId }
          const shown = (state: FormState<'person' | 'asked' | 'agreed'>) =>
            again(linkHtml(visit, newcomer, { typed, form: state, people, runners }), seen)
          if (!form.ok) return shown(form)
          const { person, asked, agreed } = form.value
          const outcome = await putOnRecord(tx, newcomer, actorOfVisit(visit).accountId, {
            personId: person,
            agreement: { askedBy: asked, agreedOn: agreed },
          })
          if (outcome.ok)
            return go(`/groups/${newcomer.sessionId}`, { seen: { about: [person], target: newcomer.rowId } })
          const { why } = outcome
          return why in AT
            ? shown(addError(form, troubles[why as keyof typeof AT], AT[why as keyof typeof AT]))
            : nothing('unknown')
        }),
    ),
    post(
      '/groups/newcomers/:newcomerId/forget',
      { permission, audit: 'group.newcomer-forgotten', params: newcomerParam },
      visit =>
        withNewcomer(visit, async newcomer => {
          await forgetNewcomer(visit.tx, newcomer)
          return go(`/groups/${newcomer.sessionId}`)
        }),
    ),
  ]
}

/** Somebody not on record, for whoever wrote it or ran the session; for all others there is nobody (K8). */
async function withNewcomer(
  visit: Visit<{ newcomerId: RowId }, unknown>,
  work: (newcomer: Newcomer) => Promise<Answer>,
): Promise<Answer> {
  const newcomer = await findNewcomer(visit.tx, visit.params.newcomerId)
  return newcomer ? work(newcomer) : nothing('unknown')
}

/** Those found, and the one that was chosen, where they may be known. */
async function withChosen(visit: AnyVisit, found: readonly Choosable[]): Promise<Choosable[]> {
  const chosen = visit.body['person']
  if (typeof chosen !== 'string' || !isId(chosen) || found.some(one => one.value === chosen)) return [...found]
  return [...found, ...(await personChoices(visit.tx, [chosen as PersonId]))]
}

function linkHtml(
  visit: AnyVisit,
  newcomer: Newcomer,
  shown: {
    readonly typed: string
    readonly form: FormState<'person' | 'asked' | 'agreed'>
    readonly people: readonly Choosable[]
    readonly runners: readonly Choosable[]
  },
) {
  return html(
    <LinkPage
      visitor={visit.visitor}
      newcomer={newcomer}
      {...shown}
      mayMake={roleMay(actorOfVisit(visit).role, 'person.create')}
    />,
  )
}
