import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { ActivityQuestion } from './question.ts'
import { likelier } from './rules.ts'
import { en } from './words.ts'

/** What the codes and whose word it was are called: tracking's words. */
export type ActivityWords = {
  readonly activityLabel: (code: string) => string
  readonly verifiers: Readonly<Record<string, string>>
}

/** Where a list says something else than what is on record, each with the two ways to answer. */
export function ActivityQuestionsPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly ActivityQuestion[]
  readonly words: ActivityWords
  readonly most: number
  readonly today: Day
  readonly hasMoved: boolean
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/activity-questions">
      <PageHead title={en.title} lead={en.lead} />
      {p.hasMoved && <Alert kind="care" kindWord={en.careWord} first={en.moved} />}
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={en.title}
            rows={p.lines}
            columns={[
              {
                key: 'who',
                heading: en.who,
                cell: one => (
                  <a class="govuk-link" href={`/people/${one.personId}/details`}>
                    {one.family}, {one.given}
                  </a>
                ),
              },
              {
                key: 'record',
                heading: en.record,
                cell: one => <Record {...p} one={one} />,
                phone: { label: en.record },
              },
              { key: 'list', heading: en.list, cell: one => <Listed {...p} one={one} />, phone: { label: en.list } },
              {
                key: 'answer',
                heading: en.answer,
                cell: one => <Answers {...p} one={one} />,
                phone: { label: en.answer },
              },
            ]}
          />
          {p.lines.length === p.most && <p class="cx-quiet">{en.more(p.most)}</p>}
        </>
      )}
    </StaffPage>
  )
}

type Line = Parameters<typeof ActivityQuestionsPage>[0] & { readonly one: ActivityQuestion }

const Likelier = () => (
  <>
    {' '}
    <StatusTag kind="quiet" bare>
      {en.likelier}
    </StatusTag>
  </>
)

function Record({ one, words, today }: Line): JSX.Element {
  const { spell } = one
  const by = spell.verifiedBy === null ? '' : (words.verifiers[spell.verifiedBy] ?? '').toLowerCase()
  return (
    <>
      {[
        en.line(words.activityLabel(spell.code), shortDay(spell.startedOn, today)),
        spell.detail,
        en.confirmed(shortDay(spell.verifiedOn, today), by),
      ]
        .filter(Boolean)
        .join(', ')}
      {likelier(spell, one.asAt) === 'record' && <Likelier />}
    </>
  )
}

function Listed({ one, words, today }: Line): JSX.Element {
  return (
    <>
      {[
        en.line(words.activityLabel(one.code), shortDay(one.startedOn, today)),
        one.detail,
        en.asAt(one.place === '' ? en.another : one.place, shortDay(one.asAt, today)),
      ]
        .filter(Boolean)
        .join(', ')}
      {likelier(one.spell, one.asAt) === 'list' && <Likelier />}
    </>
  )
}

function Answers({ one, visitor }: Line): JSX.Element {
  const name = `${one.given} ${one.family}`
  return (
    <PostForm action={`/activity-questions/${one.rowId}`} csrfToken={visitor.csrfToken}>
      <input type="hidden" name="version" value={String(one.version)} />
      <input type="hidden" name="spell-version" value={String(one.spell.version)} />
      <div class="govuk-button-group">
        {(
          [
            ['list', en.takeList],
            ['record', en.keepRecord],
          ] as const
        ).map(([value, text]) => (
          <Button name="answer" value={value} classes="govuk-button--secondary cx-small">
            {text}
            <span class="govuk-visually-hidden">{en.of(name)}</span>
          </Button>
        ))}
      </div>
    </PostForm>
  )
}
