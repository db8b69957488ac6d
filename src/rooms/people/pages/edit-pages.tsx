import type { ComponentChildren, JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  ErrorSummaryOf,
  HiddenField,
  PostForm,
  RadiosField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { PersonFrame } from '../frame.ts'
import type { Person } from '../person.ts'
import { alertKinds, en, mayBeTold, responsibilities, supportLevels } from '../words.ts'
import { FramedPage } from './framed-page.tsx'

export type IdentityFields = 'given' | 'middle' | 'family' | 'preferred-given' | 'preferred-family' | 'born'

/** A new record; after a first try, those that look alike stand above the form. */
export function NewPersonPage(p: {
  visitor: Visitor
  form: FormState<IdentityFields | 'checked'>
  likely: readonly Person[]
}): JSX.Element {
  const asked = p.likely.length > 0
  return (
    <StaffPage visitor={p.visitor} title={en.new} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.new} lead={en.newLead} />
      {asked && (
        <>
          <Alert kind="care" kindWord={alertKinds.care} first={en.likely}>
            {en.likelyText}
          </Alert>
          <ul class="govuk-list cx-likely">
            {p.likely.map(person => (
              <li>
                <a class="govuk-link" href={`/people/${person.id}`}>
                  {person.given} {person.family}
                </a>
                {person.bornOn !== null && `, ${en.born.toLowerCase()} ${formatDay(person.bornOn)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <PostForm action="/people/new" csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="checked" value={asked ? 'yes' : ''} />
        <IdentityFieldsOf form={p.form} />
        <Button>{asked ? en.createAnyway : en.create}</Button>
      </PostForm>
    </StaffPage>
  )
}

function IdentityFieldsOf<Name extends string>(p: { form: FormState<Name | IdentityFields> }): JSX.Element {
  const form = p.form as FormState<IdentityFields>
  return (
    <>
      <fieldset class="govuk-fieldset cx-fields">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{en.legal}</legend>
        <TextField form={form} name="given" label={en.given} autocomplete="off" spellcheck={false} />
        <TextField form={form} name="middle" label={en.middle} autocomplete="off" spellcheck={false} />
        <TextField form={form} name="family" label={en.family} autocomplete="off" spellcheck={false} />
      </fieldset>
      <fieldset class="govuk-fieldset cx-fields">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{en.preferred}</legend>
        <TextField form={form} name="preferred-given" label={en.preferredGiven} autocomplete="off" spellcheck={false} />
        <TextField
          form={form}
          name="preferred-family"
          label={en.preferredFamily}
          autocomplete="off"
          spellcheck={false}
        />
      </fieldset>
      <DayField form={form} name="born" label={en.born} hint={en.bornHint} />
    </>
  )
}

/** Names and birth date. When somebody saved in between, theirs stand beside the form. */
export function IdentityPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<IdentityFields | 'keep-former' | 'version'>
  stale: { names: string; born: string } | undefined
}): JSX.Element {
  return (
    <EditPage visitor={p.visitor} frame={p.frame} title={en.edit} form={p.form} action="identity">
      {p.stale && (
        <>
          <Alert kind="care" kindWord={alertKinds.care} first={en.stale}>
            {en.staleText}
          </Alert>
          <SectionHead>{en.theirs}</SectionHead>
          <FactList
            facts={[
              { label: en.legal, value: p.stale.names },
              { label: en.born, value: p.stale.born },
            ]}
          />
        </>
      )}
      <HiddenField form={p.form} name="version" />
      <IdentityFieldsOf form={p.form} />
      <CheckboxesField
        form={p.form}
        name="keep-former"
        label={en.keepFormer}
        items={[{ value: 'yes', label: en.yes }]}
      />
    </EditPage>
  )
}

/** The frame of a page that changes one thing about a person. */
export function EditPage(p: {
  visitor: Visitor
  frame: PersonFrame
  title: string
  form: FormState
  action: string
  button?: string
  lead?: string
  children: ComponentChildren
}): JSX.Element {
  const { person } = p.frame
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={p.title} form={p.form}>
      {p.lead !== undefined && <p class="govuk-body">{p.lead}</p>}
      <PostForm action={`/people/${person.id}/${p.action}`} csrfToken={p.visitor.csrfToken}>
        {p.children}
        <Button>{p.button ?? en.save}</Button>
      </PostForm>
    </FramedPage>
  )
}

export type Framed<Name extends string> = { visitor: Visitor; frame: PersonFrame; form: FormState<Name> }

export function AddressPage(p: Framed<'line1' | 'line2' | 'town' | 'postcode' | 'protect'>): JSX.Element {
  return (
    <EditPage {...p} title={en.address} action="address">
      <TextField form={p.form} name="line1" label={en.line1} autocomplete="off" />
      <TextField form={p.form} name="line2" label={en.line2} autocomplete="off" />
      <TextField form={p.form} name="town" label={en.town} autocomplete="off" />
      <TextField form={p.form} name="postcode" label={en.postcode} autocomplete="off" classes="govuk-input--width-10" />
      <CheckboxesField
        form={p.form}
        name="protect"
        label={en.protect}
        hint={en.protectHint}
        items={[{ value: 'yes', label: en.yes }]}
      />
    </EditPage>
  )
}

export function ContactDetailPage(p: Framed<'mobile' | 'phone' | 'email'>): JSX.Element {
  return (
    <EditPage {...p} title={en.contact} action="contact-details">
      <TextField
        form={p.form}
        name="mobile"
        label={en.mobile}
        type="tel"
        autocomplete="off"
        classes="govuk-input--width-20"
      />
      <TextField
        form={p.form}
        name="phone"
        label={en.phone}
        type="tel"
        autocomplete="off"
        classes="govuk-input--width-20"
      />
      <TextField form={p.form} name="email" label={en.email} type="email" autocomplete="off" spellcheck={false} />
    </EditPage>
  )
}

export function SafeContactPage(p: Framed<'rule' | 'never'>): JSX.Element {
  return (
    <EditPage {...p} title={en.safe} action="safe-contact">
      <TextField form={p.form} name="rule" label={en.safeRule} hint={en.safeHint} />
      <CheckboxesField
        form={p.form}
        name="never"
        label={en.never}
        items={[
          { value: 'post', label: en.noPost },
          { value: 'voicemail', label: en.noVoicemail },
          { value: 'home-visit', label: en.noHomeVisit },
        ]}
      />
    </EditPage>
  )
}

export function AdultPage(
  p: Framed<'name' | 'relationship' | 'responsibility' | 'evidence' | 'order' | 'told' | 'phone'>,
): JSX.Element {
  return (
    <EditPage {...p} title={en.adult} action="adults">
      <TextField form={p.form} name="name" label={en.adultName} autocomplete="off" />
      <TextField form={p.form} name="relationship" label={en.relationship} autocomplete="off" />
      <RadiosField
        form={p.form}
        name="responsibility"
        label={en.responsibility}
        hint={en.responsibilityHint}
        items={(['yes', 'no', 'shared-with-council', 'not-known'] as const).map(value => ({
          value,
          label: responsibilities[value],
        }))}
      />
      <TextareaField form={p.form} name="evidence" label={en.evidence} rows={2} />
      <TextareaField form={p.form} name="order" label={en.order} rows={2} />
      <RadiosField
        form={p.form}
        name="told"
        label={en.told}
        items={(['yes', 'ask-first', 'no', 'never'] as const).map(value => ({ value, label: mayBeTold[value] }))}
      />
      <TextField
        form={p.form}
        name="phone"
        label={en.adultPhone}
        type="tel"
        autocomplete="off"
        classes="govuk-input--width-20"
      />
    </EditPage>
  )
}

export function IdentifierPage(p: Framed<'kind' | 'value'>): JSX.Element {
  return (
    <EditPage {...p} title={en.identifier} action="identifiers">
      <RadiosField
        form={p.form}
        name="kind"
        label={en.identifierKind}
        items={[
          { value: 'uln', label: en.uln },
          { value: 'upn', label: en.upn },
          { value: 'nhs', label: en.nhs, hint: en.nhsOff },
        ]}
      />
      <TextField
        form={p.form}
        name="value"
        label={en.identifierValue}
        autocomplete="off"
        spellcheck={false}
        classes="govuk-input--width-20"
      />
    </EditPage>
  )
}

export function DeathPage(p: Framed<'on'>): JSX.Element {
  return (
    <EditPage {...p} title={en.died} lead={en.diedText} action="death" button={en.diedButton}>
      <DayField form={p.form} name="on" label={en.diedOn} />
    </EditPage>
  )
}

export function LevelPage(p: Framed<'level'>): JSX.Element {
  return (
    <EditPage {...p} title={en.levelTitle} action="support-level">
      <RadiosField
        form={p.form}
        name="level"
        label={en.level}
        items={(['intensive', 'supported', 'universal'] as const).map(value => ({
          value,
          label: supportLevels[value],
        }))}
      />
    </EditPage>
  )
}
