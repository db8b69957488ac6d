import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, SectionHead } from '#web/shell/layout.tsx'
import { fieldsOf } from '../forms.ts'
import type { Session } from '../house.ts'
import { ACHIEVEMENT, SAID, type Talk } from '../talk.ts'
import { en, marks, said } from '../words.ts'
import { Beside, type TalkPageProps } from './talk-page.tsx'

type Common = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly talk: Talk
  readonly form: FormState
}
const backTo = (talk: Talk) => ({ href: `/talks/${talk.rowId}`, text: en.toTalk })

/** Their aim, what it asks for, and the challenge both ways, with what is known beside it. */
export function AimPage(
  p: Common & Pick<TalkPageProps, 'facts' | 'aims' | 'today'> & { readonly isStale: boolean },
): JSX.Element {
  const { form, talk } = p
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.aimTitle} form={form} back={backTo(talk)}>
      <p>{en.besideNote}</p>
      <SectionHead>{p.isStale ? en.theirsNow : en.beside}</SectionHead>
      <Beside {...p} />
      <PostForm action={`/talks/${talk.rowId}/aim`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(talk.version)} />
        <TextareaField form={form} name="aim-words" label={en.aimWords} hint={en.aimWordsHint} rows={2} />
        <TextareaField form={form} name="aim-asks" label={en.aimAsks} hint={en.aimAsksHint} rows={3} />
        <TextField form={form} name="aim-source" label={en.aimSource} hint={en.aimSourceHint} autocomplete="off" />
        <DayField form={form} name="aim-on" label={en.aimOn} />
        <TextareaField form={form} name="higher" label={en.higher} hint={en.higherHint} rows={3} />
        <TextareaField form={form} name="takes" label={en.takes} hint={en.takesHint} rows={3} />
        <TextareaField form={form} name="aim-answer" label={en.aimAnswer} hint={en.aimAnswerHint} rows={2} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** Tying it to the session that was recorded, and what was talked about. */
export function HoldPage(p: Common & { readonly sessions: readonly Session[] }): JSX.Element {
  const { form, talk } = p
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.holdTitle} form={form} back={backTo(talk)}>
      <p>{en.holdLead}</p>
      {p.sessions.length === 0 ? (
        <EmptyState title={en.noSessions}>{en.noSessionsText}</EmptyState>
      ) : (
        <PostForm action={`/talks/${talk.rowId}/session`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="version" value={String(talk.version)} />
          <RadiosField
            form={form}
            name="session"
            label={en.which}
            hint={en.whichHint}
            classes="govuk-radios--small"
            items={p.sessions.map(one => ({ value: one.rowId, label: `${formatDay(one.on)}: ${one.said}` }))}
          />
          <TextareaField form={form} name="about" label={en.about} rows={6} />
          <div class="cx-buttons">
            <Button>{en.save}</Button>
          </div>
        </PostForm>
      )}
      <p>
        <a class="govuk-link" href={`/people/${talk.personId}/contacts/new`}>
          {en.recordSession}
        </a>
      </p>
    </FramedPage>
  )
}

/** What the adviser saw them learn. What the young person says stands on a page of their own. */
export function LearntPage(p: Common): JSX.Element {
  const { form, talk } = p
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.learntTitle} form={form} back={backTo(talk)}>
      <p>{en.learntLead}</p>
      <PostForm action={`/talks/${talk.rowId}/learnt`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(talk.version)} />
        {ACHIEVEMENT.map(mark => {
          const n = fieldsOf(mark)
          return (
            <>
              <RadiosField
                form={form}
                name={n.said}
                label={marks[mark]}
                classes="govuk-radios--small govuk-radios--inline"
                items={SAID.map(value => ({ value, label: said[value] }))}
              />
              <TextareaField
                form={form}
                name={n.evidence}
                label={
                  <>
                    {en.evidence}
                    <span class="govuk-visually-hidden">{en.needOf(marks[mark])}</span>
                  </>
                }
                rows={2}
              />
            </>
          )
        })}
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}
