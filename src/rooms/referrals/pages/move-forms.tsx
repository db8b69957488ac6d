import type { ComponentChildren, JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import type { Person } from '../house.ts'
import { DECLINE_REASONS, type Move, OUTCOMES, type Referral, WITHDRAW_REASONS } from '../referral.ts'
import { declineReasons, en, outcomes, withdrawReasons } from '../words.ts'

type Moves = {
  readonly visitor: Visitor
  readonly referral: Referral
  readonly moves: ReadonlySet<Move>
  /** What the receiver goes through before it answers; none by a link. */
  readonly stages?: readonly string[]
  readonly workers: readonly Person[]
  readonly lead: string | undefined
  readonly form: FormState
  readonly typed: Move | undefined
  /** Below which its steps are sent; by a link another than the referral’s own page. */
  readonly base?: string
  /** What is said where whoever accepts is not chosen. */
  readonly acceptAs?: string
}

/** Every step that is the visitor's: the likeliest open, the others behind a line each. */
export function MoveForms(p: Moves): JSX.Element {
  const has = (move: Move) => p.moves.has(move)
  return (
    <>
      {has('accept') && <Accept {...p} />}
      {has('tell') && (
        <MoveForm {...p} move="tell" button={en.tellMore}>
          <Words {...p} move="tell" label={en.tellWhat} />
        </MoveForm>
      )}
      {has('start') && <MoveForm {...p} move="start" button={en.start} />}
      {has('read') && <MoveForm {...p} move="read" button={en.read} />}
      {has('decline') && (
        <Behind {...p} move="decline" summary={en.decline}>
          <RadiosField
            form={formOf(p, 'decline')}
            name="decline-reason"
            label={en.declineWhy}
            items={DECLINE_REASONS.map(value => ({ value, label: declineReasons[value] }))}
          />
          <Words {...p} move="decline" label={en.words} />
        </Behind>
      )}
      {has('stage') && p.stages !== undefined && p.stages.length > 0 && (
        <Behind {...p} move="stage" summary={en.stage}>
          <RadiosField
            form={p.typed === 'stage' ? p.form : { ...NO_FORM, answers: { stage: p.referral.stage } }}
            name="stage"
            label={en.stageWhich}
            items={p.stages.map(value => ({ value, label: value }))}
          />
          <Words {...p} move="stage" label={en.words} />
        </Behind>
      )}
      {has('ask') && (
        <Behind {...p} move="ask" summary={en.ask}>
          <Words {...p} move="ask" label={en.askWhat} />
        </Behind>
      )}
      {has('end') && (
        <Behind {...p} move="end" summary={en.end}>
          <RadiosField
            form={formOf(p, 'end')}
            name="outcome"
            label={en.endWhat}
            items={OUTCOMES.map(value => ({ value, label: outcomes[value] }))}
          />
          <Words {...p} move="end" label={en.words} />
        </Behind>
      )}
      {has('assign') && p.workers.length > 1 && (
        <Behind {...p} move="assign" summary={en.assign}>
          <SelectField
            form={formOf(p, 'assign')}
            name="assign-worker"
            label={en.acceptWho}
            empty={en.choose}
            items={p.workers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
        </Behind>
      )}
      {has('withdraw') && (
        <Behind {...p} move="withdraw" summary={en.withdraw}>
          <RadiosField
            form={formOf(p, 'withdraw')}
            name="withdraw-reason"
            label={en.declineWhy}
            items={WITHDRAW_REASONS.map(value => ({ value, label: withdrawReasons[value] }))}
          />
          <Words {...p} move="withdraw" label={en.words} />
        </Behind>
      )}
    </>
  )
}

/** What was typed belongs to one of the forms; the others stand empty. */
function formOf(p: Moves, move: Move): FormState {
  return p.typed === move ? p.form : NO_FORM
}

type Moving = Moves & { readonly move: Move; readonly children?: ComponentChildren }

/** What a form of one step needs to be sent. */
function sending(p: Moving) {
  const { referral, visitor, move } = p
  return {
    action: `${p.base ?? `/referrals/${referral.rowId}`}/${move}`,
    csrfToken: visitor.csrfToken,
    version: referral.version,
  }
}

function MoveForm(p: Moving & { readonly button: string }): JSX.Element {
  return (
    <StepForm {...sending(p)} button={p.button}>
      {p.children}
    </StepForm>
  )
}

function Behind(p: Moving & { readonly summary: string }): JSX.Element {
  return (
    <StepBehind {...sending(p)} summary={p.summary} button={p.summary} open={p.typed === p.move}>
      {p.children}
    </StepBehind>
  )
}

function Words(p: Moves & { readonly move: Move; readonly label: string }): JSX.Element {
  return (
    <TextareaField form={formOf(p, p.move)} name={`${p.move}-words`} label={p.label} hint={en.wordsHint} rows={3} />
  )
}

function Accept(p: Moves): JSX.Element {
  return (
    <MoveForm {...p} move="accept" button={en.accept}>
      {p.acceptAs !== undefined && <p>{p.acceptAs}</p>}
      {p.acceptAs === undefined && p.lead === undefined && (
        <SelectField
          form={formOf(p, 'accept')}
          name="worker"
          label={en.acceptWho}
          {...(p.workers.length === 1 ? {} : { empty: en.choose })}
          items={p.workers.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
      )}
      {p.lead !== undefined && <p>{en.acceptLead(p.lead)}</p>}
    </MoveForm>
  )
}
