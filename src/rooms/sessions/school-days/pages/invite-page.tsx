import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import type { Pupil, SchoolDay } from '../school-day.ts'
import { en } from '../words.ts'

/** Whom to invite: whom nobody has met yet stands first. */
export function InvitePage(p: {
  readonly visitor: Visitor
  readonly day: SchoolDay
  readonly school: string
  readonly form: FormState<'who'>
  readonly pupils: readonly Pupil[]
  /** How many could be shown. */
  readonly all: number
  readonly years: readonly number[]
  readonly year: number | undefined
  readonly free: number
}): JSX.Element {
  const here = `/school-days/${p.day.id}`
  return (
    <StaffPage visitor={p.visitor} title={en.inviteTitle} current="/school-days" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.inviteTitle}
        lead={`${p.school}, ${formatDay(p.day.onDay)}. ${p.free === 0 ? en.noTimes : en.inviteLead(p.free)}`}
        back={{ href: here, text: en.backToDay }}
        form={p.form}
      />
      <form method="get" action={`${here}/invite`} class="cx-buttons">
        <label class="govuk-label" for="year">
          {en.yearAsk}
        </label>
        <select class="govuk-select" id="year" name="year">
          <option value="">{en.yearAll}</option>
          {p.years.map(year => (
            <option value={String(year)} selected={year === p.year}>
              {en.yearOf(year)}
            </option>
          ))}
        </select>
        <Button classes="govuk-button--secondary">{en.filter}</Button>
      </form>
      {p.pupils.length === 0 ? (
        <EmptyState title={en.inviteNobody}>{en.inviteNobodyText}</EmptyState>
      ) : (
        <PostForm
          action={`${here}/invite${p.year === undefined ? '' : `?year=${p.year}`}`}
          csrfToken={p.visitor.csrfToken}
        >
          {p.pupils.length < p.all && <p>{en.inviteMore(p.pupils.length, p.all)}</p>}
          <CheckboxesField
            form={p.form}
            name="who"
            label={en.inviteWho}
            hint={en.inviteHint}
            classes="govuk-checkboxes--small"
            items={p.pupils.map(one => ({
              value: one.personId,
              label: `${one.family}, ${one.given}`,
              hint: one.lastContactOn === null ? en.neverMet : en.metOn(formatDay(one.lastContactOn)),
            }))}
          />
          <div class="cx-buttons">
            <Button>{en.inviteButton}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}
