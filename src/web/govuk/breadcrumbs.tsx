import type { JSX } from 'preact'
import { type Content, cx, own, type Styled } from './options.ts'

export interface BreadcrumbItem extends Content {
  readonly href?: string | undefined
}

export interface BreadcrumbsOptions extends Styled {
  readonly items: readonly BreadcrumbItem[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

/** Where the page stands among the others. */
export function Breadcrumbs(o: BreadcrumbsOptions): JSX.Element {
  return (
    <nav
      {...own(o.attributes)}
      class={cx('govuk-breadcrumbs', o.classes, o.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={o.labelText ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {o.items.map(item =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a {...own(item.attributes)} class="govuk-breadcrumbs__link" href={item.href}>
                {item.children}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.children}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
