import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { type Colleague, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, SelectField, TextareaField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Advice, TeamTask } from './advice.ts'
import { adviceStates, en } from './words.ts'

type Names = ReadonlyMap<string, string>

/** What somebody asked, and is asked. */
export function AdviceListPage(p: {
  readonly visitor: Visitor
  readonly advice: readonly Advice[]
  readonly names: Names
  readonly mayAsk: boolean
}): JSX.Element {
  const ask = p.mayAsk ? <Button href="/advice/new">{en.ask}</Button> : undefined
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/advice">
      <PageHead title={en.title} lead={en.lead} actions={p.advice.length > 0 ? ask : undefined} />
      {p.advice.length === 0 ? (
        <EmptyState title={en.none} action={ask}>
          {p.mayAsk ? en.noneText : en.noSpecialist}
        </EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.advice}
          columns={[
            {
              key: 'question',
              heading: en.question,
              wide: true,
              cell: one => (
                <a class="govuk-link" href={`/advice/${one.rowId}`}>
                  {one.question.slice(0, 120)}
                </a>
              ),
            },
            {
              key: 'who',
              heading: en.who,
              phone: { label: en.who },
              cell: one => en.asks(p.names.get(one.askedBy) ?? '', p.names.get(one.askedOf) ?? ''),
            },
            { key: 'when', heading: en.when, phone: { label: en.when }, cell: one => formatDay(one.askedOn) },
            {
              key: 'state',
              heading: en.state,
              phone: { lead: true },
              cell: one => <StateTag state={one.state} />,
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function StateTag({ state }: Pick<Advice, 'state'>): JSX.Element {
  const kinds = { asked: 'note', answered: 'good', withdrawn: 'quiet' } as const
  return (
    <StatusTag kind={kinds[state]} bare>
      {adviceStates[state]}
    </StatusTag>
  )
}

/** There is nobody to ask, or no team to say it of. */
export function NobodyPage(p: { readonly visitor: Visitor; readonly says: string }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/advice">
      <PageHead title={en.title} back={{ href: '/team', text: en.toTeam }} />
      <EmptyState title={p.says}>{en.nobodyText}</EmptyState>
    </StaffPage>
  )
}

/** Asking the specialist of one's team. */
export function AskAdvicePage(p: {
  readonly visitor: Visitor
  readonly task: TeamTask
  readonly specialist: string
  readonly form: FormState
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newTitle} current="/advice" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.newTitle}
        lead={en.newLead(p.specialist, p.task.about)}
        form={p.form}
        back={{ href: '/advice', text: en.toList }}
      />
      <PostForm action="/advice/new" csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="question" label={en.questionAsk} hint={en.questionHint} rows={5} />
        <div class="cx-buttons">
          <Button>{en.send}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** One question: the answer, or the way to give it. */
export function AdvicePage(p: {
  readonly visitor: Visitor
  readonly advice: Advice
  readonly names: Names
  readonly me: string
  readonly form: FormState
}): JSX.Element {
  const { advice: one } = p
  const sending = { csrfToken: p.visitor.csrfToken, version: one.version }
  return (
    <StaffPage visitor={p.visitor} title={en.oneTitle} current="/advice" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.oneTitle}
        lead={en.asks(p.names.get(one.askedBy) ?? '', p.names.get(one.askedOf) ?? '')}
        form={p.form}
        back={{ href: '/advice', text: en.toList }}
      />
      <p>
        <StateTag state={one.state} />
      </p>
      <FactList
        facts={[
          { label: en.question, value: one.question },
          ...(one.answeredOn === null ? [] : [{ label: en.answered(formatDay(one.answeredOn)), value: one.answer }]),
        ]}
      />
      {one.state === 'asked' && one.askedOf === p.me && (
        <StepForm action={`/advice/${one.rowId}`} {...sending} button={en.sendAnswer}>
          <TextareaField form={p.form} name="answer" label={en.answerAsk} rows={5} />
        </StepForm>
      )}
      {one.state === 'asked' && one.askedBy === p.me && (
        <StepForm action={`/advice/${one.rowId}/take-back`} {...sending} button={en.takeBack} second />
      )}
    </StaffPage>
  )
}

/** Whether a team takes it on together, on its page. */
export function TaskPart(p: {
  readonly task: TeamTask | undefined
  readonly specialist: string
  readonly isSpecialist: boolean
  readonly leads: boolean
}): JSX.Element {
  return (
    <>
      <SectionHead>{en.taskHead}</SectionHead>
      <p>{p.task === undefined ? en.taskOff : en.taskOn(p.specialist, p.task.about)}</p>
      <div class="cx-buttons">
        {p.task !== undefined && !p.isSpecialist && (
          <Button href="/advice/new" classes="govuk-button--secondary">
            {en.ask}
          </Button>
        )}
        {p.leads && (
          <Button href="/team/task" classes="govuk-button--secondary">
            {p.task === undefined ? en.taskWay : en.taskChange}
          </Button>
        )}
      </div>
    </>
  )
}

/** A team leader says that the team takes it on together, and who is asked. */
export function TaskPage(p: {
  readonly visitor: Visitor
  readonly advisers: readonly Colleague[]
  readonly task: TeamTask | undefined
  readonly form: FormState
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.taskTitle} current="/team" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.taskTitle} lead={en.taskLead} form={p.form} back={{ href: '/team', text: en.toTeam }} />
      <PostForm action="/team/task" csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="specialist"
          label={en.specialistAsk}
          empty=""
          items={p.advisers.map(one => ({ value: one.accountId, label: one.name }))}
        />
        <TextareaField form={p.form} name="about" label={en.aboutAsk} rows={3} />
        <div class="cx-buttons">
          <Button>{en.saveTask}</Button>
        </div>
      </PostForm>
      {p.task !== undefined && (
        <StepForm
          action="/team/task/end"
          csrfToken={p.visitor.csrfToken}
          version={p.task.version}
          button={en.endTask}
          second
        />
      )}
    </StaffPage>
  )
}
