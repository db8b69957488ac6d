import type { JSX } from 'preact'
import { type Content, cx, own } from './options.ts'

export interface ButtonOptions extends Content {
  readonly id?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  /** Makes a link that looks like a button. */
  readonly href?: string | undefined
  readonly isStartButton?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
}

/** A button, or with `href` a link that looks like one. */
export function Button(o: ButtonOptions): JSX.Element {
  const shared = {
    id: o.id,
    class: cx('govuk-button', o.classes, o.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...own(o.attributes),
  }
  if (o.href) {
    return (
      <a {...shared} href={o.href} role="button" draggable={false}>
        {face(o)}
      </a>
    )
  }
  return (
    <button
      type={o.type ?? 'submit'}
      name={o.name}
      value={o.value}
      {...shared}
      disabled={o.disabled}
      aria-disabled={o.disabled || undefined}
      data-prevent-double-click={o.preventDoubleClick}
    >
      {face(o)}
    </button>
  )
}

// A start button is a flex box, which drops the white space round elements: anything but plain words needs a span.
function face(o: ButtonOptions): JSX.Element {
  if (!o.isStartButton) return <>{o.children}</>
  return (
    <>
      {typeof o.children === 'string' ? o.children : <span>{o.children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
