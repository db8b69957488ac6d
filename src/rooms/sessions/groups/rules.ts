/** What makes sense of a session many come to, and how long somebody who is not on record is written down. docs/rules/sessions.md */
import { addDays, addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import type { Agreement, SessionContent } from './group.ts'

const SESSIONS = 128
const RESTRICTED = 4096

/** So many days somebody who is not on record is written down. Ours: long enough for the next term, and no longer. */
export const KEPT_DAYS = 90

/** So long a part may be, as the form and the table say. */
export const LONGEST_NOTES = 10_000

/** The day what is written of a newcomer today is deleted. */
export function endsOn(today: Day): Day {
  return addDays(today, KEPT_DAYS)
}

export type SessionTrouble = 'in-future' | 'words-without-number'

/** A session is of a day that has been; who was not on record is described only where somebody was not. */
export function checkSession(content: SessionContent, today: Day): Result<SessionContent, SessionTrouble> {
  if (isAfter(content.happenedOn, today)) return refused('in-future')
  if (content.newcomerWords !== '' && content.newcomers === 0) return refused('words-without-number')
  return ok(content)
}

export type PlannedTrouble = 'too-far' | 'too-old'

/** What is planned lies ahead, or was held lately and is written down now: a slip of the year otherwise. Nobody new is counted before it was. Ours. */
export function checkPlanned(content: SessionContent, today: Day): Result<SessionContent, PlannedTrouble> {
  if (isAfter(content.happenedOn, addMonths(today, 18))) return refused('too-far')
  if (isBefore(content.happenedOn, addMonths(today, -12))) return refused('too-old')
  return ok({ ...content, newcomers: 0, newcomerWords: '' })
}

/** The class of it that somebody came: what the name of the session tells, unless their part is kept close (K6). */
export function classOfAttendance(discloses: number, isRestricted: boolean): number {
  if (isRestricted) return RESTRICTED
  return discloses === 0 ? SESSIONS : discloses
}

/** Where it was, as their contacts say it: of a session whose name tells something, the place may tell it too (K6). */
export function placeOnContacts({ discloses, place }: Pick<SessionContent, 'discloses' | 'place'>): string {
  return discloses === 0 ? place : ''
}

export type AgreementTrouble = 'agreed-ahead' | 'agreed-before'

/** They agreed on the day of the session or later, and not on a day that has not come. */
export function agreementTrouble(
  { agreedOn }: Pick<Agreement, 'agreedOn'>,
  { today, happenedOn }: { readonly today: Day; readonly happenedOn: Day },
): AgreementTrouble | undefined {
  if (isAfter(agreedOn, today)) return 'agreed-ahead'
  return isBefore(agreedOn, happenedOn) ? 'agreed-before' : undefined
}
