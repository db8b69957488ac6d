import type { JSX } from 'preact'
import { type Day, daysBetween, formatDay } from '#ground/day.ts'
import type { Due } from '#rooms/assessment/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { AlertDue } from '#rooms/people/index.ts'
import { type PathwayKind, type PlanDue, pathwayKinds } from '#rooms/plans/index.ts'
import {
  type ReadStanding,
  ReadStandingTag,
  readStandings,
  confidentialityWords as words,
} from '#rooms/sharing/index.ts'
import { type Column, DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { due as en } from '../due-words.ts'

/** Whose list it is: one's own, or a team's with who leads for each. */
type Whose = { readonly visitor: Visitor; readonly isTeam: boolean; readonly mayShowTeam: boolean }
type Named = { readonly personId: string; readonly name: string; readonly adviser: string }
export type DueRow = Named & { readonly due: Due; readonly hasDraft: boolean }

/** One's own list and the team's, for whoever leads one. */
function WhoseTabs(p: Whose & { readonly at: string }): JSX.Element | null {
  if (!p.mayShowTeam) return null
  const tabs = [
    { href: p.at, text: en.ofSelf, current: !p.isTeam },
    { href: `${p.at}?of=team`, text: en.ofTeam, current: p.isTeam },
  ]
  return <LinkTabs label={en.whose} tabs={tabs} />
}

/** Who leads for each, on a team's list. */
const adviserColumn = (p: Whose): Column<Named>[] =>
  p.isTeam ? [{ key: 'adviser', heading: en.adviser, cell: row => row.adviser, phone: { label: en.adviser } }] : []

/** Whose assessment is due, the latest first. */
export function AssessmentsDuePage(p: Whose & { readonly rows: readonly DueRow[] }): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.dueTitle}>
      <PageHead title={en.dueTitle} lead={p.isTeam ? en.dueLeadTeam : en.dueLead} />
      <WhoseTabs {...p} at="/assessments/due" />
      {p.rows.length === 0 ? (
        <EmptyState title={en.dueNone}>{en.dueNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.dueCaption}
          rows={p.rows}
          stickyHead
          columns={[
            {
              key: 'who',
              heading: en.dueWho,
              cell: row => <PersonLink {...row} />,
            },
            ...adviserColumn(p),
            {
              key: 'what',
              heading: en.dueWhat,
              phone: { label: en.dueWhat },
              cell: row => (
                <>
                  {row.due.what === 'first' ? en.dueFirst : en.dueReview}{' '}
                  {row.hasDraft && <StatusTag kind="note">{en.dueDraft}</StatusTag>}
                </>
              ),
            },
            {
              key: 'when',
              heading: en.dueWhen,
              phone: { lead: true },
              cell: row =>
                row.due.daysLate > 0 ? (
                  <StatusTag kind="late" bare>
                    {en.dueLate(row.due.daysLate)}
                  </StatusTag>
                ) : (
                  en.dueOn(formatDay(row.due.on))
                ),
            },
            {
              key: 'open',
              heading: en.dueOpen,
              hidesHeading: true,
              cell: row => <OpenLink href={`/people/${row.personId}/assessment`} text={en.dueOpen} name={row.name} />,
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

export type PlanDueRow = Named & { readonly due: PlanDue }
/** A pathway of support of which something is past its day. */
export type PathwayDueRow = Named & {
  readonly pathwayId: string
  readonly kind: PathwayKind
  /** What is past its day. */
  readonly waits: string
  readonly daysLate: number
}

/** Whose plan wants something: late reviews first, then those ahead, then plans without a day, then who has none. */
export function PlansDuePage(
  p: Whose & { readonly rows: readonly PlanDueRow[]; readonly pathways: readonly PathwayDueRow[] },
): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.plansTitle}>
      <PageHead title={en.plansTitle} lead={p.isTeam ? en.plansLeadTeam : en.plansLead} />
      <WhoseTabs {...p} at="/plans/due" />
      {p.pathways.length > 0 && <PathwaysDue {...p} />}
      {p.rows.length === 0 ? (
        <EmptyState title={en.plansNone}>{en.plansNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.plansCaption}
          rows={p.rows}
          stickyHead
          columns={[
            { key: 'who', heading: en.dueWho, cell: row => <PersonLink {...row} /> },
            ...adviserColumn(p),
            {
              key: 'what',
              heading: en.dueWhat,
              phone: { label: en.dueWhat },
              cell: row => en.plansWhat[row.due.what],
            },
            {
              key: 'when',
              heading: en.dueWhen,
              phone: { lead: true },
              cell: ({ due }) =>
                due.what === 'review-late' ? (
                  <StatusTag kind="late" bare>
                    {en.dueLate(due.daysLate)}
                  </StatusTag>
                ) : due.on !== null ? (
                  en.dueOn(formatDay(due.on))
                ) : due.what === 'partner-silent' ? (
                  en.plansSilent(due.daysLate)
                ) : due.what === 'no-plan' ? (
                  (p.isTeam ? en.plansLedFor : en.plansSince)(due.daysLate)
                ) : (
                  ''
                ),
            },
            {
              key: 'open',
              heading: en.plansOpen,
              hidesHeading: true,
              cell: row => <OpenLink href={`/people/${row.personId}/plan`} text={en.plansOpen} name={row.name} />,
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

export type ReadDueRow = Named & { readonly standing: ReadStanding; readonly readOn: Day | null }

/** With whom what stays between us is to be read. */
export function ReadDuePage(
  p: Whose & { readonly rows: readonly ReadDueRow[]; readonly isWritten: boolean },
): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={words.dueTitle}>
      <PageHead title={words.dueTitle} lead={p.isTeam ? words.dueLeadTeam : words.dueLead} />
      <WhoseTabs {...p} at="/confidentiality/due" />
      {p.rows.length === 0 ? (
        <EmptyState title={p.isWritten ? en.readNone : words.none}>
          {p.isWritten ? en.readNoneText : readStandings.nothing}
        </EmptyState>
      ) : (
        <DataTable
          caption={en.readCaption}
          rows={p.rows}
          stickyHead
          columns={[
            { key: 'who', heading: en.dueWho, cell: row => <PersonLink {...row} /> },
            ...adviserColumn(p),
            {
              key: 'what',
              heading: en.dueWhat,
              phone: { lead: true },
              cell: row => <ReadStandingTag standing={row.standing} />,
            },
            {
              key: 'when',
              heading: en.readLast,
              phone: { label: en.readLast },
              cell: row => (row.readOn === null ? '–' : formatDay(row.readOn)),
            },
            {
              key: 'open',
              heading: words.readWith,
              hidesHeading: true,
              cell: row => (
                <OpenLink href={`/people/${row.personId}/confidentiality/read`} text={words.readWith} name={row.name} />
              ),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** Pathways of support of which something is past its day, the longest first; nothing where there is none. */
function PathwaysDue(p: Whose & { readonly pathways: readonly PathwayDueRow[] }): JSX.Element {
  return (
    <>
      <SectionHead>{en.pathwaysHead}</SectionHead>
      <DataTable
        caption={en.pathwaysCaption}
        rows={p.pathways}
        columns={[
          { key: 'who', heading: en.dueWho, cell: row => <PersonLink {...row} /> },
          ...adviserColumn(p),
          {
            key: 'what',
            heading: en.dueWhat,
            phone: { label: en.dueWhat },
            cell: row => (
              <>
                {row.waits}
                <div class="cx-quiet">{pathwayKinds[row.kind].name}</div>
              </>
            ),
          },
          {
            key: 'when',
            heading: en.dueWhen,
            phone: { lead: true },
            cell: row => (
              <StatusTag kind="late" bare>
                {en.dueLate(row.daysLate)}
              </StatusTag>
            ),
          },
          {
            key: 'open',
            heading: en.pathwaysOpen,
            hidesHeading: true,
            cell: row => <OpenLink href={`/pathways/${row.pathwayId}`} text={en.pathwaysOpen} name={row.name} />,
          },
        ]}
      />
      <SectionHead>{en.plansHead}</SectionHead>
    </>
  )
}

function PersonLink(p: { personId: string; name: string }): JSX.Element {
  return (
    <a class="govuk-link" href={`/people/${p.personId}`}>
      {p.name}
    </a>
  )
}

function OpenLink(p: { href: string; text: string; name: string }): JSX.Element {
  return (
    <a class="govuk-link cx-row-link" href={p.href}>
      {p.text}
      <span class="govuk-visually-hidden">{en.dueOpenOf(p.name)}</span>
    </a>
  )
}

/** Alerts somebody asks about again: whether they are still needed. */
export function AlertsDuePage(p: {
  readonly visitor: Visitor
  readonly rows: readonly AlertDue[]
  readonly today: Day
}): JSX.Element {
  const nameOf = (row: AlertDue) => `${row.family}, ${row.given}`
  return (
    <StaffPage visitor={p.visitor} title={en.alertsTitle} current="/alerts">
      <PageHead title={en.alertsTitle} lead={en.alertsLead} />
      {p.rows.length === 0 ? (
        <EmptyState title={en.alertsNone}>{en.alertsNoneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.alertsCaption}
          rows={p.rows}
          columns={[
            {
              key: 'who',
              heading: en.dueWho,
              cell: row => <PersonLink personId={row.personId} name={nameOf(row)} />,
            },
            { key: 'what', heading: en.alertsWhat, phone: { lead: true }, cell: row => row.firstWords },
            {
              key: 'told',
              heading: en.alertsTold,
              phone: { label: en.alertsTold },
              cell: row => (row.told === null ? '–' : en.alertsToldWords[row.told]),
            },
            {
              key: 'when',
              heading: en.dueWhen,
              phone: { label: en.dueWhen },
              cell: row => <ReviewBy on={row.reviewOn} today={p.today} />,
            },
            {
              key: 'open',
              heading: en.alertsOpen,
              hidesHeading: true,
              cell: row => (
                <OpenLink
                  href={`/people/${row.personId}/alerts/${row.rowId}/review`}
                  text={en.alertsOpen}
                  name={`${row.firstWords} (${nameOf(row)})`}
                />
              ),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function ReviewBy({ on, today }: { on: Day | null; today: Day }): JSX.Element {
  const late = on === null ? 0 : daysBetween(on, today)
  return late > 0 ? (
    <StatusTag kind="late" bare>
      {en.dueLate(late)}
    </StatusTag>
  ) : (
    <>{on === null ? '' : en.dueOn(formatDay(on))}</>
  )
}
