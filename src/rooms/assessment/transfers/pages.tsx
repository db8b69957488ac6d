import type { JSX } from 'preact'
import { type Day, formatDay, isAfter, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { PARTS, type TransferPart } from './actions.ts'
import { ANSWERS, type Transfer, type TransferLine, type TransferState } from './transfer.ts'
import { agencyOf, answers, en, parts, states } from './words.ts'

const TONES: Readonly<Record<TransferState, 'note' | 'good' | 'care' | 'quiet'>> = {
  asked: 'note',
  received: 'good',
  nothing: 'quiet',
  refused: 'care',
  withdrawn: 'quiet',
}
const nameOf = ({ person }: PersonFrame) => `${person.given} ${person.family}`

/** What was asked of whom about somebody. */
export function TransfersPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly transfers: readonly Transfer[]
  readonly today: Day
}): JSX.Element {
  const here = `/people/${p.frame.person.id}/transfers`
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.titleOf(p.frame.person.given)} form={NO_FORM}>
      <p>{en.lead}</p>
      {p.frame.person.diedOn === null && (
        <div class="cx-buttons">
          <Button href={`${here}/new`}>{en.ask}</Button>
        </div>
      )}
      {p.transfers.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.titleOf(nameOf(p.frame))}
          rows={p.transfers}
          columns={[
            {
              key: 'agency',
              heading: en.agency,
              cell: one => (
                <a class="govuk-link" href={`/transfers/${one.rowId}`}>
                  {agencyOf(one)}
                </a>
              ),
            },
            { key: 'state', heading: en.state, cell: one => <State one={one} today={p.today} /> },
            {
              key: 'when',
              heading: en.when,
              tight: true,
              cell: one => shortDay(one.overOn ?? one.askedOn, p.today),
              phone: { label: en.when },
            },
          ]}
        />
      )}
    </FramedPage>
  )
}

function State(p: { readonly one: Transfer; readonly today: Day }): JSX.Element {
  const { state, dueOn } = p.one
  if (dueOn !== null && isAfter(p.today, dueOn))
    return <StatusTag kind="late">{en.lateSince(shortDay(dueOn, p.today))}</StatusTag>
  return <StatusTag kind={TONES[state]}>{states[state]}</StatusTag>
}

/** Asking an agency. */
export function AskPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}): JSX.Element {
  const { form, frame } = p
  const list = `/people/${frame.person.id}/transfers`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={en.askTitle(frame.person.given)}
      form={form}
      back={{ href: list, text: en.toList }}
    >
      <p>{en.ground}</p>
      <PostForm action={`${list}/new`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={form}
          name="from"
          label={en.from}
          hint={en.fromHint}
          empty=""
          items={p.organisations.map(one => ({ value: one.id, label: one.name }))}
        />
        <TextField form={form} name="from-name" label={en.fromOther} autocomplete="off" />
        <TextField form={form} name="whom" label={en.whom} hint={en.whomHint} autocomplete="off" />
        <TextareaField form={form} name="asks" label={en.asks} hint={en.asksHint} rows={4} />
        <RadiosField
          form={form}
          name="told"
          label={en.told}
          items={[
            { value: 'yes', label: en.toldYes },
            { value: 'not-yet', label: en.toldNotYet },
          ]}
        />
        <p class="cx-quiet">{en.sendNote}</p>
        <div class="cx-buttons">
          <Button>{en.send}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** One that was asked: how it stands, and what can be done. */
export function TransferPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly transfer: Transfer
  readonly form: FormState
  readonly typed: 'answer' | 'withdraw' | undefined
  /** Parts of the record the visitor sees. */
  readonly parts: readonly TransferPart[]
  readonly askedBy: string
  readonly mayCorrect: boolean
  readonly today: Day
}): JSX.Element {
  const { transfer: one, frame } = p
  const here = `/transfers/${one.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: one.version }
  const isOpen = one.state === 'asked' && frame.person.diedOn === null
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={agencyOf(one)}
      form={p.form}
      back={{ href: `/people/${one.personId}/transfers`, text: en.toList }}
    >
      <p>
        <State one={one} today={p.today} />
      </p>
      <FactList
        facts={[
          { label: en.askedBy, value: en.asked(p.askedBy, formatDay(one.askedOn)) },
          ...(one.whom === '' ? [] : [{ label: en.whom, value: one.whom }]),
          { label: en.asks, value: one.asks },
          { label: en.told, value: one.told === 'yes' ? en.toldYes : en.toldNotYet },
          ...(one.againOn === null
            ? []
            : [{ label: en.when, value: en.againTimes(one.again, formatDay(one.againOn)) }]),
          ...(one.dueOn === null ? [] : [{ label: en.state, value: en.dueOn(formatDay(one.dueOn)) }]),
          ...(one.overOn === null ? [] : [{ label: en.on, value: formatDay(one.overOn) }]),
          ...(one.words === '' ? [] : [{ label: en.words, value: one.words }]),
          ...(one.saidBy === '' ? [] : [{ label: en.saidBy, value: one.saidBy }]),
        ]}
      />
      {isOpen && (
        <>
          <StepForm {...sending} action={`${here}/again`} button={en.again} second />
          <SectionHead>{en.answerHead}</SectionHead>
          <StepForm {...sending} action={`${here}/answer`} button={en.keep}>
            <AnswerFields form={p.typed === 'answer' ? p.form : NO_FORM} parts={p.parts} />
          </StepForm>
          <StepBehind
            {...sending}
            action={`${here}/withdraw`}
            button={en.withdraw}
            summary={en.withdraw}
            open={p.typed === 'withdraw'}
          >
            <TextareaField form={p.typed === 'withdraw' ? p.form : NO_FORM} name="why" label={en.why} rows={2} />
          </StepBehind>
        </>
      )}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${one.personId}/misfiled/transfer/${one.rowId}`}>
            {en.misfiled}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function AnswerFields(p: { readonly form: FormState; readonly parts: readonly TransferPart[] }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="state"
        label={en.answer}
        items={ANSWERS.map(value => ({ value, label: answers[value] }))}
      />
      <TextareaField form={p.form} name="words" label={en.words} hint={en.wordsHint} rows={6} />
      <TextField form={p.form} name="said-by" label={en.saidBy} autocomplete="off" />
      <RadiosField
        form={p.form}
        name="part"
        label={en.part}
        hint={en.partHint}
        classes="govuk-radios--small"
        items={PARTS.filter(one => p.parts.includes(one)).map(value => ({ value, label: parts[value] }))}
      />
    </>
  )
}

/** What still waits for an answer, and who came without anybody having been asked. */
export function WaitingPage(p: {
  readonly visitor: Visitor
  readonly waiting: readonly TransferLine[]
  readonly fresh: readonly { readonly personId: string; readonly name: string; readonly since: Day }[]
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.waiting} current="/transfers">
      <PageHead title={en.waiting} lead={en.waitingLead} />
      {p.waiting.length === 0 ? (
        <EmptyState title={en.waitingNone}>{en.waitingNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.waiting}
          rows={p.waiting}
          stickyHead
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: one => (
                <a class="govuk-link" href={`/transfers/${one.rowId}`}>
                  {one.name}
                </a>
              ),
            },
            { key: 'agency', heading: en.agency, cell: agencyOf, phone: { label: en.agency } },
            {
              key: 'state',
              heading: en.state,
              cell: one => <State one={one} today={p.today} />,
              phone: { lead: true },
            },
          ]}
        />
      )}
      {p.fresh.length > 0 && (
        <>
          <SectionHead>{en.newHead}</SectionHead>
          <p>{en.newText}</p>
          <DataTable
            caption={en.newHead}
            rows={p.fresh}
            columns={[
              {
                key: 'who',
                heading: en.who,
                cell: one => (
                  <a class="govuk-link" href={`/people/${one.personId}`}>
                    {one.name}
                  </a>
                ),
              },
              { key: 'when', heading: en.when, cell: one => shortDay(one.since, p.today), phone: { label: en.when } },
              {
                key: 'ask',
                heading: en.ask,
                hidesHeading: true,
                cell: one => (
                  <a class="govuk-link cx-row-link" href={`/people/${one.personId}/transfers/new`}>
                    {en.ask}
                    <span class="govuk-visually-hidden">{en.openOf(one.name)}</span>
                  </a>
                ),
              },
            ]}
          />
        </>
      )}
    </StaffPage>
  )
}
