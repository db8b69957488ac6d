/** The register of programmes: what they are, their stages, who is on them, and what leavers taught. */
import { z } from 'zod'
import { asHouse, type Tx, together } from '#ground/database/tx.ts'
import { addMonths } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
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
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import {
  addLesson,
  addProgramme,
  addStage,
  changeProgramme,
  changeStage,
  closeProgramme,
  finishLesson,
} from '../actions/keeping.ts'
import { addProgrammeForm, changeOf, changeProgrammeForm, fillProgramme, lessonForm, stageForm } from '../forms.ts'
import type { ProgrammeHouse } from '../house.ts'
import { KeepProgrammePage, StagePage } from '../pages/keep-pages.tsx'
import { ProgrammesPage } from '../pages/list-page.tsx'
import { ProgrammePage } from '../pages/programme-pages.tsx'
import type { PlaceLine, Programme, Stage, StageContent } from '../programme.ts'
import { listLed, listOnProgrammes, listPlaces } from '../store/places.ts'
import { countEnded, findProgramme, listLessons, listProgrammes, listStages } from '../store/programmes.ts'
import { en } from '../words.ts'

const MOST = 500
const MOST_ALONE = 200
const OVER_MONTHS = 12
const OPEN = ['waiting', 'on'] as const
const OVER = ['completed', 'left', 'not-started'] as const

const programmeParam = z.object({ programmeId: idParam<RowId>() })
const stageParam = programmeParam.extend({ position: z.coerce.number().int().min(1).max(12) })
const lessonParam = programmeParam.extend({ lessonId: idParam<RowId>() })
const showQuery = z.object({ show: z.enum(['now', 'over']).catch('now').default('now') })
type ProgrammeVisit = Visit<{ programmeId: RowId }, unknown>

/** A partner sees the programmes it runs; staff see all. */
async function findShown(visit: ProgrammeVisit): Promise<Programme | undefined> {
  const programme = await findProgramme(visit.tx, visit.params.programmeId)
  const { role, organisationId } = actorOfVisit(visit)
  const isPartner = role === 'partner-practitioner'
  return programme !== undefined && (!isPartner || programme.organisationId === organisationId) ? programme : undefined
}

async function runByOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name]))
}

/** Of those on programmes, whom nobody leads for; asked of everybody anew only where the list before was cut. */
async function listAloneOf(tx: Tx, places: readonly Pick<PlaceLine, 'personId'>[]): Promise<readonly PlaceLine[]> {
  const wanted = { programmeId: null, states: OPEN, alone: true }
  if (places.length === MOST) return listPlaces(tx, wanted, MOST_ALONE)
  const ids = [...new Set(places.map(one => one.personId))]
  const led = await listLed(tx, ids)
  const alone = ids.filter(id => !led.has(id))
  return alone.length === 0 ? [] : listPlaces(tx, { ...wanted, of: alone }, MOST_ALONE)
}

export function programmeRoutes(house: ProgrammeHouse): HouseRoute[] {
  const keep = { permission: 'programme.keep' } as const
  return [
    get('/programmes', { permission: 'programme.see', audit: 'programme.list-viewed' }, async visit => {
      const { tx } = visit
      const { role, organisationId } = actorOfVisit(visit)
      const isPlace = role === 'partner-practitioner'
      const [all, runBy, places] = await together([listProgrammes(tx), runByOf(tx), listOnProgrammes(tx, OPEN, MOST)])
      const programmes = isPlace ? all.filter(one => one.organisationId === organisationId) : all
      const ids = programmes.map(one => one.id)
      const seesRecords = !isPlace && roleMay(role, 'person.open')
      const [stages, alone] = await together([
        listStages(tx, ids),
        seesRecords ? listAloneOf(tx, places) : Promise.resolve(undefined),
      ])
      return page(
        html(
          <ProgrammesPage
            visitor={visit.visitor}
            programmes={programmes}
            runBy={runBy}
            stages={stages}
            places={places}
            alone={alone}
            isPlace={isPlace}
            mayKeep={roleMay(role, 'programme.keep')}
          />,
        ),
        { about: (alone ?? []).map(one => one.personId) },
      )
    }),
    get('/programmes/new', { ...keep, audit: { none: 'an empty form' } }, async visit => {
      const { form, shown } = await offered(visit)
      return page(shown(form.fill({ 'min-age': 16, 'max-age': 18, asks: ['lead'] })))
    }),
    post('/programmes/new', { ...keep, audit: 'programme.added' }, async visit => {
      const { form, shown } = await offered(visit)
      const read = form.read(visit.body)
      if (!read.ok) return again(shown(read))
      const { value } = read
      const done = await addProgramme(visit.tx, {
        ...changeOf(value),
        organisationId: value['run-by'] as Programme['organisationId'],
        discloses: value.tells === null ? 0 : CLASS_BITS[value.tells],
      })
      if (done.ok) return go(`/programmes/${done.value}`)
      return again(
        shown(done.why === 'taken' ? addError(read, en.taken, 'name') : addError(read, en.runnerClosed, 'run-by')),
      )
    }),
    get(
      '/programmes/:programmeId',
      { permission: 'programme.see', audit: 'programme.viewed', params: programmeParam, query: showQuery },
      async visit => {
        const programme = await findShown(visit)
        return programme
          ? programmePage(house, visit, programme, lessonForm.empty(), visit.query.show)
          : nothing('unknown')
      },
    ),
    get(
      '/programmes/:programmeId/change',
      { ...keep, audit: { none: 'a form about no young person' }, params: programmeParam },
      visit => inForce(visit, programme => page(changePage(visit, programme, fillProgramme(programme)))),
    ),
    post('/programmes/:programmeId/change', { ...keep, audit: 'programme.changed', params: programmeParam }, visit =>
      inForce(visit, async programme => {
        const read = changeProgrammeForm.read(visit.body)
        if (isStale(visit, programme)) return again(changePage(visit, programme, addError(read, en.stale)), {}, 409)
        if (!read.ok) return again(changePage(visit, programme, read))
        const done = await changeProgramme(visit.tx, programme, changeOf(read.value))
        if (done.ok) return go(`/programmes/${programme.id}`)
        return done.why === 'taken'
          ? again(changePage(visit, programme, addError(read, en.taken, 'name')))
          : again(changePage(visit, programme, addError(read, en.stale)), {}, 409)
      }),
    ),
    post(
      '/programmes/:programmeId/close',
      { ...keep, audit: 'programme.closed', params: programmeParam },
      async visit => {
        const done = await closeProgramme(visit.tx, visit.params.programmeId)
        return done.ok ? go(`/programmes/${visit.params.programmeId}`) : nothing('unknown')
      },
    ),
    ...stageRoutes(house),
    post(
      '/programmes/:programmeId/lessons',
      { ...keep, audit: 'programme.lesson-added', params: programmeParam },
      async visit => {
        const programme = await findShown(visit)
        if (!programme) return nothing('unknown')
        const read = lessonForm.read(visit.body)
        if (!read.ok) return programmePage(house, visit, programme, read)
        const { learnt, change } = read.value
        const done = await addLesson(visit.tx, programme.id, {
          ...{ learnt, change: change ?? '', dueOn: read.value['change-by'] },
        })
        if (done.ok) return go(`/programmes/${programme.id}`)
        const wrong = done.why === 'day-missing' ? en.lessonDayMissing : en.lessonDayPast
        return programmePage(house, visit, programme, addError(read, wrong, 'change-by'))
      },
    ),
    post(
      '/programmes/:programmeId/lessons/:lessonId/done',
      { ...keep, audit: 'programme.lesson-done', params: lessonParam },
      async visit => {
        const { programmeId, lessonId } = visit.params
        await finishLesson(visit.tx, programmeId, lessonId)
        return go(`/programmes/${programmeId}`)
      },
    ),
  ]
}

/** The stages of a programme: added one after the other, or changed. */
function stageRoutes(house: ProgrammeHouse): HouseRoute[] {
  const keep = { permission: 'programme.keep' } as const
  const open = async (visit: Visit<unknown, unknown>, programme: Programme, position: number, stage?: Stage) => {
    const advisers = await house.advisers(visit.tx)
    const form = stageForm(advisers.map(one => one.accountId))
    const shown = (state: FormState) =>
      html(
        <StagePage
          visitor={visit.visitor}
          form={state}
          programme={programme}
          position={position}
          stage={stage}
          advisers={advisers}
        />,
      )
    return { form, shown }
  }
  const stageOf = (
    visit: Visit<{ programmeId: RowId; position: number }, unknown>,
    work: (programme: Programme, stage: Stage) => Promise<Answer>,
  ) =>
    inForce(visit, async programme => {
      const stages = await listStages(visit.tx, [programme.id])
      const stage = stages.find(one => one.position === visit.params.position)
      return stage ? work(programme, stage) : nothing('unknown')
    })
  return [
    get(
      '/programmes/:programmeId/stages/new',
      { ...keep, audit: { none: 'an empty form' }, params: programmeParam },
      visit =>
        inForce(visit, async programme => {
          const { form, shown } = await open(visit, programme, (await listStages(visit.tx, [programme.id])).length + 1)
          return page(shown(form.empty()))
        }),
    ),
    post(
      '/programmes/:programmeId/stages/new',
      { ...keep, audit: 'programme.stage-added', params: programmeParam },
      visit =>
        inForce(visit, async programme => {
          const { form, shown } = await open(visit, programme, (await listStages(visit.tx, [programme.id])).length + 1)
          const read = form.read(visit.body)
          if (!read.ok) return again(shown(read))
          const done = await addStage(visit.tx, programme.id, contentOf(read.value))
          if (done.ok) return go(`/programmes/${programme.id}`)
          if (done.why === 'unknown') return nothing('unknown')
          return again(shown(addError(read, done.why === 'full' ? en.stagesFull : en.stale)), {}, 409)
        }),
    ),
    get(
      '/programmes/:programmeId/stages/:position',
      { ...keep, audit: { none: 'a form about no young person' }, params: stageParam },
      visit =>
        stageOf(visit, async (programme, stage) => {
          const { form, shown } = await open(visit, programme, stage.position, stage)
          const { name, weeks, doneWhen, adviserId } = stage
          return page(shown(form.fill({ 'stage-name': name, weeks, 'done-when': doneWhen, adviser: adviserId })))
        }),
    ),
    post(
      '/programmes/:programmeId/stages/:position',
      { ...keep, audit: 'programme.stage-changed', params: stageParam },
      visit =>
        stageOf(visit, async (programme, stage) => {
          const { form, shown } = await open(visit, programme, stage.position, stage)
          const read = form.read(visit.body)
          if (isStale(visit, stage)) return again(shown(addError(read, en.stale)), {}, 409)
          if (!read.ok) return again(shown(read))
          const done = await changeStage(visit.tx, stage, contentOf(read.value))
          return done.ok ? go(`/programmes/${programme.id}`) : again(shown(addError(read, en.stale)), {}, 409)
        }),
    ),
  ]
}

function contentOf(value: {
  readonly 'stage-name': string
  readonly weeks: number | null
  readonly 'done-when': string | null
  readonly adviser: string | null
}): StageContent {
  const { weeks, adviser } = value
  return {
    ...{ name: value['stage-name'], weeks, doneWhen: value['done-when'] ?? '' },
    adviserId: adviser as StageContent['adviserId'],
  }
}

/** What can be chosen for a new programme, and the form that offers it. */
async function offered(visit: Visit<unknown, unknown>) {
  const organisations = (await listOrganisations(visit.tx)).filter(o => o.state === 'open')
  const form = addProgrammeForm(organisations.map(o => o.id))
  const shown = (state: FormState) =>
    html(<KeepProgrammePage visitor={visit.visitor} form={state} organisations={organisations} programme={undefined} />)
  return { form, shown }
}

function changePage(visit: Visit<unknown, unknown>, programme: Programme, form: FormState): Drawn {
  return html(<KeepProgrammePage visitor={visit.visitor} form={form} organisations={[]} programme={programme} />)
}

async function inForce(
  visit: ProgrammeVisit,
  work: (programme: Programme) => Answer | Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(visit.tx, visit.params.programmeId)
  return programme?.closedOn === null ? work(programme) : nothing('unknown')
}

async function programmePage(
  house: ProgrammeHouse,
  visit: ProgrammeVisit,
  programme: Programme,
  form: FormState,
  show: 'now' | 'over' = 'now',
): Promise<Answer> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const { today } = tx.acting
  const since = addMonths(today, -OVER_MONTHS)
  const wanted = { programmeId: programme.id, states: show === 'now' ? OPEN : OVER, alone: false }
  const found = await listPlaces(tx, wanted, MOST)
  const places = found.filter(one => one.overOn === null || one.overOn >= since)
  const stages = await listStages(tx, [programme.id])
  const leads = await house.leadsOf(
    tx,
    places.map(one => one.personId),
  )
  const staff = await findNames(tx, [...new Set([...leads.values(), ...stages.flatMap(one => one.adviserId ?? [])])])
  // How many left of whom it tells nobody anything: for the service's own, and not for the partner who runs it.
  const countsEnds = role !== 'partner-practitioner'
  const drawn = html(
    <ProgrammePage
      visitor={visit.visitor}
      programme={programme}
      runBy={(await runByOf(tx)).get(programme.organisationId) ?? ''}
      stages={stages}
      places={places}
      showsOver={show === 'over'}
      leads={new Map([...leads].map(([id, by]) => [id as string, staff.get(by) ?? '']))}
      staff={staff}
      ended={
        countsEnds
          ? await asHouse(tx, 'how a programme ends, counted', worker => countEnded(worker, programme.id, since))
          : undefined
      }
      lessons={countsEnds ? await listLessons(tx, programme.id) : []}
      mayKeep={roleMay(role, 'programme.keep')}
      form={form}
      today={today}
    />,
  )
  const about = { about: [...new Set(places.map(one => one.personId))], target: programme.id }
  return form.errors.length > 0 ? again(drawn, about) : page(drawn, about)
}
