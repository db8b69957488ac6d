/** The register of the one-page brief before a meeting. */
import { z } from 'zod'
import { aboutThese } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { lastAgreed, listFull, listTransfersOn } from '#rooms/assessment/index.ts'
import { listAsksOn, listFactsOn } from '#rooms/guidance/index.ts'
import { actorOfVisit, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { type HasPart, partsOf } from '#rooms/people/index.ts'
import { findPlan, inForce, listHeld, listLinesOn, listSafetyPlans } from '#rooms/plans/index.ts'
import { listReferred } from '#rooms/referrals/index.ts'
import {
  alongTo,
  findLastAim,
  listArranged,
  listBelongings,
  listExpectedOn,
  listRunOf,
  turnsOf,
} from '#rooms/sessions/index.ts'
import { readStandingsOf } from '#rooms/sharing/index.ts'
import { listAbsencesOn, listPlacesOn } from '#rooms/tracking/index.ts'
import { idParam } from '#web/params.ts'
import { nothing, page } from '#web/register.ts'
import { framePerson } from '../frame.tsx'
import { BriefPage } from '../pages/brief-page.tsx'
import { type TimelineItem, timelineOf } from '../record.ts'
import { placesOf, tagsOf } from './about.ts'

const personParam = z.object({ personId: idParam<PersonId>() })

export function briefRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/brief',
      { permission: 'diary.use', audit: 'record.brief-viewed', params: personParam },
      async visit => {
        const { tx } = visit
        const { personId } = visit.params
        const read = await aboutThese(tx, [personId], within => readBrief({ ...visit, tx: within }))
        if (!read) return nothing('unknown', [personId])
        // As each colleague in turn: not beside anything else.
        const along = await alongTo(tx, read.appointments)
        return page(
          html(
            <BriefPage
              visitor={visit.visitor}
              today={tx.acting.today}
              along={along}
              mayArrange={roleMay(actorOfVisit(visit).role, 'diary.use') && read.frame.person.diedOn === null}
              {...read}
            />,
          ),
          { about: [personId] },
        )
      },
    ),
  ]
}

type BriefVisit = Visit<{ personId: PersonId }, unknown>

/** Everything of the page that is about them alone; undefined where there is nothing for this visitor. */
async function readBrief(visit: BriefVisit) {
  const { tx } = visit
  const { personId } = visit.params
  const [frame, has] = await Promise.all([framePerson(visit, personId), partsOf(tx, personId)])
  if (!frame?.seen.has('sessions')) return undefined
  const isForTalks = roleMay(actorOfVisit(visit).role, 'talk.use') && frame.seen.has('guidance')
  // Asked together, so that it is one wait.
  const [
    appointments,
    plan,
    pathways,
    assessments,
    learning,
    tags,
    read,
    held,
    safety,
    others,
    lastAim,
    groups,
    belongings,
    facts,
    asks,
  ] = await Promise.all([
    listArranged(tx, personId),
    findPlan(tx, personId),
    has('pathway') ? listLinesOn(tx, personId, frame.seen) : [],
    has('assessment') ? listFull(tx, personId) : [],
    placesOf(visit, personId),
    tagsOf(visit, personId),
    readStandingsOf(tx, [personId]),
    listHeld(tx, personId),
    frame.seen.has('plan') ? listSafetyPlans(tx, personId) : [],
    fromOthers(visit, personId, has),
    findLastAim(tx, personId),
    has('group_expected') ? listExpectedOn(tx, personId) : [],
    has('support_group_member') ? listBelongings(tx, personId) : [],
    isForTalks ? listFactsOn(tx, personId) : [],
    isForTalks && has('school_ask') ? listAsksOn(tx, personId) : [],
  ])
  const ahead = appointments.filter(one => one.state === 'set')
  const [turns, runs] = await Promise.all([
    turnsOf(tx, ahead),
    listRunOf(
      tx,
      ahead.map(one => one.rowId),
    ),
  ])
  const assessment = lastAgreed(assessments)
  return {
    frame,
    appointments: ahead,
    groups,
    belongings: belongings.filter(one => one.leftOn === null),
    runs,
    turns,
    lastAim,
    plan,
    safety: inForce(safety),
    pathways: pathways.filter(one => one.pathway.state === 'open'),
    assessment,
    ratings: assessment?.ratings ?? [],
    learning: learning.filter(place => place.finishedOn === null),
    tags,
    held: held.filter(one => one.overOn === null),
    others,
    read: read.of(personId).standing,
    school: isForTalks ? { facts, asks } : undefined,
  }
}

/** How much of what others told or did is worth knowing beforehand. */
const MOST_OTHERS = 6

/** What other agencies told or did, newest first: as far as the visitor may know of each. */
async function fromOthers(visit: BriefVisit, id: PersonId, has: HasPart): Promise<TimelineItem[]> {
  const { tx } = visit
  const { role } = actorOfVisit(visit)
  const [referred, absences, programmes, transfers] = await Promise.all([
    has('referral') ? listReferred(tx, id) : [],
    has('absence_report') && roleMay(role, 'absence.see') ? listAbsencesOn(tx, id) : [],
    has('programme_place') && roleMay(role, 'programme.see') ? listPlacesOn(tx, id) : [],
    has('transfer_request') && roleMay(role, 'assessment.write') ? listTransfersOn(tx, id) : [],
  ])
  return timelineOf({ contacts: [], spells: [], referred, absences, programmes, transfers }).slice(0, MOST_OTHERS)
}
