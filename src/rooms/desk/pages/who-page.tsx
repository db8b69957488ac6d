/** Who may see a record, and why. */
import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { shortDay } from '#ground/day.ts'
import type { Grant, RecordClass } from '#rooms/access/index.ts'
import { type Role, roleNames, type Visitor } from '#rooms/identity/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { DeskFrame } from '../frame.tsx'
import { lastDayOf } from '../record.ts'
import { en, grantSources } from '../words.ts'
import { RecordFrame } from './record-pages.tsx'

/**
 * The reason of a role's grant is the role; others have words of their own. Where somebody learns, and that their activity
 * is not known, is told to those who may see it by itself (K6).
 */
function reasonOf(grant: Grant, seen: ReadonlySet<RecordClass>): string {
  if (grant.source === 'deployment' && !seen.has('learning')) return ''
  if (grant.source === 'tracking-list' && !seen.has('tracking')) return ''
  if (grant.source === 'named-class') return ''
  return grant.source === 'role' ? (roleNames[grant.reason as Role] ?? grant.reason) : grant.reason
}

export type HolderRow = { readonly grant: Grant; readonly who: string; readonly isYou: boolean }

/** Every right that opens any of the record, and what made it. */
export function WhoPage(p: {
  visitor: Visitor
  frame: DeskFrame
  rows: readonly HolderRow[]
  seen: ReadonlySet<RecordClass>
  classWords: (grant: Grant) => string
}): JSX.Element {
  const { person } = p.frame
  return (
    <RecordFrame
      visitor={p.visitor}
      frame={p.frame}
      part="who"
      title={`${person.given} ${person.family}: ${en.whoTitle}`}
    >
      <SectionHead>{en.whoTitle}</SectionHead>
      <p class="govuk-body">{en.whoLead}</p>
      <DataTable
        caption={en.whoTitle}
        rows={p.rows}
        columns={[
          { key: 'who', heading: en.holder, cell: r => (r.isYou ? <strong>{r.who}</strong> : r.who) },
          {
            key: 'source',
            heading: en.source,
            cell: r => [grantSources[r.grant.source], reasonOf(r.grant, p.seen)].filter(Boolean).join(': '),
            phone: { lead: true },
          },
          {
            key: 'classes',
            heading: en.classes,
            // A part given by name says at length why: beside the part, not beside the source.
            cell: r =>
              r.grant.source === 'named-class' ? `${p.classWords(r.grant)}. ${r.grant.reason}` : p.classWords(r.grant),
            phone: { label: en.classes },
          },
          {
            key: 'since',
            heading: en.sinceColumn,
            cell: r => shortDay(dayOf(r.grant.startedAt)),
            tight: true,
            phone: { label: en.sinceColumn },
          },
          {
            key: 'until',
            heading: en.untilColumn,
            cell: r => (r.grant.endedAt === null ? '' : shortDay(lastDayOf(r.grant.endedAt))),
            tight: true,
            phone: { label: en.untilColumn },
          },
        ]}
      />
    </RecordFrame>
  )
}
