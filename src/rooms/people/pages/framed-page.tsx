import type { ComponentChildren, JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import type { PersonFrame } from '../frame.ts'
import { en } from '../words.ts'

/** A form about one person: whose record it is, the way back to it, what is wrong, what to take care of, and what is asked. */
export function FramedPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly title: string
  readonly form: FormState
  /** The list it was opened from, where it was not the record. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly children: ComponentChildren
}): JSX.Element {
  const { person } = p.frame
  const back = p.back ?? { href: `/people/${person.id}`, text: en.backToRecord }
  return (
    <StaffPage
      visitor={p.visitor}
      title={p.title}
      aboutId={person.id}
      identityBar={p.frame.bar}
      hasErrors={p.form.errors.length > 0}
    >
      <BackLink href={back.href}>{back.text}</BackLink>
      <ErrorSummaryOf form={p.form} />
      {p.frame.alerts}
      <h2 class="govuk-heading-m">{p.title}</h2>
      {p.children}
    </StaffPage>
  )
}
