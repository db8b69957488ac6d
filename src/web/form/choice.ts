/** Fields that choose among what is offered. What was not offered is refused, whoever sent it. */
import { allOf, cleanLine, oneOf } from './clean.ts'
import type { Field, FieldReading, Optional, Required } from './field.ts'

/** An optional choice still needs a word for an answer that was not on the page. */
type OptionalChoice = Optional & { readonly notOffered: string }

/** One of the options, for radios or a list. Optional and empty reads as `null`. */
export function choice<T extends string>(options: readonly T[], o: Required): Field<T>
export function choice<T extends string>(options: readonly T[], o: OptionalChoice): Field<T | null>
export function choice<T extends string>(
  options: readonly T[],
  o: Required | OptionalChoice,
): Field<T> | Field<T | null> {
  const field: Field<T | null> = {
    read: (body, name): FieldReading<T | null> => {
      const given = cleanLine(oneOf(body, name))
      const answers = { [name]: given }
      const value = options.find(option => option === given)
      if (value !== undefined) return { ok: true, value, answers }
      if (o.optional && given === '') return { ok: true, value: null, answers }
      return { ok: false, message: o.optional ? o.notOffered : o.missing, answers: { [name]: '' } }
    },
    show: (value, name) => ({ [name]: value ?? '' }),
  }
  return field
}

/** Any of the options, for checkboxes: in the order offered, each once. Required asks for at least one. */
export function choices<T extends string>(options: readonly T[], o: Required | OptionalChoice): Field<readonly T[]> {
  return {
    read: (body, name) => {
      const given = new Set<string>(allOf(body, name).map(cleanLine).filter(Boolean))
      const value = options.filter(option => given.has(option))
      const answers = { [name]: value }
      if (given.size > value.length) return { ok: false, message: o.optional ? o.notOffered : o.missing, answers }
      if (value.length === 0 && !o.optional) return { ok: false, message: o.missing, answers }
      return { ok: true, value, answers }
    },
    show: (value, name) => ({ [name]: value }),
  }
}

/** Yes or no: nothing is chosen beforehand, so that silence is never taken for an answer. */
export function yesNo(o: Required): Field<boolean> {
  const inner = choice(['yes', 'no'], o)
  return {
    read: (body, name) => {
      const reading = inner.read(body, name)
      return reading.ok ? { ...reading, value: reading.value === 'yes' } : reading
    },
    show: (value, name) => ({ [name]: value ? 'yes' : 'no' }),
  }
}
