/** The register of pathways: all of somebody, one that is started, and one as it goes on. */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { type PersonVisit, type PlanHouse, type Planning, personParam, withPlan } from '../routes/planning.ts'
import { listGoals } from '../store.ts'
import {
  changePathway,
  endPathway,
  listMentors,
  listWorkable,
  type MoveTrouble,
  type OpenTrouble,
  openPathway,
  pausePathway,
  resumePathway,
  sayYes,
  withdrawYes,
} from './actions.ts'
import {
  contentOf,
  endForm,
  fillPathway,
  kindForm,
  type Offered,
  PATHWAY_AT,
  pathwayForm,
  saidForm,
  saidOf,
  whyForm,
} from './forms.ts'
import { KINDS } from './kinds.ts'
import { PathwayFormPage } from './pages/form-page.tsx'
import { KindPage, PathwaysPage } from './pages/list-page.tsx'
import { EndPage } from './pages/part-pages.tsx'
import { PathwayPage, type Typed } from './pages/pathway-page.tsx'
import { partRoutes } from './part-routes.tsx'
import { PATHWAY_KINDS, type Pathway, type PathwayKind } from './pathway.ts'
import { listLinesOn, readPathway } from './reading.ts'
import { mayKnow } from './rules.ts'
import { listSteps } from './store.ts'
import { mayWrite, type PathwayVisit, pathwayParam, withPathway, withWritable } from './visits.ts'
import { en, troubles } from './words.ts'

const kindQuery = z.object({
  kind: z
    .enum(['', ...PATHWAY_KINDS])
    .catch('')
    .default(''),
})
type StartVisit = Visit<{ personId: PersonId }, { kind: PathwayKind | '' }>

export function pathwayRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/pathways',
      { permission: 'person.open', audit: 'pathway.list-viewed', params: personParam },
      visit =>
        withPlan(house, visit, async ({ frame }) => {
          const { id } = frame.person
          return page(
            html(
              <PathwaysPage
                visitor={visit.visitor}
                frame={frame}
                lines={await listLinesOn(visit.tx, id, frame.seen)}
                mayStart={offeredKinds(visit, frame).length > 0}
                today={visit.tx.acting.today}
              />,
            ),
            { about: [id] },
          )
        }),
    ),
    get(
      '/people/:personId/pathways/new',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: personParam, query: kindQuery },
      visit =>
        withStart(house, visit, async (planning, kind) => {
          const about = { about: [planning.frame.person.id] }
          if (kind === undefined) return page(kindPage(visit, planning, NO_FORM), about)
          const offered = await offeredOn(visit, planning.frame)
          return page(startPage(visit, planning.frame, kind, offered, startForm(kind, offered)), about)
        }),
    ),
    post(
      '/people/:personId/pathways/new',
      { permission: 'plan.write', audit: 'pathway.opened', params: personParam, query: kindQuery },
      visit =>
        withStart(house, visit, async (planning, kind) => {
          const { frame } = planning
          const { id } = frame.person
          const about = { about: [id] }
          if (kind === undefined) return again(kindPage(visit, planning, kindForm([]).read({})), about)
          const offered = await offeredOn(visit, frame)
          const read = pathwayForm(kind, offered).read(visit.body)
          if (!read.ok) return again(startPage(visit, frame, kind, offered, read), about)
          const opening = { kind, content: contentOf(kind, read.value), said: saidOf(read.value) }
          const done = await openPathway(visit.tx, id, actorOfVisit(visit).accountId, opening)
          if (done.ok) return go(`/pathways/${done.value}`)
          if (done.why === 'not-theirs') return nothing('class', [id])
          return again(startPage(visit, frame, kind, offered, told(read, kind, done.why)), about)
        }),
    ),
    get('/pathways/:pathwayId', { permission: 'person.open', audit: 'pathway.viewed', params: pathwayParam }, visit =>
      withPathway(house, visit, async (pathway, frame) =>
        page(await onePage(visit, pathway, frame, NO_FORM, undefined), aboutOf(pathway)),
      ),
    ),
    get(
      '/pathways/:pathwayId/change',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) => {
          const offered = await offeredOn(visit, frame, pathway)
          const form = fillPathway(pathwayForm(pathway.kind, offered), pathway)
          return page(changePage(visit, frame, pathway, offered, form), aboutOf(pathway))
        }),
    ),
    post(
      '/pathways/:pathwayId/change',
      { permission: 'plan.write', audit: 'pathway.changed', params: pathwayParam },
      visit =>
        withPathway(house, visit, async (pathway, frame) => {
          const offered = await offeredOn(visit, frame, pathway)
          const read = pathwayForm(pathway.kind, offered).read(visit.body)
          const shown = (form: FormState, status?: 409) =>
            again(changePage(visit, frame, pathway, offered, form), aboutOf(pathway), status ?? 422)
          if (!read.ok) return shown(read)
          const done = await changePathway(visit.tx, asShown(visit, pathway), contentOf(pathway.kind, read.value))
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          return shown(told(read, pathway.kind, done.why), done.why === 'stale' ? 409 : undefined)
        }),
    ),
    ...movingRoutes(house),
    ...partRoutes(house),
  ]
}

/** What ends it, or stops it for a while. */
function movingRoutes(house: PlanHouse): HouseRoute[] {
  return [
    post(
      '/pathways/:pathwayId/pause',
      { permission: 'plan.write', audit: 'pathway.paused', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) => {
          const read = whyForm.read(visit.body)
          if (!read.ok) return again(await onePage(visit, pathway, frame, read, 'pause'), aboutOf(pathway))
          const done = await pausePathway(visit.tx, asShown(visit, pathway), read.value.why)
          return done.ok ? go(`/pathways/${pathway.rowId}`) : late(visit, pathway, frame, read, 'pause', done.why)
        }),
    ),
    post(
      '/pathways/:pathwayId/resume',
      { permission: 'plan.write', audit: 'pathway.resumed', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) => {
          const done = await resumePathway(visit.tx, asShown(visit, pathway))
          return done.ok ? go(`/pathways/${pathway.rowId}`) : late(visit, pathway, frame, NO_FORM, undefined, done.why)
        }),
    ),
    saidRoute(house, 'withdraw', 'pathway.ended', withdrawYes),
    saidRoute(house, 'yes', 'pathway.changed', sayYes),
    get(
      '/pathways/:pathwayId/end',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) =>
          page(await endPage(visit, pathway, frame, endForm(pathway.kind).empty()), aboutOf(pathway)),
        ),
    ),
    post(
      '/pathways/:pathwayId/end',
      { permission: 'plan.write', audit: 'pathway.ended', params: pathwayParam },
      visit =>
        withPathway(house, visit, async (pathway, frame) => {
          // Pressed twice it is ended once.
          if (pathway.state === 'ended' && isNext(visit, pathway)) return go(`/pathways/${pathway.rowId}`)
          const read = endForm(pathway.kind).read(visit.body)
          if (!read.ok) return again(await endPage(visit, pathway, frame, read), aboutOf(pathway))
          const done = await endPathway(visit.tx, asShown(visit, pathway), read.value)
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          const form = addError(read, troubles[done.why])
          return again(await endPage(visit, pathway, frame, form), aboutOf(pathway), done.why === 'stale' ? 409 : 422)
        }),
    ),
  ]
}

/** What the young person says to work with their family that goes on: no, which ends it, or a yes that was not asked before. */
function saidRoute(
  house: PlanHouse,
  says: 'withdraw' | 'yes',
  audit: string,
  act: typeof withdrawYes | typeof sayYes,
): HouseRoute {
  return post(`/pathways/:pathwayId/${says}`, { permission: 'plan.write', audit, params: pathwayParam }, visit =>
    withWritable(house, visit, async (pathway, frame) => {
      const read = saidForm.read(visit.body)
      if (!read.ok) return again(await onePage(visit, pathway, frame, read, says), aboutOf(pathway))
      const done = await act(visit.tx, asShown(visit, pathway), read.value.said ?? '')
      if (done.ok) return go(`/pathways/${pathway.rowId}`)
      return done.why === 'not-offered'
        ? go(`/pathways/${pathway.rowId}`)
        : late(visit, pathway, frame, read, says, done.why)
    }),
  )
}

const aboutOf = ({ personId, rowId }: Pathway) => ({ about: [personId], target: rowId })

/** Kinds the visitor may start: those whose parts of the record they see; none of somebody who has died. */
function offeredKinds(visit: Visit<unknown, unknown>, frame: PersonFrame): readonly PathwayKind[] {
  if (!mayWrite(visit) || frame.person.diedOn !== null) return []
  return PATHWAY_KINDS.filter(kind => mayKnow(kind, frame.seen))
}

/** A kind whose part is not seen is as one that is none: the page on which one chooses (K8). */
function withStart(
  house: PlanHouse,
  visit: StartVisit,
  work: (planning: Planning, kind: PathwayKind | undefined) => Promise<Answer>,
): Promise<Answer> {
  return withPlan(house, visit, async planning => {
    const { id } = planning.frame.person
    if (planning.frame.person.diedOn !== null) return go(`/people/${id}/pathways`)
    const kinds = offeredKinds(visit, planning.frame)
    return work(
      planning,
      kinds.find(kind => kind === visit.query.kind),
    )
  })
}

async function offeredOn(visit: Visit<unknown, unknown>, frame: PersonFrame, pathway?: Pathway): Promise<Offered> {
  const { tx } = visit
  const { id } = frame.person
  const who = await listWorkable(tx, id)
  return {
    goals: (await listGoals(tx, id)).filter(goal => goal.state === 'open' || goal.rowId === pathway?.goalId),
    adults:
      pathway?.adultId && !who.some(one => one.rowId === pathway.adultId) ? [...who, goneAdult(pathway.adultId)] : who,
    colleagues: await listMentors(tx),
  }
}

/** An adult who is no longer there, or never to be told anything by now: the form can be kept as it is. */
const goneAdult = (rowId: RowId) => ({ rowId, name: en.adultGone, relationship: '' })

function told(form: FormState, kind: PathwayKind, why: OpenTrouble | MoveTrouble): FormState {
  const whose = { named: 'with-name', family: 'adult', mentor: 'mentor', none: undefined }[KINDS[kind].who]
  const at = why === 'who-missing' || why === 'who-both' ? whose : PATHWAY_AT[why as keyof typeof PATHWAY_AT]
  return at === undefined ? addError(form, troubles[why]) : addError(form, troubles[why], at)
}

/** The form one starts with: in the first stage, unless another is chosen. */
function startForm(kind: PathwayKind, offered: Offered): FormState {
  return pathwayForm(kind, offered).fill({ stage: KINDS[kind].stages[0] ?? null })
}

function kindPage(visit: PersonVisit, { frame }: Planning, form: FormState): Drawn {
  return html(<KindPage visitor={visit.visitor} frame={frame} form={form} offered={offeredKinds(visit, frame)} />)
}

function startPage(
  visit: PersonVisit,
  frame: PersonFrame,
  kind: PathwayKind,
  offered: Offered,
  form: FormState,
): Drawn {
  const { today } = visit.tx.acting
  return html(
    <PathwayFormPage {...{ frame, kind, offered, form, today }} visitor={visit.visitor} pathway={undefined} />,
  )
}

function changePage(
  visit: PathwayVisit,
  frame: PersonFrame,
  pathway: Pathway,
  offered: Offered,
  form: FormState,
): Drawn {
  const { today } = visit.tx.acting
  return html(
    <PathwayFormPage {...{ frame, pathway, offered, form, today }} kind={pathway.kind} visitor={visit.visitor} />,
  )
}

async function endPage(visit: PathwayVisit, pathway: Pathway, frame: PersonFrame, form: FormState): Promise<Drawn> {
  const toDo = (await listSteps(visit.tx, [pathway.rowId])).filter(one => one.state === 'to-do').length
  return html(<EndPage {...{ frame, pathway, form, toDo }} visitor={visit.visitor} />)
}

async function late(
  visit: PathwayVisit,
  pathway: Pathway,
  frame: PersonFrame,
  form: FormState,
  typed: Typed,
  why: MoveTrouble | 'not-theirs-to-say',
): Promise<Answer> {
  const shown = await onePage(visit, pathway, frame, addError(form, troubles[why]), typed)
  return again(shown, aboutOf(pathway), why === 'stale' ? 409 : 422)
}

async function onePage(
  visit: PathwayVisit,
  pathway: Pathway,
  frame: PersonFrame,
  form: FormState,
  typed: Typed,
): Promise<Drawn> {
  return html(
    <PathwayPage
      {...{ frame, form, typed }}
      visitor={visit.visitor}
      shown={await readPathway(visit.tx, pathway)}
      mayWrite={mayWrite(visit) && frame.person.diedOn === null}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      today={visit.tx.acting.today}
    />,
  )
}
