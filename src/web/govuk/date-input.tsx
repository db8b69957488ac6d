import type { JSX } from 'preact'
import type { ErrorMessageOptions } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { describedBy, FieldHead, FormGroup } from './form-group.tsx'
import { Input, type InputOptions } from './input.tsx'
import {
  type Attributes,
  type Content,
  cx,
  type FieldsetGroupOptions,
  type Items,
  own,
  type Styled,
} from './options.ts'

export interface DateInputItem {
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly value?: string | number | undefined
  /** True marks this box alone; false leaves it plain though the date has an error. */
  readonly error?: boolean | undefined
  readonly classes?: string | undefined
  readonly inputmode?: InputOptions['inputmode']
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface DateInputOptions extends Styled {
  readonly id: string
  readonly namePrefix?: string | undefined
  readonly day?: DateInputItem | false | undefined
  readonly month?: DateInputItem | false | undefined
  readonly year?: DateInputItem | false | undefined
  /** Boxes of your own in the place of day, month and year. */
  readonly items?: Items<DateInputItem> | undefined
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'children' | 'role'> | undefined
  readonly hint?: Content | undefined
  readonly errorMessage?: Omit<ErrorMessageOptions, 'id'> | undefined
  readonly formGroup?: FieldsetGroupOptions | undefined
}

type Part = 'day' | 'month' | 'year'
const PARTS: readonly Part[] = ['day', 'month', 'year']

/** A date people know, typed in boxes. */
export function DateInput(o: DateInputOptions): JSX.Element {
  const parts = PARTS.map(part => ({ part, item: o[part] === undefined ? partItem(o, part) : o[part] }))
  const boxes = o.items?.length
    ? o.items.map(item => item && { item, part: parts.find(p => isPart(p.part, p.item, item)) })
    : parts.map(p => p.item && { item: p.item, part: p })
  const anyMarked = boxes.some(b => b && isMarked(b.item))
  const described = describedBy(o.id, { ...o, describedBy: o.fieldset?.describedBy })
  const inner = (
    <>
      <FieldHead id={o.id} hint={o.hint} errorMessage={o.errorMessage} />
      <div {...own(o.attributes)} class={cx('govuk-date-input', o.classes)} id={o.id}>
        {o.formGroup?.beforeInputs}
        {boxes.map(b => b && dateBox(o, b.item, b.part, anyMarked))}
        {o.formGroup?.afterInputs}
      </div>
    </>
  )
  // The role makes a screen reader announce the description of a fieldset whose fields are text boxes.
  return (
    <FormGroup group={o.formGroup} error={Boolean(o.errorMessage)}>
      {o.fieldset ? (
        <Fieldset {...o.fieldset} role="group" describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

function partItem(o: DateInputOptions, part: Part): DateInputItem {
  return { name: part, value: o.values?.[part], classes: `govuk-input--width-${part === 'year' ? 4 : 2}` }
}

function isPart(part: Part, standard: DateInputItem | false, item: DateInputItem): boolean {
  return item.name !== undefined && (item.name === part || (standard !== false && item.name === standard.name))
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || (item.classes ?? '').includes('govuk-input--error')
}

function dateBox(
  o: DateInputOptions,
  item: DateInputItem,
  part: { part: Part; item: DateInputItem | false } | undefined,
  anyMarked: boolean,
): JSX.Element {
  const name = item.name ?? part?.part ?? ''
  const fullName = `${o.namePrefix ? `${o.namePrefix}-` : ''}${name}`
  const given = item.classes ?? ''
  const marked = isMarked(item) || (item.error !== false && Boolean(o.errorMessage) && !anyMarked)
  const standard = part !== undefined && part.item !== false ? part.item.value : undefined
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ children: item.label ?? capitalise(name), classes: 'govuk-date-input__label' }}
        id={item.id ?? `${o.id}-${name}`}
        name={fullName}
        classes={cx(
          'govuk-date-input__input',
          marked && !given.includes('govuk-input--error') && 'govuk-input--error',
          !given.includes('govuk-input--width-') && `govuk-input--width-${part?.part === 'year' ? 4 : 2}`,
          given,
        )}
        value={item.value ?? standard ?? o.values?.[fullName]}
        inputmode={item.inputmode ?? 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()
}
