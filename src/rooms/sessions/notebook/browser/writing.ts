/** A note and the page it is written on. */
import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import { noteForm } from '../forms.ts'
import type { Note } from './note.ts'
import type { View } from './state.ts'

/** A note about somebody in which nothing is written yet. */
export function freshNote(about: Pick<Note, 'personId' | 'name'>, writtenAt: Instant): Note {
  const { personId, name } = about
  const id = crypto.randomUUID()
  return { id, personId, name, standing: 'draft', isAsked: false, errors: [], asks: '', writtenAt, fields: {} }
}

/** The page a note is written on: with what stands in it and what the server said of it, or filled in for a meeting today. */
export function viewToWrite(note: Note, today: Day): View {
  const isFresh = Object.keys(note.fields).length === 0
  const form = isFresh
    ? noteForm.fill({ kind: 'meeting', on: today, purpose: 'support', outcome: 'done' })
    : noteForm.read(note.fields)
  const errors = note.errors.map(e => ({ ...e, href: `#${noteForm.empty().fields[e.field as 'on']}` }))
  return { at: 'write', note, form: { fields: form.fields, answers: form.answers, errors } }
}

/** A page as it is drawn again: what was typed since stands in it. */
export function asTyped(view: View): View {
  if (view.at !== 'write' || Object.keys(view.note.fields).length === 0) return view
  return { ...view, form: { ...view.form, answers: noteForm.read(view.note.fields).answers } }
}
