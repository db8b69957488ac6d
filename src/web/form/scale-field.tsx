/** Steps from one end to the other in one row, and what stands apart from them by a heavier line. */
import type { ComponentChildren, JSX } from 'preact'
import type { FormState } from './field.ts'

/** A group of radios drawn as a scale: a column of its own on a phone. */
export function ScaleField(p: {
  readonly form: FormState
  readonly name: string
  /** Who says it. */
  readonly legend: ComponentChildren
  /** Of what, for those who hear it: the heading above is not part of the group. */
  readonly of: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
  /** The last one, which is no step of the scale. */
  readonly apart: { readonly value: string; readonly label: string }
  /** Round marks for staff, square ones for the young person. */
  readonly look: 'round' | 'square'
}): JSX.Element {
  const given = p.form.answers[p.name]
  const error = p.form.errors.find(one => one.field === p.name)
  const chosen = given === undefined || given === '' ? p.apart.value : given
  const item = (one: { value: string; label: string }, index: number, isApart: boolean) => (
    <label class={isApart ? 'cx-scale__item cx-scale__item--apart' : 'cx-scale__item'}>
      <input
        class="cx-scale__input"
        type="radio"
        id={index === 0 ? p.name : undefined}
        name={p.name}
        value={one.value}
        checked={chosen === one.value}
      />
      <span class="cx-scale__mark" aria-hidden="true" />
      <span class="cx-scale__word">{one.label}</span>
    </label>
  )
  return (
    <fieldset class={`cx-scale cx-scale--${p.look}`} aria-describedby={error && `${p.name}-error`}>
      <legend class="cx-scale__legend">
        <span class="cx-scale__sign" aria-hidden="true" /> {p.legend}
        <span class="govuk-visually-hidden"> {p.of}</span>
      </legend>
      {error && (
        <p class="govuk-error-message cx-scale__error" id={`${p.name}-error`}>
          {error.message}
        </p>
      )}
      <div class="cx-scale__row">
        {p.items.map((one, index) => item(one, index, false))}
        {item(p.apart, p.items.length, true)}
      </div>
    </fieldset>
  )
}
