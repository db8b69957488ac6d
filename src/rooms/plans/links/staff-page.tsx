import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import {
  type Link,
  LinksBefore,
  type MadeLink,
  MadeLinkFacts,
  type OwnPage,
  ownPagesIn,
  staffLinkWords,
} from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { linkWords as en } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame }

/** Makes a link, and shows how those made before stand. */
export function MakeLinkPage(
  p: Common & {
    readonly form: FormState
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
    /** What it may open. */
    readonly offered: readonly OwnPage[]
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  const { names } = ownPagesIn('en')
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={p.form} back={{ href: base, text: en.back }}>
      <p>{en.lead(p.frame.person.given)}</p>
      <InsetText>{staffLinkWords.safe}</InsetText>
      <p>{staffLinkWords.how}</p>
      <PostForm action={`${base}/link`} csrfToken={p.visitor.csrfToken}>
        <CheckboxesField
          form={p.form}
          name="pages"
          label={en.pages}
          items={p.offered.map(value => ({ value, label: names[value] }))}
        />
        {p.offered.includes('plan') && (
          <DayField form={p.form} name="review-on" label={en.reviewOn} hint={en.reviewHint} />
        )}
        <div class="cx-buttons">
          <Button>{staffLinkWords.button}</Button>
        </div>
      </PostForm>
      <LinksBefore links={p.links} names={p.names} at={p.at} csrfToken={p.visitor.csrfToken} base={`${base}/link`} />
    </FramedPage>
  )
}

/** The link and its code, once. */
export function MadeLinkPage(p: Common & { readonly made: MadeLink; readonly publicUrl: string }): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={staffLinkWords.madeTitle}
      form={NO_FORM}
      back={{ href: `/people/${p.frame.person.id}/plan`, text: en.back }}
    >
      <MadeLinkFacts made={p.made} publicUrl={p.publicUrl} />
    </FramedPage>
  )
}
