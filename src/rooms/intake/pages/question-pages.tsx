import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { ComparedPair, type ComparedPerson } from '#rooms/matching/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import type { Question } from '../run.ts'
import { en, questionKinds } from '../words.ts'

export type QuestionLine = {
  readonly question: Question
  readonly who: string
  readonly partner: string
  /** Why a row is asked about, in words. */
  readonly why: string | undefined
}

/** Everything that waits for a decision. */
export function QuestionsPage(p: { visitor: Visitor; today: Day; lines: readonly QuestionLine[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.questions} current="/questions">
      <PageHead title={en.questions} lead={en.questionsLead} />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noQuestions}>{en.noQuestionsText}</EmptyState>
      ) : (
        <LinesTable caption={en.questions} lines={p.lines} today={p.today} />
      )}
    </StaffPage>
  )
}

function LinesTable(p: { caption: string; lines: readonly QuestionLine[]; today: Day }): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.lines}
      stickyHead
      columns={[
        {
          key: 'who',
          heading: en.who,
          cell: l => (
            <a class="govuk-link" href={`/questions/${l.question.id}`}>
              {l.who}
            </a>
          ),
        },
        {
          key: 'kind',
          heading: en.question,
          cell: l => questionKinds[l.question.kind],
          phone: { lead: true },
        },
        { key: 'partner', heading: en.partner, cell: l => l.partner, phone: { label: en.partner } },
        {
          key: 'asked',
          heading: en.asked,
          cell: l => shortDay(dayOf(l.question.madeAt), p.today),
          phone: { label: en.asked },
        },
      ]}
    />
  )
}

/** Who is it? The row and everyone it may be beside each other, what differs marked in words. */
export function QuestionPage(p: {
  visitor: Visitor
  line: QuestionLine
  sides: readonly ComparedPerson[]
  trouble: string | undefined
}): JSX.Element {
  const { question } = p.line
  return (
    <StaffPage visitor={p.visitor} title={p.line.who} current="/questions" hasErrors={p.trouble !== undefined}>
      <PageHead
        back={{ href: '/questions', text: en.questions }}
        over={p.line.partner}
        title={questionKinds[question.kind]}
        lead={question.kind === 'gone' ? en.isGone(p.line.who, p.line.partner) : p.line.why}
      />
      {p.trouble !== undefined && <p class="govuk-error-message">{p.trouble}</p>}
      {p.sides.map(side => (
        <ComparedPair left={side.left} right={side.right} compared={side.compared} thresholds={side.thresholds} />
      ))}
      <PostForm action={`/questions/${question.id}`} csrfToken={p.visitor.csrfToken}>
        <div class="cx-buttons">
          {question.kind === 'who' ? (
            <>
              {p.sides.map(side => (
                <Button
                  name="answer"
                  value={`this-person:${side.personId}`}
                >{`${en.thisPerson}: ${side.right.title}`}</Button>
              ))}
              <Button name="answer" value="new-person" classes="govuk-button--secondary">
                {en.newPerson}
              </Button>
            </>
          ) : (
            <>
              <Button name="answer" value="left">
                {en.left}
              </Button>
              <Button name="answer" value="still-here" classes="govuk-button--secondary">
                {en.stillHere}
              </Button>
            </>
          )}
          <Button name="answer" value="do-not-know" classes="govuk-button--secondary">
            {en.dontKnow}
          </Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
