import type { ComponentChildren, JSX } from 'preact'
import { type Attributes, cx, type Items, isEmpty, own, type Styled } from './options.ts'

export interface PaginationLink {
  readonly href: string
  readonly children?: ComponentChildren
  /** Where it leads, when the links are two blocks and not a row of numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PaginationItem {
  readonly number?: string | number | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PaginationOptions extends Styled {
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly items?: Items<PaginationItem> | undefined
  readonly landmarkLabel?: string | undefined
}

const ARROW = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

/** The way through a list of pages. */
export function Pagination(o: PaginationOptions): JSX.Element {
  const block = !o.items && Boolean(o.next || o.previous)
  return (
    <nav
      {...own(o.attributes)}
      class={cx('govuk-pagination', block && 'govuk-pagination--block', o.classes)}
      aria-label={o.landmarkLabel || 'Pagination'}
    >
      {o.previous?.href && arrowLink(o.previous, 'prev', block)}
      {o.items && (
        <ul class="govuk-pagination__list">
          {o.items.map(item => item && Object.keys(item).length > 0 && pageItem(item))}
        </ul>
      )}
      {o.next?.href && arrowLink(o.next, 'next', block)}
    </nav>
  )
}

function arrowLink(link: PaginationLink, side: 'prev' | 'next', block: boolean): JSX.Element {
  const words = isEmpty(link.children) ? (
    <>
      {side === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  ) : (
    link.children
  )
  return (
    <div class={`govuk-pagination__${side}`}>
      <a {...own(link.attributes)} class="govuk-link govuk-pagination__link" href={link.href} rel={side}>
        {(block || side === 'prev') && arrow(side)}
        <span
          class={cx(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {words}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && side === 'next' && arrow(side)}
      </a>
    </div>
  )
}

function arrow(side: 'prev' | 'next'): JSX.Element {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROW[side]} />
    </svg>
  )
}

function pageItem(item: PaginationItem): JSX.Element {
  const classes = cx(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return <li class={classes}>⋯</li>
  return (
    <li class={classes}>
      <a
        {...own(item.attributes)}
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )
}
