import type { JSX } from 'preact'
import { describedBy, FieldHead, type FieldOptions, FormGroup } from './form-group.tsx'
import { cx, type FormGroupOptions, own } from './options.ts'

export interface TextareaOptions extends FieldOptions {
  readonly rows?: number | undefined
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** Several lines of text. */
export function Textarea(o: TextareaOptions): JSX.Element {
  const id = o.id ?? o.name
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      <FieldHead id={id} label={o.label} hint={o.hint} errorMessage={o.errorMessage} />
      {o.formGroup?.beforeInput}
      <textarea
        {...own(o.attributes)}
        class={cx('govuk-textarea', Boolean(o.errorMessage) && 'govuk-textarea--error', o.classes)}
        id={id}
        name={o.name}
        rows={o.rows || 5}
        spellcheck={o.spellcheck}
        disabled={o.disabled}
        aria-describedby={describedBy(id, o)}
        autocomplete={o.autocomplete as 'off' | undefined}
      >
        {o.value}
      </textarea>
      {o.formGroup?.afterInput}
    </FormGroup>
  )
}
