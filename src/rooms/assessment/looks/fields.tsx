import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { Looker } from '../assessment.ts'
import { looks } from './words.ts'

/** Asked of whoever agrees an assessment and has no training in assessing on record: who with training looked at it too. */
export function LookFields(p: { readonly form: FormState; readonly lookers: readonly Looker[] }): JSX.Element {
  const withWhom = {
    value: 'with',
    label: looks.yes,
    conditional: (
      <SelectField
        form={p.form}
        name="looked-with"
        label={looks.with}
        hint={looks.withHint}
        empty=""
        items={p.lookers.map(one => ({
          value: one.accountId,
          label: one.isOfTeam ? looks.ofTeam(one.name) : one.name,
        }))}
      />
    ),
  }
  const nobody = {
    value: 'nobody',
    label: looks.no,
    conditional: <TextareaField form={p.form} name="looked-why" label={looks.why} hint={looks.whyHint} rows={2} />,
  }
  return (
    <>
      <SectionHead>{looks.head}</SectionHead>
      <p>{looks.text}</p>
      {p.lookers.length === 0 && <p class="cx-quiet">{looks.none}</p>}
      <RadiosField
        form={p.form}
        name="looked"
        label={looks.question}
        items={p.lookers.length === 0 ? [nobody] : [withWhom, nobody]}
      />
    </>
  )
}
