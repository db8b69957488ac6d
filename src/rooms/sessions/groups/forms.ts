import { type AccountId, isId, type PersonId, type RowId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { allOf, type Body, cleanLines, oneOf } from '#web/form/clean.ts'
import { day } from '#web/form/day-field.ts'
import type { Field } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { GROUP_KINDS } from '../contact.ts'
import { dayWords } from '../forms.ts'
import type { Part } from './actions.ts'
import { ARRIVALS, type Arrival, type Attendance, type GroupSession, type SessionContent, TELLS } from './group.ts'
import { en } from './words.ts'

const optional = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })
const TOLD = ['0', ...TELLS.map(String)]

/** So many besides the one who writes it down can be named at once, and so many when it is put right. */
export const WITH = ['with-1', 'with-2', 'with-3'] as const
export const RAN = [...WITH, 'with-4', 'with-5', 'with-6'] as const

export const sessionFields = (runners: readonly AccountId[]) => ({
  kind: choice(GROUP_KINDS, { missing: en.missingKind }),
  title: text({ missing: en.missingTitle, max: 120, tooLong: en.tooLong(120) }),
  on: day({ missing: en.missingOn, ...dayWords }),
  time: time({ optional: true, notATime: en.badTime }),
  minutes: integer({ optional: true, min: 1, max: 1440, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
  place: text(optional(200)),
  tells: choice(TOLD, { missing: en.badTells }),
  'with-1': choice(runners, { optional: true, notOffered: en.badColleague }),
  'with-2': choice(runners, { optional: true, notOffered: en.badColleague }),
  'with-3': choice(runners, { optional: true, notOffered: en.badColleague }),
  notes: longText(optional(10_000)),
  newcomers: integer({ optional: true, min: 0, max: 500, notANumber: en.badNewcomers, outOfRange: en.badNewcomers }),
  'newcomer-words': text(optional(200)),
})

/** A new session, with who came. */
export const newForm = (runners: readonly AccountId[], people: readonly PersonId[]) =>
  form({
    id: hidden({ missing: en.missingId }),
    ...sessionFields(runners),
    came: choices(people, { optional: true, notOffered: en.missingCame }),
  })

/** A session that is put right. */
export const changeForm = (runners: readonly AccountId[]) =>
  form(
    {
      ...sessionFields(runners),
      'with-4': choice(runners, { optional: true, notOffered: en.badColleague }),
      'with-5': choice(runners, { optional: true, notOffered: en.badColleague }),
      'with-6': choice(runners, { optional: true, notOffered: en.badColleague }),
      why: text({ missing: en.missingWhy, max: 300, tooLong: en.tooLong(300) }),
    },
    value => (RAN.every(name => value[name] === null) ? [{ field: 'with-1' as const, message: en.missingStaff }] : []),
  )

type NewReading = ReturnType<ReturnType<typeof newForm>['read']>
type ChangeReading = ReturnType<ReturnType<typeof changeForm>['read']>
type NewValue = Extract<NewReading, { ok: true }>['value']
type ChangeValue = Extract<ChangeReading, { ok: true }>['value']

/** What a form says of the session. */
export function contentOf(value: Omit<NewValue, 'id' | 'came'>): SessionContent {
  return {
    kind: value.kind,
    title: value.title,
    discloses: Number(value.tells),
    happenedOn: value.on,
    atTime: value.time,
    minutes: value.minutes,
    place: value.place ?? '',
    notes: value.notes ?? '',
    newcomers: value.newcomers ?? 0,
    newcomerWords: value['newcomer-words'] ?? '',
  }
}

/** Who is named as having run it. */
export function staffOf(value: Partial<Pick<ChangeValue, (typeof RAN)[number]>>): AccountId[] {
  return RAN.flatMap(name => value[name] ?? [])
}

/** A form filled with a session: all of it, or what is the same when it is held again. */
export function answersOf(session: GroupSession, staff: readonly AccountId[]) {
  return {
    kind: session.kind,
    title: session.title,
    time: session.atTime,
    minutes: session.minutes,
    place: session.place,
    tells: String(session.discloses),
    ...Object.fromEntries(RAN.map((name, i) => [name, staff[i] ?? null])),
  }
}

export function allAnswersOf(session: GroupSession, staff: readonly AccountId[]) {
  return {
    ...answersOf(session, staff),
    on: session.happenedOn,
    notes: session.notes,
    newcomers: session.newcomers === 0 ? null : session.newcomers,
    'newcomer-words': session.newcomerWords,
  }
}

/** Ids of people a body names: whether the actor may know them is for the action. */
export function peopleNamed(body: Body): PersonId[] {
  return [...new Set(allOf(body, 'came').filter(isId))] as PersonId[]
}

export const addForm = (people: readonly PersonId[]) => form({ came: choices(people, { missing: en.missingCame }) })

export const newcomerForm = form({
  id: hidden({ missing: en.missingId }),
  called: text({ missing: en.missingCalled, max: 60, tooLong: en.tooLong(60) }),
  wanted: longText(optional(500)),
})

export const linkForm = (people: readonly PersonId[], runners: readonly AccountId[]) =>
  form({
    person: choice(people, { missing: en.missingWho }),
    asked: choice(runners, { missing: en.missingAsked }),
    agreed: day({ missing: en.missingAgreed, ...dayWords }),
  })

/** Names of the boxes of one who came. */
export const boxesOf = (id: RowId) => ({
  note: `note-${id}`,
  next: `next-${id}`,
  came: `came-${id}`,
  version: `version-${id}`,
})

/** What was typed of one of them, as it was sent: empty for nothing. */
export function typedOf(body: Body, id: RowId): string {
  const boxes = boxesOf(id)
  return [boxes.note, boxes.next].flatMap(name => cleanLines(oneOf(body, name)) || []).join('\n')
}

/** What each of some did, side by side; at least one of them, unless it was saved before that something was said. */
export function partsForm(of: readonly Attendance[], mayBeEmpty = false) {
  const fields: Record<string, Field<string | null>> = {}
  for (const { rowId } of of) {
    const boxes = boxesOf(rowId)
    fields[boxes.note] = longText(optional(10_000))
    fields[boxes.next] = text(optional(300))
    fields[boxes.came] = choice(ARRIVALS, { optional: true, notOffered: en.badColleague })
  }
  return form(fields, value => {
    const first = of[0] && boxesOf(of[0].rowId).note
    const isEmpty = of.every(one => saidOf(value, one) === undefined)
    return isEmpty && !mayBeEmpty && first !== undefined ? [{ field: first, message: en.missingPart }] : []
  })
}

/** What was said of one of them; undefined for nothing. */
export function saidOf(
  value: Readonly<Record<string, string | null>>,
  { rowId }: Attendance,
): Pick<Part, 'notes' | 'nextStep' | 'arrival'> | undefined {
  const boxes = boxesOf(rowId)
  const notes = value[boxes.note] ?? ''
  const nextStep = value[boxes.next] ?? ''
  const arrival = (value[boxes.came] ?? 'in-time') as Arrival
  return notes === '' && nextStep === '' && arrival === 'in-time' ? undefined : { notes, nextStep, arrival }
}
