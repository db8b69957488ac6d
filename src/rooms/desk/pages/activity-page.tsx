import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { ACTIVITY_CODES } from '#rooms/tracking/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { activityWords } from '../activity-words.ts'
import { en } from '../words.ts'

/** What a young person does now. */
export function ActivityPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'code' | 'detail' | 'from' | 'until' | 'review'>
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.setActivity} form={p.form}>
      <PostForm action={`/people/${p.frame.person.id}/activity`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="code"
          label={activityWords.activityCode}
          empty=""
          items={[...ACTIVITY_CODES.values()].map(c => ({ value: c.code, label: `${c.label} (${c.code})` }))}
        />
        <TextField form={p.form} name="detail" label={activityWords.activityDetail} autocomplete="off" />
        <DayField form={p.form} name="from" label={activityWords.activityFrom} />
        <DayField
          form={p.form}
          name="until"
          label={activityWords.activityUntil}
          hint={activityWords.activityUntilHint}
        />
        <DayField
          form={p.form}
          name="review"
          label={activityWords.activityReview}
          hint={activityWords.activityReviewHint}
        />
        <Button>{en.saveActivity}</Button>
      </PostForm>
    </FramedPage>
  )
}
