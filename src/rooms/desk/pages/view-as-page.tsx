import type { ComponentChildren, JSX } from 'preact'
import type { RecordClass } from '#rooms/access/index.ts'
import { type Colleague, roleNames, StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { AdultReader } from '#rooms/plans/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { ErrorSummary } from '#web/govuk/error-summary.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { classWords } from '../class-words.ts'
import { en } from '../view-as-words.ts'

/** Somebody one can look as, and what they would see of the record it is about. */
export type Looker = {
  readonly colleague: Colleague
  readonly organisation: string
  readonly isYou: boolean
  /** Undefined where it is about nobody yet. */
  readonly sees: readonly RecordClass[] | undefined
}

/** Whose eyes there are; of one record, who would see what. */
export function ViewAsPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame | undefined
  readonly lookers: readonly Looker[]
  readonly hasLead: boolean
  readonly adults: readonly AdultReader[]
  readonly isGone: boolean
}): JSX.Element {
  const { frame } = p
  const title = frame ? en.titleOf(`${frame.person.given} ${frame.person.family}`) : en.title
  return (
    <StaffPage
      visitor={p.visitor}
      title={title}
      current="/view-as"
      hasErrors={p.isGone}
      {...(frame ? { aboutId: frame.person.id, identityBar: frame.bar } : {})}
    >
      {p.isGone && <ErrorSummary title={en.problem} errorList={[{ children: en.gone, href: '#lookers' }]} />}
      {frame ? <SectionHead>{title}</SectionHead> : <PageHead title={title} lead={en.lead} />}
      <p>{frame ? en.leadOf : en.choose}</p>
      {frame && <WithoutAccount frame={frame} hasLead={p.hasLead} adults={p.adults} />}
      <SectionHead id="lookers">{en.colleagues}</SectionHead>
      <DataTable
        caption={en.colleagues}
        rows={p.lookers}
        columns={[
          { key: 'who', heading: en.who, cell: whoOf, phone: { lead: true } },
          ...(frame ? [{ key: 'what', heading: en.what, cell: seesOf }] : []),
          { key: 'look', heading: en.look, hidesHeading: true, cell: one => lookButton(p.visitor, one, frame) },
        ]}
      />
    </StaffPage>
  )
}

function whoOf({ colleague, organisation, isYou }: Looker): ComponentChildren {
  return (
    <>
      <strong>{colleague.name}</strong>
      {isYou && ` (${en.you})`}
      <br />
      {[roleNames[colleague.role], colleague.jobTitle, organisation].filter(Boolean).join(', ')}
    </>
  )
}

function seesOf({ sees }: Looker): string {
  if (sees === undefined || sees.length === 0) return en.nothing
  return sees.map(one => classWords[one]).join(', ')
}

function lookButton(
  visitor: Visitor,
  { colleague, isYou }: Looker,
  frame: PersonFrame | undefined,
): JSX.Element | null {
  if (isYou) return null
  return (
    <PostForm action="/view-as" csrfToken={visitor.csrfToken}>
      <input type="hidden" name="membership" value={colleague.membershipId} />
      {frame && <input type="hidden" name="person" value={frame.person.id} />}
      <button type="submit" class="cx-link-button" aria-label={en.lookAs(colleague.name)}>
        {en.look}
      </button>
    </PostForm>
  )
}

function WithoutAccount(p: {
  readonly frame: PersonFrame
  readonly hasLead: boolean
  readonly adults: readonly AdultReader[]
}): JSX.Element {
  return (
    <>
      <SectionHead>{en.apart}</SectionHead>
      <dl class="cx-facts">
        <div>
          <dt>{en.young}</dt>
          <dd>
            {p.hasLead ? (
              <>
                {en.youngText} <a href={`/people/${p.frame.person.id}/view-as/young-person`}>{en.look}</a>
              </>
            ) : (
              en.youngNobody
            )}
          </dd>
        </div>
        <div>
          <dt>{en.parent}</dt>
          <dd>
            {p.adults.length === 0 && en.parentNobody}
            {p.adults.map(adult => (
              <p>
                <strong>{en.parentOf(adult.name, adult.relationship)}.</strong>{' '}
                {adult.hasLink && p.hasLead ? (
                  <>
                    {en.parentText}{' '}
                    <a href={`/people/${p.frame.person.id}/view-as/adult/${adult.rowId}`}>
                      {en.lookAsParent(adult.name)}
                    </a>
                  </>
                ) : (
                  en.parentNothing
                )}
              </p>
            ))}
          </dd>
        </div>
      </dl>
    </>
  )
}

/** Where somebody real is on record, or where there is nothing behind the link. */
export function NoLookPage(p: {
  readonly visitor: Visitor
  readonly title: string
  readonly text: string
  readonly back?: string | undefined
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={p.title} current="/view-as">
      <PageHead title={en.title} />
      <EmptyState title={p.title} action={p.back === undefined ? undefined : <Button href={p.back}>{en.back}</Button>}>
        {p.text}
      </EmptyState>
    </StaffPage>
  )
}
