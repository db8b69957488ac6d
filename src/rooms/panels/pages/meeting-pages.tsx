import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { cameBox, cameForm } from '../forms.ts'
import { CAME, type Meeting, type Named, type Panel, type PanelAction, type Seat } from '../panel.ts'
import type { AgendaRow, KnownMeeting } from '../routes/shared.ts'
import { isUnderWay, lacks } from '../rules.ts'
import { cames, en, lackWords } from '../words.ts'
import { ActionTable, ItemTag, Lines, MeetingTag, ownerOf, TheirView, whenOf } from './parts.tsx'

export type MeetingProps = {
  readonly visitor: Visitor
  readonly known: KnownMeeting
  readonly rows: readonly AgendaRow[]
  /** Agreed at earlier meetings and still to do. */
  readonly owed: readonly PanelAction[]
  readonly named: ReadonlyMap<string, Named>
  readonly names: ReadonlyMap<string, string>
  readonly mayPick: boolean
  readonly form: FormState
  readonly typed: 'came' | 'off' | 'send' | 'close' | undefined
  readonly today: Day
}

/** One meeting: to the chair what is to do about it, to others the agenda as far as their seat allows. */
export function MeetingPage(p: MeetingProps): JSX.Element {
  const { panel, meeting, isChair } = p.known
  const at = `/panel-meetings/${meeting.rowId}`
  const isOpen = meeting.state === 'preparing' || meeting.state === 'sent'
  const hasMinutes = meeting.state === 'closed' || isUnderWay(meeting, p.today)
  return (
    <StaffPage visitor={p.visitor} title={panel.title} current="/panels" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={panel.title}
        lead={whenOf(meeting)}
        back={{ href: `/panels/${panel.rowId}`, text: en.backToPanel }}
        form={p.form}
        actions={
          <>
            {p.mayPick && isOpen && <Button href={`${at}/pick`}>{en.pick}</Button>}
            {hasMinutes && (
              <Button href={`${at}/minutes`} classes="govuk-button--secondary">
                {en.minutes}
              </Button>
            )}
            {isChair && isOpen && (
              <Button href={`${at}/move`} classes="govuk-button--secondary">
                {en.meetingChange}
              </Button>
            )}
          </>
        }
      />
      <SideColumn side={<Side {...p} />}>
        {p.owed.length > 0 && (
          <>
            <SectionHead>{en.earlier}</SectionHead>
            <ActionTable caption={en.earlier} rows={p.owed} names={p.names} named={p.named} today={p.today} />
          </>
        )}
        {isChair ? <ChairAgenda {...p} /> : <SeatAgenda {...p} />}
        {isChair && isOpen && <Steps {...p} />}
      </SideColumn>
    </StaffPage>
  )
}

/** Where each stands, with what is still needed. */
function ChairAgenda(p: MeetingProps): JSX.Element {
  if (p.rows.length === 0)
    return (
      <>
        <SectionHead>{en.agenda}</SectionHead>
        <p class="cx-quiet">{en.agendaNone}</p>
      </>
    )
  return (
    <>
      <SectionHead>{en.agenda}</SectionHead>
      <DataTable
        caption={en.agenda}
        rows={p.rows}
        columns={[
          {
            key: 'who',
            heading: en.who,
            tight: true,
            cell: ({ item, named }) => (
              <a class="govuk-link" href={`/panel-items/${item.rowId}`}>
                {named.name}
              </a>
            ),
          },
          {
            key: 'asked',
            heading: en.asked,
            phone: { lead: true },
            cell: ({ item, named, notFor }) => (
              <>
                {item.question === '' ? <span class="cx-quiet">{en.noQuestion}</span> : item.question}
                {named.hasDied && <div class="cx-quiet">{en.died}</div>}
                {item.known === 'withheld' && (
                  <div>
                    <StatusTag kind="stop">{en.keptBackTag}</StatusTag>
                  </div>
                )}
                {notFor.length > 0 && item.state !== 'off' && <div>{en.notFor(notFor.join(', '))}</div>}
              </>
            ),
          },
          {
            key: 'stands',
            heading: en.state,
            tight: true,
            cell: ({ item }) => {
              const missing = item.state === 'on' ? lacks(item) : []
              return missing.length === 0 ? (
                <ItemTag state={item.state} />
              ) : (
                <StatusTag kind="care">{missing.map(one => lackWords[one]).join(', ')}</StatusTag>
              )
            },
          },
        ]}
      />
    </>
  )
}

/** Of each the question, what they want said, and what was written for the panel. */
function SeatAgenda(p: MeetingProps): JSX.Element {
  const { meeting } = p.known
  if (meeting.state === 'called-off' || meeting.state === 'preparing') return <></>
  if (p.rows.length === 0)
    return (
      <>
        <SectionHead>{en.agenda}</SectionHead>
        <p class="cx-quiet">{en.agendaNoneYours}</p>
      </>
    )
  return (
    <>
      {p.rows.map((row, i) => (
        <One row={row} number={i + 1} names={p.names} today={p.today} isOver={meeting.state === 'closed'} />
      ))}
      {p.rows.some(row => !row.named.isKnown && row.item.namedWhy === '') && <p class="cx-quiet">{en.initialsNote}</p>}
    </>
  )
}

function One(p: {
  readonly row: AgendaRow
  readonly number: number
  readonly names: ReadonlyMap<string, string>
  readonly today: Day
  readonly isOver: boolean
  readonly bare?: boolean
}): JSX.Element {
  const { item, named, lines, actions } = p.row
  return (
    <>
      <SectionHead aside={<ItemTag state={item.state} />}>{`${p.number}. ${named.name}`}</SectionHead>
      <p>
        <strong>{item.question}</strong>
      </p>
      <TheirView item={item} />
      {!p.isOver && <Lines lines={lines} />}
      {item.outcomeWords !== '' && <p class="cx-lines">{item.outcomeWords}</p>}
      {actions.length > 0 && (
        <ActionTable
          caption={`${en.actions}: ${named.name}`}
          rows={actions}
          names={p.names}
          today={p.today}
          bare={p.bare}
        />
      )}
    </>
  )
}

function Side(p: MeetingProps): JSX.Element {
  const { meeting, seats, isChair } = p.known
  return (
    <>
      <SectionHead>{en.facts}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.state, value: <MeetingTag state={meeting.state} /> },
          ...(meeting.sentOn === null ? [] : [{ label: en.agenda, value: en.sentOn(formatDay(meeting.sentOn)) }]),
          ...(meeting.offWhy === '' ? [] : [{ label: en.offWhy, value: meeting.offWhy }]),
          {
            label: en.attenders,
            value: seats.map(one => (
              <div>
                {[p.names.get(one.accountId), p.names.get(one.organisationId)].filter(Boolean).join(', ')}
                {one.came !== null && `: ${cames[one.came].toLowerCase()}`}
              </div>
            )),
          },
          ...(meeting.alsoThere === '' ? [] : [{ label: en.alsoHead, value: meeting.alsoThere }]),
          ...(isChair || meeting.notes === ''
            ? []
            : [{ label: en.notesAsk, value: <span class="cx-lines">{meeting.notes}</span> }]),
        ]}
      />
    </>
  )
}

/** What the chair can do about the meeting now, in the order it is done. */
function Steps(p: MeetingProps): JSX.Element {
  const { meeting, seats } = p.known
  const at = `/panel-meetings/${meeting.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: meeting.version }
  return (
    <>
      {meeting.state === 'preparing' && (
        <>
          <SectionHead>{en.send}</SectionHead>
          <p>{en.sendText}</p>
          <StepForm {...sending} action={`${at}/send`} button={en.send} />
        </>
      )}
      {isUnderWay(meeting, p.today) && (
        <>
          <SectionHead>{en.whoCame}</SectionHead>
          <StepForm {...sending} action={`${at}/came`} button={en.whoCameSave} second>
            <CameFields seats={seats} names={p.names} form={p.typed === 'came' ? p.form : filledWith(p.known)} />
          </StepForm>
          <SectionHead>{en.close}</SectionHead>
          <p>{en.closeText}</p>
          <StepForm {...sending} action={`${at}/close`} button={en.close} />
        </>
      )}
      <StepBehind
        {...sending}
        action={`${at}/call-off`}
        button={en.callOff}
        summary={en.callOff}
        open={p.typed === 'off'}
      >
        <TextField
          form={p.typed === 'off' ? p.form : NO_FORM}
          name="off-why"
          label={en.callOffAsk}
          autocomplete="off"
        />
      </StepBehind>
    </>
  )
}

function filledWith({ meeting, seats }: KnownMeeting): FormState {
  return cameForm(seats).fill({
    also: meeting.alsoThere,
    notes: meeting.notes,
    ...Object.fromEntries(seats.map(one => [cameBox(one.accountId), one.came])),
  })
}

function CameFields(p: {
  readonly seats: readonly Seat[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
}): JSX.Element {
  return (
    <>
      <div class="cx-field-row">
        {p.seats.map(one => (
          <SelectField
            form={p.form}
            name={cameBox(one.accountId)}
            label={p.names.get(one.accountId) ?? ''}
            items={CAME.map(value => ({ value, label: cames[value] }))}
            empty="–"
          />
        ))}
      </div>
      <TextField form={p.form} name="also" label={en.alsoAsk} hint={en.alsoHint} autocomplete="off" />
      <TextareaField form={p.form} name="notes" label={en.notesAsk} rows={3} />
    </>
  )
}

/** The minutes on paper: only what this reader may read. */
export function MinutesPage(p: {
  readonly visitor: Visitor
  readonly panel: Panel
  readonly meeting: Meeting
  readonly seats: readonly Seat[]
  readonly rows: readonly AgendaRow[]
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  const { panel, meeting } = p
  const title = en.minutesOf(panel.title)
  const came = (which: Seat['came']) =>
    p.seats
      .filter(one => one.came === which)
      .map(one => [p.names.get(one.accountId), p.names.get(one.organisationId)].filter(Boolean).join(', '))
  const facts = CAME.map(which => ({ label: cames[which], value: came(which).map(one => <div>{one}</div>) }))
  return (
    <StaffPage visitor={p.visitor} title={title} current="/panels">
      <PageHead
        title={title}
        lead={whenOf(meeting)}
        back={{ href: `/panel-meetings/${meeting.rowId}`, text: en.backToMeeting }}
      />
      <p class="cx-quiet">
        {en.minutesNote} {en.print}
      </p>
      <FactList
        facts={[
          ...facts.filter(one => one.value.length > 0),
          ...(meeting.alsoThere === '' ? [] : [{ label: en.alsoHead, value: meeting.alsoThere }]),
        ]}
      />
      {meeting.notes !== '' && <p class="cx-lines">{meeting.notes}</p>}
      {p.rows.map((row, i) => (
        <section>
          <SectionHead aside={<ItemTag state={row.item.state} />}>{`${i + 1}. ${row.named.name}`}</SectionHead>
          <p>
            <strong>{row.item.question}</strong>
          </p>
          {row.item.outcomeWords !== '' && <p class="cx-lines">{row.item.outcomeWords}</p>}
          {row.actions.length > 0 && (
            <ul>
              {row.actions.map(one => (
                <li>{`${one.what}: ${ownerOf(one, p.names)}, ${en.due.toLowerCase()} ${formatDay(one.dueOn)}`}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {p.rows.length === 0 && <p>{en.agendaNoneYours}</p>}
    </StaffPage>
  )
}
