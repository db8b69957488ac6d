/** The fields of a form on a page: each shows the answer that stands in the form's state, and what is wrong with it. */
import { Component, type ComponentChildren, type JSX } from 'preact'
import { Checkboxes } from '#web/govuk/checkboxes.tsx'
import { DateInput } from '#web/govuk/date-input.tsx'
import { ErrorSummary } from '#web/govuk/error-summary.tsx'
import { FileUpload } from '#web/govuk/file-upload.tsx'
import { Input, type InputOptions } from '#web/govuk/input.tsx'
import type { Attributes } from '#web/govuk/options.ts'
import { PasswordInput } from '#web/govuk/password-input.tsx'
import { Radios } from '#web/govuk/radios.tsx'
import { Select } from '#web/govuk/select.tsx'
import { Textarea } from '#web/govuk/textarea.tsx'
import { DAY_BOXES, type DayBox } from './day-field.ts'
import type { FieldError, FormState } from './field.ts'

/** Words that every form says in the language of the page; the page round the form gives them. */
export interface FormWords {
  /** Said before each message to people who hear it. */
  readonly error: string
  readonly errorSummary: string
  readonly boxes: Readonly<Record<DayBox, string>>
  readonly showPassword: string
  readonly showPasswordLong: string
  readonly hidePassword: string
  readonly hidePasswordLong: string
  readonly passwordShown: string
  readonly passwordHidden: string
}

/**
 * Gives the words of the page's language to the fields within.
 *
 * A class with a method of its own, where `createContext` would make closures for every page: in V8 11.3 a closure kept
 * on an instance and called lets what was drawn outlive the quick collections of garbage, page after page.
 */
export class FormWordsProvider extends Component<{ readonly value: FormWords; readonly children?: ComponentChildren }> {
  override getChildContext(): FormContext {
    return { formWords: this.props.value }
  }

  override render(): ComponentChildren {
    return this.props.children
  }
}

/** What fields are given from above them. */
interface FormContext {
  readonly formWords?: FormWords
}

interface FieldProps<Name extends string> {
  readonly form: FormState<Name>
  readonly name: NoInfer<Name>
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly classes?: string | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
  /** This field is the whole page: its label is the `h1`. */
  readonly isPageHeading?: boolean | undefined
}

export interface OptionItem<T extends string = string> {
  readonly value: T
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** Asked only when this is chosen. */
  readonly conditional?: ComponentChildren
  readonly exclusive?: boolean | undefined
}

type TextFieldProps<Name extends string> = FieldProps<Name> &
  Pick<
    InputOptions,
    'type' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck' | 'prefix' | 'suffix' | 'formGroup'
  >

/** One line of text. */
export function TextField<Name extends string>(p: TextFieldProps<Name>): JSX.Element {
  const { form, name, label, hint, isPageHeading, ...rest } = p
  return withWords(w => (
    <Input
      {...rest}
      id={name}
      name={name}
      label={labelOf(label, isPageHeading)}
      hint={hintOf(hint)}
      value={answer(form, name)}
      errorMessage={messageOf(form, name, w)}
    />
  ))
}

/** Several lines of text. */
export function TextareaField<Name extends string>(p: FieldProps<Name> & { readonly rows?: number }): JSX.Element {
  return withWords(w => (
    <Textarea
      id={p.name}
      name={p.name}
      label={labelOf(p.label, p.isPageHeading)}
      hint={hintOf(p.hint)}
      rows={p.rows}
      value={answer(p.form, p.name)}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      disabled={p.disabled}
      attributes={p.attributes}
    />
  ))
}

/** A password: never filled in by us. */
export function PasswordField<Name extends string>(
  p: FieldProps<Name> & { readonly autocomplete: 'current-password' | 'new-password' },
): JSX.Element {
  return withWords(w => (
    <PasswordInput
      id={p.name}
      name={p.name}
      label={labelOf(p.label, p.isPageHeading)}
      hint={hintOf(p.hint)}
      autocomplete={p.autocomplete}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      attributes={p.attributes}
      showPasswordText={w?.showPassword}
      hidePasswordText={w?.hidePassword}
      showPasswordAriaLabelText={w?.showPasswordLong}
      hidePasswordAriaLabelText={w?.hidePasswordLong}
      passwordShownAnnouncementText={w?.passwordShown}
      passwordHiddenAnnouncementText={w?.passwordHidden}
    />
  ))
}

/** A file to send; the form must be `multipart`. */
export function FileField<Name extends string>(
  p: FieldProps<Name> & { readonly accept?: string; readonly multiple?: boolean },
): JSX.Element {
  return withWords(w => (
    <FileUpload
      id={p.name}
      name={p.name}
      label={labelOf(p.label, p.isPageHeading)}
      hint={hintOf(p.hint)}
      multiple={p.multiple}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      attributes={{ accept: p.accept, ...p.attributes }}
    />
  ))
}

/** A day in three boxes, of which only those that are wrong are marked. */
export function DayField<Name extends string>(p: FieldProps<Name>): JSX.Element {
  const error = errorAt(p.form, p.name)
  return withWords(w => (
    <DateInput
      id={p.name}
      namePrefix={p.name}
      items={DAY_BOXES.map(box => ({
        name: box,
        label: w?.boxes[box],
        classes: `govuk-input--width-${box === 'year' ? 4 : 2}`,
        error: error === undefined ? undefined : (error.boxes ?? DAY_BOXES).includes(box),
        value: answer(p.form, `${p.name}-${box}`),
        // Names of months are welcome, so the month's box must not bring up a keyboard of digits.
        inputmode: box === 'month' ? 'text' : 'numeric',
      }))}
      fieldset={{ legend: labelOf(p.label, p.isPageHeading) }}
      hint={hintOf(p.hint)}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      attributes={p.attributes}
    />
  ))
}

/** One of the options, all in view. */
export function RadiosField<Name extends string>(
  p: FieldProps<Name> & { readonly items: readonly OptionItem[] },
): JSX.Element {
  return withWords(w => (
    <Radios
      name={p.name}
      items={p.items.map(item => ({ ...option(item), value: item.value, disabled: p.disabled }))}
      value={answer(p.form, p.name)}
      fieldset={{ legend: labelOf(p.label, p.isPageHeading) }}
      hint={hintOf(p.hint)}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      attributes={p.attributes}
    />
  ))
}

/** Any of the options. */
export function CheckboxesField<Name extends string>(
  p: FieldProps<Name> & { readonly items: readonly OptionItem[] },
): JSX.Element {
  const chosen = p.form.answers[p.name] ?? []
  return withWords(w => (
    <Checkboxes
      name={p.name}
      items={p.items.map(item => ({
        ...option(item),
        value: item.value,
        behaviour: item.exclusive ? 'exclusive' : undefined,
        disabled: p.disabled,
      }))}
      values={typeof chosen === 'string' ? [chosen] : chosen}
      fieldset={{ legend: labelOf(p.label, p.isPageHeading) }}
      hint={hintOf(p.hint)}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      attributes={p.attributes}
    />
  ))
}

/** One of a list that opens. `empty` is the first line, chosen when nothing is. */
export function SelectField<Name extends string>(
  p: FieldProps<Name> & {
    readonly items: readonly { readonly value: string; readonly label: string }[]
    readonly empty?: string
  },
): JSX.Element {
  return withWords(w => (
    <Select
      id={p.name}
      name={p.name}
      label={labelOf(p.label, p.isPageHeading)}
      hint={hintOf(p.hint)}
      items={[
        p.empty !== undefined && { value: '', children: p.empty },
        ...p.items.map(item => ({ value: item.value, children: item.label })),
      ]}
      value={answer(p.form, p.name)}
      errorMessage={messageOf(p.form, p.name, w)}
      classes={p.classes}
      disabled={p.disabled}
      attributes={p.attributes}
    />
  ))
}

/** A value the page sends along by itself. */
export function HiddenField<Name extends string>(p: { form: FormState<Name>; name: NoInfer<Name> }): JSX.Element {
  return <input type="hidden" name={p.name} value={answer(p.form, p.name) ?? ''} />
}

/** Every error of a form, at the top of the page; nothing when there is none. */
export function ErrorSummaryOf(p: { form: FormState }): JSX.Element | null {
  if (p.form.errors.length === 0) return null
  const errorList = p.form.errors.map(error => ({ href: error.href, children: error.message }))
  return withWords(w => <ErrorSummary title={w?.errorSummary} errorList={errorList} />)
}

/** A form that changes something, with the token that proves it came from our own page. */
export function PostForm(p: {
  readonly action: string
  readonly csrfToken: string
  readonly multipart?: boolean | undefined
  readonly classes?: string | undefined
  /** It is sent by itself while it is filled in; the id of what says how that stands (src/web/browser/save-itself.ts). */
  readonly savesItself?: string | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <form
      method="post"
      action={p.action}
      class={p.classes}
      enctype={p.multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-saves-itself={p.savesItself}
    >
      <input type="hidden" name="_csrf" value={p.csrfToken} />
      {p.children}
    </form>
  )
}

function withWords(draw: (w: FormWords | undefined) => JSX.Element): JSX.Element {
  return <InWords draw={draw} />
}

function InWords(p: { readonly draw: (w: FormWords | undefined) => JSX.Element }, context: FormContext): JSX.Element {
  return p.draw(context.formWords)
}

function labelOf(children: ComponentChildren, isPageHeading: boolean | undefined) {
  return { children, isPageHeading }
}

function hintOf(children: ComponentChildren): { children: ComponentChildren } | undefined {
  return children === undefined || children === null || children === '' ? undefined : { children }
}

function option(item: OptionItem) {
  return {
    children: item.label,
    hint: hintOf(item.hint),
    conditional: item.conditional === undefined ? undefined : { children: item.conditional },
  }
}

function answer(form: FormState, name: string): string | undefined {
  const given = form.answers[name]
  return typeof given === 'string' ? given : given?.[0]
}

function errorAt(form: FormState, name: string): FieldError | undefined {
  return form.errors.find(error => error.field === name)
}

function messageOf(form: FormState, name: string, w: FormWords | undefined) {
  const error = errorAt(form, name)
  return error && { children: error.message, visuallyHiddenText: w?.error }
}
