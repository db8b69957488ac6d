import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { type Content, cx, type Items, isEmpty, own, type Styled } from './options.ts'

export interface CookieBannerAction extends Content {
  readonly type?: 'button' | 'submit' | 'reset' | undefined
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
}

export interface CookieBannerMessage extends Content {
  readonly heading?: ComponentChildren
  /** One paragraph. Otherwise children. */
  readonly text?: string | undefined
  readonly actions?: Items<CookieBannerAction> | undefined
  readonly hidden?: boolean | undefined
  readonly role?: 'alert' | undefined
}

export interface CookieBannerOptions extends Styled {
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
  readonly messages: Items<CookieBannerMessage>
}

/** What cookies are asked for, and what was answered. */
export function CookieBanner(o: CookieBannerOptions): JSX.Element {
  return (
    <div
      {...own(o.attributes)}
      class={cx('govuk-cookie-banner', o.classes)}
      data-nosnippet=""
      role="region"
      aria-label={o.ariaLabel || 'Cookie banner'}
      hidden={o.hidden}
    >
      {o.messages.map(message => message && <Message {...message} />)}
    </div>
  )
}

function Message(m: CookieBannerMessage): JSX.Element {
  return (
    <div
      {...own(m.attributes)}
      class={cx('govuk-cookie-banner__message', m.classes, 'govuk-width-container')}
      role={m.role}
      hidden={m.hidden}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {!isEmpty(m.heading) && <h2 class="govuk-cookie-banner__heading govuk-heading-m">{m.heading}</h2>}
          <div class="govuk-cookie-banner__content">
            {isEmpty(m.children) && m.text ? <p class="govuk-body">{m.text}</p> : m.children}
          </div>
        </div>
      </div>
      {m.actions && (
        <div class="govuk-button-group">
          {m.actions.map(
            (action, index) =>
              action && (
                <>
                  {index > 0 && ' '}
                  {actionOf(action)}
                </>
              ),
          )}
        </div>
      )}
    </div>
  )
}

function actionOf(action: CookieBannerAction): JSX.Element {
  if (action.href && action.type !== 'button') {
    return (
      <a {...own(action.attributes)} class={cx('govuk-link', action.classes)} href={action.href}>
        {action.children}
      </a>
    )
  }
  return (
    <Button
      type={action.type || 'button'}
      name={action.name}
      value={action.value}
      classes={action.classes}
      href={action.href}
      attributes={action.attributes}
    >
      {action.children}
    </Button>
  )
}
