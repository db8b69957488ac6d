import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { pageWords, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import { type Filter, KINDS, type Opportunity } from '../opportunity.ts'
import { en, kinds } from '../words.ts'
import { lastDayWords, OpportunityTag, startWords } from './parts.tsx'

/** Opportunities as all staff read them, with a filter. */
export function OpportunitiesPage(p: {
  readonly visitor: Visitor
  readonly part: PagePart<Opportunity>
  readonly filter: Filter
  readonly showsOver: boolean
  readonly mayKeep: boolean
  readonly today: Day
}): JSX.Element {
  const { filter, today } = p
  const isFiltered = Object.values(filter).some(one => one !== '')
  const base = p.showsOver ? '/opportunities?show=over' : '/opportunities'
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/opportunities">
      <PageHead
        title={p.showsOver ? `${en.title}: ${en.over.toLowerCase()}` : en.title}
        lead={p.showsOver ? en.overLead : en.lead}
        actions={
          <>
            <Button
              href={p.showsOver ? '/opportunities' : '/opportunities?show=over'}
              classes="govuk-button--secondary"
            >
              {p.showsOver ? en.backToOpen : en.over}
            </Button>
            {p.mayKeep && <Button href="/opportunities/new">{en.add}</Button>}
          </>
        }
      />
      <FilterBox action="/opportunities" summary={en.apply} apply={en.apply}>
        {p.showsOver && <input type="hidden" name="show" value="over" />}
        <FilterText id="filter-q" name="q" label={en.search} value={filter.q} />
        <FilterText id="filter-where" name="where" label={en.where} value={filter.where} />
        <FilterSelect
          id="filter-kind"
          name="kind"
          label={en.kind}
          value={filter.kind}
          options={[{ value: '', text: en.allKinds }, ...KINDS.map(value => ({ value, text: kinds[value] }))]}
        />
        <FilterSelect
          id="filter-start"
          name="start"
          label={en.start}
          value={filter.start}
          options={[
            { value: '', text: en.anyStart },
            ...(['any-time', 'month', 'later'] as const).map(value => ({ value, text: en.starts[value] })),
          ]}
        />
      </FilterBox>
      {p.part.total === 0 ? (
        <EmptyState title={isFiltered ? en.noneFit : en.none}>{isFiltered ? en.noneFitText : en.noneText}</EmptyState>
      ) : (
        <>
          <ListState
            count={en.count(p.part.total)}
            filtersLabel={en.filters}
            chips={chipsOf(filter, p.showsOver)}
            clearAll={{ href: base, text: en.clear }}
            sort={p.showsOver ? en.overSort : en.sortWords}
          />
          <DataTable
            caption={en.title}
            rows={p.part.rows}
            columns={[
              {
                key: 'what',
                heading: en.what,
                cell: o => (
                  <a class="govuk-link" href={`/opportunities/${o.rowId}`}>
                    {o.title}
                  </a>
                ),
              },
              { key: 'with', heading: en.offeredBy, cell: o => o.offeredBy, phone: { lead: true } },
              { key: 'kind', heading: en.kind, cell: o => kinds[o.kind], phone: { label: en.kind } },
              { key: 'town', heading: en.where, cell: o => o.town, phone: { label: en.where } },
              {
                key: 'ages',
                heading: en.ages,
                tight: true,
                cell: o => en.agesLine(o.minAge, o.maxAge),
                phone: { label: en.ages },
              },
              {
                key: 'start',
                heading: en.startsOn,
                tight: true,
                cell: o => startWords(o.startsOn, today),
                phone: { label: en.startsOn },
              },
              p.showsOver
                ? {
                    key: 'state',
                    heading: en.stands,
                    cell: (o: Opportunity) => <OpportunityTag of={o} today={today} />,
                  }
                : {
                    key: 'by',
                    heading: en.applyBy,
                    tight: true,
                    cell: (o: Opportunity) => lastDayWords(o.applyBy, today),
                    phone: { label: en.applyBy },
                  },
            ]}
          />
          <ListPages
            page={p.part.page}
            pages={p.part.pages}
            hrefOf={page => hrefOf({ ...filter, page: String(page) }, p.showsOver)}
            words={pageWords}
          />
        </>
      )}
    </StaffPage>
  )
}

/** The list with what is asked of it; what is empty is left out. */
function hrefOf(filter: Readonly<Record<string, string>>, showsOver: boolean): string {
  const asked: string[][] = Object.entries(filter).filter(([, value]) => value !== '')
  const query = new URLSearchParams([...asked, ...(showsOver ? [['show', 'over']] : [])]).toString()
  return query === '' ? '/opportunities' : `/opportunities?${query}`
}

function chipsOf(filter: Filter, showsOver: boolean) {
  const words: Readonly<Record<keyof Filter, string>> = {
    q: filter.q,
    where: filter.where,
    kind: filter.kind === '' ? '' : kinds[filter.kind],
    start: filter.start === '' ? '' : en.starts[filter.start],
  }
  return (Object.keys(words) as (keyof Filter)[])
    .filter(key => filter[key] !== '')
    .map(key => {
      return {
        text: words[key],
        removeHref: hrefOf({ ...filter, [key]: '' }, showsOver),
        removeWord: en.removeFilter,
      }
    })
}
