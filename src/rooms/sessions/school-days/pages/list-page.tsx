import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { SchoolDayLine } from '../store.ts'
import { en } from '../words.ts'

/** Days in school: an adviser's own, or those at the place the reader is of. */
export function SchoolDaysPage(p: {
  readonly visitor: Visitor
  readonly days: readonly SchoolDayLine[]
  readonly names: ReadonlyMap<string, string>
  /** Whether the reader is an adviser whose days these are. */
  readonly isAdviser: boolean
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/school-days">
      <PageHead
        title={en.title}
        lead={p.isAdviser ? en.lead : en.leadPlace}
        actions={p.isAdviser && <Button href="/school-days/new">{en.newOne}</Button>}
      />
      {p.days.length === 0 ? (
        <EmptyState title={en.none}>{p.isAdviser ? en.noneText : en.noneTextPlace}</EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.days}
          columns={[
            {
              key: 'day',
              heading: en.day,
              tight: true,
              cell: one => (
                <a class="govuk-link" href={`/school-days/${one.id}`}>
                  {shortDay(one.onDay, p.today)}
                </a>
              ),
              phone: { lead: true },
            },
            p.isAdviser
              ? { key: 'school', heading: en.school, cell: one => one.school }
              : { key: 'whose', heading: en.whose, cell: one => p.names.get(one.accountId) ?? '' },
            { key: 'where', heading: en.place, cell: one => one.place, phone: { label: en.place } },
            {
              key: 'invited',
              heading: en.invited,
              numeric: true,
              cell: one =>
                one.calledOffOn === null ? one.invited : <StatusTag kind="quiet">{en.calledOff}</StatusTag>,
              phone: { label: en.invited },
            },
            {
              key: 'answered',
              heading: en.answered,
              numeric: true,
              cell: one => (one.calledOffOn === null ? one.answered : ''),
              phone: { label: en.answered },
            },
            // Whether somebody was told beforehand is part of the meeting, which a place does not see.
            ...(p.isAdviser
              ? [
                  {
                    key: 'in-time',
                    heading: en.inTime,
                    numeric: true,
                    cell: (one: SchoolDayLine) => (one.calledOffOn === null ? en.ofAll(one.inTime, one.invited) : ''),
                    phone: { label: en.inTime },
                  },
                ]
              : []),
          ]}
        />
      )}
    </StaffPage>
  )
}
