import type { ComponentChildren, JSX } from 'preact'
import { cx, type Items, i18n, isEmpty, own, type Styled } from './options.ts'

export interface AccordionItem {
  readonly heading: { readonly children?: ComponentChildren }
  readonly summary?: { readonly children?: ComponentChildren } | undefined
  /** `text` makes one paragraph of it; otherwise children. */
  readonly content: { readonly text?: string | undefined; readonly children?: ComponentChildren }
  readonly expanded?: boolean | undefined
}

export interface AccordionOptions extends Styled {
  /** Unique in the whole service: the browser remembers under it what was open. */
  readonly id: string
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly items: Items<AccordionItem>
  readonly rememberExpanded?: boolean | undefined
  readonly hideAllSectionsText?: string | undefined
  readonly hideSectionText?: string | undefined
  readonly hideSectionAriaLabelText?: string | undefined
  readonly showAllSectionsText?: string | undefined
  readonly showSectionText?: string | undefined
  readonly showSectionAriaLabelText?: string | undefined
}

/** Sections under each other that scripts open and shut. */
export function Accordion(o: AccordionOptions): JSX.Element {
  return (
    <div
      {...own(o.attributes)}
      {...i18n('hide-all-sections', o.hideAllSectionsText)}
      {...i18n('hide-section', o.hideSectionText)}
      {...i18n('hide-section-aria-label', o.hideSectionAriaLabelText)}
      {...i18n('show-all-sections', o.showAllSectionsText)}
      {...i18n('show-section', o.showSectionText)}
      {...i18n('show-section-aria-label', o.showSectionAriaLabelText)}
      class={cx('govuk-accordion', o.classes)}
      data-module="govuk-accordion"
      id={o.id}
      data-remember-expanded={o.rememberExpanded}
    >
      {o.items.map((item, index) => item && section(o, item, index + 1))}
    </div>
  )
}

function section(o: AccordionOptions, item: AccordionItem, index: number): JSX.Element {
  const Heading = `h${o.headingLevel || 2}` as 'h2'
  const { text, children } = item.content
  return (
    <div class={cx('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${o.id}-heading-${index}`}>
            {item.heading.children}
          </span>
        </Heading>
        {item.summary && !isEmpty(item.summary.children) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${o.id}-summary-${index}`}>
            {item.summary.children}
          </div>
        )}
      </div>
      <div id={`${o.id}-content-${index}`} class="govuk-accordion__section-content">
        {isEmpty(children) && text ? <p class="govuk-body">{text}</p> : children}
      </div>
    </div>
  )
}
