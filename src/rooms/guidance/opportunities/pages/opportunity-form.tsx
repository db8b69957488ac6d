import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { DISCLOSURES, disclosureWords } from '#rooms/directory/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  HiddenField,
  PostForm,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { FITS, KINDS, type Opportunity } from '../opportunity.ts'
import { en, fits, kinds } from '../words.ts'
import { fitWords, lastDayWords, startWords } from './parts.tsx'

export type Offered = readonly { readonly id: string; readonly name: string }[]

/** Adding one, or changing one. When somebody saved in between, theirs stands above the form. */
export function OpportunityFormPage(p: {
  readonly visitor: Visitor
  /** Undefined for a new one. */
  readonly opportunity: Opportunity | undefined
  readonly offered: Offered
  readonly form: FormState
  readonly isStale: boolean
  readonly today: Day
}): JSX.Element {
  const { opportunity: o } = p
  const title = o === undefined ? en.addTitle : en.changeTitle(o.title)
  const action = o === undefined ? '/opportunities/new' : `/opportunities/${o.rowId}/change`
  const back =
    o === undefined ? { href: '/opportunities', text: en.title } : { href: `/opportunities/${o.rowId}`, text: o.title }
  return (
    <StaffPage visitor={p.visitor} title={title} current="/opportunities" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} lead={en.addLead} form={p.form} back={back} />
      {p.isStale && o !== undefined && <Theirs of={o} today={p.today} />}
      <PostForm action={action} csrfToken={p.visitor.csrfToken}>
        {o !== undefined && <HiddenField form={p.form} name="version" />}
        <Fields form={p.form} offered={p.offered} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

function Theirs(p: { readonly of: Opportunity; readonly today: Day }): JSX.Element {
  const { of: o } = p
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.stale}>
        {en.staleText}
      </Alert>
      <SectionHead>{en.theirs}</SectionHead>
      <FactList
        facts={[
          { label: en.what, value: o.title },
          { label: en.kind, value: kinds[o.kind] },
          { label: en.offeredBy, value: o.offeredBy },
          { label: en.startsOn, value: startWords(o.startsOn, p.today) },
          { label: en.applyBy, value: lastDayWords(o.applyBy, p.today) },
          { label: en.ages, value: en.agesLine(o.minAge, o.maxAge) },
          { label: en.places, value: o.places === null ? en.notKnown : String(o.places) },
          { label: en.address, value: `${o.address} ${o.town}` },
          { label: en.travel, value: o.travel || '–' },
          { label: en.entry, value: o.entry || '–' },
          { label: en.pay, value: o.pay || '–' },
          { label: en.hours, value: o.hours || '–' },
          { label: en.fits, value: fitWords(o.fits) || '–' },
          { label: en.support, value: o.support || '–' },
          { label: en.ring, value: o.ring || '–' },
        ]}
      />
    </>
  )
}

function Fields(p: { readonly form: FormState; readonly offered: Offered }): JSX.Element {
  const { form } = p
  const short = 'govuk-input--width-3'
  return (
    <>
      <TextField form={form} name="title" label={en.titleAsk} hint={en.titleHint} autocomplete="off" />
      <SelectField
        form={form}
        name="kind"
        label={en.kindAsk}
        empty=""
        items={KINDS.map(value => ({ value, label: kinds[value] }))}
      />
      <SelectField
        form={form}
        name="organisation"
        label={en.organisationAsk}
        hint={en.organisationHint}
        empty={en.notListed}
        items={p.offered.map(one => ({ value: one.id, label: one.name }))}
      />
      <TextField form={form} name="employer" label={en.employerAsk} autocomplete="off" />
      <DayField form={form} name="starts" label={en.startsAsk} hint={en.startsHint} />
      <DayField form={form} name="apply-by" label={en.applyAsk} hint={en.dayHint} />
      <TextField
        form={form}
        name="places"
        label={en.placesAsk}
        inputmode="numeric"
        autocomplete="off"
        classes={short}
      />
      <TextField
        form={form}
        name="min-age"
        label={en.minAgeAsk}
        inputmode="numeric"
        autocomplete="off"
        classes={short}
      />
      <TextField
        form={form}
        name="max-age"
        label={en.maxAgeAsk}
        inputmode="numeric"
        autocomplete="off"
        classes={short}
      />
      <TextField form={form} name="town" label={en.townAsk} autocomplete="off" classes="govuk-input--width-20" />
      <TextareaField form={form} name="address" label={en.addressAsk} rows={2} />
      <TextareaField form={form} name="travel" label={en.travelAsk} hint={en.travelHint} rows={2} />
      <TextareaField form={form} name="entry" label={en.entryAsk} hint={en.entryHint} rows={3} />
      <TextField form={form} name="pay" label={en.payAsk} autocomplete="off" />
      <TextField form={form} name="hours" label={en.hoursAsk} autocomplete="off" />
      <CheckboxesField
        form={form}
        name="fits"
        label={en.fitsAsk}
        hint={en.fitsHint}
        classes="govuk-checkboxes--small"
        items={FITS.map(value => ({ value, label: fits[value] }))}
      />
      <TextareaField form={form} name="support" label={en.supportAsk} rows={2} />
      <TextField form={form} name="ring" label={en.ringAsk} hint={en.ringHint} autocomplete="off" />
      <SelectField
        form={form}
        name="discloses"
        label={en.disclosesAsk}
        hint={en.disclosesHint}
        empty={en.disclosesNothing}
        items={DISCLOSURES.map(value => ({ value, label: disclosureWords[value] }))}
      />
    </>
  )
}
