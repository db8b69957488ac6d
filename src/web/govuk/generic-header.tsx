import type { ComponentChildren, JSX } from 'preact'
import { cx, own, type Styled } from './options.ts'

export interface GenericHeaderOptions extends Styled {
  readonly logo?: ComponentChildren
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

/** A header with a logo of one's own. */
export function GenericHeader(o: GenericHeaderOptions): JSX.Element {
  return (
    <div {...own(o.attributes)} class={cx('govuk-generic-header', o.classes)}>
      <div class={cx('govuk-generic-header__container', o.containerClasses || 'govuk-width-container')}>
        <div class="govuk-generic-header__logo">
          <a href={o.url || '/'} class="govuk-generic-header__homepage-link">
            {o.logo}
          </a>
        </div>
      </div>
    </div>
  )
}
