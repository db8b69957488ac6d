import type { JSX } from 'preact'
import { describedBy, FieldHead, type FieldOptions, FormGroup } from './form-group.tsx'
import { type Attributes, cx, type FormGroupOptions, type Items, own } from './options.ts'

export interface SelectItem {
  /** Left out, the words themselves are the value. */
  readonly value?: string | number | boolean | undefined
  readonly children?: string | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectOptions extends FieldOptions {
  readonly items?: Items<SelectItem> | undefined
  readonly value?: string | number | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** A choice of one from a list that opens. */
export function Select(o: SelectOptions): JSX.Element {
  const id = o.id ?? o.name
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      <FieldHead id={id} label={o.label} hint={o.hint} errorMessage={o.errorMessage} />
      {o.formGroup?.beforeInput}
      <select
        {...own(o.attributes)}
        class={cx('govuk-select', o.classes, Boolean(o.errorMessage) && 'govuk-select--error')}
        id={id}
        name={o.name}
        disabled={o.disabled}
        aria-describedby={describedBy(id, o)}
      >
        {o.items?.map(item => item && option(item, o.value))}
      </select>
      {o.formGroup?.afterInput}
    </FormGroup>
  )
}

function option(item: SelectItem, chosen: string | number | undefined): JSX.Element {
  const value = item.value ?? item.children
  const selected = item.selected || (Boolean(chosen) && item.selected !== false && String(value) === String(chosen))
  return (
    <option
      {...own(item.attributes)}
      value={item.value === undefined ? undefined : String(item.value)}
      selected={selected}
      disabled={item.disabled}
    >
      {item.children}
    </option>
  )
}
