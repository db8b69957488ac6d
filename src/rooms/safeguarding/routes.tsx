/** The register of safeguarding concerns. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { isId, type PersonId, type RowId } from '#ground/ids.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  listColleaguesAs,
  post,
  type Visit,
} from '#rooms/identity/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Within } from '#rooms/sharing/index.ts'
import { localAddress } from '#web/back-to.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { again, type Drawn, go, nothing, page } from '#web/register.ts'
import { decideConcern, findReceipt, raiseConcern, readConcern } from './actions.ts'
import type { Concern } from './concern.ts'
import { decideForm, raiseForm } from './forms.ts'
import { ConcernPage, type ConcernRow, ConcernsPage, RaisePage, ReceiptPage } from './pages/concern-pages.tsx'
import { listConcerns } from './store.ts'
import { en } from './words.ts'
import { worriedRoutes } from './worried/routes.tsx'

/** As much of a page as leaves room to write; all of it stands on the page itself. */
const MOST_ALONG = 8000

const concernParam = z.object({
  concernId: idParam<RowId>(),
})
const aboutQuery = z.object({ about: z.string().max(60).optional() })

export function safeguardingRoutes(house: { readonly within: Within }): HouseRoute[] {
  return [
    ...worriedRoutes(house.within),
    get(
      '/concerns/new',
      { permission: 'concern.raise', audit: 'concern.form-opened', query: aboutQuery },
      async visit => {
        const about = await nameOf(visit.tx, visit.query.about)
        const form = raiseForm.fill({ about: about?.id ?? null, from: pathOf(visit.cameFrom) })
        return page(
          html(<RaisePage visitor={visit.visitor} form={form} about={about} />),
          about ? { about: [about.id] } : {},
        )
      },
    ),
    // What was half written on a page comes along, in a tab of its own: the page it was written on stays as it is.
    post('/concerns/new/along', { permission: 'concern.raise', audit: 'concern.form-opened' }, async visit => {
      const said = raiseForm.read(visit.body).answers
      const about = await nameOf(visit.tx, asText(said['about']))
      const form = raiseForm.fill({
        about: about?.id ?? null,
        from: pathOf(asText(said['from'])),
        what: (asText(said['what']) ?? '').slice(0, MOST_ALONG),
      })
      return page(
        html(<RaisePage visitor={visit.visitor} form={form} about={about} isAlong />),
        about ? { about: [about.id] } : {},
      )
    }),
    post('/concerns/new', { permission: 'concern.raise', audit: 'concern.raised' }, async visit => {
      const form = raiseForm.read(visit.body)
      const actor = actorOfVisit(visit)
      if (!form.ok) {
        const about = await nameOf(visit.tx, asText(form.answers['about']))
        return again(html(<RaisePage visitor={visit.visitor} form={form} about={about} />))
      }
      const { value } = form
      const raised = await raiseConcern(visit.tx, actor.accountId, {
        about: value.about !== null && isId(value.about) ? (value.about as PersonId) : null,
        aboutName: value['about-name'] ?? '',
        what: value.what ?? '',
        dangerNow: value.danger ?? 'not-said',
        doneSoFar: value['done-so-far'] ?? '',
        raisedFrom: pathOf(value.from ?? undefined),
      })
      return go(`/concerns/${raised.id}/receipt`)
    }),
    get(
      '/concerns/:concernId/receipt',
      { permission: 'concern.raise', audit: 'concern.receipt-viewed', params: concernParam },
      async visit => {
        const receipt = await findReceipt(visit.tx, visit.params.concernId, actorOfVisit(visit).accountId)
        if (!receipt) return nothing('not the raiser')
        const told = (await listColleaguesAs(visit.tx, ['safeguarding-lead', 'safeguarding-deputy'])).map(c => c.name)
        return page(html(<ReceiptPage visitor={visit.visitor} receipt={receipt} told={told} />), { target: receipt.id })
      },
    ),
    get('/concerns', { permission: 'concern.answer', audit: 'concern.list-viewed' }, async visit => {
      const rows = await rowsOf(visit.tx, await listConcerns(visit.tx, 200))
      return page(html(<ConcernsPage visitor={visit.visitor} rows={rows} />), {
        about: rows.flatMap(r => (r.concern.personId ? [r.concern.personId] : [])),
      })
    }),
    get(
      '/concerns/:concernId',
      { permission: 'concern.answer', audit: 'concern.viewed', params: concernParam },
      async visit => {
        const concern = await readConcern(visit.tx, visit.params.concernId, actorOfVisit(visit).accountId)
        if (!concern) return nothing('unknown')
        return page(await concernHtml(visit, concern, decideForm.fill({ version: String(concern.version) })), {
          about: concern.personId ? [concern.personId] : [],
          target: concern.id,
        })
      },
    ),
    post(
      '/concerns/:concernId',
      { permission: 'concern.answer', audit: 'concern.decided', params: concernParam },
      async visit => {
        const concern = await readConcern(visit.tx, visit.params.concernId, actorOfVisit(visit).accountId)
        if (!concern) return nothing('unknown')
        const form = decideForm.read(visit.body)
        if (!form.ok) return again(await concernHtml(visit, concern, form))
        const { decision, why, version } = form.value
        const decided = await decideConcern(
          visit.tx,
          concern.id,
          { decision, why, by: actorOfVisit(visit).accountId },
          Number(version),
        )
        if (decided.ok) return go('/concerns')
        const fresh = { ...form, answers: { ...form.answers, version: String(concern.version) } }
        return again(await concernHtml(visit, concern, addError(fresh, en.stale)), {}, 409)
      },
    ),
  ]
}

async function concernHtml(
  visit: Visit<unknown, unknown>,
  concern: Concern,
  form: Parameters<typeof ConcernPage>[0]['form'],
): Promise<Drawn> {
  const [row] = await rowsOf(visit.tx, [concern])
  if (!row) throw new Error('a concern makes one row')
  const names = await findNames(visit.tx, concern.decidedBy ? [concern.decidedBy] : [])
  return html(
    <ConcernPage visitor={visit.visitor} row={row} form={form} decider={names.get(concern.decidedBy ?? '')} />,
  )
}

async function rowsOf(tx: Tx, concerns: readonly Concern[]): Promise<ConcernRow[]> {
  const names = await findNames(
    tx,
    concerns.map(c => c.raisedBy),
  )
  const rows: ConcernRow[] = []
  for (const concern of concerns) {
    const person = concern.personId === null ? undefined : await findPerson(tx, concern.personId)
    rows.push({
      concern,
      who: person ? `${person.given} ${person.family}` : concern.aboutName || en.nobodyNamed,
      raiser: concern.isByLink ? en.byLink(concern.byName) : (names.get(concern.raisedBy) ?? ''),
    })
  }
  return rows
}

/** The person a concern is about, where the visitor may know them; otherwise as if none was named. */
async function nameOf(tx: Tx, id: string | undefined): Promise<{ id: PersonId; name: string } | undefined> {
  if (id === undefined || !isId(id)) return undefined
  const person = await findPerson(tx, id as PersonId)
  return person && { id: person.id, name: `${person.given} ${person.family}` }
}

/** The path of a page of ours, without what was asked of it; empty where it is none, or too long to be one. */
function pathOf(said: string | undefined): string {
  const address = localAddress(said)
  if (address === undefined) return ''
  const [path = ''] = address.split(/[?#]/)
  return path.length <= 300 ? path : ''
}

function asText(answer: string | readonly string[] | undefined): string | undefined {
  return typeof answer === 'string' ? answer : undefined
}
