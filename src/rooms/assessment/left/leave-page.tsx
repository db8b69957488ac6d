import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Full } from '../actions.ts'
import { depths, en } from '../words.ts'

/** Leaving a draft: what stands in it, as far as the visitor sees, and why. */
export function LeavePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly full: Full
  readonly stamp: string
  readonly form: FormState
}): JSX.Element {
  const { full } = p
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.leaveTitle(depths[full.depth])}
      form={p.form}
      back={{ href: `/people/${full.personId}/assessment`, text: en.title }}
    >
      <p>{en.leaveLead(formatDay(full.startedOn), full.ratings.length)}</p>
      <PostForm action={`/assessments/${full.rowId}/leave`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="stamp" value={p.stamp} />
        <TextareaField form={p.form} name="why" label={en.leaveWhy} rows={2} />
        <div class="cx-buttons">
          <Button>{en.leave}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}
