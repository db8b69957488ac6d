import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { type Link, LinksBefore, leaveOf, type MadeLink, MadeLinkFacts, staffLinkWords } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { FactList } from '#web/shell/layout.tsx'
import { TellFields } from '../tell-fields.tsx'
import { outcomes, states } from '../words.ts'
import type { LinkPlace, OpenedPlace } from './actions.ts'
import { SAYS } from './forms.ts'
import { en, placeWords as words } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame }

/** For which place and whom there, with what the young person says to it; and how links made before stand. */
export function PlaceLinkPage(
  p: Common & {
    readonly form: FormState<'place' | 'who' | 'says'>
    readonly isLead: boolean
    readonly places: readonly LinkPlace[]
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
  },
): JSX.Element {
  const { person } = p.frame
  const base = `/people/${person.id}/absences/link`
  const back = { href: `/people/${person.id}`, text: en.back }
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={p.form} back={back}>
      {!p.isLead || p.places.length === 0 ? (
        <p>{p.isLead ? en.noPlace : en.notLead}</p>
      ) : (
        <>
          <p>{en.lead(person.given)}</p>
          <InsetText>{en.first(person.given)}</InsetText>
          <PostForm action={base} csrfToken={p.visitor.csrfToken}>
            <RadiosField
              form={p.form}
              name="place"
              label={en.place}
              hint={en.placeHint}
              items={p.places.map(one => ({ value: one.id, label: one.name }))}
            />
            <TextField
              form={p.form}
              name="who"
              label={en.who}
              hint={en.whoHint}
              autocomplete="off"
              classes="govuk-input--width-20"
            />
            <RadiosField
              form={p.form}
              name="says"
              label={en.says(person.given)}
              items={SAYS.map(one => ({ value: one, label: en.saysOf[one](person.given) }))}
            />
            <p>{en.how}</p>
            <div class="cx-buttons">
              <Button>{staffLinkWords.button}</Button>
            </div>
          </PostForm>
        </>
      )}
      <LinksBefore links={p.links} names={p.names} at={p.at} csrfToken={p.visitor.csrfToken} base={base} />
    </FramedPage>
  )
}

/** The link and its code, once. */
export function MadePlaceLinkPage(p: Common & { readonly made: MadeLink; readonly publicUrl: string }): JSX.Element {
  const back = { href: `/people/${p.frame.person.id}`, text: en.back }
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={staffLinkWords.madeTitle} form={NO_FORM} back={back}>
      <MadeLinkFacts made={p.made} publicUrl={p.publicUrl} />
    </FramedPage>
  )
}

/** What somebody at a place reads and fills in: a given name, and the form; once it was sent, that it was. */
export function TellByLinkPage(p: {
  readonly visitor: Visitor
  readonly token: string
  readonly opened: OpenedPlace
  readonly form: FormState
}): JSX.Element {
  const { link, given, place, heard } = p.opened
  const isTold = link.usedAt !== null
  const title = isTold ? words.thanks : words.title(given)
  return (
    <YoungPage
      language="en"
      title={title}
      hasErrors={p.form.errors.length > 0}
      head={
        <>
          <h1>{title}</h1>
          <p>{isTold ? words.thanksText(given) : words.lead(link.forName, place, given)}</p>
        </>
      }
      leaveHref={leaveOf(p.token)}
      worried={{ href: `/open/${p.token}/worried`, text: words.worried }}
    >
      <ErrorSummaryOf form={p.form} />
      {!isTold && (
        <>
          {heard && (
            <>
              <h2>{words.heard}</h2>
              <FactList
                stacked
                facts={[
                  { label: words.heardOn, value: formatDay(heard.toldOn) },
                  { label: words.heardState, value: states[heard.state] },
                  ...(heard.outcome === null ? [] : [{ label: words.heardOutcome, value: outcomes[heard.outcome] }]),
                  ...(heard.backWords === '' ? [] : [{ label: words.heardBack, value: heard.backWords }]),
                ]}
              />
            </>
          )}
          <p>{words.once}</p>
          <PostForm action={`/open/${p.token}/absence`} csrfToken={p.visitor.csrfToken}>
            <TellFields form={p.form} />
            <Button>{words.button}</Button>
          </PostForm>
        </>
      )}
      <PostForm action={`/open/${p.token}/done`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.close}</Button>
      </PostForm>
    </YoungPage>
  )
}
