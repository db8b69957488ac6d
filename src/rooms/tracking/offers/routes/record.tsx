/** The register of one young person’s applications, guarantee and intended destination. */
import { z } from 'zod'
import { isId, type PersonId, type RowId } from '#ground/ids.ts'
import { fromBits } from '#rooms/access/index.ts'
import { listOrganisations, type OrganisationKind } from '#rooms/directory/index.ts'
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
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { addApplication, addStep, changeApplication, liveSteps, takeBackStep } from '../actions/applications.ts'
import { toldOf } from '../actions/following.ts'
import { codesFor, setStatus } from '../actions/statuses.ts'
import type { PlaceApplication } from '../application.ts'
import { NOT_RECORDED } from '../codes.ts'
import { addForm, changeForm, statusForm, stepForm, wantedOf } from '../forms.ts'
import type { OffersHouse } from '../house.ts'
import { AddPage, ApplicationPage, ChangePage, type Offered } from '../pages/application-pages.tsx'
import { RecordPage, StatusPage } from '../pages/record-page.tsx'
import { autumnsOffered, educatedOn, guaranteeYearOn, guaranteeYears, nextSteps, proposalOf } from '../rules.ts'
import { ITEMS, type Item } from '../status.ts'
import { findApplication, listApplications, listSteps } from '../store/applications.ts'
import { listPlacesOn } from '../store/grid.ts'
import { listStatuses } from '../store/statuses.ts'
import { en, levels, stepTroubles, ways } from '../words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const applicationParam = z.object({ applicationId: idParam<RowId>() })
const yearQuery = z.object({ year: z.coerce.number().int().nullable().catch(null).default(null) })
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type YearVisit = Visit<{ personId: PersonId }, { year: number | null }>
type ApplicationVisit = Visit<{ applicationId: RowId }, unknown>

/** Kinds of organisations somebody learns at. */
export const PLACES_TO_LEARN: readonly OrganisationKind[] = [
  'school',
  'special-school',
  'pupil-referral-unit',
  'sixth-form-college',
  'college',
  'training-provider',
]

export function offerRecordRoutes(house: OffersHouse): HouseRoute[] {
  const use = { permission: 'offer.use', params: personParam } as const
  const of = { permission: 'offer.use', params: applicationParam } as const
  return [
    get('/people/:personId/applications', { ...use, audit: 'place-application.of-person-viewed' }, visit =>
      framed(house, visit, 'learning', async frame =>
        page(await recordPage(visit, frame), { about: [frame.person.id] }),
      ),
    ),
    get('/people/:personId/applications/new', { ...use, audit: 'place-application.form-opened' }, visit =>
      alive(house, visit, async frame => {
        const offered = await offeredTo(visit, frame)
        const form = adding(offered).fill({ autumn: String(guaranteeYearOn(visit.tx.acting.today)), step: 'applied' })
        return page(addPage(visit, frame, offered, form), { about: [frame.person.id] })
      }),
    ),
    post('/people/:personId/applications/new', { ...use, audit: 'place-application.added' }, visit =>
      alive(house, visit, frame => add(visit, frame)),
    ),
    get('/place-applications/:applicationId', { ...of, audit: 'place-application.viewed' }, visit =>
      ofApplication(house, visit, async (application, frame) =>
        page(await applicationPage(visit, application, frame), seenOf(application)),
      ),
    ),
    post('/place-applications/:applicationId/step', { ...of, audit: 'place-application.moved' }, visit =>
      ofApplication(house, visit, (application, frame) => move(visit, application, frame)),
    ),
    post('/place-applications/:applicationId/take-back', { ...of, audit: 'place-application.taken-back' }, visit =>
      ofApplication(house, visit, async (application, frame) => {
        const here = `/place-applications/${application.rowId}`
        if (isNext(visit, application)) return go(here)
        const done = isStale(visit, application) ? undefined : await takeBackStep(visit.tx, application)
        if (done?.ok) return go(here)
        const form = addError(NO_FORM, done?.why === 'first' ? en.isFirst : en.stale)
        return again(await applicationPage(visit, application, frame, form), seenOf(application), 409)
      }),
    ),
    get('/place-applications/:applicationId/change', { ...of, audit: 'place-application.form-opened' }, visit =>
      ofApplication(house, visit, async (application, frame) => {
        const offered = await offeredTo(visit, frame, application)
        const form = changing(offered).fill({
          place: application.organisationId,
          'place-words': application.placeWords || null,
          course: application.course || null,
          ...{ level: application.level, way: application.way, autumn: String(application.autumn) },
        })
        return page(changePage(visit, frame, offered, application, form), seenOf(application))
      }),
    ),
    post('/place-applications/:applicationId/change', { ...of, audit: 'place-application.changed' }, visit =>
      ofApplication(house, visit, (application, frame) => change(visit, application, frame)),
    ),
    ...ITEMS.flatMap(item => [
      get(`/people/:personId/${item}`, { ...use, audit: `${item}.viewed`, query: yearQuery }, visit =>
        framed(house, visit, 'tracking', async frame =>
          page(await statusPage(visit, frame, item, undefined), { about: [frame.person.id] }),
        ),
      ),
      post(`/people/:personId/${item}`, { ...use, audit: `${item}.set`, query: yearQuery }, visit =>
        framed(house, visit, 'tracking', frame => set(visit, frame, item)),
      ),
    ]),
  ]
}

const seenOf = (application: PlaceApplication) => ({ about: [application.personId], target: application.rowId })

async function framed(
  house: OffersHouse,
  visit: PersonVisit,
  needs: 'learning' | 'tracking',
  work: (frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const frame = await house.frame(visit, visit.params.personId)
  return frame?.seen.has(needs) ? work(frame) : nothing('unknown', [visit.params.personId])
}

function alive(house: OffersHouse, visit: PersonVisit, work: (frame: PersonFrame) => Promise<Answer>): Promise<Answer> {
  return framed(house, visit, 'learning', async frame =>
    frame.person.diedOn === null ? work(frame) : nothing('died', [frame.person.id]),
  )
}

async function ofApplication(
  house: OffersHouse,
  visit: ApplicationVisit,
  work: (application: PlaceApplication, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const application = await findApplication(visit.tx, visit.params.applicationId)
  const frame = application && (await house.frame(visit, application.personId))
  return application && frame ? work(application, frame) : nothing('unknown')
}

async function recordPage(visit: PersonVisit, frame: PersonFrame): Promise<Drawn> {
  const { tx } = visit
  const { id } = frame.person
  const applications = await listApplications(tx, id)
  const steps = await listSteps(
    tx,
    applications.map(one => one.rowId),
  )
  const told = toldOf(applications, steps)
  const statuses = frame.seen.has('tracking')
    ? { guarantee: await listStatuses(tx, 'guarantee', id), destination: await listStatuses(tx, 'destination', id) }
    : undefined
  const years = guaranteeYears(tx.acting.today)
  const proposed = years.filter(year => {
    const code = statuses?.guarantee.find(one => one.year === year)?.code ?? NOT_RECORDED
    const ofYear = told.filter(one => one.autumn === year)
    return proposalOf(code, ofYear) !== undefined
  })
  return html(
    <RecordPage
      visitor={visit.visitor}
      frame={frame}
      applications={applications}
      statuses={statuses}
      years={years}
      proposed={new Set(proposed)}
      mayAdd={frame.person.diedOn === null}
      today={tx.acting.today}
    />,
  )
}

/** Places of the directory somebody may apply to; one whose very name tells more only for those who may see that of this young person (K6). */
async function offeredTo(
  { tx }: Visit<unknown, unknown>,
  frame: PersonFrame,
  application?: PlaceApplication,
): Promise<Offered> {
  const may = (bits: number) => bits === 0 || fromBits(bits).every(needed => frame.seen.has(needed))
  const places = (await listOrganisations(tx)).filter(
    one =>
      one.id === application?.organisationId ||
      ([...PLACES_TO_LEARN, 'employer'].includes(one.kind) && one.state === 'open' && may(one.discloses)),
  )
  const autumns = autumnsOffered(tx.acting.today)
  const own = application && !autumns.includes(application.autumn) ? [application.autumn] : []
  return { places, autumns: [...own, ...autumns] }
}

const idsOf = (offered: Offered) => offered.places.map(one => one.id)
const adding = (offered: Offered) => addForm(idsOf(offered), offered.autumns.map(String))
const changing = (offered: Offered) => changeForm(idsOf(offered), offered.autumns.map(String))

function addPage(visit: PersonVisit, frame: PersonFrame, offered: Offered, form: FormState): Drawn {
  return html(<AddPage visitor={visit.visitor} frame={frame} offered={offered} form={form} />)
}

async function add(visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { id } = frame.person
  const offered = await offeredTo(visit, frame)
  const read = adding(offered).read(visit.body)
  const shown = (form: FormState) => again(addPage(visit, frame, offered, form), { about: [id] })
  if (!read.ok) return shown(read)
  const { step, on: onDay, by: saidBy } = read.value
  const first = { step, onDay, saidBy, words: read.value.words ?? '' }
  const done = await addApplication(visit.tx, id, wantedOf(read.value), first)
  if (done.ok) return go(`/place-applications/${done.value}`)
  return shown(done.why === 'died' ? addError(read, en.died) : addError(read, stepTroubles[done.why], 'on'))
}

async function applicationPage(
  visit: ApplicationVisit,
  application: PlaceApplication,
  frame: PersonFrame,
  form: FormState = NO_FORM,
): Promise<Drawn> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const steps = await listSteps(tx, [application.rowId])
  const mayMove = frame.person.diedOn === null
  return html(
    <ApplicationPage
      visitor={visit.visitor}
      frame={frame}
      application={application}
      steps={steps}
      mayMove={mayMove}
      mayTakeBack={mayMove && liveSteps(steps).length > 1}
      mayCorrect={roleMay(role, 'record.correct')}
      names={await findNames(tx, [...new Set(steps.flatMap(one => one.recordedBy ?? []))])}
      form={form}
      today={tx.acting.today}
    />,
  )
}

async function move(visit: ApplicationVisit, application: PlaceApplication, frame: PersonFrame): Promise<Answer> {
  const read = stepForm(nextSteps(application.state)).read(visit.body)
  const shown = async (form: FormState, status: 409 | 422 = 422) => {
    const now = (await findApplication(visit.tx, application.rowId)) ?? application
    return again(await applicationPage(visit, now, frame, form), seenOf(application), status)
  }
  if (frame.person.diedOn !== null) return nothing('died', [application.personId])
  const here = `/place-applications/${application.rowId}`
  // Sent twice it is one: the step is what stands by now.
  if (isNext(visit, application) && visit.body['step'] === application.state) return go(here)
  if (isStale(visit, application)) return shown(addError(read, en.stale), 409)
  if (!read.ok) return shown(read)
  const { step, on: onDay, by: saidBy } = read.value
  const done = await addStep(visit.tx, application, { step, onDay, saidBy, words: read.value.words ?? '' })
  if (done.ok) return go(here)
  if (done.why === 'stale') return shown(addError(read, en.stale), 409)
  return shown(
    done.why === 'not-next' ? addError(read, en.notNext, 'step') : addError(read, stepTroubles[done.why], 'on'),
  )
}

function changePage(
  visit: ApplicationVisit,
  frame: PersonFrame,
  offered: Offered,
  application: PlaceApplication,
  form: FormState,
): Drawn {
  return html(
    <ChangePage visitor={visit.visitor} frame={frame} offered={offered} application={application} form={form} />,
  )
}

async function change(visit: ApplicationVisit, application: PlaceApplication, frame: PersonFrame): Promise<Answer> {
  if (frame.person.diedOn !== null) return nothing('died', [application.personId])
  const offered = await offeredTo(visit, frame, application)
  const read = changing(offered).read(visit.body)
  const shown = (form: FormState, status: 409 | 422 = 422) =>
    again(changePage(visit, frame, offered, application, form), seenOf(application), status)
  if (isStale(visit, application)) return shown(addError(read, en.stale), 409)
  if (!read.ok) return shown(read)
  const done = await changeApplication(visit.tx, application, wantedOf(read.value), said(application))
  // Whoever may not see what the name of the new place tells of is led to the list.
  if (!done.ok) return shown(addError(read, en.stale), 409)
  const still = await findApplication(visit.tx, application.rowId)
  return go(still ? `/place-applications/${application.rowId}` : `/people/${application.personId}/applications`)
}

/** What an application is for, in one line. */
function said(one: PlaceApplication): string {
  const level = one.level === null ? '' : levels[one.level]
  return [one.place, one.course, level, ways[one.way], String(one.autumn)].filter(Boolean).join(', ')
}

/** The year an address names, of those that are offered. */
function yearOf(visit: YearVisit): { readonly year: number; readonly otherYear: number } {
  const [now, before] = guaranteeYears(visit.tx.acting.today)
  return visit.query.year === before ? { year: before, otherYear: now } : { year: now, otherYear: before }
}

async function statusPage(
  visit: YearVisit,
  frame: PersonFrame,
  item: Item,
  form: FormState | undefined,
): Promise<Drawn> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const { person } = frame
  const { year, otherYear } = yearOf(visit)
  const statuses = (await listStatuses(tx, item, person.id)).filter(one => one.year === year)
  const codes = person.bornOn === null ? [] : codesFor(item, person.bornOn, year)
  const asksPlace = item === 'guarantee' && frame.seen.has('learning')
  return html(
    <StatusPage
      visitor={visit.visitor}
      frame={frame}
      item={item}
      year={year}
      otherYear={otherYear}
      statuses={statuses}
      codes={codes}
      places={asksPlace ? await listPlacesOn(tx, person.id, educatedOn(year, tx.acting.today)) : undefined}
      mayKeep={person.diedOn === null}
      mayCorrect={roleMay(role, 'record.correct')}
      names={await findNames(tx, [...new Set(statuses.flatMap(one => one.recordedBy ?? []))])}
      form={form ?? statusForm(codes).fill({ on: tx.acting.today })}
      today={tx.acting.today}
    />,
  )
}

async function set(visit: YearVisit, frame: PersonFrame, item: Item): Promise<Answer> {
  const { tx } = visit
  const { id, bornOn, diedOn } = frame.person
  if (diedOn !== null || bornOn === null) return nothing('died', [id])
  const { year } = yearOf(visit)
  const read = statusForm(codesFor(item, bornOn, year)).read(visit.body)
  const shown = async (form: FormState, status: 409 | 422 = 422) =>
    again(await statusPage(visit, frame, item, form), { about: [id] }, status)
  if (!read.ok) return shown(read)
  const { code, by: saidBy, on: saidOn } = read.value
  const done = await setStatus(
    tx,
    item,
    { personId: id, bornOn },
    { year, code, saidBy, saidOn, words: read.value.words ?? '' },
    seenIn(visit.body['seen']),
  )
  if (done.ok) return go(`/people/${id}/${item}?year=${year}`)
  if (done.why === 'moved') return shown(addError(read, en.moved), 409)
  return shown(done.why === 'in-future' ? addError(read, en.inFuture, 'on') : addError(read, en.missingCode, 'code'))
}

/** The row a page showed; none where it showed none. What is no id is none, which stands for nobody. */
export function seenIn(sent: unknown): RowId | null {
  return typeof sent === 'string' && isId(sent) ? (sent as string as RowId) : null
}
