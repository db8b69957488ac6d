/** How a page is laid out: its head, its sections, its columns. */
import type { ComponentChildren, JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'

/** The page's `h1`, a line under it, and at the right what can be done. */
export function PageHead(p: {
  readonly title: ComponentChildren
  /** A small line above, such as "Page not found". */
  readonly over?: ComponentChildren
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  /** The way to the page before. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  /** The form of the page, whose errors stand between the way back and the title. */
  readonly form?: FormState | undefined
}): JSX.Element {
  return (
    <>
      {p.back !== undefined && <BackLink href={p.back.href}>{p.back.text}</BackLink>}
      {p.form !== undefined && <ErrorSummaryOf form={p.form} />}
      <div class="cx-head">
        <div class="cx-head__words">
          {p.over !== undefined && <p class="cx-head__over">{p.over}</p>}
          <h1 class="cx-head__title">{p.title}</h1>
          {p.lead !== undefined && <p class="cx-head__lead">{p.lead}</p>}
        </div>
        {p.actions !== undefined && <div class="cx-head__actions">{p.actions}</div>}
      </div>
    </>
  )
}

/** The line and heading a section stands under, with links or a count at the right. */
export function SectionHead(p: {
  readonly children: ComponentChildren
  readonly aside?: ComponentChildren
  id?: string
}) {
  return (
    <div class="cx-section">
      <h2 class="cx-section__title" id={p.id}>
        {p.children}
      </h2>
      {p.aside !== undefined && <div class="cx-section__aside">{p.aside}</div>}
    </div>
  )
}

/** A main and a side column; under 900 px the side goes under. */
export function SideColumn(p: {
  readonly children: ComponentChildren
  readonly side: ComponentChildren
  /** Room for a chart at the side. */
  readonly wide?: boolean
}): JSX.Element {
  return (
    <div class={p.wide ? 'cx-columns cx-columns--wide' : 'cx-columns'}>
      <div class="cx-columns__main">{p.children}</div>
      <div class="cx-columns__side">{p.side}</div>
    </div>
  )
}

/** Links between the pages of one thing, drawn as tabs. */
export function LinkTabs(p: {
  readonly label: string
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly current?: boolean }[]
}): JSX.Element {
  return (
    <nav class="cx-tabs" aria-label={p.label}>
      <ul>
        {p.tabs.map(tab => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Facts of which there is something to say. */
export function factsSaid(all: readonly (readonly [label: string, value: ComponentChildren])[]) {
  return all.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

/** Facts as name and value, without the room that the Design System's summary list takes. */
export function FactList(p: {
  readonly facts: readonly { readonly label: ComponentChildren; readonly value: ComponentChildren }[]
  /** The name over the value, for a narrow column and names as long as a school's. */
  readonly stacked?: boolean | undefined
}): JSX.Element {
  return (
    <dl class={p.stacked ? 'cx-facts cx-facts--stacked' : 'cx-facts'}>
      {p.facts.map(fact => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What will stand here, in one sentence, and how it gets there. */
export function EmptyState(p: {
  readonly title: ComponentChildren
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
}): JSX.Element {
  return (
    <div class="cx-empty">
      <h2 class="cx-empty__title">{p.title}</h2>
      <p>{p.children}</p>
      {p.action}
    </div>
  )
}

/** What was, and what it becomes. The words are for those who do not see the stroke and the ground. */
export function Change(p: {
  readonly before: ComponentChildren
  readonly after: ComponentChildren
  readonly words: { readonly before: string; readonly after: string }
}): JSX.Element {
  return (
    <span class="cx-change">
      <span class="govuk-visually-hidden">{p.words.before} </span>
      <del>{p.before}</del>
      <span aria-hidden="true"> → </span>
      <span class="govuk-visually-hidden"> {p.words.after} </span>
      <ins>{p.after}</ins>
    </span>
  )
}
