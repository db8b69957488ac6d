import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface InsetTextOptions extends Content {
  readonly id?: string | undefined
}

/** Words set apart from the rest. */
export function InsetText(o: InsetTextOptions): JSX.Element {
  return (
    <div id={o.id} {...own(o.attributes)} class={cx('govuk-inset-text', o.classes)}>
      {o.children}
    </div>
  )
}
