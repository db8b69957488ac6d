/** Cells of a caseload. */
import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import type { CaseloadRow } from '#rooms/deployment/index.ts'
import { supportLevelWords } from '#rooms/people/index.ts'
import type { Column } from '#web/shell/data-table.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type Due, dueOf } from '../caseload.ts'
import { en } from '../words.ts'

/** The name, and what must be read before anything. */
export function nameCell(row: CaseloadRow): JSX.Element {
  return (
    <>
      <a
        class="govuk-link"
        id={`row-${row.personId}`}
        href={`/people/${row.personId}`}
      >{`${row.family}, ${row.given}`}</a>{' '}
      {row.diedOn !== null ? (
        <StatusTag kind="stop" bare>
          {en.died}
        </StatusTag>
      ) : (
        row.hasStop && (
          <StatusTag kind="stop" bare>
            {en.readFirst}
          </StatusTag>
        )
      )}
    </>
  )
}

/** Recording a contact straight from a row. The form leads back to this list as it is, at this row. */
export function contactColumn(list: string): Column<CaseloadRow> {
  return {
    key: 'contact',
    heading: en.contactColumn,
    cell: r =>
      r.diedOn === null && (
        <a
          class="govuk-link cx-row-link"
          href={`/people/${r.personId}/contacts/new?${new URLSearchParams({ back: `${list}#row-${r.personId}` }).toString()}`}
        >
          {en.record}
          <span class="cx-phone-words">{en.recordWhat}</span>
          <span class="govuk-visually-hidden">{en.recordWith(`${r.given} ${r.family}`)}</span>
        </a>
      ),
  }
}

/** How much support, by shape and word; the strongest by weight. */
export function levelCell(row: CaseloadRow): JSX.Element | string {
  const { supportLevel } = row
  if (supportLevel === null) return en.noLevel
  const shape = supportLevel === 'intensive' ? 'dot' : supportLevel === 'supported' ? 'half' : 'ring'
  return (
    <StatusTag kind="quiet" shape={shape} bare>
      {supportLevel === 'intensive' ? (
        <strong>{supportLevelWords.intensive}</strong>
      ) : (
        (supportLevelWords[supportLevel as keyof typeof supportLevelWords] ?? supportLevel)
      )}
    </StatusTag>
  )
}

/** What is due: only how late it is, or that it is soon, stands out. */
export function dueCell(row: CaseloadRow, today: Day): JSX.Element | string {
  const due = dueOf(row, today)
  switch (due.kind) {
    case 'late':
      return (
        <StatusTag kind="late" bare>
          <span class="cx-due">{due.words},</span> <span class="cx-together">{en.late(due.daysLate)}</span>
        </StatusTag>
      )
    case 'week':
      return whenDue(due, today, 'cx-together cx-soon')
    case 'later':
      return whenDue(due, today, 'cx-together')
    case 'none':
      return ''
    default:
      return due.kind satisfies never
  }
}

function whenDue(due: Due, today: Day, classes: string): JSX.Element {
  return (
    <>
      {due.words}, {due.on !== null && <span class={classes}>{shortDay(due.on, today)}</span>}
    </>
  )
}
