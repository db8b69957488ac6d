import type { ComponentChildren, JSX } from 'preact'
import type { ErrorMessageOptions } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { describedBy, FieldHead, FormGroup } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { type Content, cx, type FieldsetGroupOptions, type Items, isEmpty, own, type Styled } from './options.ts'

export interface RadioItem extends Content {
  /** A word between two items, such as "or"; an item has nothing else then. */
  readonly divider?: string | undefined
  readonly id?: string | undefined
  readonly value?: string | undefined
  readonly label?: Styled | undefined
  readonly hint?: Content | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown only while the item is chosen. */
  readonly conditional?: { readonly children?: ComponentChildren } | undefined
}

export interface RadiosOptions extends Styled {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly items: Items<RadioItem>
  readonly value?: string | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'children' | 'role'> | undefined
  readonly hint?: Content | undefined
  readonly errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
  readonly formGroup?: FieldsetGroupOptions | undefined
}

/** A choice of one, all in view. The first item's id is the plain prefix, so that the error summary can lead to it. */
export function Radios(o: RadiosOptions): JSX.Element {
  const prefix = o.idPrefix || o.name
  const described = describedBy(prefix, { ...o, describedBy: o.fieldset?.describedBy })
  const inner = (
    <>
      <FieldHead id={prefix} hint={o.hint} errorMessage={o.errorMessage} />
      <div {...own(o.attributes)} class={cx('govuk-radios', o.classes)} data-module="govuk-radios">
        {o.formGroup?.beforeInputs}
        {o.items.map((item, index) => item && radio(o, item, index === 0 ? prefix : `${prefix}-${index + 1}`))}
        {o.formGroup?.afterInputs}
      </div>
    </>
  )
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      {o.fieldset ? (
        <Fieldset {...o.fieldset} describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

function radio(o: RadiosOptions, item: RadioItem, ownId: string): JSX.Element {
  if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>
  const id = item.id ?? ownId
  const checked = item.checked || (Boolean(o.value) && item.checked !== false && item.value === o.value)
  const hinted = item.hint !== undefined && !isEmpty(item.hint.children)
  const opens = item.conditional !== undefined && !isEmpty(item.conditional.children)
  return (
    <>
      <div class="govuk-radios__item">
        <input
          {...own(item.attributes)}
          class="govuk-radios__input"
          id={id}
          name={o.name}
          type="radio"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={opens ? `conditional-${id}` : undefined}
          aria-describedby={hinted ? `${id}-item-hint` : undefined}
        />
        <Label for={id} classes={cx('govuk-radios__label', item.label?.classes)} attributes={item.label?.attributes}>
          {item.children}
        </Label>
        {hinted && (
          <Hint {...item.hint} id={`${id}-item-hint`} classes={cx('govuk-radios__hint', item.hint?.classes)} />
        )}
      </div>
      {opens && (
        <div
          class={cx('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional?.children}
        </div>
      )}
    </>
  )
}
