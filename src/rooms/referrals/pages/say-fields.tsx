import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { VIEWS } from '../referral.ts'
import { en, views } from '../words.ts'

/** Whether they saw it, and what they say to it. */
export function SayFields(p: { readonly form: FormState; readonly given: string }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="shown"
        label={en.shown(p.given)}
        items={[
          { value: 'yes', label: en.shownYes },
          {
            value: 'no',
            label: en.shownNo,
            conditional: (
              <>
                <TextField
                  form={p.form}
                  name="withheld-why"
                  label={en.withheldWhy}
                  hint={en.withheldHint}
                  autocomplete="off"
                />
                <DayField form={p.form} name="withheld-review" label={en.withheldReview} hint={en.dayHint} />
              </>
            ),
          },
        ]}
      />
      <RadiosField
        form={p.form}
        name="view"
        label={en.view(p.given)}
        items={VIEWS.map(value => ({
          value,
          label: views[value],
          ...(value === 'objects'
            ? { conditional: <TextareaField form={p.form} name="view-answer" label={en.viewAnswer} rows={2} /> }
            : {}),
        }))}
      />
      <TextareaField form={p.form} name="view-words" label={en.viewWords} rows={2} />
    </>
  )
}
