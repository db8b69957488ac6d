import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { AGREED, AIM_RESULTS, ALONE, NEXT_KINDS, ONE_TO_ONE_KINDS, OUTCOMES, PURPOSES } from '../contact.ts'
import type { OfferedGoal } from '../forms.ts'
import { SettingField } from '../settings/field.tsx'
import { aimResults, en, kinds, nextKinds, outcomes, purposes } from '../words.ts'

export type ContactFields =
  | 'kind'
  | 'on'
  | 'time'
  | 'minutes'
  | 'place'
  | 'setting'
  | 'aim'
  | 'aim-result'
  | 'aim-why'
  | 'purpose'
  | 'outcome'
  | 'present'
  | 'there'
  | 'alone'
  | 'notes'
  | 'own-words'
  | 'next-step'
  | 'next-on'
  | 'next-kind'
  | 'goal'
  | 'owner'
  | 'agreed'
  | 'restricted'
  | 'why'

type Shown = {
  readonly form: FormState<ContactFields>
  readonly goals: readonly OfferedGoal[]
  /** Somebody's part in a session: how, when and where are the session's. */
  readonly isPart?: boolean
  /** Of a meeting: whether its aim was reached is asked above, or not at all where none was written. */
  readonly aim?: 'above' | 'alone'
}

/** What is the session's, sent along as it stands. */
const FIXED = ['kind', 'on-day', 'on-month', 'on-year', 'time', 'place'] as const

/** The fields of a contact: what happened first, the rest in the order it is thought of. */
export function ContactFieldset(p: Shown): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="notes" label={p.isPart ? en.ownPart : en.notes} hint={en.notesHint} rows={6} />
      <TextareaField form={p.form} name="own-words" label={en.ownWords} hint={en.ownWordsHint} rows={2} />
      <NextStep {...p} />
      <SectionHead>{en.howItWas}</SectionHead>
      {p.isPart && <p class="cx-quiet">{en.fixedText}</p>}
      <SortFields form={p.form} hasKind={!p.isPart} />
      {p.isPart ? (
        <>
          {FIXED.map(name => (
            <input type="hidden" name={name} value={String(p.form.answers[name] ?? '')} />
          ))}
          <MinutesField form={p.form} />
        </>
      ) : (
        <>
          <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
          <TimeFields form={p.form} hint={en.timeHint} />
          <TextField form={p.form} name="place" label={en.place} autocomplete="off" />
          <SettingField form={p.form} />
        </>
      )}
      {p.aim === undefined && <AimFields form={p.form} />}
      {p.aim === 'alone' && <TextField form={p.form} name="aim" label={en.aim} autocomplete="off" />}
      <TogetherFields form={p.form} />
      <CheckboxesField
        form={p.form}
        name="restricted"
        label={en.whoReads}
        hint={en.restrictedHint}
        items={[{ value: 'yes', label: en.restricted }]}
      />
    </>
  )
}

/** What it was to bring, whether it did, and why. */
export function AimFields(p: { readonly form: FormState<'aim' | 'aim-result' | 'aim-why'> }): JSX.Element {
  return (
    <>
      <TextField form={p.form} name="aim" label={en.aim} autocomplete="off" />
      <RadiosField
        form={p.form}
        name="aim-result"
        label={en.aimResult}
        hint={en.aimResultHint}
        classes="govuk-radios--inline"
        items={AIM_RESULTS.map(value => ({ value, label: aimResults[value] }))}
      />
      <TextField form={p.form} name="aim-why" label={en.aimWhy} autocomplete="off" />
    </>
  )
}

/** What was agreed for next; with a plan, it can become a target of it. */
function NextStep(p: Shown): JSX.Element {
  return (
    <>
      <NextFields form={p.form} />
      <SelectField
        form={p.form}
        name="next-kind"
        label={en.nextKind}
        empty={en.nextKindNone}
        items={NEXT_KINDS.map(value => ({ value, label: nextKinds[value] }))}
      />
      {p.goals.length > 0 && (
        <div class="cx-field-row">
          <SelectField
            form={p.form}
            name="goal"
            label={en.goal}
            empty={en.goalNone}
            items={p.goals.map(({ rowId, words }) => ({ value: rowId, label: words }))}
          />
          <SelectField
            form={p.form}
            name="owner"
            label={en.owner}
            items={(['young-person', 'adviser'] as const).map(value => ({ value, label: en.owners[value] }))}
          />
        </div>
      )}
    </>
  )
}

/** What comes next, and when. */
export function NextFields(p: { readonly form: FormState<'next-step' | 'next-on'> }): JSX.Element {
  return (
    <>
      <SectionHead>{en.nextStep}</SectionHead>
      <TextField form={p.form} name="next-step" label={en.nextWhat} autocomplete="off" />
      <DayField form={p.form} name="next-on" label={en.nextOn} />
    </>
  )
}

/** What sort of contact it was, what for, and what came of it. */
export function SortFields(p: {
  readonly form: FormState<'kind' | 'purpose' | 'outcome'>
  /** Somebody's part in a session has the session's. */
  readonly hasKind: boolean
}): JSX.Element {
  return (
    <div class="cx-field-row">
      {p.hasKind && (
        <SelectField
          form={p.form}
          name="kind"
          label={en.kind}
          items={ONE_TO_ONE_KINDS.map(value => ({ value, label: kinds[value] }))}
        />
      )}
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
  )
}

/** Who else was there, whether time alone was offered, and whether they agree with what is written. */
export function TogetherFields(p: { readonly form: FormState<'present' | 'alone' | 'agreed'> }): JSX.Element {
  return (
    <>
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

/** At what time, and how long. */
export function TimeFields(p: { readonly form: FormState<'time' | 'minutes'>; readonly hint: string }): JSX.Element {
  return (
    <div class="cx-field-row">
      <TextField
        form={p.form}
        name="time"
        label={en.time}
        hint={p.hint}
        autocomplete="off"
        classes="govuk-input--width-5"
      />
      <MinutesField form={p.form} />
    </div>
  )
}

function MinutesField(p: { readonly form: FormState<'minutes'> }): JSX.Element {
  return (
    <TextField
      form={p.form}
      name="minutes"
      label={en.minutes}
      inputmode="numeric"
      autocomplete="off"
      classes="govuk-input--width-4"
    />
  )
}
