import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ORGANISATION_KINDS, type Organisation } from '../organisation.ts'
import { en, kinds } from '../words.ts'

/** The agencies of the partnership. */
export function OrganisationsPage(p: { visitor: Visitor; organisations: readonly Organisation[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/organisations">
      <PageHead title={en.title} lead={en.lead} actions={<Button href="/organisations/new">{en.add}</Button>} />
      {p.organisations.length === 0 ? (
        <EmptyState title={en.empty}>{en.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.organisations}
          columns={[
            { key: 'name', heading: en.name, cell: o => o.name },
            { key: 'kind', heading: en.kind, cell: o => kinds[o.kind], phone: { lead: true } },
            { key: 'urn', heading: en.urn, cell: o => o.urn ?? '', phone: { label: en.urn } },
            { key: 'ukprn', heading: en.ukprn, cell: o => o.ukprn ?? '', phone: { label: en.ukprn } },
            {
              key: 'shown',
              heading: en.discloses,
              cell: o => (o.discloses === 0 ? en.byName : en.another),
              phone: { label: en.discloses },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Adding one. */
export function AddOrganisationPage(p: {
  visitor: Visitor
  form: FormState<'name' | 'kind' | 'urn' | 'ukprn'>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.add} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.add} />
      <PostForm action="/organisations/new" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="name" label={en.name} autocomplete="off" />
        <SelectField
          form={p.form}
          name="kind"
          label={en.kind}
          hint={en.kindHint}
          empty=""
          items={ORGANISATION_KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <TextField
          form={p.form}
          name="urn"
          label={en.urn}
          hint={en.urnHint}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-10"
        />
        <TextField
          form={p.form}
          name="ukprn"
          label={en.ukprn}
          hint={en.ukprnHint}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-10"
        />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}
