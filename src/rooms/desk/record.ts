/** What the record page shows, gathered from the rooms that know it: each part only where the visitor's grants allow. */
import { addMs, dayOf, type Instant } from '#ground/clock.ts'
import { type Day, isAfter, monthHeading } from '#ground/day.ts'
import { type Assessment, assessmentDepthWords, type Transfer, transferStateWords } from '#rooms/assessment/index.ts'
import { type Handover, handoverStateWords } from '#rooms/deployment/index.ts'
import type { Application, Letter, SchoolAsk, Talk } from '#rooms/guidance/index.ts'
import { type Brought, panelItemStateWords } from '#rooms/panels/index.ts'
import { type Agreement, type PathwayLine, type SafetyPlan, safetyWords } from '#rooms/plans/index.ts'
import { type Referred, referralStateWords } from '#rooms/referrals/index.ts'
import {
  type Appointment,
  aimResultWords,
  type Contact,
  contactKindWords,
  contactWords,
  meetingKindWords,
  meetingReasonWords,
  nextKindWords,
  outcomeWords,
} from '#rooms/sessions/index.ts'
import {
  type CapacityDecision,
  capacityOutcomes,
  capacityWords,
  confidentialityWords,
  type Reading,
} from '#rooms/sharing/index.ts'
import {
  type Absence,
  type ActivitySpell,
  absenceKindWords,
  absenceStateWords,
  activityLabel,
  type PlaceLine,
  programmeStateWords,
} from '#rooms/tracking/index.ts'
import { fromApplication, fromLetter, fromSchoolAsk, fromTalk } from './guidance-items.ts'
import { fromPathways } from './story/pathways.ts'
import type { StoryPart } from './story/story.ts'
import { withColleagues } from './story/together.ts'
import { en } from './words.ts'

/** One entry of the timeline, as any room hands it over. */
export type TimelineItem = {
  readonly key: string
  readonly on: Day
  readonly shape: 'dot' | 'ring' | 'diamond' | 'open-square' | 'triangle'
  readonly tone: 'brand' | 'stop'
  readonly title: string
  readonly text: readonly string[]
  readonly ownWords: string
  readonly by: string | null
  readonly href: string | null
  readonly part: StoryPart
}

/** How many contacts the timeline goes back. */
export const TIMELINE_CONTACTS = 200

/** The last day something that ends at a moment is in force: what ends at midnight ended the day before. */
export function lastDayOf(endedAt: Instant): Day {
  return dayOf(addMs(endedAt, -1))
}

/** Everything that happened, newest first. */
export function timelineOf(happened: {
  readonly contacts: readonly Contact[]
  readonly spells: readonly ActivitySpell[]
  /** Those that were agreed; none for whom they are not to see. */
  readonly assessments?: readonly Assessment[]
  readonly agreements?: readonly Agreement[]
  /** Of what was arranged, what was called off: whether they came is told by the contact that came of it. */
  readonly arranged?: readonly Appointment[]
  /** The first contact of whoever leads for them now. */
  readonly firstContactId?: string | undefined
  readonly referred?: readonly Referred[]
  readonly handovers?: readonly Handover[]
  readonly absences?: readonly Absence[]
  readonly programmes?: readonly PlaceLine[]
  readonly applications?: readonly Application[]
  readonly letters?: readonly Letter[]
  readonly talks?: readonly Talk[]
  readonly schoolAsks?: readonly SchoolAsk[]
  readonly capacity?: readonly CapacityDecision[]
  readonly readings?: readonly Reading[]
  readonly transfers?: readonly Transfer[]
  readonly brought?: readonly Brought[]
  readonly pathways?: readonly PathwayLine[]
  readonly safety?: readonly SafetyPlan[]
  /** What was done towards steps of the plan, and what groups did. */
  readonly log?: readonly TimelineItem[]
  /** Names of colleagues. */
  readonly names?: ReadonlyMap<string, string>
}): TimelineItem[] {
  const assessments = (happened.assessments ?? []).flatMap((one): TimelineItem[] =>
    one.agreedOn === null
      ? []
      : [
          {
            key: one.rowId,
            on: one.agreedOn,
            shape: 'diamond',
            tone: 'brand',
            title: en.assessmentAgreed(assessmentDepthWords[one.depth]),
            text: [],
            ownWords: one.agreementWords,
            by: one.agreedBy,
            href: `/people/${one.personId}/assessment`,
            part: 'plans',
          },
        ],
  )
  const agreements = (happened.agreements ?? []).map(
    (one): TimelineItem => ({
      key: one.rowId,
      on: one.agreedOn,
      shape: 'diamond',
      tone: 'brand',
      title: (one.agreement === 'agreed' ? en.planAgreed : en.planNotAgreed)[one.kind],
      text: [],
      ownWords: one.words,
      by: one.agreedBy,
      href: null,
      part: 'plans',
    }),
  )
  const calledOff = (happened.arranged ?? []).flatMap((one): TimelineItem[] =>
    one.state === 'cancelled'
      ? [
          {
            key: one.rowId,
            on: one.onDay,
            shape: 'ring',
            tone: 'brand',
            title: en.calledOff(meetingKindWords[one.kind]),
            text: [one.reason === null ? '' : meetingReasonWords[one.reason], one.reasonWords].filter(Boolean),
            ownWords: '',
            by: null,
            href: `/appointments/${one.rowId}`,
            part: 'contacts',
          },
        ]
      : [],
  )
  const contacts = happened.contacts.map(one =>
    fromContact(one, one.rowId === happened.firstContactId, happened.names ?? new Map()),
  )
  const spells = happened.spells.map(
    (spell): TimelineItem => ({
      key: spell.rowId,
      on: spell.startedOn,
      shape: 'open-square',
      tone: 'brand',
      title: en.activityChanged(activityLabel(spell.code)),
      text: [spell.detail].filter(Boolean),
      ownWords: '',
      by: null,
      href: null,
      part: 'learning',
    }),
  )
  const referred = (happened.referred ?? []).map(fromReferral)
  const handovers = (happened.handovers ?? []).map(one => fromHandover(one, happened.names ?? new Map()))
  const absences = (happened.absences ?? []).map(fromAbsence)
  const programmes = (happened.programmes ?? []).map(fromProgramme)
  const applications = (happened.applications ?? []).map(fromApplication)
  const letters = (happened.letters ?? []).flatMap(fromLetter)
  const talks = (happened.talks ?? []).flatMap(fromTalk)
  const schoolAsks = (happened.schoolAsks ?? []).flatMap(fromSchoolAsk)
  const capacity = (happened.capacity ?? []).map(fromCapacity)
  const readings = (happened.readings ?? []).map(fromReading)
  const transfers = (happened.transfers ?? []).flatMap(fromTransfer)
  const brought = (happened.brought ?? []).map(fromPanel)
  const all = [
    contacts,
    absences,
    programmes,
    applications,
    letters,
    talks,
    schoolAsks,
    capacity,
    readings,
    transfers,
    brought,
    fromPathways(happened.pathways ?? []),
    (happened.safety ?? []).map(fromSafety),
    happened.log ?? [],
    calledOff,
    spells,
    assessments,
    agreements,
    referred,
    handovers,
  ]
  return all.flat().toSorted((a, b) => (a.on === b.on ? (a.key < b.key ? 1 : -1) : isAfter(b.on, a.on) ? 1 : -1))
}

function fromContact(contact: Contact, isFirst: boolean, names: ReadonlyMap<string, string>): TimelineItem {
  const missed = contact.kind === 'tried' || contact.kind === 'missed'
  const message = ['text', 'email', 'letter'].includes(contact.kind)
  const where = contact.place === '' ? '' : ` ${contact.kind === 'meeting' ? 'at' : '·'} ${contact.place}`
  const long = contact.minutes === null ? '' : `, ${contactWords.minutesLong(contact.minutes)}`
  return {
    key: contact.rowId,
    on: contact.happenedOn,
    shape: missed ? 'triangle' : message ? 'ring' : 'dot',
    tone: missed ? 'stop' : 'brand',
    title: `${contactKindWords[contact.kind]}${contact.session ? `: ${contact.session.title}` : ''}${where}${long}`,
    text: [
      contact.session?.notes ?? '',
      contact.session && contact.notes !== '' ? `${en.theirPart}: ${contact.notes}` : contact.notes,
      isFirst ? en.firstContact : '',
      withColleagues(contact, names),
      contact.aimResult === null
        ? ''
        : [contactWords.aimSaid(contact.aim, aimResultWords[contact.aimResult]), contact.aimWhy]
            .filter(Boolean)
            .join('. '),
      contact.outcome === 'done' ? '' : outcomeWords[contact.outcome],
      contact.nextStep === ''
        ? ''
        : `${en.nextStep}: ${stepWords(contact)}${contact.nextTargetId === null ? '' : en.inPlan}`,
    ].filter(Boolean),
    ownWords: contact.ownWords,
    by: contact.accountId,
    href: `/contacts/${contact.rowId}`,
    part: 'contacts',
  }
}

/** On the day it was sent, with where it stands now: the referral's own page has its steps. */
function fromReferral(one: Referred): TimelineItem {
  return {
    key: one.rowId,
    on: one.sentOn,
    shape: 'open-square',
    tone: 'brand',
    title: en.referred(one.from, one.to),
    text: [`${one.purpose}. ${referralStateWords[one.state]}`],
    ownWords: one.viewWords,
    by: one.sentBy,
    href: `/referrals/${one.rowId}`,
    part: 'agencies',
  }
}

/** On the day the place told of it: whoever may see that it is absent from there sees who told. */
function fromAbsence(one: Absence): TimelineItem {
  return {
    key: one.rowId,
    on: one.toldOn,
    shape: 'triangle',
    tone: 'stop',
    title: en.absentFrom(absenceKindWords[one.kind], absenceStateWords[one.state]),
    text: [one.words].filter(Boolean),
    ownWords: '',
    by: one.toldBy,
    href: `/absences/${one.rowId}`,
    part: 'learning',
  }
}

/** On the day they started, or until then agreed to it, with where it stands now. */
function fromProgramme(one: PlaceLine): TimelineItem {
  return {
    key: one.rowId,
    on: one.startedOn ?? one.agreedOn,
    shape: 'open-square',
    tone: 'brand',
    title: en.onProgramme(one.programme, programmeStateWords[one.state]),
    text: [one.state === 'on' ? (one.stage ?? '') : '', one.words].filter(Boolean),
    ownWords: one.talkWords,
    by: one.madeBy,
    href: `/programme-places/${one.rowId}`,
    part: 'learning',
  }
}

/** On the day it came, or did not; one that still waits is nothing that happened. */
function fromTransfer(one: Transfer): TimelineItem[] {
  if (one.overOn === null || one.state === 'withdrawn') return []
  return [
    {
      key: one.rowId,
      on: one.overOn,
      shape: 'open-square',
      tone: 'brand',
      title: en.transferFrom(one.organisation || one.fromName),
      text: [transferStateWords[one.state]],
      ownWords: '',
      by: one.askedBy,
      href: `/transfers/${one.rowId}`,
      part: 'agencies',
    },
  ]
}

/** On the day it was made together, or looked at again. */
function fromSafety(one: SafetyPlan): TimelineItem {
  return {
    key: one.rowId,
    on: one.madeOn,
    shape: 'diamond',
    tone: 'brand',
    title: one.beforeId === null ? safetyWords.timeline.made : safetyWords.timeline.again,
    text: [],
    ownWords: one.words,
    by: one.madeBy,
    href: `/people/${one.personId}/safety-plan`,
    part: 'plans',
  }
}

/** On the day it was judged: of that one question, as their own page has it whole. */
function fromCapacity(one: CapacityDecision): TimelineItem {
  return {
    key: one.rowId,
    on: one.judgedOn,
    shape: 'ring',
    tone: 'brand',
    title: capacityWords.timeline(capacityOutcomes[one.outcome]),
    text: [one.question],
    ownWords: one.wishes,
    by: one.judgedBy,
    href: `/people/${one.personId}/capacity`,
    part: 'plans',
  }
}

/** On the day it was read together: what they say it means, and the version. */
function fromReading(one: Reading): TimelineItem {
  return {
    key: one.rowId,
    on: one.readOn,
    shape: 'ring',
    tone: 'brand',
    title: (one.linkId === null ? confidentialityWords.timeline : confidentialityWords.timelineByLink)(one.number),
    text: [],
    ownWords: one.said,
    by: one.readBy,
    href: `/people/${one.personId}/confidentiality`,
    part: 'plans',
  }
}

/** On the day of the meeting, with what came of it and what was agreed. What was written for the panel is on the page of the item. */
function fromPanel(one: Brought): TimelineItem {
  return {
    key: one.rowId,
    on: one.onDay,
    shape: 'diamond',
    tone: 'brand',
    title: en.broughtTo(one.panel, panelItemStateWords[one.state]),
    text: [one.question, one.outcomeWords, ...one.actions].filter(Boolean),
    ownWords: one.viewWords,
    by: one.broughtBy,
    href: `/panel-items/${one.rowId}`,
    part: 'agencies',
  }
}

/** On the day it began, with where it stands now. */
function fromHandover(one: Handover, names: ReadonlyMap<string, string>): TimelineItem {
  const [from, to] = [names.get(one.fromId) ?? '', names.get(one.toId) ?? '']
  return {
    key: one.rowId,
    on: one.begunOn,
    shape: 'diamond',
    tone: 'brand',
    title: en.handedOver(from, to),
    text: [`${one.why}. ${handoverStateWords[one.state]}`],
    ownWords: one.wishWords,
    by: one.begunBy,
    href: `/hand-overs/${one.rowId}`,
    part: 'agencies',
  }
}

/** The timeline under the names of its months. */
export function byMonth(items: readonly TimelineItem[]): { heading: string; items: readonly TimelineItem[] }[] {
  const months: { heading: string; items: TimelineItem[] }[] = []
  for (const item of items) {
    const heading = monthHeading(item.on)
    const last = months.at(-1)
    if (last?.heading === heading) last.items.push(item)
    else months.push({ heading, items: [item] })
  }
  return months
}

/** What practical help a next step is, what it says, and why it is not going to be done. */
function stepWords({ nextKind, nextStep, nextNotDone }: Contact): string {
  const step = nextKind ? `${nextKindWords[nextKind]}: ${nextStep}` : nextStep
  return nextNotDone === '' ? step : `${step}. ${contactWords.nextNotDone}: ${nextNotDone}`
}
