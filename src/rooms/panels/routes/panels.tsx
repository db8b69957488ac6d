/** The register of panels themselves: the list, one, set up and changed, who attends, who chairs. */
import { isId, newId, type RowId } from '#ground/ids.ts'
import { toBits } from '#rooms/access/index.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import {
  changePanel,
  endPanel,
  handChair,
  listAttenders,
  makePanel,
  putAttender,
  takeAttender,
} from '../actions/keeping.ts'
import { classNames } from '../classes.ts'
import { attenderForm, chairForm, fillPanel, panelForm, panelOf, takeForm } from '../forms.ts'
import type { PanelHouse } from '../house.ts'
import { PanelFormPage, PanelPage, PanelsPage } from '../pages/panel-pages.tsx'
import type { Panel } from '../panel.ts'
import { countOn } from '../store/items.ts'
import { listMeetings } from '../store/meetings.ts'
import { listPanels } from '../store/panels.ts'
import { en } from '../words.ts'
import { type AnyVisit, asChair, attenderWords, type KnownPanel, panelParam, withPanel, wordsFor } from './shared.ts'

const keep = 'panel.keep'

export function panelRoutes(house: PanelHouse): HouseRoute[] {
  return [
    get('/panels', { permission: 'panel.see', audit: 'panel.list-viewed' }, async visit => {
      const { tx } = visit
      const { accountId, role } = actorOfVisit(visit)
      const panels = await listPanels(tx, accountId, roleMay(role, keep))
      const meetings = await listMeetings(
        tx,
        panels.map(one => one.rowId),
      )
      const chairs = panels.flatMap(one => one.chairId ?? [])
      return page(
        html(
          <PanelsPage
            visitor={visit.visitor}
            panels={panels}
            meetings={meetings}
            names={await wordsFor(tx, chairs)}
            ownId={accountId}
            attended={new Set((await listPanels(tx, accountId, false)).map(one => one.rowId))}
            mayKeep={roleMay(role, keep)}
            today={tx.acting.today}
          />,
        ),
      )
    }),
    get('/panels/new', { permission: keep, audit: 'panel.form-opened' }, visit =>
      page(formPage(visit, undefined, panelForm.fill({ id: newId<'row'>(visit.tx.acting.at), tells: '0' }))),
    ),
    post('/panels/new', { permission: keep, audit: 'panel.made' }, async visit => {
      const form = panelForm.read(visit.body)
      if (!form.ok) return again(formPage(visit, undefined, form))
      const { id } = form.value
      if (!isId(id)) return again(formPage(visit, undefined, addError(form, en.missingId)))
      const { accountId, role, organisationId } = actorOfVisit(visit)
      await makePanel(visit.tx, id as RowId, { accountId, role, organisationId }, panelOf(form.value))
      return go(`/panels/${id}`)
    }),
    get('/panels/:panelId', { permission: 'panel.see', audit: 'panel.viewed', params: panelParam }, visit =>
      withPanel(visit, async known => page(await panelPage(visit, known), { target: known.panel.rowId })),
    ),
    get('/panels/:panelId/change', { permission: keep, audit: 'panel.form-opened', params: panelParam }, visit =>
      asChair(visit, ({ panel }) => page(formPage(visit, panel, fillPanel(panel)), { target: panel.rowId })),
    ),
    post('/panels/:panelId/change', { permission: keep, audit: 'panel.changed', params: panelParam }, visit =>
      asChair(visit, async ({ panel }) => {
        const form = panelForm.read(visit.body)
        const seen = { target: panel.rowId }
        const stale = () => again(formPage(visit, panel, addError({ ...form, errors: [] }, en.stale)), seen, 409)
        if (isStale(visit, panel)) return stale()
        if (!form.ok) return again(formPage(visit, panel, form), seen)
        const done = await changePanel(visit.tx, panel, panelOf(form.value))
        return done.ok ? go(`/panels/${panel.rowId}`) : stale()
      }),
    ),
    post('/panels/:panelId/attenders', { permission: keep, audit: 'panel.attender-put', params: panelParam }, visit =>
      asChair(visit, async known => {
        const { panel } = known
        const attenders = await listAttenders(visit.tx)
        const form = attenderForm(
          attenders.map(one => one.membershipId),
          classNames(panel.allows),
        ).read(visit.body)
        if (!form.ok) return again(await panelPage(visit, known, form, 'attender'), { target: panel.rowId })
        const colleague = attenders.find(one => one.membershipId === form.value.who)
        if (!colleague) return nothing('unknown')
        const { reads } = form.value
        await putAttender(visit.tx, panel, colleague, reads.length === 0 ? undefined : toBits(reads))
        return go(`/panels/${panel.rowId}`)
      }),
    ),
    post('/panels/:panelId/team', { permission: keep, audit: 'panel.attender-put', params: panelParam }, visit =>
      asChair(visit, async ({ panel, members }) => {
        const team = new Set(await house.teamOf(visit.tx, actorOfVisit(visit).accountId))
        const sits = new Set(members.map(one => one.accountId))
        const once = new Map((await listAttenders(visit.tx)).map(one => [one.accountId, one]))
        for (const one of once.values())
          if (team.has(one.accountId) && !sits.has(one.accountId)) await putAttender(visit.tx, panel, one, undefined)
        return go(`/panels/${panel.rowId}`)
      }),
    ),
    post(
      '/panels/:panelId/attenders/take-away',
      { permission: keep, audit: 'panel.attender-taken', params: panelParam },
      visit =>
        asChair(visit, async ({ panel, members }) => {
          const form = takeForm(members.map(one => one.accountId)).read(visit.body)
          if (!form.ok) return go(`/panels/${panel.rowId}`)
          const taken = await takeAttender(visit.tx, panel, form.value.account)
          return taken.ok ? go(`/panels/${panel.rowId}`) : nothing(taken.why)
        }),
    ),
    post('/panels/:panelId/chair', { permission: keep, audit: 'panel.chair-handed', params: panelParam }, visit =>
      withPanel(visit, async known => {
        const { panel, isChair } = known
        // Whoever chairs reads what is being prepared: nobody gives that to themselves.
        if (panel.endedOn !== null || (!isChair && panel.chairId !== null)) return nothing('not-the-chair')
        const chairs = await chairsFor(visit, panel)
        const form = chairForm(chairs.map(one => one.membershipId)).read(visit.body)
        const seen = { target: panel.rowId }
        if (!form.ok) return again(await panelPage(visit, known, form, 'chair'), seen)
        const to = chairs.find(one => one.membershipId === form.value.chair)
        const done = to && (await handChair(visit.tx, panel, to))
        if (done?.ok) return go(`/panels/${panel.rowId}`)
        return again(await panelPage(visit, known, addError(form, en.stale), 'chair'), seen, 409)
      }),
    ),
    post('/panels/:panelId/end', { permission: keep, audit: 'panel.ended', params: panelParam }, visit =>
      asChair(visit, async known => {
        const { panel } = known
        const refuse = async (words: string, status: 409 | 422): Promise<Answer> =>
          again(await panelPage(visit, known, addError(NO_FORM, words), 'end'), { target: panel.rowId }, status)
        if (isStale(visit, panel)) return refuse(en.stale, 409)
        const done = await endPanel(visit.tx, panel)
        if (done.ok) return go(`/panels/${panel.rowId}`)
        return done.why === 'stale' ? refuse(en.stale, 409) : refuse(en.openMeetings, 422)
      }),
    ),
  ]
}

/** Who may chair a panel besides whoever does: never the one who names them. */
async function chairsFor({ tx }: AnyVisit, panel: Panel) {
  const all = await listAttenders(tx)
  return all.filter(
    one => roleMay(one.role, keep) && one.accountId !== panel.chairId && one.accountId !== tx.acting.actorId,
  )
}

function formPage(visit: AnyVisit, panel: Panel | undefined, form: FormState): Drawn {
  return html(<PanelFormPage visitor={visit.visitor} panel={panel} form={form} />)
}

async function panelPage(
  visit: AnyVisit,
  known: KnownPanel,
  form: FormState = NO_FORM,
  typed?: 'attender' | 'chair' | 'end',
): Promise<Drawn> {
  const { tx } = visit
  const { panel, members } = known
  const meetings = await listMeetings(tx, [panel.rowId])
  const words = await attenderWords(tx)
  const attenders = known.isChair ? await listAttenders(tx) : []
  return html(
    <PanelPage
      visitor={visit.visitor}
      known={known}
      meetings={meetings}
      counts={
        known.isMember
          ? await countOn(
              tx,
              meetings.map(one => one.rowId),
            )
          : new Map()
      }
      names={await wordsFor(tx, [...members.map(one => one.accountId), ...(panel.chairId ? [panel.chairId] : [])])}
      offered={attenders.map(one => ({ value: one.membershipId, label: words.get(one.membershipId) ?? one.name }))}
      chairs={
        known.isChair || panel.chairId === null
          ? (await chairsFor(visit, panel)).map(one => ({
              value: one.membershipId,
              label: words.get(one.membershipId) ?? one.name,
            }))
          : []
      }
      form={form}
      typed={typed}
      today={tx.acting.today}
    />,
  )
}
