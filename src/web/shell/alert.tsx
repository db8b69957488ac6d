import type { ComponentChildren, JSX } from 'preact'
import { ShapeIcon } from './icons.tsx'

export type AlertKind = 'stop' | 'care' | 'note'
const SHAPE = { stop: 'octagon', care: 'warning', note: 'info' } as const

/** What one must know before acting: before any button that it warns about. The first words say what to do, not why. */
export function Alert(p: {
  readonly kind: AlertKind
  /** The kind as a word, for those who do not see its shape. */
  readonly kindWord: string
  readonly first: ComponentChildren
  readonly children?: ComponentChildren
  /** At the right: since when, or a link. */
  readonly aside?: ComponentChildren
}): JSX.Element {
  return (
    <div class={`cx-alert cx-alert--${p.kind}`}>
      <ShapeIcon shape={SHAPE[p.kind]} large />
      <p class="cx-alert__words">
        <span class="govuk-visually-hidden">{p.kindWord}: </span>
        <strong>{p.first}</strong> {p.children}
      </p>
      {p.aside !== undefined && <p class="cx-alert__aside">{p.aside}</p>}
    </div>
  )
}

/** Alerts under each other: three in sight, older ones behind a line that opens. */
export function Alerts(p: {
  readonly items: readonly JSX.Element[]
  readonly more: (count: number) => string
}): JSX.Element {
  const [first, rest] = [p.items.slice(0, 3), p.items.slice(3)]
  return (
    <div class="cx-alerts">
      {first}
      {rest.length > 0 && (
        <details class="cx-alerts__more">
          <summary>{p.more(rest.length)}</summary>
          {rest}
        </details>
      )}
    </div>
  )
}
