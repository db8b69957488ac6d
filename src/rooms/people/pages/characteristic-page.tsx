import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, SelectField } from '#web/form/fields.tsx'
import type { CharacteristicCode } from '../characteristics.ts'
import type { PersonFrame } from '../frame.ts'
import { SAID_BY } from '../person.ts'
import { en } from '../words.ts'
import { EditPage } from './edit-pages.tsx'

/** A characteristic with its period: a new one, or one that is corrected or ended. */
export function CharacteristicPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'code' | 'from' | 'until' | 'said'>
  codes: readonly CharacteristicCode[]
  rowId: string | undefined
}): JSX.Element {
  const isNew = p.rowId === undefined
  return (
    <EditPage
      visitor={p.visitor}
      frame={p.frame}
      form={p.form}
      title={isNew ? en.characteristic : en.characteristicChange}
      lead={en.characteristicLead}
      action={isNew ? 'characteristics' : `characteristics/${p.rowId}`}
    >
      <SelectField
        form={p.form}
        name="code"
        label={en.characteristicCode}
        empty=""
        items={p.codes.map(c => ({ value: c.code, label: c.label }))}
      />
      <DayField form={p.form} name="from" label={en.from} hint={en.fromHint} />
      <DayField form={p.form} name="until" label={en.until} hint={en.untilHint} />
      <RadiosField
        form={p.form}
        name="said"
        label={en.said}
        items={SAID_BY.map(value => ({ value, label: en.saidOptions[value] }))}
      />
    </EditPage>
  )
}
