import type { ComponentChildren, JSX } from 'preact'
import { type Content, cx, isEmpty, own } from './options.ts'

export interface NotificationBannerOptions extends Content {
  readonly type?: 'success' | undefined
  /** One line, set large. Otherwise children. */
  readonly text?: string | undefined
  readonly title?: ComponentChildren
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly titleId?: string | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** News about the whole service or what was just done. */
export function NotificationBanner(o: NotificationBannerOptions): JSX.Element {
  const success = o.type === 'success'
  const Heading = `h${o.titleHeadingLevel || 2}` as 'h2'
  const titleId = o.titleId || 'govuk-notification-banner-title'
  const ownTitle = success ? 'Success' : 'Important'
  return (
    <div
      {...own(o.attributes)}
      class={cx('govuk-notification-banner', success && 'govuk-notification-banner--success', o.classes)}
      role={o.role || (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={o.disableAutoFocus}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {isEmpty(o.title) ? ownTitle : o.title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isEmpty(o.children) && o.text ? <p class="govuk-notification-banner__heading">{o.text}</p> : o.children}
      </div>
    </div>
  )
}
