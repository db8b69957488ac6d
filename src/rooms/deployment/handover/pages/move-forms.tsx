import type { ComponentChildren, JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { RadiosField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { DECLINE_REASONS, type Move, WISHES, WITHDRAW_REASONS } from '../handover.ts'
import { declineReasons, en, wishes, withdrawReasons } from '../words.ts'
import { type HandoverPageProps, meetingWords } from './handover-page.tsx'
import { nameOf } from './shared.tsx'

/** Every step that is the visitor's: the likeliest open, the others behind a line each. */
export function MoveForms(p: HandoverPageProps): JSX.Element {
  const has = (move: Move) => p.moves.has(move)
  return (
    <>
      {has('accept') && (
        <MoveForm {...p} move="accept" button={en.acceptButton}>
          <p>{p.isGone ? en.acceptGone : en.acceptText(nameOf(p.names, p.handover.fromId))}</p>
        </MoveForm>
      )}
      {has('met') && <Met {...p} />}
      {has('complete') && (
        <MoveForm {...p} move="complete" button={en.completeButton}>
          <p>{en.completeText(nameOf(p.names, p.handover.toId))}</p>
        </MoveForm>
      )}
      {has('decline') && (
        <Behind {...p} move="decline" summary={en.declineButton}>
          <RadiosField
            form={formOf(p, 'decline')}
            name="decline-reason"
            label={en.declineWhy}
            items={DECLINE_REASONS.map(value => ({ value, label: declineReasons[value] }))}
          />
          <TextareaField form={formOf(p, 'decline')} name="decline-words" label={en.yourWords} rows={2} />
        </Behind>
      )}
      {has('wish') && (
        <Behind {...p} move="wish" summary={en.changeWish} button={en.saveWish}>
          <RadiosField
            form={formOf(p, 'wish')}
            name="said-wish"
            label={en.wish}
            items={WISHES.map(value => ({ value, label: wishes[value] }))}
          />
          <TextareaField form={formOf(p, 'wish')} name="said-words" label={en.wishWords} rows={2} />
          <TextareaField
            form={formOf(p, 'wish')}
            name="said-answer"
            label={en.wishAnswer}
            hint={en.wishAnswerHint}
            rows={2}
          />
        </Behind>
      )}
      {has('withdraw') && (
        <Behind {...p} move="withdraw" summary={en.withdrawButton}>
          <RadiosField
            form={formOf(p, 'withdraw')}
            name="withdraw-reason"
            label={en.declineWhy}
            items={WITHDRAW_REASONS.map(value => ({ value, label: withdrawReasons[value] }))}
          />
          <TextareaField form={formOf(p, 'withdraw')} name="withdraw-words" label={en.yourWords} rows={2} />
        </Behind>
      )}
    </>
  )
}

/** Which contact it was; where there is none, the way to write one down. */
function Met(p: HandoverPageProps): JSX.Element {
  if (p.meetings.length === 0) return <p>{en.metNone}</p>
  return (
    <MoveForm {...p} move="met" button={en.metButton}>
      <RadiosField
        form={formOf(p, 'met')}
        name="meeting"
        label={en.metText}
        items={p.meetings.map(one => ({ value: one.rowId, label: meetingWords(one, p.names, p.today) }))}
      />
    </MoveForm>
  )
}

/** What was typed belongs to one of the forms; what is on record stands in the one that changes it. */
function formOf(p: HandoverPageProps, move: Move): FormState {
  if (p.typed === move) return p.form
  const { wish, wishWords, wishAnswer } = p.handover
  if (move !== 'wish') return NO_FORM
  return { ...NO_FORM, answers: { 'said-wish': wish, 'said-words': wishWords, 'said-answer': wishAnswer } }
}

type Moving = HandoverPageProps & { readonly move: Move; readonly children?: ComponentChildren }

/** What a form of one step needs to be sent. */
function sending(p: Moving) {
  const { handover, visitor, move } = p
  return { action: `/hand-overs/${handover.rowId}/${move}`, csrfToken: visitor.csrfToken, version: handover.version }
}

function MoveForm(p: Moving & { readonly button: string }): JSX.Element {
  return (
    <StepForm {...sending(p)} button={p.button}>
      {p.children}
    </StepForm>
  )
}

function Behind(p: Moving & { readonly summary: string; readonly button?: string }): JSX.Element {
  return (
    <StepBehind {...sending(p)} summary={p.summary} button={p.button ?? p.summary} open={p.typed === p.move}>
      {p.children}
    </StepBehind>
  )
}
