import type { JSX } from 'preact'
import { dayOf, timeOf } from '#ground/clock.ts'
import { type Day, shortDay } from '#ground/day.ts'
import type { AuditEvent } from '#rooms/audit/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { sayEvent } from '../event-words.ts'
import { en } from '../words.ts'

/** So many names of a list fit on the line of a row. */
const NAMES_SHOWN = 2

export type LookRow = {
  readonly event: AuditEvent
  readonly who: string
  readonly odd: readonly string[]
  readonly whom: readonly { id: string; name: string }[]
}

/** Who did what when: the latest of the partnership, or all about one young person. Never the content. */
export function LookedPage(p: {
  visitor: Visitor
  title: string
  lead: string
  today: Day
  rows: readonly LookRow[]
  showsWhom: boolean
  /** The page on the protection of the one record it is about. */
  protectHref?: string
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={p.title} current="/who-looked">
      <PageHead title={p.title} lead={p.lead} />
      {p.protectHref !== undefined && (
        <p>
          <a class="govuk-link" href={p.protectHref}>
            {en.protect}
          </a>
        </p>
      )}
      <SectionHead>{p.showsWhom ? en.lookedRecent : en.lookedNewest}</SectionHead>
      {p.rows.length === 0 ? (
        <EmptyState title={en.lookedEmpty}>{en.lookedEmptyText}</EmptyState>
      ) : (
        <DataTable
          caption={p.title}
          rows={p.rows}
          columns={[
            { key: 'who', heading: en.lookedBy, cell: r => r.who, tight: true },
            {
              key: 'what',
              heading: en.lookedWhat,
              cell: r => sayEvent(r.event),
              phone: { lead: true },
            },
            {
              key: 'when',
              heading: en.lookedWhen,
              cell: r => `${shortDay(dayOf(r.event.at), p.today)}, ${timeOf(r.event.at)}`,
              tight: true,
            },
            ...(p.showsWhom ? [{ key: 'whom', heading: en.lookedLabel, cell: whomCell }] : []),
            // Most days nothing is: then the room is for the names.
            ...(p.rows.some(r => r.odd.length > 0) ? [{ key: 'odd', heading: en.odd, cell: oddCell }] : []),
          ]}
        />
      )}
    </StaffPage>
  )
}

function whomCell(row: LookRow): JSX.Element {
  return (
    <>
      {row.whom.slice(0, NAMES_SHOWN).map((person, i) => (
        <>
          {i > 0 && ', '}
          <a class="govuk-link" href={`/who-looked/${person.id}`}>
            {person.name}
          </a>
        </>
      ))}
      {row.whom.length > NAMES_SHOWN && <span class="cx-together"> {en.andMore(row.whom.length - NAMES_SHOWN)}</span>}
    </>
  )
}

function oddCell(row: LookRow): JSX.Element | string {
  return row.odd.length === 0 ? '' : <StatusTag kind="care">{row.odd.join(', ')}</StatusTag>
}
