import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { Person } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, PageHead } from '#web/shell/layout.tsx'
import type { PersonQuestion } from '../run.ts'
import { en, questionKinds } from '../words.ts'

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
      <PageHead
        form={p.form}
        back={{ href: '/questions', text: en.questions }}
        over={questionKinds.objection}
        title={name}
        lead={en.objectionLead}
      />
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
