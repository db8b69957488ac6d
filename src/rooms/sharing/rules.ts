/** Emergency access: how long, and by when it is looked at. Barriers: what named people get, who must be left. docs/rules/sharing.md */
import { addMs, type Instant, toMs } from '#ground/clock.ts'
import { addDays, type Day, isAfter, isBefore, nextWorkingDay } from '#ground/day.ts'
import type { Grant, RecordClass } from '#rooms/access/index.ts'
import type { BreachAnswers, Filed } from './breach.ts'

export const OPEN_MS = 60 * 60_000
export const REASON_MIN = 10

const IDENTITY = 1
const RESTRICTED = 4096

export function endsAt(openedAt: Instant): Instant {
  return addMs(openedAt, OPEN_MS)
}

/** The next working day. */
export function reviewDueOn(today: Day, holidays: ReadonlySet<Day>): Day {
  return nextWorkingDay(today, holidays)
}

type Rights = Pick<Grant, 'holderId' | 'classes'>

/** The classes some holders have between them by working with the record: that they run a support group somebody is in is no work with the record. */
export function classesHeld(
  grants: readonly (Rights & Pick<Grant, 'source'>)[],
  holders: readonly string[],
): RecordClass[] {
  const working = grants.filter(g => g.source !== 'agreement' && holders.includes(g.holderId))
  return [...new Set(working.flatMap(g => g.classes))]
}

/** What being named for a restricted record never opens: what is given by itself, with an end of its own, and what no record gives. */
const NOT_BY_NAMING: ReadonlySet<RecordClass> = new Set<RecordClass>([
  'audit',
  'safeguarding',
  'immigration',
  'offending',
])

/**
 * What somebody named for a restricted record sees: what they saw before, or, where that was nothing, what their role works
 * with; and the key. Never the right to read the audit, which no record gives.
 */
export function namedClasses(held: readonly RecordClass[], everyday: readonly RecordClass[]): RecordClass[] {
  const before = held.filter(c => !NOT_BY_NAMING.has(c))
  const seen = before.includes('identity') ? before : [...before, ...everyday]
  return [...new Set<RecordClass>(['identity', ...seen, 'restricted'])]
}

/** Who could still open a restricted record once these are shut out of it: grants on that very person with the key. */
export function leftIn(
  grants: readonly (Rights & Pick<Grant, 'scope'>)[],
  shutOut: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    grants
      .filter(g => g.scope === 'person' && g.classes.includes('restricted') && !shutOut.has(g.holderId))
      .map(g => g.holderId),
  )
}

/** The regulator is told within 72 hours of knowing of a breach, unless it is unlikely to harm anybody (UK GDPR article 33(1)). */
export const REGULATOR_HOURS = 72
const HOUR_MS = 3_600_000

/** Whole hours left to tell the regulator; below zero when they are over. */
export function hoursLeft(foundAt: Instant, now: Instant): number {
  return Math.floor((toMs(addMs(foundAt, REGULATOR_HOURS * HOUR_MS)) - toMs(now)) / HOUR_MS)
}

export type CloseTrouble = 'consequence' | 'told-person' | 'told-person-why' | 'told-regulator' | 'told-regulator-why'

/** What is still to be written down before an entry can be closed (UK GDPR articles 33(5) and 34). */
export function missingToClose(answers: BreachAnswers): CloseTrouble[] {
  const missing: [CloseTrouble, boolean][] = [
    ['consequence', answers.consequence === ''],
    ['told-person', answers.toldPerson === null],
    ['told-person-why', answers.toldPerson !== null && answers.toldPersonWhy === ''],
    ['told-regulator', answers.toldRegulator === null],
    ['told-regulator-why', answers.toldRegulator !== null && answers.toldRegulatorWhy === ''],
  ]
  return missing.filter(([, isMissing]) => isMissing).map(([field]) => field)
}

/** Pages of an assessment. */
const ASSESSING = ['assessment.viewed', 'assessment.group-opened', 'assessment.agree-opened', 'assessment.leave-opened']

/** Pages of a plan, round which stands the identity bar. */
const PLANNING = [
  ...['plan.viewed', 'plan.form-opened', 'plan-ask.form-opened', 'plan-ask.viewed'],
  ...['plan-log.viewed', 'plan-log.form-opened'],
]
/** With the copy that is handed over, which has no bar. */
const PLANNING_AND_COPY = [...PLANNING, 'plan.copy-opened', 'plan.copy-printed']

/** Where it is chosen and shown what a parent or carer would read of a plan. */
const FOR_AN_ADULT = ['plan.adult-link-opened', 'plan.adult-link-shown']

/** The timeline, on the record and printed. */
const STORY = ['record.viewed', 'record.printed']

/** Pages of an appointment. */
const APPOINTING = [
  ...['appointment.form-opened', 'appointment.viewed', 'run.form-opened', 'run.viewed'],
  ...['paper-sheet.form-opened', 'paper-sheet.viewed'],
]

/** What is taken along in the notebook: open steps of the plan, and what is arranged next. */
const TAKEN_ALONG = ['notebook.taken', 'notebook.refreshed']

/** Pages on which a pathway of support stands with its steps. */
const PATHWAYS = ['pathway.viewed', 'pathway.step-viewed', 'pathway.form-opened', 'record.brief-viewed']

/** Pages about one who belongs to a support group. */
const IN_GROUPS = [
  ...['support-group.of-person-viewed', 'support-group.member-viewed', 'support-group.member-step-viewed'],
  'support-group.member-step-form-opened',
]

const OF_APPLICATION = ['place-application.viewed', 'place-application.form-opened']

/** Pages round which stand the identity bar, with the next step of a contact and the current activity, and the alerts. */
const FRAMED = [
  'record.viewed',
  'record.details-viewed',
  'record.who-viewed',
  'person.edit-opened',
  'contact.form-opened',
  'contact.viewed',
  'contact.next-step-viewed',
  'record.brief-viewed',
  'record.services-viewed',
  'record.case-viewed',
  'record.round-viewed',
  'person.alert-review-opened',
  'referral.form-opened',
  'referral.of-person-viewed',
  'referral.viewed',
  'referral.edit-opened',
  ...ASSESSING,
  ...PLANNING,
  ...APPOINTING,
  'assessment.answers-opened',
  'transfer.viewed',
  'transfer.of-person-viewed',
  'transfer.form-opened',
  'tool-said.viewed',
  'tool-said.form-opened',
  ...IN_GROUPS,
  'plan.link-opened',
  ...FOR_AN_ADULT,
  'close-plan.viewed',
  'close-plan.form-opened',
  'close-plan.copy-opened',
  'close-plan.copy-printed',
  'plan-date.viewed',
  'plan-date.list-viewed',
  'held-plan.viewed',
  'held-plan.form-opened',
  'progress.viewed',
  'pathway.list-viewed',
  ...PATHWAYS,
  'lead.form-opened',
  'hand-over.form-opened',
  'hand-over.viewed',
  'absence.form-opened',
  'start.viewed',
  'absence.link-form-opened',
  'absence.viewed',
  'programme.form-opened',
  'programme.place-viewed',
  ...['place-application.of-person-viewed', ...OF_APPLICATION, 'guarantee.viewed', 'destination.viewed'],
  'panel.bring-form-opened',
  'panel.item-viewed',
  'application.of-person-viewed',
  'application.form-opened',
  'application.viewed',
  'letter.of-person-viewed',
  'letter.form-opened',
  'letter.viewed',
  'talk.viewed',
  'talk.of-person-viewed',
  'talk.form-opened',
  'school-data.viewed',
  'school-ask.form-opened',
  'school-ask.viewed',
  'school-fact.form-opened',
  'exercise.of-person-viewed',
  'capacity.viewed',
  'capacity.form-opened',
  'confidentiality.viewed',
  'referral.links-viewed',
]

/** Pages of talks. */
const TALKS = ['talk.viewed', 'talk.of-person-viewed', 'talk.form-opened', 'talk.own-opened']

/** Pages before and of a talk, beside which their aims stand, and what else is on record. */
const BEFORE_TALKS = ['school-data.viewed', 'talk.viewed', 'talk.form-opened']

/** The same of what somebody without an account opened by a secure link. */
export function shownByLink(what: Filed): readonly string[] {
  return what === 'goal' || what === 'target'
    ? ['plan.viewed-by-link', 'plan.viewed-by-adult', 'plan.printed-by-link']
    : what === 'plan-log'
      ? ['plan.viewed-by-link', 'plan.printed-by-link']
      : what === 'pathway' || what === 'pathway-step'
        ? ['pathway.viewed-by-link']
        : what === 'group-member' || what === 'group-step'
          ? ['support-group.viewed-by-link']
          : []
}

/**
 * The class a link must have had for a row to have been read by it: of what a group does for them it is theirs by the link itself, unless it is kept close.
 */
export function linkClass(what: Filed, classBit: number): number {
  const isTheirs = what === 'group-member' || what === 'group-step'
  return isTheirs && classBit !== RESTRICTED ? IDENTITY : classBit
}

/** Events of the audit that mean: a page was shown on which a row of this kind stands, to those who may see its class. */
export function shownBy(what: Filed): readonly string[] {
  switch (what) {
    case 'contact':
      // A talk is taken off with the session it was.
      return [...FRAMED, 'record.printed', 'first-contact.list-viewed', ...TALKS]
    case 'activity':
      return [...FRAMED, 'record.printed', 'activity-question.list-viewed', 'start.list-viewed']
    case 'start':
      return ['start.viewed', 'start.list-viewed']
    case 'alert':
      return [...FRAMED, 'alert.due-viewed']
    case 'adult':
      // Work with the family is with one of them.
      return ['record.viewed', 'record.details-viewed', 'record.round-viewed', 'pathway.viewed', 'pathway.form-opened']
    case 'characteristic':
    case 'place':
      // What is known already stands beside the factors, and before a talk.
      return [
        ...['record.viewed', 'record.details-viewed', 'record.brief-viewed', 'assessment.group-opened'],
        ...['school-data.viewed', 'school-ask.form-opened'],
      ]
    case 'assessment':
      return [...STORY, 'record.brief-viewed', 'record.services-viewed', 'record.case-viewed', ...ASSESSING]
    case 'goal':
      // Goals are offered for the next step of a contact; a goal takes its steps with it, and those what was done, which stands in the story.
      return [
        ...[...STORY, ...PLANNING_AND_COPY, ...FOR_AN_ADULT, ...TAKEN_ALONG],
        ...['record.brief-viewed', 'contact.form-opened', 'appointment.form-opened'],
        ...[...BEFORE_TALKS, 'pathway.viewed', 'pathway.form-opened'],
      ]
    case 'target':
      // It takes what was done along.
      return [
        ...STORY,
        ...PLANNING_AND_COPY,
        ...FOR_AN_ADULT,
        ...TAKEN_ALONG,
        'progress.viewed',
        'record.brief-viewed',
        'record.case-viewed',
        'record.round-viewed',
        'pathway.viewed',
      ]
    case 'agreement':
      return [...STORY, ...PLANNING_AND_COPY]
    case 'plan-log':
      // It stands in the story, and the last of it on the plan and in its review.
      return [...STORY, ...PLANNING]
    case 'referral':
      return [
        ...STORY,
        'record.brief-viewed',
        'record.case-viewed',
        'record.round-viewed',
        'referral.viewed',
        'referral.edit-opened',
        'referral.of-person-viewed',
        'referral.list-viewed',
      ]
    case 'absence':
      return [...STORY, 'record.brief-viewed', 'absence.viewed', 'absence.list-viewed', 'school-data.viewed']
    case 'programme':
      return [
        ...STORY,
        'record.brief-viewed',
        'record.case-viewed',
        'record.round-viewed',
        'programme.list-viewed',
        'programme.viewed',
        'programme.place-viewed',
      ]
    case 'place-application':
      return ['place-application.of-person-viewed', ...OF_APPLICATION, 'place-application.not-enrolled-viewed']
    case 'guarantee':
    case 'destination':
      return ['place-application.of-person-viewed', `${what}.viewed`, 'guarantee.grid-viewed', 'guarantee.pasted']
    case 'application':
      return [
        ...[...STORY, 'application.viewed', 'application.list-viewed', 'application.of-person-viewed'],
        ...['application.form-opened', 'opportunity.viewed'],
      ]
    case 'close-plan':
      return [
        ...[...STORY, 'record.brief-viewed', 'close-plan.viewed', 'close-plan.form-opened'],
        ...['close-plan.copy-opened', 'close-plan.copy-printed'],
      ]
    case 'plan-date':
      return ['record.viewed', 'plan.viewed', 'plan-date.viewed', 'plan-date.list-viewed']
    case 'held-plan':
      return ['plan.viewed', 'record.brief-viewed', 'record.round-viewed', 'held-plan.viewed', 'held-plan.form-opened']
    case 'pathway':
      return [...STORY, ...PATHWAYS, 'pathway.list-viewed', 'plan.viewed', 'plan.due-viewed']
    case 'pathway-step':
      // What is next stands in lists, and a step that was done in the timeline.
      return [...STORY, ...PATHWAYS, 'pathway.list-viewed', 'plan.viewed', 'plan.due-viewed']
    case 'pathway-log':
      return ['pathway.viewed']
    case 'progress-entry':
      // Beside the target it is evidence of, also at a review.
      return [...PLANNING, 'progress.viewed']
    case 'transfer':
      return [...STORY, 'record.brief-viewed', 'transfer.viewed', 'transfer.of-person-viewed', 'transfer.list-viewed']
    case 'tool-said':
      return ['tool-said.viewed', 'tool-said.form-opened', 'assessment.group-opened']
    case 'group-member':
      return [...STORY, ...IN_GROUPS, 'record.brief-viewed', 'support-group.viewed']
    case 'group-step':
      // It stands beside the plan, and in the story once it is over.
      return [...STORY, ...IN_GROUPS, 'plan.viewed', 'support-group.viewed']
    case 'capacity':
      return [...STORY, 'capacity.viewed', 'capacity.form-opened']
    case 'reading':
      return [
        ...STORY,
        'record.brief-viewed',
        'record.case-viewed',
        'confidentiality.viewed',
        'confidentiality.form-opened',
        'confidentiality.due-viewed',
      ]
    case 'talk':
      return [...STORY, ...TALKS]
    case 'school-ask':
      return [...STORY, 'record.brief-viewed', 'school-data.viewed', 'school-ask.viewed', 'school-ask.list-viewed']
    case 'exercise':
      return ['exercise.of-person-viewed']
    case 'school-fact':
      return ['record.brief-viewed', 'school-data.viewed', 'school-ask.viewed', ...TALKS]
    case 'letter':
      return [...STORY, 'letter.viewed', 'letter.printed', 'letter.of-person-viewed', 'letter.form-opened']
    case 'panel':
    case 'panel-action':
      return [
        ...[...STORY, 'panel.meeting-viewed', 'panel.minutes-viewed', 'panel.item-viewed', 'panel.prepare-form-opened'],
        ...['panel.action-viewed', 'panel.own-actions-viewed', 'day.viewed'],
      ]
    case 'hand-over':
      return [...STORY, 'hand-over.viewed', 'hand-over.list-viewed']
    case 'run':
    case 'appointment':
      return [
        ...STORY,
        'record.brief-viewed',
        // What goes along, and where both advisers meet them.
        'hand-over.viewed',
        'diary.viewed',
        'diary.missed-viewed',
        'day.viewed',
        'school-day.viewed',
        'school-day.copy-opened',
        'school-day.invitations-opened',
        ...[...APPOINTING, ...TAKEN_ALONG],
      ]
    case 'contact-detail':
    case 'identifier':
    case 'address':
      return ['record.details-viewed']
    default:
      return what satisfies never
  }
}

/** The longest a class is given for: after that it is asked anew whether it is needed (decision 0021). */
export const MOST_DAYS_GIVEN = 180

/** Whether a class can be given until a day, that day among them. */
export function givenTrouble(lastOn: Day, today: Day): 'over-already' | 'too-long' | undefined {
  if (isBefore(lastOn, today)) return 'over-already'
  return isAfter(lastOn, addDays(today, MOST_DAYS_GIVEN - 1)) ? 'too-long' : undefined
}
