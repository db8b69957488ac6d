import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { pageWords, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { ListState } from '#web/shell/filter-box.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { ListPages, type PagePart } from '#web/shell/list-pages.tsx'
import type { Suited } from '../actions/opportunities.ts'
import type { Application } from '../application.ts'
import { en as applied, sayReasons } from '../application-words.ts'
import type { Led } from '../house.ts'
import { FITS, type Opportunity } from '../opportunity.ts'
import type { SuitReason } from '../rules.ts'
import { en, fits, kinds } from '../words.ts'
import { ApplicationTag, fitWords, lastDayWords, longStart, OpportunityTag, startWords } from './parts.tsx'

/** Whom of one's own caseload an opportunity may suit, each with why; and everybody else of it. */
export function SuitsPage(p: {
  readonly visitor: Visitor
  readonly opportunity: Opportunity
  readonly isOpen: boolean
  readonly proposed: readonly Suited[]
  readonly rest: readonly Led[]
}): JSX.Element {
  const { opportunity: o } = p
  const title = en.suitsTitle(o.title)
  const href = (led: Led) => `/people/${led.personId}/opportunities/${o.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={title} current="/opportunities">
      <PageHead title={title} lead={en.suitsLead} back={{ href: `/opportunities/${o.rowId}`, text: en.toList }} />
      {!p.isOpen && <EmptyState title={applied.notOpen}>{en.suitsOver}</EmptyState>}
      {p.isOpen && p.proposed.length === 0 && (
        <EmptyState title={en.suitsNone}>{o.discloses === 0 ? en.suitsNoneText : en.suitsTells}</EmptyState>
      )}
      {p.isOpen && p.proposed.length > 0 && (
        <DataTable
          caption={title}
          rows={p.proposed}
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: ({ led }) => (
                <a class="govuk-link" href={`/people/${led.personId}`}>
                  {nameOf(led)}
                </a>
              ),
            },
            { key: 'why', heading: en.why, wide: true, cell: one => sayReasons(one.reasons), phone: { lead: true } },
            {
              key: 'suggest',
              heading: en.suggest,
              hidesHeading: true,
              cell: ({ led }) => <SuggestLink href={href(led)} name={nameOf(led)} />,
            },
          ]}
        />
      )}
      {p.isOpen && o.discloses === 0 && p.rest.length > 0 && (
        <Details summary={`${en.rest} (${p.rest.length})`}>
          <p>{en.restText}</p>
          <ul class="govuk-list">
            {p.rest.map(led => (
              <li>
                <a class="govuk-link" href={href(led)}>
                  {nameOf(led)}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </StaffPage>
  )
}

function SuggestLink(p: { readonly href: string; readonly name: string }): JSX.Element {
  return (
    <a class="govuk-link" href={p.href}>
      {en.suggest}
      <span class="govuk-visually-hidden">{en.suggestTo(p.name)}</span>
    </a>
  )
}

const nameOf = (led: Led) => `${led.family}, ${led.given}`

export type OfferedHere = { readonly opportunity: Opportunity; readonly reasons: readonly SuitReason[] }

/** What is open for one young person, and what was suggested to them so far. */
export function ForPersonPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly applications: readonly Application[]
  readonly part: PagePart<OfferedHere>
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.forTitle(`${person.given} ${person.family}`)}
      form={NO_FORM}
    >
      {p.applications.length > 0 && (
        <>
          <SectionHead>{en.soFar}</SectionHead>
          <DataTable
            caption={en.soFar}
            rows={p.applications}
            columns={[
              {
                key: 'what',
                heading: en.what,
                cell: one => (
                  <a class="govuk-link" href={`/applications/${one.rowId}`}>
                    {one.title}
                  </a>
                ),
              },
              { key: 'with', heading: en.offeredBy, cell: one => one.offeredBy, phone: { lead: true } },
              { key: 'state', heading: en.stands, cell: one => <ApplicationTag state={one.state} /> },
            ]}
          />
        </>
      )}
      {p.applications.length > 0 && <SectionHead>{en.open}</SectionHead>}
      {p.part.total === 0 ? (
        <EmptyState title={en.forNone}>{en.forNoneText}</EmptyState>
      ) : (
        <>
          <p>{en.forLead}</p>
          <ListState count={en.count(p.part.total)} />
          <DataTable
            caption={en.open}
            rows={p.part.rows}
            columns={[
              {
                key: 'what',
                heading: en.what,
                cell: ({ opportunity: o }) => (
                  <a class="govuk-link" href={`/people/${person.id}/opportunities/${o.rowId}`}>
                    {o.title}
                  </a>
                ),
              },
              {
                key: 'with',
                heading: en.offeredBy,
                cell: ({ opportunity: o }) => `${o.offeredBy}, ${o.town}`,
                phone: { lead: true },
              },
              { key: 'kind', heading: en.kind, cell: one => kinds[one.opportunity.kind], phone: { label: en.kind } },
              {
                key: 'start',
                heading: en.startsOn,
                tight: true,
                cell: one => startWords(one.opportunity.startsOn, p.today),
                phone: { label: en.startsOn },
              },
              {
                key: 'by',
                heading: en.applyBy,
                tight: true,
                cell: one => lastDayWords(one.opportunity.applyBy, p.today),
                phone: { label: en.applyBy },
              },
              ...(p.part.rows.some(one => one.reasons.length > 0)
                ? [
                    {
                      key: 'why',
                      heading: en.why,
                      cell: (one: OfferedHere) => (one.reasons.length === 0 ? '–' : sayReasons(one.reasons)),
                      phone: { label: en.why },
                    },
                  ]
                : []),
            ]}
          />
          <ListPages
            page={p.part.page}
            pages={p.part.pages}
            hrefOf={page => `/people/${person.id}/opportunities?page=${page}`}
            words={pageWords}
          />
        </>
      )}
    </FramedPage>
  )
}

/** Suggesting one to somebody: why it may suit them, and what it must fit round. */
export function SuggestPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly opportunity: Opportunity
  readonly isOpen: boolean
  readonly isOfAge: boolean | undefined
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { opportunity: o, form } = p
  const { person } = p.frame
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={applied.suggestTitle(o.title, `${person.given} ${person.family}`)}
      form={form}
      back={{ href: `/people/${person.id}/opportunities`, text: en.forTitle(`${person.given} ${person.family}`) }}
    >
      <SideColumn
        side={
          <>
            <SectionHead>{en.what}</SectionHead>
            <FactList
              stacked
              facts={[
                { label: en.stands, value: <OpportunityTag of={o} today={p.today} /> },
                { label: en.offeredBy, value: `${o.offeredBy}, ${o.town}` },
                { label: en.startsOn, value: longStart(o.startsOn) },
                { label: en.applyBy, value: lastDayWords(o.applyBy, p.today) },
                { label: en.entry, value: o.entry || en.nothingAsked },
                { label: en.fits, value: fitWords(o.fits) || en.fitsNothing },
              ]}
            />
            <p>
              <a class="govuk-link" href={`/opportunities/${o.rowId}`}>
                {applied.toOpportunity}
              </a>
            </p>
          </>
        }
      >
        {p.isOpen ? (
          <>
            <p>{applied.suggestLead}</p>
            {p.isOfAge === false && <p>{applied.notOfAge}</p>}
            <PostForm action={`/people/${person.id}/opportunities/${o.rowId}`} csrfToken={p.visitor.csrfToken}>
              <TextareaField form={form} name="why" label={applied.whyAsk} hint={applied.whyHint} rows={4} />
              <CheckboxesField
                form={form}
                name="needs"
                label={applied.needsAsk}
                hint={applied.needsHint}
                classes="govuk-checkboxes--small"
                items={FITS.map(value => ({ value, label: fits[value] }))}
              />
              <div class="cx-buttons">
                <Button>{applied.suggestButton}</Button>
              </div>
            </PostForm>
          </>
        ) : (
          <p>{applied.notOpen}</p>
        )}
      </SideColumn>
    </FramedPage>
  )
}
