import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'
import { Tag } from './tag.tsx'

export interface PhaseBannerOptions extends Content {
  readonly tag?: Content | undefined
}

/** How finished the service is. */
export function PhaseBanner(o: PhaseBannerOptions): JSX.Element {
  return (
    <div {...own(o.attributes)} class={cx('govuk-phase-banner govuk-width-container', o.classes)}>
      <p class="govuk-phase-banner__content">
        <Tag classes={cx('govuk-phase-banner__content__tag', o.tag?.classes)}>{o.tag?.children}</Tag>{' '}
        <span class="govuk-phase-banner__text">{o.children}</span>
      </p>
    </div>
  )
}
