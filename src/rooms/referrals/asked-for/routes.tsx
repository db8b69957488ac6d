/** The register of what advisers are asked for: counts for managers and team leaders, and a mark by whoever keeps agreements. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, form } from '#web/form/form.ts'
import { longText } from '#web/form/text.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown } from '#web/stale.ts'
import type { Protocol } from '../referral.ts'
import { findProtocol } from '../store/protocols.ts'
import { AskedForPage, TaskPage } from './pages.tsx'
import { askedLines, spanOf } from './rules.ts'
import { findNotTask, listAsked, updateNotTask } from './store.ts'
import { en } from './words.ts'

const spanQuery = z.object({ span: z.enum(['this', 'last']).catch('this').default('this') })
const protocolParam = z.object({ protocolId: idParam<RowId>() })
const taskForm = form({ why: longText({ optional: true, max: 300, tooLong: en.tooLong }) })

type TaskVisit = Visit<{ protocolId: RowId }, unknown>

export function askedForRoutes(): HouseRoute[] {
  return [
    get(
      '/asked-for',
      { permission: 'asked-for.see', audit: 'counts.asked-for-viewed', query: spanQuery },
      async visit => {
        const { tx } = visit
        const { span } = visit.query
        const names = new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
        const asked = await asHouse(tx, 'what advisers are asked for', worker =>
          listAsked(worker, spanOf(span, tx.acting.today)),
        )
        // Agencies whose name the caller may not know are left out (K6).
        const lines = askedLines(asked.filter(one => names.has(one.fromId)))
        return page(html(<AskedForPage visitor={visit.visitor} {...{ lines, names, span }} />))
      },
    ),
    get(
      '/protocols/:protocolId/task',
      { permission: 'protocol.manage', audit: 'protocol.viewed', params: protocolParam },
      visit =>
        withTask(visit, async (protocol, why) =>
          page(await taskPage(visit, protocol, taskForm.fill({ why })), { target: protocol.id }),
        ),
    ),
    post(
      '/protocols/:protocolId/task',
      { permission: 'protocol.manage', audit: 'protocol.task-said', params: protocolParam },
      visit =>
        withTask(visit, async (protocol, before) => {
          const read = taskForm.read(visit.body)
          if (!read.ok) return again(await taskPage(visit, asShown(visit, protocol), read), { target: protocol.id })
          const why = read.value.why ?? ''
          const shown = asShown(visit, protocol)
          // Said so already, also when the form is sent twice.
          if (why === before) return go(`/protocols/${protocol.id}`)
          if ((await updateNotTask(visit.tx, protocol.id, shown.version, why)) === 0)
            return again(await taskPage(visit, protocol, addError(read, en.stale)), { target: protocol.id }, 409)
          await record(visit.tx, { action: 'protocol.task-said', target: protocol.id, payload: { before, after: why } })
          return go(`/protocols/${protocol.id}`)
        }),
    ),
  ]
}

async function withTask(visit: TaskVisit, work: (protocol: Protocol, why: string) => Promise<Answer>): Promise<Answer> {
  const protocol = await findProtocol(visit.tx, visit.params.protocolId)
  const why = await findNotTask(visit.tx, visit.params.protocolId)
  return protocol === undefined || why === undefined ? nothing('unknown') : work(protocol, why)
}

async function taskPage(visit: TaskVisit, protocol: Protocol, state: FormState): Promise<Drawn> {
  const from = (await listOrganisations(visit.tx)).find(o => o.id === protocol.fromId)?.name ?? ''
  return html(<TaskPage visitor={visit.visitor} {...{ protocol, from, form: state }} />)
}
