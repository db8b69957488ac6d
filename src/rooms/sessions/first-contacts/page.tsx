import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { lateBy } from '#ground/lateness.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { levels } from '../hours/words.ts'
import { beginsOn, dueOn } from './rules.ts'
import type { Waiting } from './store.ts'
import { en } from './words.ts'

/** With whom nobody spoke yet since somebody leads for them: late ones first. */
export function FirstContactsPage(p: {
  readonly visitor: Visitor
  readonly rows: readonly Waiting[]
  readonly today: Day
  /** Names of the advisers of a team; undefined for one's own. */
  readonly team: ReadonlyMap<string, string> | undefined
  readonly mayShowTeam: boolean
}): JSX.Element {
  const { team, today } = p
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/first-contacts">
      <PageHead title={en.title} lead={en.lead} />
      {p.mayShowTeam && (
        <LinkTabs
          label={en.whose}
          tabs={[
            { href: '/first-contacts', text: en.own, current: team === undefined },
            { href: '/first-contacts?of=team', text: en.team, current: team !== undefined },
          ]}
        />
      )}
      {p.rows.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.rows}
          stickyHead
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: r => <a class="govuk-link" href={`/people/${r.personId}`}>{`${r.given} ${r.family}`}</a>,
            },
            ...(team === undefined
              ? []
              : [
                  {
                    key: 'adviser',
                    heading: en.adviser,
                    cell: (r: Waiting) => team.get(r.accountId) ?? '',
                    phone: { label: en.adviser },
                  },
                ]),
            {
              key: 'due',
              heading: en.due,
              tight: true,
              phone: { lead: true },
              cell: r => {
                const late = lateBy(dueOn(r), today)
                return late === 0 ? (
                  shortDay(dueOn(r), today)
                ) : (
                  <StatusTag kind="late" bare>
                    {en.late(late)}
                  </StatusTag>
                )
              },
            },
            { key: 'level', heading: en.level, cell: r => levels[r.level], phone: { label: en.level } },
            {
              key: 'since',
              heading: en.since,
              tight: true,
              cell: r => shortDay(beginsOn(r), today),
              phone: { label: en.since },
            },
            {
              key: 'tried',
              heading: en.tried,
              cell: r => (r.triedOn === null ? en.triedNot : en.triedText(r.tries, shortDay(r.triedOn, today))),
              phone: { label: en.tried },
            },
            {
              key: 'next',
              heading: en.next,
              cell: r => (r.nextOn === null ? en.nextNone : shortDay(r.nextOn, today)),
              phone: { label: en.next },
            },
            { key: 'do', heading: en.do, hidesHeading: true, cell: r => <Links of={r} /> },
          ]}
        />
      )}
      <p class="cx-quiet">
        {en.follow}{' '}
        <a class="govuk-link" href="/">
          {en.myDay}
        </a>
        ; {en.followMissed}{' '}
        <a class="govuk-link" href="/missed">
          {en.missed}
        </a>
        .
      </p>
    </StaffPage>
  )
}

function Links({ of }: { readonly of: Waiting }): JSX.Element {
  const link = (href: string, text: string) => (
    <a class="govuk-link" href={href}>
      {text}
      <span class="govuk-visually-hidden"> {en.withName(`${of.given} ${of.family}`)}</span>
    </a>
  )
  return (
    <>
      {link(`/people/${of.personId}/appointments/new`, en.arrange)} ·{' '}
      {link(`/people/${of.personId}/contacts/new?kind=tried&back=/first-contacts`, en.record)}
    </>
  )
}
