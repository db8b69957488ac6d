import type { JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ComparedPair } from '../../comparing/compared.tsx'
import type { Compared, SideShown } from '../../comparing/rules.ts'
import { mergeAddress } from '../../merging/address.ts'
import { againstWords, decisionWords, en, foundWords, stateWords } from '../../words.ts'
import type { ReviewPair } from '../pair.ts'

export type PairLine = {
  readonly pair: ReviewPair
  readonly names: readonly [string, string]
  /** Who looks at it just now, when it is somebody else. */
  readonly takenBy: string | null
}

/** Everything that waits for a decision, the likeliest first. */
export function ReviewPage(p: {
  visitor: Visitor
  today: Day
  lines: readonly PairLine[]
  isFinding: boolean
}): JSX.Element {
  const isOpen = p.lines.some(l => l.pair.state === 'open')
  return (
    <StaffPage visitor={p.visitor} title={en.review} current="/review">
      <PageHead
        title={en.review}
        lead={p.isFinding ? en.finding : en.reviewLead}
        actions={
          <>
            {isOpen && (
              <PostForm action="/review/next" csrfToken={p.visitor.csrfToken}>
                <Button>{en.startReview}</Button>
              </PostForm>
            )}
            {!p.isFinding && (
              <PostForm action="/review/find" csrfToken={p.visitor.csrfToken}>
                <Button classes="govuk-button--secondary">{en.findNow}</Button>
              </PostForm>
            )}
          </>
        }
      />
      {p.lines.length === 0 ? (
        <EmptyState title={en.noPairs}>{en.noPairsText}</EmptyState>
      ) : (
        <DataTable
          caption={en.review}
          rows={p.lines}
          stickyHead
          columns={[
            {
              key: 'pair',
              heading: en.pair,
              wide: true,
              cell: ({ pair, names: [a, b] }) => (
                <a class="govuk-link" href={`/review/${pair.id}`}>
                  {a} · {b}
                </a>
              ),
            },
            {
              key: 'likely',
              heading: en.likely,
              numeric: true,
              tight: true,
              cell: ({ pair }) => chanceWords(pair.bits),
              phone: { label: en.likely },
            },
            {
              key: 'state',
              heading: en.state,
              tight: true,
              cell: ({ pair, takenBy }) => (takenBy === null ? stateWords[pair.state] : en.lookedAtBy(takenBy)),
              phone: { label: en.state },
            },
            {
              key: 'found',
              heading: en.found,
              tight: true,
              cell: ({ pair }) => `${foundWords[pair.foundBy]}, ${shortDay(dayOf(pair.foundAt), p.today)}`,
              phone: { label: en.found },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function chanceWords(bits: number): string {
  const percent = Math.round(100 / (1 + 2 ** -bits))
  return percent < 1 ? en.chanceLow : percent > 99 ? en.chanceHigh : en.chance(String(percent))
}

export type PairShown = {
  /** As it weighs now. */
  readonly pair: ReviewPair
  /** Whether it would still be asked about: either record may have changed since it was found. */
  readonly isAlike: boolean
  readonly sides: readonly [SideShown, SideShown]
  readonly compared: Compared
  readonly thresholds: { readonly link: number; readonly review: number }
  readonly waiting: number
  /** Somebody else who looks at it just now. */
  readonly takenBy: string | null
  /** Who decided before, when it was looked at before. */
  readonly decidedBy: string | null
}

/** Two records beside each other. @param keys whether single keys decide, as everybody may switch off (WCAG 2.1.4) */
export function PairPage(p: {
  visitor: Visitor
  shown: PairShown
  keys: boolean
  form: FormState<'decision' | 'note'>
  trouble?: string | undefined
}): JSX.Element {
  const { pair, sides, compared, thresholds } = p.shown
  const [left, right] = sides
  const key = (letter: string) => (p.keys ? { 'data-press': letter } : {})
  return (
    <StaffPage
      visitor={p.visitor}
      title={en.isOne}
      current="/review"
      hasErrors={p.form.errors.length > 0 || p.trouble !== undefined}
    >
      <ErrorSummaryOf form={p.form} />
      <PageHead
        back={{ href: '/review', text: en.review }}
        title={en.isOne}
        lead={en.waitingLead(p.shown.waiting)}
        actions={
          <PostForm action={`/review/next?after=${pair.id}`} csrfToken={p.visitor.csrfToken}>
            <Button classes="govuk-button--secondary" attributes={key('n')}>
              {en.skip}
            </Button>
          </PostForm>
        }
      />
      {p.trouble !== undefined && <p class="govuk-error-message">{p.trouble}</p>}
      {p.shown.takenBy !== null && (
        <Alert kind="note" kindWord={en.noteWord} first={en.takenBy(p.shown.takenBy)}>
          {en.takenText}
        </Alert>
      )}
      {!p.shown.isAlike && (
        <Alert kind="note" kindWord={en.noteWord} first={en.noLongerAlike}>
          {en.noLongerAlikeText}
        </Alert>
      )}
      <ComparedPair left={left} right={right} compared={compared} thresholds={thresholds} />
      <p class="govuk-body-s">
        <a class="govuk-link" href={`/review/${pair.id}/why.json`}>
          {en.asJson}
        </a>
      </p>
      {pair.against.length > 0 && (
        <Alert kind="care" kindWord={en.careWord} first={pair.against.map(a => againstWords[a]).join(' ')} />
      )}
      {pair.note !== '' && pair.decidedAt !== null && (
        <Alert
          kind="note"
          kindWord={en.noteWord}
          first={en.seenBefore(p.shown.decidedBy ?? en.nobodyTold, formatDay(dayOf(pair.decidedAt)))}
        >
          {pair.note}
        </Alert>
      )}
      <PostForm action={`/review/${pair.id}`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(pair.version)} />
        <TextareaField form={p.form} name="note" label={en.noteLabel} hint={en.noteHint} rows={2} />
        <div class="cx-buttons">
          <Button href={mergeAddress(pair.people[0], pair.people[1])} attributes={key('s')}>
            {decisionWords['one-person']}
          </Button>
          <Button name="decision" value="two-people" classes="govuk-button--secondary" attributes={key('d')}>
            {decisionWords['two-people']}
          </Button>
          <Button name="decision" value="later" classes="govuk-button--secondary">
            {decisionWords.later}
          </Button>
          <Button href={`/review/${pair.id}/ask`} classes="govuk-button--secondary">
            {decisionWords.asked}
          </Button>
        </div>
      </PostForm>
      {p.keys && (
        <p class="cx-keys">
          {en.keys} <kbd>S</kbd> {en.keySame} <kbd>D</kbd> {en.keyDifferent} <kbd>N</kbd> {en.keyNext}
        </p>
      )}
    </StaffPage>
  )
}

/** What a partner's own row says, to be asked about. */
export type Askable = { readonly organisationId: string; readonly partner: string; readonly draft: string }

/** Asks a partner: its own row quoted, and nothing of anybody else's. */
export function AskPage(p: {
  visitor: Visitor
  pair: ReviewPair
  askable: readonly Askable[]
  form: FormState<'partner'>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={decisionWords.asked} current="/review" hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead
        back={{ href: `/review/${p.pair.id}`, text: en.isOne }}
        title={decisionWords.asked}
        lead={p.askable.length === 0 ? en.noPartners : en.askLead}
      />
      {p.askable.length > 0 && (
        <PostForm action={`/review/${p.pair.id}/ask`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="version" value={String(p.pair.version)} />
          {p.askable.map(a => (
            <blockquote class="cx-quote">{a.draft}</blockquote>
          ))}
          <RadiosField
            form={p.form}
            name="partner"
            label={en.askOf}
            hint={en.askOfHint}
            items={p.askable.map(a => ({ value: a.organisationId, label: a.partner }))}
          />
          <Button>{en.asked}</Button>
        </PostForm>
      )}
    </StaffPage>
  )
}
