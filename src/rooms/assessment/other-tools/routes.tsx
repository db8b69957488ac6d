/** The register of other agencies' tools: all staff read how they are described, a data officer describes them. */
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
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import { factorsOn } from '../factors.ts'
import { addTool, changeTool, endTool } from './actions.ts'
import { factsOf, fillTool, toolForm } from './forms.ts'
import { type House, toolSaidRoutes } from './said-routes.tsx'
import { listEditions, listTools } from './store.ts'
import type { Edition } from './tool.ts'
import { ToolFormPage, ToolPage, ToolsPage } from './tool-pages.tsx'
import { en } from './words.ts'

const params = z.object({ toolId: idParam<RowId>() })
type AnyVisit = Visit<unknown, unknown>
type ToolVisit = Visit<{ toolId: RowId }, unknown>

const keeps = { permission: 'other-tool.keep' } as const
const LIST = '/other-tools'

export function otherToolRoutes(house: House): HouseRoute[] {
  return [
    ...toolSaidRoutes(house),
    get(LIST, { permission: 'organisation.see', audit: 'other-tool.list-viewed' }, async visit =>
      page(html(<ToolsPage visitor={visit.visitor} tools={await listTools(visit.tx)} mayKeep={mayKeep(visit)} />)),
    ),
    get(`${LIST}/new`, { ...keeps, audit: { none: 'an empty form' } }, async visit =>
      page(drawForm(visit, undefined, formNow(visit).empty())),
    ),
    post(`${LIST}/new`, { ...keeps, audit: 'other-tool.added' }, async visit => {
      const read = formNow(visit).read(visit.body)
      if (!read.ok) return again(drawForm(visit, undefined, read))
      const facts = factsOf(read.value, factorsOn(visit.tx.acting.today))
      const done = await addTool(visit.tx, actorOfVisit(visit).accountId, facts)
      if (done.ok) return go(`${LIST}/${done.value}`)
      return again(drawForm(visit, undefined, addError(read, en.nameTaken, 'name')))
    }),
    get(`${LIST}/:toolId`, { permission: 'organisation.see', audit: 'other-tool.viewed', params }, visit =>
      withTool(visit, async editions => page(await drawTool(visit, editions, NO_FORM), { target: editions[0].toolId })),
    ),
    get(`${LIST}/:toolId/change`, { ...keeps, audit: { none: 'the form shows what the page shows' }, params }, visit =>
      withOpen(visit, async ([now]) => page(drawForm(visit, now, fillTool(factorsOn(visit.tx.acting.today), now)))),
    ),
    post(`${LIST}/:toolId/change`, { ...keeps, audit: 'other-tool.changed', params }, visit =>
      withOpen(visit, ([now]) => change(visit, now)),
    ),
    post(`${LIST}/:toolId/end`, { ...keeps, audit: 'other-tool.ended', params }, visit =>
      withOpen(visit, async editions => {
        const done = await endTool(visit.tx, asShown(visit, editions[0]))
        if (done.ok) return go(`${LIST}/${editions[0].toolId}`)
        // As it is described by now: a colleague may have saved while this waited.
        const [now = editions[0], ...before] = await listEditions(visit.tx, editions[0].toolId)
        return again(await drawTool(visit, [now, ...before], addError(NO_FORM, en.endStale)), {}, 409)
      }),
    ),
  ]
}

async function change(visit: ToolVisit, now: Edition): Promise<Answer> {
  const read = formNow(visit).read(visit.body)
  if (!read.ok) return again(drawForm(visit, now, read))
  const { accountId } = actorOfVisit(visit)
  const facts = factsOf(read.value, factorsOn(visit.tx.acting.today))
  const done = await changeTool(visit.tx, accountId, asShown(visit, now), facts)
  if (done.ok || done.why === 'ended') return go(`${LIST}/${now.toolId}`)
  if (done.why === 'name-taken') return again(drawForm(visit, now, addError(read, en.nameTaken, 'name')))
  const [one] = await listEditions(visit.tx, now.toolId)
  const names = await findNames(visit.tx, [one?.writtenBy ?? now.writtenBy])
  const theirs = { one: one ?? now, by: names.get((one ?? now).writtenBy) ?? '' }
  return again(drawForm(visit, one ?? now, addError(read, en.stale), theirs), {}, 409)
}

function formNow(visit: AnyVisit) {
  return toolForm(factorsOn(visit.tx.acting.today))
}

function mayKeep(visit: AnyVisit): boolean {
  return roleMay(actorOfVisit(visit).role, 'other-tool.keep')
}

type Editions = readonly [Edition, ...Edition[]]

async function withTool(visit: ToolVisit, work: (editions: Editions) => Promise<Answer>): Promise<Answer> {
  const [now, ...before] = await listEditions(visit.tx, visit.params.toolId)
  return now ? work([now, ...before]) : nothing('unknown')
}

/** One that is not ended; of another the page says so. */
function withOpen(visit: ToolVisit, work: (editions: Editions) => Promise<Answer>): Promise<Answer> {
  return withTool(visit, async editions =>
    editions[0].endedOn === null ? work(editions) : go(`${LIST}/${editions[0].toolId}`),
  )
}

async function drawTool(visit: ToolVisit, editions: Editions, form: FormState): Promise<Drawn> {
  const names = await findNames(visit.tx, [...new Set(editions.map(one => one.writtenBy))])
  return html(
    <ToolPage visitor={visit.visitor} editions={editions} names={names} mayKeep={mayKeep(visit)} form={form} />,
  )
}

function drawForm(
  visit: AnyVisit,
  tool: Edition | undefined,
  form: FormState,
  theirs?: { readonly one: Edition; readonly by: string },
): Drawn {
  const factors = factorsOn(visit.tx.acting.today)
  return html(<ToolFormPage visitor={visit.visitor} tool={tool} theirs={theirs} form={form} factors={factors} />)
}
