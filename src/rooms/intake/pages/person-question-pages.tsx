import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { Person } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, PostForm, RadiosField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, PageHead } from '#web/shell/layout.tsx'
import type { PersonQuestion } from '../run.ts'
import { en, questionKinds } from '../words.ts'
import { ComparedSides, type Side } from './question-pages.tsx'

/** At 16 the say is theirs: what they said, when, and who says that they said it. */
export function ObjectionPage(p: {
  visitor: Visitor
  question: PersonQuestion
  person: Person
  form: FormState<'objects' | 'on' | 'by'>
}): JSX.Element {
  const { person } = p
  const name = `${person.given} ${person.family}`
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${questionKinds.objection} ${name}`}
      current="/questions"
      hasErrors={p.form.errors.length > 0}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead over={questionKinds.objection} title={name} lead={en.objectionLead} />
      <FactList
        facts={[
          { label: en.born, value: person.bornOn === null ? en.unknown : formatDay(person.bornOn) },
          {
            label: en.onRecord,
            value: (
              <a class="govuk-link" href={`/people/${person.id}`}>
                {name}
              </a>
            ),
          },
        ]}
      />
      <p class="govuk-body">
        <strong>{en.askThem(name)}</strong>
      </p>
      <PostForm action={`/questions/${p.question.id}`} csrfToken={p.visitor.csrfToken}>
        <RadiosField
          form={p.form}
          name="objects"
          label={en.objectionStands}
          items={[
            { value: 'yes', label: en.objects },
            { value: 'no', label: en.objectsNot },
          ]}
        />
        <DayField form={p.form} name="on" label={en.saidOn} hint={en.saidOnHint} />
        <TextField form={p.form} name="by" label={en.saidBy} hint={en.saidByHint} autocomplete="off" />
        <Button>{en.saveAnswer}</Button>
      </PostForm>
    </StaffPage>
  )
}

/** Two records beside each other that may be one person. */
export function PairPage(p: {
  visitor: Visitor
  question: PersonQuestion
  /** Where the two are joined, for whoever may. */
  joinHref: string | undefined
  sides: readonly Side[]
  trouble: string | undefined
}): JSX.Element {
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${questionKinds.alike}: ${p.sides[0]?.name ?? ''}`}
      current="/questions"
      hasErrors={p.trouble !== undefined}
    >
      <PageHead title={questionKinds.alike} lead={p.question.state === 'kept' ? en.alikeKept : en.alikeLead} />
      {p.trouble !== undefined && <p class="govuk-error-message">{p.trouble}</p>}
      <ComparedSides caption={questionKinds.alike} sides={p.sides} />
      <p class="govuk-body">{en.mayBeOneText}</p>
      {p.joinHref !== undefined && (
        <p>
          <a class="govuk-link" href={p.joinHref}>
            {en.joinThem}
          </a>
        </p>
      )}
      <PostForm action={`/questions/${p.question.id}`} csrfToken={p.visitor.csrfToken}>
        <div class="cx-buttons">
          <Button name="answer" value="two-people" classes="govuk-button--secondary">
            {en.twoPeople}
          </Button>
          {p.question.state === 'open' && (
            <Button name="answer" value="for-joining" classes="govuk-button--secondary">
              {en.mayBeOne}
            </Button>
          )}
        </div>
      </PostForm>
    </StaffPage>
  )
}
