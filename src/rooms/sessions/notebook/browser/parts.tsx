/** What the pages of the notebook share. */
import type { ComponentChildren, JSX } from 'preact'
import { Alert } from '#web/shell/alert.tsx'
import { device } from '../words.ts'
import type { Note } from './note.ts'
import type { Doing, Shown } from './state.ts'

export type Drawn = { readonly shown: Shown; readonly doing: Doing }

export function Danger(p: { readonly ring: { readonly name: string; readonly phone: string } | null | undefined }) {
  return (
    <>
      <Alert kind="stop" kindWord="Stop" first={device.danger}>
        {p.ring && device.ring(p.ring)}
      </Alert>
      <p class="cx-buttons">
        <a class="govuk-link" href="/concerns/new">
          {device.concern}
        </a>
        <a class="govuk-link" href="/">
          {device.toDesk}
        </a>
      </p>
    </>
  )
}

export function Said(p: Drawn): JSX.Element {
  return (
    <div role="status">
      {p.shown.said.map(words => (
        <p>{words}</p>
      ))}
    </div>
  )
}

export function Press(p: {
  readonly on: () => void
  readonly kind?: 'secondary' | 'warning'
  children: ComponentChildren
}) {
  const kind = p.kind === undefined ? '' : ` govuk-button--${p.kind}`
  return (
    <button type="button" class={`govuk-button${kind}`} onClick={p.on}>
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

export function fieldsOf(form: HTMLFormElement): Note['fields'] {
  const fields: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields[name] = value
  return fields
}
