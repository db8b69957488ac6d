import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { FIELDS } from '../reading/fields.ts'
import { reviewOf } from '../rules.ts'
import type { Agreement } from '../run.ts'
import { en, fieldNames } from '../words.ts'

export type AgreementLine = { readonly agreement: Agreement; readonly partner: string }

/** Agreements in force. */
export function AgreementsPage(p: { visitor: Visitor; today: Day; lines: readonly AgreementLine[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.agreements} current="/lists">
      <PageHead
        title={en.agreements}
        lead={en.agreementsLead}
        back={{ href: '/lists', text: en.lists }}
        actions={<Button href="/agreements/new">{en.newAgreement}</Button>}
      />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noAgreements}>{en.noAgreementsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.agreements}
          rows={p.lines}
          columns={[
            { key: 'partner', heading: en.partner, cell: l => l.partner },
            { key: 'purpose', heading: en.purpose, cell: l => l.agreement.purpose },
            { key: 'power', heading: en.power, cell: l => l.agreement.power, phone: { label: en.power } },
            {
              key: 'review-on',
              heading: en.reviewBy,
              cell: l => <ReviewDay agreement={l.agreement} today={p.today} />,
              tight: true,
              phone: { label: en.reviewBy },
            },
            {
              key: 'review',
              heading: en.agreementState,
              hidesHeading: true,
              cell: l => (
                <a class="govuk-link cx-row-link" href={`/agreements/${l.agreement.id}/review`}>
                  {en.reviewLink}
                  <span class="govuk-visually-hidden">: {l.partner}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

export type AgreementFields =
  | 'partner'
  | 'purpose'
  | 'power'
  | 'reference'
  | 'review'
  | 'youngest'
  | 'oldest'
  | 'fields'
  | 'officer'

/** By when an agreement is looked at again, and whether that is near or past. */
function ReviewDay(p: { agreement: Agreement; today: Day }): JSX.Element {
  const state = reviewOf(p.agreement.reviewOn, p.today)
  return (
    <>
      {shortDay(p.agreement.reviewOn, p.today)}{' '}
      {state !== 'later' && <StatusTag kind={state === 'due' ? 'care' : 'late'}>{en.reviewStates[state]}</StatusTag>}
    </>
  )
}

type Option = { readonly id: string; readonly name: string }

const BACK = { href: '/agreements', text: en.agreements }

/** A new agreement. */
export function AgreementPage(p: {
  visitor: Visitor
  form: FormState<AgreementFields>
  partners: readonly Option[]
  officers: readonly Option[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newAgreement} current="/lists" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.newAgreement} back={BACK} />
      <PostForm action="/agreements/new" csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="partner"
          label={en.partner}
          empty=""
          items={p.partners.map(o => ({ value: o.id, label: o.name }))}
        />
        <TermsFields form={p.form} officers={p.officers} review={en.review} />
        <Button>{en.saveAgreement}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** Looking at an agreement again: it stands filled with what was agreed, but for the new day. */
export function ReviewAgreementPage(p: {
  visitor: Visitor
  form: FormState<AgreementFields>
  id: string
  partner: string
  due: string
  officers: readonly Option[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.reviewTitle} current="/lists" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} back={BACK} over={p.partner} title={en.reviewTitle} lead={en.reviewLead(p.due)} />
      <PostForm action={`/agreements/${p.id}/review`} csrfToken={p.visitor.csrfToken}>
        <TermsFields form={p.form} officers={p.officers} review={en.reviewAgain} />
        <Button>{en.reviewButton}</Button>
      </PostForm>
    </StaffPage>
  )
}

function TermsFields(p: {
  form: FormState<AgreementFields>
  officers: readonly Option[]
  review: string
}): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="purpose" label={en.purpose} rows={3} />
      <TextField form={p.form} name="power" label={en.power} hint={en.powerHint} />
      <TextField form={p.form} name="reference" label={en.reference} />
      <DayField form={p.form} name="review" label={p.review} />
      <TextField form={p.form} name="youngest" label={en.youngest} inputmode="numeric" classes="govuk-input--width-2" />
      <TextField form={p.form} name="oldest" label={en.oldest} inputmode="numeric" classes="govuk-input--width-2" />
      <CheckboxesField
        form={p.form}
        name="fields"
        label={en.fields}
        hint={en.fieldsHint}
        classes="cx-many"
        items={FIELDS.filter(f => f !== 'nhs').map(value => ({ value, label: fieldNames[value] }))}
      />
      <SelectField
        form={p.form}
        name="officer"
        label={en.officer}
        empty={en.nobody}
        items={p.officers.map(o => ({ value: o.id, label: o.name }))}
      />
    </>
  )
}
