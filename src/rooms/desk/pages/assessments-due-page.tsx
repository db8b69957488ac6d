import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Due } from '#rooms/assessment/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en } from '../words.ts'

export type DueRow = { readonly personId: string; readonly name: string; readonly due: Due; readonly hasDraft: boolean }

/** Whose assessment is due, the latest first. */
export function AssessmentsDuePage(p: { readonly visitor: Visitor; readonly rows: readonly DueRow[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.dueTitle}>
      <PageHead title={en.dueTitle} lead={en.dueLead} />
      {p.rows.length === 0 ? (
        <EmptyState title={en.dueNone}>{en.dueNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.dueCaption}
          rows={p.rows}
          stickyHead
          columns={[
            {
              key: 'who',
              heading: en.dueWho,
              cell: row => (
                <a class="govuk-link" href={`/people/${row.personId}`}>
                  {row.name}
                </a>
              ),
            },
            {
              key: 'what',
              heading: en.dueWhat,
              phone: { label: en.dueWhat },
              cell: row => (
                <>
                  {row.due.what === 'first' ? en.dueFirst : en.dueReview}{' '}
                  {row.hasDraft && <StatusTag kind="note">{en.dueDraft}</StatusTag>}
                </>
              ),
            },
            {
              key: 'when',
              heading: en.dueWhen,
              phone: { lead: true },
              cell: row =>
                row.due.daysLate > 0 ? (
                  <StatusTag kind="late" bare>
                    {en.dueLate(row.due.daysLate)}
                  </StatusTag>
                ) : (
                  en.dueOn(formatDay(row.due.on))
                ),
            },
            {
              key: 'open',
              heading: en.dueOpen,
              hidesHeading: true,
              cell: row => (
                <a class="govuk-link cx-row-link" href={`/people/${row.personId}/assessment`}>
                  {en.dueOpen}
                  <span class="govuk-visually-hidden">{en.dueOpenOf(row.name)}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}
