/** The register of one hand-over: its page, and each step by whoever's it is. */
import { asHouse } from '#ground/database/tx.ts'
import type { Result } from '#ground/result.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, type FormReading, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { findAdviser } from '../../actions/colleagues.ts'
import { endHandover, type MoveTrouble } from '../actions/closing.ts'
import {
  acceptHandover,
  asItStands,
  classesOf,
  completeHandover,
  meetHandover,
  meetingsOf,
  setWish,
} from '../actions/moving.ts'
import { declineForm, metForm, wishForm, withdrawForm } from '../forms.ts'
import type { Handover, Move } from '../handover.ts'
import type { HandoverHouse } from '../house.ts'
import { HandoverPage } from '../pages/handover-page.tsx'
import { type CloseTrouble, movesFor, type Sides } from '../rules.ts'
import { findHandover } from '../store.ts'
import { moveTroubles } from '../words.ts'
import { type HandoverVisit, handoverParam, seenOf, withHandover } from './shared.ts'

export function moveRoutes(house: HandoverHouse): HouseRoute[] {
  const step = (move: Move, audit: string, take: Take) =>
    post(`/hand-overs/:handoverId/${move}`, { permission: 'hand-over.use', audit, params: handoverParam }, visit =>
      moved(house, visit, move, take),
    )
  return [
    get(
      '/hand-overs/:handoverId',
      { permission: 'hand-over.use', audit: 'hand-over.viewed', params: handoverParam },
      visit =>
        withHandover(house, visit, async (handover, sides) => {
          const drawn = await handoverPage(house, visit, handover, sides)
          return drawn ? page(drawn, seenOf(handover)) : nothing('unknown', [handover.personId])
        }),
    ),
    step('accept', 'hand-over.accepted', (visit, handover) => plain(acceptHandover(visit.tx, house, handover))),
    step('decline', 'hand-over.declined', (visit, handover) =>
      ofForm(declineForm.read(visit.body), value =>
        endHandover(visit.tx, handover, {
          state: 'declined',
          reason: value['decline-reason'],
          words: value['decline-words'] ?? '',
        }),
      ),
    ),
    step('met', 'hand-over.met', async (visit, handover) => {
      const meetings = await meetingsOf(visit.tx, house, handover)
      return ofForm(metForm(meetings.map(one => one.rowId)).read(visit.body), value =>
        meetHandover(visit.tx, house, handover, value.meeting as (typeof meetings)[number]['rowId']),
      )
    }),
    step('wish', 'hand-over.wish-set', (visit, handover) =>
      ofForm(wishForm.read(visit.body), value =>
        setWish(visit.tx, handover, {
          wish: value['said-wish'],
          wishWords: value['said-words'] ?? '',
          wishAnswer: value['said-answer'] ?? '',
        }),
      ),
    ),
    step('complete', 'hand-over.complete', (visit, handover) => plain(completeHandover(visit.tx, house, handover))),
    step('withdraw', 'hand-over.withdrawn', (visit, handover) =>
      ofForm(withdrawForm.read(visit.body), value =>
        endHandover(visit.tx, handover, {
          state: 'withdrawn',
          reason: value['withdraw-reason'],
          words: value['withdraw-words'] ?? '',
        }),
      ),
    ),
  ]
}

type Trouble = MoveTrouble | CloseTrouble | 'no-meeting'
/** What a step answered: it is done, or the form is shown again with what is wrong. */
type Taken = { readonly ok: true } | { readonly ok: false; readonly form: FormState; readonly isRefused: boolean }
type Take = (visit: HandoverVisit, handover: Handover) => Promise<Taken>

async function plain(outcome: Promise<Result<unknown, Trouble>>): Promise<Taken> {
  const done = await outcome
  return done.ok ? { ok: true } : { ok: false, form: addError(NO_FORM, moveTroubles[done.why]), isRefused: true }
}

async function ofForm<Value>(
  read: FormReading<Value>,
  work: (value: Value) => Promise<Result<unknown, Trouble>>,
): Promise<Taken> {
  if (!read.ok) return { ok: false, form: read, isRefused: false }
  const done = await work(read.value)
  return done.ok ? { ok: true } : { ok: false, form: addError(read, moveTroubles[done.why]), isRefused: true }
}

const AFTER: Readonly<Partial<Record<Move, Handover['state']>>> = {
  accept: 'accepted',
  decline: 'declined',
  met: 'met',
  complete: 'complete',
  withdraw: 'withdrawn',
}

/** Pressed twice: what was asked for is done already, and whoever did it may see it no more. */
async function isDoneBy(visit: HandoverVisit, move: Move): Promise<boolean> {
  const { accountId } = actorOfVisit(visit)
  const given = Number(visit.body['version'])
  const now = await asHouse(visit.tx, 'a step that was sent twice', worker =>
    findHandover(worker, visit.params.handoverId),
  )
  if (!now || (now.fromId !== accountId && now.toId !== accountId && now.begunBy !== accountId)) return false
  const isThere = now.state === AFTER[move] || (move === 'met' && now.state === 'complete' && now.metOn !== null)
  // Saying yes is two changes: that, and what it opens.
  return isThere && (given === now.version - 1 || (move === 'accept' && given === now.version - 2))
}

/** A step that is the visitor's: from the version the page showed, and once however often it is sent. */
async function moved(house: HandoverHouse, visit: HandoverVisit, move: Move, take: Take): Promise<Answer> {
  if (await isDoneBy(visit, move)) return go('/hand-overs')
  return withHandover(house, visit, async (handover, sides) => {
    const here = `/hand-overs/${handover.rowId}`
    const given = Number(visit.body['version'])
    if (!movesFor(sides, handover).has(move) && handover.overOn === null && given === handover.version)
      return nothing('not theirs', [handover.personId])
    const shown = async (form: FormState, status: 409 | 422) => {
      const found = await findHandover(visit.tx, handover.rowId)
      const now = found ? await asItStands(visit.tx, house, found) : handover
      const drawn = await handoverPage(house, visit, now, sides, form, move)
      return drawn ? again(drawn, seenOf(handover), status) : nothing('unknown', [handover.personId])
    }
    if (given !== handover.version || !movesFor(sides, handover).has(move))
      return shown(addError(typedIn(move, visit), moveTroubles.stale), 409)
    const taken = await take(visit, handover)
    if (!taken.ok) return shown(taken.form, taken.isRefused ? 409 : 422)
    return go(move === 'decline' || move === 'complete' || move === 'withdraw' ? '/hand-overs' : here)
  })
}

/** What was typed, kept when the page is out of date. */
function typedIn(move: Move, visit: HandoverVisit): FormState {
  const forms: Partial<Record<Move, { read(body: HandoverVisit['body']): FormState }>> = {
    decline: declineForm,
    wish: wishForm,
    withdraw: withdrawForm,
  }
  const read = forms[move]?.read(visit.body)
  return read ? { ...read, errors: [] } : NO_FORM
}

/** The adviser whom one of the two meets the young person together with, while that is waited for and both have a right to the record. */
function otherOf(visit: HandoverVisit, { state, movedOn, fromId, toId }: Handover) {
  if (state !== 'accepted' || movedOn !== null || !roleMay(actorOfVisit(visit).role, 'diary.use')) return undefined
  const me = actorOfVisit(visit).accountId
  return me === fromId ? toId : me === toId ? fromId : undefined
}

async function handoverPage(
  house: HandoverHouse,
  visit: HandoverVisit,
  handover: Handover,
  sides: Sides,
  form: FormState = NO_FORM,
  typed?: Move,
): Promise<Drawn | undefined> {
  const { tx } = visit
  const { personId, fromId, toId } = handover
  const frame = await house.frame(visit, personId)
  if (!frame) return undefined
  const moves = movesFor(sides, handover)
  const meetings = moves.has('met') ? await meetingsOf(tx, house, handover) : []
  const isOpen = handover.overOn === null
  const meetWith = otherOf(visit, handover)
  const together = meetWith === undefined ? [] : await house.together(tx, personId, handover)
  const people = [fromId, toId, ...meetings.map(one => one.by)]
  return html(
    <HandoverPage
      visitor={visit.visitor}
      frame={frame}
      handover={handover}
      names={await findNames(tx, [...new Set(people)])}
      sides={sides}
      moves={moves}
      meetings={meetings}
      meetWith={meetWith}
      together={together}
      along={isOpen && frame.seen.has('sessions') ? await house.goesAlong(tx, personId, fromId) : []}
      behind={
        isOpen && frame.seen.has('sessions')
          ? await house.staysBehind(tx, personId, fromId, await classesOf(tx, toId))
          : []
      }
      isGone={!(await findAdviser(tx, fromId))}
      today={tx.acting.today}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct') && frame.seen.has('sessions')}
      form={form}
      typed={typed}
    />,
  )
}
