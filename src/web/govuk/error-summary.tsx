import type { ComponentChildren, JSX } from 'preact'
import { type Attributes, cx, isEmpty, own, type Styled } from './options.ts'

export interface ErrorSummaryItem {
  readonly href?: string | undefined
  readonly children: ComponentChildren
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryOptions extends Styled {
  readonly title?: ComponentChildren
  readonly description?: ComponentChildren
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** Every error of a page, on top of it, each leading to its field. */
export function ErrorSummary(o: ErrorSummaryOptions): JSX.Element {
  return (
    <div
      {...own(o.attributes)}
      class={cx('govuk-error-summary', o.classes)}
      data-disable-auto-focus={o.disableAutoFocus}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{o.title}</h2>
        <div class="govuk-error-summary__body">
          {!isEmpty(o.description) && <p>{o.description}</p>}
          {o.errorList !== undefined && o.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">{o.errorList.map(errorItem)}</ul>
          )}
        </div>
      </div>
    </div>
  )
}

function errorItem(item: ErrorSummaryItem): JSX.Element {
  if (!item.href) return <li>{item.children}</li>
  return (
    <li>
      <a {...own(item.attributes)} href={item.href}>
        {item.children}
      </a>
    </li>
  )
}
