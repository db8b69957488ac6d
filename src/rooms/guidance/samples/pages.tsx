import type { JSX } from 'preact'
import { type Day, formatDay, monthHeading, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type Agreement, monthsOffered, type Trend } from './rules.ts'
import { MET, type Reading, SAMPLED, type Sample } from './sample.ts'
import { criteria, en, mets, ones, sampleStates, states, whats } from './words.ts'

type Names = ReadonlyMap<string, string>
const TONES = { drawn: 'care', read: 'care', answered: 'good', closed: 'quiet' } as const

/** What was looked at of one's own, what one is asked to rate anew, and the samples of the teams one leads. */
export function SamplesPage(p: {
  readonly visitor: Visitor
  readonly mine: readonly Reading[]
  readonly seconds: readonly Reading[]
  /** Undefined for whoever draws none. */
  readonly samples: readonly (Sample & { readonly open: number; readonly all: number })[] | undefined
  readonly names: Names
}): JSX.Element {
  const isBare = p.mine.length + p.seconds.length + (p.samples?.length ?? 0) === 0
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/samples">
      <PageHead title={en.title} lead={en.lead} />
      {p.samples !== undefined && (
        <>
          <div class="cx-buttons">
            <Button href="/samples/new">{en.draw}</Button>
            <Button href="/samples/trends" classes="govuk-button--secondary">
              {en.trends}
            </Button>
          </div>
          {p.samples.length > 0 && <SectionHead>{en.samples}</SectionHead>}
          {p.samples.length > 0 && (
            <DataTable
              caption={en.samples}
              rows={p.samples}
              columns={[
                {
                  key: 'what',
                  heading: en.sample,
                  cell: one => (
                    <a class="govuk-link" href={`/samples/${one.rowId}`}>
                      {en.sampleTitle(whats[one.what], monthHeading(one.month))}
                      <span class="govuk-visually-hidden"> {shortDay(one.drawnOn)}</span>
                    </a>
                  ),
                },
                { key: 'team', heading: en.team, cell: one => one.team, phone: { label: en.team } },
                {
                  key: 'state',
                  heading: en.state,
                  phone: { label: en.state },
                  cell: one => (
                    <>
                      <StatusTag kind={one.state === 'over' ? 'good' : 'care'}>{sampleStates[one.state]}</StatusTag>{' '}
                      {one.state === 'open' && en.count(one.open, one.all)}
                    </>
                  ),
                },
                {
                  key: 'drawn',
                  heading: en.drawn,
                  tight: true,
                  cell: one => shortDay(one.drawnOn),
                  phone: { label: en.drawn },
                },
              ]}
            />
          )}
        </>
      )}
      {p.seconds.length > 0 && (
        <>
          <SectionHead>{en.seconds}</SectionHead>
          <ReadingTable readings={p.seconds} names={p.names} caption={en.seconds} />
        </>
      )}
      {p.mine.length > 0 && (
        <>
          <SectionHead>{en.mine}</SectionHead>
          <ReadingTable readings={p.mine} names={p.names} caption={en.mine} />
        </>
      )}
      {isBare && <EmptyState title={en.mineNone}>{en.mineNoneText}</EmptyState>}
    </StaffPage>
  )
}

function ReadingTable(p: {
  readonly readings: readonly Reading[]
  readonly names: Names
  readonly caption: string
}): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.readings}
      columns={[
        {
          key: 'who',
          heading: en.youngPerson,
          cell: one => (
            <a class="govuk-link" href={`/readings/${one.rowId}`}>
              {one.name}
            </a>
          ),
        },
        { key: 'of', heading: en.of, cell: one => ones[one.what], phone: { label: en.of } },
        {
          key: 'adviser',
          heading: en.whose,
          cell: one => p.names.get(one.adviserId) ?? '',
          phone: { label: en.whose },
        },
        {
          key: 'state',
          heading: en.state,
          cell: one => <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag>,
          phone: { label: en.state },
        },
      ]}
    />
  )
}

/** Draws one: how many of what, of which team and month. */
export function DrawPage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly today: Day
}): JSX.Element {
  const { form } = p
  return (
    <StaffPage visitor={p.visitor} title={en.drawTitle} hasErrors={form.errors.length > 0}>
      <PageHead title={en.drawTitle} lead={en.drawLead} back={{ href: '/samples', text: en.toList }} form={form} />
      {p.teams.length === 0 ? (
        <p>{en.noTeam}</p>
      ) : (
        <PostForm action="/samples/new" csrfToken={p.visitor.csrfToken}>
          <RadiosField
            form={form}
            name="team"
            label={en.whichTeam}
            items={p.teams.map(team => ({ value: team.id, label: team.name }))}
          />
          <RadiosField
            form={form}
            name="what"
            label={en.which}
            items={SAMPLED.map(value => ({ value, label: whats[value] }))}
          />
          <SelectField
            form={form}
            name="month"
            label={en.whichMonth}
            empty=""
            items={monthsOffered(p.today).map(value => ({ value, label: monthHeading(value) }))}
          />
          <TextField form={form} name="wanted" label={en.wanted} hint={en.wantedHint} autocomplete="off" />
          <div class="cx-buttons">
            <Button>{en.drawButton}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

/** One sample: from what it was drawn, and each it drew. */
export function SamplePage(p: {
  readonly visitor: Visitor
  readonly one: Sample
  readonly readings: readonly Reading[]
  readonly names: Names
}): JSX.Element {
  const { one } = p
  const title = en.sampleTitle(whats[one.what], monthHeading(one.month))
  return (
    <StaffPage visitor={p.visitor} title={title}>
      <PageHead title={title} back={{ href: '/samples', text: en.toList }} />
      <FactList
        facts={[
          {
            label: en.state,
            value: one.overOn === null ? sampleStates[one.state] : en.over(formatDay(one.overOn)),
          },
          { label: en.team, value: one.team },
          { label: en.drawn, value: formatDay(one.drawnOn) },
          { label: en.pool, value: String(one.pool) },
          { label: en.unseen, value: en.unseenText(one.unseen) },
          { label: en.seed, value: en.seedText(one.seed) },
        ]}
      />
      {p.readings.length === 0 ? (
        <p class="cx-quiet">{en.nothingLeft}</p>
      ) : (
        <ReadingTable readings={p.readings} names={p.names} caption={title} />
      )}
    </StaffPage>
  )
}

/** What samples say together: each criterion month by month, and how far two readers agree. */
export function TrendsPage(p: {
  readonly visitor: Visitor
  readonly trends: readonly Trend[]
  readonly agreement: readonly (Agreement & { readonly label: string })[]
}): JSX.Element {
  const months = [...new Set(p.trends.map(one => one.month))]
  return (
    <StaffPage visitor={p.visitor} title={en.trendsTitle}>
      <PageHead title={en.trendsTitle} lead={en.trendsLead} back={{ href: '/samples', text: en.toList }} />
      {months.length === 0 && <EmptyState title={en.trendsNone}>{en.trendsNoneText}</EmptyState>}
      {months.map(month => (
        <>
          <SectionHead>{monthHeading(month)}</SectionHead>
          <DataTable
            caption={monthHeading(month)}
            rows={p.trends.filter(one => one.month === month)}
            columns={[
              { key: 'criterion', heading: en.criterion, cell: one => criteria[one.criterion] },
              {
                key: 'looked',
                heading: en.looked,
                numeric: true,
                cell: one => (one.told === undefined ? en.few : String(one.looked)),
                phone: { label: en.looked },
              },
              ...MET.map(met => ({
                key: met,
                heading: mets[met],
                numeric: true,
                cell: (one: Trend) => (one.told === undefined ? '' : String(one.told[met])),
                phone: { label: mets[met] },
              })),
            ]}
          />
        </>
      ))}
      <SectionHead>{en.agreement}</SectionHead>
      <p>{en.agreementText}</p>
      {p.agreement.length === 0 ? (
        <p class="cx-quiet">{en.agreementNone}</p>
      ) : (
        <DataTable
          caption={en.agreement}
          rows={p.agreement}
          columns={[
            { key: 'factor', heading: en.factor, cell: one => one.label },
            {
              key: 'pairs',
              heading: en.pairs,
              numeric: true,
              cell: one => (one.told === undefined ? en.few : String(one.pairs)),
              phone: { label: en.pairs },
            },
            ...(['same', 'near', 'apart'] as const).map(key => ({
              key,
              heading: { same: en.same, near: en.near, apart: en.far }[key],
              numeric: true,
              cell: (one: Agreement) => (one.told === undefined ? '' : String(one.told[key])),
              phone: { label: { same: en.same, near: en.near, apart: en.far }[key] },
            })),
            {
              key: 'alone',
              heading: en.alone,
              numeric: true,
              cell: one => (one.told === undefined ? '' : String(one.alone)),
              phone: { label: en.alone },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}
