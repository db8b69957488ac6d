import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form, type ValueOf } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { alongField } from './along/forms.ts'
import {
  AGREED,
  AIM_RESULTS,
  ALONE,
  type Contact,
  type ContactContent,
  type ContactKind,
  NEXT_KINDS,
  ONE_TO_ONE_KINDS,
  OUTCOMES,
  PURPOSES,
} from './contact.ts'
import { MISSED_REASONS } from './diary/appointment.ts'
import { isGroupKind } from './rules.ts'
import { SETTINGS, type Setting } from './settings/setting.ts'
import { en as settingWords } from './settings/words.ts'
import { en } from './words.ts'

export const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }
export const short = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })

/** What a next step can be put under: none where there is no plan, or it is not the visitor's to write. */
export type OfferedGoal = { readonly rowId: RowId; readonly words: string }

const OWNERS = ['young-person', 'adviser'] as const
export type StepOwner = (typeof OWNERS)[number]

const MOST_NOTES = 10_000

function contactFields(
  goals: readonly OfferedGoal[],
  kinds: readonly ContactKind[] = ONE_TO_ONE_KINDS,
  colleagues: readonly AccountId[] = [],
) {
  return {
    kind: choice(kinds, { missing: en.missingKind }),
    on: day({ missing: en.missingOn, ...dayWords }),
    time: time({ optional: true, notATime: en.badTime }),
    minutes: integer({ optional: true, min: 0, max: 1440, notANumber: en.badMinutes, outOfRange: en.badMinutes }),
    place: text(short(200)),
    setting: choice(SETTINGS, { optional: true, notOffered: settingWords.notOffered }),
    aim: text(short(500)),
    'aim-result': choice(AIM_RESULTS, { optional: true, notOffered: en.notOffered }),
    'aim-why': text(short(300)),
    purpose: choice(PURPOSES, { missing: en.missingPurpose }),
    outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
    present: text(short(300)),
    there: alongField(colleagues),
    alone: choice(ALONE, { optional: true, notOffered: en.notOffered }),
    notes: longText(short(MOST_NOTES)),
    'own-words': longText(short(1000)),
    'next-step': text(short(300)),
    'next-on': day({ optional: true, ...dayWords }),
    'next-kind': choice(NEXT_KINDS, { optional: true, notOffered: en.notOffered }),
    goal: choice(
      goals.map(g => g.rowId),
      { optional: true, notOffered: en.stepTroubles['goal-gone'] },
    ),
    owner: choice(OWNERS, { optional: true, notOffered: en.notOffered }),
    agreed: choice(AGREED, { optional: true, notOffered: en.notOffered }),
    restricted: choice(['yes'], { optional: true, notOffered: en.missingKind }),
    why: text(short(300)),
  }
}

type ContactValue = ValueOf<ReturnType<typeof contactFields>>

/** A next step that goes into the plan has words, and is not kept close. */
function stepFaults(value: Pick<ContactValue, 'goal' | 'next-step' | 'restricted'>) {
  if (value.goal === null) return []
  if (value['next-step'] === null) return [{ field: 'next-step' as const, message: en.troubles['next-without-words'] }]
  // A plan is read by more people than what is kept close.
  return value.restricted === 'yes' ? [{ field: 'goal' as const, message: en.goalTooOpen }] : []
}

/** Of nothing that was set out to do, nothing was reached. */
function aimFaults(value: Pick<ContactValue, 'aim' | 'aim-result' | 'aim-why'>) {
  const isSaid = value['aim-result'] !== null || value['aim-why'] !== null
  return value.aim === null && isSaid ? [{ field: 'aim' as const, message: en.missingAim }] : []
}

const contactFaults = (value: ContactValue) => [...stepFaults(value), ...aimFaults(value)]

export const contactForm = (goals: readonly OfferedGoal[] = []) => form(contactFields(goals), contactFaults)

/**
 * A contact that stands, changed: somebody's part in a group stays that, and no other contact becomes one.
 * @param colleagues who can be named as having been there
 */
export const changeForm = ({ kind }: Pick<Contact, 'kind'>, colleagues: readonly AccountId[] = []) =>
  form(contactFields([], isGroupKind(kind) ? [kind] : ONE_TO_ONE_KINDS, colleagues), contactFaults)

export const CAME_FIELDS = {
  came: choice(['came', 'late', 'missed'] as const, { missing: en.missingCame }),
  reason: choice(MISSED_REASONS, { optional: true, notOffered: en.missingReason }),
  'reason-words': text(short(500)),
}
export type CameValue = ValueOf<typeof CAME_FIELDS>

/** Whoever did not come did not for a reason, be it that none is known. */
export function reasonFaults(value: CameValue) {
  return value.came === 'missed' && value.reason === null
    ? [{ field: 'reason' as const, message: en.missingReason }]
    : []
}

/** What came of a next step. */
export const nextStepForm = form(
  { how: choice(['done', 'not-done'] as const, { missing: en.nextMissingHow }), 'why-not': text(short(300)) },
  value =>
    value.how === 'not-done' && value['why-not'] === null
      ? [{ field: 'why-not' as const, message: en.nextMissingWhy }]
      : [],
)

/** Whether they came, put right. */
export const cameForm = form(CAME_FIELDS, reasonFaults)

/** Whether they came to what was arranged, with the contact that came of it. */
export const outcomeForm = (goals: readonly OfferedGoal[] = [], colleagues: readonly AccountId[] = []) =>
  form({ ...CAME_FIELDS, ...contactFields(goals, ONE_TO_ONE_KINDS, colleagues) }, value => [
    ...reasonFaults(value),
    ...contradictions(value),
    ...stepFaults(value),
    // Who did not come keeps nobody asking what came of it.
    ...(value.came === 'missed' ? [] : aimFaults(value)),
  ])

/** Who came was met; of who did not, all that is written down has room. */
function contradictions(value: CameValue & Pick<ContactValue, 'kind' | 'outcome' | 'notes'>) {
  if (value.came === 'missed') {
    const long = (value.notes ?? '').length + (value['reason-words'] ?? '').length
    return value.reason !== null && long > MOST_NOTES - REASON_ROOM
      ? [{ field: 'notes' as const, message: en.tooLong(MOST_NOTES - REASON_ROOM) }]
      : []
  }
  const isNone = value.kind === 'missed' || value.kind === 'tried' || NOT_MET.includes(value.outcome)
  return isNone ? [{ field: 'came' as const, message: en.cameButNot }] : []
}

const NOT_MET: readonly string[] = ['not-reached', 'did-not-come']
/** What is known of why stands before the notes. */
const REASON_ROOM = 100

/** What the form's value says of the contact. */
export function contentOf(value: Omit<ContactValue, 'goal' | 'owner' | 'why' | 'setting' | 'there'>): ContactContent {
  return {
    happenedOn: value.on,
    atTime: value.time,
    minutes: value.minutes,
    kind: value.kind,
    place: value.place ?? '',
    aim: value.aim ?? '',
    aimResult: value.aim === null ? null : value['aim-result'],
    aimWhy: value.aim === null ? '' : (value['aim-why'] ?? ''),
    purpose: value.purpose,
    outcome: value.outcome,
    present: value.present ?? '',
    aloneOffered: value.alone,
    notes: value.notes ?? '',
    ownWords: value['own-words'] ?? '',
    nextStep: value['next-step'] ?? '',
    nextOn: value['next-on'],
    nextKind: value['next-kind'],
    agreed: value.agreed,
    isRestricted: value.restricted === 'yes',
  }
}

/** The form filled: with a contact that is to be changed, or with today for a new one. */
export function fillContact(
  known: Contact | { readonly today: Day; readonly kind?: Contact['kind'] | undefined },
  goals: readonly OfferedGoal[] = [],
  setting: Setting | null = null,
) {
  if ('today' in known) {
    const { kind = 'meeting', today } = known
    const outcome = kind === 'tried' ? 'not-reached' : 'done'
    return contactForm(goals).fill({ kind, on: today, purpose: 'support', outcome, owner: 'young-person' })
  }
  return contactForm(goals).fill({
    kind: known.kind,
    on: known.happenedOn,
    time: known.atTime,
    minutes: known.minutes,
    place: known.place,
    setting,
    aim: known.aim,
    'aim-result': known.aimResult,
    'aim-why': known.aimWhy,
    purpose: known.purpose,
    outcome: known.outcome,
    present: known.present,
    there: known.colleagues ?? [],
    alone: known.aloneOffered,
    notes: known.notes,
    'own-words': known.ownWords,
    'next-step': known.nextStep,
    'next-on': known.nextOn,
    'next-kind': known.nextKind ?? null,
    agreed: known.agreed,
    ...(known.isRestricted ? { restricted: 'yes' as const } : {}),
  })
}
