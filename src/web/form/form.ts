/** Forms: a body in, a value or errors out. */
import type { Body } from './clean.ts'
import type { Answers, Field, FieldError, FormState } from './field.ts'

/** The state of a page on which nothing is asked. */
export const NO_FORM: FormState = { fields: {}, answers: {}, errors: [] }

type Fields = Readonly<Record<string, Field<unknown>>>
export type ValueOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer Value> ? Value : never }
type NameOf<F> = Extract<keyof F, string>

/** What a form made of a body. It is itself the state a page needs, in both cases: an action may still refuse a value. */
export type FormReading<Value, Name extends string = string> = FormState<Name> &
  ({ readonly ok: true; readonly value: Value } | { readonly ok: false })

/** A fault that shows only when fields are seen together. */
export interface Fault<Name extends string> {
  readonly field: Name
  readonly message: string
}

export interface Form<Value, Name extends string> {
  /** Reads any body without throwing. Every field is read, so that all errors are told at once, in the order asked. */
  read(body: unknown): FormReading<Value, Name>
  /** The state of a form nobody has touched. */
  empty(): FormState<Name>
  /** The state of a form that stands filled with what is known already. */
  fill(value: Partial<Value>): FormState<Name>
}

/**
 * A form of named fields.
 * @param fields each name is the name in the HTML
 * @param check looks at a whole value, once every field is right by itself
 */
export function form<F extends Fields>(
  fields: F,
  check?: (value: ValueOf<F>) => readonly Fault<NameOf<F>>[],
): Form<ValueOf<F>, NameOf<F>> {
  const boxes = Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.firstBox?.(name) ?? name]))
  const names = boxes as Readonly<Record<NameOf<F>, string>>
  return {
    read: body => readAll(fields, names, isBody(body) ? body : {}, check),
    empty: () => ({ fields: names, answers: {}, errors: [] }),
    fill: value => ({ fields: names, answers: answersOf(fields, value), errors: [] }),
  }
}

/** The same state with one more fault: for what only the action could know. Without a field, it leads nowhere. */
export function addError<Name extends string>(
  state: FormState<Name>,
  message: string,
  field?: NoInfer<Name>,
): FormState<Name> {
  const { fields, answers, errors } = state
  const error = { field: field ?? '', href: field === undefined ? '' : `#${fields[field]}`, message }
  return { fields, answers, errors: [...errors, error] }
}

function readAll<F extends Fields>(
  fields: F,
  names: Readonly<Record<NameOf<F>, string>>,
  body: Body,
  check: ((value: ValueOf<F>) => readonly Fault<NameOf<F>>[]) | undefined,
): FormReading<ValueOf<F>, NameOf<F>> {
  let answers: Answers = {}
  const errors: FieldError[] = []
  const value: Record<string, unknown> = {}
  for (const name of Object.keys(names) as NameOf<F>[]) {
    const reading = (fields[name] as Field<unknown>).read(body, name)
    answers = { ...answers, ...reading.answers }
    if (reading.ok) value[name] = reading.value
    else errors.push(errorOf(name, reading.message, reading.id ?? names[name], reading.boxes))
  }
  if (errors.length > 0) return { ok: false, fields: names, answers, errors }
  const whole = value as ValueOf<F>
  const faults = (check?.(whole) ?? []).map(fault => errorOf(fault.field, fault.message, names[fault.field]))
  return faults.length > 0
    ? { ok: false, fields: names, answers, errors: faults }
    : { ok: true, value: whole, fields: names, answers, errors: [] }
}

function errorOf(field: string, message: string, id: string, boxes?: readonly string[]): FieldError {
  return { field, href: id === '' ? '' : `#${id}`, message, ...(boxes && { boxes }) }
}

function answersOf<F extends Fields>(fields: F, value: Partial<ValueOf<F>>): Answers {
  let answers: Answers = {}
  for (const [name, known] of Object.entries(value)) {
    const field = fields[name] as Field<unknown> | undefined
    if (field && known !== undefined) answers = { ...answers, ...field.show(known, name) }
  }
  return answers
}

function isBody(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
