import { cleanLine, oneOf } from './clean.ts'
import type { Field, FieldReading, Optional, Required } from './field.ts'

/** What people write for a time: 9:30, 09.30, 0930, 9:30am, 4pm; in Welsh yb (bore) and yh (hwyr). */
const SHAPE = /^(\d{1,2})(?:[:.]?(\d{2}))?(?: ?(am|pm|a\.m\.|p\.m\.|yb|yh))?$/

/**
 * A time of day in one box. The value is `HH:MM` on a clock of 24 hours, as `londonMoment` takes it. An hour alone is
 * taken only with am or pm: "4" may be either.
 */
export function time(o: Required & { notATime: string }): Field<string>
export function time(o: Optional & { notATime: string }): Field<string | null>
export function time(o: (Required | Optional) & { notATime: string }): Field<string> | Field<string | null> {
  const field: Field<string | null> = {
    read: (body, name): FieldReading<string | null> => {
      const typed = cleanLine(oneOf(body, name))
      const answers = { [name]: typed }
      if (typed === '') {
        return o.optional ? { ok: true, value: null, answers } : { ok: false, message: o.missing, answers }
      }
      const value = parse(typed.toLowerCase())
      return value === undefined ? { ok: false, message: o.notATime, answers } : { ok: true, value, answers }
    },
    show: (value, name) => ({ [name]: value ?? '' }),
  }
  return field
}

function parse(typed: string): string | undefined {
  const [, hours, minutes, half] = SHAPE.exec(typed) ?? []
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)]
  if (minute > 59 || hour > 23) return undefined
  if (half === undefined) return `${two(hour)}:${two(minute)}`
  if (hour < 1 || hour > 12) return undefined
  const late = half.startsWith('p') || half === 'yh'
  return `${two((hour % 12) + (late ? 12 : 0))}:${two(minute)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
