/** Everything the timeline is put together from, as far as the visitor may see it: for the page and for its print alike. */
import { listAssessments, listTransfersOn } from '#rooms/assessment/index.ts'
import { listHandoversOn } from '#rooms/deployment/index.ts'
import { listApplicationsOn, listAsksOn, listLettersOn, listTalksOn } from '#rooms/guidance/index.ts'
import { actorOfVisit, findNames, roleMay, type Visit } from '#rooms/identity/index.ts'
import { listBroughtOn } from '#rooms/panels/index.ts'
import type { HasPart } from '#rooms/people/index.ts'
import { listAgreements, listLinesOn, listLogOn, listSafetyPlans } from '#rooms/plans/index.ts'
import { listReferred } from '#rooms/referrals/index.ts'
import {
  type Appointment,
  listArranged,
  listExpectedOn,
  listRunsGoingOn,
  listTurnFacts,
  type PlannedFor,
  type RunLine,
  supportOn,
  type Turn,
  turnsFrom,
} from '#rooms/sessions/index.ts'
import { listCapacityOn, listReadings } from '#rooms/sharing/index.ts'
import { listAbsencesOn, listPlacesOn } from '#rooms/tracking/index.ts'
import type { DeskFrame } from '../frame.tsx'
import { TIMELINE_CONTACTS, type TimelineItem, timelineOf } from '../record.ts'
import { fromLog } from './plan-log.ts'
import { fromSupportGroups } from './support-groups.ts'

/** Whose story it is, and what their record may have, so that nobody asks for what never was. */
export type StoryFrame = DeskFrame & { readonly has: HasPart }

export type Story = {
  readonly items: readonly TimelineItem[]
  /** Names of colleagues, by account. */
  readonly names: ReadonlyMap<string, string>
  /** Whether there are older contacts than those read. */
  readonly hasOlder: boolean
  readonly arranged: readonly Appointment[]
  /** Runs of meetings that go on. */
  readonly runs: readonly RunLine[]
  /** Closed groups at which they are expected. */
  readonly groups: readonly PlannedFor[]
  /** Which of those are first contacts, by meeting. */
  readonly turns: ReadonlyMap<string, Turn>
}

/**
 * Reads it.
 * @param frame with one contact more than the timeline shows, which tells that there are older ones
 */
export async function loadStory(visit: Visit<unknown, unknown>, frame: StoryFrame): Promise<Story> {
  const { tx } = visit
  const { id } = frame.person
  const { seen, staff, has } = frame
  const { role } = actorOfVisit(visit)
  const [
    arranged,
    assessments,
    agreements,
    referred,
    handovers,
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
    pathways,
    safety,
    facts,
    runs,
    groups,
    log,
    support,
  ] = await Promise.all([
    seen.has('sessions') ? listArranged(tx, id) : [],
    has('assessment') ? listAssessments(tx, id) : [],
    has('plan_agreement') ? listAgreements(tx, id) : [],
    has('referral') ? listReferred(tx, id) : [],
    has('hand_over') && seen.has('sessions') ? listHandoversOn(tx, id) : [],
    has('absence_report') && roleMay(role, 'absence.see') ? listAbsencesOn(tx, id) : [],
    has('programme_place') && roleMay(role, 'programme.see') ? listPlacesOn(tx, id) : [],
    has('application') && roleMay(role, 'application.use') ? listApplicationsOn(tx, id) : [],
    has('letter') && roleMay(role, 'letter.write') ? listLettersOn(tx, id) : [],
    // Their pages ask for the class of guidance.
    has('talk') && roleMay(role, 'talk.use') && seen.has('guidance') ? listTalksOn(tx, id) : [],
    has('school_ask') && roleMay(role, 'talk.use') && seen.has('guidance') ? listAsksOn(tx, id) : [],
    has('capacity_decision') && roleMay(role, 'assessment.write') ? listCapacityOn(tx, id) : [],
    has('confidentiality_reading') && roleMay(role, 'contact.record') ? listReadings(tx, id) : [],
    has('transfer_request') && roleMay(role, 'assessment.write') ? listTransfersOn(tx, id) : [],
    has('panel_item') && roleMay(role, 'panel.see') ? listBroughtOn(tx, id) : [],
    has('pathway') ? listLinesOn(tx, id, seen) : [],
    seen.has('plan') ? listSafetyPlans(tx, id) : [],
    listTurnFacts(tx, [id]),
    has('meeting_run') && seen.has('sessions') ? listRunsGoingOn(tx, id) : [],
    has('group_expected') && seen.has('sessions') ? listExpectedOn(tx, id) : [],
    has('plan_log') && seen.has('plan') ? listLogOn(tx, id) : [],
    has('support_group_member') ? supportOn(tx, id) : { belongings: [], steps: [] },
  ])
  const others = [
    ...[...assessments, ...agreements].map(one => one.agreedBy),
    ...handovers.flatMap(one => [one.fromId, one.toId, one.begunBy]),
    ...absences.map(one => one.toldBy),
    ...programmes.map(one => one.madeBy),
    ...applications.map(one => one.putBy),
    ...letters.map(one => one.signedBy),
    ...talks.map(one => one.madeBy),
    ...schoolAsks.map(one => one.askedBy),
    ...capacity.map(one => one.judgedBy),
    ...readings.map(one => one.readBy),
    ...transfers.map(one => one.askedBy),
    ...brought.map(one => one.broughtBy),
    ...pathways.map(one => one.pathway.openedBy),
    ...safety.map(one => one.madeBy),
    ...log.map(one => one.writtenBy),
    ...support.belongings.map(one => one.askedBy),
    ...support.steps.map(one => one.accountId),
  ]
  const unnamed = others.flatMap(by => by ?? []).filter(by => !staff.has(by))
  const found = unnamed.length === 0 ? new Map<string, string>() : await findNames(tx, [...new Set(unnamed)])
  const names = new Map([...staff, ...found])
  const ahead = arranged.filter(one => one.state === 'set')
  const turns = turnsFrom(ahead, facts)
  const items = timelineOf({
    contacts: frame.contacts.slice(0, TIMELINE_CONTACTS),
    spells: frame.spells,
    assessments,
    agreements,
    arranged,
    firstContactId: facts.get(id)?.met?.rowId,
    referred,
    handovers,
    absences,
    programmes,
    applications,
    letters,
    talks,
    schoolAsks,
    capacity,
    readings,
    transfers,
    pathways,
    safety,
    log: [...fromLog(log, frame.person.given), ...fromSupportGroups(support, id)],
    // Kept back from them it stands on no partner's screen but the agenda itself (K2).
    brought: brought.filter(one => one.known === 'told' || role !== 'partner-practitioner'),
    names,
  })
  return { items, names, hasOlder: frame.contacts.length > TIMELINE_CONTACTS, arranged, groups, runs, turns }
}
