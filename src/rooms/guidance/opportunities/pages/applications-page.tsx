import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import type { ApplicationLine } from '../application.ts'
import { en } from '../application-words.ts'
import { ApplicationTag } from './parts.tsx'

/** What an adviser suggested, or what was suggested to those they lead for: what is due first. */
export function ApplicationsPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly ApplicationLine[]
  readonly showsOver: boolean
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/applications">
      <PageHead
        title={p.showsOver ? `${en.title}: ${en.over.toLowerCase()}` : en.title}
        lead={p.showsOver ? en.overLead : en.lead}
        actions={
          <Button href={p.showsOver ? '/applications' : '/applications?show=over'} classes="govuk-button--secondary">
            {p.showsOver ? en.backToOpen : en.over}
          </Button>
        }
      />
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.lines}
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: one => (
                <a class="govuk-link" href={`/applications/${one.rowId}`}>
                  {one.name}
                </a>
              ),
            },
            { key: 'what', heading: en.what, cell: one => one.title, phone: { lead: true } },
            { key: 'with', heading: en.with, cell: one => one.offeredBy, phone: { label: en.with } },
            { key: 'state', heading: en.stands, cell: one => <ApplicationTag state={one.state} /> },
            p.showsOver
              ? {
                  key: 'over',
                  heading: en.overOn,
                  tight: true,
                  cell: (one: ApplicationLine) => (one.overOn === null ? '–' : shortDay(one.overOn, p.today)),
                  phone: { label: en.overOn },
                }
              : {
                  key: 'due',
                  heading: en.next,
                  cell: (one: ApplicationLine) => <DueDay dueOn={one.dueOn} today={p.today} late={en.late} />,
                  phone: { label: en.next },
                },
          ]}
        />
      )}
    </StaffPage>
  )
}
