import type { ComponentChildren, JSX } from 'preact'
import type { ErrorMessageOptions } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { describedBy, FieldHead, FormGroup } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { type Content, cx, type FieldsetGroupOptions, type Items, ids, isEmpty, own, type Styled } from './options.ts'

export interface CheckboxItem extends Content {
  readonly divider?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly label?: Styled | undefined
  readonly hint?: Content | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** "none of these": takes the others off, with scripts. */
  readonly behaviour?: 'exclusive' | undefined
  readonly conditional?: { readonly children?: ComponentChildren } | undefined
}

export interface CheckboxesOptions extends Styled {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly items: Items<CheckboxItem>
  readonly values?: readonly (string | number)[] | undefined
  readonly describedBy?: string | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'children' | 'role'> | undefined
  readonly hint?: Content | undefined
  readonly errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
  readonly formGroup?: FieldsetGroupOptions | undefined
}

/** A choice of any. Without a fieldset each box carries the group's hint and error itself. */
export function Checkboxes(o: CheckboxesOptions): JSX.Element {
  const prefix = o.idPrefix || o.name
  const described = describedBy(prefix, { ...o, describedBy: o.fieldset?.describedBy ?? o.describedBy })
  const shared = o.fieldset ? undefined : described
  const inner = (
    <>
      <FieldHead id={prefix} hint={o.hint} errorMessage={o.errorMessage} />
      <div {...own(o.attributes)} class={cx('govuk-checkboxes', o.classes)} data-module="govuk-checkboxes">
        {o.formGroup?.beforeInputs}
        {o.items.map((item, index) => item && box(o, item, index === 0 ? prefix : `${prefix}-${index + 1}`, shared))}
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

function box(o: CheckboxesOptions, item: CheckboxItem, ownId: string, shared: string | undefined): JSX.Element {
  if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const id = item.id ?? ownId
  const listed = item.value !== undefined && (o.values ?? []).includes(item.value)
  const checked = item.checked || (listed && item.checked !== false)
  const hinted = item.hint !== undefined && !isEmpty(item.hint.children)
  const opens = item.conditional !== undefined && !isEmpty(item.conditional.children)
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          {...own(item.attributes)}
          class="govuk-checkboxes__input"
          id={id}
          name={item.name ?? o.name}
          type="checkbox"
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={opens ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={ids(shared, hinted && `${id}-item-hint`)}
        />
        <Label
          for={id}
          classes={cx('govuk-checkboxes__label', item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.children}
        </Label>
        {hinted && (
          <Hint {...item.hint} id={`${id}-item-hint`} classes={cx('govuk-checkboxes__hint', item.hint?.classes)} />
        )}
      </div>
      {opens && (
        <div
          class={cx('govuk-checkboxes__conditional', !checked && 'govuk-checkboxes__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional?.children}
        </div>
      )}
    </>
  )
}
