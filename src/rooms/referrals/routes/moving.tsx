/** The register of one referral: the page, and each step. */

import { asHouse } from '#ground/database/tx.ts'
import type { OrganisationId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  listPractitionersAt,
  post,
  roleMay,
} from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, type FormReading, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import {
  acceptReferral,
  askMore,
  assignReferral,
  declineReferral,
  endReferral,
  type MoveTrouble,
  readOutcome,
  receiveReferral,
  stageReferral,
  startReferral,
  tellMore,
  withdrawReferral,
} from '../actions/moving.ts'
import { sendReferral } from '../actions/writing.ts'
import {
  acceptForm,
  askForm,
  assignForm,
  declineForm,
  endForm,
  sendForm,
  sendingOf,
  stageForm,
  tellForm,
  withdrawForm,
} from '../forms.ts'
import type { Person, ReferralHouse } from '../house.ts'
import { findSayInForce } from '../links/actions.ts'
import { wantsLink } from '../links/agency.ts'
import { fillSay } from '../links/forms.ts'
import { listSays } from '../links/store.ts'
import { listObjections } from '../objections/store.ts'
import { ReferralPage } from '../pages/referral-page.tsx'
import type { Move, Referral, Side } from '../referral.ts'
import { MOVES, movesFor, stageSaid } from '../rules.ts'
import { listParts, listPartsBefore, listSteps } from '../store/letter.ts'
import { findProtocol } from '../store/protocols.ts'
import { findReferral } from '../store/referrals.ts'
import { en } from '../words.ts'
import { agencyNames, type ReferralVisit, referralParam, seenOf, withReferral } from './shared.ts'
import { SEND_FIELD } from './writing.tsx'

export function movingRoutes(house: ReferralHouse): HouseRoute[] {
  const step = (move: Exclude<Move, 'send'>, audit: string, take: Take) =>
    post(`/referrals/:referralId/${move}`, { permission: 'referral.use', audit, params: referralParam }, visit =>
      moved(house, visit, move, take),
    )
  return [
    get(
      '/referrals/:referralId',
      { permission: 'referral.use', audit: 'referral.viewed', params: referralParam },
      visit =>
        withReferral(visit, async (referral, side) => {
          if (side === 'receiver') await receiveReferral(visit.tx, referral)
          return page(await referralPage(house, visit, referral, side), seenOf(referral))
        }),
    ),
    post(
      '/referrals/:referralId/send',
      { permission: 'referral.use', audit: 'referral.sent', params: referralParam },
      visit => moved(house, visit, 'send', send),
    ),
    step('accept', 'referral.accepted', accept),
    step('assign', 'referral.assigned', assign),
    step('stage', 'referral.staged', stage),
    step('decline', 'referral.declined', (visit, referral) =>
      ofForm(declineForm.read(visit.body), value =>
        declineReferral(visit.tx, house, referral, value['decline-reason'], value['decline-words'] ?? ''),
      ),
    ),
    step('ask', 'referral.more-asked', (visit, referral) =>
      ofForm(askForm.read(visit.body), value => askMore(visit.tx, house, referral, value['ask-words'])),
    ),
    step('tell', 'referral.told-more', (visit, referral) =>
      ofForm(tellForm.read(visit.body), value => tellMore(visit.tx, house, referral, value['tell-words'])),
    ),
    step('start', 'referral.started', (visit, referral) => plain(startReferral(visit.tx, house, referral))),
    step('end', 'referral.ended', (visit, referral) =>
      ofForm(endForm.read(visit.body), value =>
        endReferral(visit.tx, house, referral, value.outcome, value['end-words']),
      ),
    ),
    step('withdraw', 'referral.withdrawn', (visit, referral) =>
      ofForm(withdrawForm.read(visit.body), value =>
        withdrawReferral(visit.tx, house, referral, value['withdraw-reason'], value['withdraw-words'] ?? ''),
      ),
    ),
    step('read', 'referral.outcome-read', (visit, referral) => plain(readOutcome(visit.tx, house, referral))),
  ]
}

/** What a step answered: it is done, or the form is shown again with what is wrong. */
type Taken = { readonly ok: true } | { readonly ok: false; readonly form: FormState; readonly why?: MoveTrouble }
type Take = (visit: ReferralVisit, referral: Referral, house: ReferralHouse) => Promise<Taken>

const troubled = (form: FormState, why: MoveTrouble): Taken => ({
  ok: false,
  form: addError(form, en.moveTroubles[why]),
  why,
})

async function plain(outcome: Promise<Result<unknown, MoveTrouble>>): Promise<Taken> {
  const moved = await outcome
  return moved.ok ? { ok: true } : troubled(NO_FORM, moved.why)
}

async function ofForm<Value>(
  read: FormReading<Value>,
  work: (value: Value) => Promise<Result<unknown, MoveTrouble>>,
): Promise<Taken> {
  if (!read.ok) return { ok: false, form: read }
  const moved = await work(read.value)
  return moved.ok ? { ok: true } : troubled(read, moved.why)
}

/** A step of the visitor's side: from the version the page showed, and once however often it is sent. */
function moved(house: ReferralHouse, visit: ReferralVisit, move: Move, take: Take): Promise<Answer> {
  return withReferral(visit, async (referral, side) => {
    if (side !== MOVES[move].by) return nothing('the other side’s', [referral.personId])
    const here = `/referrals/${referral.rowId}`
    const isDone = await isDoneAlready(move, referral, visit)
    // Of two colleagues who accept at once the second is told; somebody who presses twice is not.
    const isSame = move !== 'accept' || referral.teamId !== null || visit.body['worker'] === referral.workerId
    if (isDone && isSame && isNext(visit, referral)) return go(here)
    const shown = async (form: FormState, status: 409 | 422) => {
      const now = (await findReferral(visit.tx, referral.rowId)) ?? referral
      return again(await referralPage(house, visit, now, side, form, move), seenOf(referral), status)
    }
    if (isStale(visit, referral)) {
      const form = typedIn(move, visit)
      return shown(addError(form, en.moveTroubles.stale), 409)
    }
    const taken = await take(visit, referral, house)
    if (taken.ok) return go(move === 'withdraw' || move === 'read' || move === 'decline' ? '/referrals' : here)
    return shown(taken.form, taken.why === undefined ? 422 : 409)
  })
}

/** Whether a step stands as it was sent: for whoever presses twice, and nobody else. */
async function isDoneAlready(move: Move, referral: Referral, visit: ReferralVisit): Promise<boolean> {
  if (move === 'read') return referral.readOn !== null
  if (move !== 'stage') return referral.state === MOVES[move].to
  const last = (await listSteps(visit.tx, referral.rowId)).findLast(one => one.step === 'stage')
  const read = stageForm([referral.stage]).read(visit.body)
  // Two colleagues who say the same stage at once may have found two things there.
  const said = read.ok && stageSaid(read.value.stage, read.value['stage-words'] ?? '')
  return last !== undefined && last.words === said && last.by === actorOfVisit(visit).accountId
}

/** What was typed, kept when the page is out of date. */
function typedIn(move: Move, visit: ReferralVisit): FormState {
  const forms: Partial<Record<Move, { read(body: ReferralVisit['body']): FormState }>> = {
    send: sendForm,
    decline: declineForm,
    ask: askForm,
    tell: tellForm,
    stage: stageForm(typeof visit.body['stage'] === 'string' ? [visit.body['stage']] : []),
    end: endForm,
    withdraw: withdrawForm,
  }
  const read = forms[move]?.read(visit.body)
  return read ? { ...read, errors: [] } : NO_FORM
}

const send: Take = async (visit, referral, house) => {
  const read = sendForm.read(visit.body)
  if (!read.ok) return { ok: false, form: read }
  const outcome = await sendReferral(visit.tx, house, referral, actorOfVisit(visit).accountId, sendingOf(read.value))
  if (outcome.ok) return { ok: true }
  if (outcome.why === 'stale' || outcome.why === 'over') return troubled(read, outcome.why)
  if (outcome.why === 'write-anew') return { ok: false, form: addError(read, en.writeAnew) }
  if (outcome.why === 'barred') return { ok: false, form: addError(read, en.barred) }
  if (outcome.why === 'no-protocol' || outcome.why === 'unknown')
    return { ok: false, form: addError(read, en.noProtocol) }
  return { ok: false, form: addError(read, en.sendTroubles[outcome.why], SEND_FIELD[outcome.why]) }
}

const accept: Take = async (visit, referral, house) => {
  const { workers, lead } = await workersFor(house, visit, referral)
  const read = acceptForm(workers.map(one => one.accountId)).read(visit.body)
  if (!read.ok && lead === undefined) return { ok: false, form: read }
  // Everybody who sees the record reads why somebody leads (K6).
  const from = await findOrganisation(visit.tx, referral.fromId)
  const named = from?.discloses === 0 ? from.name : en.anotherAgency
  const workerId = workers.find(one => read.ok && one.accountId === read.value.worker)?.accountId ?? null
  const outcome = await acceptReferral(visit.tx, house, referral, { workerId, leadReason: en.leadReason(named) })
  if (outcome.ok) return { ok: true }
  if (outcome.why === 'no-worker') return { ok: false, form: addError(read, en.missingWorker, 'worker') }
  return troubled(read, outcome.why)
}

const stage: Take = async (visit, referral, house) => {
  const protocol = await findProtocol(visit.tx, referral.protocolId)
  return ofForm(stageForm(protocol?.stages ?? []).read(visit.body), value =>
    stageReferral(visit.tx, house, referral, value.stage, value['stage-words'] ?? ''),
  )
}

const assign: Take = async (visit, referral, house) => {
  const { workers } = await workersFor(house, visit, referral)
  const read = assignForm(workers.map(one => one.accountId)).read(visit.body)
  const workerId = workers.find(one => read.ok && one.accountId === read.value['assign-worker'])?.accountId ?? null
  if (!read.ok) return { ok: false, form: read }
  const outcome = await assignReferral(visit.tx, house, referral, workerId)
  if (outcome.ok) return { ok: true }
  if (outcome.why === 'no-worker') return { ok: false, form: addError(read, en.missingWorker, 'assign-worker') }
  return troubled(read, outcome.why)
}

/** Who can be chosen to work with them: at a partner its own colleagues, whoever asks first; in the own service advisers, where nobody leads. */
async function workersFor(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
): Promise<{ workers: readonly Person[]; lead: string | undefined }> {
  const me = actorOfVisit(visit).accountId
  if (referral.teamId !== null) {
    const lead = await asHouse(visit.tx, 'who leads for somebody referred', worker =>
      house.leadOf(worker, referral.personId),
    )
    const advisers = await house.advisers(visit.tx)
    return lead && advisers.some(one => one.accountId === lead.accountId)
      ? { workers: [], lead: lead.name }
      : { workers: advisers, lead: undefined }
  }
  const named = await listPractitionersAt(visit.tx, referral.toId as OrganisationId)
  const once = named.filter((c, i) => named.findIndex(o => o.accountId === c.accountId) === i)
  const workers = once
    .map(({ accountId, name }) => ({ accountId, name }))
    .toSorted((a, b) => Number(b.accountId === me) - Number(a.accountId === me))
  return { workers, lead: undefined }
}

/** The page of a referral, with what was typed into which of its forms. */
export async function referralPage(
  house: ReferralHouse,
  visit: ReferralVisit,
  referral: Referral,
  side: Side | undefined,
  form: FormState = NO_FORM,
  typed?: Move | 'object' | 'answer',
): Promise<Drawn> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const protocol = await findProtocol(tx, referral.protocolId)
  if (!protocol) throw new Error('a referral without its protocol')
  const frame = await house.frame(visit, referral.personId)
  const [parts, steps, names] = [
    await listParts(tx, referral.rowId),
    await listSteps(tx, referral.rowId),
    await agencyNames(tx),
  ]
  const says = side === 'sender' ? await listSays(tx, referral.rowId) : []
  const inForce = says.length === 0 ? undefined : await findSayInForce(tx, referral)
  const objections = side === 'sender' ? await listObjections(tx, referral.rowId) : []
  const partsBefore = side !== 'sender' || referral.state === 'draft' ? [] : await listPartsBefore(tx, referral.rowId)
  const people = [
    ...[...steps.map(one => one.by), ...objections.map(one => one.answeredBy)],
    ...[referral.workerId, referral.withheldBy],
  ].flatMap(id => id ?? [])
  const moves = movesFor(side, referral)
  const { workers, lead } =
    moves.has('accept') || moves.has('assign')
      ? await workersFor(house, visit, referral)
      : { workers: [], lead: undefined }
  // Whoever opens it at a partner is offered first: accepting is one press. Who leads in the own service is chosen.
  const isOffered =
    typed === undefined &&
    moves.has('accept') &&
    referral.teamId === null &&
    workers.some(one => one.accountId === actorOfVisit(visit).accountId)
  const offered = acceptForm(workers.map(one => one.accountId))
  // What they said by their link stands in the form that sends.
  const isSaid = typed === undefined && moves.has('send') && inForce !== undefined
  const filled = isSaid ? sendForm.fill(fillSay(inForce)) : form
  return html(
    <ReferralPage
      visitor={visit.visitor}
      frame={frame}
      referral={referral}
      protocol={protocol}
      from={names.get(referral.fromId) ?? ''}
      to={names.get(referral.toId) ?? ''}
      side={side}
      moves={moves}
      parts={parts}
      partsBefore={partsBefore}
      steps={steps}
      says={says}
      sayInForce={inForce}
      objections={objections}
      wantsLink={side === 'sender' && frame !== undefined && (await wantsLink(tx, referral))}
      names={await findNames(tx, [...new Set(people)])}
      workers={workers}
      lead={lead}
      today={tx.acting.today}
      mayCorrect={roleMay(role, 'record.correct')}
      form={isOffered ? offered.fill({ worker: actorOfVisit(visit).accountId }) : filled}
      typed={isOffered ? 'accept' : typed}
    />,
  )
}
