/** Where an adviser is deployed and who learns there; a tracking officer's lists. */
import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { addDays, ageOn, type Day, daysBetween, shortDay } from '#ground/day.ts'
import type { Deployment, HostTerms, PupilRow } from '#rooms/deployment/index.ts'
import { agreedColumn, stateOn } from '#rooms/deployment/index.ts'
import { pageWords, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { yearOf } from '#rooms/people/index.ts'
import type { ListRow, OwnList } from '#rooms/tracking/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { type Column, DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ListPages } from '#web/shell/list-pages.tsx'
import { periodColumns } from '#web/shell/row-columns.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en } from '../words.ts'
import { activityCell } from './cells.tsx'

type Names = ReadonlyMap<string, string>

/** The institutions an adviser is deployed to. */
export function InstitutionsPage(p: {
  visitor: Visitor
  today: Day
  deployments: readonly Deployment[]
  organisations: Names
  /** What was agreed with the host, by deployment. */
  terms: ReadonlyMap<string, HostTerms>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.institutions} current="/institutions">
      <PageHead
        title={en.institutions}
        lead={en.institutionsLead}
        actions={
          <Button href="/adviser-role" classes="govuk-button--secondary">
            {en.adviserRole}
          </Button>
        }
      />
      {p.deployments.length === 0 ? (
        <EmptyState title={en.noInstitutions}>{en.noInstitutionsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.institutions}
          rows={p.deployments}
          columns={[
            {
              key: 'name',
              heading: en.institution,
              cell: d =>
                stateOn(d, p.today) === 'now' ? (
                  <a class="govuk-link" href={`/institutions/${d.organisationId}`}>
                    {p.organisations.get(d.organisationId) ?? ''}
                  </a>
                ) : (
                  (p.organisations.get(d.organisationId) ?? '')
                ),
            },
            { key: 'hours', heading: en.hours, cell: d => d.hours, phone: { lead: true } },
            ...periodColumns<Deployment>(p.today, {
              since: en.sinceColumn,
              until: en.untilColumn,
              open: en.furtherNotice,
              ahead: en.ahead,
            }),
            agreedColumn<Deployment>(
              p.today,
              d => p.terms.get(d.rowId),
              d => `: ${p.organisations.get(d.organisationId) ?? ''}`,
            ),
          ]}
        />
      )}
    </StaffPage>
  )
}

export type PupilsFilter = { readonly q: string; readonly lead: '' | 'some' | 'none'; readonly page: number }

/** Who is on the roll of an institution, with lead and current activity. */
export function PupilsPage(p: {
  visitor: Visitor
  today: Day
  /** Whose roll it is; undefined on the page of one's own. */
  name: string | undefined
  base: string
  /** The deployment that opens it to an adviser; a partner's own practitioner has none, and sees what the roll brought (K3). */
  deployment: Deployment | undefined
  filter: PupilsFilter
  rows: readonly PupilRow[]
  fitting: number
  pageSize: number
  leads: Names
}): JSX.Element {
  const { filter, today } = p
  const { deployment } = p
  const title = p.name === undefined ? en.ownRoll : en.pupilsOf(p.name)
  const pages = Math.ceil(p.fitting / p.pageSize)
  const isNarrowed = filter.q !== '' || filter.lead !== ''
  const href = (change: Partial<PupilsFilter>) => pupilsHref(p.base, { ...filter, page: 1, ...change })
  return (
    <StaffPage visitor={p.visitor} title={title} current={deployment ? '/institutions' : p.base}>
      {deployment ? (
        <PageHead
          title={title}
          lead={en.pupilsLead(
            deployment.hours,
            deployment.finishedOn === null ? '' : shortDay(addDays(deployment.finishedOn, -1), today),
          )}
          back={{ href: '/institutions', text: en.institutions }}
        />
      ) : (
        <PageHead
          title={title}
          lead={en.ownRollLead}
          actions={
            <Button href="/adviser-role" classes="govuk-button--secondary">
              {en.adviserRole}
            </Button>
          }
        />
      )}
      {p.fitting === 0 && !isNarrowed ? (
        <EmptyState title={en.noPupils}>{en.noPupilsText}</EmptyState>
      ) : (
        <>
          <FilterBox action={p.base} summary={en.filter} apply={en.filter}>
            <FilterText id="filter-q" name="q" label={en.name} value={filter.q} />
            <FilterSelect
              id="filter-lead"
              name="lead"
              label={en.ledFilter}
              value={filter.lead}
              options={[
                { value: '', text: en.all },
                { value: 'some', text: en.ledOptions.some },
                { value: 'none', text: en.ledOptions.none },
              ]}
            />
          </FilterBox>
          <ListState
            count={en.pupils(p.fitting)}
            filtersLabel={en.filters}
            chips={[
              ...(filter.q === ''
                ? []
                : [{ text: filter.q, removeHref: href({ q: '' }), removeWord: en.removeFilter }]),
              ...(filter.lead === ''
                ? []
                : [{ text: en.ledOptions[filter.lead], removeHref: href({ lead: '' }), removeWord: en.removeFilter }]),
            ]}
            clearAll={{ href: p.base, text: en.clearAll }}
            sort={en.sorted.name}
          />
          {p.rows.length === 0 ? (
            <EmptyState title={en.nothingFits}>{en.nothingFitsText}</EmptyState>
          ) : (
            <DataTable
              caption={title}
              rows={p.rows}
              stickyHead
              columns={[
                ...personColumns<PupilRow>(today).filter(c => deployment || ['name', 'year'].includes(c.key)),
                {
                  key: 'lead',
                  heading: en.lead,
                  cell: r => (r.leadId === null ? en.noLead : (p.leads.get(r.leadId) ?? '')),
                  phone: { label: en.lead },
                },
                ...(deployment
                  ? [
                      {
                        key: 'seen',
                        heading: en.lastSeen,
                        numeric: true,
                        cell: (r: PupilRow) => agoOf(r.lastContactOn, today),
                        phone: { label: en.lastSeen },
                      },
                    ]
                  : []),
              ]}
            />
          )}
          <ListPages page={filter.page} pages={pages} hrefOf={page => href({ page })} words={pageWords} />
        </>
      )}
    </StaffPage>
  )
}

/** The lists a tracking officer works on. */
export function OwnListsPage(p: { visitor: Visitor; today: Day; lists: readonly OwnList[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.lists} current="/caseload">
      <PageHead title={en.lists} lead={en.listsLead} />
      {p.lists.length === 0 ? (
        <EmptyState title={en.noLists}>{en.noListsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.lists}
          rows={p.lists}
          columns={[
            {
              key: 'name',
              heading: en.list,
              cell: l => (
                <a class="govuk-link" href={`/caseload/lists/${l.id}`}>
                  {l.name}
                </a>
              ),
            },
            {
              key: 'refreshed',
              heading: en.refreshed,
              cell: l => shortDay(dayOf(l.refreshedAt), p.today),
              phone: { label: en.refreshed },
            },
            {
              key: 'until',
              heading: en.untilColumn,
              cell: l => (l.finishedOn === null ? en.furtherNotice : shortDay(addDays(l.finishedOn, -1))),
              phone: { label: en.untilColumn },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** One list as its officer works through it: what is known longest ago comes first. */
export function OwnListPage(p: {
  visitor: Visitor
  today: Day
  list: OwnList
  rows: readonly ListRow[]
  mayDownload: boolean
}): JSX.Element {
  const { list, today } = p
  const until = list.finishedOn === null ? '' : shortDay(addDays(list.finishedOn, -1), today)
  return (
    <StaffPage visitor={p.visitor} title={list.name} current="/caseload">
      <PageHead
        title={list.name}
        lead={en.listLead(p.rows.length, until)}
        back={{ href: '/caseload', text: en.lists }}
        actions={
          p.mayDownload && p.rows.length > 0 ? (
            <Button href={`/caseload/lists/${list.id}/csv`} classes="govuk-button--secondary">
              {en.download}
            </Button>
          ) : undefined
        }
      />
      {p.rows.length === 0 ? (
        <EmptyState title={en.emptyList}>{en.emptyListText}</EmptyState>
      ) : (
        <>
          <ListState count={en.pupils(p.rows.length)} sort={en.listSorted} />
          <DataTable
            caption={list.name}
            rows={p.rows}
            stickyHead
            columns={[
              ...personColumns<ListRow>(today),
              {
                key: 'seen',
                heading: en.lastReached,
                numeric: true,
                cell: r => agoOf(r.lastContactOn, today),
                phone: { label: en.lastReached },
              },
              {
                key: 'tried',
                heading: en.lastTry,
                numeric: true,
                cell: r => agoOf(r.lastTryOn, today),
                phone: { label: en.lastTry },
              },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

type PersonRow = {
  readonly personId: string
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly diedOn: Day | null
  readonly activityCode: string | null
  readonly activityVerifiedOn: Day | null
  readonly activityLapsesOn: Day | null
}

/** Name, year and age, current activity and how old that is. */
function personColumns<Row extends PersonRow>(today: Day): Column<Row>[] {
  return [
    {
      key: 'name',
      heading: en.name,
      cell: r => (
        <>
          <a class="govuk-link" href={`/people/${r.personId}`}>{`${r.family}, ${r.given}`}</a>{' '}
          {r.diedOn !== null && (
            <StatusTag kind="stop" bare>
              {en.died}
            </StatusTag>
          )}
        </>
      ),
    },
    {
      key: 'year',
      heading: en.yearAgeColumn,
      cell: r =>
        r.bornOn === null ? '' : [yearOf(r.bornOn, today), ageOn(r.bornOn, today)].filter(Boolean).join(',\u00a0'),
      phone: { label: en.yearAgeColumn },
    },
    {
      key: 'activity',
      heading: en.activityFilter,
      cell: r => activityCell(r, today),
      phone: { lead: true },
    },
    {
      key: 'checked',
      heading: en.checked,
      numeric: true,
      cell: r => agoOf(r.activityVerifiedOn, today),
      phone: { label: en.checked },
    },
  ]
}

function agoOf(day: Day | null, today: Day): string {
  return day === null ? en.notYet : en.daysAgo(daysBetween(day, today))
}

function pupilsHref(base: string, filter: PupilsFilter): string {
  const parts = Object.entries(filter).filter(([key, value]) => value !== '' && !(key === 'page' && value === 1))
  const query = new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString()
  return query === '' ? base : `${base}?${query}`
}
