import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Runner, SupportGroup } from '../support-group.ts'
import { en } from '../words.ts'
import type { Names } from './shared.tsx'

/** Groups one runs, or one's team does; for who leads a team also those nobody runs any more. */
export function ListPage(p: {
  readonly visitor: Visitor
  readonly groups: PagePart<SupportGroup>
  readonly unrun: readonly SupportGroup[]
  readonly runners: readonly Runner[]
  readonly names: Names
  readonly showsTeam: boolean
  readonly mayShowTeam: boolean
  readonly mayMake: boolean
}): JSX.Element {
  const { rows } = p.groups
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/groups">
      <PageHead
        title={en.title}
        lead={en.lead}
        back={{ href: '/groups', text: en.backToGroups }}
        actions={p.mayMake && <Button href="/support-groups/new">{en.newOne}</Button>}
      />
      {p.mayShowTeam && (
        <LinkTabs
          label={en.whose}
          tabs={[
            { href: '/support-groups', text: en.own, current: !p.showsTeam },
            { href: '/support-groups?of=team', text: en.team, current: p.showsTeam },
          ]}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <Groups {...p} caption={en.title} groups={rows} />
      )}
      <ListPages
        page={p.groups.page}
        pages={p.groups.pages}
        hrefOf={n => `/support-groups?of=${p.showsTeam ? 'team' : 'self'}&page=${n}`}
        words={en.pages}
      />
      {p.unrun.length > 0 && (
        <>
          <SectionHead>{en.unrun}</SectionHead>
          <p>{en.unrunText}</p>
          <Groups {...p} caption={en.unrun} groups={p.unrun} />
        </>
      )}
    </StaffPage>
  )
}

function Groups(p: {
  readonly caption: string
  readonly groups: readonly SupportGroup[]
  readonly runners: readonly Runner[]
  readonly names: Names
}): JSX.Element {
  const whoRuns = (group: SupportGroup) =>
    p.runners
      .filter(one => one.groupId === group.rowId)
      .flatMap(one => p.names.get(one.accountId) ?? [])
      .join(', ')
  return (
    <DataTable
      caption={p.caption}
      rows={p.groups}
      columns={[
        {
          key: 'name',
          heading: en.name,
          cell: one => (
            <>
              <a class="govuk-link" href={`/support-groups/${one.rowId}`}>
                {one.name}
              </a>
              {one.endedOn !== null && (
                <>
                  {' '}
                  <StatusTag kind="quiet">{en.endedOn(formatDay(one.endedOn))}</StatusTag>
                </>
              )}
            </>
          ),
        },
        { key: 'meets', heading: en.meets, cell: one => one.meets, phone: { label: en.meets } },
        { key: 'runs', heading: en.runs, cell: whoRuns, phone: { label: en.runs } },
      ]}
    />
  )
}
