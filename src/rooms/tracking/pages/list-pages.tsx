import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { type Colleague, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect, ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { buttonColumn, periodColumns } from '#web/shell/row-columns.tsx'
import type { Difference } from '../actions/lists.ts'
import {
  type Assignment,
  type Criteria,
  type Fitting,
  LIST_ACTIVITIES,
  LIST_LEADS,
  LIST_OFFERS,
  LIST_YEARS,
  type TrackingList,
} from '../list.ts'
import { activities, en, leads, listOffers } from '../words.ts'

type Names = ReadonlyMap<string, string>

export type ListLine = { readonly list: TrackingList; readonly officers: readonly string[] }

/** Every list that is worked on. */
export function ListsPage(p: {
  visitor: Visitor
  today: Day
  lines: readonly ListLine[]
  organisations: Names
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/tracking-lists">
      <PageHead title={en.title} lead={en.lead} actions={<Button href="/tracking-lists/new">{en.make}</Button>} />
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.lines}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: l => (
                <a class="govuk-link" href={`/tracking-lists/${l.list.id}`}>
                  {l.list.name}
                </a>
              ),
            },
            {
              key: 'criteria',
              heading: en.criteria,
              cell: l => criteriaWords(l.list.criteria, p.organisations),
              phone: { lead: true },
            },
            {
              key: 'officers',
              heading: en.officers,
              cell: l => (l.officers.length === 0 ? en.nobody : l.officers.join(', ')),
              phone: { label: en.officers },
            },
            {
              key: 'refreshed',
              heading: en.refreshed,
              cell: l => shortDay(dayOf(l.list.refreshedAt), p.today),
              phone: { label: en.refreshed },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Choosing who fits, looking at the names, and making the list. */
export function NewListPage(p: {
  visitor: Visitor
  criteria: Criteria
  /** Undefined before anything was asked for. */
  preview: { fitting: readonly Fitting[]; tooMany: boolean } | undefined
  institutions: readonly { id: string; name: string }[]
  form: FormState<'name'>
}): JSX.Element {
  const { criteria, preview } = p
  return (
    <StaffPage visitor={p.visitor} title={en.make} current="/tracking-lists" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.make} lead={en.chooseText} back={{ href: '/tracking-lists', text: en.title }} />
      <FilterBox action="/tracking-lists/new" summary={en.chosen} apply={en.show}>
        <FilterSelect
          id="list-activity"
          name="activity"
          label={en.activity}
          value={criteria.activity}
          options={LIST_ACTIVITIES.map(value => ({ value, text: activities[value] }))}
        />
        <FilterSelect
          id="list-institution"
          name="institution"
          label={en.institution}
          value={criteria.organisationId ?? ''}
          options={[{ value: '', text: en.anywhere }, ...p.institutions.map(o => ({ value: o.id, text: o.name }))]}
        />
        <FilterSelect
          id="list-year"
          name="year"
          label={en.year}
          value={criteria.schoolYear === null ? '' : String(criteria.schoolYear)}
          options={[{ value: '', text: en.anyYear }, ...LIST_YEARS.map(n => ({ value: String(n), text: en.yearN(n) }))]}
        />
        <FilterSelect
          id="list-lead"
          name="lead"
          label={en.ledBy}
          value={criteria.lead}
          options={LIST_LEADS.map(value => ({ value, text: leads[value] }))}
        />
        <FilterSelect
          id="list-offers"
          name="offers"
          label={en.offers}
          value={criteria.offers ?? 'any'}
          options={LIST_OFFERS.map(value => ({ value, text: listOffers[value] }))}
        />
        <input type="hidden" name="shown" value="yes" />
      </FilterBox>
      {preview && <Preview {...p} preview={preview} />}
    </StaffPage>
  )
}

function Preview(
  p: Parameters<typeof NewListPage>[0] & { preview: { fitting: readonly Fitting[]; tooMany: boolean } },
) {
  const { criteria, preview } = p
  if (preview.tooMany) return <EmptyState title={en.tooMany}>{en.chooseText}</EmptyState>
  if (preview.fitting.length === 0) return <EmptyState title={en.nobodyFits}>{en.nobodyFitsText}</EmptyState>
  return (
    <>
      <ListState count={en.fits(preview.fitting.length)} />
      <People caption={en.fits(preview.fitting.length)} rows={preview.fitting} />
      <SectionHead>{en.make}</SectionHead>
      <PostForm action="/tracking-lists/new" csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="activity" value={criteria.activity} />
        <input type="hidden" name="institution" value={criteria.organisationId ?? ''} />
        <input type="hidden" name="year" value={criteria.schoolYear === null ? '' : String(criteria.schoolYear)} />
        <input type="hidden" name="lead" value={criteria.lead} />
        <input type="hidden" name="offers" value={criteria.offers ?? 'any'} />
        <TextField form={p.form} name="name" label={en.name} hint={en.nameHint} autocomplete="off" />
        <Button>{en.makeButton(preview.fitting.length)}</Button>
      </PostForm>
    </>
  )
}

export type OneList = {
  readonly visitor: Visitor
  readonly today: Day
  readonly list: TrackingList
  readonly organisations: Names
  readonly members: readonly Fitting[]
  readonly difference: Difference
  readonly assignments: readonly Assignment[]
  readonly names: Names
  readonly officers: readonly Colleague[]
  readonly form: FormState<'officer' | 'last'>
}

/** One list: who works on it, what bringing it up to date would change, and who is on it. */
export function OneListPage(p: OneList): JSX.Element {
  const base = `/tracking-lists/${p.list.id}`
  const { csrfToken } = p.visitor
  return (
    <StaffPage visitor={p.visitor} title={p.list.name} current="/tracking-lists" hasErrors={p.form.errors.length > 0}>
      <PageHead
        form={p.form}
        title={p.list.name}
        lead={criteriaWords(p.list.criteria, p.organisations)}
        back={{ href: '/tracking-lists', text: en.title }}
      />
      <SectionHead>{en.assigned}</SectionHead>
      {p.assignments.length === 0 ? (
        <EmptyState title={en.noOneWorks}>{en.noOneWorksText}</EmptyState>
      ) : (
        <DataTable
          caption={en.assigned}
          rows={p.assignments}
          columns={[
            { key: 'who', heading: en.officers, cell: a => p.names.get(a.accountId) ?? '' },
            ...periodColumns<Assignment>(p.today, {
              since: en.since,
              until: en.until,
              open: en.furtherNotice,
            }),
            buttonColumn<Assignment>({
              word: en.takeAway,
              csrfToken,
              action: a => `${base}/officers/${a.rowId}/end`,
              about: a => en.for(p.names.get(a.accountId) ?? ''),
            }),
          ]}
        />
      )}
      <PostForm action={`${base}/officers`} csrfToken={csrfToken}>
        <SelectField
          form={p.form}
          name="officer"
          label={en.assign}
          empty=""
          items={p.officers.map(o => ({ value: o.accountId, label: o.name }))}
        />
        <DayField form={p.form} name="last" label={en.lastDay} hint={en.lastDayHint} />
        <Button>{en.assignButton}</Button>
      </PostForm>
      <SectionHead>{en.refresh}</SectionHead>
      <Refresh base={base} csrfToken={csrfToken} difference={p.difference} />
      <SectionHead aside={en.people(p.members.length)}>{en.on}</SectionHead>
      {p.members.length === 0 ? (
        <EmptyState title={en.onEmpty}>{en.onEmptyText}</EmptyState>
      ) : (
        <People caption={en.on} rows={p.members} />
      )}
      <SectionHead>{en.close}</SectionHead>
      <p class="govuk-body">{en.closeText}</p>
      <PostForm action={`${base}/close`} csrfToken={csrfToken}>
        <Button classes="govuk-button--warning">{en.closeButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

function Refresh(p: { base: string; csrfToken: string; difference: Difference }): JSX.Element {
  const { joins, leaves, tooMany } = p.difference
  if (tooMany) return <p class="govuk-body">{en.tooMany}</p>
  if (joins.length + leaves.length === 0) return <p class="govuk-body">{en.upToDate}</p>
  const rows = [
    ...joins.map(person => ({ person, word: en.comesOn })),
    ...leaves.map(person => ({ person, word: en.goesOff })),
  ]
  return (
    <>
      <p class="govuk-body">
        {en.refreshText} {en.joins(joins.length)}, {en.leaves(leaves.length)}.
      </p>
      <DataTable
        caption={en.refresh}
        rows={rows}
        columns={[
          { key: 'name', heading: en.person, cell: r => `${r.person.family}, ${r.person.given}` },
          { key: 'change', heading: en.change, cell: r => r.word, phone: { lead: true } },
        ]}
      />
      <PostForm action={`${p.base}/refresh`} csrfToken={p.csrfToken}>
        <Button classes="govuk-button--secondary">{en.refreshButton}</Button>
      </PostForm>
    </>
  )
}

function People(p: { caption: string; rows: readonly Fitting[] }): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        {
          key: 'name',
          heading: en.person,
          cell: f => (
            <a class="govuk-link" href={`/people/${f.personId}`}>
              {`${f.family}, ${f.given}`}
            </a>
          ),
        },
        {
          key: 'born',
          heading: en.born,
          cell: f => (f.bornOn === null ? en.bornUnknown : formatDay(f.bornOn)),
          phone: { lead: true },
        },
      ]}
    />
  )
}

/** Who is on a list, in one line. */
function criteriaWords(criteria: Criteria, organisations: Names): string {
  const parts: (string | false)[] = [
    criteria.activity !== 'any' && `${en.activity}: ${activities[criteria.activity]}`,
    criteria.organisationId !== null && `${en.institution}: ${organisations.get(criteria.organisationId) ?? ''}`,
    criteria.schoolYear !== null && en.yearN(criteria.schoolYear),
    criteria.lead !== 'any' && leads[criteria.lead],
    criteria.offers !== undefined && criteria.offers !== 'any' && listOffers[criteria.offers],
  ]
  return parts.filter(Boolean).join('; ') || activities.any
}
