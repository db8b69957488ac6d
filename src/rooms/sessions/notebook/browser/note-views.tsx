/** One note: written, read, thrown away. */
import type { JSX } from 'preact'
import { Alert } from '#web/shell/alert.tsx'
import { PageHead, SectionHead } from '#web/shell/layout.tsx'
import { en as contactWords } from '../../words.ts'
import { NoteFieldset } from '../pages/note-fields.tsx'
import { device } from '../words.ts'
import type { Note } from './note.ts'
import { Danger, type Drawn, fieldsOf, OwnForm, Press, Said } from './parts.tsx'
import type { View } from './state.ts'

/** A note as it is written: kept on the device by itself. */
export function WriteView(p: Drawn & { readonly view: Extract<View, { at: 'write' }> }): JSX.Element {
  const { note, form } = p.view
  const { doing } = p
  return (
    <>
      <PageHead title={device.noteTitle(note.name)} lead={device.noteHint} form={form} />
      <Said {...p} />
      <Danger ring={p.shown.caseload?.ring} />
      {note.asks !== '' && (
        <Alert kind="care" kindWord="Care" first={device.standing.asks}>
          {note.asks}
        </Alert>
      )}
      <OwnForm on={doing.finish} typed={doing.typed}>
        <NoteFieldset form={form} />
        <p class="cx-quiet">{device.saved}</p>
        <div class="cx-buttons">
          <button class="govuk-button">{device.finishNote}</button>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={event => {
              const own = event.currentTarget.form
              if (own) doing.leave(fieldsOf(own))
            }}
          >
            {device.later}
          </button>
          <Press kind="secondary" on={() => doing.show({ at: 'throw', note })}>
            {device.throwAway}
          </Press>
        </div>
      </OwnForm>
    </>
  )
}

/** A note that stays as it is: what to do about it, and every word of it to copy. */
export function ReadView(p: Drawn & { readonly note: Note }): JSX.Element {
  const { note, doing } = p
  const said = { sending: device.sendingText, refused: device.refusedText, differs: device.differsText }
  return (
    <>
      <PageHead title={device.noteTitle(note.name)} />
      <Alert kind="care" kindWord="Care" first={device.standing[note.standing]}>
        {said[note.standing as keyof typeof said]}
      </Alert>
      {note.contactId !== undefined && (
        <p>
          <a class="govuk-link" href={`/contacts/${note.contactId}`}>
            {device.sentSee}
          </a>
        </p>
      )}
      <SectionHead>{device.copyAll}</SectionHead>
      {TEXTS.map(([name, label]) => {
        const text = note.fields[name] ?? ''
        return (
          text !== '' && (
            <p class="cx-notes__text">
              <strong>{label}</strong>
              <br />
              {text}
            </p>
          )
        )
      })}
      <div class="cx-buttons">
        {note.standing !== 'differs' && (
          <Press {...(note.standing === 'refused' && { kind: 'secondary' })} on={() => doing.sendAgain(note)}>
            {device.tryAgain}
          </Press>
        )}
        <Press kind="secondary" on={() => doing.show({ at: 'throw', note })}>
          {device.throwAway}
        </Press>
        <Press kind="secondary" on={() => doing.show({ at: 'open' })}>
          {device.back}
        </Press>
      </div>
    </>
  )
}

const TEXTS = [
  ['notes', contactWords.notes],
  ['own-words', contactWords.ownWords],
  ['next-step', contactWords.nextWhat],
  ['present', contactWords.present],
  ['time', contactWords.time],
] as const

/** Whether a note is thrown away: there is no other copy. */
export function ThrowView(p: Drawn & { readonly note: Note }): JSX.Element {
  return (
    <>
      <PageHead title={device.throwSure(p.note.name)} />
      <div class="cx-buttons">
        <Press kind="warning" on={() => p.doing.throwAway(p.note)}>
          {device.throwAway}
        </Press>
        <Press kind="secondary" on={() => p.doing.show({ at: 'open' })}>
          {device.keep}
        </Press>
      </div>
    </>
  )
}
