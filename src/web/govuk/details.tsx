import type { ComponentChildren, JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface DetailsOptions extends Content {
  readonly id?: string | undefined
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
}

/** Something less needed, behind a line that opens it. */
export function Details(o: DetailsOptions): JSX.Element {
  return (
    <details id={o.id} {...own(o.attributes)} class={cx('govuk-details', o.classes)} open={o.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{o.summary}</span>
      </summary>
      <div class="govuk-details__text">{o.children}</div>
    </details>
  )
}
