/** Who works where, who covers for whom, who sits on the duty desk. */
import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { buttonColumn, periodColumns } from '#web/shell/row-columns.tsx'
import type { Cover, Deployment, DutyDay } from '../deployment.ts'
import { agreedColumn } from '../hosting/pages.tsx'
import type { HostTerms } from '../hosting/terms.ts'
import { en } from '../words.ts'

type Names = ReadonlyMap<string, string>

const PERIOD = { since: en.since, until: en.until, open: en.furtherNotice, ahead: en.ahead }

/** Every deployment that goes on or is to come. */
export function DeploymentsPage(p: {
  visitor: Visitor
  today: Day
  deployments: readonly Deployment[]
  names: Names
  organisations: Names
  /** What was agreed with the host, by deployment. */
  terms: ReadonlyMap<string, HostTerms>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.deployments} current="/deployments">
      <PageHead
        title={en.deployments}
        lead={en.deploymentsLead}
        actions={<Button href="/deployments/new">{en.deploy}</Button>}
      />
      {p.deployments.length === 0 ? (
        <EmptyState title={en.noDeployments}>{en.noDeploymentsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.deployments}
          rows={p.deployments}
          columns={[
            { key: 'adviser', heading: en.adviser, cell: d => p.names.get(d.accountId) ?? '' },
            {
              key: 'where',
              heading: en.institution,
              cell: d => p.organisations.get(d.organisationId) ?? '',
              phone: { lead: true },
            },
            { key: 'hours', heading: en.hours, cell: d => d.hours, phone: { label: en.hours } },
            ...periodColumns<Deployment>(p.today, PERIOD),
            agreedColumn<Deployment>(
              p.today,
              d => p.terms.get(d.rowId),
              d => en.for(`${p.names.get(d.accountId) ?? ''}, ${p.organisations.get(d.organisationId) ?? ''}`),
            ),
            buttonColumn<Deployment>({
              word: en.end,
              csrfToken: p.visitor.csrfToken,
              action: d => `/deployments/${d.rowId}/end`,
              about: d => en.for(`${p.names.get(d.accountId) ?? ''}, ${p.organisations.get(d.organisationId) ?? ''}`),
            }),
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Deploying an adviser. */
export function NewDeploymentPage(p: {
  visitor: Visitor
  form: FormState<'adviser' | 'institution' | 'hours' | 'from' | 'last'>
  advisers: readonly Colleague[]
  institutions: readonly { id: string; name: string }[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.deploy} current="/deployments" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.deploy} back={{ href: '/deployments', text: en.deployments }} />
      <PostForm action="/deployments/new" csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="adviser"
          label={en.adviser}
          hint={en.onDutyHint}
          empty=""
          items={options(p.advisers)}
        />
        <SelectField
          form={p.form}
          name="institution"
          label={en.institution}
          hint={en.institutionHint}
          empty=""
          items={p.institutions.map(o => ({ value: o.id, label: o.name }))}
        />
        <TextField form={p.form} name="hours" label={en.hours} hint={en.hoursHint} autocomplete="off" />
        <DayField form={p.form} name="from" label={en.from} hint={en.dayHint} />
        <DayField form={p.form} name="last" label={en.lastDay} hint={en.lastDayHint} />
        <Button>{en.deployButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** Every cover that goes on or is to come. */
export function CoversPage(p: { visitor: Visitor; today: Day; covers: readonly Cover[]; names: Names }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.covers} current="/covers">
      <PageHead title={en.covers} lead={en.coversLead} actions={<Button href="/covers/new">{en.setCover}</Button>} />
      {p.covers.length === 0 ? (
        <EmptyState title={en.noCovers}>{en.noCoversText}</EmptyState>
      ) : (
        <DataTable
          caption={en.covers}
          rows={p.covers}
          columns={[
            { key: 'away', heading: en.away, cell: c => p.names.get(c.awayId) ?? '' },
            {
              key: 'covers',
              heading: en.covers_,
              cell: c => p.names.get(c.accountId) ?? '',
              phone: { label: en.covers_ },
            },
            { key: 'reason', heading: en.assignReason, cell: c => c.reason, phone: { lead: true } },
            ...periodColumns<Cover>(p.today, PERIOD),
            buttonColumn<Cover>({
              word: en.end,
              csrfToken: p.visitor.csrfToken,
              action: c => `/covers/${c.rowId}/end`,
              about: c => en.for(`${p.names.get(c.accountId) ?? ''}, ${p.names.get(c.awayId) ?? ''}`),
            }),
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Letting one adviser cover for another. */
export function NewCoverPage(p: {
  visitor: Visitor
  form: FormState<'away' | 'covers' | 'reason' | 'from' | 'last'>
  advisers: readonly Colleague[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.setCover} current="/covers" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.setCover} back={{ href: '/covers', text: en.covers }} />
      <PostForm action="/covers/new" csrfToken={p.visitor.csrfToken}>
        <SelectField form={p.form} name="away" label={en.away} empty="" items={options(p.advisers)} />
        <SelectField
          form={p.form}
          name="covers"
          label={en.covers_}
          hint={en.coversHint}
          empty=""
          items={options(p.advisers)}
        />
        <TextField form={p.form} name="reason" label={en.coverReason} hint={en.coverReasonHint} autocomplete="off" />
        <DayField form={p.form} name="from" label={en.from} hint={en.dayHint} />
        <DayField form={p.form} name="last" label={en.lastDay} hint={en.coverLastHint} />
        <Button>{en.coverButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** The rota of the duty desk from today on. */
export function DutyPage(p: {
  visitor: Visitor
  today: Day
  days: readonly DutyDay[]
  names: Names
  form: FormState<'adviser' | 'on'>
  advisers: readonly Colleague[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.duty} current="/duty" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.duty} lead={en.dutyLead} />
      {p.days.length === 0 ? (
        <EmptyState title={en.noDuty}>{en.noDutyText}</EmptyState>
      ) : (
        <DataTable
          caption={en.duty}
          rows={p.days}
          columns={[
            {
              key: 'day',
              heading: en.dutyDay,
              cell: d => (d.onDay === p.today ? `${formatDay(d.onDay)} (${en.today})` : formatDay(d.onDay)),
            },
            { key: 'adviser', heading: en.adviser, cell: d => p.names.get(d.accountId) ?? '', phone: { lead: true } },
            buttonColumn<DutyDay>({
              word: en.takeOff,
              csrfToken: p.visitor.csrfToken,
              action: d => `/duty/${d.rowId}/end`,
              about: d => en.for(`${p.names.get(d.accountId) ?? ''}, ${formatDay(d.onDay)}`),
            }),
          ]}
        />
      )}
      <SectionHead>{en.putOnDuty}</SectionHead>
      {p.advisers.length === 0 ? (
        <p class="govuk-body">{en.nobodyForDuty}</p>
      ) : (
        <PostForm action="/duty" csrfToken={p.visitor.csrfToken}>
          <SelectField
            form={p.form}
            name="adviser"
            label={en.adviser}
            hint={en.onDutyHint}
            empty=""
            items={options(p.advisers)}
          />
          <DayField form={p.form} name="on" label={en.dutyDay} hint={en.dutyDayHint} />
          <Button>{en.putOnDuty}</Button>
        </PostForm>
      )}
    </StaffPage>
  )
}

function options(advisers: readonly Colleague[]) {
  return advisers.map(a => ({ value: a.accountId, label: `${a.name} (${roleNames[a.role]})` }))
}
