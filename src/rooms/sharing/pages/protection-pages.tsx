import type { ComponentChildren, JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay, shortDay } from '#ground/day.ts'
import { BARRIER_GROUNDS, type Barrier } from '#rooms/access/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  ErrorSummaryOf,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Case } from '../protection.ts'
import { barrierKinds, en, grounds, protection as words } from '../words.ts'

export type StandingRow = {
  readonly barrier: Barrier
  readonly href: string
  readonly whose: string | undefined
  readonly by: string
}

/** Every barrier that stands, without the names of restricted records; and the way to a record by its exact name. */
export function ProtectionPage(p: {
  visitor: Visitor
  form: FormState<'given' | 'family' | 'born'>
  rows: readonly StandingRow[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={words.title} current="/protection" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={words.title} lead={words.lead} />
      <SectionHead>{words.standing}</SectionHead>
      {p.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={words.standing}
          rows={p.rows}
          columns={[
            {
              key: 'what',
              heading: words.what,
              cell: r => <StatusTag kind="protected">{barrierKinds[r.barrier.kind]}</StatusTag>,
              phone: { lead: true },
            },
            {
              key: 'whose',
              heading: words.whose,
              cell: r => r.whose ?? <span class="cx-quiet">{words.hidden}</span>,
              phone: { label: words.whose },
            },
            {
              key: 'why',
              heading: words.why,
              cell: r => `${grounds[r.barrier.ground]}. ${r.barrier.reason}`,
              phone: { label: words.why },
            },
            {
              key: 'since',
              heading: words.since,
              cell: r => shortDay(dayOf(r.barrier.startedAt)),
              phone: { label: words.since },
            },
            { key: 'by', heading: words.by, cell: r => r.by, phone: { label: words.by } },
            {
              key: 'open',
              heading: words.open,
              hidesHeading: true,
              cell: r => (
                <a class="govuk-link" href={r.href}>
                  {words.open}
                  <span class="govuk-visually-hidden">: {barrierKinds[r.barrier.kind]}</span>
                </a>
              ),
            },
          ]}
        />
      )}
      <SectionHead>{words.find}</SectionHead>
      <p class="govuk-body">{words.findHint}</p>
      <PostForm action="/protection" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="given" label={en.given} autocomplete="off" />
        <TextField form={p.form} name="family" label={en.family} autocomplete="off" />
        <DayField form={p.form} name="born" label={en.born} hint={en.bornHint} />
        <Button>{words.button}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type CaseProps = { readonly visitor: Visitor; readonly case: Case }

/** The frame of every page about one record's protection: name and birth date, and nothing else of it. */
export function CasePage(
  p: CaseProps & { title: string; lead?: string; form?: FormState; back?: true; children: ComponentChildren },
): JSX.Element {
  const { person, recordId } = p.case
  const name = `${person.given} ${person.family}`
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${p.title}: ${name}`}
      current="/protection"
      hasErrors={(p.form?.errors.length ?? 0) > 0}
    >
      <PageHead
        form={p.form}
        title={p.title}
        over={`${name}, ${person.bornOn === null ? words.bornUnknown : words.born(formatDay(person.bornOn))}`}
        {...(p.lead === undefined ? {} : { lead: p.lead })}
        back={
          p.back
            ? { href: `/protection/${recordId}`, text: words.about(name) }
            : { href: '/protection', text: words.title }
        }
      />
      {p.children}
    </StaffPage>
  )
}

/** What protects one record now, and what can be done. */
export function CaseOverviewPage(
  p: CaseProps & {
    by: (barrier: Barrier) => string
    holderName: (id: string) => string
    named: readonly string[]
    /** What was given of it by name. */
    given: ComponentChildren
  },
): JSX.Element {
  const { recordId, barriers } = p.case
  const base = `/protection/${recordId}`
  const isRestricted = barriers.some(b => b.kind === 'restricted')
  const isProtected = barriers.some(b => b.kind === 'whereabouts')
  return (
    <CasePage {...p} title={words.title}>
      {barriers.length === 0 && <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>}
      {barriers.map(barrier => (
        <>
          <SectionHead
            aside={
              <a class="govuk-link" href={`${base}/lift/${barrier.id}`}>
                {words.lift}
                <span class="govuk-visually-hidden">: {titleOf(barrier, p.holderName)}</span>
              </a>
            }
          >
            {titleOf(barrier, p.holderName)}
          </SectionHead>
          <FactList
            facts={[
              { label: words.ground, value: grounds[barrier.ground] },
              { label: words.why, value: barrier.reason },
              { label: words.since, value: formatDay(dayOf(barrier.startedAt)) },
              { label: words.by, value: p.by(barrier) },
              ...(barrier.kind === 'restricted'
                ? [{ label: words.named, value: p.named.length === 0 ? words.namedNone : p.named.join(', ') }]
                : []),
            ]}
          />
        </>
      ))}
      {p.given}
      <div class="cx-buttons">
        <Button href={`${base}/restrict`} {...(isRestricted ? { classes: 'govuk-button--secondary' } : {})}>
          {isRestricted ? words.nameMore : words.restrict}
        </Button>
        <Button href={`${base}/shut-out`} classes="govuk-button--secondary">
          {words.shutOut}
        </Button>
        {!isProtected && (
          <Button href={`${base}/address`} classes="govuk-button--secondary">
            {words.protect}
          </Button>
        )}
        <Button href={`${base}/apart`} classes="govuk-button--secondary">
          {words.keepApart}
        </Button>
        <Button href={`${base}/since`} classes="govuk-button--secondary">
          {words.happened}
        </Button>
        <Button href={`${base}/new-identity`} classes="govuk-button--secondary">
          {words.newIdentity}
        </Button>
      </div>
    </CasePage>
  )
}

function titleOf(barrier: Barrier, holderName: (id: string) => string): string {
  return barrier.kind === 'shut-out' && barrier.holderId !== null
    ? words.shut(holderName(barrier.holderId))
    : barrierKinds[barrier.kind]
}

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

/** Restricting, or naming more people for what is restricted. */
export function RestrictPage(
  p: CaseProps & {
    form: FormState<'ground' | 'reason' | 'named' | 'another'>
    offered: readonly Choice[]
    others: readonly Choice[]
    isRestricted: boolean
  },
): JSX.Element {
  const title = p.isRestricted ? words.nameMore : words.restrict
  return (
    <CasePage {...p} title={title} lead={p.isRestricted ? words.nameLead : words.restrictLead} back>
      <PostForm action={`/protection/${p.case.recordId}/restrict`} csrfToken={p.visitor.csrfToken}>
        {!p.isRestricted && <WhyFields form={p.form} />}
        <CheckboxesField form={p.form} name="named" label={words.who} hint={words.whoHint} items={p.offered} />
        <SelectField form={p.form} name="another" label={words.another} empty={words.anotherNone} items={p.others} />
        <Button {...(p.isRestricted ? {} : { classes: 'govuk-button--warning' })}>
          {p.isRestricted ? words.nameButton : words.restrictButton}
        </Button>
      </PostForm>
    </CasePage>
  )
}

export function ShutOutPage(
  p: CaseProps & { form: FormState<'who' | 'ground' | 'reason'>; holders: readonly Choice[] },
): JSX.Element {
  return (
    <CasePage {...p} title={words.shutOut} lead={words.shutLead} back>
      <PostForm action={`/protection/${p.case.recordId}/shut-out`} csrfToken={p.visitor.csrfToken}>
        <SelectField form={p.form} name="who" label={words.shutWho} empty="" items={p.holders} />
        <WhyFields form={p.form} />
        <Button classes="govuk-button--warning">{words.shutButton}</Button>
      </PostForm>
    </CasePage>
  )
}

export function WhereaboutsPage(p: CaseProps & { form: FormState<'ground' | 'reason'> }): JSX.Element {
  return (
    <CasePage {...p} title={words.protect} lead={words.protectLead} back>
      <PostForm action={`/protection/${p.case.recordId}/address`} csrfToken={p.visitor.csrfToken}>
        <WhyFields form={p.form} />
        <Button>{words.protectButton}</Button>
      </PostForm>
    </CasePage>
  )
}

export function LiftPage(
  p: CaseProps & { form: FormState<'reason'>; barrier: Barrier; holderName: (id: string) => string },
): JSX.Element {
  return (
    <CasePage
      {...p}
      title={words.liftTitle(titleOf(p.barrier, p.holderName))}
      lead={words.liftLead[p.barrier.kind]}
      back
    >
      <PostForm action={`/protection/${p.case.recordId}/lift/${p.barrier.id}`} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="reason" label={words.liftReason} rows={3} />
        <Button classes="govuk-button--warning">{words.liftButton}</Button>
      </PostForm>
    </CasePage>
  )
}

function WhyFields<Name extends string>(p: { form: FormState<Name | 'ground' | 'reason'> }): JSX.Element {
  const form = p.form as FormState<'ground' | 'reason'>
  return (
    <>
      <RadiosField
        form={form}
        name="ground"
        label={words.ground}
        items={BARRIER_GROUNDS.map(value => ({ value, label: grounds[value] }))}
      />
      <TextareaField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
    </>
  )
}
