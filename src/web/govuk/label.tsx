import type { JSX } from 'preact'
import { type Content, cx, isEmpty, own } from './options.ts'

export interface LabelOptions extends Content {
  readonly for?: string | undefined
  /** Wraps the label in the page's `h1`. */
  readonly isPageHeading?: boolean | undefined
}

/** The label of one field; nothing at all without words. */
export function Label(o: LabelOptions): JSX.Element | null {
  if (isEmpty(o.children)) return null
  const label = (
    <label {...own(o.attributes)} class={cx('govuk-label', o.classes)} for={o.for}>
      {o.children}
    </label>
  )
  return o.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
