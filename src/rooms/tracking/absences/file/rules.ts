/** Which column of a place's file is what, and what its words for kind and reason mean. docs/rules/tracking.md */
import { KINDS, type Kind, REASONS, type Reason } from '../absence.ts'
import { FIELDS, type FileField } from './absence-file.ts'

/** Names of columns as `plainHeader` leaves them. */
const HEADERS: Readonly<Record<FileField, string>> = {
  uln: 'uln, unique learner number, unique learner no, learner number, uln number, uln no',
  upn: 'upn, unique pupil number, unique pupil no, upn number, upn no',
  family: 'surname, last name, lastname, family name, legal surname, family',
  given: 'forename, forenames, first name, firstname, given name, legal forename, first names, given',
  born: 'date of birth, dob, birth date, birthdate, dateofbirth, d o b, born, born on',
  day: 'last attended, last attended on, last attendance, last attendance date, last date attended, date last attended, last date of attendance, last day attended, last day, last seen, last seen on, last present, last there',
  kind: 'absent or left, what, what happened, status, kind, type, attendance status, absence type',
  reason: 'reason, reason for absence, absence reason, reason for leaving, leaving reason, why',
  words: 'what you know, notes, note, comments, comment, details',
  tried:
    'tries made, tries, tried, what you tried, attempts, contact attempts, attempts made, action taken, actions taken',
}
const FIELD_OF = new Map(
  FIELDS.flatMap(field => HEADERS[field].split(', ').map(header => [header, field] as [string, FileField])),
)
/** Whose column it is goes without saying: every row is about a young person. */
const OWNER = /\b(students?|pupils?|learners?|trainees?|apprentices?|young persons?)\b/g

/** What a column is, by its plain name; undefined where it is none of ours, and is left out. */
export function fieldOf(plainHeader: string): FileField | undefined {
  const bare = plainHeader.replaceAll(OWNER, ' ').replaceAll(/\s+/g, ' ').trim()
  return FIELD_OF.get(plainHeader) ?? FIELD_OF.get(bare)
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  absent: 'absent, a, absence, absences, missing, not attending, does not come, no show',
  left: 'left, l, leaver, withdrawn, withdrew, dropped out, drop out, dropout, left without another place',
}
const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'not-known': 'not known, unknown, do not know, dont know, none given, no reason, n a, none',
  'did-not-like-it': 'did not like it, did not like it there, didnt like it, unhappy, wrong course',
  'other-place':
    'says they go somewhere else, other place, somewhere else, other provider, another provider, another college, moved',
  work: 'says they work, work, working, job, got a job, employment',
  'money-or-travel': 'money or travel, money, travel, transport, cost',
  excluded: 'excluded, exclusion, permanently excluded, suspended',
  'something-else': 'something else, other, another reason',
}

/** Absent or left, by the folded words of a cell. */
export function kindOf(folded: string): Kind | undefined {
  return KINDS.find(kind => KIND_WORDS[kind].split(', ').includes(folded))
}

/** Why, by the folded words of a cell; an empty one means that it is not known. */
export function reasonOf(folded: string): Reason | undefined {
  if (folded === '') return 'not-known'
  return REASONS.find(
    reason => reason.replaceAll('-', ' ') === folded || REASON_WORDS[reason].split(', ').includes(folded),
  )
}
