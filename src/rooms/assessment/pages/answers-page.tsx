import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Signal } from '../rules.ts'
import { en } from '../words.ts'
import { SignalFields } from './agree-page.tsx'

/** Signals that whoever agreed could not see: answered by somebody who can. */
export function AnswersPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly assessmentId: string
  readonly form: FormState
  readonly signals: readonly Signal[]
}): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.lateHead}
      form={p.form}
      back={{ href: `/people/${p.frame.person.id}/assessment`, text: en.title }}
    >
      <p>{en.lateText}</p>
      <PostForm action={`/assessments/${p.assessmentId}/answers`} csrfToken={p.visitor.csrfToken}>
        <SignalFields form={p.form} signals={p.signals} />
        <div class="cx-buttons">
          <Button>{en.lateButton}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}
