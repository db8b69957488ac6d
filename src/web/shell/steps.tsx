import type { ComponentChildren, JSX } from 'preact'

export interface Step {
  readonly text: string
  readonly state: 'done' | 'now' | 'next'
  /** The state as a word, for those who do not see it. */
  readonly stateWord?: string | undefined
}

/** How far a piece of work is, in numbered steps. */
export function Steps(p: { readonly label: string; readonly steps: readonly Step[] }): JSX.Element {
  return (
    <ol class="cx-steps" aria-label={p.label}>
      {p.steps.map((step, index) => (
        <li
          class={`cx-steps__step cx-steps__step--${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span class="cx-steps__number" aria-hidden="true">
            {step.state === 'done' ? '' : index + 1}
          </span>
          {step.text}
          {step.stateWord !== undefined && <span class="govuk-visually-hidden"> ({step.stateWord})</span>}
        </li>
      ))}
    </ol>
  )
}

/**
 * How far work that goes on is. While `live`, scripts ask the page again and put in what is new; without them the page
 * loads itself again (`refreshSeconds` of the page).
 */
export function ProgressBar(p: {
  readonly id: string
  readonly label: string
  readonly done: number
  readonly total: number
  /** The numbers in words: "1,781 of 1,971 rows". */
  readonly words: ComponentChildren
  readonly children?: ComponentChildren
  readonly live?: boolean | undefined
}): JSX.Element {
  return (
    <div class="cx-progress" id={p.id} data-poll={p.live ? p.id : undefined}>
      <div class="cx-progress__row">
        <progress class="cx-progress__bar" max={Math.max(p.total, 1)} value={p.done} aria-label={p.label} />
        <strong class="cx-progress__words">{p.words}</strong>
      </div>
      {p.children !== undefined && <p class="cx-progress__note">{p.children}</p>}
    </div>
  )
}

export interface CountTab {
  readonly href: string
  readonly count: ComponentChildren
  /** The sign that tells it from the others without colour. */
  readonly sign: '+' | '\u2192' | '=' | '\u25CB' | '\u25B2'
  readonly text: string
  readonly current?: boolean | undefined
}

/** Counts that are the way to their lists. */
export function CountTabs(p: { readonly label: string; readonly tabs: readonly CountTab[] }): JSX.Element {
  return (
    <nav class="cx-counts" aria-label={p.label}>
      <ul>
        {p.tabs.map(tab => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <strong>{tab.count}</strong>
              <span>
                <span aria-hidden="true">{tab.sign}</span> {tab.text}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
