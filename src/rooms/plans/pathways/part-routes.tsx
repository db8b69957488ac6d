/** The register of what belongs to a pathway: steps, meetings, weeks of the timetable. */
import { z } from 'zod'
import { type Day, isDay, mondayOf } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { actorOfVisit, get, type HouseRoute, html, post, roleMay } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, versionSent } from '#web/stale.ts'
import type { PlanHouse } from '../routes/planning.ts'
import type { MoveTrouble } from './actions.ts'
import { doneForm, fillStep, fillWeek, logForm, stepForm, stepOf, weekForm, weekOfForm, whyForm } from './forms.ts'
import { KINDS } from './kinds.ts'
import { LogPage, StepPage, WeekPage } from './pages/part-pages.tsx'
import { addStep, changeStep, moveStep, writeLog, writeWeek } from './parts.ts'
import type { Pathway, PathwayStep } from './pathway.ts'
import { type StepTrouble } from './rules.ts'
import { findStep, listWeeks } from './store.ts'
import { mayWrite, type PathwayVisit, pathwayParam, withPathway, withWritable } from './visits.ts'
import { troubles } from './words.ts'

const stepParam = pathwayParam.extend({ stepId: idParam<RowId>() })
const weekParam = pathwayParam.extend({ week: z.string().refine(isDay) })
type StepVisit = PathwayVisit & { readonly params: { readonly pathwayId: RowId; readonly stepId: RowId } }
type Typed = 'content' | 'done' | 'not-needed' | undefined

export function partRoutes(house: PlanHouse): HouseRoute[] {
  return [...stepRoutes(house), ...logRoutes(house), ...weekRoutes(house)]
}

function stepRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/pathways/:pathwayId/steps/new',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) => {
          const form = stepForm(pathway.kind).fill({ stage: pathway.stage, owner: 'adviser' })
          return page(
            stepPage(visit, pathway, frame, { step: undefined, form: NO_FORM, filled: form, typed: undefined }),
            {
              about: [pathway.personId],
            },
          )
        }),
    ),
    post(
      '/pathways/:pathwayId/steps/new',
      { permission: 'plan.write', audit: 'pathway.step-added', params: pathwayParam },
      visit =>
        withPathway(house, visit, async (pathway, frame) => {
          const read = stepForm(pathway.kind).read(visit.body)
          const shown = (form: FormState) =>
            again(
              stepPage(visit, pathway, frame, { step: undefined, form, filled: form, typed: 'content' }),
              aboutOf(pathway),
            )
          if (!read.ok) return shown(read)
          const done = await addStep(visit.tx, pathway, actorOfVisit(visit).accountId, stepOf(read.value))
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          return shown(addError(read, troubles[done.why], stepAt(done.why)))
        }),
    ),
    get(
      '/pathways/:pathwayId/steps/:stepId',
      { permission: 'person.open', audit: 'pathway.step-viewed', params: stepParam },
      visit =>
        withStep(house, visit, async (pathway, frame, step) => {
          const filled = fillStep(stepForm(pathway.kind), step)
          return page(stepPage(visit, pathway, frame, { step, form: NO_FORM, filled, typed: undefined }), {
            about: [pathway.personId],
            target: step.rowId,
          })
        }),
    ),
    post(
      '/pathways/:pathwayId/steps/:stepId',
      { permission: 'plan.write', audit: 'pathway.step-changed', params: stepParam },
      visit =>
        withStep(house, visit, async (pathway, frame, step) => {
          const read = stepForm(pathway.kind).read(visit.body)
          const shown = (form: FormState, status: 409 | 422) =>
            again(
              stepPage(visit, pathway, frame, { step, form, filled: form, typed: 'content' }),
              aboutOf(pathway),
              status,
            )
          if (!read.ok) return shown(read, 422)
          const done = await changeStep(visit.tx, pathway, asShown(visit, step), stepOf(read.value))
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          return shown(addError(read, troubles[done.why], stepAt(done.why)), done.why === 'stale' ? 409 : 422)
        }),
    ),
    ...answerRoutes(house),
  ]
}

function answerRoutes(house: PlanHouse): HouseRoute[] {
  const answer = async (
    visit: StepVisit,
    of: { pathway: Pathway; frame: PersonFrame; step: PathwayStep; form: FormState; typed: Typed },
    to: { state: PathwayStep['state']; words: string },
  ): Promise<Answer> => {
    const { pathway, frame, step, form, typed } = of
    const done = await moveStep(visit.tx, pathway, asShown(visit, step), to)
    if (done.ok) return go(`/pathways/${pathway.rowId}`)
    const filled = fillStep(stepForm(pathway.kind), step)
    const shown = stepPage(visit, pathway, frame, { step, form: addError(form, troubles[done.why]), filled, typed })
    return again(shown, aboutOf(pathway), done.why === 'stale' ? 409 : 422)
  }
  const refused = (
    visit: StepVisit,
    pathway: Pathway,
    frame: PersonFrame,
    step: PathwayStep,
    form: FormState,
    typed: Typed,
  ) =>
    again(
      stepPage(visit, pathway, frame, { step, form, filled: fillStep(stepForm(pathway.kind), step), typed }),
      aboutOf(pathway),
    )
  return [
    post(
      '/pathways/:pathwayId/steps/:stepId/done',
      { permission: 'plan.write', audit: 'pathway.step-done', params: stepParam },
      visit =>
        withStep(house, visit, async (pathway, frame, step) => {
          const form = doneForm.read(visit.body)
          if (!form.ok) return refused(visit, pathway, frame, step, form, 'done')
          const to = { state: 'done', words: form.value.words ?? '' } as const
          return answer(visit, { pathway, frame, step, form, typed: 'done' }, to)
        }),
    ),
    post(
      '/pathways/:pathwayId/steps/:stepId/not-needed',
      { permission: 'plan.write', audit: 'pathway.step-not-needed', params: stepParam },
      visit =>
        withStep(house, visit, async (pathway, frame, step) => {
          const form = whyForm.read(visit.body)
          if (!form.ok) return refused(visit, pathway, frame, step, form, 'not-needed')
          const to = { state: 'not-needed', words: form.value.why } as const
          return answer(visit, { pathway, frame, step, form, typed: 'not-needed' }, to)
        }),
    ),
    post(
      '/pathways/:pathwayId/steps/:stepId/reopen',
      { permission: 'plan.write', audit: 'pathway.step-reopened', params: stepParam },
      visit =>
        withStep(house, visit, async (pathway, frame, step) =>
          answer(visit, { pathway, frame, step, form: NO_FORM, typed: undefined }, { state: 'to-do', words: '' }),
        ),
    ),
  ]
}

function logRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/pathways/:pathwayId/log',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: pathwayParam },
      visit =>
        withWritable(house, visit, async (pathway, frame) =>
          page(
            html(<LogPage {...{ frame, pathway }} visitor={visit.visitor} form={logForm.empty()} />),
            aboutOf(pathway),
          ),
        ),
    ),
    post(
      '/pathways/:pathwayId/log',
      { permission: 'plan.write', audit: 'pathway.log-written', params: pathwayParam },
      visit =>
        withPathway(house, visit, async (pathway, frame) => {
          const read = logForm.read(visit.body)
          const shown = (form: FormState) =>
            again(html(<LogPage {...{ frame, pathway, form }} visitor={visit.visitor} />), aboutOf(pathway))
          if (!read.ok) return shown(read)
          const { on, came, minutes, words, own } = read.value
          const done = await writeLog(visit.tx, pathway, actorOfVisit(visit).accountId, {
            onDay: on,
            came,
            minutes: came === 'met' ? minutes : null,
            words,
            ownWords: own ?? '',
          })
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          const at = done.why === 'log-ahead' || done.why === 'log-before' ? 'on' : undefined
          return shown(addError(read, troubles[done.why], at))
        }),
    ),
  ]
}

function weekRoutes(house: PlanHouse): HouseRoute[] {
  return [
    get(
      '/pathways/:pathwayId/weeks/:week',
      { permission: 'plan.write', audit: 'pathway.form-opened', params: weekParam },
      visit =>
        withWeek(house, visit, withWritable, async (pathway, frame, weekOf) => {
          const weeks = await listWeeks(visit.tx, pathway.rowId)
          const week = weeks.find(one => one.weekOf === weekOf)
          const before = weeks.findLast(one => one.weekOf < weekOf)
          return page(
            weekPage(visit, pathway, frame, weekOf, week?.version ?? 0, fillWeek(week, before)),
            aboutOf(pathway),
          )
        }),
    ),
    post(
      '/pathways/:pathwayId/weeks/:week',
      { permission: 'plan.write', audit: 'pathway.changed', params: weekParam },
      visit =>
        withWeek(house, visit, withPathway, async (pathway, frame, weekOf) => {
          const version = versionSent(visit)
          const read = weekForm.read(visit.body)
          if (!read.ok) return again(weekPage(visit, pathway, frame, weekOf, version, read), aboutOf(pathway))
          const by = actorOfVisit(visit).accountId
          const done = await writeWeek(visit.tx, pathway, by, { ...weekOfForm(read.value), weekOf, version })
          if (done.ok) return go(`/pathways/${pathway.rowId}`)
          const at = done.why === 'came-more' || done.why === 'came-ahead' ? 'came-0' : undefined
          const now = (await listWeeks(visit.tx, pathway.rowId)).find(one => one.weekOf === weekOf)
          const form = addError(read, troubles[done.why], at)
          const isStale = done.why === 'stale'
          const shown = weekPage(visit, pathway, frame, weekOf, isStale ? (now?.version ?? 0) : version, form)
          return again(shown, aboutOf(pathway), isStale ? 409 : 422)
        }),
    ),
  ]
}

/** At which field of a step a trouble is told. */
function stepAt(why: MoveTrouble | StepTrouble): 'due' | 'owner-name' | undefined {
  if (why === 'due-far') return 'due'
  return why === 'owner-unnamed' ? 'owner-name' : undefined
}

const aboutOf = ({ personId, rowId }: Pathway) => ({ about: [personId], target: rowId })

async function withStep(
  house: PlanHouse,
  visit: StepVisit,
  work: (pathway: Pathway, frame: PersonFrame, step: PathwayStep) => Promise<Answer>,
): Promise<Answer> {
  return withPathway(house, visit, async (pathway, frame) => {
    const step = await findStep(visit.tx, visit.params.stepId)
    return step?.pathwayId === pathway.rowId ? work(pathway, frame, step) : nothing('unknown', [pathway.personId])
  })
}

/** A week of a kind that has a timetable, by its Monday; another day leads to that. */
function withWeek(
  house: PlanHouse,
  visit: PathwayVisit & { readonly params: { readonly pathwayId: RowId; readonly week: string } },
  through: typeof withPathway,
  work: (pathway: Pathway, frame: PersonFrame, weekOf: Day) => Promise<Answer>,
): Promise<Answer> {
  return through(house, visit, async (pathway, frame) => {
    if (!KINDS[pathway.kind].hasWeeks) return nothing('unknown', [pathway.personId])
    return work(pathway, frame, mondayOf(visit.params.week as Day))
  })
}

function stepPage(
  visit: PathwayVisit,
  pathway: Pathway,
  frame: PersonFrame,
  of: { step: PathwayStep | undefined; form: FormState; filled: FormState; typed: Typed },
): Drawn {
  return html(
    <StepPage
      {...{ frame, pathway, ...of }}
      visitor={visit.visitor}
      today={visit.tx.acting.today}
      mayWrite={
        mayWrite(visit) && (of.typed !== undefined || (pathway.state !== 'ended' && frame.person.diedOn === null))
      }
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
    />,
  )
}

function weekPage(
  visit: PathwayVisit,
  pathway: Pathway,
  frame: PersonFrame,
  weekOf: Day,
  version: number,
  form: FormState,
): Drawn {
  return html(<WeekPage {...{ frame, pathway, weekOf, version, form }} visitor={visit.visitor} />)
}
