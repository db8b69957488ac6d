import { cleanLine, oneOf } from './clean.ts'
import type { Field, FieldReading, Optional, Required } from './field.ts'

interface Range {
  readonly notANumber: string
  readonly min: number
  readonly max: number
  readonly outOfRange: string
}

/** A whole number. Commas and spaces between the digits are allowed, as people write thousands. */
export function integer(o: Required & Range): Field<number>
export function integer(o: Optional & Range): Field<number | null>
export function integer(o: (Required | Optional) & Range): Field<number> | Field<number | null> {
  const field: Field<number | null> = {
    read: (body, name): FieldReading<number | null> => {
      const typed = cleanLine(oneOf(body, name))
      const answers = { [name]: typed }
      if (typed === '') {
        return o.optional ? { ok: true, value: null, answers } : { ok: false, message: o.missing, answers }
      }
      const digits = typed.replace(/[, ]/g, '').replace('\u2212', '-')
      if (!/^-?\d{1,15}$/.test(digits)) return { ok: false, message: o.notANumber, answers }
      const value = Number(digits) || 0
      if (value < o.min || value > o.max) return { ok: false, message: o.outOfRange, answers }
      return { ok: true, value, answers }
    },
    show: (value, name) => ({ [name]: value === null ? '' : String(value) }),
  }
  return field
}
