import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import type { SupportGroup } from '../../support-groups/support-group.ts'
import type { Newcomer, SessionContent } from '../group.ts'
import { en, groupKinds } from '../words.ts'

/** Kind, day, time, length and place in a line. */
export function whenOf(s: SessionContent): string {
  const long = s.minutes === null ? '' : en.minutesLong(s.minutes)
  return [groupKinds[s.kind], formatDay(s.happenedOn), s.atTime ?? '', long, s.place].filter(Boolean).join(' · ')
}

/** The support group a session is a day of, as a fact of it. */
export function dayOf(group: SupportGroup | undefined): { label: string; value: JSX.Element }[] {
  if (group === undefined) return []
  const value = (
    <a class="govuk-link" href={`/support-groups/${group.rowId}`}>
      {group.name}
    </a>
  )
  return [{ label: en.dayOf, value }]
}

type Line = Newcomer & { readonly title?: string; readonly happenedOn?: Day }

/** Those who are not on record, with what can be done: put on a record, or deleted. */
export function Newcomers(p: {
  readonly rows: readonly Line[]
  readonly mayLink: boolean
  readonly withSession?: boolean
}): JSX.Element {
  return (
    <DataTable
      caption={en.newcomersTitle}
      rows={p.rows}
      columns={[
        { key: 'called', heading: en.called, cell: r => r.called },
        { key: 'wanted', heading: en.wanted, cell: r => <span class="cx-lines">{r.wanted || '–'}</span> },
        ...(p.withSession
          ? [
              {
                key: 'session',
                heading: en.session,
                cell: (r: Line) => (
                  <a class="govuk-link" href={`/groups/${r.sessionId}`}>
                    {r.title}
                  </a>
                ),
                phone: { label: en.session },
              },
            ]
          : []),
        { key: 'ends', heading: en.ends, tight: true, cell: r => formatDay(r.endsOn), phone: { label: en.ends } },
        ...(p.mayLink
          ? [
              {
                key: 'link',
                heading: en.open,
                hidesHeading: true,
                cell: (r: Line) => (
                  <a class="govuk-link" href={`/groups/newcomers/${r.rowId}`}>
                    {en.link}
                    <span class="govuk-visually-hidden"> {en.linkOf(r.called)}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
