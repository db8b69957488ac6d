import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { KINDS, REASONS } from './absence.ts'
import { en, kinds, reasons } from './words.ts'

/** What a place is asked: what its adviser needs to know, and nothing more. */
export function TellFields(p: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="kind"
        label={en.kindAsk}
        items={KINDS.map(value => ({ value, label: kinds[value] }))}
      />
      <DayField form={p.form} name="last-seen" label={en.lastSeenAsk} hint={en.dayHint} />
      <RadiosField
        form={p.form}
        name="reason"
        label={en.reasonAsk}
        classes="govuk-radios--small"
        items={REASONS.map(value => ({ value, label: reasons[value] }))}
      />
      <TextareaField form={p.form} name="words" label={en.wordsAsk} hint={en.wordsHint} rows={3} />
      <TextareaField form={p.form} name="tried" label={en.triedAsk} rows={2} />
    </>
  )
}
