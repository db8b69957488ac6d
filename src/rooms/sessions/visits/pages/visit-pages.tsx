import type { JSX } from 'preact'
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  ErrorSummaryOf,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { type StatusKind, StatusTag } from '#web/shell/status-tag.tsx'
import type { AlongLine } from '../../along/companion.ts'
import { alongFacts } from '../../along/pages.tsx'
import type { Appointment } from '../../diary/appointment.ts'
import { hoursOf } from '../../diary/rules.ts'
import { kindWords } from '../../diary/words.ts'
import { alarmAt, stateOf, type VisitState } from '../rules.ts'
import { GOES, LOOKED_AT, type Visit } from '../visit.ts'
import { visits as en, endedWords, goesWords, lookedAtWords, stateWords } from '../words.ts'

export type PlanFields =
  | 'looked-at'
  | 'goes'
  | 'companion'
  | 'whereabouts'
  | 'buddy'
  | 'back-by'
  | 'alarm'
  | 'reach'
  | 'phrase'

/** What is looked at and arranged before somebody goes out. */
export function PlanVisitPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<PlanFields>
  readonly appointment: Appointment
  readonly buddies: readonly { readonly id: string; readonly name: string }[]
  /** Who goes there; empty where one goes alone. */
  readonly lines: readonly AlongLine[]
}): JSX.Element {
  const { form, appointment } = p
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.plan}
      form={form}
      back={{ href: `/appointments/${appointment.rowId}`, text: en.backToMeeting }}
    >
      <p>
        {kindWords[appointment.kind]}, {formatDay(appointment.onDay)}, {hoursOf(appointment)}. {en.planLead}
      </p>
      {p.lines.length > 0 && <FactList facts={alongFacts(p.lines)} />}
      <PostForm action={`/appointments/${appointment.rowId}/visit`} csrfToken={p.visitor.csrfToken}>
        <CheckboxesField
          form={form}
          name="looked-at"
          label={en.lookedAt}
          items={LOOKED_AT.map(value => ({ value, label: lookedAtWords[value] }))}
        />
        <RadiosField
          form={form}
          name="goes"
          label={en.goes}
          hint={en.goesHint}
          items={GOES.map(value => ({
            value,
            label: goesWords[value],
            conditional:
              value === 'in-pairs' ? (
                <TextField form={form} name="companion" label={en.companion} autocomplete="off" />
              ) : undefined,
          }))}
        />
        <SelectField
          form={form}
          name="buddy"
          label={en.buddy}
          hint={en.buddyHint}
          empty={en.buddyEmpty}
          items={p.buddies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField form={form} name="whereabouts" label={en.whereabouts} hint={en.whereaboutsHint} autocomplete="off" />
        <TextField
          form={form}
          name="back-by"
          label={en.backByTime}
          hint={en.backByHint}
          autocomplete="off"
          classes="govuk-input--width-5"
        />
        <TextField
          form={form}
          name="alarm"
          label={en.alarm}
          hint={en.alarmHint}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-4"
        />
        <TextField form={form} name="reach" label={en.reach} hint={en.reachHint} inputmode="tel" autocomplete="off" />
        <TextField form={form} name="phrase" label={en.phrase} hint={en.phraseHint} autocomplete="off" />
        <Button>{en.save}</Button>
      </PostForm>
    </FramedPage>
  )
}

type Named = ReadonlyMap<string, string>

/** Who is out: one's own, those one waits to hear of, and for whoever is in charge everybody's. */
export function VisitsPage(p: {
  readonly visitor: Visitor
  readonly now: Instant
  readonly names: Named
  readonly mine: readonly Visit[]
  readonly waitingFor: readonly Visit[]
  /** Undefined for whoever is not in charge. */
  readonly everybody: readonly Visit[] | undefined
}): JSX.Element {
  const sections: readonly (readonly [string, readonly Visit[]])[] = [
    [en.mine, p.mine],
    [en.buddyOf, p.waitingFor],
    [en.everybody, p.everybody ?? []],
  ]
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/visits">
      <PageHead title={en.title} lead={en.lead} />
      {sections.every(([, visits]) => visits.length === 0) && <EmptyState title={en.none}>{en.noneText}</EmptyState>}
      {sections.map(([title, visits]) => visits.length > 0 && <VisitTable {...p} title={title} visits={visits} />)}
      <p>
        <a class="govuk-link" href="/near-misses">
          {en.nearMisses}
        </a>
      </p>
    </StaffPage>
  )
}

function VisitTable(p: {
  readonly title: string
  readonly visits: readonly Visit[]
  readonly now: Instant
  readonly names: Named
}): JSX.Element {
  const today = dayOf(p.now)
  return (
    <>
      <SectionHead>{p.title}</SectionHead>
      <DataTable
        caption={p.title}
        rows={p.visits}
        columns={[
          { key: 'who', heading: en.who, cell: v => p.names.get(v.accountId) ?? '' },
          {
            key: 'back',
            heading: en.backBy,
            tight: true,
            phone: { label: en.backBy },
            cell: v => whenOf(v.backBy, today),
          },
          { key: 'where', heading: en.where, cell: v => v.whereabouts },
          {
            key: 'buddy',
            heading: en.buddy,
            phone: { label: en.buddy },
            cell: v => p.names.get(v.buddyId) ?? '',
          },
          { key: 'stands', heading: en.stands, tight: true, cell: v => <StandsTag visit={v} now={p.now} /> },
          {
            key: 'open',
            heading: en.open,
            hidesHeading: true,
            tight: true,
            cell: v => (
              <a class="govuk-link" href={`/visits/${v.rowId}`}>
                {en.open}
                <span class="govuk-visually-hidden"> {en.openOf(p.names.get(v.accountId) ?? '')}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  )
}

const TAGS: Readonly<Record<VisitState, StatusKind>> = {
  planned: 'quiet',
  out: 'note',
  late: 'care',
  'buddy-told': 'late',
  'leader-told': 'stop',
  ended: 'good',
}

function StandsTag(p: { readonly visit: Visit; readonly now: Instant }): JSX.Element {
  const state = stateOf(p.visit, p.now)
  const { endedHow } = p.visit
  return <StatusTag kind={TAGS[state]}>{endedHow === null ? stateWords[state] : endedWords[endedHow]}</StatusTag>
}

function whenOf(at: Instant, today: Day): string {
  return dayOf(at) === today ? timeOf(at) : `${shortDay(dayOf(at), today)}, ${timeOf(at)}`
}

/** One visit: large buttons for the one who is out; what to do for whoever waits. */
export function VisitPage(p: {
  readonly visitor: Visitor
  readonly visit: Visit
  readonly now: Instant
  readonly names: Named
  readonly form: FormState<'words'>
  readonly isOwn: boolean
  readonly mayBeFound: boolean
  /** Whether the visitor's own rights show the meeting. */
  readonly seesMeeting: boolean
}): JSX.Element {
  const { visit, now } = p
  const name = p.names.get(visit.accountId) ?? ''
  const title = visit.endedAt === null ? en.detail(name) : en.detailOver(name)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/visits" hasErrors={p.form.errors.length > 0}>
      <BackLink href="/visits">{en.title}</BackLink>
      <ErrorSummaryOf form={p.form} />
      <PageHead title={title} lead={visit.whereabouts} />
      <p>
        <StandsTag visit={visit} now={now} />
      </p>
      {visit.endedAt === null && (p.isOwn ? <OwnButtons {...p} /> : <WhatToDo {...p} />)}
      <VisitFacts {...p} />
      {p.mayBeFound && !p.isOwn && (
        <PostForm action={`/visits/${visit.rowId}/found`} csrfToken={p.visitor.csrfToken}>
          <TextareaField form={p.form} name="words" label={en.foundWords} hint={en.foundHint} rows={2} />
          <Button>{en.found}</Button>
        </PostForm>
      )}
    </StaffPage>
  )
}

function OwnButtons(p: { readonly visitor: Visitor; readonly visit: Visit }): JSX.Element {
  const { visit } = p
  const press = (to: string, text: string, classes?: string) => (
    <PostForm action={`/visits/${visit.rowId}/${to}`} csrfToken={p.visitor.csrfToken}>
      <Button classes={classes}>{text}</Button>
    </PostForm>
  )
  return (
    <div class="cx-buttons cx-visit">
      {visit.outAt === null && press('out', en.goIn)}
      {press('back', en.back, visit.outAt === null ? 'govuk-button--secondary' : undefined)}
      {press('longer', en.longer, 'govuk-button--secondary')}
      {visit.outAt === null && press('not-going', en.notGoing, 'govuk-button--secondary')}
    </div>
  )
}

function WhatToDo(p: { readonly visit: Visit; readonly now: Instant }): JSX.Element | null {
  const state = stateOf(p.visit, p.now)
  if (state !== 'buddy-told' && state !== 'leader-told') return null
  return (
    <>
      <Alert kind="stop" kindWord={en.doThis} first={en.nothingHeard} />
      <ol class="govuk-list govuk-list--number">
        {en.doThisList.map(line => (
          <li>{line}</li>
        ))}
      </ol>
    </>
  )
}

function VisitFacts(p: {
  readonly visit: Visit
  readonly now: Instant
  readonly names: Named
  readonly isOwn: boolean
  readonly seesMeeting: boolean
}): JSX.Element {
  const { visit } = p
  const today = dayOf(p.now)
  const open = visit.endedAt === null
  return (
    <FactList
      facts={[
        { label: en.backBy, value: whenOf(visit.backBy, today) },
        { label: p.isOwn ? en.reach : en.reachThem, value: visit.reach },
        { label: p.isOwn ? en.phrase : en.phraseTheirs, value: `“${visit.phrase}”` },
        { label: en.companionFact, value: visit.goes === 'alone' ? en.alone : visit.companion },
        { label: en.buddy, value: p.names.get(visit.buddyId) ?? '' },
        { label: en.begun, value: visit.outAt === null ? en.notBegun : whenOf(visit.outAt, today) },
        ...(open
          ? [
              { label: en.alarmAt, value: whenOf(alarmAt(visit, 'buddy'), today) },
              { label: en.alarmLeader, value: whenOf(alarmAt(visit, 'leader'), today) },
            ]
          : [
              {
                label: en.ended,
                value: [
                  en.endedBy(endedWords[visit.endedHow ?? 'back'], p.names.get(visit.endedBy ?? '') ?? ''),
                  whenOf(visit.endedAt ?? visit.backBy, today),
                  visit.endedWords,
                ]
                  .filter(Boolean)
                  .join('. '),
              },
            ]),
        ...(p.seesMeeting
          ? [
              {
                label: en.meeting,
                value: (
                  <a class="govuk-link" href={`/appointments/${visit.appointmentId}`}>
                    {en.openMeeting}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
