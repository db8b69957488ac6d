import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { type Content, cx, isEmpty, own, type Styled } from './options.ts'

export interface PanelAction extends Content {
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | 'reset' | undefined
}

export interface PanelOptions extends Content {
  readonly title: ComponentChildren
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** Only in the interruption variant, `govuk-panel--interruption`. */
  readonly actions?: (Styled & { readonly items?: readonly PanelAction[] | undefined }) | undefined
}

/** The end of a task said large; or, with `govuk-panel--interruption`, a stop on the way. */
export function Panel(o: PanelOptions): JSX.Element {
  const interruption = (o.classes ?? '').includes('govuk-panel--interruption')
  const Heading = `h${o.headingLevel || 1}` as 'h1'
  return (
    <div {...own(o.attributes)} class={cx('govuk-panel', !interruption && 'govuk-panel--confirmation', o.classes)}>
      <Heading class="govuk-panel__title">{o.title}</Heading>
      {!isEmpty(o.children) && <div class="govuk-panel__body">{o.children}</div>}
      {interruption && o.actions && (
        <div {...own(o.actions.attributes)} class={cx('govuk-panel__actions', o.actions.classes)}>
          {o.actions.items && o.actions.items.length > 0 && (
            <div class="govuk-button-group">
              {o.actions.items.map((action, index) => (
                <>
                  {index > 0 && ' '}
                  {panelAction(action)}
                </>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function panelAction(action: PanelAction): JSX.Element {
  if (!action.href || action.type === 'button') {
    return (
      <Button
        type={action.type || 'button'}
        classes={cx('govuk-button--inverse', action.classes)}
        href={action.href}
        attributes={action.attributes}
      >
        {action.children}
      </Button>
    )
  }
  return (
    <a {...own(action.attributes)} class={cx('govuk-link govuk-link--inverse', action.classes)} href={action.href}>
      {action.children}
    </a>
  )
}
