import type { ComponentChildren, JSX } from 'preact'
import { type Content, cx, type Items, isEmpty, own, type Styled } from './options.ts'

export interface SummaryAction extends Content {
  readonly href: string
  /** What the link acts on, for those who hear it out of its row. */
  readonly visuallyHiddenText?: string | undefined
}

export interface SummaryActions {
  readonly classes?: string | undefined
  readonly items?: readonly SummaryAction[] | undefined
}

export interface SummaryRow {
  readonly classes?: string | undefined
  readonly key: { readonly children?: ComponentChildren; readonly classes?: string | undefined }
  readonly value: { readonly children?: ComponentChildren; readonly classes?: string | undefined }
  readonly actions?: SummaryActions | undefined
}

export interface SummaryCard extends Styled {
  readonly title?:
    | {
        readonly children?: ComponentChildren
        readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
        readonly classes?: string | undefined
      }
    | undefined
  readonly actions?: SummaryActions | undefined
}

export interface SummaryListOptions extends Styled {
  readonly rows: Items<SummaryRow>
  readonly card?: SummaryCard | undefined
}

/** Facts as pairs of name and value, each with what can be done about it. */
export function SummaryList(o: SummaryListOptions): JSX.Element {
  const anyActions = o.rows.some(row => row && (row.actions?.items?.length ?? 0) > 0)
  const list = (
    <dl {...own(o.attributes)} class={cx('govuk-summary-list', o.classes)}>
      {o.rows.map(row => row && summaryRow(row, anyActions, o.card?.title?.children))}
    </dl>
  )
  return o.card ? summaryCard(o.card, list) : list
}

function summaryRow(row: SummaryRow, anyActions: boolean, cardTitle: ComponentChildren): JSX.Element {
  const actions = row.actions?.items ?? []
  return (
    <div
      class={cx(
        'govuk-summary-list__row',
        anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={cx('govuk-summary-list__key', row.key.classes)}>{row.key.children}</dt>
      <dd class={cx('govuk-summary-list__value', row.value.classes)}>{row.value.children}</dd>
      {actions.length > 0 && (
        <dd class={cx('govuk-summary-list__actions', row.actions?.classes)}>
          {actions.length === 1 ? (
            actions.map(action => actionLink(action, cardTitle))
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map(action => (
                <li class="govuk-summary-list__actions-list-item">{actionLink(action, cardTitle)}</li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function summaryCard(card: SummaryCard, list: JSX.Element): JSX.Element {
  const Heading = `h${card.title?.headingLevel ?? 2}` as 'h2'
  const actions = card.actions?.items ?? []
  const classes = cx('govuk-summary-card__actions', card.actions?.classes)
  return (
    <div {...own(card.attributes)} class={cx('govuk-summary-card', card.classes)}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && (
          <Heading class={cx('govuk-summary-card__title', card.title.classes)}>{card.title.children}</Heading>
        )}
        {actions.length === 1 && (
          <div class={classes}>{actions.map(action => actionLink(action, card.title?.children))}</div>
        )}
        {actions.length > 1 && (
          <ul class={classes}>
            {actions.map(action => (
              <li class="govuk-summary-card__action">{actionLink(action, card.title?.children)}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}

function actionLink(action: SummaryAction, cardTitle: ComponentChildren): JSX.Element {
  return (
    <a {...own(action.attributes)} class={cx('govuk-link', action.classes)} href={action.href}>
      {action.children}
      {(action.visuallyHiddenText || !isEmpty(cardTitle)) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {!isEmpty(cardTitle) && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
