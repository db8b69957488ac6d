import type { JSX } from 'preact'
import { ageOn, type Day, daysBetween, formatDay } from '#ground/day.ts'
import type { CaseloadRow } from '#rooms/deployment/index.ts'
import { pageWords, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { type FoundPerson, MOST_FOUND, supportLevelWords, yearOf } from '#rooms/people/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type CaseloadFilter, hrefOf } from '../caseload.ts'
import { activityKinds, en } from '../words.ts'
import { contactColumn, dueCell, levelCell, nameCell } from './caseload-cells.tsx'
import { activityCell } from './cells.tsx'

export type CaseloadView = {
  readonly visitor: Visitor
  readonly today: Day
  readonly title: string
  readonly base: string
  readonly current: string
  readonly filter: CaseloadFilter
  readonly all: number
  readonly thisWeek: number
  readonly part: PagePart<CaseloadRow>
  readonly mayDownload: boolean
  readonly mayRecord: boolean
  /** A line in place of the usual one under the title: whose caseload it is, and until when. */
  readonly lead?: string | undefined
  /** What else is at hand: colleagues covered for. */
  readonly also?: readonly { readonly href: string; readonly text: string }[] | undefined
}

/** A caseload: late ones first, filters in the address, ordinary rows quiet. */
export function CaseloadPage(p: CaseloadView): JSX.Element {
  const { filter, today } = p
  const href = (change: Partial<CaseloadFilter>) => hrefOf(p.base, filter, change)
  const sortable = (sort: CaseloadFilter['sort']) => ({
    sortHref: href({ sort }),
    currentSort: filter.sort === sort ? ('ascending' as const) : undefined,
  })
  return (
    <StaffPage visitor={p.visitor} title={p.title} current={p.current}>
      <PageHead
        title={p.title}
        lead={p.lead ?? (p.base === '/caseload' ? en.caseloadLead(p.all, p.thisWeek) : en.people(p.all))}
        actions={
          p.mayDownload && p.all > 0 ? (
            <Button
              href={href({ page: filter.page }).replace(p.base, `${p.base}.csv`)}
              classes="govuk-button--secondary"
            >
              {en.download}
            </Button>
          ) : undefined
        }
      />
      {p.also !== undefined && p.also.length > 0 && (
        <ul class="govuk-list">
          {p.also.map(other => (
            <li>
              <a class="govuk-link" href={other.href}>
                {other.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {p.all === 0 ? (
        <EmptyState title={en.emptyCaseload}>{en.emptyCaseloadText}</EmptyState>
      ) : (
        <>
          <Filters base={p.base} filter={filter} />
          <ListState
            count={en.of(p.part.total, p.all)}
            filtersLabel={en.filters}
            chips={chipsOf(filter, href)}
            clearAll={{ href: p.base, text: en.clearAll }}
            sort={en.sorted[filter.sort]}
          />
          {p.part.total === 0 ? (
            <EmptyState title={en.nothingFits}>{en.nothingFitsText}</EmptyState>
          ) : (
            <DataTable
              caption={p.title}
              rows={p.part.rows}
              stickyHead
              columns={[
                { key: 'name', heading: en.name, cell: nameCell, ...sortable('name') },
                {
                  key: 'year',
                  heading: en.yearAgeColumn,
                  cell: r =>
                    r.bornOn === null
                      ? ''
                      : [yearOf(r.bornOn, today), ageOn(r.bornOn, today)].filter(Boolean).join(',\u00a0'),
                  phone: { label: en.yearAgeColumn },
                },
                {
                  key: 'level',
                  heading: en.levelColumn,
                  cell: levelCell,
                  tight: true,
                  phone: { label: en.levelColumn },
                },
                {
                  key: 'activity',
                  heading: en.activityFilter,
                  cell: r => activityCell(r, today),
                  tight: true,
                  phone: { label: en.activityFilter },
                },
                {
                  key: 'checked',
                  heading: en.checked,
                  numeric: true,
                  cell: r =>
                    r.activityVerifiedOn === null ? en.notYet : en.daysAgo(daysBetween(r.activityVerifiedOn, today)),
                  ...sortable('checked'),
                  phone: { label: en.checked },
                },
                {
                  key: 'seen',
                  heading: en.lastSeen,
                  numeric: true,
                  cell: r => (r.lastContactOn === null ? en.notYet : en.daysAgo(daysBetween(r.lastContactOn, today))),
                  ...sortable('seen'),
                  phone: { label: en.lastSeen },
                },
                {
                  key: 'due',
                  heading: en.dueColumn,
                  cell: r => dueCell(r, today),
                  ...sortable('due'),
                  wide: true,
                  phone: { lead: true },
                },
                { key: 'town', heading: en.livesIn, cell: r => r.town ?? '', phone: { label: en.livesIn } },
                ...(p.mayRecord ? [contactColumn(href({ page: filter.page }))] : []),
              ]}
            />
          )}
          <ListPages page={p.part.page} pages={p.part.pages} hrefOf={page => href({ page })} words={pageWords} />
        </>
      )}
    </StaffPage>
  )
}

function Filters(p: { base: string; filter: CaseloadFilter }): JSX.Element {
  const options = (record: Readonly<Record<string, string>>) => [
    { value: '', text: en.all },
    ...Object.entries(record).map(([value, text]) => ({ value, text })),
  ]
  return (
    <FilterBox action={p.base} summary={en.filter} apply={en.filter}>
      <FilterText id="filter-q" name="q" label={en.nameOrPlace} value={p.filter.q} />
      <FilterSelect
        id="filter-level"
        name="level"
        label={en.levelFilter}
        value={p.filter.level}
        options={options({ ...supportLevelWords, none: en.noLevel })}
      />
      <FilterSelect
        id="filter-activity"
        name="activity"
        label={en.activityFilter}
        value={p.filter.activity}
        options={options(activityKinds)}
      />
      <FilterSelect
        id="filter-due"
        name="due"
        label={en.dueFilter}
        value={p.filter.due}
        options={options(en.dueOptions)}
      />
      <FilterSelect
        id="filter-seen"
        name="seen"
        label={en.seenFilter}
        value={p.filter.seen}
        options={options(en.seenOptions)}
      />
    </FilterBox>
  )
}

function chipsOf(filter: CaseloadFilter, href: (change: Partial<CaseloadFilter>) => string) {
  // By field: "none" is no support level in one and nothing due in another.
  const words: Readonly<Record<'level' | 'activity' | 'due' | 'seen', Readonly<Record<string, string>>>> = {
    level: { ...supportLevelWords, none: en.noLevelChip },
    activity: activityKinds,
    due: en.dueOptions,
    seen: en.seenOptions,
  }
  return (['q', 'level', 'activity', 'due', 'seen'] as const)
    .filter(key => filter[key] !== '')
    .map(key => ({
      text: key === 'q' ? filter.q : (words[key][filter[key]] ?? filter[key]),
      removeHref: href({ [key]: '' }),
      removeWord: en.removeFilter,
    }))
}

export type FindView = {
  readonly visitor: Visitor
  readonly q: string
  readonly today: Day
  readonly found: readonly FoundPerson[] | undefined
  readonly schools: ReadonlyMap<string, string>
  readonly leads: ReadonlyMap<string, string>
  readonly may: { readonly create: boolean; readonly emergency: boolean; readonly open: boolean }
}

/** Find anyone: exact ones first, and what to do when nobody is found. */
export function FindPage(p: FindView): JSX.Element {
  const none = p.found !== undefined && p.found.length === 0
  return (
    <StaffPage visitor={p.visitor} title={p.q === '' ? en.find : `${p.q}: ${en.find}`}>
      <PageHead
        title={en.find}
        lead={en.findLead}
        actions={
          p.may.create ? (
            <Button href="/people/new" classes="govuk-button--secondary">
              {en.newRecord}
            </Button>
          ) : undefined
        }
      />
      <form class="cx-find-again" method="get" action="/find" role="search" aria-label={en.findLabel}>
        <label class="govuk-label" for="find-again">
          {en.findLabel}
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="find-again"
          name="q"
          type="search"
          value={p.q}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
        />
        <button class="govuk-button" type="submit">
          {en.findButton}
        </button>
      </form>
      {p.found !== undefined && p.found.length > 0 && (
        <>
          <ListState count={p.found.length < MOST_FOUND ? en.findCount(p.found.length) : en.findMany(p.found.length)} />
          <DataTable
            caption={en.find}
            rows={p.found}
            columns={[
              {
                key: 'name',
                heading: en.name,
                cell: f =>
                  p.may.open ? (
                    <a class="govuk-link" href={`/people/${f.person.id}`}>{`${f.person.family}, ${f.person.given}`}</a>
                  ) : (
                    `${f.person.family}, ${f.person.given}`
                  ),
              },
              {
                key: 'born',
                heading: en.bornColumn,
                cell: f =>
                  f.person.bornOn === null
                    ? en.notKnown
                    : `${formatDay(f.person.bornOn)} (${en.yearAge(yearOf(f.person.bornOn, p.today), ageOn(f.person.bornOn, p.today))})`,
                phone: { lead: true },
              },
              { key: 'school', heading: en.school, cell: f => p.schools.get(f.person.id) ?? '' },
              { key: 'lead', heading: en.lead, cell: f => p.leads.get(f.person.id) ?? '', phone: { label: en.lead } },
              {
                key: 'exact',
                heading: en.fit,
                cell: f =>
                  f.exact ? (
                    <StatusTag kind="quiet" bare>
                      {en.exactMatch}
                    </StatusTag>
                  ) : (
                    en.alike
                  ),
              },
            ]}
          />
        </>
      )}
      {none && (
        <EmptyState
          title={en.nobodyFound}
          action={
            p.may.emergency && (
              <Button href="/emergency-access/new" classes="govuk-button--secondary">
                {en.emergency}
              </Button>
            )
          }
        >
          {en.nobodyFoundText}
        </EmptyState>
      )}
    </StaffPage>
  )
}
