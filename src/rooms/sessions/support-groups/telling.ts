/** Who is told of what becomes of a support group: each only of what they may see of it themselves, asked with their own rights (K4, K6, K8). */
import { actingAs, asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { listGrantsOn } from '#rooms/access/index.ts'
import { type Colleague, listColleaguesAmong, listColleaguesWho, roleMay } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import { findGroup, listRunnersOf } from './store/groups.ts'
import { findMember, listThere } from './store/members.ts'
import type { Member } from './support-group.ts'

/** Who leads for somebody: by the right that leading opens. As the house. */
async function leadsOf(worker: Tx, personId: PersonId): Promise<AccountId[]> {
  const grants = await listGrantsOn(worker, personId)
  return grants.filter(one => one.source === 'lead-adviser').map(one => one.holderId as AccountId)
}

/** Of some accounts, those who may sign in and see that somebody belongs to a group, each by their own rights; never whoever does it. Not within the house. */
async function seeing(tx: Tx, memberId: RowId, candidates: readonly AccountId[]): Promise<AccountId[]> {
  const others = [...new Set(candidates)].filter(one => one !== tx.acting.actorId)
  const seats = (await listColleaguesAmong(tx, others)).filter(
    one => one.state === 'active' && roleMay(one.role, 'group.see'),
  )
  const found: AccountId[] = []
  for (const accountId of others) if (await sees(tx, seats, accountId, memberId)) found.push(accountId)
  return found
}

async function sees(tx: Tx, seats: readonly Colleague[], accountId: AccountId, memberId: RowId): Promise<boolean> {
  const own = seats.filter(one => one.accountId === accountId).map(one => one.organisationId)
  const [organisationId] = own
  if (organisationId === undefined) return false
  const them = {
    ...tx.acting,
    holders: [accountId, ...own],
    actorKind: 'account',
    actorId: accountId,
    organisationId,
  } as const
  return actingAs(tx, them, async theirs => {
    const member = await findMember(theirs, memberId)
    return member !== undefined && (await findPerson(theirs, member.personId)) !== undefined
  })
}

/**
 * Tells that somebody was added to a group, or is known to everybody who runs it from now on: whoever leads for them, the others who run it, and whoever is
 * written down as having asked them.
 */
export async function tellAdded(tx: Tx, member: Pick<Member, 'rowId' | 'groupId' | 'personId'>, askedBy: AccountId) {
  const { rowId, groupId, personId } = member
  const runners = (await listRunnersOf(tx, [groupId])).map(one => one.accountId)
  const leads = await asHouse(tx, 'who leads for somebody in a group', worker => leadsOf(worker, personId))
  for (const accountId of await seeing(tx, rowId, [askedBy, ...leads, ...runners])) {
    const kind = accountId === askedBy ? 'support-group.asked-named' : 'support-group.member-added'
    await sendNotice(tx, { accountId, kind, personId, targetId: rowId })
  }
}

/** Whoever leads for one who belongs to a group now, and may see that they do: each once. Not within the house. */
async function leadsSeeing(tx: Tx, groupId: RowId, wanted: 'known' | 'all'): Promise<AccountId[]> {
  const led = await asHouse(tx, 'who leads for those in a group', async worker => {
    const members = await listThere(worker, groupId, wanted)
    return Promise.all(members.map(async one => ({ ...one, leads: await leadsOf(worker, one.personId) })))
  })
  const told = new Set<AccountId>()
  for (const { rowId, leads } of led)
    for (const accountId of await seeing(
      tx,
      rowId,
      leads.filter(one => !told.has(one)),
    ))
      told.add(accountId)
  return [...told]
}

/**
 * Tells that somebody runs a group from now on: them, the others who run it, and whoever leads for one of those they know by it.
 * @param named who was named
 */
export async function tellNamed(tx: Tx, groupId: RowId, named: AccountId): Promise<void> {
  const runners = (await listRunnersOf(tx, [groupId])).map(one => one.accountId)
  const leads = await leadsSeeing(tx, groupId, 'known')
  await sendNotice(tx, { accountId: named, kind: 'support-group.runner-named', targetId: groupId })
  for (const accountId of new Set([...runners, ...leads]))
    if (accountId !== named && accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId, kind: 'support-group.runner-added', targetId: groupId })
}

/**
 * Tells that nobody who is here runs a group any more: whoever leads a team, who names somebody else, and whoever leads for one who belongs to it. No young person
 * stands in that. Not within the house.
 */
export async function tellUnrun(tx: Tx, groupId: RowId, here: ReadonlySet<AccountId>): Promise<void> {
  const [group, runners] = await asHouse(tx, 'whether a group is run by anybody', async worker => [
    await findGroup(worker, groupId),
    await listRunnersOf(worker, [groupId]),
  ])
  if (group?.endedOn !== null || runners.some(one => here.has(one.accountId))) return
  const leaders = (await listColleaguesWho(tx, 'lead.assign')).map(one => one.accountId)
  const leads = await leadsSeeing(tx, groupId, 'all')
  for (const accountId of new Set([...leaders, ...leads]))
    if (accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId, kind: 'support-group.unrun', targetId: groupId })
}
