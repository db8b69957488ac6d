/** The frame round every field: group, label, hint and error message, with their ids. */
import type { ComponentChildren, JSX } from 'preact'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'
import { type Content, cx, ids, own, type Styled } from './options.ts'

/** Options that every field with one label has. */
export interface FieldOptions extends Styled {
  readonly id?: string | undefined
  readonly name: string
  readonly label: Omit<LabelOptions, 'for'>
  readonly hint?: Content | undefined
  readonly errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
}

/** The value of a field's `aria-describedby`: what the caller names, then the hint, then the error. */
export function describedBy(
  id: string | undefined,
  o: { describedBy?: string | undefined; hint?: unknown; errorMessage?: unknown },
): string | undefined {
  return ids(o.describedBy, Boolean(o.hint) && `${id}-hint`, Boolean(o.errorMessage) && `${id}-error`)
}

/** The `div` round a field; marked when there is an error. */
export function FormGroup(o: { group?: Styled | undefined; error: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <div
      {...own(o.group?.attributes)}
      class={cx('govuk-form-group', o.error && 'govuk-form-group--error', o.group?.classes)}
    >
      {o.children}
    </div>
  )
}

/** Label, hint and error message, in the order that the Design System reads them out. */
export function FieldHead(o: {
  id: string
  label?: Omit<LabelOptions, 'for'> | undefined
  hint?: Content | undefined
  errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
}): JSX.Element {
  return (
    <>
      {o.label && <Label {...o.label} for={o.id} />}
      {o.hint && <Hint {...o.hint} id={`${o.id}-hint`} />}
      {o.errorMessage && <ErrorMessage {...o.errorMessage} id={`${o.id}-error`} />}
    </>
  )
}
