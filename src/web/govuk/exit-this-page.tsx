import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { type Content, cx, i18n, isEmpty, own } from './options.ts'

/** Where somebody who must not be seen here leaves to: a page anybody may have been reading. */
export const HARMLESS = 'https://www.bbc.co.uk/weather'

export interface ExitThisPageOptions extends Content {
  readonly id?: string | undefined
  /** A harmless page to leave to. */
  readonly redirectUrl?: string | undefined
  readonly activatedText?: string | undefined
  readonly timedOutText?: string | undefined
  readonly pressTwoMoreTimesText?: string | undefined
  readonly pressOneMoreTimeText?: string | undefined
}

/** The way out for somebody who must not be seen here. */
export function ExitThisPage(o: ExitThisPageOptions): JSX.Element {
  return (
    <div
      {...own(o.attributes)}
      id={o.id ?? undefined}
      class={cx('govuk-exit-this-page', o.classes)}
      data-module="govuk-exit-this-page"
      {...i18n('activated', o.activatedText)}
      {...i18n('timed-out', o.timedOutText)}
      {...i18n('press-two-more-times', o.pressTwoMoreTimesText)}
      {...i18n('press-one-more-time', o.pressOneMoreTimeText)}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={o.redirectUrl || HARMLESS}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {isEmpty(o.children) ? (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        ) : (
          o.children
        )}
      </Button>
    </div>
  )
}
