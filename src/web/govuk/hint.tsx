import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface HintOptions extends Content {
  readonly id?: string | undefined
}

/** Help for a field, named by the field's `aria-describedby`. */
export function Hint(o: HintOptions): JSX.Element {
  return (
    <div id={o.id} {...own(o.attributes)} class={cx('govuk-hint', o.classes)}>
      {o.children}
    </div>
  )
}
