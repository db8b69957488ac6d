import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { CONTACT_KINDS, type Contact, OUTCOMES, PURPOSES } from '../contact.ts'
import { en, kinds, outcomes, purposes } from '../words.ts'

export type ContactFields =
  | 'kind'
  | 'on'
  | 'time'
  | 'minutes'
  | 'place'
  | 'purpose'
  | 'outcome'
  | 'present'
  | 'notes'
  | 'own-words'
  | 'next-step'
  | 'next-on'
  | 'restricted'
  | 'why'

type ContactPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<ContactFields>
  readonly action: string
  /** The list it was opened from, to go back to when it is saved. */
  readonly back: string | undefined
  /** The version that is changed; undefined for a new contact. */
  readonly version: number | undefined
  /** What somebody else saved in between, to stand beside what was written here. */
  readonly theirs: Contact | undefined
}

/** A contact: what happened first, the rest in the order it is thought of. */
export function ContactPage(p: ContactPageProps): JSX.Element {
  const isNew = p.version === undefined
  const title = isNew ? en.title : en.change
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={title}
      form={p.form}
      back={p.back === undefined ? undefined : { href: p.back, text: en.backToList }}
    >
      {p.theirs && <Theirs contact={p.theirs} />}
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        {!isNew && <input type="hidden" name="version" value={String(p.version)} />}
        {p.back !== undefined && <input type="hidden" name="back" value={p.back} />}
        <TextareaField form={p.form} name="notes" label={en.notes} hint={en.notesHint} rows={6} />
        <TextareaField form={p.form} name="own-words" label={en.ownWords} hint={en.ownWordsHint} rows={2} />
        <div class="cx-field-row">
          <SelectField
            form={p.form}
            name="kind"
            label={en.kind}
            items={CONTACT_KINDS.map(value => ({ value, label: kinds[value] }))}
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
        <div class="cx-field-row">
          <TextField
            form={p.form}
            name="time"
            label={en.time}
            hint={en.timeHint}
            autocomplete="off"
            classes="govuk-input--width-5"
          />
          <TextField
            form={p.form}
            name="minutes"
            label={en.minutes}
            inputmode="numeric"
            autocomplete="off"
            classes="govuk-input--width-4"
          />
        </div>
        <TextField form={p.form} name="place" label={en.place} autocomplete="off" />
        <TextField form={p.form} name="present" label={en.present} autocomplete="off" />
        <SectionHead>{en.nextStep}</SectionHead>
        <TextField form={p.form} name="next-step" label={en.nextWhat} autocomplete="off" />
        <DayField form={p.form} name="next-on" label={en.nextOn} />
        <CheckboxesField
          form={p.form}
          name="restricted"
          label={en.whoReads}
          hint={en.restrictedHint}
          items={[{ value: 'yes', label: en.restricted }]}
        />
        {!isNew && <TextField form={p.form} name="why" label={en.why} autocomplete="off" />}
        <div class="cx-buttons">
          <Button name="then" value={p.back === undefined ? 'record' : 'next'}>
            {en.save}
          </Button>
          {isNew && (
            <Button name="then" value={p.back === undefined ? 'next' : 'record'} classes="govuk-button--secondary">
              {p.back === undefined ? en.saveNext : en.saveOpen}
            </Button>
          )}
        </div>
      </PostForm>
      {!isNew && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/contact/${p.action.split('/').at(-1)}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function Theirs(p: { contact: Contact }): JSX.Element {
  const c = p.contact
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.stale}>
        {en.staleText}
      </Alert>
      <SectionHead>{en.theirs}</SectionHead>
      <FactList
        facts={[
          { label: en.notes, value: c.notes },
          { label: en.ownWords, value: c.ownWords },
          { label: en.kind, value: kinds[c.kind] },
          { label: en.on, value: formatDay(c.happenedOn) },
          { label: en.outcome, value: outcomes[c.outcome] },
          { label: en.nextStep, value: c.nextStep },
        ].filter(fact => fact.value !== '')}
      />
    </>
  )
}
