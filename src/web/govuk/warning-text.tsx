import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface WarningTextOptions extends Content {
  readonly iconFallbackText?: string | undefined
}

/** What may go wrong for the reader. */
export function WarningText(o: WarningTextOptions): JSX.Element {
  return (
    <div {...own(o.attributes)} class={cx('govuk-warning-text', o.classes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{o.iconFallbackText || 'Warning'}</span> {o.children}
      </strong>
    </div>
  )
}
