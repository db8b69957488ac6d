import type { JSX } from 'preact'

export interface MoreItem {
  readonly href: string
  readonly text: string
}

/** What else can be done here, folded away beside the main button. It opens without scripts. */
export function MoreMenu(p: { readonly word: string; readonly items: readonly MoreItem[] }): JSX.Element | null {
  if (p.items.length === 0) return null
  return (
    <details class="cx-more">
      <summary class="govuk-button govuk-button--secondary cx-more__word">
        {p.word}
        <span class="cx-more__arrow" aria-hidden="true" />
      </summary>
      <ul class="cx-more__list">
        {p.items.map(item => (
          <li>
            <a href={item.href}>{item.text}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
