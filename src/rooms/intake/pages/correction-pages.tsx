import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type Person, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Correction, PersonQuestion } from '../run.ts'
import { en, questionKinds } from '../words.ts'

/** A practitioner says what is wrong, and reads what came of it before. */
export function AskCorrectionPage(p: {
  visitor: Visitor
  today: Day
  frame: PersonFrame
  form: FormState<'text'>
  asked: readonly Correction[]
}): JSX.Element {
  const { person } = p.frame
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.correction} form={p.form}>
      <p class="govuk-body">{en.correctionLead}</p>
      <PostForm action={`/people/${person.id}/correction`} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="text" label={en.correctionText} hint={en.correctionHint} rows={4} />
        <Button>{en.askCorrection}</Button>
      </PostForm>
      <SectionHead>{en.askedBefore}</SectionHead>
      {p.asked.length === 0 ? (
        <EmptyState title={en.noCorrections}>{en.noCorrectionsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.askedBefore}
          rows={p.asked}
          columns={[
            { key: 'when', heading: en.when, cell: c => shortDay(dayOf(c.madeAt), p.today), phone: { label: en.when } },
            { key: 'text', heading: en.correctionText, cell: c => c.text },
            {
              key: 'answer',
              heading: en.correctionAnswer,
              cell: c =>
                c.answer === null
                  ? en.correctionOpen
                  : [en.correctionAnswers[c.answer], c.answerText].filter(Boolean).join('. '),
            },
          ]}
        />
      )}
    </FramedPage>
  )
}

/** A data officer answers: the record is changed on the record, here it is said. */
export function CorrectionPage(p: {
  visitor: Visitor
  question: PersonQuestion
  person: Person
  correction: Correction
  askedBy: string
  form: FormState<'answer' | 'words'>
}): JSX.Element {
  const name = `${p.person.given} ${p.person.family}`
  return (
    <StaffPage
      visitor={p.visitor}
      title={`${questionKinds.correction}: ${name}`}
      current="/questions"
      hasErrors={p.form.errors.length > 0}
    >
      <PageHead
        form={p.form}
        back={{ href: '/questions', text: en.questions }}
        over={questionKinds.correction}
        title={name}
        lead={p.askedBy}
      />
      <FactList
        facts={[
          { label: en.correctionText, value: p.correction.text },
          {
            label: en.onRecord,
            value: (
              <a class="govuk-link" href={`/people/${p.person.id}/details`}>
                {en.correctionOpensRecord}
              </a>
            ),
          },
        ]}
      />
      <PostForm action={`/questions/${p.question.id}`} csrfToken={p.visitor.csrfToken}>
        <RadiosField
          form={p.form}
          name="answer"
          label={en.correctionAnswer}
          items={[
            { value: 'corrected', label: en.correctionDone },
            { value: 'not-corrected', label: en.correctionLeft },
          ]}
        />
        <TextareaField form={p.form} name="words" label={en.correctionWords} hint={en.correctionWordsHint} rows={3} />
        <Button>{en.saveAnswer}</Button>
      </PostForm>
    </StaffPage>
  )
}
