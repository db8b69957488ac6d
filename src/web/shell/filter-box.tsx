import type { ComponentChildren, JSX } from 'preact'

/** The filter above a list: fields in a row, one button. On a phone it is behind a line that opens. */
export function FilterBox(p: {
  readonly action: string
  /** The line on a phone; it says the sort as well. */
  readonly summary: ComponentChildren
  readonly apply: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <form class="cx-filter" method="get" action={p.action}>
      <details class="cx-filter__box" open>
        <summary class="cx-filter__summary">{p.summary}</summary>
        <div class="cx-filter__fields">
          {p.children}
          <button class="govuk-button govuk-button--secondary cx-filter__apply" type="submit">
            {p.apply}
          </button>
        </div>
      </details>
    </form>
  )
}

/** One field of a filter. */
export function FilterText(p: { id: string; name: string; label: string; value?: string | undefined }): JSX.Element {
  return (
    <div class="cx-filter__field">
      <label for={p.id}>{p.label}</label>
      <input id={p.id} class="govuk-input" name={p.name} type="text" value={p.value ?? ''} />
    </div>
  )
}

/** One list of a filter; the first option stands for all. */
export function FilterSelect(p: {
  id: string
  name: string
  label: string
  value?: string | undefined
  options: readonly { readonly value: string; readonly text: string }[]
}): JSX.Element {
  return (
    <div class="cx-filter__field">
      <label for={p.id}>{p.label}</label>
      <select id={p.id} class="govuk-select" name={p.name}>
        {p.options.map(option => (
          <option value={option.value} selected={option.value === (p.value ?? '')}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

export interface Chip {
  readonly text: string
  /** Where the list stands without this filter. */
  readonly removeHref: string
  /** What the link does, for those who hear it: "Remove filter". */
  readonly removeWord: string
}

/** How many there are, the filters that are on, and the order in words. */
export function ListState(p: {
  readonly count: ComponentChildren
  readonly filtersLabel?: string | undefined
  readonly chips?: readonly Chip[] | undefined
  readonly clearAll?: { readonly href: string; readonly text: string } | undefined
  readonly sort?: ComponentChildren
}): JSX.Element {
  const chips = p.chips ?? []
  return (
    <div class="cx-list-state">
      <strong class="cx-list-state__count">{p.count}</strong>
      {chips.length > 0 && <span>{p.filtersLabel}</span>}
      {chips.map(chip => (
        <a class="cx-chip" href={chip.removeHref}>
          <span class="govuk-visually-hidden">{chip.removeWord} </span>
          {chip.text}
          <span class="cx-chip__cross" aria-hidden="true" />
        </a>
      ))}
      {chips.length > 0 && p.clearAll && (
        <a class="govuk-link" href={p.clearAll.href}>
          {p.clearAll.text}
        </a>
      )}
      {p.sort !== undefined && <span class="cx-list-state__sort">{p.sort}</span>}
    </div>
  )
}
