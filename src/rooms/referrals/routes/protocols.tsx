/** The register of what agencies agreed about referring. */
import { z } from 'zod'
import { addMonths } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { addProtocol, changeProtocol, endProtocol, reviewProtocol } from '../actions/protocols.ts'
import { fillProtocol, protocolForm, protocolOf, reviewForm } from '../forms.ts'
import type { ReferralHouse } from '../house.ts'
import { ProtocolPage, ProtocolsPage, ReviewProtocolPage } from '../pages/protocol-pages.tsx'
import type { Protocol } from '../referral.ts'
import { findProtocol, listProtocols, listReviews } from '../store/protocols.ts'
import { protocolWords as words } from '../words.ts'

const protocolParam = z.object({ protocolId: idParam<RowId>() })

const FIELD_OF: Readonly<Record<keyof typeof words.troubles, string>> = {
  same: 'to',
  'own-needs-team': 'team',
  'neither-own-team': 'team',
  condition: 'condition',
  'review-ahead': 'review',
  'review-far': 'review',
  taken: 'purpose',
  closed: 'to',
  'too-many': 'stages',
  'too-long': 'stages',
  twice: 'stages',
}

export function protocolRoutes(house: ReferralHouse): HouseRoute[] {
  /** What can be chosen, and the form that offers it. */
  const offered = async (visit: Visit<unknown, unknown>, protocol?: Protocol) => {
    const all = await listOrganisations(visit.tx)
    const kept = new Set<string>(protocol ? [protocol.fromId, protocol.toId] : [])
    const organisations = all.filter(o => o.state === 'open' || kept.has(o.id))
    const teams = await house.teams(visit.tx)
    const form = protocolForm({ organisations: organisations.map(o => o.id), teams: teams.map(t => t.id) })
    const shown = (state: FormState) =>
      html(
        <ProtocolPage
          visitor={visit.visitor}
          form={state}
          organisations={organisations}
          teams={teams}
          protocol={protocol}
        />,
      )
    return { form, shown }
  }
  const change = async (visit: Visit<unknown, unknown>, protocol: Protocol): Promise<Answer> => {
    const { form, shown } = await offered(visit, protocol)
    const { fromId: from, toId: to } = protocol
    const read = form.read({ ...visit.body, from, to })
    if (isStale(visit, protocol)) return again(shown(addError(read, words.stale)), { target: protocol.id }, 409)
    if (!read.ok) return again(shown(read), { target: protocol.id })
    const outcome = await changeProtocol(visit.tx, protocol.id, protocolOf(read.value), protocol.version)
    if (outcome.ok) return go('/protocols')
    if (outcome.why === 'unknown') return nothing('unknown')
    if (outcome.why === 'stale') return again(shown(addError(read, words.stale)), { target: protocol.id }, 409)
    return again(shown(addError(read, words.troubles[outcome.why], FIELD_OF[outcome.why] as 'team')), {
      target: protocol.id,
    })
  }
  return [
    get('/protocols', { permission: 'protocol.manage', audit: 'protocol.list-viewed' }, async visit => {
      const [protocols, organisations] = [await listProtocols(visit.tx), await listOrganisations(visit.tx)]
      const names = new Map(organisations.map(o => [o.id as string, o.name]))
      const { today } = visit.tx.acting
      return page(html(<ProtocolsPage visitor={visit.visitor} protocols={protocols} names={names} today={today} />))
    }),
    get('/protocols/new', { permission: 'protocol.manage', audit: { none: 'an empty form' } }, async visit => {
      const { form, shown } = await offered(visit)
      return page(shown(form.fill({ basis: 'public-task', 'answer-days': 5, 'start-days': 10, 'report-days': 60 })))
    }),
    post('/protocols/new', { permission: 'protocol.manage', audit: 'protocol.added' }, async visit => {
      const { form, shown } = await offered(visit)
      const read = form.read(visit.body)
      if (!read.ok) return again(shown(read))
      const outcome = await addProtocol(visit.tx, protocolOf(read.value))
      if (outcome.ok) return go('/protocols')
      return again(shown(addError(read, words.troubles[outcome.why], FIELD_OF[outcome.why] as 'team')))
    }),
    get(
      '/protocols/:protocolId',
      { permission: 'protocol.manage', audit: 'protocol.viewed', params: protocolParam },
      visit =>
        inForce(visit, async protocol => {
          const { form, shown } = await offered(visit, protocol)
          return page(shown(fillProtocol(form, protocol)), { target: protocol.id })
        }),
    ),
    post(
      '/protocols/:protocolId',
      { permission: 'protocol.manage', audit: 'protocol.changed', params: protocolParam },
      visit => inForce(visit, protocol => change(visit, protocol)),
    ),
    get(
      '/protocols/:protocolId/review',
      { permission: 'protocol.manage', audit: 'protocol.viewed', params: protocolParam },
      visit =>
        inForce(visit, async protocol => {
          const offered = reviewForm.fill({ 'review-on': addMonths(visit.tx.acting.today, OFFERED_MONTHS) })
          return page(await reviewPage(visit, protocol, offered), { target: protocol.id })
        }),
    ),
    post(
      '/protocols/:protocolId/review',
      { permission: 'protocol.manage', audit: 'protocol.reviewed', params: protocolParam },
      visit => inForce(visit, protocol => review(visit, protocol)),
    ),
    post(
      '/protocols/:protocolId/end',
      { permission: 'protocol.manage', audit: 'protocol.ended', params: protocolParam },
      async visit => {
        const outcome = await endProtocol(visit.tx, visit.params.protocolId)
        return outcome.ok ? go('/protocols') : nothing('unknown')
      },
    ),
  ]
}

async function inForce(
  visit: Visit<{ protocolId: RowId }, unknown>,
  work: (protocol: Protocol) => Promise<Answer>,
): Promise<Answer> {
  const protocol = await findProtocol(visit.tx, visit.params.protocolId)
  return protocol?.endedOn === null ? work(protocol) : nothing('unknown')
}

const OFFERED_MONTHS = 12

async function reviewPage(visit: Visit<unknown, unknown>, protocol: Protocol, form: FormState) {
  const reviews = await listReviews(visit.tx, protocol.id)
  const names = new Map((await listOrganisations(visit.tx)).map(o => [o.id as string, o.name]))
  const people = await findNames(visit.tx, [...new Set(reviews.flatMap(one => one.by ?? []))])
  return html(<ReviewProtocolPage {...{ visitor: visit.visitor, form, protocol, reviews, names, people }} />)
}

/** It was looked at: sent twice it is looked at once. */
async function review(visit: Visit<unknown, unknown>, protocol: Protocol): Promise<Answer> {
  const read = reviewForm.read(visit.body)
  const shown = async (form: FormState, status?: 409) =>
    again(await reviewPage(visit, protocol, form), { target: protocol.id }, status)
  if (read.ok && isNext(visit, protocol)) {
    const [last] = await listReviews(visit.tx, protocol.id)
    const isMine = last?.by === actorOfVisit(visit).accountId && last.words === read.value.words
    if (isMine && last.reviewOn === read.value['review-on']) return go('/protocols')
  }
  if (isStale(visit, protocol)) return shown(addError(read, words.stale), 409)
  if (!read.ok) return shown(read)
  const wanted = { words: read.value.words, reviewOn: read.value['review-on'] }
  const outcome = await reviewProtocol(visit.tx, protocol.id, wanted, protocol.version)
  if (outcome.ok) return go('/protocols')
  if (outcome.why === 'unknown') return nothing('unknown')
  if (outcome.why === 'stale') return shown(addError(read, words.stale), 409)
  return shown(addError(read, words.troubles[outcome.why], 'review-on'))
}
