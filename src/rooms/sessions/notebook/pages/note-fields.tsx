import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { AGREED, ALONE, ONE_TO_ONE_KINDS, OUTCOMES, PURPOSES } from '../../contact.ts'
import { TimeFields } from '../../pages/contact-fields.tsx'
import { en, kinds, outcomes, purposes } from '../../words.ts'
import type { NoteFields } from '../forms.ts'

/** The fields of a note, in the order and the words of a contact's. */
export function NoteFieldset(p: { readonly form: FormState<NoteFields> }): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="notes" label={en.notes} rows={6} />
      <TextareaField form={p.form} name="own-words" label={en.ownWords} hint={en.ownWordsHint} rows={2} />
      <SectionHead>{en.nextStep}</SectionHead>
      <TextField form={p.form} name="next-step" label={en.nextWhat} autocomplete="off" />
      <DayField form={p.form} name="next-on" label={en.nextOn} />
      <SectionHead>{en.howItWas}</SectionHead>
      <div class="cx-field-row">
        <SelectField
          form={p.form}
          name="kind"
          label={en.kind}
          items={ONE_TO_ONE_KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <SelectField
          form={p.form}
          name="purpose"
          label={en.purpose}
          items={PURPOSES.map(value => ({ value, label: purposes[value] }))}
        />
        <SelectField
          form={p.form}
          name="outcome"
          label={en.outcome}
          items={OUTCOMES.map(value => ({ value, label: outcomes[value] }))}
        />
      </div>
      <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
      <TimeFields form={p.form} hint={en.timeHint} />
      <TextField form={p.form} name="present" label={en.present} autocomplete="off" />
      <RadiosField
        form={p.form}
        name="alone"
        label={en.alone}
        classes="govuk-radios--inline"
        items={ALONE.map(value => ({ value, label: en.aloneWords[value] }))}
      />
      <RadiosField
        form={p.form}
        name="agreed"
        label={en.agreed}
        classes="govuk-radios--inline"
        items={AGREED.map(value => ({ value, label: en.agreedWords[value] }))}
      />
    </>
  )
}
