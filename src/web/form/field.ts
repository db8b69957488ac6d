/** The shapes that forms, fields and pages agree on. */
import type { Body } from './clean.ts'

/** What stood in the boxes, by the name of the box: kept when there is an error, so that nobody types twice. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One fault. The same structure feeds the summary and the field, so they can never say different things. */
export interface FieldError {
  readonly field: string
  /** Leads from the summary to the box that is wrong; empty when there is no box to go to. */
  readonly href: string
  readonly message: string
  /** Which boxes of a field of several are wrong, by name. */
  readonly boxes?: readonly string[]
}

/** Everything a page needs to show a form: what stands in the boxes, and what is wrong with it. */
export interface FormState<Name extends string = string> {
  /** The fields there are, each with the id of its first box: a page that names another does not compile. */
  readonly fields: Readonly<Record<Name, string>>
  readonly answers: Answers
  readonly errors: readonly FieldError[]
}

/** What one field made of a body. */
export type FieldReading<Value> = FieldValue<Value> | FieldFault
export interface FieldValue<Value> {
  readonly ok: true
  readonly value: Value
  readonly answers: Answers
}
export interface FieldFault {
  readonly ok: false
  readonly message: string
  readonly answers: Answers
  /** The id of the box that is wrong when it is not the field's name; empty for none. */
  readonly id?: string
  readonly boxes?: readonly string[]
}

/** One question of a form: reads a body, and says what a form filled with a value has in its boxes. */
export interface Field<Value> {
  read(body: Body, name: string): FieldReading<Value>
  show(value: Value, name: string): Answers
  /** The id of the first box, when it is not the name. */
  firstBox?(name: string): string
}

/** A field that may be left empty reads as `null`, which is what the database keeps. */
export interface Optional {
  readonly optional: true
}
/** A field that must be answered, and what to say when it is not. */
export interface Required {
  readonly optional?: false
  readonly missing: string
}
