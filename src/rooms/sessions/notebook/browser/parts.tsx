/** What the pages of the notebook share. */
import type { ComponentChildren, JSX } from 'preact'
import { Alert } from '#web/shell/alert.tsx'
import { device } from '../words.ts'
import type { Note } from './note.ts'
import type { Doing, Shown } from './state.ts'

/** What every page is drawn from. */
export type Drawn = { readonly shown: Shown; readonly doing: Doing }

/** Whom to ring when somebody is not safe: that waits for no note and no signal (K10). */
export function Danger(p: { readonly ring: { readonly name: string; readonly phone: string } | null | undefined }) {
  return (
    <div class="cx-notes__danger">
      <Alert kind="stop" kindWord="Stop" first={device.danger}>
        {device.dangerRing}
        {p.ring && device.ring(p.ring)}
      </Alert>
      <p>
        <a class="govuk-link" href="/concerns/new">
          {device.concern}
        </a>
      </p>
    </div>
  )
}

/** What is said over a page, also to those who hear it. */
export function Said(p: Drawn): JSX.Element {
  return (
    <div role="status">
      {p.shown.said.map(words => (
        <p>{words}</p>
      ))}
    </div>
  )
}

/** A button that does something here. */
export function Press(p: {
  readonly on: () => void
  readonly kind?: 'secondary' | 'warning'
  /** Whom it is about, for those who hear it alone. */
  readonly about?: string
  readonly children: string
}) {
  const kind = p.kind === undefined ? '' : ` govuk-button--${p.kind}`
  return (
    <button
      type="button"
      class={`govuk-button${kind}`}
      aria-label={p.about === undefined ? undefined : `${p.children}: ${p.about}`}
      onClick={p.on}
    >
      {p.children}
    </button>
  )
}

/** A form of the device: nothing of it is sent by the browser. */
export function OwnForm(p: {
  readonly on: (fields: Note['fields']) => void
  readonly typed?: (fields: Note['fields']) => void
  readonly children: ComponentChildren
}): JSX.Element {
  const { typed } = p
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        p.on(fieldsOf(event.currentTarget))
      }}
      {...(typed && { onInput: event => typed(fieldsOf(event.currentTarget)) })}
    >
      {p.children}
    </form>
  )
}

/** What stands in the boxes of a form, by name. */
export function fieldsOf(form: HTMLFormElement): Note['fields'] {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value
  return fields
}
