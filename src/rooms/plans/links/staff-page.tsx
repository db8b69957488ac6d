import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { type Link, linkStandingOf, type MadeLink } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { linkWords as en } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame }

/** Makes a link, and shows how those made before stand. */
export function MakeLinkPage(
  p: Common & {
    readonly form: FormState
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
    /** There is something to show. */
    readonly hasPlan: boolean
  },
): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={p.form} back={{ href: base, text: en.back }}>
      {p.hasPlan ? (
        <>
          <p>{en.lead(p.frame.person.given)}</p>
          <InsetText>{en.safe}</InsetText>
          <p>{en.how}</p>
          <PostForm action={`${base}/link`} csrfToken={p.visitor.csrfToken}>
            <DayField form={p.form} name="review-on" label={en.reviewOn} hint={en.reviewHint} />
            <div class="cx-buttons">
              <Button>{en.button}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <p>{en.noPlan}</p>
      )}
      {p.links.length > 0 && <Before {...p} base={base} />}
    </FramedPage>
  )
}

function Before(
  p: Common & {
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
    readonly base: string
  },
): JSX.Element {
  return (
    <>
      <SectionHead>{en.before}</SectionHead>
      <FactList
        stacked
        facts={p.links.map(link => {
          const standing = linkStandingOf(link, p.at)
          const day = formatDay(link.madeOn)
          return {
            label: en.madeOn(day, p.names.get(link.madeBy) ?? ''),
            value: (
              <>
                {en.standings[standing]}
                {(standing === 'waits' || standing === 'open') && (
                  <PostForm action={`${p.base}/link/${link.rowId}/end`} csrfToken={p.visitor.csrfToken}>
                    <button class="govuk-button govuk-button--secondary cx-small" type="submit">
                      {en.end}
                      <span class="govuk-visually-hidden">{en.endOf(day)}</span>
                    </button>
                  </PostForm>
                )}
              </>
            ),
          }
        })}
      />
    </>
  )
}

/** The link and its code, once. */
export function MadeLinkPage(p: Common & { readonly made: MadeLink; readonly publicUrl: string }): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.madeTitle}
      form={NO_FORM}
      back={{ href: base, text: en.back }}
    >
      <p>{en.madeLead}</p>
      <FactList
        stacked
        facts={[
          {
            label: en.link,
            value: (
              <>
                <code id="made-link" class="cx-code">{`${p.publicUrl}/open/${p.made.token}`}</code>{' '}
                <button
                  class="govuk-button govuk-button--secondary cx-small"
                  type="button"
                  data-copy="made-link"
                  data-copied={en.copied}
                >
                  {en.copy}
                </button>
              </>
            ),
          },
          {
            label: en.code,
            value: <strong>{`${p.made.code.slice(0, 3)} ${p.made.code.slice(3)}`}</strong>,
          },
        ]}
      />
      <p>{en.until(formatDay(p.made.until))}</p>
    </FramedPage>
  )
}
