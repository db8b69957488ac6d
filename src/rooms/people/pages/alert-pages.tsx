import type { JSX } from 'preact'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { ALERT_TOLD, type PersonAlert } from '../person.ts'
import { alertKinds, en } from '../words.ts'
import { EditPage, type Framed } from './edit-pages.tsx'
import { FramedPage } from './framed-page.tsx'

type ReviewFields = 'review' | 'told' | 'told-why'

/** When an alert is looked at again, and whether the young person knows of it. */
function AlertReviewFields(p: { form: FormState<ReviewFields> }): JSX.Element {
  return (
    <>
      <DayField form={p.form} name="review" label={en.alertReview} hint={en.alertReviewHint} />
      <RadiosField
        form={p.form}
        name="told"
        label={en.alertTold}
        items={ALERT_TOLD.map(value => ({
          value,
          label: en.alertToldWords[value],
          ...(value === 'withheld'
            ? { conditional: <TextField form={p.form} name="told-why" label={en.alertToldWhy} autocomplete="off" /> }
            : {}),
        }))}
      />
    </>
  )
}

/** An alert that is due to be looked at: what it says, until when it is needed now, or that it ends. */
export function AlertReviewPage(
  p: Framed<ReviewFields> & {
    readonly alert: PersonAlert
    readonly back: { readonly href: string; readonly text: string }
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/alerts/${p.alert.rowId}`
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.alertStill} form={p.form} back={p.back}>
      <Alert kind={p.alert.kind} kindWord={alertKinds[p.alert.kind]} first={p.alert.firstWords}>
        {p.alert.words}
      </Alert>
      <p>{en.alertStillText}</p>
      <PostForm action={`${base}/review`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="shown" value={p.alert.reviewOn ?? ''} />
        <AlertReviewFields form={p.form} />
        <Button>{en.alertKeep}</Button>
      </PostForm>
      <PostForm action={`${base}/end`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{en.alertEnd}</Button>
      </PostForm>
    </FramedPage>
  )
}

export function AlertPage(p: Framed<'kind' | 'first' | 'more' | 'until' | ReviewFields>): JSX.Element {
  return (
    <EditPage {...p} title={en.alert} action="alerts">
      <SelectField
        form={p.form}
        name="kind"
        label={en.alertKind}
        hint={en.alertKindHint}
        empty=""
        items={(['stop', 'care', 'note'] as const).map(value => ({ value, label: alertKinds[value] }))}
      />
      <TextField form={p.form} name="first" label={en.alertFirst} hint={en.alertFirstHint} />
      <TextField form={p.form} name="more" label={en.alertMore} />
      <DayField form={p.form} name="until" label={en.alertUntil} />
      <AlertReviewFields form={p.form} />
    </EditPage>
  )
}
