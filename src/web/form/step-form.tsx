/** A page on which several steps may be taken: each is a form of its own, from the version the page showed. */
import type { ComponentChildren, JSX } from 'preact'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { PostForm } from './fields.tsx'

type Step = {
  readonly action: string
  readonly csrfToken: string
  readonly version: number
  readonly button: string
  readonly children?: ComponentChildren
}

/** A step, with its button; `second` where another is likelier. */
export function StepForm(p: Step & { readonly second?: boolean | undefined }): JSX.Element {
  return (
    <PostForm action={p.action} csrfToken={p.csrfToken}>
      <input type="hidden" name="version" value={String(p.version)} />
      {p.children}
      <div class="cx-buttons">
        <Button {...(p.second ? { classes: 'govuk-button--secondary' } : {})}>{p.button}</Button>
      </div>
    </PostForm>
  )
}

/** A step that is less likely, behind a line that opens it. */
export function StepBehind(
  p: Step & { readonly summary: string; readonly open: boolean; readonly children: ComponentChildren },
): JSX.Element {
  return (
    <Details summary={p.summary} open={p.open}>
      <StepForm {...p} second />
    </Details>
  )
}
