import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { SelectField } from '#web/form/fields.tsx'
import { SETTINGS } from './setting.ts'
import { en, settingWords } from './words.ts'

/** What sort of place it is, where one meets. */
export function SettingField(p: { readonly form: FormState<'setting'> }): JSX.Element {
  return (
    <SelectField
      form={p.form}
      name="setting"
      label={en.setting}
      hint={en.settingHint}
      empty={en.settingEmpty}
      items={SETTINGS.map(value => ({ value, label: settingWords[value] }))}
    />
  )
}
