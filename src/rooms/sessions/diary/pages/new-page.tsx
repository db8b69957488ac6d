import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, SelectField } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import { diary as en } from '../words.ts'

/** Whom one arranges to meet: somebody of the caseload, or somebody found first. */
export function WhoToMeetPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<'person'>
  readonly on: Day | undefined
  readonly led: readonly { readonly personId: string; readonly name: string }[]
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.newOne} current="/diary" hasErrors={p.form.errors.length > 0}>
      <BackLink href="/diary">{en.backToDiary}</BackLink>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={en.newOne} />
      <form method="get" action="/diary/new" noValidate>
        <SelectField
          form={p.form}
          name="person"
          label={en.newWho}
          hint={en.newHint}
          empty={en.newWhoEmpty}
          items={p.led.map(one => ({ value: one.personId, label: one.name }))}
        />
        {p.on !== undefined && <input type="hidden" name="on" value={p.on} />}
        <Button>{en.newGo}</Button>
      </form>
    </StaffPage>
  )
}
