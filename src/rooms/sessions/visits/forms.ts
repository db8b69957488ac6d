import { londonMoment, timeOf } from '#ground/clock.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import type { Appointment } from '../diary/appointment.ts'
import { endOf } from '../diary/rules.ts'
import { dayWords } from '../forms.ts'
import { USUAL_ALARM_MINUTES } from './rules.ts'
import { GOES, LOOKED_AT, type Visit, type VisitPlan } from './visit.ts'
import { visits as en } from './words.ts'

const words = (max: number, missing: string) => ({ missing, max, tooLong: en.tooLong(max) })

function fields(buddies: readonly AccountId[]) {
  return {
    'looked-at': choices(LOOKED_AT, { missing: en.missingLookedAt }),
    goes: choice(GOES, { missing: en.missingGoes }),
    companion: text({ optional: true, max: 200, tooLong: en.tooLong(200) }),
    whereabouts: text(words(200, en.missingWhereabouts)),
    buddy: choice(buddies, { missing: en.missingBuddy }),
    'back-by': time({ missing: en.missingBackBy, notATime: en.badTime }),
    alarm: integer({ missing: en.badMinutes, min: 5, max: 120, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
    reach: text(words(100, en.missingReach)),
    phrase: text(words(100, en.missingPhrase)),
  }
}

export const planForm = (buddies: readonly AccountId[]) => form(fields(buddies))

/** What the form says of a visit to a meeting. A time before it begins is of the day after: one may be back past midnight. */
export function planOf(
  value: ValueOf<ReturnType<typeof fields>>,
  { onDay, atTime }: Pick<Appointment, 'onDay' | 'atTime'>,
): VisitPlan {
  const day = value['back-by'] > atTime ? onDay : addDays(onDay, 1)
  return {
    buddyId: value.buddy,
    lookedAt: value['looked-at'],
    goes: value.goes,
    companion: value.companion ?? '',
    whereabouts: value.whereabouts,
    reach: value.reach,
    phrase: value.phrase,
    backBy: londonMoment(day, value['back-by']),
    alarmMinutes: value.alarm,
  }
}

/** The form filled: with the plan there is, or with what is the same as the last time. */
export function fillPlan(
  buddies: readonly AccountId[],
  appointment: Appointment,
  known: {
    readonly open: Visit | undefined
    readonly last: Visit | undefined
    /** Names of colleagues who go along. */
    readonly with: readonly string[]
  },
) {
  const { open, last } = known
  if (open)
    return planForm(buddies).fill({
      'looked-at': open.lookedAt,
      goes: open.goes,
      companion: open.companion,
      whereabouts: open.whereabouts,
      buddy: open.buddyId,
      'back-by': timeOf(open.backBy),
      alarm: open.alarmMinutes,
      reach: open.reach,
      phrase: open.phrase,
    })
  const backBy = endOf(appointment)
  return planForm(buddies).fill({
    alarm: last?.alarmMinutes ?? USUAL_ALARM_MINUTES,
    ...(backBy === '24:00' ? {} : { 'back-by': backBy }),
    ...(known.with.length === 0 ? {} : { goes: 'in-pairs' as const, companion: known.with.join(', ') }),
    ...(last ? { buddy: last.buddyId, reach: last.reach, phrase: last.phrase } : {}),
  })
}

export const foundForm = form({ words: longText(words(1000, en.missingFound)) })

export const nearMissForm = form({
  what: longText(words(2000, en.missingWhat)),
  learned: longText({ optional: true, max: 2000, tooLong: en.tooLong(2000) }),
  on: day({ missing: en.missingOn, ...dayWords }),
})
