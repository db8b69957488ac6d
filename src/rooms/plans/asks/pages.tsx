import type { JSX } from 'preact'
import { type Day, formatDay, isAfter, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Goal, Target } from '../plan.ts'
import type { Ask, Asked } from './ask.ts'
import { type OwnerStanding, ownerStandingOf } from './rules.ts'
import { askStates, en } from './words.ts'

type Said = { readonly kind: 'late' | 'note' | 'good' | 'care' | 'quiet'; readonly text: string }

function saidOf(standing: OwnerStanding, today: Day): Said {
  if (standing.is === 'unasked') return { kind: 'quiet', text: en.unasked }
  if (standing.is === 'changed') return { kind: 'care', text: en.changed }
  const { answeredOn, answerBy } = standing.ask
  const on = answeredOn === null ? '' : shortDay(answeredOn)
  if (standing.is === 'yes') return { kind: 'good', text: en.yes(on) }
  if (standing.is === 'no') return { kind: 'late', text: en.no(on) }
  return isAfter(today, answerBy)
    ? { kind: 'late', text: en.late(shortDay(answerBy)) }
    : { kind: 'note', text: en.asked(shortDay(answerBy)) }
}

/** Under the name of a partner who owns a target: whether they said that they take it on, and the way to ask. */
export function OwnerLine(p: {
  readonly target: Target
  readonly asks: readonly Ask[]
  readonly today: Day
  readonly mayWrite: boolean
}): JSX.Element | null {
  const { target } = p
  const standing = ownerStandingOf(target, p.asks)
  if (standing === undefined) return null
  if (target.state !== 'open' && standing.is === 'unasked') return null
  const said = saidOf(standing, p.today)
  return (
    <div>
      <StatusTag kind={said.kind} bare>
        {said.text}
      </StatusTag>
      {p.mayWrite && target.state === 'open' && (
        <>
          {' '}
          <a class="govuk-link" href={`/people/${target.personId}/plan/targets/${target.rowId}/partner`}>
            {standing.is === 'unasked' ? en.way : en.see}
            <span class="govuk-visually-hidden">{en.wayOf(target.what)}</span>
          </a>
        </>
      )}
    </div>
  )
}

function targetFacts(target: Pick<Target, 'what' | 'dueOn' | 'support'>) {
  return [
    { label: en.what, value: target.what },
    { label: en.due, value: target.dueOn === null ? en.noDay : formatDay(target.dueOn) },
    ...(target.support === '' ? [] : [{ label: en.support, value: target.support }]),
  ]
}

/** Asking the partner who owns a target, or writing down what they told. */
export function AskPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly target: Target
  readonly asks: readonly Ask[]
  readonly askable: readonly Asked[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly today: Day
}): JSX.Element {
  const { target, frame } = p
  const here = `/people/${frame.person.id}/plan/targets/${target.rowId}/partner`
  const standing = ownerStandingOf(target, p.asks) ?? { is: 'unasked' }
  const said = saidOf(standing, p.today)
  const told = <ToldFields form={p.form} />
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={en.title(target.ownerName)}
      form={p.form}
      back={{ href: `/people/${frame.person.id}/plan`, text: en.toPlan }}
    >
      <p>{en.lead}</p>
      <FactList
        facts={[
          ...targetFacts(target),
          {
            label: en.standing,
            value: (
              <StatusTag kind={said.kind} bare>
                {said.text}
              </StatusTag>
            ),
          },
        ]}
      />
      <PostForm action={here} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(target.version)} />
        <RadiosField
          form={p.form}
          name="how"
          label={en.how}
          items={[
            {
              value: 'ask',
              label: en.howAsk,
              conditional:
                p.askable.length === 0 ? (
                  <p>{en.nobody}</p>
                ) : (
                  <SelectField
                    form={p.form}
                    name="whom"
                    label={en.whom}
                    hint={en.whomHint}
                    empty={en.choose}
                    items={p.askable.map(one => ({ value: one.accountId, label: `${one.name}, ${one.organisation}` }))}
                  />
                ),
            },
            { value: 'told', label: en.howTold, conditional: told },
          ]}
        />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
      <AskHistory {...p} />
    </FramedPage>
  )
}

function ToldFields({ form }: { form: FormState }): JSX.Element {
  return (
    <>
      <TextField form={form} name="who" label={en.who} hint={en.whoHint} autocomplete="off" />
      <DayField form={form} name="on" label={en.on} />
      <SaysFields form={form} label={en.says} />
    </>
  )
}

function SaysFields({ form, label }: { form: FormState; label: string }): JSX.Element {
  return (
    <>
      <RadiosField
        form={form}
        name="says"
        label={label}
        classes="govuk-radios--small"
        items={[
          { value: 'yes', label: en.saysYes },
          { value: 'no', label: en.saysNo },
        ]}
      />
      <TextareaField form={form} name="words" label={en.words} hint={en.wordsHint} rows={3} />
    </>
  )
}

function AskHistory(p: {
  readonly visitor: Visitor
  readonly target: Target
  readonly asks: readonly Ask[]
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  const waiting = p.asks.find(one => one.state === 'asked')
  const nameOf = (id: string | null) => (id === null ? '' : (p.names.get(id) ?? ''))
  return (
    <>
      <SectionHead>{en.history}</SectionHead>
      {p.asks.length === 0 ? (
        <p class="cx-quiet">{en.none}</p>
      ) : (
        <DataTable
          caption={en.historyCaption}
          rows={p.asks}
          columns={[
            { key: 'when', heading: en.when, tight: true, cell: one => shortDay(one.askedOn), phone: { lead: true } },
            {
              key: 'who',
              heading: en.of,
              phone: { label: en.of },
              cell: one =>
                one.askedAccount === null ? (
                  <>
                    {one.who}
                    <div class="cx-quiet">{en.wroteDown(nameOf(one.askedBy))}</div>
                  </>
                ) : (
                  nameOf(one.askedAccount)
                ),
            },
            {
              key: 'state',
              heading: en.state,
              phone: { label: en.state },
              cell: one => (
                <>
                  {askStates[one.state]}
                  {one.answeredOn !== null && <div class="cx-quiet">{en.saidBy(shortDay(one.answeredOn))}</div>}
                </>
              ),
            },
            {
              key: 'said',
              heading: en.said,
              wide: true,
              phone: { label: en.said },
              cell: one => (
                <>
                  {en.askedLine(one.what, one.dueOn === null ? null : shortDay(one.dueOn))}
                  {one.words !== '' && <div>“{one.words}”</div>}
                </>
              ),
            },
          ]}
        />
      )}
      {waiting && (
        <StepForm
          action={`/plan-asks/${waiting.rowId}/take-back`}
          csrfToken={p.visitor.csrfToken}
          version={waiting.version}
          button={`${en.takeBack}${en.takeBackOf(nameOf(waiting.askedAccount))}`}
          second
        />
      )}
    </>
  )
}

/** What the colleague who is asked reads and answers: the step, and nothing more of the plan. */
export function AnswerPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly ask: Ask
  /** The target as it stands; undefined where it is not on view any more. */
  readonly target: Target | undefined
  readonly goal: Goal | undefined
  readonly isOpen: boolean
  readonly asker: string
  readonly form: FormState
}): JSX.Element {
  const { ask, frame } = p
  return (
    <FramedPage visitor={p.visitor} frame={frame} title={en.answerTitle(frame.person.given)} form={p.form}>
      <p>{en.answerLead(p.asker)}</p>
      <FactList
        facts={[
          ...(p.goal === undefined ? [] : [{ label: en.goal, value: `“${p.goal.words}”` }]),
          ...targetFacts({ what: ask.what, dueOn: ask.dueOn, support: p.isOpen ? (p.target?.support ?? '') : '' }),
          { label: en.forPartner, value: ask.ownerName },
          ...(ask.words === '' ? [] : [{ label: en.words, value: `“${ask.words}”` }]),
        ]}
      />
      {ask.answeredOn !== null && <p>{en.answered(askStates[ask.state], formatDay(ask.answeredOn))}</p>}
      {ask.state === 'withdrawn' && <p>{en.withdrawn}</p>}
      {ask.state === 'asked' && !p.isOpen && <p>{en.over}</p>}
      {ask.state === 'asked' && p.isOpen && (
        <StepForm
          action={`/plan-asks/${ask.rowId}`}
          csrfToken={p.visitor.csrfToken}
          version={ask.version}
          button={en.answer}
        >
          <SaysFields form={p.form} label={en.take} />
        </StepForm>
      )}
    </FramedPage>
  )
}
