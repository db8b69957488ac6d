import type { JSX } from 'preact'
import { type Colleague, roleNames, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { KINDS, WISHES } from '../handover.ts'
import { en, kinds, wishes } from '../words.ts'

/** Asks for everything the next adviser is to know, or says why there is nothing to begin. */
export function BeginPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly advisers: readonly Colleague[]
  readonly leadName: string
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.begin} form={p.form}>
      <p>{en.beginLead(p.leadName)}</p>
      <PostForm action={`/people/${p.frame.person.id}/hand-over`} csrfToken={p.visitor.csrfToken}>
        <Who form={p.form} advisers={p.advisers} />
        <RadiosField
          form={p.form}
          name="kind"
          label={en.kindAsk}
          classes="govuk-radios--small"
          items={KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <Why form={p.form} />
        <TextareaField form={p.form} name="brief" label={en.brief} hint={en.briefHint} rows={5} />
        <RadiosField
          form={p.form}
          name="wish"
          label={en.wish}
          items={[...WISHES, 'not-asked' as const].map(value => ({ value, label: wishes[value] }))}
        />
        <TextareaField form={p.form} name="wish-words" label={en.wishWords} rows={2} />
        <div class="cx-buttons">
          <Button>{en.beginButton}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** Who takes over: the same for one and for many. */
export function Who(p: { readonly form: FormState; readonly advisers: readonly Colleague[] }): JSX.Element {
  return (
    <SelectField
      form={p.form}
      name="to"
      label={en.to}
      hint={en.toHint}
      empty={en.choose}
      items={p.advisers.map(a => ({ value: a.accountId, label: `${a.name} (${roleNames[a.role]})` }))}
    />
  )
}

/** A line everybody reads who sees the record. */
export function Why(p: { readonly form: FormState }): JSX.Element {
  return <TextField form={p.form} name="why" label={en.why} hint={en.whyHint} />
}

/** Why nothing can be begun here: nobody leads, it is not the visitor's to begin, or one is under way. */
export function NothingToBeginPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly words: string
  readonly href?: string | undefined
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.begin} form={NO_FORM}>
      <p>
        {p.words}{' '}
        {p.href !== undefined && (
          <a class="govuk-link" href={p.href}>
            {en.open}
          </a>
        )}
      </p>
    </FramedPage>
  )
}
