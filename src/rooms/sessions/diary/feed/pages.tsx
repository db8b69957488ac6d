import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { WarningText } from '#web/govuk/warning-text.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { CalendarFeed } from './feed.ts'
import { en } from './words.ts'

/** One's own diary in another calendar: what it tells, the address, and how to end it. */
export function FeedPage(p: {
  readonly visitor: Visitor
  readonly feed: CalendarFeed | undefined
  /** The address, on the page that made it and on no other. */
  readonly address?: string | undefined
}): JSX.Element {
  const { csrfToken } = p.visitor
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/diary">
      <BackLink href="/diary">{en.toDiary}</BackLink>
      <PageHead title={en.title} lead={en.lead} />
      {p.address !== undefined && (
        <>
          <SectionHead>{en.address}</SectionHead>
          <p>{en.once}</p>
          <p>
            <code id="made-link" class="cx-code">
              {p.address}
            </code>{' '}
            <button
              class="govuk-button govuk-button--secondary cx-small"
              type="button"
              data-copy="made-link"
              data-copied={en.copied}
            >
              {en.copy}
            </button>
          </p>
        </>
      )}
      <WarningText iconFallbackText="Important">{en.keep}</WarningText>
      {p.feed === undefined ? <p>{en.none}</p> : <p>{standsHow(p.feed)}</p>}
      <PostForm action="/diary/calendar" csrfToken={csrfToken}>
        <Button {...(p.feed ? { classes: 'govuk-button--secondary' } : {})}>{p.feed ? en.again : en.make}</Button>
      </PostForm>
      {p.feed && (
        <>
          <p>{en.endText}</p>
          <PostForm action="/diary/calendar/end" csrfToken={csrfToken}>
            <Button classes="govuk-button--warning">{en.end}</Button>
          </PostForm>
        </>
      )}
    </StaffPage>
  )
}

function standsHow({ madeOn, lastReadOn }: CalendarFeed): string {
  const read = (day: Day | null) => (day === null ? en.neverRead : en.read(formatDay(day)))
  return `${en.made(formatDay(madeOn))} ${read(lastReadOn)}`
}
