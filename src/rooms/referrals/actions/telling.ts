/** Who is told of what happens to a referral. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import { fromBits, listBarriers, listGrantsOn } from '#rooms/access/index.ts'
import { listColleaguesAmong, listPractitionersAt } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { ReferralPeople } from '../house.ts'
import type { Referral } from '../referral.ts'

type Sides = Pick<Referral, 'rowId' | 'personId' | 'classBit' | 'sentFor' | 'toId' | 'teamId' | 'workerId'>

/** Those who answer referrals for a partner. */
export async function practitionersOf(tx: Tx, organisationId: string): Promise<AccountId[]> {
  return (await listPractitionersAt(tx, organisationId as OrganisationId)).map(c => c.accountId)
}

/**
 * Whom the sender's side is: those of a partner; of the own service whoever sent it. When they no longer see the record, or nobody is left at
 * the partner, whoever leads for the young person now, if they see what being in touch with the other agency tells of (K6).
 */
export async function sendersOf(tx: Tx, house: Pick<ReferralPeople, 'leadOf'>, of: Sides): Promise<AccountId[]> {
  const partners = await practitionersOf(tx, of.sentFor)
  return asHouse(tx, 'whom to tell of a referral', async worker => {
    const grants = await listGrantsOn(worker, of.personId)
    // Who somebody is, by their yes in a group, is no sight of the record.
    const sees = (holderId: string) => grants.some(g => g.holderId === holderId && g.source !== 'agreement')
    if (partners.length > 0 && sees(of.sentFor)) return partners
    const named = await listColleaguesAmong(worker, [of.sentFor as AccountId])
    const sender = named.find(c => c.state === 'active')
    if (sender && sees(sender.accountId)) return [sender.accountId]
    const lead = await house.leadOf(worker, of.personId)
    const [needed] = fromBits(of.classBit)
    const mayKnow = grants.some(
      g => g.holderId === lead?.accountId && needed !== undefined && g.classes.includes(needed),
    )
    return lead && mayKnow ? [lead.accountId] : []
  })
}

/** Whom the receiving side is: who works on it, else whoever takes it in. Taken in by the own service, whoever leads now. */
export async function receiversOf(
  tx: Tx,
  house: Pick<ReferralPeople, 'leaderOfTeam' | 'leadOf'>,
  { workerId, teamId, toId, personId }: Sides,
): Promise<AccountId[]> {
  if (teamId === null) return workerId === null ? practitionersOf(tx, toId) : [workerId]
  if (workerId === null) {
    const leader = await house.leaderOfTeam(tx, teamId)
    return leader === undefined ? [] : [leader]
  }
  const lead = await asHouse(tx, 'who leads for somebody referred', worker => house.leadOf(worker, personId))
  return [lead?.accountId ?? workerId]
}

/** Tells each of them, but not of what they did themselves, and nobody a barrier keeps from knowing of the young person (K4). */
export async function tell(tx: Tx, whom: readonly AccountId[], kind: string, of: Sides): Promise<void> {
  const barriers = await asHouse(tx, 'who may know of somebody referred', worker => listBarriers(worker, of.personId))
  if (barriers.some(one => one.kind === 'restricted')) return
  const shut = new Set<string>()
  for (const { kind: what, holderId } of barriers)
    if (what === 'shut-out' && holderId !== null)
      for (const id of [holderId, ...(await practitionersOf(tx, holderId))]) shut.add(id)
  for (const accountId of new Set(whom))
    if (accountId !== tx.acting.actorId && !shut.has(accountId))
      await sendNotice(tx, { accountId, kind, personId: of.personId, targetId: of.rowId })
}
