import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, ErrorSummaryOf, PostForm, TextareaField } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { NearMiss } from '../visit.ts'
import { visits as en } from '../words.ts'

/** What nearly went wrong, for all colleagues to learn from, and a form for the next. */
export function NearMissPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<'what' | 'learned' | 'on'>
  readonly misses: readonly NearMiss[]
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.missTitle} current="/visits" hasErrors={p.form.errors.length > 0}>
      <BackLink href="/visits">{en.title}</BackLink>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.missTitle} lead={en.missLead} />
      {p.misses.length === 0 ? (
        <EmptyState title={en.missNone}>{en.missNoneText}</EmptyState>
      ) : (
        p.misses.map(one => (
          <>
            <p>
              {one.what}
              <br />
              <span class="cx-quiet">{en.missBy(p.names.get(one.recordedBy) ?? '', formatDay(one.happenedOn))}</span>
            </p>
            {one.learned !== '' && (
              <p>
                <strong>{en.missLearned}:</strong> {one.learned}
              </p>
            )}
          </>
        ))
      )}
      <SectionHead>{en.missSave}</SectionHead>
      <PostForm action="/near-misses" csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="what" label={en.missWhat} rows={3} />
        <TextareaField form={p.form} name="learned" label={en.missLearned} rows={2} />
        <DayField form={p.form} name="on" label={en.missOn} />
        <Button>{en.missSave}</Button>
      </PostForm>
    </StaffPage>
  )
}
