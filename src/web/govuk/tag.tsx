import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export type TagOptions = Content

/** A state in a word or two. */
export function Tag(o: TagOptions): JSX.Element {
  return (
    <strong {...own(o.attributes)} class={cx('govuk-tag', o.classes)}>
      {o.children}
    </strong>
  )
}
