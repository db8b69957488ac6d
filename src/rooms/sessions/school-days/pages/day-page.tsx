import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { PostForm } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { type Column, DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { type StatusKind, StatusTag } from '#web/shell/status-tag.tsx'
import { roomWords } from '../../diary/words.ts'
import { isOn, noticeGiven } from '../rules.ts'
import type { SchoolDay, Slot, SlotState } from '../school-day.ts'
import { copyWords, en, slotStates } from '../words.ts'

const TONES: Readonly<Record<SlotState, StatusKind>> = {
  invited: 'note',
  came: 'good',
  missed: 'late',
  'called-off': 'quiet',
  moved: 'quiet',
}
const nameOf = ({ given, family }: Slot) => `${given} ${family}`

type Sheet = {
  readonly visitor: Visitor
  readonly day: SchoolDay
  readonly school: string
  readonly adviser: string
  readonly slots: readonly Slot[]
  /** How many times are left; undefined where it is not for the reader. */
  readonly free: number | undefined
  readonly isOwn: boolean
  readonly mayInvite: boolean
  readonly today: Day
}

/** The run sheet of a day: for the adviser what is to be done next of each, for the place who is out of lessons, when. */
export function SchoolDayPage(p: Sheet): JSX.Element {
  const { day } = p
  const here = `/school-days/${day.id}`
  const isOff = day.calledOffOn !== null
  const waiting = p.slots.filter(one => one.state === 'invited')
  const untold = waiting.filter(one => one.toldOn === null).length
  const title = `${p.school}, ${formatDay(day.onDay)}`
  return (
    <StaffPage visitor={p.visitor} title={title} current="/school-days">
      <PageHead
        title={title}
        lead={isOff ? en.isOff : undefined}
        back={{ href: '/school-days', text: en.back }}
        actions={p.mayInvite && (p.free ?? 0) > 0 ? <Button href={`${here}/invite`}>{en.invite}</Button> : undefined}
      />
      <SideColumn
        side={
          <>
            <SectionHead>{en.facts}</SectionHead>
            <Facts {...p} />
          </>
        }
      >
        {p.slots.length === 0 ? (
          <EmptyState title={en.nobody}>{p.isOwn ? en.nobodyText : en.nobodyTextPlace}</EmptyState>
        ) : (
          <DataTable
            caption={en.sheet}
            rows={p.slots}
            columns={p.isOwn ? [...columns(p), nextColumn] : [...columns(p), hearsColumn]}
          />
        )}
        {p.isOwn && waiting.length > 0 && (
          <div class="cx-buttons">
            <Button href={`${here}/invitations`} classes="govuk-button--secondary">
              {en.printInvitations}
            </Button>
            {untold > 0 && (
              <PostForm action={`${here}/given`} csrfToken={p.visitor.csrfToken}>
                <Button classes="govuk-button--secondary">{en.given(untold)}</Button>
              </PostForm>
            )}
          </div>
        )}
        {p.mayInvite && (
          <p>
            <a class="govuk-link" href={`${here}/call-off`}>
              {en.callOff}
            </a>
          </p>
        )}
      </SideColumn>
    </StaffPage>
  )
}

const columns = (p: Sheet): Column<Slot>[] => [
  {
    key: 'who',
    heading: en.timeAndName,
    cell: one => (
      <>
        {one.atTime}{' '}
        {p.isOwn ? (
          <a class="govuk-link" href={`/people/${one.personId}`}>
            {nameOf(one)}
          </a>
        ) : (
          nameOf(one)
        )}
      </>
    ),
  },
  {
    key: 'stands',
    heading: en.stands,
    cell: one => <StatusTag kind={TONES[one.state]}>{slotStates[one.state]}</StatusTag>,
  },
  ...(p.isOwn
    ? [
        {
          key: 'told',
          heading: en.told,
          tight: true,
          cell: (one: Slot) => (one.toldOn === null ? (isOn(one) ? en.notTold : '') : shortDay(one.toldOn, p.today)),
          phone: { label: en.told },
        },
      ]
    : []),
]

/** What the adviser does next: the interview, then the plan in their hand and what the school hears. */
const nextColumn: Column<Slot> = {
  key: 'next',
  heading: en.next,
  cell: one => {
    const hidden = <span class="govuk-visually-hidden"> {en.interviewOf(nameOf(one))}</span>
    if (one.state === 'invited')
      return (
        <a class="govuk-link" href={`/appointments/${one.appointmentId}/outcome`}>
          {en.interview}
          {hidden}
        </a>
      )
    if (one.state !== 'came') return ''
    return (
      <>
        <a class="govuk-link" href={`/people/${one.personId}/plan/copy`}>
          {en.planCopy}
          {hidden}
        </a>
        <br />
        {one.copy !== null && <>{copyWords[one.copy]} · </>}
        <a class="govuk-link" href={`/school-slots/${one.rowId}/copy`}>
          {one.copy === null ? en.sayCopy : en.changeCopy}
          {hidden}
        </a>
      </>
    )
  },
  phone: { label: en.next },
}

const hearsColumn: Column<Slot> = {
  key: 'hears',
  heading: en.hears,
  cell: one => (one.copy === 'agreed' ? <span class="cx-lines">{one.copyWords}</span> : '–'),
  phone: { label: en.hears },
}

function Facts(p: Sheet): JSX.Element {
  const { day } = p
  const notice = noticeGiven(p.slots, day.onDay)
  const count = (state: SlotState) => p.slots.filter(one => one.state === state).length
  const rest =
    day.breakFrom === null || day.breakTo === null
      ? []
      : [{ label: en.breakFact, value: en.span(day.breakFrom, day.breakTo) }]
  return (
    <FactList
      facts={[
        ...(p.isOwn ? [] : [{ label: en.whose, value: p.adviser }]),
        { label: en.time, value: en.span(day.fromTime, day.toTime) },
        ...rest,
        { label: en.each, value: en.minutes(day.minutes) },
        { label: en.place, value: day.place },
        { label: en.room, value: roomWords[day.room] },
        ...(p.free === undefined ? [] : [{ label: en.free, value: String(p.free) }]),
        { label: en.waiting, value: String(count('invited')) },
        { label: en.came, value: String(count('came')) },
        { label: en.missed, value: String(count('missed')) },
        ...(p.isOwn && notice.all > 0 ? [{ label: en.noticeFact, value: en.notice(notice) }] : []),
      ]}
    />
  )
}
