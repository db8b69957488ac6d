/** The register of what is known before a talk, and of asking places of learning. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
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
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { framed, type PersonVisit, personParam } from '../framed.ts'
import type { Meeting, TalkHouse } from '../talks/house.ts'
import { answerAsk, askSchool, isObjectedTo, noteMissing, placesToAsk, withdrawAsk, writeFact } from './actions.ts'
import type { SchoolAsk } from './ask.ts'
import { answerForm, askForm, factForm, whyForm, wordsOf } from './forms.ts'
import { KnownPage } from './known-page.tsx'
import { AskPage, AsksPage, FactPage, SchoolAskPage } from './pages.tsx'
import { missingOf } from './rules.ts'
import { findAsk, listAsksOn, listFactsOn, listWaiting } from './store.ts'
import { answerTroubles, askTroubles, factTroubles } from './words.ts'

const askParam = z.object({ askId: idParam<RowId>() })
const forTalk = z.object({ appointment: z.string().max(60).optional() })
type AskVisit = Visit<{ askId: RowId }, unknown>

export function schoolDataRoutes(house: TalkHouse): HouseRoute[] {
  const permission = 'talk.use'
  return [
    get(
      '/people/:personId/school-data',
      { permission, audit: 'school-data.viewed', params: personParam, query: forTalk },
      visit =>
        framed(house, visit, async frame => {
          const { tx, visitor, query } = visit
          const { id } = frame.person
          const meeting = (await openMeetings(house, tx, id)).find(one => one.rowId === query.appointment)
          const ask = `/people/${id}/school-data/ask`
          return page(
            html(
              <KnownPage
                visitor={visitor}
                frame={frame}
                facts={await listFactsOn(tx, id)}
                asks={await listAsksOn(tx, id)}
                aims={await house.aimsOf(tx, id)}
                record={await house.knownOf(tx, id)}
                askHref={meeting ? `${ask}?appointment=${meeting.rowId}` : ask}
                mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
                today={tx.acting.today}
              />,
            ),
            { about: [id] },
          )
        }),
    ),
    get(
      '/people/:personId/school-data/ask',
      { permission, audit: 'school-ask.form-opened', params: personParam, query: forTalk },
      visit =>
        living(house, visit, async frame => {
          const asking = await askingOf(house, visit, frame)
          const form = asking.form.fill({
            asks: missingOf(await listFactsOn(visit.tx, frame.person.id)),
            talk: asking.meetings.find(one => one.rowId === visit.query.appointment)?.rowId ?? null,
            ...(asking.places.length === 1 && asking.places[0] ? { from: asking.places[0].id } : {}),
          })
          return page(drawAsk(visit, frame, asking, form), { about: [frame.person.id] })
        }),
    ),
    post('/people/:personId/school-data/ask', { permission, audit: 'school-ask.asked', params: personParam }, visit =>
      living(house, visit, frame => ask(house, visit, frame)),
    ),
    get(
      '/people/:personId/school-data/new',
      { permission, audit: 'school-fact.form-opened', params: personParam },
      visit =>
        living(house, visit, async frame => {
          const { today } = visit.tx.acting
          return page(drawFact(visit, frame, factForm(today).empty()), { about: [frame.person.id] })
        }),
    ),
    post(
      '/people/:personId/school-data/new',
      { permission, audit: 'school-fact.written', params: personParam },
      visit => living(house, visit, frame => write(visit, frame)),
    ),
    get('/school-asks', { permission: 'school-data.see', audit: 'school-ask.list-viewed' }, async visit => {
      const { tx } = visit
      const { accountId, organisationId, role } = actorOfVisit(visit)
      const isPlace = !roleMay(role, permission)
      const of = isPlace ? { organisationId } : { accountId, ledIds: await house.ledBy(tx, accountId) }
      const lines = await listWaiting(tx, of)
      return page(html(<AsksPage visitor={visit.visitor} lines={lines} isPlace={isPlace} today={tx.acting.today} />), {
        about: [...new Set(lines.map(one => one.personId))],
      })
    }),
    get('/school-asks/:askId', { permission: 'school-data.see', audit: 'school-ask.viewed', params: askParam }, visit =>
      withAsk(house, visit, async (one, frame, isPlace) =>
        page(await askPage(visit, one, frame, isPlace), { about: [one.personId], target: one.rowId }),
      ),
    ),
    post(
      '/school-asks/:askId/answer',
      { permission: 'school-data.see', audit: 'school-ask.answered', params: askParam },
      visit => withAsk(house, visit, (one, frame, isPlace) => answer(visit, one, frame, isPlace)),
    ),
    over(house, 'missing', 'school-ask.noted-missing', (visit, one, why) =>
      noteMissing(visit.tx, one, actorOfVisit(visit).accountId, why),
    ),
    over(house, 'withdraw', 'school-ask.withdrawn', (visit, one, why) => withdrawAsk(visit.tx, one, why)),
  ]
}

/** Somebody alive, of whose learning the visitor may know. */
function living(house: TalkHouse, visit: PersonVisit, work: (frame: PersonFrame) => Promise<Answer>): Promise<Answer> {
  return framed(house, visit, async frame => {
    if (!frame.seen.has('learning')) return nothing('class', [frame.person.id])
    return frame.person.diedOn === null ? work(frame) : nothing('died', [frame.person.id])
  })
}

/** The place that was asked, or whoever works with them. */
async function withAsk(
  house: TalkHouse,
  visit: AskVisit,
  work: (ask: SchoolAsk, frame: PersonFrame, isPlace: boolean) => Promise<Answer>,
): Promise<Answer> {
  const one = await findAsk(visit.tx, visit.params.askId)
  const frame = one && (await house.frame(visit, one.personId))
  if (!one || !frame) return nothing('unknown')
  const { organisationId, role } = actorOfVisit(visit)
  const isStaff = roleMay(role, 'talk.use')
  if (isStaff ? !frame.seen.has('guidance') : one.organisationId !== organisationId)
    return nothing('unknown', [one.personId])
  return work(one, frame, !isStaff)
}

/** What is arranged and not kept close: of that no place hears, by its day neither. */
async function openMeetings(house: TalkHouse, tx: Tx, personId: PersonId): Promise<Meeting[]> {
  return (await house.meetingsOf(tx, personId)).filter(one => !one.isRestricted)
}

async function askingOf(house: TalkHouse, { tx }: PersonVisit, { person }: PersonFrame) {
  const places = await placesToAsk(tx, person.id)
  const meetings = await openMeetings(house, tx, person.id)
  const form = askForm(
    places.map(one => one.id),
    meetings.map(one => one.rowId),
  )
  return { places, meetings, form, isObjectedTo: await isObjectedTo(tx, person.id) }
}

function drawAsk(
  visit: PersonVisit,
  frame: PersonFrame,
  of: {
    readonly places: readonly { readonly id: OrganisationId; readonly name: string }[]
    readonly meetings: readonly Meeting[]
    readonly isObjectedTo: boolean
  },
  form: FormState,
): Drawn {
  const { places, meetings } = of
  return html(<AskPage {...{ frame, form, places, meetings }} isObjectedTo={of.isObjectedTo} visitor={visit.visitor} />)
}

function drawFact(visit: PersonVisit, frame: PersonFrame, form: FormState): Drawn {
  return html(<FactPage visitor={visit.visitor} frame={frame} form={form} />)
}

async function ask(house: TalkHouse, visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { id } = frame.person
  const asking = await askingOf(house, visit, frame)
  const read = asking.form.read(visit.body)
  const shown = (form: FormState) => again(drawAsk(visit, frame, asking, form), { about: [id] })
  if (!read.ok) return shown(read)
  const { value } = read
  const done = await askSchool(visit.tx, id, actorOfVisit(visit).accountId, {
    organisationId: value.from as OrganisationId,
    asks: value.asks,
    told: value.told,
    talkOn: asking.meetings.find(one => one.rowId === value.talk)?.onDay ?? null,
  })
  if (done.ok) return go(`/school-asks/${done.value}`)
  if (done.why === 'not-theirs') return nothing('class', [id])
  return shown(addError(read, askTroubles[done.why], done.why === 'not-there' ? 'from' : undefined))
}

async function write(visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { id } = frame.person
  const read = factForm(visit.tx.acting.today).read(visit.body)
  const shown = (form: FormState) => again(drawFact(visit, frame, form), { about: [id] })
  if (!read.ok) return shown(read)
  const { kind, words, source, 'as-of': asOf } = read.value
  const done = await writeFact(visit.tx, id, actorOfVisit(visit).accountId, { kind, words, source, asOf })
  if (done.ok) return go(`/people/${id}/school-data`)
  return done.why === 'not-theirs' ? nothing('class', [id]) : shown(addError(read, factTroubles[done.why]))
}

async function answer(visit: AskVisit, one: SchoolAsk, frame: PersonFrame, isPlace: boolean): Promise<Answer> {
  const here = `/school-asks/${one.rowId}`
  const { accountId } = actorOfVisit(visit)
  // Pressed twice it is answered once.
  if (one.state === 'answered' && one.answeredBy === accountId && isNext(visit, one)) return go(here)
  const read = answerForm(visit.tx.acting.today, isPlace).read(visit.body)
  const shown = (form: FormState, status: 409 | 422) => drawAgain(visit, frame, isPlace, form, 'answer', status)
  if (!read.ok) return shown(read, 422)
  const done = await answerAsk(visit.tx, asShown(visit, one), accountId, {
    words: wordsOf(read.value),
    asOf: read.value['as-of'],
    saidBy: isPlace ? '' : (read.value['said-by'] ?? ''),
  })
  if (done.ok) return go(isPlace ? here : `/people/${one.personId}/school-data`)
  return shown(
    addError(read, answerTroubles[done.why], done.why === 'nothing' ? one.asks[0] : undefined),
    done.why === 'stale' ? 409 : 422,
  )
}

/** It is over without an answer: by whoever works with them, from the version the page showed. */
function over(
  house: TalkHouse,
  move: 'missing' | 'withdraw',
  audit: string,
  take: (visit: AskVisit, ask: SchoolAsk, why: string) => Promise<Result<null, 'stale' | 'died'>>,
): HouseRoute {
  // The place may say that it knows none of it; to take it back is for whoever asked.
  const permission = move === 'missing' ? 'school-data.see' : 'talk.use'
  return post(`/school-asks/:askId/${move}`, { permission, audit, params: askParam }, visit =>
    withAsk(house, visit, async (one, frame, isPlace) => {
      const read = whyForm.read(visit.body)
      if (!read.ok) return drawAgain(visit, frame, isPlace, read, move, 422)
      const there = isPlace ? `/school-asks/${one.rowId}` : `/people/${one.personId}/school-data`
      const isDone = one.state === (move === 'missing' ? 'missing' : 'withdrawn')
      if (isDone && isNext(visit, one)) return go(there)
      const done = await take(visit, asShown(visit, one), read.value.why)
      if (done.ok) return go(there)
      return drawAgain(
        visit,
        frame,
        isPlace,
        addError(read, answerTroubles[done.why]),
        move,
        done.why === 'stale' ? 409 : 422,
      )
    }),
  )
}

async function drawAgain(
  visit: AskVisit,
  frame: PersonFrame,
  isPlace: boolean,
  form: FormState,
  typed: 'answer' | 'missing' | 'withdraw',
  status: 409 | 422,
): Promise<Answer> {
  const now = await findAsk(visit.tx, visit.params.askId)
  if (!now) return nothing('unknown')
  return again(
    await askPage(visit, now, frame, isPlace, form, typed),
    { about: [now.personId], target: now.rowId },
    status,
  )
}

async function askPage(
  visit: AskVisit,
  one: SchoolAsk,
  frame: PersonFrame,
  isPlace: boolean,
  form: FormState = answerForm(visit.tx.acting.today, isPlace).fill({ 'as-of': visit.tx.acting.today }),
  typed?: 'answer' | 'missing' | 'withdraw',
): Promise<Drawn> {
  const { tx } = visit
  const those = [one.askedBy, one.answeredBy].flatMap(id => id ?? [])
  const facts = isPlace ? [] : (await listFactsOn(tx, one.personId)).filter(fact => fact.askId === one.rowId)
  return html(
    <SchoolAskPage
      visitor={visit.visitor}
      frame={frame}
      ask={one}
      isPlace={isPlace}
      facts={facts}
      names={await findNames(tx, those)}
      form={form}
      typed={typed}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={tx.acting.today}
    />,
  )
}
