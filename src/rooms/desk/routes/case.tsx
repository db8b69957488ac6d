/** The register of how a case stands: the parts of the work, what is missing, and who has worked with them (rows 188 and 198). */
import { z } from 'zod'
import { aboutThese } from '#ground/database/tx.ts'
import { type Day, formatDay, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { distancesOf, dueOf, factorsOn, factorWords, listFull, listStandings } from '#rooms/assessment/index.ts'
import { actorOfVisit, findNames, get, type HouseRoute, html, roleMay, type Visit } from '#rooms/identity/index.ts'
import { listDetails } from '#rooms/people/index.ts'
import { doneBy, findPlan, listPlanStandings, planDueOf } from '#rooms/plans/index.ts'
import { listReferralsOn, listReferred, referralStateWords } from '#rooms/referrals/index.ts'
import { countsAsSeen } from '#rooms/sessions/index.ts'
import { isToRead, readStandingsOf } from '#rooms/sharing/index.ts'
import { currencyOf, listPlacesOn, programmeStateWords, spellOfNow } from '#rooms/tracking/index.ts'
import { idParam } from '#web/params.ts'
import { nothing, page } from '#web/register.ts'
import { caseStandings, movedOf, type Part, whoWorked } from '../case/rules.ts'
import { en } from '../case/words.ts'
import { type DeskFrame, framePerson } from '../frame.tsx'
import { CasePage } from '../pages/case-page.tsx'

const personParam = z.object({ personId: idParam<PersonId>() })
type CaseVisit = Visit<{ personId: PersonId }, unknown>

/** More contacts than this are not counted one by one. */
const MOST_CONTACTS = 400

export function caseRoutes(): HouseRoute[] {
  return [
    get(
      '/people/:personId/case',
      { permission: 'assessment.write', audit: 'record.case-viewed', params: personParam },
      async visit => {
        const { personId } = visit.params
        const read = await aboutThese(visit.tx, [personId], tx => readCase({ ...visit, tx }))
        if (!read) return nothing('unknown', [personId])
        return page(html(<CasePage visitor={visit.visitor} {...read} />), { about: [personId] })
      },
    ),
  ]
}

/** Everything of the page: all of it is about them alone. Undefined where there is nothing for this visitor. */
async function readCase(visit: CaseVisit) {
  const { personId } = visit.params
  const frame = await framePerson(visit, personId, MOST_CONTACTS)
  if (!frame?.seen.has('sessions')) return undefined
  const { baselineOn, moved } = await distanceOf(visit, frame)
  const [standings, worked, agencies, steps] = await Promise.all([
    frame.person.diedOn === null ? standingsOf(visit, frame) : [],
    workedWith(visit, frame, baselineOn),
    agenciesOf(visit, personId, baselineOn),
    stepsOf(visit, frame, baselineOn),
  ])
  return { frame, standings, baselineOn, worked, agencies, steps, moved }
}

const NEEDS = {
  assessment: 'assessment',
  plan: 'plan',
  sessions: 'sessions',
  referrals: 'sessions',
  tracking: 'tracking',
  confidentiality: 'sessions',
} as const satisfies Readonly<Record<Part, string>>

async function standingsOf({ tx }: CaseVisit, { person, seen, lead, spells, contacts }: DeskFrame) {
  const { today } = tx.acting
  const ids = [person.id]
  const [[assessed], [planned], details, referrals, read] = await Promise.all([
    listStandings(tx, ids),
    listPlanStandings(tx, ids),
    listDetails(tx, person.id),
    listReferralsOn(tx, person.id),
    readStandingsOf(tx, ids),
  ])
  const level = details.find(one => one.field === 'support-level' && one.replacedAt === null)?.value ?? null
  const last = planned?.isAgreed ? planned : undefined
  return caseStandings(
    {
      parts: new Set((Object.keys(NEEDS) as Part[]).filter(part => seen.has(NEEDS[part]))),
      assessment: dueOf({
        leadSince: lead?.startedOn ?? null,
        supportLevel: level,
        lastAgreedOn: assessed?.lastAgreedOn ?? null,
        reviewOn: assessed?.reviewOn ?? null,
        today,
      }),
      plan: planDueOf({ hasGoals: planned !== undefined, last, leadSince: lead?.startedOn ?? today }, today),
      supportLevel: level,
      lastContactOn: contacts.find(one => countsAsSeen(one.kind))?.happenedOn ?? null,
      referralsDue: referrals.flatMap(one => one.dueOn ?? []),
      currency: currencyOf(spellOfNow(spells), today),
      isRead: !isToRead(read.of(person.id).standing),
    },
    today,
  )
}

/** What was assessed again since the baseline, as far as the visitor sees it. */
async function distanceOf({ tx }: CaseVisit, { person, seen }: DeskFrame) {
  if (!seen.has('assessment')) return { baselineOn: undefined, moved: undefined }
  const agreed = (await listFull(tx, person.id)).filter(one => one.state === 'agreed')
  const baselineOn = agreed[0]?.agreedOn ?? undefined
  if (agreed.length < 2) return { baselineOn, moved: undefined }
  const moved = distancesOf(factorsOn(tx.acting.today), agreed).map(one => ({
    label: factorWords[one.factor.code] ?? one.factor.code,
    staff: one.staff,
    own: one.own,
  }))
  return { baselineOn, moved: movedOf(moved) }
}

const isSince = (on: Day | null, since: Day | undefined): on is Day =>
  on !== null && (since === undefined || isAfter(on, since))

async function workedWith({ tx }: CaseVisit, { contacts, staff }: DeskFrame, since: Day | undefined) {
  const met = contacts.filter(one => countsAsSeen(one.kind))
  const unnamed = [...new Set(met.flatMap(one => [one.accountId, ...(one.colleagues ?? [])]))].filter(
    id => !staff.has(id),
  )
  const found = unnamed.length === 0 ? new Map<AccountId, string>() : await findNames(tx, unnamed)
  const names = new Map<string, string>([...staff, ...found])
  return whoWorked(
    met.flatMap(one =>
      [one.accountId, ...(one.colleagues ?? [])].map(id => ({
        who: names.get(id) ?? '',
        on: one.happenedOn,
        minutes: one.minutes,
      })),
    ),
    since,
  )
}

/** Agencies a referral went to, and programmes they were on: that they were there, as far as the visitor may know of it (K6). */
async function agenciesOf(visit: CaseVisit, personId: PersonId, since: Day | undefined) {
  const { role } = actorOfVisit(visit)
  const [referred, places] = await Promise.all([
    listReferred(visit.tx, personId),
    roleMay(role, 'programme.see') ? listPlacesOn(visit.tx, personId) : [],
  ])
  return [
    ...referred
      .filter(one => isSince(one.sentOn, since))
      .map(one => ({ label: one.to, value: `${one.purpose}. ${referralStateWords[one.state]}` })),
    ...places
      .filter(one => isSince(one.startedOn, since))
      .map(one => ({ label: one.programme, value: programmeStateWords[one.state] })),
  ]
}

async function stepsOf({ tx }: CaseVisit, { person, seen }: DeskFrame, since: Day | undefined) {
  if (!seen.has('plan')) return []
  const { targets } = await findPlan(tx, person.id)
  return targets
    .filter(one => (one.state === 'met' || one.state === 'part') && isSince(one.answeredOn, since))
    .map(one => ({
      label: one.what,
      value: en.stepBy(doneBy(one, { 'young-person': person.given }), formatDay(one.answeredOn ?? one.setOn)),
    }))
}
