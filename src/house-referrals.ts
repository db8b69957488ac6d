/** What referrals are handed down from rooms they do not know: what of the record can go along, who leads, whose team it is. */
import type { Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { CLASS_BITS, type RecordClass } from '#rooms/access/index.ts'
import { factorWords, lastAgreed, levelWords, listFull, planFactors } from '#rooms/assessment/index.ts'
import { assignLead, findAdviser, findLead, listAdvisers, listTeams } from '#rooms/deployment/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findNames } from '#rooms/identity/index.ts'
import {
  alertKindWords,
  detailLabels,
  detailValue,
  findPerson,
  findSafeContact,
  isWhereaboutsProtected,
  listAddresses,
  listAdults,
  listAlerts,
  listContactDetails,
  listDetails,
  listEnrolments,
  listNames,
  mayBeToldWords,
} from '#rooms/people/index.ts'
import { listGoals, listTargets } from '#rooms/plans/index.ts'
import type { Line, Part, RecordPart, ReferralPeople } from '#rooms/referrals/index.ts'
import { activityLabel, codeOf, listSpells, spellOfNow } from '#rooms/tracking/index.ts'
import { sessionsHouse } from './house-sessions.ts'

type Gather = (tx: Tx, personId: PersonId) => Promise<readonly Line[]>

const line = (label: string, value: string | null | undefined): Line[] => (value ? [{ label, value }] : [])

const who: Gather = async (tx, personId) => {
  const [person, names, details, lead] = await Promise.all([
    findPerson(tx, personId),
    listNames(tx, personId),
    listDetails(tx, personId),
    findLead(tx, personId),
  ])
  if (!person) return []
  const legal = names.find(n => n.kind === 'legal' && n.replacedAt === null)
  const legalName = legal ? `${legal.given} ${legal.family}` : ''
  const known = `${person.given} ${person.family}`
  const pronouns = details.find(d => d.field === 'pronouns' && d.replacedAt === null)?.value
  const leads = lead && (await findNames(tx, [lead.accountId])).get(lead.accountId)
  return [
    { label: 'Name', value: known },
    ...line('Legal name', legalName === known ? '' : legalName),
    ...line('Born', person.bornOn === null ? '' : formatDay(person.bornOn)),
    ...line('Pronouns', pronouns),
    ...line('Lead adviser', leads),
  ]
}

/** What to do, never why. One that a concern raised stays here: that there is a concern is for safeguarding to tell; so does one that is kept from
 * the young person (K2). */
const alerts: Gather = async (tx, personId) =>
  (await listAlerts(tx, personId)).filter(alert => !isKeptBack(alert)).map(alertLine)

type Alert = Awaited<ReturnType<typeof listAlerts>>[number]

const isKeptBack = (alert: Alert): boolean => alert.isFromConcern || alert.told === 'withheld'
const alertLine = (alert: Alert): Line => ({
  label: alertKindWords[alert.kind],
  value: [alert.firstWords, alert.words].filter(Boolean).join(' '),
})

const safeContact: Gather = async (tx, personId) => {
  const safe = await findSafeContact(tx, personId)
  return safe
    ? [
        ...line('Always', safe.rule),
        ...line(
          'Never',
          [safe.noPost && 'post', safe.noVoicemail && 'voicemail', safe.noHomeVisit && 'a visit at home']
            .filter(Boolean)
            .join(', '),
        ),
      ]
    : []
}

/** Where whereabouts are protected nothing of it goes, and the address never says that it is (K4). */
const reach: Gather = async (tx, personId) => {
  if (await isWhereaboutsProtected(tx, personId)) return []
  const [ways, addresses, details] = await Promise.all([
    listContactDetails(tx, personId),
    listAddresses(tx, personId),
    listDetails(tx, personId),
  ])
  const address = addresses.find(a => a.finishedOn === null && a.replacedAt === null && !a.isProtected)
  const spoken = details.filter(
    d => (d.field === 'first-language' || d.field === 'interpreter') && d.replacedAt === null,
  )
  return [
    ...ways
      .filter(way => way.replacedAt === null && !way.isProtected)
      .flatMap(way => line({ mobile: 'Mobile', phone: 'Phone', email: 'Email' }[way.kind], way.value)),
    ...line(
      'Address',
      address && [address.line1, address.line2, address.town, address.postcode].filter(Boolean).join(', '),
    ),
    ...spoken.flatMap(d => line(detailLabels[d.field], detailValue(d.field, d.value))),
  ]
}

/** Where they learn: of a partner's own young people its own place alone (K3), and no place whose name tells of more than learning (K6). */
const learning: Gather = async (tx, personId) => {
  const [places, organisations] = await Promise.all([listEnrolments(tx, personId), listOrganisations(tx)])
  const own = organisations.find(o => o.kind === 'partnership-service')?.id
  const { organisationId } = tx.acting
  const tells = new Set(organisations.filter(o => o.discloses !== 0).map(o => o.id))
  return places
    .filter(place => place.finishedOn === null && !tells.has(place.organisationId))
    .filter(place => organisationId === own || place.organisationId === organisationId)
    .map(place => ({
      label: place.organisationName,
      value: [
        place.course,
        place.yearGroup === null ? '' : `Year ${place.yearGroup}`,
        `since ${formatDay(place.startedOn)}`,
      ]
        .filter(Boolean)
        .join(', '),
    }))
}

/** What they do now, unless the code tells of more than that (K6). */
const activity: Gather = async (tx, personId) => {
  const spell = spellOfNow(await listSpells(tx, personId))
  if (!spell || codeOf(spell.code)?.discloses) return []
  return [
    {
      label: activityLabel(spell.code),
      value: `since ${formatDay(spell.startedOn)}, confirmed ${formatDay(spell.verifiedOn)}`,
    },
  ]
}

/** Who they are and whether they may be told; no phone, which would stay in the letter when whereabouts are protected later (K4). */
const adults: Gather = async (tx, personId) =>
  (await listAdults(tx, personId))
    .filter(adult => adult.replacedAt === null)
    .map(adult => ({ label: `${adult.name}, ${adult.relationship}`, value: mayBeToldWords[adult.mayBeTold] }))

/** What was agreed last, factor by factor, both views side by side; of one class of factors. Nothing that is kept close. */
function assessed(discloses: 'health' | 'offending' | 'family' | null): Gather {
  return async (tx, personId) => {
    const last = lastAgreed(await listFull(tx, personId))
    const factors = planFactors(tx.acting.today).filter(factor => factor.discloses === discloses)
    const level = (of: keyof typeof levelWords | null) => (of === null ? 'not asked' : levelWords[of])
    return (last?.ratings ?? [])
      .filter(rating => !rating.isRestricted && factors.some(factor => factor.code === rating.factor))
      .map(rating => ({
        label: factorWords[rating.factor] ?? rating.factor,
        value: [
          `Adviser: ${level(rating.staffLevel)}. They themselves: ${level(rating.ownLevel)}`,
          rating.ownWords && `“${rating.ownWords}”`,
        ]
          .filter(Boolean)
          .join('. '),
      }))
  }
}

/** Open goals in their own words, and what is to be done: nothing that is kept close or tells of more than a plan. */
const plan: Gather = async (tx, personId) => {
  const [goals, targets] = await Promise.all([listGoals(tx, personId), listTargets(tx, personId)])
  return goals
    .filter(goal => goal.state === 'open')
    .map(goal => ({
      label: `“${goal.words}”`,
      value: targets
        .filter(
          target => target.goalId === goal.rowId && target.state === 'open' && target.classBit === CLASS_BITS.plan,
        )
        .map(target => (target.dueOn === null ? target.what : `${target.what} by ${formatDay(target.dueOn)}`))
        .join('; '),
    }))
}

const GATHERED: Readonly<Record<RecordPart, { readonly of: RecordClass; readonly gather: Gather }>> = {
  who: { of: 'identity', gather: who },
  alerts: { of: 'identity', gather: alerts },
  'safe-contact': { of: 'safe-contact', gather: safeContact },
  reach: { of: 'contact-details', gather: reach },
  learning: { of: 'learning', gather: learning },
  activity: { of: 'tracking', gather: activity },
  adults: { of: 'family', gather: adults },
  assessment: { of: 'assessment', gather: assessed(null) },
  'assessment-family': { of: 'family', gather: assessed('family') },
  'assessment-health': { of: 'health', gather: assessed('health') },
  'assessment-offending': { of: 'offending', gather: assessed('offending') },
  plan: { of: 'plan', gather: plan },
}

export const referralPeople: ReferralPeople = {
  async fromRecord(tx, personId, parts) {
    const found: Part[] = []
    for (const part of parts) {
      const { of, gather } = GATHERED[part]
      const lines = await gather(tx, personId)
      if (lines.length > 0) found.push({ part, classBit: CLASS_BITS[of], lines })
    }
    return found
  },

  keptBack: async (worker, personId) => (await listAlerts(worker, personId)).filter(isKeptBack).map(alertLine),

  async leadOf(worker, personId) {
    const lead = await findLead(worker, personId)
    const name = lead && (await findNames(worker, [lead.accountId])).get(lead.accountId)
    return lead && { accountId: lead.accountId, name: name ?? '' }
  },

  async giveLead(tx, personId, accountId, reason) {
    const adviser = await findAdviser(tx, accountId)
    await assignLead(tx, personId, { accountId, isIntensive: adviser?.role === 'intensive-adviser', reason })
  },

  advisers: async tx => (await listAdvisers(tx)).map(({ accountId, name }) => ({ accountId, name })),
  teams: async tx => (await listTeams(tx)).filter(t => t.endedOn === null).map(({ id, name }) => ({ id, name })),
  leaderOfTeam: async (tx, teamId) => (await listTeams(tx)).find(t => t.id === teamId)?.leaderId ?? undefined,
  leaderOf: sessionsHouse.leaderOf,
}
