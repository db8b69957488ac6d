import type { ComponentChildren, JSX } from 'preact'
import { cx, type Items, ids, own, type Styled } from './options.ts'
import { Tag, type TagOptions } from './tag.tsx'

interface Words {
  readonly children?: ComponentChildren
  readonly classes?: string | undefined
}

export interface TaskListItem {
  readonly title: Words
  readonly hint?: Words | undefined
  readonly status: Words & { readonly tag?: TagOptions | undefined }
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

export interface TaskListOptions extends Styled {
  readonly idPrefix?: string | undefined
  readonly items: Items<TaskListItem>
}

/** What is to do, and how far each is. */
export function TaskList(o: TaskListOptions): JSX.Element {
  const prefix = o.idPrefix || 'task-list'
  return (
    <ul {...own(o.attributes)} class={cx('govuk-task-list', o.classes)}>
      {o.items.map((item, index) => item && task(item, `${prefix}-${index + 1}`))}
    </ul>
  )
}

function task(item: TaskListItem, id: string): JSX.Element {
  const described = ids(item.hint && `${id}-hint`, `${id}-status`)
  return (
    <li class={cx('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={cx('govuk-link govuk-task-list__link', item.title.classes)}
            href={item.href}
            aria-describedby={described}
          >
            {item.title.children}
          </a>
        ) : (
          <div class={item.title.classes}>{item.title.children}</div>
        )}
        {item.hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {item.hint.children}
          </div>
        )}
      </div>
      <div class={cx('govuk-task-list__status', item.status.classes)} id={`${id}-status`}>
        {item.status.tag ? <Tag {...item.status.tag} /> : item.status.children}
      </div>
    </li>
  )
}
