import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface ErrorMessageOptions extends Content {
  readonly id?: string | undefined
  /** Said before the message to people who hear it; empty leaves it out. */
  readonly visuallyHiddenText?: string | undefined
}

/** What is wrong with a field, above it. */
export function ErrorMessage(o: ErrorMessageOptions): JSX.Element {
  const prefix = o.visuallyHiddenText ?? 'Error'
  return (
    <p id={o.id} {...own(o.attributes)} class={cx('govuk-error-message', o.classes)}>
      {prefix && (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span>{' '}
        </>
      )}
      {o.children}
    </p>
  )
}
