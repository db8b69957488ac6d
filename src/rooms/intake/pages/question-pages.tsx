import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Question } from '../run.ts'
import { en } from '../words.ts'

export type QuestionLine = { readonly question: Question; readonly who: string; readonly partner: string }

/** Everything that waits for a decision. */
export function QuestionsPage(p: { visitor: Visitor; today: Day; lines: readonly QuestionLine[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.questions} current="/questions">
      <PageHead title={en.questions} lead={en.questionsLead} />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noQuestions}>{en.noQuestionsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.questions}
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
              cell: l => (l.question.kind === 'who' ? en.whoKind : en.goneKind),
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
      )}
    </StaffPage>
  )
}

/** One side of the comparison: the row of the list, or somebody on record. */
export type Side = {
  readonly title: string
  readonly href: string | null
  readonly name: string
  readonly born: Day | null
  readonly postcode: string
  readonly numbers: string
  /** The answer this side stands for. */
  readonly answer: { readonly value: string; readonly text: string } | null
}

const ROWS = [
  { key: 'name', label: en.name },
  { key: 'born', label: en.born },
  { key: 'postcode', label: en.postcode },
  { key: 'numbers', label: en.numbers },
] as const

/** Who is it? The row and everyone it may be beside each other, what differs marked in words. */
export function QuestionPage(p: {
  visitor: Visitor
  line: QuestionLine
  sides: readonly Side[]
  trouble: string | undefined
}): JSX.Element {
  const { question } = p.line
  const [row, ...others] = p.sides
  return (
    <StaffPage visitor={p.visitor} title={p.line.who} current="/questions" hasErrors={p.trouble !== undefined}>
      <PageHead
        over={p.line.partner}
        title={question.kind === 'who' ? en.whoKind : en.goneKind}
        lead={question.kind === 'gone' ? en.isGone(p.line.who, p.line.partner) : undefined}
      />
      {p.trouble !== undefined && <p class="govuk-error-message">{p.trouble}</p>}
      {row && question.kind === 'who' && (
        <table class="cx-table cx-compare">
          <caption class="govuk-visually-hidden">{en.whoKind}</caption>
          <thead>
            <tr>
              <th scope="col">{en.what}</th>
              {p.sides.map(side => (
                <th scope="col">
                  {side.href === null ? (
                    side.title
                  ) : (
                    <a class="govuk-link" href={side.href}>
                      {side.title}
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ key, label }) => (
              <tr>
                <th scope="row">{label}</th>
                {p.sides.map(side => (
                  <td data-label={side.title}>
                    {shown(side, key)}{' '}
                    {side !== row && shown(side, key) !== shown(row, key) && (
                      <StatusTag kind="care" bare>
                        differs
                      </StatusTag>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PostForm action={`/questions/${question.id}`} csrfToken={p.visitor.csrfToken}>
        <div class="cx-buttons">
          {question.kind === 'who' ? (
            <>
              {others.map(
                side =>
                  side.answer && (
                    <Button name="answer" value={side.answer.value}>{`${side.answer.text}: ${side.name}`}</Button>
                  ),
              )}
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

function shown(side: Side, key: (typeof ROWS)[number]['key']): string {
  if (key === 'born') return side.born === null ? en.unknown : formatDay(side.born)
  return side[key] || en.unknown
}
