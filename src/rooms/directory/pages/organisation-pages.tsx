import type { JSX } from 'preact'
import { dayOf, type Instant } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, FilterText, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Area } from '../area.ts'
import { DISCLOSURES, ORGANISATION_KINDS, type Organisation } from '../organisation.ts'
import { en as register } from '../register/words.ts'
import type { AgreementLine } from '../routes/house.ts'
import { disclosedByBoth } from '../rules.ts'
import type { Site } from '../site.ts'
import { disclosures, en, kinds } from '../words.ts'
import { SitesTable } from './site-pages.tsx'

/** How many organisations a page of the list holds. */
export const MOST_SHOWN = 200

type Filter = { readonly q: string; readonly kind: string; readonly state: string }

/** The agencies of the partnership, sought by name and kind. */
export function OrganisationsPage(p: {
  visitor: Visitor
  /** One more than are shown when there are more. */
  organisations: readonly Organisation[]
  filter: Filter
  mayManage: boolean
}): JSX.Element {
  const { filter } = p
  const shown = p.organisations.slice(0, MOST_SHOWN)
  const isFiltered = filter.q !== '' || filter.kind !== '' || filter.state !== ''
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/organisations">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={
          p.mayManage ? (
            <>
              <Button href="/organisations/register" classes="govuk-button--secondary">
                {register.open}
              </Button>
              <Button href="/organisations/new">{en.add}</Button>
            </>
          ) : undefined
        }
      />
      <FilterBox action="/organisations" summary={en.apply} apply={en.apply}>
        <FilterText id="filter-q" name="q" label={en.search} value={filter.q} />
        <FilterSelect
          id="filter-kind"
          name="kind"
          label={en.kind}
          value={filter.kind}
          options={[
            { value: '', text: en.allKinds },
            ...ORGANISATION_KINDS.map(value => ({ value, text: kinds[value] })),
          ]}
        />
        <FilterSelect
          id="filter-state"
          name="state"
          label={en.state}
          value={filter.state}
          options={[
            { value: '', text: en.openOnly },
            { value: 'all', text: en.closedToo },
          ]}
        />
      </FilterBox>
      {shown.length === 0 ? (
        <EmptyState title={isFiltered ? en.noneFit : en.empty}>{isFiltered ? en.noneFitText : en.emptyText}</EmptyState>
      ) : (
        <>
          <ListState
            count={p.organisations.length > shown.length ? en.first(shown.length) : en.count(shown.length)}
            filtersLabel={en.filters}
            chips={chipsOf(filter)}
            clearAll={{ href: '/organisations', text: en.clear }}
            sort={en.sortWords}
          />
          <DataTable
            caption={en.title}
            rows={shown}
            columns={[
              {
                key: 'name',
                heading: en.name,
                cell: o => (
                  <>
                    <a class="govuk-link" href={`/organisations/${o.id}`}>
                      {o.name}
                    </a>{' '}
                    {o.state === 'closed' && (
                      <StatusTag kind="quiet" bare>
                        {en.closed}
                      </StatusTag>
                    )}
                  </>
                ),
              },
              { key: 'kind', heading: en.kind, cell: o => kinds[o.kind], phone: { lead: true } },
              { key: 'phone', heading: en.phone, cell: o => o.phone || '–', phone: { label: en.phone } },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}

function chipsOf(filter: Filter) {
  const text: Readonly<Record<keyof Filter, string>> = {
    q: filter.q,
    kind: kinds[filter.kind as keyof typeof kinds] ?? '',
    state: en.closedToo,
  }
  return (['q', 'kind', 'state'] as const)
    .filter(key => filter[key] !== '')
    .map(key => {
      const left = Object.entries(filter).filter(([name, value]) => name !== key && value !== '')
      const query = new URLSearchParams(left).toString()
      return {
        text: text[key],
        removeHref: query === '' ? '/organisations' : `/organisations?${query}`,
        removeWord: en.removeFilter,
      }
    })
}

/** An organisation named beside another; without a name where the reader may not know it. */
type Named = { readonly id: OrganisationId; readonly name: string | undefined }

export type OneOrganisation = {
  readonly visitor: Visitor
  readonly organisation: Organisation
  readonly sites: readonly Site[]
  readonly areas: readonly Area[]
  readonly successor: Named | undefined
  readonly predecessors: readonly Named[]
  /** Since when it sees the young people on its own roll; undefined when it does not. */
  readonly rollSince: Instant | undefined
  /** Undefined where agreements are not the viewer's to see: then there is no such section. */
  readonly agreements: readonly AgreementLine[] | undefined
  readonly mayManage: boolean
  readonly reopening: FormState | undefined
}

/** One organisation: how to reach it, where it works, what it sees, and what became of it. */
export function OrganisationPage(p: OneOrganisation): JSX.Element {
  const { organisation: o } = p
  const base = `/organisations/${o.id}`
  const isOpen = o.state === 'open'
  return (
    <StaffPage
      visitor={p.visitor}
      title={o.name}
      current="/organisations"
      hasErrors={(p.reopening?.errors.length ?? 0) > 0}
    >
      <PageHead
        form={p.reopening}
        title={o.name}
        back={{ href: '/organisations', text: en.title }}
        lead={
          isOpen ? kinds[o.kind] : `${kinds[o.kind]}. ${o.closedOn ? en.closedOn(formatDay(o.closedOn)) : en.closed}.`
        }
        actions={
          p.mayManage ? (
            <>
              <Button href={`${base}/edit`} classes="govuk-button--secondary">
                {en.edit}
              </Button>
              {isOpen && o.kind !== 'partnership-service' && (
                <Button href={`${base}/close`} classes="govuk-button--secondary">
                  {en.close}
                </Button>
              )}
            </>
          ) : undefined
        }
      />
      <SideColumn
        side={
          <>
            <SectionHead>{en.roll}</SectionHead>
            <p class="govuk-body">{p.rollSince ? en.rollText(formatDay(dayOf(p.rollSince))) : en.rollNone}</p>
            {p.agreements && (
              <>
                <SectionHead>{en.agreements}</SectionHead>
                {p.agreements.length === 0 ? (
                  <p class="cx-quiet">{en.noAgreements}</p>
                ) : (
                  <FactList
                    facts={p.agreements.map(a => ({
                      label: en.reviewBy(formatDay(a.reviewOn)),
                      value: (
                        <a class="govuk-link" href={a.href}>
                          {a.purpose}
                        </a>
                      ),
                    }))}
                  />
                )}
              </>
            )}
            <SectionHead>{en.inAreas}</SectionHead>
            <p class="govuk-body">{p.areas.map(a => a.name).join(', ') || en.noAreas}</p>
          </>
        }
      >
        <FactList
          facts={[
            { label: en.phone, value: o.phone || en.noNumber },
            ...(o.urn === null ? [] : [{ label: en.urn, value: o.urn }]),
            ...(o.laestab === null ? [] : [{ label: en.laestab, value: o.laestab }]),
            ...(o.ukprn === null ? [] : [{ label: en.ukprn, value: o.ukprn }]),
            ...(o.discloses === 0 ? [] : [{ label: en.shownAs, value: en.toClass(toldBy(o).toLowerCase()) }]),
            ...(p.successor ? [{ label: en.successor, value: <Reference to={p.successor} /> }] : []),
            ...p.predecessors.map(to => ({ label: en.predecessors, value: <Reference to={to} /> })),
          ]}
        />
        <SectionHead
          aside={
            p.mayManage &&
            isOpen && (
              <a class="govuk-link" href={`${base}/sites/new`}>
                {en.addSite}
              </a>
            )
          }
        >
          {en.sites}
        </SectionHead>
        {p.sites.length === 0 ? (
          <EmptyState title={en.noSites}>{en.noSitesText}</EmptyState>
        ) : (
          <SitesTable sites={p.sites} base={base} mayManage={p.mayManage && isOpen} />
        )}
        {p.mayManage && !isOpen && p.visitor.kind === 'actor' && (
          <>
            <SectionHead>{en.reopen}</SectionHead>
            <p class="govuk-body">{en.reopenText}</p>
            <PostForm action={`${base}/reopen`} csrfToken={p.visitor.csrfToken}>
              <Button classes="govuk-button--secondary">{en.reopen}</Button>
            </PostForm>
          </>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Reference(p: { to: Named }): JSX.Element {
  return p.to.name === undefined ? (
    <>{en.another}</>
  ) : (
    <a class="govuk-link" href={`/organisations/${p.to.id}`}>
      {p.to.name}
    </a>
  )
}

function toldBy(o: Organisation): string {
  const told = DISCLOSURES.find(d => disclosedByBoth('other', d) === o.discloses)
  return told === undefined ? '' : disclosures[told]
}
