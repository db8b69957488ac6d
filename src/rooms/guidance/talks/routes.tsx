/** The register of talks: begun, their aim noted, tied to a session, what either side takes from it. */
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { framed, personParam } from '../framed.ts'
import { newestOf } from '../school-data/rules.ts'
import { listFactsOn } from '../school-data/store.ts'
import { beginTalk, dropTalk, endNeed, noteNeed } from './actions.ts'
import { formRoutes } from './form-routes.tsx'
import { dropForm, needForm } from './forms.ts'
import type { Session, TalkHouse } from './house.ts'
import { TalksPage } from './pages/list-page.tsx'
import { TalkPage, type TalkTyped } from './pages/talk-page.tsx'
import { factorOfNeed, needsOffered } from './rules.ts'
import { type TalkVisit, talkParam, withTalk } from './shared.ts'
import { listMarks, listNeeds, listTalksOn } from './store.ts'
import type { NeedKind, Talk, TalkNeed } from './talk.ts'
import { en, troubles } from './words.ts'

const needParam = talkParam.extend({ needId: idParam<RowId>() })
const permission = 'talk.use'

export function talkRoutes(house: TalkHouse): HouseRoute[] {
  return [
    get('/people/:personId/talks', { permission, audit: 'talk.of-person-viewed', params: personParam }, visit =>
      framed(house, visit, async frame => {
        const { tx } = visit
        return page(
          html(
            <TalksPage
              visitor={visit.visitor}
              frame={frame}
              talks={await listTalksOn(tx, frame.person.id)}
              meetings={await house.meetingsOf(tx, frame.person.id)}
              today={tx.acting.today}
            />,
          ),
          { about: [frame.person.id] },
        )
      }),
    ),
    post('/people/:personId/talks', { permission, audit: 'talk.begun', params: personParam }, visit =>
      framed(house, visit, async frame => {
        const { id } = frame.person
        const asked = visit.body['appointment']
        const meetings = await house.meetingsOf(visit.tx, id)
        const meeting = meetings.find(one => one.rowId === asked) ?? null
        // What was arranged when the page was drawn, and is no longer: the page of now says what is.
        if (asked !== undefined && meeting === null) return go(`/people/${id}/talks`)
        const done = await beginTalk(visit.tx, id, actorOfVisit(visit).accountId, meeting)
        return done.ok ? go(`/talks/${done.value}`) : nothing(done.why, [id])
      }),
    ),
    get('/talks/:talkId', { permission, audit: 'talk.viewed', params: talkParam }, visit =>
      withTalk(house, visit, async (talk, frame) =>
        page(await talkPage(house, visit, talk, frame), { about: [talk.personId], target: talk.rowId }),
      ),
    ),
    post('/talks/:talkId/needs', { permission, audit: 'talk.need-noted', params: talkParam }, visit =>
      withTalk(house, visit, (talk, frame) => need(house, visit, talk, frame)),
    ),
    post('/talks/:talkId/needs/:needId/over', { permission, audit: 'talk.need-over', params: needParam }, visit =>
      withTalk(house, visit, async (talk, frame) => {
        if (frame.person.diedOn !== null) return nothing('died', [talk.personId])
        // Pressed twice it is over once.
        await endNeed(visit.tx, talk, visit.params.needId)
        return go(`/talks/${talk.rowId}`)
      }),
    ),
    post('/talks/:talkId/drop', { permission, audit: 'talk.dropped', params: talkParam }, visit =>
      withTalk(house, visit, async (talk, frame) => {
        const here = `/talks/${talk.rowId}`
        if (talk.state === 'dropped' && isNext(visit, talk)) return go(here)
        const read = dropForm.read(visit.body)
        const shown = async (form: FormState, status: 409 | 422) =>
          again(
            await talkPage(house, visit, talk, frame, form, 'drop'),
            { about: [talk.personId], target: talk.rowId },
            status,
          )
        if (!read.ok) return shown(read, 422)
        const done = await dropTalk(visit.tx, asShown(visit, talk), read.value.why)
        if (done.ok) return go(here)
        return shown(addError(read, troubles[done.why]), done.why === 'stale' ? 409 : 422)
      }),
    ),
    ...formRoutes(house),
  ]
}

async function need(house: TalkHouse, visit: TalkVisit, talk: Talk, frame: PersonFrame): Promise<Answer> {
  const about = { about: [talk.personId], target: talk.rowId }
  const read = needForm(needsOffered(frame.seen)).read(visit.body)
  if (!read.ok) return again(await talkPage(house, visit, talk, frame, read, 'need'), about)
  const done = await noteNeed(visit.tx, talk, actorOfVisit(visit).accountId, {
    kind: read.value.kind as NeedKind,
    words: read.value.words ?? '',
  })
  if (done.ok) return go(`/talks/${talk.rowId}#need-${done.value}`)
  if (done.why === 'not-theirs') return nothing('class', [talk.personId])
  const told = addError(read, done.why === 'died' ? en.died : en.dropped)
  return again(await talkPage(house, visit, talk, frame, told, 'need'), about)
}

/** Each need with the factor that looks at it in depth, for those who may write an assessment. */
async function withPaths(
  house: TalkHouse,
  visit: TalkVisit,
  { person, seen }: PersonFrame,
  needs: readonly TalkNeed[],
): Promise<(TalkNeed & { readonly factorPath: string | undefined })[]> {
  const may = person.diedOn === null && seen.has('assessment') && roleMay(actorOfVisit(visit).role, 'assessment.write')
  const pathOf = may && needs.length > 0 ? await house.factorPaths(visit.tx, person.id) : undefined
  return needs.map(one => {
    const factor = factorOfNeed(one.kind)
    return { ...one, factorPath: factor === undefined ? undefined : pathOf?.(factor) }
  })
}

/** The session it was, where that is of the same young person still: records that were joined may have been taken apart since. */
async function sessionIn(house: TalkHouse, { tx }: TalkVisit, talk: Talk): Promise<Session | undefined> {
  const session = talk.contactId === null ? undefined : await house.sessionOf(tx, talk.contactId)
  return session?.personId === talk.personId ? session : undefined
}

async function talkPage(
  house: TalkHouse,
  visit: TalkVisit,
  talk: Talk,
  frame: PersonFrame,
  form: FormState = NO_FORM,
  typed?: TalkTyped,
): Promise<Drawn> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  return html(
    <TalkPage
      visitor={visit.visitor}
      frame={frame}
      talk={talk}
      facts={newestOf(await listFactsOn(tx, talk.personId)).newest}
      aims={await house.aimsOf(tx, talk.personId)}
      session={await sessionIn(house, visit, talk)}
      marks={await listMarks(tx, talk.rowId)}
      needs={await withPaths(house, visit, frame, await listNeeds(tx, talk.rowId))}
      offered={needsOffered(frame.seen)}
      mayRefer={roleMay(role, 'referral.use') && frame.person.diedOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
      names={await findNames(tx, [talk.madeBy])}
      form={form}
      typed={typed}
      today={tx.acting.today}
    />,
  )
}
