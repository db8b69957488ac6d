import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { AlongField, alongFacts, type Offered } from '../../along/pages.tsx'
import { en as alongWords } from '../../along/words.ts'
import { PURPOSES } from '../../contact.ts'
import { TimeFields } from '../../pages/contact-fields.tsx'
import type { OfRun } from '../../runs/run.ts'
import { en as runWords } from '../../runs/words.ts'
import { SettingField } from '../../settings/field.tsx'
import { en as settingWords } from '../../settings/words.ts'
import { aimResults, purposes } from '../../words.ts'
import {
  type Appointment,
  CANCEL_REASONS,
  type LastAim,
  MEETING_KINDS,
  ROOMS,
  TOLD_WAYS,
  type Turn,
} from '../appointment.ts'
import { hoursOf } from '../rules.ts'
import { diary as en, kindWords, reasonWords, roomWords, stateWords, toldWords, turnWords } from '../words.ts'

export type AppointmentFields =
  | 'on'
  | 'time'
  | 'minutes'
  | 'kind'
  | 'place'
  | 'setting'
  | 'room'
  | 'needs'
  | 'purpose'
  | 'aim'
  | 'method'
  | 'bring'
  | 'others'
  | 'told'
  | 'told-on'
  | 'restricted'
  | 'both'
  | 'mine'
  | 'along'

type AppointmentPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<AppointmentFields>
  readonly action: string
  /** What is changed; undefined for a new one. */
  readonly known: Appointment | undefined
  /** The missed one it is arranged instead of. */
  readonly insteadOf: string | undefined
  /** What somebody else saved in between. */
  readonly theirs: Appointment | undefined
  /** What stands at that time already, here or in a colleague's diary. */
  readonly hasClash: boolean
  /** Whose diary it is in, where that is not the visitor's. */
  readonly whose: string | undefined
  /** Whether it is a first contact, of what is arranged already. */
  readonly turn: Turn | undefined
  readonly lastAim: LastAim | undefined
  /** The run it belongs to. */
  readonly run: OfRun | undefined
  readonly mayKeepClose: boolean
  readonly mayCorrect: boolean
  /** Whether what is known before a careers talk is theirs to open. */
  readonly maySeeTalks: boolean
  /** Who may be asked along, and who goes. */
  readonly offered: Offered
  /** Whether the visitor is asked along. */
  readonly isAsked: boolean
  /** Whether it is where no phone and no laptop may go, as far as the visitor may know. */
  readonly isSecure: boolean
}

/** To arrange a meeting, or to change what is arranged. */
export function AppointmentPage(p: AppointmentPageProps): JSX.Element {
  const title = p.known ? en.change : p.insteadOf === undefined ? en.arrange : en.arrangeInstead
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={title} form={p.form}>
      {p.theirs && (p.theirs.state === 'set' ? <Theirs one={p.theirs} /> : <Over one={p.theirs} />)}
      {p.known && p.isAsked && (
        <p>
          <a class="govuk-link" href={`/appointments/${p.known.rowId}/along`}>
            {alongWords.asked}: {alongWords.answerLink.toLowerCase()}
          </a>
        </p>
      )}
      <FactList
        facts={[...turnFacts(p.turn), ...runFacts(p.run), ...lastAimFacts(p.lastAim), ...alongFacts(p.offered.lines)]}
      />
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        {p.known && <input type="hidden" name="version" value={String(p.known.version)} />}
        {p.insteadOf !== undefined && <input type="hidden" name="instead" value={p.insteadOf} />}
        <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
        <TimeFields form={p.form} hint={en.atHint} />
        {p.hasClash && (
          <CheckboxesField
            form={p.form}
            name="both"
            label={en.clashes}
            items={[{ value: 'yes', label: en.keepBoth }]}
          />
        )}
        <RadiosField
          form={p.form}
          name="kind"
          label={en.kind}
          items={MEETING_KINDS.map(value => ({
            value,
            label: kindWords[value],
            conditional:
              value === 'meeting' ? (
                <>
                  <PlaceFields form={p.form} />
                  <SettingField form={p.form} />
                </>
              ) : undefined,
          }))}
        />
        <AlongField form={p.form} offered={p.offered} />
        <SelectField
          form={p.form}
          name="purpose"
          label={en.purpose}
          items={PURPOSES.map(value => ({ value, label: purposes[value] }))}
        />
        <TextField form={p.form} name="aim" label={en.aim} hint={en.aimHint} autocomplete="off" />
        <TextField form={p.form} name="method" label={en.method} hint={en.methodHint} autocomplete="off" />
        <TextField form={p.form} name="bring" label={en.bring} hint={en.bringHint} autocomplete="off" />
        <TextField form={p.form} name="needs" label={en.needs} hint={en.needsHint} autocomplete="off" />
        <TextField form={p.form} name="others" label={en.others} autocomplete="off" />
        <SelectField
          form={p.form}
          name="told"
          label={en.told}
          empty={en.toldNot}
          items={TOLD_WAYS.map(value => ({ value, label: toldWords[value] }))}
        />
        <DayField form={p.form} name="told-on" label={en.toldOn} hint={en.toldHint} />
        {p.mayKeepClose && (
          <CheckboxesField
            form={p.form}
            name="restricted"
            label={en.whoReads}
            hint={en.restrictedHint}
            items={[{ value: 'yes', label: en.restricted }]}
          />
        )}
        {p.whose !== undefined && (
          <CheckboxesField
            form={p.form}
            name="mine"
            label={en.whose}
            hint={en.whoseIs(p.whose)}
            items={[{ value: 'yes', label: en.takeOver }]}
          />
        )}
        <div class="cx-buttons">
          <Button>{p.known ? en.saveAnother : en.save}</Button>
          {p.known && (
            <Button href={`/appointments/${p.known.rowId}/call-off`} classes="govuk-button--secondary">
              {en.callOff}
            </Button>
          )}
        </div>
      </PostForm>
      {p.known && p.whose === undefined && (p.known.kind === 'home-visit' || p.known.kind === 'meeting') && (
        <p>
          <a class="govuk-link" href={`/appointments/${p.known.rowId}/visit`}>
            {en.beforeYouGoLong}
          </a>
        </p>
      )}
      {p.known && p.isSecure && (
        <p>
          <a class="govuk-link" href={`/appointments/${p.known.rowId}/paper`}>
            {settingWords.paperLink}
          </a>
        </p>
      )}
      {p.known && p.known.purpose === 'guidance' && p.maySeeTalks && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/school-data?appointment=${p.known.rowId}`}>
            {en.beforeTalk}
          </a>
        </p>
      )}
      {p.known && p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/appointment/${p.known.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

export function PlaceFields(p: { readonly form: FormState<'place' | 'room'> }): JSX.Element {
  return (
    <>
      <TextField form={p.form} name="place" label={en.place} hint={en.placeHint} autocomplete="off" />
      <SelectField
        form={p.form}
        name="room"
        label={en.room}
        empty={roomWords['not-checked']}
        items={ROOMS.filter(room => room !== 'not-checked').map(value => ({ value, label: roomWords[value] }))}
      />
    </>
  )
}

/** That somebody ended it meanwhile, over what was typed. */
export function Over(p: { readonly one: Appointment }): JSX.Element {
  return (
    <Alert kind="care" kindWord="Care" first={en.over}>
      {stateWords[p.one.state]}. {en.overText}
    </Alert>
  )
}

function Theirs(p: { readonly one: Appointment }): JSX.Element {
  const { one } = p
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.stale}>
        {en.staleText}
      </Alert>
      <SectionHead>{en.theirs}</SectionHead>
      <FactList
        facts={[
          { label: en.on, value: formatDay(one.onDay) },
          { label: en.at, value: hoursOf(one) },
          { label: en.kind, value: kindWords[one.kind] },
          { label: en.place, value: one.place },
          { label: en.room, value: one.room === null ? '' : roomWords[one.room] },
          { label: en.purpose, value: purposes[one.purpose] },
          { label: en.aim, value: one.aim },
          { label: en.method, value: one.method },
          { label: en.bring, value: one.bring },
          { label: en.needs, value: one.needs },
          { label: en.others, value: one.others },
          { label: en.told, value: one.toldHow === null ? en.toldNot : toldWords[one.toldHow] },
          { label: en.toldOn, value: one.toldOn === null ? '' : formatDay(one.toldOn) },
          { label: en.whoReads, value: one.isRestricted ? en.restricted : '' },
        ].filter(fact => fact.value !== '')}
      />
    </>
  )
}

/** Whether it is a first contact; nothing where that cannot be told. */
export function turnFacts(turn: Turn | undefined): { label: string; value: string }[] {
  return turn === undefined ? [] : [{ label: en.turn, value: turnWords[turn] }]
}

/** The run a meeting belongs to, and the part of it. */
export function runFacts(run: OfRun | undefined): { label: string; value: JSX.Element }[] {
  if (run === undefined) return []
  const value = (
    <>
      <a class="govuk-link" href={`/runs/${run.runId}`}>
        {run.title}
      </a>
      {run.part !== null && `, ${run.part}`}
    </>
  )
  return [{ label: runWords.ofRun, value }]
}

/** What the last meeting was to bring, and whether it did. */
export function lastAimFacts(last: LastAim | undefined): { label: string; value: string }[] {
  if (last === undefined) return []
  const went = en.lastAimWent(
    last.aimResult === null ? '' : aimResults[last.aimResult],
    last.aimWhy,
    formatDay(last.on),
  )
  return [{ label: en.lastAim, value: `${last.aim}. ${went}` }]
}

/** Which meeting it is: its kind, when and where. */
export function meetingFact(one: Appointment): { label: string; value: string } {
  return {
    label: kindWords[one.kind],
    value: [`${formatDay(one.onDay)}, ${hoursOf(one)}`, one.place].filter(Boolean).join(', '),
  }
}

/** To call a meeting off. */
export function CallOffPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<'reason' | 'words'>
  readonly known: Appointment
}): JSX.Element {
  const what = `${kindWords[p.known.kind]}, ${formatDay(p.known.onDay)}, ${p.known.atTime}`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.callOffTitle}
      form={p.form}
      back={{ href: `/appointments/${p.known.rowId}`, text: en.backToMeeting }}
    >
      <p>{en.callOffText(what)}</p>
      <PostForm action={`/appointments/${p.known.rowId}/call-off`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.known.version)} />
        <RadiosField
          form={p.form}
          name="reason"
          label={en.callOffWhy}
          items={CANCEL_REASONS.map(value => ({ value, label: reasonWords[value] }))}
        />
        <TextField form={p.form} name="words" label={en.callOffWords} autocomplete="off" />
        <Button>{en.callOff}</Button>
      </PostForm>
    </FramedPage>
  )
}
