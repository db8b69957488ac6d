/** Parts of the pages for a phone: one column, large type, first person. */
import type { ComponentChildren, JSX } from 'preact'

/** What comes next: a tile with the day, the facts, and big answers. */
export function NextCard(p: {
  readonly weekday: string
  readonly dayOfMonth: string
  readonly month: string
  readonly title: ComponentChildren
  readonly lines: readonly ComponentChildren[]
  readonly actions?: ComponentChildren
}): JSX.Element {
  return (
    <section class="cx-next">
      <div class="cx-next__row">
        <p class="cx-next__tile">
          {p.weekday} <strong>{p.dayOfMonth}</strong> {p.month}
        </p>
        <div>
          <h2 class="cx-next__title">{p.title}</h2>
          {p.lines.map(line => (
            <p class="cx-next__line">{line}</p>
          ))}
        </div>
      </div>
      {p.actions !== undefined && <div class="cx-next__actions">{p.actions}</div>}
    </section>
  )
}

/** A framed list of what is, or is not, so. */
export function PlainCard(p: { readonly children: ComponentChildren }): JSX.Element {
  return <section class="cx-card">{p.children}</section>
}

/** A list whose marker says yes or no; `word` says it for those who do not see the marker. */
export function MarkedList(p: {
  readonly kind: 'yes' | 'no'
  readonly items: readonly ComponentChildren[]
}): JSX.Element {
  return (
    <ul class={`cx-marked cx-marked--${p.kind}`}>
      {p.items.map(item => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

export interface Stone {
  readonly text: string
  readonly state: 'done' | 'now' | 'later'
  readonly stateWord: string
}

/** A way in steps, from the first to the star at its end. As many steps as there are: it grows downwards when narrow. */
export function Stones(p: {
  readonly label: string
  readonly stones: readonly Stone[]
  readonly goal: string
}): JSX.Element {
  return (
    <ol class="cx-stones" aria-label={p.label}>
      {p.stones.map(stone => (
        <li class={`cx-stones__stone cx-stones__stone--${stone.state}`}>
          <span class="cx-stones__mark" aria-hidden="true" />
          <span class="cx-stones__text">{stone.text}</span>
          <span class="govuk-visually-hidden"> ({stone.stateWord})</span>
        </li>
      ))}
      <li class="cx-stones__stone cx-stones__stone--goal">
        <svg class="cx-stones__star" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path d="m16 2 4.1 9.6 10.4.9-7.9 6.8 2.4 10.2L16 24.1l-9 5.4 2.4-10.2-7.9-6.8 10.4-.9z" />
        </svg>
        <span class="cx-stones__text">{p.goal}</span>
      </li>
    </ol>
  )
}

/** People in sentences, each with initials in a ring. */
export function PeopleList(p: {
  readonly people: readonly {
    readonly initials: string
    readonly name: ComponentChildren
    readonly text: ComponentChildren
  }[]
}): JSX.Element {
  return (
    <ul class="cx-people">
      {p.people.map(person => (
        <li>
          <span class="cx-people__ring" aria-hidden="true">
            {person.initials}
          </span>
          <div>
            <strong>{person.name}</strong>
            <p>{person.text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
