/** The register of somebody on an agenda: brought from their record, prepared, taken off, what came of it, what was agreed. */
import type { RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
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
import { bring, prepareItem, takeOff, writableOn } from '../actions/bringing.ts'
import { addAction, listOwners, sayOutcome } from '../actions/deciding.ts'
import { nameThem } from '../actions/naming.ts'
import {
  actionForm,
  askedOf,
  bringForm,
  fillPrepared,
  linesOf,
  outcomeForm,
  prepareForm,
  takeOffForm,
} from '../forms.ts'
import type { PanelHouse } from '../house.ts'
import { BringPage, ItemPage, PreparePage } from '../pages/item-pages.tsx'
import type { Item, Meeting, Named, Panel } from '../panel.ts'
import { listActionsOf } from '../store/actions.ts'
import { findItem, listLines } from '../store/items.ts'
import { findMeeting, listOpenFor } from '../store/meetings.ts'
import { findPanel } from '../store/panels.ts'
import { askedTroubles, dueTroubles, en } from '../words.ts'
import { itemParam, knownMeeting, personParam, toName } from './shared.ts'

type ItemVisit = Visit<{ itemId: RowId }, unknown>
type PersonVisit = Visit<{ personId: Item['personId'] }, unknown>
export type TypedAt = 'outcome' | 'action' | 'off'

/** Somebody on an agenda as one visitor stands to it. */
export type KnownItem = {
  readonly item: Item
  readonly panel: Panel
  readonly meeting: Meeting
  readonly named: Named
  readonly isChair: boolean
  /** Prepares it: the chair, whoever leads for them, whoever brought them. */
  readonly mayPrepare: boolean
}

const AT = {
  'view-missing': 'view',
  'objection-unanswered': 'view-answer',
  'withheld-why': 'withheld-why',
  'withheld-review': 'withheld-review',
  'view-of-unseen': 'view',
} as const

export function itemRoutes(house: PanelHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/panel',
      { permission: 'panel.bring', audit: 'panel.bring-form-opened', params: personParam },
      async visit => {
        const drawn = await bringPage(house, visit)
        return drawn ? page(drawn, { about: [visit.params.personId] }) : nothing('unknown', [visit.params.personId])
      },
    ),
    post(
      '/people/:personId/panel',
      { permission: 'panel.bring', audit: 'panel.brought', params: personParam },
      async visit => {
        const { tx, params } = visit
        const { accountId } = actorOfVisit(visit)
        const about = [params.personId]
        const form = bringForm((await meetingsFor(house, visit)).map(one => one.rowId)).read(visit.body)
        const shown = async (state: FormState) => {
          const drawn = await bringPage(house, visit, state)
          return drawn ? again(drawn, { about }) : nothing('unknown', about)
        }
        if (!form.ok) return shown(form)
        const { meeting: id, reason, question } = form.value
        const known = await knownMeeting(visit, id)
        if (!known) return nothing('unknown', about)
        const bringing = { personId: params.personId, reason, question, by: accountId }
        const done = await bring(tx, house, known.panel, known.meeting, bringing)
        if (done.ok) return go(`/panel-items/${done.value}`)
        if (done.why === 'already') return shown(addError(form, en.already, 'meeting'))
        return nothing(done.why, about)
      },
    ),
    get('/panel-items/:itemId', { permission: 'panel.see', audit: 'panel.item-viewed', params: itemParam }, visit =>
      withItem(house, visit, async known => page(await itemPage(house, visit, known), seenOf(known))),
    ),
    get(
      '/panel-items/:itemId/prepare',
      { permission: 'panel.see', audit: 'panel.prepare-form-opened', params: itemParam },
      visit =>
        preparing(house, visit, async known => {
          const classes = await writableOn(visit.tx, known.panel, known.item.personId)
          const lines = new Map((await listLines(visit.tx, [known.item.rowId])).map(one => [one.classBit, one.words]))
          const form = fillPrepared(prepareForm(classes), known.item, lines, classes)
          return page(preparePage(visit, known, form, classes), seenOf(known))
        }),
    ),
    post(
      '/panel-items/:itemId/prepare',
      { permission: 'panel.see', audit: 'panel.prepared', params: itemParam },
      visit =>
        preparing(house, visit, async known => {
          const { item, panel } = known
          const classes = await writableOn(visit.tx, panel, item.personId)
          const form = prepareForm(classes).read(visit.body)
          const shown = (state: FormState, status: 409 | 422 = 422) =>
            again(preparePage(visit, known, state, classes), seenOf(known), status)
          if (isStale(visit, item)) return shown(addError({ ...form, errors: [] }, en.stale), 409)
          if (!form.ok) return shown(form)
          const done = await prepareItem(visit.tx, panel, item, {
            ...{ question: form.value.question, namedWhy: form.value['named-why'] ?? '' },
            ...{ asked: askedOf(form.value), lines: linesOf(form.value, classes) },
          })
          if (done.ok) return go(`/panel-items/${item.rowId}`)
          if (done.why === 'stale' || done.why === 'over') return shown(addError(form, en.stale), 409)
          return shown(addError(form, askedTroubles[done.why], AT[done.why]))
        }),
    ),
    post('/panel-items/:itemId/off', { permission: 'panel.see', audit: 'panel.taken-off', params: itemParam }, visit =>
      preparing(house, visit, async known => {
        if (isNext(visit, known.item) && known.item.state === 'off') return go(`/panel-items/${known.item.rowId}`)
        const form = takeOffForm.read(visit.body)
        if (isStale(visit, known.item)) return refuse(house, visit, known, 'off', form, en.stale)
        if (!form.ok) return refuse(house, visit, known, 'off', form)
        const done = await takeOff(visit.tx, known.item, form.value['item-off-why'])
        if (!done.ok) return refuse(house, visit, known, 'off', form, en.stale)
        return go(known.isChair ? `/panel-meetings/${known.meeting.rowId}` : `/people/${known.item.personId}`)
      }),
    ),
    post(
      '/panel-items/:itemId/outcome',
      { permission: 'panel.keep', audit: 'panel.outcome-said', params: itemParam },
      visit =>
        chairing(house, visit, async known => {
          const form = outcomeForm.read(visit.body)
          if (isStale(visit, known.item)) return refuse(house, visit, known, 'outcome', form, en.stale)
          if (!form.ok) return refuse(house, visit, known, 'outcome', form)
          const to = { outcome: form.value.outcome, words: form.value['outcome-words'] ?? '' }
          const done = await sayOutcome(visit.tx, known.meeting, known.item, to)
          if (done.ok) return go(`/panel-items/${known.item.rowId}`)
          return refuse(house, visit, known, 'outcome', form, en.stale)
        }),
    ),
    post(
      '/panel-items/:itemId/actions',
      { permission: 'panel.keep', audit: 'panel.action-agreed', params: itemParam },
      visit =>
        chairing(house, visit, async known => {
          const owners = await listOwners(visit.tx, house, known.meeting, known.item.personId)
          const form = actionForm(owners).read(visit.body)
          if (!form.ok) return refuse(house, visit, known, 'action', form)
          const { what, owner, partner, due } = form.value
          const action = { what, ownerId: owner, partner: partner ?? '', dueOn: due }
          const done = await addAction(visit.tx, known.meeting, known.item, action)
          if (done.ok) return go(`/panel-items/${known.item.rowId}`)
          if (done.why === 'not-now') return refuse(house, visit, known, 'action', form, en.stale)
          return again(
            await itemPage(house, visit, known, addError(form, dueTroubles[done.why], 'due'), 'action'),
            seenOf(known),
          )
        }),
    ),
  ]
}

const seenOf = ({ item }: KnownItem) => ({ about: [item.personId], target: item.rowId })

/**
 * Somebody on an agenda: for those who prepare it at any time; for whoever sees their record, and whoever has a seat, once the agenda was sent. For all others there
 * is nothing (K8).
 */
async function withItem(
  house: PanelHouse,
  visit: ItemVisit,
  work: (known: KnownItem) => Promise<Answer>,
): Promise<Answer> {
  const { tx, params } = visit
  const { accountId } = actorOfVisit(visit)
  const item = await findItem(tx, params.itemId)
  const [meeting, panel] = item
    ? [await findMeeting(tx, item.meetingId), await findPanel(tx, item.panelId)]
    : [undefined, undefined]
  const named = item && (await nameThem(tx, [toName(item)])).get(item.personId)
  if (!item || !meeting || !panel || !named) return nothing('unknown')
  const isChair = (await knownMeeting(visit, item.meetingId))?.isChair ?? false
  const leads = named.isKnown && (await house.leadOf(tx, item.personId)) === accountId
  const isTheirs = isChair || leads || (named.isKnown && item.broughtBy === accountId)
  const isOut = (meeting.state === 'sent' || meeting.state === 'closed') && item.known !== null && item.state !== 'off'
  if (!isTheirs && (!isOut || (named.hasDied && !named.isKnown))) return nothing('not-yet', [item.personId])
  const isOpen = meeting.state === 'preparing' || meeting.state === 'sent'
  return work({ item, panel, meeting, named, isChair, mayPrepare: isTheirs && isOpen && item.state === 'on' })
}

function preparing(house: PanelHouse, visit: ItemVisit, work: (known: KnownItem) => Promise<Answer>): Promise<Answer> {
  return withItem(house, visit, async known => {
    if (known.mayPrepare) return work(known)
    // Sent again, it was taken off a moment ago.
    if (known.item.state === 'off') return go(`/panel-items/${known.item.rowId}`)
    return nothing('not-theirs', [known.item.personId])
  })
}

function chairing(house: PanelHouse, visit: ItemVisit, work: (known: KnownItem) => Promise<Answer>): Promise<Answer> {
  return withItem(house, visit, async known =>
    known.isChair ? work(known) : nothing('not-the-chair', [known.item.personId]),
  )
}

async function refuse(
  house: PanelHouse,
  visit: ItemVisit,
  known: KnownItem,
  typed: TypedAt,
  form: FormState,
  words?: string,
): Promise<Answer> {
  const item = (await findItem(visit.tx, known.item.rowId)) ?? known.item
  const state = words === undefined ? form : addError({ ...form, errors: [] }, words)
  const drawn = await itemPage(house, visit, { ...known, item }, state, typed)
  return again(drawn, seenOf(known), words === undefined ? 422 : 409)
}

async function itemPage(
  house: PanelHouse,
  visit: ItemVisit,
  known: KnownItem,
  form: FormState = NO_FORM,
  typed?: TypedAt,
): Promise<Drawn> {
  const { tx } = visit
  const { item, named, isChair } = known
  const frame = named.isKnown ? await house.frame(visit, item.personId) : undefined
  const lines = await listLines(tx, [item.rowId])
  const actions = await listActionsOf(tx, [item.rowId])
  const owners = isChair ? await listOwners(tx, house, known.meeting, item.personId) : []
  const lead = named.isKnown ? await house.leadOf(tx, item.personId) : undefined
  const accounts = [item.broughtBy, item.askedBy, lead, ...owners, ...actions.map(one => one.ownerId)]
  return html(
    <ItemPage
      visitor={visit.visitor}
      known={known}
      frame={frame}
      hasSeat={(await knownMeeting(visit, known.meeting.rowId)) !== undefined}
      lines={lines}
      actions={actions}
      owners={owners}
      leadId={lead}
      names={
        await findNames(
          tx,
          accounts.flatMap(one => one ?? []),
        )
      }
      mayCorrect={named.isKnown && roleMay(actorOfVisit(visit).role, 'record.correct')}
      form={form}
      typed={typed}
      today={tx.acting.today}
    />,
  )
}

function preparePage(
  visit: ItemVisit,
  known: KnownItem,
  form: FormState,
  classes: Awaited<ReturnType<typeof writableOn>>,
): Drawn {
  return html(<PreparePage visitor={visit.visitor} known={known} form={form} classes={classes} />)
}

/** Meetings to which the visitor may bring this young person: of panels whose name tells nothing they may not see of them (K6). */
async function meetingsFor(house: PanelHouse, visit: PersonVisit) {
  const frame = await house.frame(visit, visit.params.personId)
  if (!frame || frame.person.diedOn !== null) return []
  const bits = new Set([...frame.seen].map(name => CLASS_BITS[name]) as number[])
  const open = await listOpenFor(visit.tx, actorOfVisit(visit).accountId)
  return open.filter(one => bits.has(one.discloses === 0 ? CLASS_BITS.sessions : one.discloses))
}

async function bringPage(house: PanelHouse, visit: PersonVisit, form?: FormState): Promise<Drawn | undefined> {
  const frame = await house.frame(visit, visit.params.personId)
  if (!frame || frame.person.diedOn !== null || !frame.seen.has('identity')) return undefined
  const meetings = await meetingsFor(house, visit)
  const fresh = bringForm(meetings.map(one => one.rowId))
  const only = meetings.length === 1 ? meetings[0]?.rowId : undefined
  return html(
    <BringPage
      visitor={visit.visitor}
      frame={frame}
      meetings={meetings}
      form={form ?? (only === undefined ? fresh.empty() : fresh.fill({ meeting: only }))}
    />,
  )
}
