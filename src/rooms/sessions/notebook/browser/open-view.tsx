/** The notebook, open: notes that wait, and whom one leads for. */
import type { JSX } from 'preact'
import { dayOf, timeOf, toInstant } from '#ground/clock.ts'
import { addDays, formatDay } from '#ground/day.ts'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { kindWords } from '../../diary/words.ts'
import type { PackPerson } from '../notebook.ts'
import { device } from '../words.ts'
import type { Note, NoteStanding } from './note.ts'
import { Danger, type Drawn, Press, Said } from './parts.tsx'
import type { Shown } from './state.ts'

/** Notes that wait or were sent, then whom one leads for. */
export function OpenView(p: Drawn): JSX.Element {
  const { box, caseload, notes, sent, unreadable } = p.shown
  const lead = box?.pack && device.until(formatDay(addDays(dayOf(box.until), -1)), timeOf(box.takenAt))
  return (
    <>
      <PageHead title={device.title} lead={lead || undefined} />
      <Said {...p} />
      <p>{lineOf(p.shown)}</p>
      <div class="cx-buttons">
        {notes.some(note => note.standing === 'ready' || note.standing === 'sending') && (
          <Press on={p.doing.send}>{device.send}</Press>
        )}
        <Press kind="secondary" on={p.doing.lock}>
          {device.lock}
        </Press>
        <Press kind="secondary" on={p.doing.refresh}>
          {device.refresh}
        </Press>
        <Press kind="secondary" on={() => p.doing.show({ at: 'throw-all' })}>
          {device.finish}
        </Press>
      </div>
      <Danger ring={caseload?.ring} />
      <SectionHead>{device.waiting}</SectionHead>
      {notes.length + unreadable === 0 && <p>{device.noWaiting}</p>}
      {unreadable > 0 && <p>{device.unreadable(unreadable)}</p>}
      <ul class="cx-notes">
        {notes.map(note => (
          <NoteLine {...p} note={note} key={note.id} />
        ))}
        {sent.map(one => (
          <li key={one.contactId}>
            {device.sentOf(one.name)}{' '}
            <a class="govuk-link" href={`/contacts/${one.contactId}`}>
              {device.sentSee}
            </a>
          </li>
        ))}
      </ul>
      <SectionHead>{device.people}</SectionHead>
      {(caseload?.people.length ?? 0) === 0 && <p>{device.nobody}</p>}
      <ul class="cx-notes">
        {caseload?.people.map(one => (
          <PersonLine {...p} one={one} key={one.personId} />
        ))}
      </ul>
    </>
  )
}

function lineOf({ standing }: Shown): string {
  if (standing === 'unreachable') return device.offline
  if (standing.pack === 'unknown' && standing.who !== 'same') return device.notKnown
  switch (standing.who) {
    case 'nobody':
    case 'other':
      return device.signedOut
    case 'elsewhere':
      return device.elsewhere
    case 'same':
      return device.online
    default:
      return standing.who satisfies never
  }
}

const TAGS = {
  draft: 'unknown',
  ready: 'quiet',
  sending: 'note',
  again: 'care',
  asks: 'care',
  refused: 'stop',
  differs: 'care',
} as const satisfies Readonly<Record<NoteStanding, string>>

/** What was sent and may have arrived, or was not taken, is read and not changed. */
const FIXED: ReadonlySet<NoteStanding> = new Set(['sending', 'refused', 'differs'])

function NoteLine(p: Drawn & { readonly note: Note }): JSX.Element {
  const { note, doing } = p
  const day = formatDay(dayOf(toInstant(note.writtenAt)))
  return (
    <li>
      <strong>{device.noteOn(note.name, day)}</strong>{' '}
      <StatusTag kind={TAGS[note.standing]}>{device.standing[note.standing]}</StatusTag>
      <div class="cx-buttons">
        {FIXED.has(note.standing) ? (
          <Press kind="secondary" about={note.name} on={() => doing.show({ at: 'read', note })}>
            {device.read}
          </Press>
        ) : (
          <Press kind="secondary" about={note.name} on={() => doing.write(note)}>
            {note.standing === 'ready' ? device.changeReady : device.change}
          </Press>
        )}
        <Press kind="secondary" about={note.name} on={() => doing.show({ at: 'throw', note })}>
          {device.throwAway}
        </Press>
      </div>
    </li>
  )
}

function PersonLine(p: Drawn & { readonly one: PackPerson }): JSX.Element {
  const { personId, name, meeting, steps } = p.one
  return (
    <li>
      <h3 class="cx-notes__name">{name}</h3>
      <p class={meeting ? undefined : 'cx-quiet'}>
        {meeting
          ? device.meeting(formatDay(meeting.onDay), meeting.atTime, kindWords[meeting.kind], meeting.place)
          : device.noMeeting}
      </p>
      {meeting && meeting.aim !== '' && <p>{device.toBring(meeting.aim)}</p>}
      {steps.length > 0 && (
        <>
          <p class="cx-quiet">{device.steps}</p>
          <ul class="govuk-list govuk-list--bullet">
            {steps.map(({ what, dueOn, owner }) => (
              <li>
                {device.step(
                  what,
                  owner === 'adviser' ? device.you : device.them,
                  dueOn === null ? '' : formatDay(dueOn),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-label={device.writeAbout(name)}
        onClick={() => p.doing.write({ personId, name })}
      >
        {device.write}
      </button>
    </li>
  )
}
