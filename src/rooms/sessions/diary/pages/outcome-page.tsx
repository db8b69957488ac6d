import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList } from '#web/shell/layout.tsx'
import type { AlongLine } from '../../along/companion.ts'
import { thereOf, WereThereField } from '../../along/pages.tsx'
import { en as alongWords } from '../../along/words.ts'
import type { Contact } from '../../contact.ts'
import type { OfferedGoal } from '../../forms.ts'
import { AimFields, type ContactFields, ContactFieldset } from '../../pages/contact-fields.tsx'
import { ContactFacts } from '../../pages/contact-pages.tsx'
import type { OfRun } from '../../runs/run.ts'
import { en as contactWords } from '../../words.ts'
import { type Appointment, type LastAim, MISSED_REASONS, type Turn } from '../appointment.ts'
import { diary as en, reasonWords, stateWords } from '../words.ts'
import { lastAimFacts, meetingFact, Over, runFacts, turnFacts } from './appointment-pages.tsx'

/** What came of a meeting: whether they came, and what happened, in one form. */
export function OutcomePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<ContactFields | 'came' | 'reason' | 'reason-words'>
  readonly goals: readonly OfferedGoal[]
  readonly known: Appointment
  readonly turn: Turn | undefined
  readonly lastAim: LastAim | undefined
  readonly run: OfRun | undefined
  /** Who goes there besides the visitor. */
  readonly others: readonly AlongLine[]
  /** What a colleague wrote down meanwhile, where the visitor may see it. */
  readonly theirs?: Contact | undefined
  /** Somebody ended it while this was written. */
  readonly isOver?: boolean
}): JSX.Element {
  const { known } = p
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.outcomeTitle}
      form={p.form}
      back={{ href: `/diary?on=${known.onDay}`, text: en.backToDiary }}
    >
      {p.isOver && <Over one={known} />}
      {p.theirs && <ContactFacts heading={alongWords.theirs} contact={p.theirs} />}
      <FactList
        facts={[
          meetingFact(known),
          ...turnFacts(p.turn),
          ...runFacts(p.run),
          { label: en.aim, value: known.aim },
          { label: en.method, value: known.method },
          { label: en.bring, value: known.bring },
          ...lastAimFacts(p.lastAim),
        ].filter(fact => fact.value !== '')}
      />
      <PostForm action={`/appointments/${known.rowId}/outcome`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(known.version)} />
        <CameFields form={p.form} />
        <WereThereField form={p.form} others={thereOf(p.others)} />
        {known.aim !== '' && <AimFields form={p.form} />}
        <ContactFieldset form={p.form} goals={p.goals} aim={known.aim === '' ? 'alone' : 'above'} />
        <div class="cx-buttons">
          <Button name="then" value="diary">
            {contactWords.save}
          </Button>
          <Button name="then" value="record" classes="govuk-button--secondary">
            {contactWords.saveOpen}
          </Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** Whether they came, and why not. */
export function CameFields(p: { readonly form: FormState<'came' | 'reason' | 'reason-words'> }): JSX.Element {
  return (
    <RadiosField
      form={p.form}
      name="came"
      label={en.came}
      items={[
        { value: 'came', label: stateWords.came },
        { value: 'late', label: stateWords.late },
        {
          value: 'missed',
          label: stateWords.missed,
          conditional: (
            <>
              <SelectField
                form={p.form}
                name="reason"
                label={en.reason}
                hint={en.reasonHint}
                empty={en.reasonEmpty}
                items={MISSED_REASONS.map(value => ({ value, label: reasonWords[value] }))}
              />
              <TextField form={p.form} name="reason-words" label={en.reasonWords} autocomplete="off" />
            </>
          ),
        },
      ]}
    />
  )
}
