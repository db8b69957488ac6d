import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { ASKS, DISCLOSES } from '../forms.ts'
import type { Programme, Stage } from '../programme.ts'
import { asks, discloses, en } from '../words.ts'

type Named = { readonly id: string; readonly name: string }

/** A new programme, or one that is changed: who runs it and what its name tells of stay. */
export function KeepProgrammePage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  readonly organisations: readonly Named[]
  readonly programme: Programme | undefined
}): JSX.Element {
  const { form, programme } = p
  const title = programme === undefined ? en.addTitle : en.changeTitle
  const back = programme === undefined ? '/programmes' : `/programmes/${programme.id}`
  return (
    <StaffPage visitor={p.visitor} title={title} current="/programmes" hasErrors={form.errors.length > 0}>
      <PageHead title={title} back={{ href: back, text: programme?.name ?? en.title }} form={form} />
      <PostForm action={programme === undefined ? '/programmes/new' : `${back}/change`} csrfToken={p.visitor.csrfToken}>
        {programme !== undefined && <input type="hidden" name="version" value={String(programme.version)} />}
        <TextField form={form} name="name" label={en.nameAsk} autocomplete="off" />
        <TextareaField form={form} name="about" label={en.aboutAsk} rows={3} />
        {programme === undefined && (
          <>
            <SelectField
              form={form}
              name="run-by"
              label={en.runByAsk}
              empty={en.choose}
              items={p.organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              form={form}
              name="tells"
              label={en.tellsAsk}
              hint={en.tellsHint}
              empty="–"
              items={DISCLOSES.map(value => ({ value, label: discloses[value] }))}
            />
          </>
        )}
        {(['min-age', 'max-age'] as const).map(name => (
          <TextField
            form={form}
            name={name}
            label={name === 'min-age' ? en.minAgeAsk : en.maxAgeAsk}
            inputmode="numeric"
            autocomplete="off"
            classes="govuk-input--width-4"
          />
        ))}
        <CheckboxesField
          form={form}
          name="asks"
          label={en.asksAsk}
          items={ASKS.map(value => ({ value, label: asks[value] }))}
        />
        <TextareaField form={form} name="entry-words" label={en.entryWordsAsk} rows={3} />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** A stage of a programme: added after the last one, or changed. */
export function StagePage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  readonly programme: Programme
  readonly position: number
  readonly stage: Stage | undefined
  readonly advisers: readonly { readonly accountId: string; readonly name: string }[]
}): JSX.Element {
  const { form, programme, stage } = p
  const title = stage?.name ?? en.stageTitle(p.position)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/programmes" hasErrors={form.errors.length > 0}>
      <PageHead title={title} back={{ href: `/programmes/${programme.id}`, text: programme.name }} form={form} />
      <PostForm
        action={`/programmes/${programme.id}/stages/${stage?.position ?? 'new'}`}
        csrfToken={p.visitor.csrfToken}
      >
        {stage !== undefined && <input type="hidden" name="version" value={String(stage.version)} />}
        <TextField form={form} name="stage-name" label={en.stageName} autocomplete="off" />
        <TextField
          form={form}
          name="weeks"
          label={en.stageWeeks}
          hint={en.stageWeeksHint}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-4"
        />
        <TextareaField form={form} name="done-when" label={en.stageDone} rows={3} />
        <SelectField
          form={form}
          name="adviser"
          label={en.stageAdviser}
          hint={en.stageAdviserHint}
          empty={en.noAdviser}
          items={p.advisers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
        <Button>{en.save}</Button>
      </PostForm>
    </StaffPage>
  )
}
