import type { JSX } from 'preact'
import { addDays, type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en as supportWords } from '../../support-groups/words.ts'
import { en as closedWords } from '../closed/words.ts'
import type { Newcomer, SessionLine } from '../group.ts'
import { en, groupKinds } from '../words.ts'
import { Newcomers } from './shared.tsx'

/** Sessions one ran, or one's team did, and who is not on record yet. */
export function GroupsPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly SessionLine[]
  readonly names: ReadonlyMap<string, string>
  readonly newcomers: readonly (Newcomer & { title: string; happenedOn: Day })[]
  readonly showsTeam: boolean
  readonly mayShowTeam: boolean
  readonly mayRecord: boolean
  /** The day of the last line, when there may be more. */
  readonly goesOn: Day | undefined
  readonly today: Day
}): JSX.Element {
  const of = p.showsTeam ? 'team' : 'self'
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/groups">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          p.mayRecord && (
            <>
              <Button href="/groups/plan" classes="govuk-button--secondary">
                {closedWords.plan}
              </Button>
              <Button href="/groups/new">{en.newOne}</Button>
            </>
          )
        }
      />
      <p>
        <a class="govuk-link" href="/support-groups">
          {supportWords.title}
        </a>
      </p>
      {p.mayShowTeam && (
        <LinkTabs
          label={en.whose}
          tabs={[
            { href: '/groups', text: en.own, current: !p.showsTeam },
            { href: '/groups?of=team', text: en.team, current: p.showsTeam },
          ]}
        />
      )}
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.lines}
          columns={[
            {
              key: 'what',
              heading: en.what,
              cell: one => (
                <>
                  <a class="govuk-link" href={`/groups/${one.rowId}`}>
                    {one.title}
                  </a>
                  {one.state !== 'held' && (
                    <>
                      {' '}
                      <StatusTag kind={one.state === 'planned' ? 'note' : 'quiet'}>
                        {one.state === 'planned' ? closedWords.planned : closedWords.calledOff}
                      </StatusTag>
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'day',
              heading: en.day,
              tight: true,
              cell: one => shortDay(one.happenedOn, p.today),
              phone: { lead: true },
            },
            { key: 'kind', heading: en.kind, tight: true, cell: one => groupKinds[one.kind] },
            { key: 'place', heading: en.place, cell: one => one.place, phone: { label: en.place } },
            {
              key: 'staff',
              heading: en.ranIt,
              cell: one => one.staff.flatMap(id => p.names.get(id) ?? []).join(', '),
              phone: { label: en.ranIt },
            },
          ]}
        />
      )}
      {p.goesOn !== undefined && (
        <p>
          <a class="govuk-link" href={`/groups?of=${of}&until=${addDays(p.goesOn, -1)}`}>
            {en.earlier}
          </a>
        </p>
      )}
      {!p.showsTeam && p.newcomers.length > 0 && (
        <>
          <SectionHead>{en.newcomersTitle}</SectionHead>
          <p class="cx-quiet">{en.newcomersLead}</p>
          <Newcomers rows={p.newcomers} mayLink={p.mayRecord} withSession />
        </>
      )}
    </StaffPage>
  )
}
