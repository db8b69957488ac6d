/** The register of transfer summaries: what the agency that worked with somebody before knows. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { fromBits } from '#rooms/access/index.ts'
import { listOrganisations, type Organisation } from '#rooms/directory/index.ts'
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
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { answerTransfer, askAgain, askTransfer, type MoveTrouble, PARTS, withdrawTransfer } from './actions.ts'
import { answerForm, askForm, withdrawForm } from './forms.ts'
import { AskPage, TransferPage, TransfersPage, WaitingPage } from './pages.tsx'
import { ARRIVED_DAYS } from './rules.ts'
import { findTransfer, listSettled, listTransfersOn, listWaiting } from './store.ts'
import type { Transfer } from './transfer.ts'
import { en, moveTroubles } from './words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const transferParam = z.object({ transferId: idParam<RowId>() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type TransferVisit = Visit<{ transferId: RowId }, unknown>

export type TransferHouse = {
  readonly frame: FramePerson
  /** Whom an account leads for, with since when. */
  readonly ledSince: (
    tx: Tx,
    accountId: AccountId,
  ) => Promise<readonly { readonly personId: PersonId; readonly name: string; readonly since: Transfer['askedOn'] }[]>
}

export function transferRoutes(house: TransferHouse): HouseRoute[] {
  const permission = 'assessment.write'
  return [
    get('/transfers', { permission, audit: 'transfer.list-viewed' }, async visit => {
      const { tx } = visit
      const { accountId } = actorOfVisit(visit)
      const led = await house.ledSince(tx, accountId)
      const from = addDays(tx.acting.today, -ARRIVED_DAYS)
      const recent = led.filter(one => one.since >= from)
      const ids = (list: readonly { readonly personId: PersonId }[]) => list.map(one => one.personId)
      const waiting = await listWaiting(tx, accountId, ids(led))
      const settled = await listSettled(tx, ids(recent))
      const fresh = recent.filter(one => !settled.has(one.personId))
      return page(
        html(<WaitingPage visitor={visit.visitor} waiting={waiting} fresh={fresh} today={tx.acting.today} />),
        {
          about: [...new Set([...ids(waiting), ...ids(fresh)])],
        },
      )
    }),
    get('/people/:personId/transfers', { permission, audit: 'transfer.of-person-viewed', params: personParam }, visit =>
      withSeen(house, visit, async frame => {
        const transfers = await listTransfersOn(visit.tx, frame.person.id)
        return page(
          html(
            <TransfersPage visitor={visit.visitor} frame={frame} transfers={transfers} today={visit.tx.acting.today} />,
          ),
          { about: [frame.person.id] },
        )
      }),
    ),
    get('/people/:personId/transfers/new', { permission, audit: 'transfer.form-opened', params: personParam }, visit =>
      withSeen(house, visit, async frame => {
        if (frame.person.diedOn !== null) return nothing('died', [frame.person.id])
        const offered = await offeredTo(visit, frame)
        return page(askPage(visit, frame, offered, askForm(offered.map(one => one.id)).empty()), {
          about: [frame.person.id],
        })
      }),
    ),
    post('/people/:personId/transfers/new', { permission, audit: 'transfer.asked', params: personParam }, visit =>
      withSeen(house, visit, frame => ask(visit, frame)),
    ),
    get('/transfers/:transferId', { permission, audit: 'transfer.viewed', params: transferParam }, visit =>
      withTransfer(house, visit, async (transfer, frame) =>
        page(await transferPage(visit, transfer, frame, NO_FORM, undefined), {
          about: [transfer.personId],
          target: transfer.rowId,
        }),
      ),
    ),
    post('/transfers/:transferId/again', { permission, audit: 'transfer.asked-again', params: transferParam }, visit =>
      withTransfer(house, visit, async (transfer, frame) => {
        if (isPressedTwice(visit, transfer)) return go(`/transfers/${transfer.rowId}`)
        const done = await askAgain(visit.tx, asShown(visit, transfer))
        return done.ok ? go(`/transfers/${transfer.rowId}`) : late(visit, transfer, frame, NO_FORM, undefined, done.why)
      }),
    ),
    post('/transfers/:transferId/answer', { permission, audit: 'transfer.answered', params: transferParam }, visit =>
      withTransfer(house, visit, (transfer, frame) => answer(visit, transfer, frame)),
    ),
    post('/transfers/:transferId/withdraw', { permission, audit: 'transfer.withdrawn', params: transferParam }, visit =>
      withTransfer(house, visit, async (transfer, frame) => {
        const read = withdrawForm.read(visit.body)
        if (!read.ok)
          return again(await transferPage(visit, transfer, frame, read, 'withdraw'), { about: [transfer.personId] })
        const done = await withdrawTransfer(visit.tx, asShown(visit, transfer), read.value.why)
        return done.ok ? go(`/transfers/${transfer.rowId}`) : late(visit, transfer, frame, read, 'withdraw', done.why)
      }),
    ),
  ]
}

async function withSeen(
  house: TransferHouse,
  visit: PersonVisit,
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  return frame?.seen.has('assessment') ? work(frame) : nothing(frame ? 'class' : 'unknown', [personId])
}

async function withTransfer(
  house: TransferHouse,
  visit: TransferVisit,
  work: (transfer: Transfer, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const transfer = await findTransfer(visit.tx, visit.params.transferId)
  const frame = transfer && (await house.frame(visit, transfer.personId))
  return transfer && frame?.seen.has('assessment') ? work(transfer, frame) : nothing('unknown')
}

/** The same button twice: it was asked for again today, from the version the page showed. */
function isPressedTwice(visit: TransferVisit, transfer: Transfer): boolean {
  return transfer.againOn === visit.tx.acting.today && isNext(visit, transfer)
}

/** Agencies that are open, of whom the visitor may know what their very name tells (K6). */
async function offeredTo(visit: PersonVisit, frame: PersonFrame): Promise<readonly Organisation[]> {
  return (await listOrganisations(visit.tx)).filter(
    one => one.state === 'open' && fromBits(one.discloses).every(name => frame.seen.has(name)),
  )
}

function askPage(visit: PersonVisit, frame: PersonFrame, offered: readonly Organisation[], form: FormState): Drawn {
  return html(<AskPage visitor={visit.visitor} frame={frame} form={form} organisations={offered} />)
}

async function ask(visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { id } = frame.person
  const offered = await offeredTo(visit, frame)
  const read = askForm(offered.map(one => one.id)).read(visit.body)
  const shown = (form: FormState) => again(askPage(visit, frame, offered, form), { about: [id] })
  if (!read.ok) return shown(read)
  const { value } = read
  const done = await askTransfer(visit.tx, id, actorOfVisit(visit).accountId, {
    organisationId: value.from as OrganisationId | null,
    fromName: value['from-name'] ?? '',
    whom: value.whom ?? '',
    asks: value.asks,
    told: value.told,
  })
  if (done.ok) return go(`/transfers/${done.value}`)
  if (done.why === 'not-theirs') return nothing('class', [id])
  return shown(
    done.why === 'died'
      ? addError(read, moveTroubles.died)
      : addError(read, done.why === 'closed' ? en.closed : en.missingFrom, 'from'),
  )
}

async function answer(visit: TransferVisit, transfer: Transfer, frame: PersonFrame): Promise<Answer> {
  const read = answerForm.read(visit.body)
  const about = { about: [transfer.personId] }
  if (!read.ok) return again(await transferPage(visit, transfer, frame, read, 'answer'), about)
  const { value } = read
  const done = await answerTransfer(visit.tx, asShown(visit, transfer), {
    ...{ state: value.state, words: value.words, saidBy: value['said-by'] ?? '', part: value.part },
  })
  if (done.ok) {
    // What came may be of a part the writer sees; the page of it is theirs then.
    return go(`/people/${transfer.personId}/transfers`)
  }
  return late(visit, transfer, frame, read, 'answer', done.why)
}

async function late(
  visit: TransferVisit,
  transfer: Transfer,
  frame: PersonFrame,
  form: FormState,
  typed: 'answer' | 'withdraw' | undefined,
  why: MoveTrouble,
): Promise<Answer> {
  const told =
    why === 'not-theirs' || why === 'other-part'
      ? addError(form, moveTroubles[why], 'part')
      : addError(form, moveTroubles[why])
  return again(
    await transferPage(visit, transfer, frame, told, typed),
    { about: [transfer.personId] },
    why === 'stale' ? 409 : 422,
  )
}

async function transferPage(
  visit: TransferVisit,
  transfer: Transfer,
  frame: PersonFrame,
  form: FormState,
  typed: 'answer' | 'withdraw' | undefined,
): Promise<Drawn> {
  const names = await findNames(visit.tx, [transfer.askedBy])
  return html(
    <TransferPage
      visitor={visit.visitor}
      frame={frame}
      transfer={transfer}
      form={form}
      typed={typed}
      parts={PARTS.filter(one => frame.seen.has(one))}
      askedBy={names.get(transfer.askedBy) ?? ''}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={visit.tx.acting.today}
    />,
  )
}
