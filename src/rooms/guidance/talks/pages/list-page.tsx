import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Meeting } from '../house.ts'
import type { Talk, TalkState } from '../talk.ts'
import { en, states } from '../words.ts'

const TONES: Readonly<Record<TalkState, 'note' | 'good' | 'quiet'>> = { before: 'note', held: 'good', dropped: 'quiet' }

export function TalkTag(p: { readonly state: TalkState }): JSX.Element {
  return <StatusTag kind={TONES[p.state]}>{states[p.state]}</StatusTag>
}

/** The talks with somebody, and the way to prepare one: for what is arranged, or without. */
export function TalksPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly talks: readonly Talk[]
  readonly meetings: readonly Meeting[]
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const title = en.listTitle(person.given)
  const begin = (meeting: Meeting | null) => (
    <PostForm action={`/people/${person.id}/talks`} csrfToken={p.visitor.csrfToken}>
      {meeting !== null && <input type="hidden" name="appointment" value={meeting.rowId} />}
      <Button {...(meeting === null && p.meetings.length > 0 ? { classes: 'govuk-button--secondary' } : {})}>
        {meeting === null ? en.begin : en.beginFor(formatDay(meeting.onDay), meeting.atTime)}
      </Button>
    </PostForm>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={title} form={NO_FORM}>
      <p>
        {en.listLead}{' '}
        <a class="govuk-link" href={`/people/${person.id}/school-data`}>
          {en.toKnown}
        </a>
      </p>
      {person.diedOn === null && (
        <div class="cx-buttons">
          {p.meetings.slice(0, 2).map(begin)}
          {begin(null)}
        </div>
      )}
      {p.talks.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={title}
          rows={p.talks}
          columns={[
            {
              key: 'day',
              heading: en.day,
              cell: one => (
                <a class="govuk-link" href={`/talks/${one.rowId}`}>
                  {shortDay(one.heldOn ?? one.madeOn, p.today)}
                </a>
              ),
            },
            { key: 'state', heading: en.state, cell: one => <TalkTag state={one.state} /> },
            {
              key: 'aim',
              heading: en.aim,
              wide: true,
              cell: one => (one.aimWords === '' ? <span class="cx-quiet">{en.noAim}</span> : `“${one.aimWords}”`),
              phone: { label: en.aim },
            },
          ]}
        />
      )}
    </FramedPage>
  )
}
