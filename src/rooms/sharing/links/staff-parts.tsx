/** What staff see of links, whatever they open: the link and its code, once; and how those made before stand. */
import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import { PostForm } from '#web/form/fields.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { Link, MadeLink } from './link.ts'
import { standingOf } from './rules.ts'
import { staffLinkWords as en } from './words.ts'

/** The link and its code: shown once, and never again. */
export function MadeLinkFacts(p: { readonly made: MadeLink; readonly publicUrl: string }): JSX.Element {
  return (
    <>
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
    </>
  )
}

/** How links made before stand, each with a way to end it. */
export function LinksBefore(p: {
  readonly links: readonly Link[]
  readonly names: ReadonlyMap<string, string>
  readonly at: Instant
  readonly csrfToken: string
  /** Below which a link is ended, by its id. */
  readonly base: string
}): JSX.Element | null {
  if (p.links.length === 0) return null
  return (
    <>
      <SectionHead>{en.before}</SectionHead>
      <FactList
        stacked
        facts={p.links.map(link => {
          const standing = standingOf(link, p.at)
          const day = formatDay(link.madeOn)
          return {
            label: [link.forName, en.madeOn(day, p.names.get(link.madeBy) ?? '')].filter(Boolean).join('. '),
            value: (
              <>
                {en.standings[standing]}
                {(standing === 'waits' || standing === 'open') && (
                  <PostForm action={`${p.base}/${link.rowId}/end`} csrfToken={p.csrfToken}>
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
