import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { NotEnrolled } from '../application.ts'
import { en } from '../grid-words.ts'
import { steps, en as words } from '../words.ts'

/** Who was offered a place and is not known to have started, with what to do next; longest ago first. */
export function NotEnrolledPage(p: {
  readonly visitor: Visitor
  readonly autumn: number
  readonly part: PagePart<NotEnrolled>
  readonly today: Day
}): JSX.Element {
  const { part } = p
  return (
    <StaffPage visitor={p.visitor} title={en.notEnrolled} current="/offers-not-enrolled">
      <PageHead title={en.notEnrolled} lead={en.notEnrolledLead(p.autumn)} />
      {part.total === 0 ? (
        <EmptyState title={en.notEnrolledNone}>{en.notEnrolledNoneText}</EmptyState>
      ) : (
        <>
          <ListState count={en.onPage(part.total)} sort={en.notEnrolledSort} />
          <DataTable
            caption={en.notEnrolled}
            stickyHead
            rows={part.rows}
            columns={[
              {
                key: 'who',
                heading: en.who,
                cell: one => (
                  <a class="govuk-link" href={`/people/${one.personId}`}>
                    {`${one.family}, ${one.given}`}
                  </a>
                ),
              },
              {
                key: 'born',
                heading: en.born,
                tight: true,
                cell: one => (one.bornOn === null ? '' : formatDay(one.bornOn)),
                phone: { label: en.born },
              },
              {
                key: 'place',
                heading: words.place,
                wide: true,
                cell: one => (
                  <a class="govuk-link" href={`/place-applications/${one.rowId}`}>
                    {[one.place, one.course].filter(Boolean).join(', ')}
                  </a>
                ),
              },
              {
                key: 'offer',
                heading: en.offered,
                tight: true,
                cell: one => (
                  <StatusTag kind="care" bare>
                    {`${steps[one.state]}, ${shortDay(one.stateOn, p.today)}`}
                  </StatusTag>
                ),
              },
              { key: 'todo', heading: en.todo, wide: true, cell: one => todoOf(one), phone: { label: en.todo } },
            ]}
          />
        </>
      )}
      <ListPages
        page={part.page}
        pages={part.pages}
        hrefOf={page => `/offers-not-enrolled?page=${page}`}
        words={{ pages: en.pages, previous: en.previous, next: en.nextPage }}
      />
    </StaffPage>
  )
}

function todoOf({ state }: NotEnrolled): string {
  if (state === 'accepted') return en.todoAccepted
  return state === 'offer' ? en.todoOffered : en.todoConditional
}
