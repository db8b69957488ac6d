import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { shortDay } from '#ground/day.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { Kept } from '../apart.ts'
import { en, protection, apart as words } from '../words.ts'
import { CasePage, type CaseProps } from './protection-pages.tsx'

/** Whom a record is kept apart from, and setting another apart. */
export function ApartPage(
  p: CaseProps & {
    lines: readonly { readonly kept: Kept; readonly other: string; readonly by: string }[]
    form: FormState<'given' | 'family' | 'born' | 'reason'>
  },
): JSX.Element {
  const base = `/protection/${p.case.recordId}/apart`
  return (
    <CasePage {...p} title={words.title} lead={words.lead} form={p.form} back>
      {p.lines.length > 0 && (
        <DataTable
          caption={words.title}
          rows={p.lines}
          columns={[
            { key: 'other', heading: words.other, cell: l => l.other },
            { key: 'why', heading: words.why, cell: l => l.kept.why, phone: { label: words.why } },
            {
              key: 'since',
              heading: words.since,
              cell: l => shortDay(dayOf(l.kept.setAt)),
              phone: { label: words.since },
            },
            { key: 'by', heading: words.by, cell: l => l.by, phone: { label: words.by } },
            {
              key: 'lift',
              heading: words.lift,
              hidesHeading: true,
              cell: l => (
                <a class="govuk-link" href={`${base}/${l.kept.id}`}>
                  {words.lift}
                </a>
              ),
            },
          ]}
        />
      )}
      <SectionHead>{words.another}</SectionHead>
      <PostForm action={base} csrfToken={p.visitor.csrfToken}>
        <p class="govuk-hint">{words.anotherHint}</p>
        <TextField form={p.form} name="given" label={en.given} autocomplete="off" />
        <TextField form={p.form} name="family" label={en.family} autocomplete="off" />
        <DayField form={p.form} name="born" label={en.born} />
        <TextareaField form={p.form} name="reason" label={protection.reason} hint={protection.reasonHint} rows={3} />
        <Button>{words.button}</Button>
      </PostForm>
    </CasePage>
  )
}

export function LiftApartPage(p: CaseProps & { kept: Kept; form: FormState<'reason'> }): JSX.Element {
  return (
    <CasePage {...p} title={words.liftTitle} lead={words.liftLead} form={p.form} back>
      <PostForm action={`/protection/${p.case.recordId}/apart/${p.kept.id}`} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="reason" label={protection.liftReason} rows={3} />
        <Button classes="govuk-button--warning">{words.liftButton}</Button>
      </PostForm>
    </CasePage>
  )
}

/** A new record with what is true now, and nothing of before. */
export function NewIdentityPage(
  p: CaseProps & { form: FormState<'given' | 'family' | 'born' | 'reason'> },
): JSX.Element {
  return (
    <CasePage {...p} title={words.identity} lead={words.identityLead} form={p.form} back>
      <Alert kind="stop" kindWord={words.stop} first={words.identityStop}>
        {words.identityStopText}
      </Alert>
      <PostForm action={`/protection/${p.case.recordId}/new-identity`} csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="given" label={words.newGiven} autocomplete="off" />
        <TextField form={p.form} name="family" label={words.newFamily} autocomplete="off" />
        <DayField form={p.form} name="born" label={words.newBorn} />
        <TextareaField form={p.form} name="reason" label={protection.reason} hint={protection.reasonHint} rows={3} />
        <Button classes="govuk-button--warning">{words.identityButton}</Button>
      </PostForm>
    </CasePage>
  )
}

/** What was done, and what is still to do by hand. */
export function IdentityBegunPage(p: CaseProps): JSX.Element {
  return (
    <CasePage {...p} title={words.begun} lead={words.begunLead}>
      <ul class="govuk-list govuk-list--bullet">
        {words.begunSteps.map(step => (
          <li>{step}</li>
        ))}
      </ul>
      <div class="cx-buttons">
        <Button href={`/protection/${p.case.recordId}`}>{words.protectNew}</Button>
      </div>
    </CasePage>
  )
}
