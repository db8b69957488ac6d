/** The register of what is written down of a talk, each on a page of its own. */
import { z } from 'zod'
import { get, type HouseRoute, html, post } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isStale } from '#web/stale.ts'
import { newestOf } from '../school-data/rules.ts'
import { listFactsOn } from '../school-data/store.ts'
import { holdTalk, noteAim, sayMarks, type TalkTrouble } from './actions.ts'
import { aimForm, filledAim, filledMarks, holdForm, marksForm, marksIn, noteOf } from './forms.ts'
import type { Session, TalkHouse } from './house.ts'
import { AimPage, HoldPage, LearntPage } from './pages/forms-pages.tsx'
import { OwnPage, OwnThanksPage } from './pages/own-page.tsx'
import { marksOf } from './rules.ts'
import { type TalkVisit, talkParam, withTalk } from './shared.ts'
import { findTalk, listMarks } from './store.ts'
import type { OwnHow, Side, Talk } from './talk.ts'
import { en, troubles } from './words.ts'

const permission = 'talk.use'
const doneQuery = z.object({ done: z.literal('1').optional().catch(undefined) })
const aboutOf = (talk: Talk) => ({ about: [talk.personId], target: talk.rowId })
const statusOf = (why: string) => (why === 'stale' ? 409 : 422)

export function formRoutes(house: TalkHouse): HouseRoute[] {
  return [
    get('/talks/:talkId/aim', { permission, audit: 'talk.form-opened', params: talkParam }, visit =>
      open(house, visit, async (talk, frame) =>
        page(await aimPage(house, visit, talk, frame, filledAim(talk, visit.tx.acting.today)), aboutOf(talk)),
      ),
    ),
    post('/talks/:talkId/aim', { permission, audit: 'talk.aim-noted', params: talkParam }, visit =>
      open(house, visit, (talk, frame) => aim(house, visit, talk, frame)),
    ),
    get('/talks/:talkId/session', { permission, audit: 'talk.form-opened', params: talkParam }, visit =>
      open(house, visit, async (talk, frame) => {
        const sessions = await sessionsOf(house, visit, talk)
        const form = holdForm(sessions.map(one => one.rowId)).fill({
          ...{ session: talk.contactId ?? '', about: talk.about },
        })
        return page(drawHold(visit, talk, frame, sessions, form), aboutOf(talk))
      }),
    ),
    post('/talks/:talkId/session', { permission, audit: 'talk.held', params: talkParam }, visit =>
      open(house, visit, (talk, frame) => hold(house, visit, talk, frame)),
    ),
    get('/talks/:talkId/learnt', { permission, audit: 'talk.form-opened', params: talkParam }, visit =>
      held(house, visit, async (talk, frame) =>
        page(drawSide(visit, talk, frame, 'adviser', await knownSide(visit, talk, 'adviser')), aboutOf(talk)),
      ),
    ),
    post('/talks/:talkId/learnt', { permission, audit: 'talk.learnt-noted', params: talkParam }, visit =>
      held(house, visit, (talk, frame) => say(visit, talk, frame, 'adviser')),
    ),
    get('/talks/:talkId/own', { permission, audit: 'talk.own-opened', params: talkParam, query: doneQuery }, visit =>
      held(house, visit, async (talk, frame) => {
        const given = frame.person.given
        if (visit.query.done === '1' && talk.ownOn !== null)
          return page(html(<OwnThanksPage visitor={visit.visitor} talk={talk} given={given} />), aboutOf(talk))
        return page(
          drawSide(visit, talk, frame, 'young-person', await knownSide(visit, talk, 'young-person')),
          aboutOf(talk),
        )
      }),
    ),
    post('/talks/:talkId/own', { permission, audit: 'talk.own-said', params: talkParam }, visit =>
      held(house, visit, (talk, frame) => say(visit, talk, frame, 'young-person')),
    ),
  ]
}

/** One that was not called off, of somebody alive. */
function open(
  house: TalkHouse,
  visit: TalkVisit,
  work: (talk: Talk, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return withTalk(house, visit, async (talk, frame) => {
    if (frame.person.diedOn !== null) return nothing('died', [talk.personId])
    return talk.state === 'dropped' ? go(`/talks/${talk.rowId}`) : work(talk, frame)
  })
}

/** One that was held: before that there is nothing to say of it. */
function held(
  house: TalkHouse,
  visit: TalkVisit,
  work: (talk: Talk, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return open(house, visit, async (talk, frame) =>
    talk.state === 'held' ? work(talk, frame) : go(`/talks/${talk.rowId}/session`),
  )
}

async function aimPage(
  house: TalkHouse,
  visit: TalkVisit,
  talk: Talk,
  frame: PersonFrame,
  form: FormState,
): Promise<Drawn> {
  const { tx } = visit
  return html(
    <AimPage
      visitor={visit.visitor}
      frame={frame}
      talk={talk}
      form={form}
      facts={newestOf(await listFactsOn(tx, talk.personId)).newest}
      aims={await house.aimsOf(tx, talk.personId)}
      isStale={visit.body !== undefined && 'version' in visit.body && isStale(visit, talk)}
      today={tx.acting.today}
    />,
  )
}

async function aim(house: TalkHouse, visit: TalkVisit, talk: Talk, frame: PersonFrame): Promise<Answer> {
  const read = aimForm(visit.tx.acting.today).read(visit.body)
  const shown = async (form: FormState, status: 409 | 422) =>
    again(await aimPage(house, visit, talk, frame, form), aboutOf(talk), status)
  if (!read.ok) return shown(read, 422)
  const note = noteOf(read.value)
  // Sent twice it is kept once.
  if (isStale(visit, talk) && isSame(note, talk)) return go(`/talks/${talk.rowId}`)
  const done = await noteAim(visit.tx, asShown(visit, talk), note)
  if (done.ok) return go(`/talks/${talk.rowId}`)
  if (done.why === 'source') return shown(addError(read, en.missingSource, 'aim-source'), 422)
  if (done.why === 'ahead') return shown(addError(read, en.ahead, 'aim-on'), 422)
  return shown(addError(read, troubles[done.why]), statusOf(done.why))
}

function isSame(note: ReturnType<typeof noteOf>, talk: Talk): boolean {
  return (Object.keys(note) as (keyof typeof note)[]).every(key => note[key] === talk[key])
}

/** Sessions that may be it: of one that is tied already, that one alone. */
async function sessionsOf(house: TalkHouse, { tx }: TalkVisit, talk: Talk): Promise<readonly Session[]> {
  if (talk.contactId === null) return house.sessionsOf(tx, talk.personId)
  const session = await house.sessionOf(tx, talk.contactId)
  return session?.personId === talk.personId ? [session] : []
}

function drawHold(
  visit: TalkVisit,
  talk: Talk,
  frame: PersonFrame,
  sessions: readonly Session[],
  form: FormState,
): Drawn {
  return html(<HoldPage visitor={visit.visitor} frame={frame} talk={talk} sessions={sessions} form={form} />)
}

async function hold(house: TalkHouse, visit: TalkVisit, talk: Talk, frame: PersonFrame): Promise<Answer> {
  const sessions = await sessionsOf(house, visit, talk)
  const read = holdForm(sessions.map(one => one.rowId)).read(visit.body)
  const shown = async (form: FormState, status: 409 | 422) =>
    again(drawHold(visit, talk, frame, sessions, form), aboutOf(talk), status)
  if (!read.ok) return shown(read, 422)
  const session = sessions.find(one => one.rowId === read.value.session)
  if (session?.personId !== talk.personId) return shown(addError(read, en.missingWhich, 'session'), 422)
  const { about } = read.value
  if (isStale(visit, talk) && talk.contactId === session.rowId && talk.about === about)
    return go(`/talks/${talk.rowId}`)
  const done = await holdTalk(visit.tx, asShown(visit, talk), session, about)
  // Kept close as its session is, it may be no more theirs to see: the list is.
  if (done.ok)
    return go((await findTalk(visit.tx, talk.rowId)) ? `/talks/${talk.rowId}` : `/people/${talk.personId}/talks`)
  if (done.why === 'taken') return shown(addError(read, en.taken, 'session'), 422)
  return shown(addError(read, troubles[done.why]), statusOf(done.why))
}

async function knownSide({ tx }: TalkVisit, talk: Talk, side: Side): Promise<FormState> {
  return filledMarks(marksOf(side), side, await listMarks(tx, talk.rowId), talk)
}

function drawSide(visit: TalkVisit, talk: Talk, frame: PersonFrame, side: Side, form: FormState): Drawn {
  const { visitor } = visit
  return side === 'adviser'
    ? html(<LearntPage visitor={visitor} frame={frame} talk={talk} form={form} />)
    : html(<OwnPage visitor={visitor} talk={talk} given={frame.person.given} form={form} />)
}

async function say(visit: TalkVisit, talk: Talk, frame: PersonFrame, side: Side): Promise<Answer> {
  const { tx } = visit
  const isOwn = side === 'young-person'
  const there = isOwn ? `/talks/${talk.rowId}/own?done=1` : `/talks/${talk.rowId}`
  const of = marksOf(side)
  const read = marksForm(of, isOwn).read(visit.body)
  const shown = (form: FormState, status: 409 | 422) =>
    again(drawSide(visit, talk, frame, side, form), aboutOf(talk), status)
  if (!read.ok) return shown(read, 422)
  const marks = marksIn(of, read.value)
  const own = isOwn ? { how: read.value['own-how'] as OwnHow, words: read.value['own-words'] ?? '' } : null
  if (isStale(visit, talk) && (await isSaid(visit, talk, side, marks))) return go(there)
  const done = await sayMarks(tx, asShown(visit, talk), side, marks, own)
  if (done.ok) return go(there)
  const first = of[0] === undefined ? undefined : `said-${of[0]}`
  if (done.why === 'nothing') return shown(addError(read, en.nothingSaid, first), 422)
  const why: TalkTrouble | 'not-held' = done.why
  return shown(addError(read, why === 'not-held' ? en.notHeld : troubles[why]), statusOf(why))
}

/** Whether all of it stands already: the same form, sent twice. */
async function isSaid({ tx }: TalkVisit, talk: Talk, side: Side, said: ReturnType<typeof marksIn>): Promise<boolean> {
  const known = (await listMarks(tx, talk.rowId)).filter(one => one.side === side)
  return (
    said.length > 0 &&
    said.every(one => known.some(k => k.mark === one.mark && k.said === one.said && k.evidence === one.evidence))
  )
}
