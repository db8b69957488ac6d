import type { JSX } from 'preact'
import { type Attributes, type Content, cx, type Items, isEmpty, own, type Styled } from './options.ts'

export interface TabItem {
  readonly id?: string | undefined
  readonly label: string
  readonly attributes?: Attributes | undefined
  /** `text` makes one paragraph of it; otherwise children. */
  readonly panel: Content & { readonly text?: string | undefined }
}

export interface TabsOptions extends Styled {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items?: Items<TabItem> | undefined
}

/** Sections of one page of which scripts show one at a time; without scripts, a table of contents. */
export function Tabs(o: TabsOptions): JSX.Element {
  const items = o.items ?? []
  const idOf = (item: TabItem, index: number) => item.id ?? `${o.idPrefix ?? ''}-${index + 1}`
  return (
    <div id={o.id} {...own(o.attributes)} class={cx('govuk-tabs', o.classes)} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{o.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) =>
              item && (
                <li class={cx('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                  <a {...own(item.attributes)} class="govuk-tabs__tab" href={`#${idOf(item, index)}`}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map((item, index) => item && panel(item, idOf(item, index), index > 0))}
    </div>
  )
}

function panel(item: TabItem, id: string, hidden: boolean): JSX.Element {
  const { children, text, attributes } = item.panel
  return (
    <div {...own(attributes)} class={cx('govuk-tabs__panel', hidden && 'govuk-tabs__panel--hidden')} id={id}>
      {isEmpty(children) && text ? <p class="govuk-body">{text}</p> : children}
    </div>
  )
}
