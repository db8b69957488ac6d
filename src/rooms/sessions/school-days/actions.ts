/** Days of interviews in a place of learning: made, invited to, called off, and what the school hears of each. */
import { timeOf } from '#ground/clock.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { cancelAppointment, setAppointment } from '../diary/actions.ts'
import { overlaps } from '../diary/rules.ts'
import { findAppointment, holdDiary, listDiary } from '../diary/store.ts'
import { type DayTrouble, dayTrouble, isOn, isSameDay, timesFrom, timesOf } from './rules.ts'
import type { Copy, Pupil, SchoolDay, SchoolDayContent, Slot } from './school-day.ts'
import {
  findSame,
  findSchoolDay,
  holdSchoolDay,
  insertSchoolDay,
  insertSlot,
  listSlots,
  listTaken,
  listWaiting,
  updateCalledOff,
  updateCopy,
  updateGiven,
} from './store.ts'

/** Makes a day of an adviser's at a place they are sent to. Sent twice, it is one; `there` where they have another one there that day. */
export async function makeSchoolDay(
  tx: Tx,
  accountId: AccountId,
  content: SchoolDayContent,
): Promise<Result<RowId, DayTrouble | 'there'>> {
  const trouble = dayTrouble(content, tx.acting.today)
  if (trouble) return refused(trouble)
  await holdDiary(tx, accountId)
  const same = await findSame(tx, accountId, content)
  if (same !== undefined) return isSameDay(same, content) ? ok(same.id) : refused('there')
  const id = await insertSchoolDay(tx, accountId, content)
  await record(tx, { action: 'school-day.made', target: id, payload: { ...content } })
  return ok(id)
}

/** Times of a day nobody has: neither of those invited, nor another meeting of the adviser's. */
export async function freeTimes(tx: Tx, day: SchoolDay): Promise<string[]> {
  const taken = new Set(
    await asHouse(tx, 'which times of a day in school are taken', worker => listTaken(worker, day.id)),
  )
  const diary = await listDiary(tx, day.accountId, { from: day.onDay, to: day.onDay })
  const { onDay, minutes } = day
  const times = timesOf(day)
  const given = onDay === tx.acting.today ? timesFrom(times, timeOf(tx.acting.at)) : times
  return given.filter(
    atTime =>
      !taken.has(atTime) && !diary.some(one => one.state === 'set' && overlaps(one, { onDay, atTime, minutes })),
  )
}

/**
 * Invites some of a school's young people to the next free times, in the order given: each is a meeting in the adviser's diary.
 * @returns refused `no-room` where there are fewer free times than people, and nobody is invited; `over` where the day has been or is called off
 */
export async function invite(
  tx: Tx,
  day: SchoolDay,
  pupils: readonly Pick<Pupil, 'personId'>[],
): Promise<Result<number, 'no-room' | 'over' | 'unknown'>> {
  await holdSchoolDay(tx, day.id)
  await holdDiary(tx, day.accountId)
  // Read again: somebody may have called it off while this waited.
  const now = await findSchoolDay(tx, day.id)
  if (!now || now.calledOffOn !== null || now.onDay < tx.acting.today) return refused('over')
  const invited = new Set((await listSlots(tx, day.id)).filter(isOn).map(one => one.personId))
  const those = pupils.filter(one => !invited.has(one.personId))
  const free = await freeTimes(tx, day)
  if (those.length > free.length) return refused('no-room')
  for (const [i, { personId }] of those.entries()) {
    const atTime = free[i]
    if (atTime === undefined) break
    const set = await setAppointment(tx, personId, day.accountId, {
      arrangement: {
        ...{ onDay: day.onDay, atTime, minutes: day.minutes, kind: 'meeting', place: day.place, room: day.room },
        ...{
          needs: '',
          purpose: 'guidance',
          aim: '',
          method: '',
          bring: '',
          others: '',
          toldHow: null,
          toldOn: null,
          isRestricted: false,
        },
      },
      keepsBoth: false,
      insteadOf: null,
    })
    if (!set.ok) return refused('unknown')
    await insertSlot(tx, day, { personId, appointmentId: set.value, atTime })
  }
  await record(tx, { action: 'school-day.invited', about: those.map(one => one.personId), target: day.id })
  return ok(those.length)
}

/** Notes that invitations were given to those who had none. */
export async function giveInvitations(tx: Tx, day: SchoolDay): Promise<void> {
  const given = await updateGiven(tx, day.id)
  if (given.length > 0) await record(tx, { action: 'school-day.given', about: given, target: day.id })
}

/**
 * Calls the day off, with every meeting of it that waits: as the house also those of a record that is shut to the caller or kept close by now, or somebody
 * comes with an invitation to a room where nobody is.
 */
export async function callOffDay(tx: Tx, day: SchoolDay): Promise<Result<null, 'unknown'>> {
  await holdSchoolDay(tx, day.id)
  if ((await updateCalledOff(tx, day.id)) === 0) return refused('unknown')
  const about: PersonId[] = []
  await asHouse(tx, 'meetings of a day in school that is called off', async worker => {
    for (const id of await listWaiting(worker, day.id)) {
      const meeting = await findAppointment(worker, id)
      if (meeting?.state !== 'set') continue
      await cancelAppointment(worker, meeting, { reason: 'we-cannot', words: '' })
      about.push(meeting.personId)
    }
  })
  await record(tx, { action: 'school-day.called-off', about, target: day.id })
  return ok(null)
}

/** What the school hears of an interview: what was agreed with the young person, or nothing. */
export async function sayCopy(
  tx: Tx,
  slot: Slot,
  said: { readonly copy: Copy; readonly words: string },
): Promise<Result<null, 'stale' | 'no-words'>> {
  if (said.copy === 'agreed' && said.words === '') return refused('no-words')
  const words = said.copy === 'agreed' ? said.words : ''
  if ((await updateCopy(tx, slot, { copy: said.copy, words })) === 0) return refused('stale')
  await record(tx, {
    action: 'school-day.copy-said',
    about: [slot.personId],
    target: slot.rowId,
    payload: { copy: said.copy },
  })
  return ok(null)
}
