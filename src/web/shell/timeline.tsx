import type { ComponentChildren, JSX } from 'preact'
import { type Shape, ShapeIcon } from './icons.tsx'

/** What happened, newest first, under the name of its month. */
export function Timeline(p: {
  readonly months: readonly { readonly heading: string; readonly entries: ComponentChildren }[]
}): JSX.Element {
  return (
    <div class="cx-timeline">
      {p.months.map(month => (
        <section>
          <h3 class="cx-timeline__month">{month.heading}</h3>
          <ol class="cx-timeline__list">{month.entries}</ol>
        </section>
      ))}
    </div>
  )
}

/** One thing that happened: date, marker, words. Filled circle met, ring message, diamond plan, square another's. */
export function TimelineEntry(p: {
  /** The day in words, and for machines. */
  readonly date: string
  readonly dateTime: string
  readonly shape: Shape
  readonly tone?: 'brand' | 'stop' | 'care' | undefined
  readonly title: ComponentChildren
  readonly tag?: ComponentChildren
  readonly children?: ComponentChildren
}): JSX.Element {
  return (
    <li class={`cx-timeline__entry cx-timeline__entry--${p.tone ?? 'brand'}`}>
      <time class="cx-timeline__date" dateTime={p.dateTime}>
        {p.date}
      </time>
      <span class="cx-timeline__marker">
        <ShapeIcon shape={p.shape} large />
      </span>
      <div class="cx-timeline__words">
        <h4 class="cx-timeline__title">
          {p.title} {p.tag}
        </h4>
        {p.children !== undefined && <div class="cx-timeline__text">{p.children}</div>}
      </div>
    </li>
  )
}
