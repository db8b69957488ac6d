import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface SkipLinkOptions extends Content {
  readonly href?: string | undefined
}

/** The first thing the keyboard meets: past the navigation, to the page. */
export function SkipLink(o: SkipLinkOptions): JSX.Element {
  return (
    <a
      {...own(o.attributes)}
      href={o.href || '#content'}
      class={cx('govuk-skip-link', o.classes)}
      data-module="govuk-skip-link"
    >
      {o.children}
    </a>
  )
}
