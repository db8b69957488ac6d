/** The answer of anything that may be refused: a value, or a word that says why not. */
export type Result<Value, Why = string> = Ok<Value> | Refused<Why>

/** A decision that went through. */
export type Ok<Value> = { readonly ok: true; readonly value: Value }
/** A decision that did not; `why` is a word of the room (`already-answered`), never a sentence for the screen. */
export type Refused<Why> = { readonly ok: false; readonly why: Why }

/** Wraps a value that was allowed. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value }
}

/** Wraps the word for a refusal. */
export function refused<Why extends string>(why: Why): Refused<Why> {
  return { ok: false, why }
}
