/** Settings of the demo, one of each, and paper that goes into a secure place: printed, typed in, destroyed. */
import { addDays } from '#ground/day.ts'
import {
  findAppointment,
  findSheetAbout,
  makeSheet,
  SETTINGS,
  type Setting,
  saySetting,
  setAppointment,
  typeIn,
} from '#rooms/sessions/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

/** Writes them down with one adviser's caseload. */
export function furnishSettings(work: DailyWork): Promise<void> {
  return eachLed(work, 36, async led => {
    const setting = [...SETTINGS, 'custody' as const, 'custody' as const][led.i - 24]
    if (setting !== undefined) await furnishOne({ ...led, work }, setting)
  })
}

type Whose = Led & { readonly work: DailyWork }

async function furnishOne(whose: Whose, setting: Setting): Promise<void> {
  const { personId, accountId, i } = whose
  const way = setting === 'custody' ? ({ 34: 'typed-in', 35: 'destroyed' } as const)[i] : undefined
  const id = await onDay(whose, 3, tx =>
    setAppointment(tx, personId, accountId, {
      arrangement: {
        ...{
          onDay: addDays(tx.acting.today, way === undefined ? 9 : 1),
          atTime: '16:40',
          minutes: 30,
          kind: 'meeting',
        },
        ...{ place: 'Ask at the desk', room: 'private', needs: '', purpose: 'support', others: '' },
        ...{ aim: 'Say what would help next', method: '', bring: '', toldHow: null, toldOn: null, isRestricted: false },
      },
      keepsBoth: true,
      insteadOf: null,
    }),
  )
  if (!id.ok) return
  await onDay(whose, 3, async tx => {
    await saySetting(tx, personId, { appointmentId: id.value }, setting)
    const known = await findAppointment(tx, id.value)
    if (known && setting === 'custody')
      done(await makeSheet(tx, known, accountId, { aim: known.aim, questions: 'What went well?\nWhat comes next?' }))
  })
  if (way === undefined) return
  await onDay(whose, 1, async tx => {
    const known = await findAppointment(tx, id.value)
    const sheet = known && (await findSheetAbout(tx, known.rowId))
    if (!known || !sheet) return
    const { onDay: happenedOn, atTime, minutes, kind, place, aim, purpose } = known
    done(
      await typeIn(tx, sheet, known, {
        ...{ accountId, came: { state: 'came' }, reasonWords: '', isDestroyed: way === 'destroyed' },
        content: {
          ...{ happenedOn, atTime, minutes, kind, place, aim, purpose, outcome: 'done', present: '' },
          ...{ aloneOffered: null, aimResult: null, aimWhy: '', notes: 'We talked about a course.', ownWords: '' },
          ...{ nextStep: '', nextOn: null, agreed: null, isRestricted: false },
        },
      }),
    )
  })
}
