import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { NOTHING, type OrganisationForm } from '../forms.ts'
import { DISCLOSURES, ORGANISATION_KINDS, type Organisation } from '../organisation.ts'
import { namedDisclosure } from '../rules.ts'
import { disclosures, en, kinds } from '../words.ts'

/** Adding one. */
export function AddOrganisationPage(p: { visitor: Visitor; form: OrganisationForm }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.add} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={en.add} back={{ href: '/organisations', text: en.title }} />
      <PostForm action="/organisations/new" csrfToken={p.visitor.csrfToken}>
        <Fields form={p.form} />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** Changing one. When somebody saved in between, theirs stands above the form. */
export function ChangeOrganisationPage(p: {
  visitor: Visitor
  organisation: Organisation
  form: OrganisationForm & FormState<'version'>
  isStale: boolean
}): JSX.Element {
  const { organisation: o } = p
  const title = en.editTitle(o.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={title} back={{ href: `/organisations/${o.id}`, text: o.name }} />
      {p.isStale && (
        <Theirs
          facts={[
            { label: en.name, value: o.name },
            { label: en.kind, value: kinds[o.kind] },
            { label: en.discloses, value: namedWords(o) },
            { label: en.phone, value: o.phone || en.noNumber },
            { label: en.urn, value: o.urn ?? en.noNumber },
            { label: en.laestab, value: o.laestab ?? en.noNumber },
            { label: en.ukprn, value: o.ukprn ?? en.noNumber },
          ]}
        />
      )}
      <PostForm action={`/organisations/${o.id}/edit`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="version" />
        <Fields form={p.form} />
        <Button>{en.saveChanges}</Button>
      </PostForm>
    </StaffPage>
  )
}

function namedWords(o: Organisation): string {
  const named = namedDisclosure(o.kind, o.discloses)
  return named === null ? en.byKind : disclosures[named]
}

/** What somebody else has just saved, above a form that keeps what this visitor typed. */
export function Theirs(p: { facts: readonly { label: string; value: string }[] }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.stale}>
        {en.staleText}
      </Alert>
      <SectionHead>{en.theirs}</SectionHead>
      <FactList facts={p.facts} />
    </>
  )
}

function Fields(p: { form: OrganisationForm }): JSX.Element {
  const { form } = p
  const number = (name: 'phone' | 'urn' | 'laestab' | 'ukprn', label: string, hint: string) => (
    <TextField
      form={form}
      name={name}
      label={label}
      hint={hint}
      inputmode={name === 'phone' ? 'tel' : name === 'laestab' ? 'text' : 'numeric'}
      autocomplete="off"
      classes={name === 'phone' ? 'govuk-input--width-20' : 'govuk-input--width-10'}
    />
  )
  return (
    <>
      <TextField form={form} name="name" label={en.name} autocomplete="off" />
      <SelectField
        form={form}
        name="kind"
        label={en.kind}
        hint={en.kindHint}
        empty=""
        items={ORGANISATION_KINDS.map(value => ({ value, label: kinds[value] }))}
      />
      <SelectField
        form={form}
        name="discloses"
        label={en.discloses}
        hint={en.disclosesHint}
        empty={en.byKind}
        items={DISCLOSURES.map(value => ({ value, label: disclosures[value] }))}
      />
      {number('phone', en.phone, en.phoneHint)}
      {number('urn', en.urn, en.urnHint)}
      {number('laestab', en.laestab, en.laestabHint)}
      {number('ukprn', en.ukprn, en.ukprnHint)}
    </>
  )
}

/** Closing one, and what takes its place. */
export function CloseOrganisationPage(p: {
  visitor: Visitor
  organisation: Organisation
  form: FormState<'successor'>
  others: readonly Organisation[]
}): JSX.Element {
  const { organisation: o } = p
  const title = en.closeTitle(o.name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/organisations" hasErrors={p.form.errors.length > 0}>
      <PageHead form={p.form} title={title} back={{ href: `/organisations/${o.id}`, text: o.name }} />
      <p class="govuk-body">{en.closeText}</p>
      <PostForm action={`/organisations/${o.id}/close`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="successor"
          label={en.closeSuccessor}
          hint={en.closeSuccessorHint}
          empty=""
          items={[
            { value: NOTHING, label: en.closeNothing },
            ...p.others.map(other => ({ value: other.id as string, label: other.name })),
          ]}
        />
        <Button classes="govuk-button--warning">{en.closeButton}</Button>
      </PostForm>
    </StaffPage>
  )
}
