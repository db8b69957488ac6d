/** The register of what was agreed: what one owes, one of them, done or why not. */
import { z } from 'zod'
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
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { finishAction } from '../actions/deciding.ts'
import { nameThem } from '../actions/naming.ts'
import { noteShown } from '../actions/showing.ts'
import { overForm } from '../forms.ts'
import { ActionPage, OwnActionsPage } from '../pages/action-pages.tsx'
import type { Named, PanelAction } from '../panel.ts'
import { findAction, listOwned } from '../store/actions.ts'
import { findItem } from '../store/items.ts'
import { en } from '../words.ts'
import { actionParam, knownPanel } from './shared.ts'

const MOST_OPEN = 300
const MOST_OVER = 100
const listQuery = z.object({ show: z.enum(['open', 'over']).catch('open').default('open') })
type ActionVisit = Visit<{ actionId: RowId }, unknown>
type KnownAction = { readonly action: PanelAction; readonly named: Named; readonly mayFinish: boolean }

export function actionRoutes(): HouseRoute[] {
  return [
    get(
      '/panel-actions',
      { permission: 'panel.see', audit: 'panel.own-actions-viewed', query: listQuery },
      async visit => {
        const { tx, query } = visit
        const most = query.show === 'open' ? MOST_OPEN : MOST_OVER
        const rows = await listOwned(tx, actorOfVisit(visit).accountId, query.show, most)
        const named = await nameThem(tx, rows)
        const shown = rows.filter(one => named.get(one.personId)?.hasDied === false)
        await noteShown(tx, 'panel.action-shown', shown, actorOfVisit(visit).role === 'partner-practitioner')
        return page(
          html(
            <OwnActionsPage
              visitor={visit.visitor}
              rows={shown}
              named={named}
              showsOver={query.show === 'over'}
              today={tx.acting.today}
            />,
          ),
          { about: [...new Set(shown.map(one => one.personId))] },
        )
      },
    ),
    get(
      '/panel-actions/:actionId',
      { permission: 'panel.see', audit: 'panel.action-viewed', params: actionParam },
      visit => withAction(visit, async known => page(await actionPage(visit, known), seenOf(known))),
    ),
    post(
      '/panel-actions/:actionId/over',
      { permission: 'panel.see', audit: 'panel.action-finished', params: actionParam },
      visit =>
        withAction(visit, async known => {
          const { action } = known
          const here = `/panel-actions/${action.rowId}`
          const form = overForm.read(visit.body)
          const shown = async (state: FormState, status: 409 | 422) =>
            again(await actionPage(visit, known, state), seenOf(known), status)
          // Pressed twice, it is said once.
          if (isNext(visit, action) && form.ok && form.value.over === action.state) return go(here)
          if (action.state !== 'open' || isStale(visit, action))
            return shown(addError({ ...form, errors: [] }, en.stale), 409)
          if (!known.mayFinish) return nothing('not-theirs', [action.personId])
          if (!form.ok) return shown(form, 422)
          const to = { state: form.value.over, words: form.value['over-words'] ?? '' }
          const done = await finishAction(visit.tx, action, to)
          return done.ok ? go(here) : shown(addError({ ...form, errors: [] }, en.stale), 409)
        }),
    ),
  ]
}

const seenOf = ({ action }: KnownAction) => ({ about: [action.personId], target: action.rowId })

/** What was agreed, for whoever owes it, whoever has a seat at the panel now, and whoever sees it on the record; for all others there is nothing (K8). */
async function withAction(visit: ActionVisit, work: (known: KnownAction) => Promise<Answer>): Promise<Answer> {
  const action = await findAction(visit.tx, visit.params.actionId)
  const named = action && (await nameThem(visit.tx, [action])).get(action.personId)
  if (!action || !named) return nothing('unknown')
  const isOwner = action.ownerId === actorOfVisit(visit).accountId
  const isChair = (await knownPanel(visit, action.panelId))?.isChair ?? false
  return work({ action, named, mayFinish: (isOwner || isChair) && action.state === 'open' && !named.hasDied })
}

async function actionPage(visit: ActionVisit, known: KnownAction, form: FormState = NO_FORM): Promise<Drawn> {
  const { action, named } = known
  const item = await findItem(visit.tx, action.itemId)
  return html(
    <ActionPage
      visitor={visit.visitor}
      action={action}
      named={named}
      mayFinish={known.mayFinish}
      item={item}
      mayCorrect={named.isKnown && roleMay(actorOfVisit(visit).role, 'record.correct')}
      names={await findNames(visit.tx, [action.ownerId])}
      form={form}
      today={visit.tx.acting.today}
    />,
  )
}
