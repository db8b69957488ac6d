import type { JSX } from 'preact'
import type { Instant } from '#ground/clock.ts'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { type Link, LinksBefore, type MadeLink, MadeLinkFacts, staffLinkWords } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { Referral } from '../referral.ts'
import { parts as partWords } from '../words.ts'
import { agencyLinkWords } from './agency-words.ts'
import type { NoAgencyLink, NoLetterLink } from './rules.ts'
import type { Say } from './say.ts'
import { letterLinkWords as en } from './words.ts'

type Common = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly referral: Referral }

/** Makes a link to a letter, and shows how those made before stand. */
export function ReferralLinksPage(
  p: Common & {
    readonly to: string
    readonly links: readonly Link[]
    readonly names: ReadonlyMap<string, string>
    readonly at: Instant
    /** Why none can be made for them now. */
    readonly none: NoLetterLink | 'write-anew' | undefined
    /** Why none can be made for the other agency now. */
    readonly noneForAgency: NoAgencyLink | undefined
    readonly form: FormState
  },
): JSX.Element {
  const here = `/referrals/${p.referral.rowId}`
  const { given } = p.frame.person
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={p.form} back={{ href: here, text: en.back }}>
      <SectionHead>{en.head(given)}</SectionHead>
      {p.none === undefined ? (
        <>
          <p>{en.lead(given, p.to)}</p>
          <InsetText>{staffLinkWords.safe}</InsetText>
          <p>{staffLinkWords.how}</p>
          <PostForm action={`${here}/letter-link`} csrfToken={p.visitor.csrfToken}>
            <div class="cx-buttons">
              <Button>{en.make(given)}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <p>{en.none[p.none]}</p>
      )}
      <SectionHead>{agencyLinkWords.head(p.to)}</SectionHead>
      {p.noneForAgency === undefined ? (
        <>
          <p>{agencyLinkWords.lead(p.to)}</p>
          <InsetText>{agencyLinkWords.safe}</InsetText>
          <PostForm action={`${here}/links`} csrfToken={p.visitor.csrfToken}>
            <TextField
              form={p.form}
              name="for-name"
              label={agencyLinkWords.forName}
              hint={agencyLinkWords.forNameHint}
              autocomplete="off"
            />
            <div class="cx-buttons">
              <Button>{en.make(p.to)}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <p>{agencyLinkWords.none[p.noneForAgency]}</p>
      )}
      <LinksBefore links={p.links} names={p.names} at={p.at} csrfToken={p.visitor.csrfToken} base={`${here}/links`} />
    </FramedPage>
  )
}

/** The link and its code, once. */
export function MadeReferralLinkPage(p: Common & { readonly made: MadeLink; readonly publicUrl: string }): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={staffLinkWords.madeTitle}
      form={NO_FORM}
      back={{ href: `/referrals/${p.referral.rowId}`, text: en.back }}
    >
      <MadeLinkFacts made={p.made} publicUrl={p.publicUrl} />
    </FramedPage>
  )
}

/** What they said by their links, newest first, and whether it was said of the letter as it is. */
export function Says(p: {
  readonly says: readonly Say[]
  readonly inForce: Say | undefined
  readonly isDraft: boolean
}): JSX.Element | null {
  if (p.says.length === 0) return null
  return (
    <>
      <SectionHead>{en.saidHead}</SectionHead>
      {p.says.toReversed().map(say => {
        const isNow = say.rowId === p.inForce?.rowId
        return (
          <div>
            <p>
              <strong>{en.says[say.say]}</strong> {en.onDay(formatDay(say.saidOn))}
            </p>
            {say.part !== null && <p>{en.ofPart(partWords[say.part])}</p>}
            {say.words !== '' && <blockquote class="cx-quote">{say.words}</blockquote>}
            {!isNow && <p class="cx-quiet">{en.ofBefore}</p>}
            {isNow && p.isDraft && say.say !== 'right' && <p class="cx-quiet">{en.toAnswer}</p>}
          </div>
        )
      })}
    </>
  )
}
