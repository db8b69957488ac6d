/** What hand-overs are handed down from rooms they do not know: who met whom, what goes along, and what may not. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, formatDay, isBefore } from '#ground/day.ts'
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import { assessmentDepthWords, lastAgreed, listAssessments } from '#rooms/assessment/index.ts'
import type { HandoverParts, HandoverMeeting as Meeting } from '#rooms/deployment/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { listGoals, listTargets } from '#rooms/plans/index.ts'
import { listReferralsOn, passOnReferrals, referralStateWords } from '#rooms/referrals/index.ts'
import {
  type Contact,
  contactKindWords,
  findAppointmentOf,
  findContact,
  isMeeting,
  listArranged,
  listCompanions,
  listContacts,
  meetingKindWords,
  passOnAppointments,
} from '#rooms/sessions/index.ts'
import { listPlacesOn } from '#rooms/tracking/index.ts'

/** How many contacts are looked through for a meeting. */
const MOST_CONTACTS = 50

/** A contact as a meeting; undefined where it was none, or where it is said by now that they did not come to it. */
async function meetingIn(tx: Tx, contact: Contact): Promise<Meeting | undefined> {
  if (!isMeeting(contact)) return undefined
  const arranged = await findAppointmentOf(tx, contact.rowId)
  if (arranged?.state === 'missed') return undefined
  const asked = arranged ? await listCompanions(tx, [arranged.rowId]) : []
  return {
    ...{ rowId: contact.rowId, on: contact.happenedOn, by: contact.accountId, what: contactKindWords[contact.kind] },
    ...{ with: contact.colleagues ?? [], asked: asked.map(one => one.accountId) },
  }
}

const onDay = (day: Day, time: string) => `${formatDay(day)}, ${time}`

export const handoverParts: HandoverParts = {
  async meetingsSince(tx, personId, since) {
    const found: Meeting[] = []
    for (const one of await listContacts(tx, personId, MOST_CONTACTS)) {
      const meeting = isBefore(one.happenedOn, since) ? undefined : await meetingIn(tx, one)
      if (meeting) found.push(meeting)
    }
    return found
  },

  async meeting(tx, personId, contactId) {
    const contact = await findContact(tx, contactId)
    return contact?.personId === personId ? meetingIn(tx, contact) : undefined
  },

  async together(tx, personId, { fromId, toId }) {
    const ahead = (await listArranged(tx, personId)).filter(one => one.state === 'set')
    const companions = await listCompanions(
      tx,
      ahead.map(one => one.rowId),
    )
    return ahead
      .filter(one => {
        const go = companions.filter(k => k.appointmentId === one.rowId && k.state !== 'cannot').map(k => k.accountId)
        return [fromId, toId].every(id => id === one.accountId || go.includes(id))
      })
      .map(one => ({
        label: meetingKindWords[one.kind],
        value: onDay(one.onDay, one.atTime),
        href: `/appointments/${one.rowId}`,
      }))
  },

  async goesAlong(tx, personId, fromId) {
    const [assessments, goals, targets, arranged, referrals, programmes] = await Promise.all([
      listAssessments(tx, personId),
      listGoals(tx, personId),
      listTargets(tx, personId),
      listArranged(tx, personId),
      listReferralsOn(tx, personId),
      listPlacesOn(tx, personId),
    ])
    const agreed = lastAgreed(assessments)
    const open = goals.filter(one => one.state === 'open').length
    const waiting = targets.filter(one => one.state === 'open').length
    const ahead = arranged.filter(one => one.state === 'set' && one.accountId === fromId && !one.isRestricted)
    const sent = referrals.filter(one => one.sentFor === fromId && one.overOn === null && one.classBit === SESSIONS)
    return [
      ...(agreed?.agreedOn == null
        ? []
        : [
            {
              label: 'Assessment',
              value: `${assessmentDepthWords[agreed.depth]}, agreed on ${formatDay(agreed.agreedOn)}`,
              href: `/people/${personId}/assessment`,
            },
          ]),
      ...(open + waiting === 0
        ? []
        : [{ label: 'Plan', value: planOf(open, waiting), href: `/people/${personId}/plan` }]),
      ...ahead.map(one => ({
        label: meetingKindWords[one.kind],
        value: onDay(one.onDay, one.atTime),
        href: `/appointments/${one.rowId}`,
      })),
      ...sent.map(one => ({
        label: 'Referral',
        value: referralStateWords[one.state],
        href: `/referrals/${one.rowId}`,
      })),
      ...programmes
        .filter(one => one.overOn === null)
        .map(one => ({
          label: 'Programme',
          value: one.stage === null ? one.programme : `${one.programme}: ${one.stage}`,
          href: `/programme-places/${one.rowId}`,
        })),
    ]
  },

  async staysBehind(tx, personId, fromId, classes) {
    const bits = toBits(classes)
    const [arranged, referrals, organisations] = await Promise.all([
      listArranged(tx, personId),
      listReferralsOn(tx, personId),
      listOrganisations(tx),
    ])
    const names = new Map(organisations.map(one => [one.id, one.name]))
    const closed = arranged.filter(one => one.state === 'set' && one.accountId === fromId && one.isRestricted)
    const unseen = referrals.filter(one => one.sentFor === fromId && one.overOn === null && (one.classBit & bits) === 0)
    return [
      ...(classes.includes('restricted')
        ? []
        : closed.map(one => ({
            label: `${meetingKindWords[one.kind]}, kept close`,
            value: onDay(one.onDay, one.atTime),
            href: `/appointments/${one.rowId}`,
          }))),
      ...unseen.map(one => ({
        label: `Referral to ${names.get(one.toId) ?? ''}`,
        value: referralStateWords[one.state],
        href: `/referrals/${one.rowId}`,
      })),
    ]
  },

  async leadMoved(worker, personId, { fromId, toId, classes }) {
    await passOnAppointments(worker, personId, fromId, toId)
    await passOnReferrals(worker, personId, { fromId, toId, bits: toBits(classes) })
  },
}

const SESSIONS = CLASS_BITS.sessions

function planOf(goals: number, targets: number): string {
  const some = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`)
  return `${some(goals, 'open goal')}, ${some(targets, 'open target')}`
}
