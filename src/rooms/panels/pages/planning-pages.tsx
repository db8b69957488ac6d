import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, HiddenField, PostForm, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, LinkTabs, PageHead } from '#web/shell/layout.tsx'
import { type Candidate, LISTS, type ListName, type Meeting, type Panel } from '../panel.ts'
import { en, lists } from '../words.ts'
import { whenOf } from './parts.tsx'

/** A new meeting, or one that is moved. */
export function MeetingFormPage(p: {
  readonly visitor: Visitor
  readonly panel: Panel
  readonly meeting: Meeting | undefined
  readonly form: FormState
}): JSX.Element {
  const title = p.meeting ? en.meetingChange : en.meetingTitle
  const back = p.meeting
    ? { href: `/panel-meetings/${p.meeting.rowId}`, text: en.backToMeeting }
    : { href: `/panels/${p.panel.rowId}`, text: en.backToPanel }
  return (
    <StaffPage visitor={p.visitor} title={title} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} lead={p.panel.title} back={back} form={p.form} />
      <PostForm action={p.meeting ? `${back.href}/move` : `${back.href}/meetings/new`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        {p.meeting && <input type="hidden" name="version" value={String(p.meeting.version)} />}
        <DayField form={p.form} name="on" label={en.dayAsk} />
        <TextField
          form={p.form}
          name="time"
          label={en.timeAsk}
          hint={en.timeHint}
          classes="govuk-input--width-5"
          autocomplete="off"
        />
        <TextField form={p.form} name="place" label={en.placeAsk} autocomplete="off" />
        <div class="cx-buttons">
          <Button>{p.meeting ? en.moveSave : en.planSave}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** Those on one list who are not on the agenda yet, several at once. */
export function PickPage(p: {
  readonly visitor: Visitor
  readonly panel: Panel
  readonly meeting: Meeting
  readonly list: ListName
  readonly form: FormState
  readonly people: readonly Candidate[]
}): JSX.Element {
  const at = `/panel-meetings/${p.meeting.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.pickTitle} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.pickTitle}
        lead={`${p.panel.title} · ${whenOf(p.meeting)}`}
        back={{ href: at, text: en.backToMeeting }}
        form={p.form}
      />
      <LinkTabs
        label={en.pickList}
        tabs={LISTS.map(list => ({
          href: `${at}/pick?list=${list}`,
          text: lists[list],
          current: list === p.list,
        }))}
      />
      {p.people.length === 0 ? (
        <EmptyState title={en.pickNone}>{en.pickNoneText}</EmptyState>
      ) : (
        <PostForm action={`${at}/pick`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="list" value={p.list} />
          <p>{en.pickLead}</p>
          <CheckboxesField
            form={p.form}
            name="who"
            label={en.pickAsk}
            classes="govuk-checkboxes--small cx-many"
            items={p.people.map(one => ({
              value: one.personId,
              label: (
                <>
                  {one.name}
                  {one.detail !== '' && <span class="cx-quiet"> · {one.detail}</span>}
                </>
              ),
            }))}
          />
          <TextField
            form={p.form}
            name="question"
            label={en.pickQuestionAsk}
            hint={en.pickQuestionHint}
            autocomplete="off"
          />
          <div class="cx-buttons">
            <Button>{en.pickSave}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}
