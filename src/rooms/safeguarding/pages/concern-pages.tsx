import type { JSX } from 'preact'
import { dayOf, timeOf } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  ErrorSummaryOf,
  HiddenField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { WarningText } from '#web/govuk/warning-text.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Receipt } from '../actions.ts'
import { type Concern, DECISIONS } from '../concern.ts'
import { decisions, en, states } from '../words.ts'

type RaiseFields = 'about' | 'from' | 'about-name' | 'danger' | 'what' | 'done-so-far'

/** The form that anyone can reach from any page. */
export function RaisePage(p: {
  visitor: Visitor
  form: FormState<RaiseFields>
  about: { id: string; name: string } | undefined
  /** What was half written on another page came along; that page is still open. */
  isAlong?: boolean
}): JSX.Element {
  return (
    <StaffPage
      visitor={p.visitor}
      title={en.title}
      hasErrors={p.form.errors.length > 0}
      {...(p.about ? { aboutId: p.about.id } : {})}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.title} over={p.about && en.about(p.about.name)} lead={en.lead} />
      <WarningText iconFallbackText="Warning">{en.danger999}</WarningText>
      {p.isAlong && <InsetText>{en.along}</InsetText>}
      <PostForm action="/concerns/new" csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="from" />
        {p.about ? (
          <HiddenField form={p.form} name="about" />
        ) : (
          <TextField form={p.form} name="about-name" label={en.aboutName} hint={en.aboutHint} autocomplete="off" />
        )}
        <RadiosField
          form={p.form}
          name="danger"
          label={en.danger}
          items={[
            { value: 'yes', label: en.dangerYes },
            { value: 'no', label: en.dangerNo },
            { value: 'not-said', label: en.dangerNotSaid },
          ]}
        />
        <TextareaField form={p.form} name="what" label={en.what} hint={en.whatHint} rows={6} />
        <TextareaField form={p.form} name="done-so-far" label={en.doneSoFar} rows={3} />
        <Button>{en.send}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** That it arrived, who was told, whether it was read. */
export function ReceiptPage(p: { visitor: Visitor; receipt: Receipt; told: readonly string[] }): JSX.Element {
  const { raisedAt } = p.receipt
  return (
    <StaffPage visitor={p.visitor} title={en.receipt}>
      <PageHead title={en.receipt} lead={en.receiptLead(timeOf(raisedAt), formatDay(dayOf(raisedAt)))} />
      {p.receipt.dangerNow === 'yes' && <WarningText iconFallbackText="Warning">{en.danger999}</WarningText>}
      <FactList
        facts={[
          { label: en.told, value: p.told.length === 0 ? en.nobody : p.told.join(', ') },
          { label: en.state, value: states[p.receipt.state] },
        ]}
      />
      <p class="govuk-body">{en.next}</p>
      <Button href="/">{en.home}</Button>
    </StaffPage>
  )
}

export type ConcernRow = { readonly concern: Concern; readonly who: string; readonly raiser: string }

/** The list for safeguarding lead and deputy. */
export function ConcernsPage(p: { visitor: Visitor; rows: readonly ConcernRow[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.list} current="/concerns">
      <PageHead title={en.list} lead={en.listLead} />
      {p.rows.length === 0 ? (
        <EmptyState title={en.empty}>{en.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={en.list}
          rows={p.rows}
          columns={[
            {
              key: 'who',
              heading: en.aboutName,
              cell: r => (
                <a class="govuk-link" href={`/concerns/${r.concern.id}`}>
                  {r.who}
                </a>
              ),
            },
            { key: 'state', heading: en.state, cell: r => stateTag(r.concern), phone: { lead: true } },
            {
              key: 'danger',
              heading: en.dangerColumn,
              cell: r => dangerWord(r.concern),
              phone: { label: en.dangerColumn },
            },
            {
              key: 'at',
              heading: en.raisedAt,
              cell: r => `${formatDay(dayOf(r.concern.raisedAt))}, ${timeOf(r.concern.raisedAt)}`,
            },
            { key: 'by', heading: en.raisedBy, cell: r => r.raiser, phone: { label: en.raisedBy } },
          ]}
        />
      )}
    </StaffPage>
  )
}

function stateTag(concern: Concern): JSX.Element {
  if (concern.state === 'raised') return <StatusTag kind="late">{states.raised}</StatusTag>
  return concern.state === 'read' ? (
    <StatusTag kind="care">{states.read}</StatusTag>
  ) : (
    <StatusTag kind="quiet">{states.decided}</StatusTag>
  )
}

function dangerWord(concern: Concern): string {
  return concern.dangerNow === 'yes' ? en.dangerYes : concern.dangerNow === 'no' ? en.dangerNo : en.notSaid
}

/** One concern and the decision on it. */
export function ConcernPage(p: {
  visitor: Visitor
  row: ConcernRow
  form: FormState<'decision' | 'why' | 'version'>
  decider: string | undefined
}): JSX.Element {
  const { concern } = p.row
  return (
    <StaffPage
      visitor={p.visitor}
      title={p.row.who}
      current="/concerns"
      hasErrors={p.form.errors.length > 0}
      {...(concern.personId ? { aboutId: concern.personId } : {})}
    >
      <PageHead
        form={p.form}
        back={{ href: '/concerns', text: en.list }}
        title={p.row.who}
        lead={stateTag(concern)}
        actions={
          concern.personId && (
            <Button href={`/people/${concern.personId}`} classes="govuk-button--secondary">
              {en.record}
            </Button>
          )
        }
      />
      <FactList
        facts={[
          { label: en.raisedBy, value: p.row.raiser },
          { label: en.raisedAt, value: `${formatDay(dayOf(concern.raisedAt))}, ${timeOf(concern.raisedAt)}` },
          { label: en.dangerColumn, value: dangerWord(concern) },
          { label: en.what, value: concern.what || en.notSaid },
          { label: en.doneSoFar, value: concern.doneSoFar || en.notSaid },
          ...(concern.raisedFrom
            ? [
                {
                  label: en.raisedFrom,
                  value: (
                    <a class="govuk-link" href={concern.raisedFrom}>
                      {en.openPage}
                    </a>
                  ),
                },
              ]
            : []),
          ...(concern.escalatedAt ? [{ label: en.escalated, value: timeOf(concern.escalatedAt) }] : []),
          ...(concern.decision
            ? [
                {
                  label: en.decision,
                  value: `${decisions[concern.decision]}: ${concern.decisionWhy} (${p.decider ?? ''})`,
                },
              ]
            : []),
        ]}
      />
      <SectionHead>{en.decide}</SectionHead>
      <PostForm action={`/concerns/${concern.id}`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="version" />
        <SelectField
          form={p.form}
          name="decision"
          label={en.decision}
          empty=""
          items={DECISIONS.map(d => ({ value: d, label: decisions[d] }))}
        />
        <TextareaField form={p.form} name="why" label={en.decisionWhy} rows={4} />
        <Button>{en.decideButton}</Button>
      </PostForm>
    </StaffPage>
  )
}
