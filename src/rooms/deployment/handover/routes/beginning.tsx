/** The register of beginning hand-overs: of one young person from their record, of many from an adviser's caseload. */
import { z } from 'zod'
import { asHouse } from '#ground/database/tx.ts'
import { type AccountId, isId, type PersonId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { findAdviser, listAdvisers } from '../../actions/colleagues.ts'
import type { CaseloadRow } from '../../deployment.ts'
import { findLead, listCaseload } from '../../store/leads.ts'
import { listLeftLoads, listLoads, listTeamsLed } from '../../store/teams.ts'
import { type BeginTrouble, beginHandover, beginTrouble } from '../actions/beginning.ts'
import { beginForm, moveForm } from '../forms.ts'
import type { HandoverHouse } from '../house.ts'
import { BeginPage, NothingToBeginPage } from '../pages/begin-page.tsx'
import { MovePage } from '../pages/move-page.tsx'
import { listHandoversOf, listHandoversOn } from '../store.ts'
import { beginTroubles, en } from '../words.ts'
import { accountParam, mayLead, type PersonVisit, personParam } from './shared.ts'

const tickQuery = z.object({ tick: z.enum(['all', 'none']).catch('none').default('none') })

export function beginRoutes(house: HandoverHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/hand-over',
      { permission: 'hand-over.use', audit: 'hand-over.form-opened', params: personParam },
      visit =>
        beginning(house, visit, async (frame, leadName) =>
          page(await beginPage(visit, frame, leadName, beginForm.empty()), { about: [frame.person.id] }),
        ),
    ),
    post(
      '/people/:personId/hand-over',
      { permission: 'hand-over.use', audit: 'hand-over.begun', params: personParam },
      visit =>
        beginning(house, visit, async (frame, leadName) => {
          const read = beginForm.read(visit.body)
          const shown = async (form: FormState) =>
            again(await beginPage(visit, frame, leadName, form), { about: [frame.person.id] })
          if (!read.ok) return shown(read)
          const { value } = read
          if (!isId(value.to)) return shown(addError(read, beginTroubles['no-such-adviser'], 'to'))
          const outcome = await beginHandover(visit.tx, frame.person.id, {
            ...{ toId: value.to as AccountId, kind: value.kind, why: value.why, brief: value.brief ?? '' },
            ...{ wish: value.wish, wishWords: value['wish-words'] ?? '' },
          })
          if (outcome.ok) return go(`/hand-overs/${outcome.value}`)
          return shown(addError(read, beginTroubles[outcome.why], 'to'))
        }),
    ),
    get(
      '/team/:accountId/move',
      { permission: 'lead.assign', audit: 'hand-over.many-opened', params: accountParam, query: tickQuery },
      visit =>
        moving(visit, async from => {
          const ids = from.rows.map(row => row.personId)
          const made = moveForm(ids)
          const form = visit.query.tick === 'all' ? made.fill({ people: ids }) : made.empty()
          return page(await movePage(visit, from, form), { about: ids })
        }),
    ),
    post(
      '/team/:accountId/move',
      { permission: 'lead.assign', audit: 'hand-over.begun', params: accountParam },
      visit => moving(visit, from => moveMany(visit, from)),
    ),
  ]
}

/** The page to begin on, where there is something to begin and it is the visitor's: the lead's own, or a leader's. */
async function beginning(
  house: HandoverHouse,
  visit: PersonVisit,
  work: (frame: PersonFrame, leadName: string) => Promise<Answer>,
): Promise<Answer> {
  const { tx } = visit
  const frame = await house.frame(visit, visit.params.personId)
  // What is handed over is what was done with them: only whoever sees that hands over.
  if (!frame?.seen.has('sessions') || frame.person.diedOn !== null) return nothing('unknown', [visit.params.personId])
  const { id } = frame.person
  const lead = await asHouse(tx, 'who leads for somebody handed over', worker => findLead(worker, id))
  const leadName = lead ? ((await findNames(tx, [lead.accountId])).get(lead.accountId) ?? en.somebody) : ''
  const instead = (words: string, href?: string) =>
    page(html(<NothingToBeginPage visitor={visit.visitor} frame={frame} words={words} href={href} />), { about: [id] })
  if (!lead) return instead(en.beginNobody)
  if (lead.accountId !== actorOfVisit(visit).accountId && !mayLead(visit)) return instead(en.beginNotYours(leadName))
  const open = (await listHandoversOn(tx, id)).find(one => one.overOn === null && one.movedOn === null)
  if (open) return instead(en.alreadyUnderWay, `/hand-overs/${open.rowId}`)
  return work(frame, leadName)
}

async function beginPage(visit: PersonVisit, frame: PersonFrame, leadName: string, form: FormState): Promise<Drawn> {
  const advisers = (await listAdvisers(visit.tx)).filter(one => one.accountId !== actorOfVisit(visit).accountId)
  return html(<BeginPage visitor={visit.visitor} frame={frame} form={form} advisers={advisers} leadName={leadName} />)
}

type From = {
  readonly accountId: AccountId
  readonly name: string
  readonly isGone: boolean
  readonly rows: readonly CaseloadRow[]
  readonly underWay: number
}
type TeamVisit = Visit<{ accountId: AccountId }, unknown>

/** A colleague of a team the visitor leads, or one who left it, with whom they lead for and who is not being handed over yet. */
async function moving(visit: TeamVisit, work: (from: From) => Promise<Answer>): Promise<Answer> {
  const { tx } = visit
  const { accountId } = visit.params
  const teams = await listTeamsLed(tx, actorOfVisit(visit).accountId)
  const loads = await Promise.all(
    teams.map(async t => [...(await listLoads(tx, t.id)), ...(await listLeftLoads(tx, t))]),
  )
  const adviser = loads.flat().find(load => load.accountId === accountId)
  if (!adviser) return nothing('not in the team')
  const led = (await listCaseload(tx, accountId)).filter(row => row.diedOn === null)
  const open = await listHandoversOf(tx, [accountId], 'open', led.length + 1)
  const going = new Set(open.filter(one => one.movedOn === null).map(one => one.personId))
  const rows = led.filter(row => !going.has(row.personId))
  const isGone = (await findAdviser(tx, accountId)) === undefined
  return work({ accountId, name: adviser.name, isGone, rows, underWay: led.length - rows.length })
}

async function movePage(visit: TeamVisit, from: From, form: FormState): Promise<Drawn> {
  const me = actorOfVisit(visit).accountId
  const advisers = (await listAdvisers(visit.tx)).filter(
    one => one.accountId !== from.accountId && one.accountId !== me,
  )
  return html(
    <MovePage
      visitor={visit.visitor}
      from={from}
      isGone={from.isGone}
      rows={from.rows}
      underWay={from.underWay}
      advisers={advisers}
      form={form}
      today={visit.tx.acting.today}
    />,
  )
}

/** All that were ticked, or none: of whoever cannot go it is said why. */
async function moveMany(visit: TeamVisit, from: From): Promise<Answer> {
  const { tx } = visit
  const read = moveForm(from.rows.map(row => row.personId)).read(visit.body)
  const shown = async (form: FormState) =>
    again(await movePage(visit, from, form), { about: from.rows.map(row => row.personId) })
  if (!read.ok) return shown(read)
  const { to, why, people } = read.value
  const kind = from.isGone ? 'adviser-leaves' : 'shared-out'
  if (!isId(to)) return shown(addError(read, beginTroubles['no-such-adviser'], 'to'))
  const toId = to as AccountId
  const ids = people as readonly PersonId[]
  let form: FormState<keyof typeof read.value> = read
  for (const personId of ids) {
    const trouble = await beginTrouble(tx, personId, toId)
    if (trouble === undefined) continue
    if (trouble === 'no-such-adviser' || trouble === 'same' || trouble === 'own-access')
      return shown(addError(read, beginTroubles[trouble], 'to'))
    form = addError(form, oneTrouble(trouble, nameIn(from, personId)), 'people')
  }
  if (form.errors.length > 0) return shown(form)
  for (const personId of ids)
    await beginHandover(tx, personId, { toId, kind, why, brief: '', wish: 'not-asked', wishWords: '' })
  return go('/hand-overs')
}

function oneTrouble(trouble: BeginTrouble, name: string): string {
  if (trouble === 'barred') return en.barredOne(name)
  return trouble === 'already-open' ? en.underWayOne(name) : en.goneOne(name)
}

function nameIn(from: From, personId: PersonId): string {
  const row = from.rows.find(one => one.personId === personId)
  return row ? `${row.given} ${row.family}` : ''
}
