import type { JSX } from 'preact'
import { Button } from './button.tsx'
import type { FieldOptions } from './form-group.tsx'
import { Input } from './input.tsx'
import { cx, type FormGroupOptions, i18n } from './options.ts'

export interface PasswordInputOptions extends FieldOptions {
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
  readonly button?: { readonly classes?: string | undefined } | undefined
  readonly formGroup?: FormGroupOptions | undefined
}

/** A password, which can be shown when scripts run. */
export function PasswordInput(o: PasswordInputOptions): JSX.Element {
  const id = o.id ?? o.name
  const toggle = (
    <Button
      type="button"
      classes={cx(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        o.button?.classes,
      )}
      attributes={{
        'aria-controls': id,
        'aria-label': o.showPasswordAriaLabelText ?? 'Show password',
        hidden: true,
      }}
    >
      {o.showPasswordText ?? 'Show'}
    </Button>
  )
  return (
    <Input
      id={id}
      name={o.name}
      label={o.label}
      hint={o.hint}
      errorMessage={o.errorMessage}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={o.autocomplete ?? 'current-password'}
      value={o.value}
      disabled={o.disabled}
      describedBy={o.describedBy}
      attributes={o.attributes}
      classes={cx('govuk-password-input__input govuk-js-password-input-input', o.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: cx('govuk-password-input', o.formGroup?.classes),
        attributes: { ...scriptAttributes(o), ...o.formGroup?.attributes },
        beforeInput: o.formGroup?.beforeInput,
        afterInput: (
          <>
            {toggle}
            {o.formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}

function scriptAttributes(o: PasswordInputOptions): Record<string, string> {
  return {
    'data-module': 'govuk-password-input',
    ...i18n('show-password', o.showPasswordText),
    ...i18n('hide-password', o.hidePasswordText),
    ...i18n('show-password-aria-label', o.showPasswordAriaLabelText),
    ...i18n('hide-password-aria-label', o.hidePasswordAriaLabelText),
    ...i18n('password-shown-announcement', o.passwordShownAnnouncementText),
    ...i18n('password-hidden-announcement', o.passwordHiddenAnnouncementText),
  }
}
