import type { JSX } from 'preact'
import { otherLanguageFor, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { type LinkKind, leaveOf, linkWordsIn } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { worriedFor } from './words.ts'

type Worried = { readonly visitor: Visitor; readonly token: string; readonly kind: LinkKind }

/** Who helps now, first; then a way to tell us that asks for nothing. */
export function WorriedPage(p: Worried & { readonly form: FormState }): JSX.Element {
  const words = worriedFor(p.visitor.language, p.kind)
  const here = `/open/${p.token}/worried`
  return (
    <Framed {...p} title={words.title} lead={words.lead} hasErrors={p.form.errors.length > 0}>
      <ErrorSummaryOf form={p.form} />
      <Help visitor={p.visitor} kind={p.kind} />
      <h2>{words.tell}</h2>
      <p>{words.tellLead}</p>
      <p>{words.notNow}</p>
      <PostForm action={here} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name="what" label={words.what} hint={words.whatHint} rows={5} />
        <RadiosField
          form={p.form}
          name="danger"
          label={words.danger}
          items={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
            { value: 'not-said', label: words.notSaid },
          ]}
        />
        <Button>{words.button}</Button>
      </PostForm>
      <p>
        <a href={`/open/${p.token}`}>{words.back}</a>
      </p>
    </Framed>
  )
}

/** It was sent; who helps now stays in sight. */
export function WorriedSentPage(p: Worried): JSX.Element {
  const words = worriedFor(p.visitor.language, p.kind)
  return (
    <Framed {...p} title={words.sent} lead={words.sentText}>
      <Help visitor={p.visitor} kind={p.kind} />
      <p>
        <a href={`/open/${p.token}`}>{words.back}</a>
      </p>
    </Framed>
  )
}

function Help(p: { readonly visitor: Visitor; readonly kind: LinkKind }): JSX.Element {
  const words = worriedFor(p.visitor.language, p.kind)
  return (
    <PlainCard>
      <p>
        <strong>{words.emergency}</strong>
      </p>
      <p>{words.childline}</p>
      <p>{words.samaritans}</p>
    </PlainCard>
  )
}

function Framed(
  p: Worried & {
    readonly title: string
    readonly lead: string
    readonly hasErrors?: boolean
    readonly children: JSX.Element | (JSX.Element | null)[]
  },
): JSX.Element {
  const isAgency = p.kind === 'agency' || p.kind === 'absence'
  const language = isAgency ? 'en' : p.visitor.language
  return (
    <YoungPage
      language={language}
      other={isAgency ? undefined : otherLanguageFor(p.visitor)}
      title={p.title}
      {...(p.hasErrors === undefined ? {} : { hasErrors: p.hasErrors })}
      head={
        <>
          <h1>{p.title}</h1>
          <p>{p.lead}</p>
        </>
      }
      leaveHref={leaveOf(p.token)}
      worried={{
        href: `/open/${p.token}/worried`,
        text: isAgency || p.kind === 'adult' ? worriedFor(language, p.kind).title : linkWordsIn(language).worried,
      }}
    >
      {p.children}
    </YoungPage>
  )
}
