import type { ComponentChildren, JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { FactList } from '#web/shell/layout.tsx'
import { en } from '../words.ts'

/** What every form of a plan is given. */
export type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly form: FormState }

/** A form of somebody's plan, with the way back to it. */
export function Framed(p: Common & { title: string; action: string; children: ComponentChildren }): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={p.title}
      form={p.form}
      back={{ href: `/people/${p.frame.person.id}/plan`, text: en.back }}
    >
      <PostForm action={p.action} csrfToken={p.visitor.csrfToken}>
        {p.children}
      </PostForm>
    </FramedPage>
  )
}

/** Somebody else saved in between: both stand, nothing is lost. */
export function Stale(p: { first: string; text: string; facts: { label: string; value: string }[] }): JSX.Element {
  return (
    <>
      <Alert kind="care" kindWord="Care" first={`${p.first}.`}>
        {p.text}
      </Alert>
      <FactList facts={p.facts.filter(fact => fact.value !== '')} />
    </>
  )
}

/** The way to take something off that was filed on the wrong young person (K9). */
export function WrongPerson(p: { href: string; about: string }): JSX.Element {
  return (
    <a class="govuk-link cx-quiet" href={p.href}>
      {en.wrongPerson}
      <span class="govuk-visually-hidden">{p.about}</span>
    </a>
  )
}
