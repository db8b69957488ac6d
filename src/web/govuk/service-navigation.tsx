import type { ComponentChildren, JSX } from 'preact'
import { type Content, cx, type Items, isEmpty, own, type Styled } from './options.ts'

export interface ServiceNavigationItem extends Content {
  readonly href?: string | undefined
  /** This very page. */
  readonly current?: boolean | undefined
  /** A page of this part. */
  readonly active?: boolean | undefined
}

export interface ServiceNavigationOptions extends Styled {
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly navigation?: Items<ServiceNavigationItem> | undefined
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly slots?:
    | {
        readonly start?: ComponentChildren
        readonly end?: ComponentChildren
        /** Puts the end in the same line as the navigation. */
        readonly endInline?: boolean | undefined
        readonly navigationStart?: ComponentChildren
        readonly navigationEnd?: ComponentChildren
      }
    | undefined
}

// The button opens nothing without scripts, so it is in nobody's way until they show it.
const UNTIL_SCRIPTS = { hidden: true, 'aria-hidden': 'true' } as const

/** The service's name and main pages. With a name it is a landmark of its own. */
export function ServiceNavigation(o: ServiceNavigationOptions): JSX.Element {
  const shared = {
    ...own(o.attributes),
    class: cx('govuk-service-navigation', o.classes),
    'data-module': 'govuk-service-navigation',
  }
  const named = o.serviceName || !isEmpty(o.slots?.start) || !isEmpty(o.slots?.end)
  if (!named) return <div {...shared}>{inner(o)}</div>
  return (
    <section {...shared} aria-label={o.ariaLabel ?? 'Service information'}>
      {inner(o)}
    </section>
  )
}

function inner(o: ServiceNavigationOptions): JSX.Element {
  return (
    <div class={cx('govuk-width-container', o.slots?.endInline && 'govuk-service-navigation__inlining-container')}>
      {o.slots?.start}
      <div class="govuk-service-navigation__container">
        {o.serviceName && serviceName(o)}
        {navigation(o)}
      </div>
      {o.slots?.end}
    </div>
  )
}

function serviceName(o: ServiceNavigationOptions): JSX.Element {
  return (
    <span class="govuk-service-navigation__service-name">
      {o.serviceUrl ? (
        <a href={o.serviceUrl} class="govuk-service-navigation__link">
          {o.serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{o.serviceName}</span>
      )}
    </span>
  )
}

function navigation(o: ServiceNavigationOptions): JSX.Element | null {
  const items = (o.navigation ?? []).filter(item => isItem(item))
  if (items.length === 0 && isEmpty(o.slots?.navigationStart) && isEmpty(o.slots?.navigationEnd)) return null
  const id = o.navigationId || 'navigation'
  const menu = o.menuButtonText || 'Menu'
  const label = o.menuButtonLabel && o.menuButtonLabel !== menu ? o.menuButtonLabel : undefined
  return (
    <nav aria-label={o.navigationLabel || menu} class={cx('govuk-service-navigation__wrapper', o.navigationClasses)}>
      {(o.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={label}
          {...UNTIL_SCRIPTS}
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {o.slots?.navigationStart}
        {items.map(navigationItem)}
        {o.slots?.navigationEnd}
      </ul>
    </nav>
  )
}

// The strong tag keeps the current page marked for readers who put their own colours over ours.
function navigationItem(item: ServiceNavigationItem): JSX.Element {
  const lit = Boolean(item.active || item.current)
  const here = lit ? (item.current ? 'page' : 'true') : undefined
  const words = lit ? <strong class="govuk-service-navigation__active-fallback">{item.children}</strong> : item.children
  return (
    <li class={cx('govuk-service-navigation__item', lit && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a {...own(item.attributes)} class="govuk-service-navigation__link" href={item.href} aria-current={here}>
          {words}
        </a>
      ) : (
        !isEmpty(item.children) && (
          <span class="govuk-service-navigation__text" aria-current={here}>
            {words}
          </span>
        )
      )}
    </li>
  )
}

function isItem<Item extends object>(item: Item | false | null | undefined): item is Item {
  return Boolean(item)
}
