import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { type Column, DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, factsSaid, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { type StatusKind, StatusTag } from '#web/shell/status-tag.tsx'
import { type TermsState, termsState } from './rules.ts'
import type { HostTerms } from './terms.ts'
import { en, termsStates } from './words.ts'

const KIND: Readonly<Record<TermsState, StatusKind>> = {
  none: 'care',
  due: 'late',
  'not-inducted': 'care',
  agreed: 'good',
}

/** How what was agreed stands, as a tag. */
export function TermsTag(p: { readonly terms: HostTerms | undefined; readonly today: Day }): JSX.Element {
  const state = termsState(p.terms, p.today)
  return (
    <StatusTag kind={KIND[state]} bare>
      {termsStates[state]}
    </StatusTag>
  )
}

/** A column that leads to what was agreed, and says how it stands. */
export function agreedColumn<Row extends { readonly rowId: string }>(
  today: Day,
  termsOf: (row: Row) => HostTerms | undefined,
  about: (row: Row) => string,
): Column<Row> {
  return {
    key: 'agreed',
    heading: en.column,
    phone: { label: en.column },
    cell: row => (
      <a class="govuk-link" href={`/deployments/${row.rowId}/agreed`}>
        <TermsTag terms={termsOf(row)} today={today} />
        <span class="govuk-visually-hidden">{about(row)}</span>
      </a>
    ),
  }
}

type Names = ReadonlyMap<string, string>

function termsFacts(terms: HostTerms, names: Names, isManagerHere: boolean) {
  const manager = names.get(terms.managerId) ?? ''
  return factsSaid([
    [en.base, terms.base],
    [en.phone, terms.phone],
    [en.directs, terms.directs],
    [en.manager, isManagerHere ? manager : en.managerGone(manager)],
    [en.hours, terms.hours],
    [en.notice, terms.notice],
    [en.inducted, terms.inductedOn === null ? en.notInducted : formatDay(terms.inductedOn)],
    [en.agreed, en.agreedOn(formatDay(terms.agreedOn), terms.agreedWith)],
    [en.look, formatDay(terms.lookOn)],
    [en.mayTell, terms.mayTell],
    [en.mayNotTell, terms.mayNotTell],
  ])
}

type Of = {
  readonly visitor: Visitor
  readonly deploymentId: string
  readonly adviser: string
  readonly place: string
  /** Theirs own: then it is read only, and leads back to where they work. */
  readonly isOwn: boolean
}

/** What was agreed for one deployment, with what stood before. */
export function TermsPage(
  p: Of & {
    readonly versions: readonly HostTerms[]
    readonly names: Names
    readonly managers: readonly string[]
    readonly mayWrite: boolean
    readonly isOver: boolean
    readonly today: Day
  },
): JSX.Element {
  const [now, ...earlier] = p.versions
  const here = `/deployments/${p.deploymentId}/agreed`
  const button = p.mayWrite && <Button href={`${here}/change`}>{now === undefined ? en.write : en.change}</Button>
  const isHere = (terms: HostTerms) => p.managers.includes(terms.managerId)
  return (
    <StaffPage visitor={p.visitor} title={en.title} current={p.isOwn ? '/institutions' : '/deployments'}>
      <PageHead
        title={en.title}
        lead={en.of(p.adviser, p.place)}
        back={p.isOwn ? { href: '/institutions', text: en.backOwn } : { href: '/deployments', text: en.back }}
        actions={now === undefined ? undefined : button || undefined}
      />
      {p.isOver && <p class="cx-quiet">{en.over}</p>}
      {now === undefined ? (
        <EmptyState title={en.none} action={button || undefined}>
          {p.isOwn ? en.noneOwn : en.noneText}
        </EmptyState>
      ) : (
        <>
          <p>
            <TermsTag terms={now} today={p.today} />
          </p>
          <FactList facts={termsFacts(now, p.names, isHere(now))} />
        </>
      )}
      <SectionHead>{en.houseRule}</SectionHead>
      <p>{en.houseRuleText}</p>
      {earlier.length > 0 && (
        <>
          <SectionHead>{en.earlier}</SectionHead>
          {earlier.map(terms => (
            <Details summary={en.versionOf(terms.version, formatDay(terms.agreedOn))}>
              <FactList facts={termsFacts(terms, p.names, true)} />
            </Details>
          ))}
        </>
      )}
      {now !== undefined && (
        <DataTable
          caption={en.writtenDown}
          rows={p.versions}
          columns={[
            { key: 'version', heading: en.version, tight: true, cell: t => String(t.version) },
            { key: 'by', heading: en.by, cell: t => p.names.get(t.recordedBy ?? '') ?? '–', phone: { lead: true } },
            { key: 'agreed', heading: en.agreed, cell: t => formatDay(t.agreedOn), phone: { label: en.agreed } },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Writing it down. When somebody saved in between, theirs stands above the form. */
export function TermsFormPage(
  p: Of & {
    readonly terms: HostTerms | undefined
    readonly names: Names
    readonly managers: readonly Colleague[]
    readonly form: FormState
    readonly isStale: boolean
  },
): JSX.Element {
  const { form } = p
  const here = `/deployments/${p.deploymentId}/agreed`
  return (
    <StaffPage visitor={p.visitor} title={en.write} current="/deployments" hasErrors={form.errors.length > 0}>
      <PageHead title={en.write} lead={en.of(p.adviser, p.place)} form={form} back={{ href: here, text: en.title }} />
      {p.isStale && p.terms !== undefined && (
        <>
          <Alert kind="care" kindWord="Care" first={`${en.stale}.`} />
          <FactList facts={termsFacts(p.terms, p.names, true)} />
        </>
      )}
      <PostForm action={`${here}/change`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.terms?.version ?? 0)} />
        <TextField form={form} name="base" label={en.baseAsk} autocomplete="off" />
        <TextField form={form} name="phone" label={en.phoneAsk} autocomplete="off" />
        <TextField form={form} name="directs" label={en.directsAsk} hint={en.directsHint} autocomplete="off" />
        <SelectField
          form={form}
          name="manager"
          label={en.managerAsk}
          empty=""
          items={p.managers.map(c => ({ value: c.accountId, label: `${c.name} (${roleNames[c.role]})` }))}
        />
        <SectionHead>{en.houseRule}</SectionHead>
        <p>{en.houseRuleText}</p>
        <TextareaField form={form} name="may-tell" label={en.mayTellAsk} hint={en.mayTellHint} rows={3} />
        <TextareaField form={form} name="may-not-tell" label={en.mayNotTellAsk} hint={en.mayNotTellHint} rows={3} />
        <TextField form={form} name="hours" label={en.hoursAsk} autocomplete="off" />
        <TextField form={form} name="notice" label={en.noticeAsk} autocomplete="off" />
        <DayField form={form} name="inducted" label={en.inductedAsk} hint={en.inductedHint} />
        <DayField form={form} name="agreed" label={en.agreedAsk} />
        <TextField form={form} name="agreed-with" label={en.agreedWithAsk} autocomplete="off" />
        <DayField form={form} name="look" label={en.lookAsk} hint={en.lookHint} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
