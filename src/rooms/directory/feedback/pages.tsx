import type { JSX } from 'preact'
import { addMonths, type Day, formatDay, partsOf } from '#ground/day.ts'
import type { Told } from '#ground/few.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FilterBox, FilterSelect } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { ANSWERS, STATEMENTS, type Standing } from './feedback.ts'
import type { Results } from './rules.ts'
import { answers, en, statements } from './words.ts'

/** What somebody at a partner is asked once a year. */
export function FeedbackPage(p: {
  readonly visitor: Visitor
  readonly standing: Standing | undefined
  readonly yearFrom: Day
  readonly form: FormState
}): JSX.Element {
  const { form, standing } = p
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/feedback" hasErrors={form.errors.length > 0}>
      <PageHead title={en.title} lead={en.lead} form={form} />
      {standing?.state === 'answered' ? (
        <EmptyState title={en.answered}>
          {en.answeredText(formatDay(standing.saidOn ?? p.yearFrom), formatDay(addMonths(p.yearFrom, 12)))}
        </EmptyState>
      ) : (
        <>
          <Alert kind="note" kindWord="Note" first={en.nobody} />
          {standing?.askAgainOn && <p class="cx-quiet">{en.isPutOff(formatDay(standing.askAgainOn))}</p>}
          <PostForm action="/feedback" csrfToken={p.visitor.csrfToken}>
            {STATEMENTS.map(name => (
              <RadiosField
                form={form}
                name={name}
                label={statements[name]}
                classes="govuk-radios--inline govuk-radios--small"
                items={ANSWERS.map(value => ({ value, label: answers[value] }))}
              />
            ))}
            <TextareaField form={form} name="what-helps" label={en.whatHelps} hint={en.wordsHint} rows={3} />
            <TextareaField form={form} name="what-to-change" label={en.whatToChange} hint={en.wordsHint} rows={3} />
            <div class="cx-buttons">
              <Button>{en.save}</Button>
            </div>
          </PostForm>
          {standing === undefined && (
            <PostForm action="/feedback/later" csrfToken={p.visitor.csrfToken}>
              <p class="cx-quiet">{en.putOffText}</p>
              <div class="cx-buttons">
                <Button classes="govuk-button--secondary">{en.putOff}</Button>
              </div>
            </PostForm>
          )}
        </>
      )}
    </StaffPage>
  )
}

const wordsOf = ({ value, isFew }: Told) => (isFew ? en.few : String(value))

/** What partners said in a school year: how many, and words without names. */
export function FeedbackResultsPage(p: {
  readonly visitor: Visitor
  readonly years: readonly Day[]
  readonly year: Day
  readonly results: Results
}): JSX.Element {
  const { results } = p
  return (
    <StaffPage visitor={p.visitor} title={en.results} current="/partner-feedback">
      <PageHead title={en.results} lead={en.resultsLead} />
      <FilterBox action="/partner-feedback" summary={en.filter} apply={en.apply}>
        <FilterSelect
          id="filter-year"
          name="year"
          label={en.year}
          value={p.year}
          options={p.years.map(value => ({ value, text: en.yearOf(partsOf(value).year) }))}
        />
      </FilterBox>
      <p class="cx-quiet">{en.note}</p>
      {results.words === undefined ? (
        <EmptyState title={en.tooFew}>{en.tooFewText}</EmptyState>
      ) : (
        <>
          <p>{en.answeredBy(wordsOf(results.answered))}</p>
          <DataTable
            caption={en.caption}
            rows={results.statements}
            columns={[
              { key: 'statement', heading: en.statement, cell: one => statements[one.statement] },
              ...ANSWERS.map(answer => ({
                key: answer,
                heading: answers[answer],
                numeric: true,
                phone: { label: answers[answer] },
                cell: (one: Results['statements'][number]) => wordsOf(one.answers[answer]),
              })),
            ]}
          />
          <Words head={en.helpsHead} texts={results.words.helps} />
          <Words head={en.changeHead} texts={results.words.change} />
        </>
      )}
    </StaffPage>
  )
}

function Words(p: { readonly head: string; readonly texts: readonly string[] }): JSX.Element {
  return (
    <>
      <SectionHead>{p.head}</SectionHead>
      {p.texts.length === 0 ? (
        <p class="cx-quiet">{en.noWords}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {p.texts.map(text => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}
