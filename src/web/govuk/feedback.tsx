import type { ComponentChildren, JSX } from 'preact'
import { type Content, cx, isEmpty, own } from './options.ts'

export interface FeedbackOptions extends Content {
  readonly title: ComponentChildren
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** One paragraph. Otherwise children. */
  readonly text?: string | undefined
}

/** Where to say what one thinks of the service. */
export function Feedback(o: FeedbackOptions): JSX.Element {
  const Heading = `h${o.headingLevel || 2}` as 'h2'
  const body = isEmpty(o.children) ? o.text && <p class="govuk-body">{o.text}</p> : o.children
  return (
    <div {...own(o.attributes)} class={cx('govuk-feedback govuk-width-container', o.classes)}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{o.title}</Heading>
          {body && <div class="govuk-feedback__body">{body}</div>}
        </div>
      </div>
    </div>
  )
}
