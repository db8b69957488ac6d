import type { JSX } from 'preact'
import { type Content, cx, isEmpty, own } from './options.ts'

export interface BackLinkOptions extends Content {
  readonly href?: string | undefined
}

/** The way to the page before. */
export function BackLink(o: BackLinkOptions): JSX.Element {
  return (
    <a {...own(o.attributes)} href={o.href || '#'} class={cx('govuk-back-link', o.classes)}>
      {isEmpty(o.children) ? 'Back' : o.children}
    </a>
  )
}
