import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { DayField, TextareaField } from '#web/form/fields.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { NextFields, SortFields, TimeFields, TogetherFields } from '../../pages/contact-fields.tsx'
import { en } from '../../words.ts'
import type { NoteFields } from '../forms.ts'

/** The fields of a note, in the order and the words of a contact's. */
export function NoteFieldset(p: { readonly form: FormState<NoteFields> }): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="notes" label={en.notes} rows={6} />
      <TextareaField form={p.form} name="own-words" label={en.ownWords} hint={en.ownWordsHint} rows={2} />
      <NextFields form={p.form} />
      <SectionHead>{en.howItWas}</SectionHead>
      <SortFields form={p.form} hasKind />
      <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
      <TimeFields form={p.form} hint={en.timeHint} />
      <TogetherFields form={p.form} />
    </>
  )
}
