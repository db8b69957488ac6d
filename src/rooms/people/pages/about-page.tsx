import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { HiddenField, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { PersonFrame } from '../frame.ts'
import { type Detail, SAID_BY } from '../person.ts'
import { type AboutField, ETHNICITY_CODES, GENDER_CODES, SEX_CODES } from '../rules.ts'
import { alertKinds, detailLabels, detailValue, en } from '../words.ts'
import { EditPage } from './edit-pages.tsx'

export type AboutFields = AboutField | 'said' | 'version'

/** What somebody says of themselves; fields of a class the visitor does not see are not there. */
export function AboutPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<AboutFields>
  shown: ReadonlySet<AboutField>
  /** What somebody else saved in between. */
  theirs: readonly Detail[] | undefined
}): JSX.Element {
  const { form, shown } = p
  const coded = (name: AboutField, items: Readonly<Record<string, string>>, hint = '') =>
    shown.has(name) && (
      <SelectField
        form={form}
        name={name}
        label={detailLabels[name]}
        hint={hint}
        empty={en.notRecorded}
        items={Object.entries(items).map(([value, label]) => ({ value, label }))}
      />
    )
  const typed = (name: AboutField) =>
    shown.has(name) && <TextField form={form} name={name} label={detailLabels[name]} autocomplete="off" />
  return (
    <EditPage visitor={p.visitor} frame={p.frame} title={en.about} lead={en.aboutLead} form={form} action="about">
      {p.theirs && (
        <>
          <Alert kind="care" kindWord={alertKinds.care} first={en.aboutStale}>
            {en.staleText}
          </Alert>
          <SectionHead>{en.theirs}</SectionHead>
          <FactList
            facts={p.theirs.map(d => ({ label: detailLabels[d.field], value: detailValue(d.field, d.value) }))}
          />
        </>
      )}
      <HiddenField form={form} name="version" />
      {coded('sex', SEX_CODES, en.sexHint)}
      {coded('gender', GENDER_CODES, en.genderHint)}
      {typed('pronouns')}
      {coded('ethnicity', ETHNICITY_CODES, en.ethnicityHint)}
      {typed('first-language')}
      {typed('correspondence-language')}
      {coded('interpreter', { yes: en.yes, no: en.no })}
      <RadiosField
        form={form}
        name="said"
        label={en.said}
        items={SAID_BY.map(value => ({ value, label: en.saidOptions[value] }))}
      />
    </EditPage>
  )
}
