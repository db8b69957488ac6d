import type { JSX } from 'preact'
import type { RowId } from '#ground/ids.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  HiddenField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { GROUP_KINDS } from '../../contact.ts'
import { RAN, WITH } from '../forms.ts'
import { type GroupSession, TELLS } from '../group.ts'
import { en, groupKinds, tells } from '../words.ts'
import { whenOf } from './shared.tsx'

/** Somebody who may be chosen: an account or a young person. */
export type Choosable = { readonly value: string; readonly label: string }

type Shared =
  | 'kind'
  | 'title'
  | 'on'
  | 'time'
  | 'minutes'
  | 'place'
  | 'tells'
  | (typeof WITH)[number]
  | 'notes'
  | 'newcomers'
  | 'newcomer-words'
export type NewFields = Shared | 'id' | 'came'
export type ChangeFields = Shared | (typeof RAN)[number] | 'why'

/** A new session: who came first, and what is the same for all. */
export function NewSessionPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<NewFields>
  readonly runners: readonly Choosable[]
  readonly people: readonly Choosable[]
  /** It is saved already, and the form says something else since. */
  readonly savedAs: RowId | undefined
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newOne} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.newOne} back={{ href: '/groups', text: en.backToList }} form={p.form} />
      {p.savedAs !== undefined && <SavedAlready at={`/groups/${p.savedAs}`} />}
      <PostForm action="/groups/new" csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        <What form={p.form} />
        {p.people.length > 0 && (
          <CheckboxesField
            form={p.form}
            name="came"
            label={en.cameAsk}
            hint={en.cameHint}
            classes="govuk-checkboxes--small cx-many"
            items={p.people}
          />
        )}
        <Rest form={p.form} />
        <SectionHead>{en.ranIt}</SectionHead>
        <Colleagues form={p.form} names={WITH} runners={p.runners} ask={en.withAsk} />
        <div class="cx-buttons">
          <Button name="then" value="open">
            {en.save}
          </Button>
          <Button name="then" value="parts" classes="govuk-button--secondary">
            {en.saveParts}
          </Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

export function SavedAlready({ at }: { readonly at: string }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={en.savedAlready}>
        {en.savedAlreadyText}
      </Alert>
      <p>
        <a class="govuk-link" href={`${at}/change`}>
          {en.change}
        </a>
      </p>
      <p>
        <a class="govuk-link" href={`${at}/people`}>
          {en.addPeople}
        </a>
      </p>
    </>
  )
}

/** A session that is put right, with the reason. */
export function ChangeSessionPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<ChangeFields>
  readonly runners: readonly Choosable[]
  readonly session: GroupSession
  readonly isStale: boolean
}): JSX.Element {
  const title = en.changeTitle(p.session.title)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} back={{ href: `/groups/${p.session.rowId}`, text: en.back }} form={p.form} />
      {p.isStale && (
        <>
          <Alert kind="care" kindWord="Care" first={en.stale}>
            {en.staleText}
          </Alert>
          <p>
            <strong>{p.session.title}</strong>, {whenOf(p.session)}
          </p>
          <p class="cx-lines">{p.session.notes}</p>
        </>
      )}
      <PostForm action={`/groups/${p.session.rowId}/change`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(p.session.version)} />
        <What form={p.form} />
        <Rest form={p.form} />
        <SectionHead>{en.ranIt}</SectionHead>
        <Colleagues form={p.form} names={RAN} runners={p.runners} ask={en.ranAsk} />
        <TextField form={p.form} name="why" label={en.whyAsk} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{en.saveChanges}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

export function What(p: { readonly form: FormState<Shared> }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="kind"
        label={en.kindAsk}
        classes="govuk-radios--inline"
        items={GROUP_KINDS.map(value => ({ value, label: groupKinds[value] }))}
      />
      <TextField form={p.form} name="title" label={en.titleAsk} hint={en.titleHint} autocomplete="off" />
      <DayField form={p.form} name="on" label={en.dayAsk} />
      <div class="cx-field-row">
        <TextField
          form={p.form}
          name="time"
          label={en.timeAsk}
          hint={en.timeHint}
          autocomplete="off"
          classes="govuk-input--width-5"
        />
        <TextField
          form={p.form}
          name="minutes"
          label={en.minutesAsk}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-4"
        />
      </div>
      <TextField form={p.form} name="place" label={en.placeAsk} autocomplete="off" />
    </>
  )
}

function Rest(p: { readonly form: FormState<Shared> }): JSX.Element {
  return (
    <>
      <TextareaField form={p.form} name="notes" label={en.notesAsk} hint={en.notesHint} rows={5} />
      <Tells form={p.form} />
      <SectionHead>{en.newcomersTitle}</SectionHead>
      <TextField
        form={p.form}
        name="newcomers"
        label={en.newcomersAsk}
        inputmode="numeric"
        autocomplete="off"
        classes="govuk-input--width-3"
      />
      <TextField
        form={p.form}
        name="newcomer-words"
        label={en.newcomerWordsAsk}
        hint={en.newcomerWordsHint}
        autocomplete="off"
      />
    </>
  )
}

/** What the very name of it tells of those who come (K6). */
export function Tells(p: { readonly form: FormState<'tells'> }): JSX.Element {
  return (
    <SelectField
      form={p.form}
      name="tells"
      label={en.tellsAsk}
      hint={en.tellsHint}
      items={[0, ...TELLS].map(bit => ({ value: String(bit), label: tells[String(bit)] ?? '' }))}
    />
  )
}

export function Colleagues<Name extends string>(p: {
  readonly form: FormState<Name>
  readonly names: readonly NoInfer<Name>[]
  readonly runners: readonly Choosable[]
  readonly ask: (n: number) => string
}): JSX.Element {
  return (
    <div class="cx-field-row">
      {p.names.map((name, i) => (
        <SelectField form={p.form} name={name} label={p.ask(i + 1)} empty={en.withNobody} items={p.runners} />
      ))}
    </div>
  )
}
