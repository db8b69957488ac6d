/** Fields of text. */
import { cleanLine, cleanLines, oneOf } from './clean.ts'
import type { Answers, Field, FieldReading, Optional, Required } from './field.ts'

interface Length {
  /** The greatest length, in the units that `maxlength` counts. */
  readonly max: number
  readonly tooLong: string
}
type Check = (text: string) => string | undefined

/** One line of text, cleaned as `cleanLine` says. Optional and empty reads as `null`. */
export function text(o: Required & Length): Field<string>
export function text(o: Optional & Length): Field<string | null>
export function text(o: (Required | Optional) & Length): Field<string> | Field<string | null> {
  return textField(o, cleanLine, clean => (clean.length > o.max ? o.tooLong : undefined))
}

/** Several lines of text, cleaned as `cleanLines` says. */
export function longText(o: Required & Length): Field<string>
export function longText(o: Optional & Length): Field<string | null>
export function longText(o: (Required | Optional) & Length): Field<string> | Field<string | null> {
  return textField(o, cleanLines, clean => (clean.length > o.max ? o.tooLong : undefined))
}

// Only a shape that mail cannot do without: whether an address works is known when a message arrives.
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)+$/

/** An email address, of at most 254 characters (RFC 5321). */
export function email(o: Required & { notAnEmail: string }): Field<string>
export function email(o: Optional & { notAnEmail: string }): Field<string | null>
export function email(o: (Required | Optional) & { notAnEmail: string }): Field<string> | Field<string | null> {
  return textField(o, cleanLine, clean => (clean.length > 254 || !EMAIL.test(clean) ? o.notAnEmail : undefined))
}

/** A password or code: not trimmed, never shown again after an error. */
export function secret(o: Required & Length): Field<string> {
  return {
    read: (body, name) => {
      const typed = oneOf(body, name).normalize('NFC')
      if (typed === '') return { ok: false, message: o.missing, answers: {} }
      return typed.length > o.max
        ? { ok: false, message: o.tooLong, answers: {} }
        : { ok: true, value: typed, answers: {} }
    },
    show: () => ({}),
  }
}

/** What the page itself sent along, such as a version. Nobody can mend it, so its fault leads to no box. */
export function hidden(o: Required & { max?: number }): Field<string> {
  const check: Check = clean => (clean.length > (o.max ?? 200) ? o.missing : undefined)
  const inner = textField(o, cleanLine, check) as Field<string>
  return {
    ...inner,
    read: (body, name) => {
      const reading = inner.read(body, name)
      return reading.ok ? reading : { ...reading, id: '' }
    },
  }
}

function textField(o: Required | Optional, clean: (text: string) => string, check: Check): Field<string | null> {
  return {
    read: (body, name): FieldReading<string | null> => {
      const answer = clean(oneOf(body, name))
      const answers: Answers = { [name]: answer }
      if (answer === '') {
        return o.optional ? { ok: true, value: null, answers } : { ok: false, message: o.missing, answers }
      }
      const message = check(answer)
      return message === undefined ? { ok: true, value: answer, answers } : { ok: false, message, answers }
    },
    show: (value, name) => ({ [name]: value ?? '' }),
  }
}
