import type { JSX } from 'preact'
import { type Day, daysBetween, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { kinds } from '../../words.ts'
import type { DiaryEntry } from '../appointment.ts'
import type { MissedFacts, MissedStep } from '../rules.ts'
import { diary as en, reasonWords, stepWords } from '../words.ts'

export type MissedLine = DiaryEntry &
  Pick<MissedFacts, 'inRow' | 'since'> & { readonly step: MissedStep; readonly by: Day }

/** Who leads the team of whoever looks: who is told, or has to be asked for. */
export type TeamLeader = 'somebody' | 'oneself' | 'nobody'

/** Who did not come, and what is to be done next about each: what is due first, first. */
export function MissedPage(p: {
  readonly visitor: Visitor
  readonly today: Day
  readonly rows: readonly MissedLine[]
  readonly leader: TeamLeader
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.missed} current="/missed">
      <PageHead title={en.missed} lead={en.missedLead} />
      {p.rows.length === 0 ? (
        <EmptyState title={en.missedNone}>{en.missedNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.missed}
          rows={p.rows}
          stickyHead
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: r => <a class="govuk-link" href={`/people/${r.personId}`}>{`${r.family}, ${r.given}`}</a>,
            },
            {
              key: 'missed',
              heading: en.missedOn,
              phone: { label: en.missedOn },
              cell: r =>
                [
                  `${shortDay(r.onDay, p.today)}, ${r.atTime}`,
                  r.reason && reasonWords[r.reason],
                  en.missedTimes(r.inRow),
                ]
                  .filter(Boolean)
                  .join('. '),
            },
            {
              key: 'tries',
              heading: en.missedTries,
              phone: { label: en.missedTries },
              cell: r =>
                r.since.length === 0
                  ? en.noTries
                  : r.since.map(c => `${kinds[c.kind]}, ${shortDay(c.on, p.today)}`).join('; '),
            },
            { key: 'next', heading: en.missedNext, phone: { lead: true }, cell: r => stepWords[r.step] },
            {
              key: 'by',
              heading: en.missedBy,
              tight: true,
              cell: r => {
                const late = daysBetween(r.by, p.today)
                return late > 0 ? (
                  <StatusTag kind="late" bare>
                    {en.lateBy(late)}
                  </StatusTag>
                ) : (
                  shortDay(r.by, p.today)
                )
              },
            },
            {
              key: 'do',
              heading: en.missedDo,
              hidesHeading: true,
              tight: true,
              cell: r => <Do row={r} csrfToken={p.visitor.csrfToken} leader={p.leader} />,
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function Do(p: { readonly row: MissedLine; readonly csrfToken: string; readonly leader: TeamLeader }): JSX.Element {
  const { row } = p
  const name = `${row.given} ${row.family}`
  switch (row.step) {
    case 'try':
    case 'other-way':
    case 'with-leader':
      return <TryLink row={row} name={name} />
    case 'rebook':
      return (
        <Button
          href={`/people/${row.personId}/appointments/new?instead=${row.rowId}`}
          classes="govuk-button--secondary cx-small"
        >
          {en.bookAnother}
          <span class="govuk-visually-hidden"> {en.withName(name)}</span>
        </Button>
      )
    case 'tell-leader':
      return (
        <div class="cx-do">
          {row.isRestricted ? (
            en.tellYourself
          ) : p.leader === 'somebody' ? (
            <PostForm action={`/appointments/${row.rowId}/leader-told`} csrfToken={p.csrfToken}>
              <Button classes="govuk-button--secondary cx-small">
                {en.tellLeader}
                <span class="govuk-visually-hidden"> {en.about(name)}</span>
              </Button>
            </PostForm>
          ) : p.leader === 'oneself' ? (
            en.youLead
          ) : (
            en.noLeader
          )}{' '}
          <TryLink row={row} name={name} />
        </div>
      )
  }
}

function TryLink(p: { readonly row: MissedLine; readonly name: string }): JSX.Element {
  return (
    <Button
      href={`/people/${p.row.personId}/contacts/new?kind=tried&back=%2Fmissed`}
      classes="govuk-button--secondary cx-small"
    >
      {en.recordTry}
      <span class="govuk-visually-hidden"> {en.withName(p.name)}</span>
    </Button>
  )
}
