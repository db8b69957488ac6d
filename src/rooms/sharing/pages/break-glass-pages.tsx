import type { JSX } from 'preact'
import { dayOf, timeOf } from '#ground/clock.ts'
import { shortDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, PostForm, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type BreakGlass, VERDICTS } from '../break-glass.ts'
import { en, verdicts } from '../words.ts'

/** The way in when somebody's safety depends on it. */
export function BreakGlassPage(p: {
  visitor: Visitor
  form: FormState<'given' | 'family' | 'born' | 'reason'>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.title} lead={en.lead} />
      <PostForm action="/emergency-access/new" csrfToken={p.visitor.csrfToken}>
        <TextField form={p.form} name="given" label={en.given} autocomplete="off" />
        <TextField form={p.form} name="family" label={en.family} autocomplete="off" />
        <DayField form={p.form} name="born" label={en.born} hint={en.bornHint} />
        <TextareaField form={p.form} name="reason" label={en.reason} hint={en.reasonHint} rows={3} />
        <Button>{en.button}</Button>
      </PostForm>
    </StaffPage>
  )
}

export type OpeningRow = { readonly glass: BreakGlass; readonly who: string }

/** Every opening with its verdict, those without one first. */
export function ReviewPage(p: {
  visitor: Visitor
  self: AccountId
  rows: readonly OpeningRow[]
  wrong: string | undefined
}): JSX.Element {
  const state: FormState = {
    fields: {},
    answers: {},
    errors: p.wrong === undefined ? [] : [{ field: '', href: `#verdict-${p.wrong}`, message: en.missingVerdict }],
  }
  return (
    <StaffPage visitor={p.visitor} title={en.review} current="/emergency-access" hasErrors={p.wrong !== undefined}>
      <ErrorSummaryOf form={state} />
      <PageHead title={en.review} lead={en.reviewLead} />
      {p.rows.length === 0 && <EmptyState title={en.empty}>{en.emptyText}</EmptyState>}
      {p.rows.map(({ glass, who }) => (
        <>
          <SectionHead
            aside={
              glass.verdict === null ? (
                <StatusTag kind="care">{`${en.due} ${shortDay(glass.reviewDueOn)}`}</StatusTag>
              ) : (
                <StatusTag kind="quiet" bare>
                  {verdicts[glass.verdict]}
                </StatusTag>
              )
            }
          >
            {`${who}, ${shortDay(dayOf(glass.openedAt))}, ${timeOf(glass.openedAt)}`}
          </SectionHead>
          <FactList
            facts={[
              { label: en.reason, value: glass.reason },
              { label: en.note, value: glass.verdictWhy },
            ].filter(fact => fact.value !== '')}
          />
          {glass.verdict === null && glass.accountId === p.self && <p class="cx-quiet">{en.own}</p>}
          {glass.verdict === null && glass.accountId !== p.self && (
            <VerdictForm visitor={p.visitor} glass={glass} wrong={p.wrong === glass.id} />
          )}
        </>
      ))}
    </StaffPage>
  )
}

function VerdictForm(p: { visitor: Visitor; glass: BreakGlass; wrong: boolean }): JSX.Element {
  const { id } = p.glass
  return (
    <PostForm action={`/emergency-access/${id}`} csrfToken={p.visitor.csrfToken}>
      <div class={`govuk-form-group${p.wrong ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label" for={`verdict-${id}`}>
          {en.verdict}
        </label>
        {p.wrong && (
          <p class="govuk-error-message" id={`verdict-${id}-error`}>
            {en.missingVerdict}
          </p>
        )}
        <select
          class="govuk-select"
          id={`verdict-${id}`}
          name="verdict"
          aria-describedby={p.wrong ? `verdict-${id}-error` : undefined}
        >
          <option value="">–</option>
          {VERDICTS.map(v => (
            <option value={v}>{verdicts[v]}</option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for={`note-${id}`}>
          {en.note}
        </label>
        <input class="govuk-input" id={`note-${id}`} name="note" type="text" maxLength={500} />
      </div>
      <Button classes="govuk-button--secondary">{en.save}</Button>
    </PostForm>
  )
}
