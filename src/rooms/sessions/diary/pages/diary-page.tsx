import type { JSX } from 'preact'
import { type Day, formatDay, shortDay, timelineDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, LinkTabs, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Along } from '../../along/companion.ts'
import { AlongLines } from '../../along/pages.tsx'
import { alongStates, en as alongWords } from '../../along/words.ts'
import { PlannedLines } from '../../groups/closed/pages.tsx'
import type { PlannedFor } from '../../groups/group.ts'
import { SheetLines } from '../../settings/pages.tsx'
import type { SheetAbout } from '../../settings/store.ts'
import { purposes } from '../../words.ts'
import type { Appointment, DayAhead, DiaryEntry, Turn } from '../appointment.ts'
import { en as feedWords } from '../feed/words.ts'
import { hoursOf, noticeOf } from '../rules.ts'
import { diary as en, kindWords, noticeWords, roomWords, stateWords, turnWords } from '../words.ts'

export type DiaryView = 'day' | 'week' | 'list'

type DiaryProps = {
  readonly visitor: Visitor
  readonly view: DiaryView
  /** Whether groups and drop-ins are the visitor's to record. */
  readonly mayRecordGroups: boolean
  readonly today: Day
  /** The day that was asked for; a week is the one it lies in. */
  readonly on: Day
  readonly earlier: Day
  readonly later: Day
  readonly days: readonly { readonly day: Day; readonly holiday: boolean; readonly entries: readonly DiaryEntry[] }[]
  readonly unanswered: readonly DiaryEntry[]
  /** What others arranged with young people one leads for. */
  readonly ofOthers: readonly DiaryEntry[]
  /** What they go to that is no meeting of one’s own, in the days that are shown. */
  readonly ahead: readonly DayAhead[]
  /** Paper that is about still. */
  readonly sheets: readonly SheetAbout[]
  /** Closed groups one runs that are planned. */
  readonly groups: readonly Omit<PlannedFor, 'how'>[]
  /** Which meetings are first contacts, by meeting. */
  readonly turns: ReadonlyMap<string, Turn>
  /** Who goes to them, where that is more than one. */
  readonly along: Along
  /** Whose diary it is. */
  readonly whose: string
}

/** What is arranged, day by day. */
export function DiaryPage(p: DiaryProps): JSX.Element {
  const [first, last] = [p.days[0]?.day ?? p.on, p.days.at(-1)?.day ?? p.on]
  const at = (view: DiaryView, on: Day) => `/diary?view=${view}&on=${on}`
  return (
    <StaffPage visitor={p.visitor} title={en.diary} current="/diary">
      <PageHead
        title={en.diary}
        lead={en.lead(first, last)}
        actions={
          <>
            {p.mayRecordGroups && (
              <Button href="/groups/new" classes="govuk-button--secondary">
                {en.recordGroup}
              </Button>
            )}
            <Button href={`/diary/new?on=${p.on}`}>{en.newOne}</Button>
          </>
        }
      />
      <LinkTabs
        label={en.views}
        tabs={(['day', 'week', 'list'] as const).map(view => ({
          href: at(view, p.on),
          text: en[view],
          current: view === p.view,
        }))}
      />
      <p class="cx-buttons">
        <a class="govuk-link" href={at(p.view, p.earlier)}>
          {en.earlier}
        </a>{' '}
        <a class="govuk-link" href={at(p.view, p.today)}>
          {en.today}
        </a>{' '}
        <a class="govuk-link" href={at(p.view, p.later)}>
          {en.later}
        </a>{' '}
        <a class="govuk-link" href="/diary/calendar">
          {feedWords.link}
        </a>
      </p>
      {p.unanswered.length > 0 && (
        <>
          <SectionHead>{en.unanswered}</SectionHead>
          <p>{en.unansweredText}</p>
          <Entries
            caption={en.unanswered}
            rows={p.unanswered}
            today={p.today}
            turns={p.turns}
            along={p.along}
            whose={p.whose}
            withDay
          />
        </>
      )}
      {p.ofOthers.length > 0 && (
        <>
          <SectionHead>{en.ofOthers}</SectionHead>
          <p>{en.ofOthersText}</p>
          <Entries
            caption={en.ofOthers}
            rows={p.ofOthers}
            today={p.today}
            turns={p.turns}
            along={p.along}
            whose={p.whose}
            withDay
            ofOthers
          />
        </>
      )}
      {p.ahead.length > 0 && (
        <>
          <SectionHead>{en.ahead}</SectionHead>
          <Ahead rows={p.ahead} today={p.today} />
        </>
      )}
      <SheetLines sheets={p.sheets} />
      <PlannedLines rows={p.groups} today={p.today} />
      {p.days.length === 0 ? (
        <EmptyState title={en.nothing}>{en.nothingText}</EmptyState>
      ) : (
        p.days.map(({ day, holiday, entries }) => (
          <>
            <SectionHead aside={holiday && <StatusTag kind="quiet">{en.holiday}</StatusTag>}>
              {headingOf(day, p.today)}
            </SectionHead>
            {entries.length === 0 ? (
              <p class="cx-quiet">{en.nothing}</p>
            ) : (
              <Entries
                caption={en.onDay(formatDay(day))}
                rows={entries}
                today={p.today}
                turns={p.turns}
                along={p.along}
                whose={p.whose}
              />
            )}
          </>
        ))
      )}
    </StaffPage>
  )
}

/** Interviews and first days: when, who, at what, and who goes along. */
function Ahead(p: { readonly rows: readonly DayAhead[]; readonly today: Day }): JSX.Element {
  return (
    <DataTable
      caption={en.ahead}
      rows={p.rows}
      columns={[
        {
          key: 'time',
          heading: en.time,
          tight: true,
          cell: r => [shortDay(r.onDay, p.today), r.atTime].filter(Boolean).join(', '),
        },
        {
          key: 'who',
          heading: en.who,
          phone: { lead: true },
          cell: r => (
            <a class="govuk-link" href={`/people/${r.personId}`}>
              {r.name}
            </a>
          ),
        },
        {
          key: 'for',
          heading: en.forWhat,
          cell: r => (
            <a class="govuk-link" href={`/applications/${r.rowId}`}>
              {en.aheadWhat[r.what](r.title, r.offeredBy)}
              <span class="govuk-visually-hidden">, {r.name}</span>
            </a>
          ),
        },
        {
          key: 'with',
          heading: en.goesAlong,
          cell: r => (r.what === 'interview' ? en.withThem[r.withThem ?? 'not-yet-agreed'] : ''),
          phone: { label: en.goesAlong },
        },
      ]}
    />
  )
}

/** Rows of a diary: when, with whom, what for, where, and how it stands. */
export function Entries(p: {
  readonly caption: string
  readonly rows: readonly DiaryEntry[]
  readonly today: Day
  /** Who goes to them, where that is more than one. */
  readonly along: Along
  /** Whose list it is. */
  readonly whose: string
  /** Which are first contacts. */
  readonly turns?: ReadonlyMap<string, Turn>
  /** Where rows are of many days. */
  readonly withDay?: boolean
  /** Of others' diaries: who goes there is for them to plan. */
  readonly ofOthers?: boolean
}): JSX.Element {
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      {...(p.withDay ? {} : { classes: 'cx-diary' })}
      columns={[
        {
          key: 'time',
          heading: en.time,
          tight: true,
          cell: r => [p.withDay && shortDay(r.onDay, p.today), hoursOf(r)].filter(Boolean).join(', '),
        },
        {
          key: 'who',
          heading: en.who,
          phone: { lead: true },
          cell: r => <a class="govuk-link" href={`/people/${r.personId}`}>{`${r.given} ${r.family}`}</a>,
        },
        {
          key: 'for',
          heading: en.forWhat,
          cell: r => (
            <>
              {r.aim || purposes[r.purpose]}
              {p.turns?.get(r.rowId) === 'first' && (
                <>
                  {' '}
                  <StatusTag kind="note">{turnWords.first}</StatusTag>
                </>
              )}
              <AlongLines lines={p.along.get(r.rowId)} but={p.whose} />
              {r.state === 'set' && r.bring !== '' && <div class="cx-quiet">{en.bringAlong(r.bring)}</div>}
            </>
          ),
        },
        { key: 'where', heading: en.where, cell: whereOf },
        {
          key: 'how',
          heading: en.how,
          tight: true,
          cell: r => (isWaiting(r) ? <StatusTag kind="care">{alongStates.asked}</StatusTag> : <StandsTag entry={r} />),
        },
        {
          key: 'open',
          heading: en.open,
          hidesHeading: true,
          cell: r => <EntryLinks entry={r} today={p.today} isOwn={!p.ofOthers} />,
        },
      ]}
    />
  )
}

/** Whether one is asked along to it, and has not answered. */
function isWaiting(r: DiaryEntry): boolean {
  return r.joined === 'asked' && r.state === 'set'
}

/** `Today, Mon 23 Nov`. */
function headingOf(day: Day, today: Day): string {
  const named = `${timelineDay(day).slice(0, 3)} ${shortDay(day, today)}`
  return day === today ? en.todayIs(named) : named
}

function whereOf(r: DiaryEntry): JSX.Element {
  return (
    <>
      {r.kind === 'meeting' ? r.place : kindWords[r.kind]}
      {r.room === 'open' && r.state === 'set' && (
        <>
          {' '}
          <StatusTag kind="care">{roomWords.open}</StatusTag>
        </>
      )}
    </>
  )
}

/** Whether they came; of what is to come, whether they know of it. */
export function StandsTag(p: { readonly entry: Appointment }): JSX.Element {
  const { entry } = p
  switch (entry.state) {
    case 'came':
    case 'late':
      return <StatusTag kind="good">{stateWords[entry.state]}</StatusTag>
    case 'missed':
      return <StatusTag kind="late">{stateWords.missed}</StatusTag>
    case 'cancelled':
      return <StatusTag kind="quiet">{stateWords.cancelled}</StatusTag>
    case 'set': {
      const notice = noticeOf(entry)
      return <StatusTag kind={notice === 'good' ? 'note' : 'care'}>{noticeWords[notice]}</StatusTag>
    }
  }
}

function EntryLinks(p: {
  readonly entry: DiaryEntry
  readonly today: Day
  readonly isOwn: boolean
}): JSX.Element | null {
  const { rowId, state, kind, onDay, given, family, personId, joined } = p.entry
  const name = `${given} ${family}`
  const link = (href: string, text: string, about: string) => (
    <a class="govuk-link" href={href}>
      {text}
      <span class="govuk-visually-hidden"> {about}</span>
    </a>
  )
  if (state === 'missed')
    return (
      <>
        {link(`/people/${personId}/appointments/new?instead=${rowId}`, en.bookAnother, en.withName(name))} ·{' '}
        {link(`/appointments/${rowId}`, en.open, en.answerOf(name))}
      </>
    )
  if (state !== 'set') return link(`/appointments/${rowId}`, en.open, en.answerOf(name))
  return (
    <>
      {joined === 'asked' && <>{link(`/appointments/${rowId}/along`, alongWords.answerLink, en.withName(name))} · </>}
      {onDay <= p.today && <>{link(`/appointments/${rowId}/outcome`, en.answer, en.withName(name))} · </>}
      {link(`/appointments/${rowId}`, en.open, en.withName(name))} ·{' '}
      {link(`/people/${personId}/brief`, en.brief, en.briefOf(name))}
      {kind === 'home-visit' && onDay >= p.today && p.isOwn && joined !== 'asked' && (
        <> · {link(`/appointments/${rowId}/visit`, en.beforeYouGo, en.briefOf(name))}</>
      )}
    </>
  )
}
