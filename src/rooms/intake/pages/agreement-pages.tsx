import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  ErrorSummaryOf,
  PostForm,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { FIELDS } from '../reading/fields.ts'
import type { Agreement } from '../run.ts'
import { en, fieldNames } from '../words.ts'

/** Agreements in force. */
export function AgreementsPage(p: {
  visitor: Visitor
  agreements: readonly Agreement[]
  partners: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.agreements} current="/lists">
      <PageHead
        title={en.agreements}
        lead={en.agreementsLead}
        actions={<Button href="/agreements/new">{en.newAgreement}</Button>}
      />
      {p.agreements.length === 0 ? (
        <EmptyState title={en.noAgreements}>{en.noAgreementsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.agreements}
          rows={p.agreements}
          columns={[
            { key: 'partner', heading: en.partner, cell: a => p.partners.get(a.organisationId) ?? '' },
            { key: 'purpose', heading: en.purpose, cell: a => a.purpose, phone: { lead: true } },
            { key: 'power', heading: en.power, cell: a => a.power, phone: { label: en.power } },
            { key: 'review', heading: en.review, cell: a => formatDay(a.reviewOn), phone: { label: en.review } },
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

/** A new agreement. */
export function AgreementPage(p: {
  visitor: Visitor
  form: FormState<AgreementFields>
  partners: readonly { id: string; name: string }[]
  officers: readonly { id: string; name: string }[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newAgreement} current="/lists" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.newAgreement} />
      <PostForm action="/agreements/new" csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="partner"
          label={en.partner}
          empty=""
          items={p.partners.map(o => ({ value: o.id, label: o.name }))}
        />
        <TextareaField form={p.form} name="purpose" label={en.purpose} rows={2} />
        <TextField form={p.form} name="power" label={en.power} hint={en.powerHint} />
        <TextField form={p.form} name="reference" label={en.reference} />
        <DayField form={p.form} name="review" label={en.review} />
        <TextField
          form={p.form}
          name="youngest"
          label={en.youngest}
          inputmode="numeric"
          classes="govuk-input--width-2"
        />
        <TextField form={p.form} name="oldest" label={en.oldest} inputmode="numeric" classes="govuk-input--width-2" />
        <CheckboxesField
          form={p.form}
          name="fields"
          label={en.fields}
          items={FIELDS.filter(f => f !== 'nhs').map(value => ({ value, label: fieldNames[value] }))}
        />
        <SelectField
          form={p.form}
          name="officer"
          label={en.officer}
          empty={en.nobody}
          items={p.officers.map(o => ({ value: o.id, label: o.name }))}
        />
        <Button>{en.saveAgreement}</Button>
      </PostForm>
    </StaffPage>
  )
}
