import type { JSX } from 'preact'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { type Day, daysBetween, formatDay, shortDay } from '#ground/day.ts'
import { feedbackWords } from '#rooms/directory/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { Notice } from '#rooms/notices/index.ts'
import { type Named, OwnedTable, type PanelAction, panelWords } from '#rooms/panels/index.ts'
import { type Along, type DiaryEntry, type Due, Entries, nextKindWords } from '#rooms/sessions/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert, Alerts } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { noticeWords } from '../notice-words.ts'
import { en } from '../words.ts'

export type NoticeRow = { readonly notice: Notice; readonly who: string | undefined; readonly href: string | undefined }

export type OwnVisit = { readonly rowId: string; readonly backBy: Instant; readonly whereabouts: string }

export type AgreementRow = {
  readonly id: string
  readonly partner: string
  readonly reviewOn: Day
  readonly hasLapsed: boolean
}

/** What needs somebody today: what is due, and what is new. */
export function MyDayPage(p: {
  visitor: Visitor
  name: string
  today: Day
  due: readonly Due[]
  /** What stands in one's diary today; undefined for whoever has none. */
  meetings: readonly DiaryEntry[] | undefined
  /** Who goes to them, where that is more than one. */
  along: Along
  whose: string
  notices: readonly NoticeRow[]
  showsDue: boolean
  onDuty: boolean
  /** Whether they are asked what they say of working with advisers. */
  isAskedBack: boolean
  /** Agreements to look at again; empty for whoever does not manage them. */
  agreements: readonly AgreementRow[]
  /** What panels agreed that they do, and whom each is about as they may read it. */
  agreed: readonly PanelAction[]
  named: ReadonlyMap<string, Named>
  /** Visits of today one has not come back from. */
  visits: readonly OwnVisit[]
}): JSX.Element {
  const { csrfToken } = p.visitor
  return (
    <StaffPage visitor={p.visitor} title={en.myDay} current="/">
      <PageHead title={en.myDay} lead={en.greeting(p.name, formatDay(p.today))} />
      {(p.onDuty || p.isAskedBack || p.visits.length > 0) && (
        <Alerts
          items={[
            ...p.visits.map(one => (
              <Alert kind="care" kindWord={en.note} first={en.backBy(timeOf(one.backBy))}>
                {one.whereabouts}. <a href={`/visits/${one.rowId}`}>{en.sayBack}</a>
              </Alert>
            )),
            ...(p.isAskedBack
              ? [
                  <Alert kind="note" kindWord={en.note} first={feedbackWords.asked}>
                    {feedbackWords.askedText} <a href="/feedback">{feedbackWords.askedLink}</a>
                  </Alert>,
                ]
              : []),
            ...(p.onDuty
              ? [
                  <Alert kind="note" kindWord={en.note} first={en.onDuty}>
                    {en.onDutyText} <a href="/find">{en.find}</a>
                  </Alert>,
                ]
              : []),
          ]}
          more={en.alertsMore}
        />
      )}
      {p.agreements.length > 0 && (
        <>
          <SectionHead>{en.agreements}</SectionHead>
          <DataTable
            caption={en.agreements}
            rows={p.agreements}
            columns={[
              {
                key: 'partner',
                heading: en.partner,
                cell: a => (
                  <a class="govuk-link" href={`/agreements/${a.id}/review`}>
                    {a.partner}
                  </a>
                ),
              },
              {
                key: 'state',
                heading: en.what,
                cell: a =>
                  a.hasLapsed ? (
                    <StatusTag kind="late">{en.agreementLapsed(formatDay(a.reviewOn))}</StatusTag>
                  ) : (
                    <StatusTag kind="care">{en.agreementDue(formatDay(a.reviewOn))}</StatusTag>
                  ),
              },
            ]}
          />
        </>
      )}
      {p.meetings && (
        <SectionHead
          aside={
            <a class="govuk-link" href="/diary">
              {en.diary}
            </a>
          }
        >
          {en.meetings}
        </SectionHead>
      )}
      {p.meetings &&
        (p.meetings.length === 0 ? (
          <p class="cx-quiet">{en.noMeetings}</p>
        ) : (
          <Entries caption={en.meetings} rows={p.meetings} today={p.today} along={p.along} whose={p.whose} />
        ))}
      <SectionHead>{en.notices}</SectionHead>
      {p.notices.length === 0 ? (
        <EmptyState title={en.noNotices}>{en.noNoticesText}</EmptyState>
      ) : (
        <DataTable
          caption={en.notices}
          rows={p.notices}
          columns={[
            {
              key: 'what',
              heading: en.what,
              cell: r =>
                r.href === undefined ? (
                  noticeOf(r)
                ) : (
                  <a class="govuk-link" href={r.href}>
                    {noticeOf(r)}
                  </a>
                ),
            },
            { key: 'who', heading: en.who, cell: r => r.who ?? '', phone: { lead: true } },
            {
              key: 'when',
              heading: en.when,
              cell: r => `${shortDay(dayOf(r.notice.madeAt), p.today)}, ${timeOf(r.notice.madeAt)}`,
            },
            {
              key: 'done',
              heading: en.done,
              hidesHeading: true,
              cell: r => (
                <PostForm action={`/notices/${r.notice.id}/read`} csrfToken={csrfToken}>
                  <button class="govuk-button govuk-button--secondary cx-small" type="submit">
                    {en.done}
                    <span class="govuk-visually-hidden">: {noticeOf(r)}</span>
                  </button>
                </PostForm>
              ),
            },
          ]}
        />
      )}
      {p.agreed.length > 0 && (
        <>
          <SectionHead
            aside={
              <a class="govuk-link" href="/panel-actions">
                {panelWords.tell}
              </a>
            }
          >
            {panelWords.ownTitle}
          </SectionHead>
          <OwnedTable caption={panelWords.ownTitle} rows={p.agreed} named={p.named} today={p.today} />
        </>
      )}
      {p.showsDue && <SectionHead>{en.due}</SectionHead>}
      {p.showsDue &&
        (p.due.length === 0 ? (
          <EmptyState
            title={en.noDue}
            action={
              <Button href="/caseload" classes="govuk-button--secondary">
                {en.caseload}
              </Button>
            }
          >
            {en.noDueText}
          </EmptyState>
        ) : (
          <DataTable
            caption={en.due}
            rows={p.due}
            columns={[
              {
                key: 'who',
                heading: en.who,
                cell: d => <a class="govuk-link" href={`/people/${d.personId}`}>{`${d.family}, ${d.given}`}</a>,
              },
              { key: 'what', heading: en.what, cell: d => whatOf(d), phone: { lead: true } },
              { key: 'when', heading: en.when, cell: d => whenOf(d, p.today) },
              {
                key: 'done',
                heading: en.markDone,
                hidesHeading: true,
                cell: d => (
                  <PostForm action={`/contacts/${d.contactId}/next-done`} csrfToken={csrfToken}>
                    <button class="govuk-button govuk-button--secondary cx-small" type="submit">
                      {en.markDone}
                      <span class="govuk-visually-hidden">: {d.nextStep}</span>
                    </button>
                  </PostForm>
                ),
              },
            ]}
          />
        ))}
    </StaffPage>
  )
}

function whatOf(due: Due): JSX.Element {
  return (
    <>
      {due.nextKind && <div class="cx-quiet">{nextKindWords[due.nextKind]}</div>}
      <a class="govuk-link" href={`/contacts/${due.contactId}/next-step`}>
        {due.nextStep}
      </a>
    </>
  )
}

function noticeOf(row: NoticeRow): string {
  return noticeWords[row.notice.kind] ?? row.notice.kind
}

function whenOf(due: Due, today: Day): JSX.Element {
  const late = daysBetween(due.nextOn, today)
  if (late > 0)
    return (
      <StatusTag kind="late" bare>
        {en.late(late)}
      </StatusTag>
    )
  return <span>{late === 0 ? en.today : shortDay(due.nextOn, today)}</span>
}
