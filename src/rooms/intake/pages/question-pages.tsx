import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Question } from '../run.ts'
import { en, questionKinds } from '../words.ts'

export type QuestionLine = { readonly question: Question; readonly who: string; readonly partner: string }

/** Everything that waits for a decision, and the pairs that wait for records to be joined. */
export function QuestionsPage(p: {
  visitor: Visitor
  today: Day
  lines: readonly QuestionLine[]
  kept: readonly QuestionLine[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.questions} current="/questions">
      <PageHead title={en.questions} lead={en.questionsLead} />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noQuestions}>{en.noQuestionsText}</EmptyState>
      ) : (
        <LinesTable caption={en.questions} lines={p.lines} today={p.today} />
      )}
      {p.kept.length > 0 && (
        <>
          <SectionHead>{en.kept}</SectionHead>
          <p class="govuk-body">{en.keptText}</p>
          <LinesTable caption={en.kept} lines={p.kept} today={p.today} />
        </>
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
        back={{ href: '/questions', text: en.questions }}
        over={p.line.partner}
        title={questionKinds[question.kind]}
        lead={question.kind === 'gone' ? en.isGone(p.line.who, p.line.partner) : undefined}
      />
      {p.trouble !== undefined && <p class="govuk-error-message">{p.trouble}</p>}
      {row && question.kind === 'who' && <ComparedSides caption={questionKinds.who} sides={p.sides} />}
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

/** Sides beside each other; what differs from the first is marked in words. */
export function ComparedSides(p: { caption: string; sides: readonly Side[] }): JSX.Element {
  const [first] = p.sides
  return (
    <table class="cx-table cx-compare">
      <caption class="govuk-visually-hidden">{p.caption}</caption>
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
                {first !== undefined && side !== first && shown(side, key) !== shown(first, key) && (
                  <StatusTag kind="care" bare>
                    {en.differs}
                  </StatusTag>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(side: Side, key: (typeof ROWS)[number]['key']): string {
  if (key === 'born') return side.born === null ? en.unknown : formatDay(side.born)
  return side[key] || en.unknown
}
