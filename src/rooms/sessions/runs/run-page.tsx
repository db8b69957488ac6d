import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { StandsTag } from '../diary/pages/diary-page.tsx'
import { hoursOf } from '../diary/rules.ts'
import { kindWords } from '../diary/words.ts'
import { aimResults } from '../words.ts'
import { hasCome, type PartStands, standingOf, unwaited } from './rules.ts'
import { END_REASONS, RUN_ENDS, type Run, type RunMeeting, type RunPart } from './run.ts'
import { en, endReasons, runStates } from './words.ts'

export type MoveFields = 'move-from' | 'move-by' | 'move-time' | 'move-both'
export type EndFields = 'how' | 'reason' | 'words'

/** A run with its parts, its meetings and how far along it is; moved or ended from here. */
export function RunPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly run: Run
  readonly parts: readonly RunPart[]
  readonly meetings: readonly RunMeeting[]
  readonly whose: string
  readonly today: Day
  /** Whose diary it is in plans the visits, and nobody else. */
  readonly isOwn: boolean
  readonly mayCorrect: boolean
  /** Where what was typed was refused, or some day is against it. */
  readonly move: FormState<MoveFields>
  readonly end: FormState<EndFields>
  /** Whether moving asks that it is meant all the same. */
  readonly asksBoth: boolean
}): JSX.Element {
  const { run, meetings, today } = p
  const held = meetings.filter(one => one.state !== 'cancelled')
  const said = meetings.filter(one => one.aimResult !== null)
  const open = unwaited(meetings, today)
  const isOn = run.state === 'on'
  const version = <input type="hidden" name="version" value={String(run.version)} />
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={run.title}
      form={p.move.errors.length > 0 ? p.move : p.end}
      back={{ href: `/people/${p.frame.person.id}`, text: en.back }}
    >
      {isOn && open.length > 0 && (
        <Alert kind="care" kindWord="Care" first={en.uncheckedFirst}>
          {en.unchecked(open.length)} {en.visitsText}
        </Alert>
      )}
      <FactList
        facts={[
          { label: en.stands, value: runStates[run.state] },
          {
            label: en.ends,
            value: [
              run.endedReason && endReasons[run.endedReason],
              run.endedWords,
              run.endedOn && formatDay(run.endedOn),
            ]
              .filter(Boolean)
              .join('. '),
          },
          { label: en.every, value: en.everyWeeks[String(run.everyWeeks)] ?? '' },
          { label: en.far, value: en.farText(held.filter(hasCome).length, held.length) },
          {
            label: en.aims,
            value:
              said.length === 0 ? '' : en.aimsText(said.filter(one => one.aimResult === 'reached').length, said.length),
          },
          { label: en.whose, value: p.whose },
        ].filter(fact => fact.value !== '')}
      />
      <SectionHead>{en.parts}</SectionHead>
      {p.parts.length === 0 ? <p class="cx-quiet">{en.noParts}</p> : <Parts rows={standingOf(p.parts, meetings)} />}
      <SectionHead>{en.meetings}</SectionHead>
      <Meetings {...p} />
      {isOn && (
        <>
          <Details summary={en.move} open={p.move.errors.length > 0}>
            <p>{en.moveText}</p>
            <PostForm action={`/runs/${run.rowId}/move`} csrfToken={p.visitor.csrfToken}>
              {version}
              <DayField form={p.move} name="move-from" label={en.moveFrom} />
              <TextField
                form={p.move}
                name="move-by"
                label={en.moveBy}
                hint={en.moveByHint}
                autocomplete="off"
                classes="govuk-input--width-4"
              />
              <TextField
                form={p.move}
                name="move-time"
                label={en.moveTime}
                hint={en.moveTimeHint}
                autocomplete="off"
                classes="govuk-input--width-5"
              />
              {p.asksBoth && (
                <CheckboxesField
                  form={p.move}
                  name="move-both"
                  label={en.moveFaults}
                  items={[{ value: 'yes', label: en.moveBoth }]}
                />
              )}
              <Button classes="govuk-button--secondary">{en.moveSave}</Button>
            </PostForm>
          </Details>
          <Details summary={en.end} open={p.end.errors.length > 0}>
            <p>{en.endText}</p>
            <PostForm action={`/runs/${run.rowId}/end`} csrfToken={p.visitor.csrfToken}>
              {version}
              <RadiosField
                form={p.end}
                name="how"
                label={en.endHow}
                items={RUN_ENDS.map(value => ({ value, label: en.endHows[value] }))}
              />
              <SelectField
                form={p.end}
                name="reason"
                label={en.endWhy}
                empty="–"
                items={END_REASONS.map(value => ({ value, label: endReasons[value] }))}
              />
              <TextField form={p.end} name="words" label={en.endWords} autocomplete="off" />
              <Button classes="govuk-button--secondary">{en.endSave}</Button>
            </PostForm>
          </Details>
        </>
      )}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/run/${run.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function Parts(p: { readonly rows: readonly PartStands[] }): JSX.Element {
  return (
    <DataTable
      caption={en.parts}
      rows={p.rows}
      columns={[
        { key: 'name', heading: en.partName, phone: { lead: true }, cell: r => r.part.name },
        { key: 'aim', heading: en.partAim, wide: true, cell: r => r.part.aim, phone: { label: en.partAim } },
        {
          key: 'came',
          heading: en.partCame,
          tight: true,
          cell: r => en.partOfMany(r.came, r.part.meetings),
          phone: { label: en.partCame },
        },
        {
          key: 'ahead',
          heading: en.partAhead,
          tight: true,
          cell: r => String(r.ahead),
          phone: { label: en.partAhead },
        },
        {
          key: 'reached',
          heading: en.reached,
          tight: true,
          cell: r => String(r.reached),
          phone: { label: en.reached },
        },
      ]}
    />
  )
}

function Meetings(p: {
  readonly meetings: readonly RunMeeting[]
  readonly parts: readonly RunPart[]
  readonly today: Day
  readonly isOwn: boolean
}): JSX.Element {
  const named = new Map(p.parts.map(one => [one.rowId, one.name]))
  const open = new Set(unwaited(p.meetings, p.today).map(one => one.rowId))
  return (
    <DataTable
      caption={en.meetings}
      rows={p.meetings}
      columns={[
        {
          key: 'day',
          heading: en.day,
          tight: true,
          phone: { lead: true },
          cell: r => (
            <a class="govuk-link" href={`/appointments/${r.rowId}`}>
              {shortDay(r.onDay, p.today)}, {hoursOf(r)}
            </a>
          ),
        },
        {
          key: 'part',
          heading: en.inPart,
          cell: r => (r.partId === null ? '' : (named.get(r.partId) ?? '')),
          phone: { label: en.inPart },
        },
        {
          key: 'how',
          heading: en.how,
          cell: r => (
            <>
              <StandsTag entry={r} /> <span class="cx-quiet">{kindWords[r.kind]}</span>
              {open.has(r.rowId) && (
                <>
                  {' '}
                  <StatusTag kind="care">{en.noCheck}</StatusTag>
                </>
              )}
            </>
          ),
        },
        {
          key: 'aim',
          heading: en.aimWent,
          cell: r => (r.aimResult === null ? '' : aimResults[r.aimResult]),
          phone: { label: en.aimWent },
        },
        {
          key: 'open',
          heading: en.open,
          hidesHeading: true,
          cell: r => <MeetingLinks meeting={r} today={p.today} isUnchecked={open.has(r.rowId) && p.isOwn} />,
        },
      ]}
    />
  )
}

function MeetingLinks(p: {
  readonly meeting: RunMeeting
  readonly today: Day
  readonly isUnchecked: boolean
}): JSX.Element | null {
  const { meeting: one } = p
  const link = (path: string, text: string) => (
    <a class="govuk-link" href={`/appointments/${one.rowId}/${path}`}>
      {text}
      <span class="govuk-visually-hidden">, {en.of(formatDay(one.onDay))}</span>
    </a>
  )
  if (one.state !== 'set') return null
  if (one.onDay <= p.today) return link('outcome', en.say)
  return p.isUnchecked ? link('visit', en.beforeYouGo) : null
}
