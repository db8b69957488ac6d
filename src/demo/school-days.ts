/**
 * Days in school of the demo: one that has been, with those who came, did not come, and what the school hears of it; one that is still to come; one
 * that was called off.
 */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day, weekday } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { listPupils } from '#rooms/deployment/index.ts'
import {
  answerAppointment,
  callOffDay,
  cancelAppointment,
  changeAppointment,
  findAppointment,
  findSchoolDay,
  findSlot,
  freeTimes,
  giveInvitations,
  invite,
  listSlots,
  makeSchoolDay,
  type SchoolDay,
  type Slot,
  sayCopy,
} from '#rooms/sessions/index.ts'
import { done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const CONTENT = {
  ...{ fromTime: '08:30', toTime: '17:30', minutes: 15, breakFrom: '12:30', breakTo: '13:00' },
  ...{ place: 'Careers room, next to the library', room: 'private' as const },
  invitation: 'Bring the list of courses you ticked, if you have it.',
} as const
const HEARD = [
  'Will apply for joinery at Made-up College. Help with the form in tutor time would be good.',
  'Would like to try the sixth form first, and come back in spring.',
]

/** @param school where Mair Sample works on some days of the week */
export async function furnishSchoolDays(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const mair = work.accounts.get('mair.sample@partnership.example')
  if (school === undefined || mair === undefined) return
  const today = work.clock.today()
  const [past, ahead, off] = [weekdayFrom(today, -13, -1), weekdayFrom(today, 9, 1), weekdayFrom(today, 23, 1)]
  const as = <T>(on: Day, does: (tx: Tx) => Promise<T>) =>
    work.database.transaction({ ...actingAs(work, mair), today: on }, does)
  const plan = (asked: Day, onDay: Day, from: number, to: number) =>
    as(asked, async tx => {
      const id = done(await makeSchoolDay(tx, mair, { ...CONTENT, organisationId: school, onDay }))
      const day = await findSchoolDay(tx, id)
      if (!day) throw new Error('the demo has no day in school')
      const { rows } = await listPupils(tx, { organisationId: school, words: [], lead: '', limit: 60, offset: 0 })
      const alive = rows.filter(one => one.diedOn === null)
      // In a large demo other meetings stand in the diary that day.
      const free = await freeTimes(tx, day)
      done(await invite(tx, day, alive.slice(from, Math.min(to, from + free.length))))
      return day
    })
  const was = await plan(addDays(past, -9), past, 0, 7)
  await as(addDays(past, -7), tx => giveInvitations(tx, was))
  await as(past, tx => hold(tx, was))
  const next = await plan(addDays(today, -1), ahead, 7, 13)
  await as(today, tx => giveInvitations(tx, next))
  await plan(today, ahead, 13, 15)
  const called = await plan(addDays(today, -1), off, 15, 17)
  await as(today, tx => callOffDay(tx, called))
}

/** The first weekday from some days off on, before or after. */
function weekdayFrom(today: Day, days: number, step: 1 | -1): Day {
  let day = addDays(today, days)
  while (weekday(day) % 6 === 0) day = addDays(day, step)
  return day
}

/** What came of each: the first three came, one did not, one is moved, one called off, one not said yet. */
async function hold(tx: Tx, day: SchoolDay): Promise<void> {
  for (const [i, slot] of (await listSlots(tx, day.id)).entries()) {
    const meeting = await findAppointment(tx, slot.appointmentId)
    if (!meeting) continue
    if (i < 4) {
      const isThere = i < 3
      done(
        await answerAppointment(tx, meeting, day.accountId, {
          came: isThere ? { state: 'came' } : { state: 'missed', reason: 'not-known' },
          content: {
            ...{ happenedOn: day.onDay, atTime: slot.atTime, minutes: isThere ? day.minutes : null },
            ...{ kind: isThere ? 'meeting' : 'missed', place: day.place, purpose: 'guidance' },
            ...{
              outcome: isThere ? 'done' : 'did-not-come',
              notes: isThere ? 'Talked about what comes after Year 11.' : '',
            },
            ...{
              ownWords: '',
              present: '',
              aloneOffered: null,
              aimResult: null,
              aimWhy: '',
              aim: '',
              agreed: null,
              nextStep: '',
              nextOn: null,
              isRestricted: false,
            },
          },
          reasonWords: '',
        }),
      )
      await sayOf(tx, slot.rowId, i)
    } else if (i === 4) {
      const arrangement = { ...meeting, onDay: addDays(day.onDay, 7) }
      done(await changeAppointment(tx, meeting, day.accountId, { arrangement, keepsBoth: true }))
    } else if (i === 5) done(await cancelAppointment(tx, meeting, { reason: 'they-asked', words: '' }))
  }
}

async function sayOf(tx: Tx, id: RowId, i: number): Promise<void> {
  const slot: Slot | undefined = await findSlot(tx, id)
  const words = HEARD[i]
  if (slot?.state !== 'came') return
  if (words !== undefined) done(await sayCopy(tx, slot, { copy: 'agreed', words }))
  else done(await sayCopy(tx, slot, { copy: 'not-agreed', words: '' }))
}
