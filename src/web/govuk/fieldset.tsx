import type { JSX } from 'preact'
import { type Content, cx, isEmpty, own } from './options.ts'

export interface LegendOptions extends Content {
  /** Puts the words in the page's `h1`. */
  readonly isPageHeading?: boolean | undefined
}

export interface FieldsetOptions extends Content {
  readonly describedBy?: string | undefined
  readonly legend?: LegendOptions | undefined
  readonly role?: 'group' | undefined
}

/** Fields that belong together, under one legend. */
export function Fieldset(o: FieldsetOptions): JSX.Element {
  return (
    <fieldset
      {...own(o.attributes)}
      class={cx('govuk-fieldset', o.classes)}
      role={o.role}
      aria-describedby={o.describedBy || undefined}
    >
      {o.legend && !isEmpty(o.legend.children) && (
        <legend class={cx('govuk-fieldset__legend', o.legend.classes)}>
          {o.legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{o.legend.children}</h1> : o.legend.children}
        </legend>
      )}
      {o.children}
    </fieldset>
  )
}
