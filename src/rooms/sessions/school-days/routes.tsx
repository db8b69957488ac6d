/** The register of days in school. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
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
import { findPerson, yearOf } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, go, nothing, page } from '#web/register.ts'
import { isStale } from '#web/stale.ts'
import { callOffDay, freeTimes, giveInvitations, invite, makeSchoolDay, sayCopy } from './actions.ts'
import { contentOf, copyForm, type DayFields, dayForm, inviteForm } from './forms.ts'
import type { SchoolDayHouse } from './house.ts'
import { SchoolDayPage } from './pages/day-page.tsx'
import { InvitePage } from './pages/invite-page.tsx'
import { SchoolDaysPage } from './pages/list-page.tsx'
import { NewSchoolDayPage } from './pages/new-page.tsx'
import { CallOffPage, CopyPage, InvitationsPage } from './pages/small-pages.tsx'
import { inTurn, isOn } from './rules.ts'
import type { Pupil, SchoolDay, Slot } from './school-day.ts'
import { findSchoolDay, findSlot, listSchoolDays, listSlots } from './store.ts'
import { en, TROUBLE_AT } from './words.ts'

const MOST_DAYS = 100
const MOST_PUPILS = 60
const dayParam = z.object({ schoolDayId: idParam<RowId>() })
const slotParam = z.object({ slotId: idParam<RowId>() })
const inviteQuery = z.object({ year: z.coerce.number().int().min(7).max(14).optional().catch(undefined) })
const invitationsQuery = z.object({ show: z.enum(['all']).optional().catch(undefined) })

type AnyVisit = Visit<unknown, unknown>
type DayVisit = Visit<{ schoolDayId: RowId }, unknown>

export function schoolDayRoutes(house: SchoolDayHouse): HouseRoute[] {
  return [
    get('/school-days', { permission: 'school-day.see', audit: 'school-day.list-viewed' }, async visit => {
      const { tx, visitor } = visit
      const { accountId, organisationId, role } = actorOfVisit(visit)
      const isAdviser = roleMay(role, 'school-day.hold')
      const of = isAdviser ? { accountId, organisationId: null } : { accountId: null, organisationId }
      const days = await listSchoolDays(tx, of, MOST_DAYS)
      const names = await findNames(tx, [...new Set(days.map(one => one.accountId))])
      return page(html(<SchoolDaysPage {...{ visitor, days, names, isAdviser, today: tx.acting.today }} />))
    }),
    get('/school-days/new', { permission: 'school-day.hold', audit: 'school-day.form-opened' }, async visit => {
      const places = await placesOf(house, visit)
      const ids = places.map(one => one.organisationId)
      // Whoever works at one place is not asked which.
      const first = ids.length === 1 && ids[0] !== undefined ? { school: ids[0] } : {}
      return page(newPage(visit, places, dayForm(ids).fill(first)))
    }),
    post('/school-days/new', { permission: 'school-day.hold', audit: 'school-day.made' }, async visit => {
      const places = await placesOf(house, visit)
      const form = dayForm(places.map(one => one.organisationId)).read(visit.body)
      if (!form.ok) return again(newPage(visit, places, form))
      const made = await makeSchoolDay(visit.tx, actorOfVisit(visit).accountId, contentOf(form.value))
      if (made.ok) return go(`/school-days/${made.value}`)
      if (made.why === 'there') return again(newPage(visit, places, addError(form, en.there, 'on')))
      return again(newPage(visit, places, addError(form, en.troubles[made.why], TROUBLE_AT[made.why])))
    }),
    get(
      '/school-days/:schoolDayId',
      { permission: 'school-day.see', audit: 'school-day.viewed', params: dayParam },
      visit =>
        withDay(visit, async (day, isOwn) => {
          const { tx, visitor } = visit
          const slots = await listSlots(tx, day.id)
          const { today } = tx.acting
          const mayInvite = isOwn && isComing(day, tx)
          const drawn = html(
            <SchoolDayPage
              {...{ visitor, day, slots, isOwn, mayInvite, today }}
              school={await schoolOf(tx, day)}
              adviser={await adviserOf(tx, day)}
              free={mayInvite ? (await freeTimes(tx, day)).length : undefined}
            />,
          )
          return page(drawn, seenOf(day, slots))
        }),
    ),
    ...invitingRoutes(house),
    ...callingOffRoutes(),
    ...copyRoutes(),
  ]
}

function invitingRoutes(house: SchoolDayHouse): HouseRoute[] {
  const shown = async (
    visit: AnyVisit,
    day: SchoolDay,
    year: number | undefined,
    formOf: (pupils: readonly Pupil[]) => FormState<'who'>,
  ) => {
    const { tx, visitor } = visit
    const open = await openPupils(house, tx, day)
    const years = [...new Set(open.flatMap(one => yearOfPupil(one, tx) ?? []))].toSorted((a, b) => a - b)
    const those = year === undefined ? open : open.filter(one => yearOfPupil(one, tx) === year)
    const pupils = those.slice(0, MOST_PUPILS)
    const [free, school] = [(await freeTimes(tx, day)).length, await schoolOf(tx, day)]
    const drawn = html(
      <InvitePage {...{ visitor, day, school, pupils, years, year, free }} all={those.length} form={formOf(pupils)} />,
    )
    return { drawn, seen: { about: pupils.map(one => one.personId), target: day.id } }
  }
  return [
    get(
      '/school-days/:schoolDayId/invite',
      { permission: 'school-day.hold', audit: 'school-day.invite-opened', params: dayParam, query: inviteQuery },
      visit =>
        withComingDay(visit, async day => {
          const { drawn, seen } = await shown(visit, day, visit.query.year, pupils =>
            inviteForm(pupils.map(one => one.personId)).empty(),
          )
          return page(drawn, seen)
        }),
    ),
    post(
      '/school-days/:schoolDayId/invite',
      { permission: 'school-day.hold', audit: 'school-day.invited', params: dayParam, query: inviteQuery },
      visit =>
        withComingDay(visit, async day => {
          const { tx, body, query } = visit
          // Sent twice, those who are invited by now are still on the roll: they are passed over, not an error.
          const roll = inTurn(await house.pupilsOf(tx, day.organisationId))
          const form = inviteForm(roll.map(one => one.personId)).read(body)
          const back = async (state: FormState<'who'>) => {
            const { drawn, seen } = await shown(visit, day, query.year, () => state)
            return again(drawn, seen)
          }
          if (!form.ok) return back(form)
          const wanted = new Set<PersonId>(form.value.who)
          const invited = await invite(
            tx,
            day,
            roll.filter(one => wanted.has(one.personId)),
          )
          if (!invited.ok) return back(addError(form, en.inviteTroubles[invited.why], 'who'))
          return go(`/school-days/${day.id}`)
        }),
    ),
    get(
      '/school-days/:schoolDayId/invitations',
      {
        permission: 'school-day.hold',
        audit: 'school-day.invitations-opened',
        params: dayParam,
        query: invitationsQuery,
      },
      visit =>
        withDay(visit, async (day, isOwn) => {
          if (!isOwn) return nothing('unknown')
          const { tx, visitor } = visit
          const showsAll = visit.query.show === 'all'
          const slots = (await listSlots(tx, day.id)).filter(
            one => one.state === 'invited' && (showsAll || one.toldOn === null),
          )
          const of = { visitor, day, slots, showsAll }
          const [school, adviser] = [await schoolOf(tx, day), await adviserOf(tx, day)]
          return page(html(<InvitationsPage {...of} school={school} adviser={adviser} />), seenOf(day, slots))
        }),
    ),
    post(
      '/school-days/:schoolDayId/given',
      { permission: 'school-day.hold', audit: 'school-day.given', params: dayParam },
      visit =>
        withDay(visit, async (day, isOwn) => {
          if (!isOwn) return nothing('unknown')
          await giveInvitations(visit.tx, day)
          return go(`/school-days/${day.id}`)
        }),
    ),
  ]
}

function callingOffRoutes(): HouseRoute[] {
  return [
    get(
      '/school-days/:schoolDayId/call-off',
      { permission: 'school-day.hold', audit: 'school-day.call-off-opened', params: dayParam },
      visit =>
        withComingDay(visit, async day => {
          const { tx, visitor } = visit
          const slots = await listSlots(tx, day.id)
          const waiting = slots.filter(one => one.state === 'invited').length
          return page(html(<CallOffPage {...{ visitor, day, waiting }} school={await schoolOf(tx, day)} />), {
            target: day.id,
          })
        }),
    ),
    post(
      '/school-days/:schoolDayId/call-off',
      { permission: 'school-day.hold', audit: 'school-day.called-off', params: dayParam },
      visit =>
        withDay(visit, async (day, isOwn) => {
          if (!isOwn) return nothing('unknown')
          // Sent twice, it was called off the first time.
          if (isComing(day, visit.tx)) await callOffDay(visit.tx, day)
          return go(`/school-days/${day.id}`)
        }),
    ),
  ]
}

function copyRoutes(): HouseRoute[] {
  const seenSlot = (slot: Slot) => ({ about: [slot.personId], target: slot.rowId })
  return [
    get(
      '/school-slots/:slotId/copy',
      { permission: 'school-day.hold', audit: 'school-day.copy-opened', params: slotParam },
      visit =>
        withSlot(visit, slot => {
          const form = copyForm.fill({ words: slot.copyWords })
          return page(html(<CopyPage visitor={visit.visitor} slot={slot} form={form} />), seenSlot(slot))
        }),
    ),
    post(
      '/school-slots/:slotId/copy',
      { permission: 'school-day.hold', audit: 'school-day.copy-said', params: slotParam },
      visit =>
        withSlot(visit, async slot => {
          const form = copyForm.read(visit.body)
          const back = (state: FormState<'copy' | 'words'>, status?: 409) =>
            again(html(<CopyPage visitor={visit.visitor} slot={slot} form={state} />), seenSlot(slot), status)
          if (!form.ok) return back(form)
          const words = form.value.words ?? ''
          // Sent twice, it was said the first time.
          const isSaid = slot.copy === form.value.copy && (slot.copy === 'not-agreed' || slot.copyWords === words)
          if (isSaid) return go(`/school-days/${slot.schoolDayId}`)
          if (isStale(visit, slot)) return back(addError(form, en.copyStale), 409)
          const said = await sayCopy(visit.tx, slot, { copy: form.value.copy, words })
          if (said.ok) return go(`/school-days/${slot.schoolDayId}`, { seen: seenSlot(slot) })
          if (said.why === 'no-words') return back(addError(form, en.copyNoWords, 'words'))
          return back(addError(form, en.copyStale), 409)
        }),
    ),
  ]
}

/** A day of the visitor's own, or one at the place they are of; for all others there is nothing, by one path (K8). */
async function withDay(
  visit: DayVisit,
  work: (day: SchoolDay, isOwn: boolean) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { accountId, organisationId, role } = actorOfVisit(visit)
  const day = await findSchoolDay(visit.tx, visit.params.schoolDayId)
  const isOwn = day?.accountId === accountId && roleMay(role, 'school-day.hold')
  return day && (isOwn || day.organisationId === organisationId) ? work(day, isOwn) : nothing('unknown')
}

const isComing = (day: SchoolDay, tx: Tx) => day.calledOffOn === null && day.onDay >= tx.acting.today

/** One's own day that is still to come, or today; one that is over is shown as it is. */
function withComingDay(visit: DayVisit, work: (day: SchoolDay) => Promise<Answer> | Answer): Promise<Answer> {
  return withDay(visit, (day, isOwn) => {
    if (!isOwn) return nothing('unknown')
    return isComing(day, visit.tx) ? work(day) : go(`/school-days/${day.id}`)
  })
}

async function withSlot(
  visit: Visit<{ slotId: RowId }, unknown>,
  work: (slot: Slot) => Promise<Answer> | Answer,
): Promise<Answer> {
  const slot = await findSlot(visit.tx, visit.params.slotId)
  const day = slot && (await findSchoolDay(visit.tx, slot.schoolDayId))
  const isOwn = day?.accountId === actorOfVisit(visit).accountId
  return slot && isOwn && (await findPerson(visit.tx, slot.personId)) ? work(slot) : nothing('unknown')
}

const placesOf = (house: SchoolDayHouse, visit: AnyVisit) => house.placesOf(visit.tx, actorOfVisit(visit).accountId)
const yearOfPupil = ({ bornOn }: Pupil, tx: Tx) => (bornOn === null ? undefined : yearOf(bornOn, tx.acting.today))
const seenOf = (day: SchoolDay, slots: readonly Slot[]) => ({
  about: [...new Set(slots.map(one => one.personId))],
  target: day.id,
})

/** Who can still be invited, in the order they are asked. */
async function openPupils(house: SchoolDayHouse, tx: Tx, day: SchoolDay): Promise<Pupil[]> {
  const invited = new Set((await listSlots(tx, day.id)).filter(isOn).map(one => one.personId))
  return inTurn((await house.pupilsOf(tx, day.organisationId)).filter(one => !invited.has(one.personId)))
}

async function schoolOf(tx: Tx, day: SchoolDay): Promise<string> {
  return (await findOrganisation(tx, day.organisationId))?.name ?? ''
}

async function adviserOf(tx: Tx, day: SchoolDay): Promise<string> {
  return (await findNames(tx, [day.accountId])).get(day.accountId) ?? ''
}

function newPage(visit: AnyVisit, places: Awaited<ReturnType<SchoolDayHouse['placesOf']>>, form: FormState<DayFields>) {
  return html(<NewSchoolDayPage visitor={visit.visitor} form={form} places={places} />)
}
