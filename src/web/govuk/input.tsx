import type { JSX } from 'preact'
import { describedBy, FieldHead, type FieldOptions, FormGroup } from './form-group.tsx'
import { type Content, cx, type FormGroupOptions, isEmpty, own, type Styled } from './options.ts'

export type InputType = 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'date' | 'time'

export interface InputOptions extends FieldOptions {
  readonly type?: InputType | undefined
  readonly value?: string | number | undefined
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly prefix?: Content | undefined
  readonly suffix?: Content | undefined
  readonly inputWrapper?: Styled | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** One line of text. */
export function Input(o: InputOptions): JSX.Element {
  const id = o.id ?? o.name
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      <FieldHead id={id} label={o.label} hint={o.hint} errorMessage={o.errorMessage} />
      {wrapped(o, <InputElement {...o} id={id} describedBy={describedBy(id, o)} error={Boolean(o.errorMessage)} />)}
    </FormGroup>
  )
}

function InputElement(o: Omit<InputOptions, 'label' | 'hint' | 'errorMessage'> & { error: boolean }): JSX.Element {
  return (
    <input
      {...own(o.attributes)}
      class={cx('govuk-input', o.classes, o.error && 'govuk-input--error')}
      id={o.id}
      name={o.name}
      type={(o.type ?? 'text') as 'text'}
      spellcheck={o.spellcheck}
      value={o.value}
      disabled={o.disabled}
      aria-describedby={o.describedBy}
      autocomplete={o.autocomplete as 'off' | undefined}
      autocapitalize={o.autocapitalize as 'none' | undefined}
      pattern={o.pattern}
      inputMode={o.inputmode}
    />
  )
}

function wrapped(o: InputOptions, input: JSX.Element): JSX.Element {
  const { prefix, suffix, formGroup } = o
  const parts = [prefix?.children, suffix?.children, formGroup?.beforeInput, formGroup?.afterInput]
  if (parts.every(isEmpty)) return input
  return (
    <div {...own(o.inputWrapper?.attributes)} class={cx('govuk-input__wrapper', o.inputWrapper?.classes)}>
      {formGroup?.beforeInput}
      {affix('prefix', prefix)}
      {input}
      {affix('suffix', suffix)}
      {formGroup?.afterInput}
    </div>
  )
}

function affix(side: 'prefix' | 'suffix', o: Content | undefined): JSX.Element | null {
  if (o === undefined || isEmpty(o.children)) return null
  return (
    <div {...own(o.attributes)} class={cx(`govuk-input__${side}`, o.classes)} aria-hidden="true">
      {o.children}
    </div>
  )
}
