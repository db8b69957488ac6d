/** What is done with a support group and with whoever runs it. The rights that follow are made and ended here, in one place. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endGrant, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { listRunners, raiseSession } from '../groups/actions.ts'
import { listSessionsOfGroup } from '../groups/store/sessions.ts'
import { classOfMember, isRaised } from './rules.ts'
import {
  findGroup,
  holdGroup,
  insertGroup,
  insertRunner,
  listRunnersOf,
  updateGroup,
  updateGroupEnded,
  updateRunnerOff,
} from './store/groups.ts'
import {
  insertRight,
  listReasons,
  listRights,
  updateAllLeft,
  updateMemberClasses,
  updateRightEnded,
} from './store/members.ts'
import { updateAllDropped } from './store/steps.ts'
import type { GroupContent, Runner, SupportGroup } from './support-group.ts'
import { tellNamed } from './telling.ts'
import { en } from './words.ts'

/** Colleagues who may run a group and are still there, each with the agency they would run it for: the first that has not closed. Of everybody, or of some. */
export async function agenciesHere(
  tx: Tx,
  among?: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, OrganisationId>> {
  const open = new Set((await listOrganisations(tx)).filter(one => one.state === 'open').map(one => one.id))
  const here = new Map<AccountId, OrganisationId>()
  for (const { accountId, organisationId } of await listRunners(tx, among))
    if (open.has(organisationId) && !here.has(accountId)) here.set(accountId, organisationId)
  return here
}

/** Accounts that may run a group, and are still there: of everybody, or of some. */
export async function accountsHere(tx: Tx, among?: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
  return new Set((await agenciesHere(tx, among)).keys())
}

/**
 * Brings the rights by agreement in a group to what there is a reason for: whoever runs it knows that somebody is there who belongs to it and agreed to that, and
 * sees nothing more. Each has it by this reason alone, whatever other rights they have: those end by themselves. As the house.
 */
export async function settleRights(worker: Tx, groupId: RowId): Promise<void> {
  const keyOf = (one: { readonly memberId: RowId; readonly accountId: AccountId }) => `${one.memberId} ${one.accountId}`
  const reasons = new Map((await listReasons(worker, groupId)).map(one => [keyOf(one), one]))
  const rights = await listRights(worker, groupId)
  const there = new Set(rights.map(keyOf))
  for (const right of rights) {
    if (reasons.has(keyOf(right))) continue
    await endGrant(worker, right.grantId, en.rightEnds, [right.personId])
    await updateRightEnded(worker, right.rowId)
  }
  for (const [key, reason] of reasons) {
    if (there.has(key)) continue
    const grantId = await openGrant(worker, {
      scope: { kind: 'person', personId: reason.personId },
      holderId: reason.accountId,
      classes: ['identity'],
      basis: 'consent',
      source: 'agreement',
      reason: en.rightOpens,
    })
    await insertRight(worker, reason, grantId)
  }
}

/**
 * Writes a group down, run by the actor. Sent twice, it is one: the form brings its id along.
 * @returns refused `saved-already` where another stands under that id
 */
export async function makeGroup(
  tx: Tx,
  by: AccountId,
  wanted: { readonly id: RowId; readonly content: GroupContent; readonly thereFor: string },
): Promise<Result<RowId, 'saved-already'>> {
  const { id, content, thereFor } = wanted
  const isNew = await asHouse(tx, 'a group nobody belongs to yet', async worker => {
    if ((await insertGroup(worker, id, content)) === 0) return false
    const organisationId = tx.acting.organisationId ?? (await agenciesHere(worker, [by])).get(by) ?? null
    await insertRunner(worker, id, { accountId: by, organisationId, thereFor })
    return true
  })
  if (isNew) {
    await record(tx, { action: 'support-group.made', target: id })
    return ok(id)
  }
  const there = await findGroup(tx, id)
  const isSame =
    there?.name === content.name &&
    there.purpose === content.purpose &&
    there.meets === content.meets &&
    there.discloses === content.discloses
  return isSame ? ok(id) : refused('saved-already')
}

/**
 * Changes what is said of a group; what it said before is kept with the reason. What its name tells goes to each who belongs to it, and where it tells more than
 * before to its sessions that are planned, and to those that were held under that very name (K6).
 */
export async function changeGroup(
  tx: Tx,
  before: SupportGroup,
  content: GroupContent,
  why: string,
): Promise<Result<null, 'stale'>> {
  await holdGroup(tx, before.rowId)
  if ((await updateGroup(tx, before, content, why)) === 0) return refused('stale')
  if (content.discloses !== before.discloses)
    await asHouse(tx, 'what the name of a group tells', async worker => {
      await updateMemberClasses(worker, before.rowId, classOfMember(content.discloses, false))
      for (const session of await listSessionsOfGroup(worker, before.rowId))
        if (isRaised(session, content) || isRaised(session, { ...content, name: before.name }))
          await raiseSession(worker, session, content.discloses, en.raised)
    })
  await record(tx, {
    action: 'support-group.changed',
    target: before.rowId,
    payload: { why, from: before.version },
  })
  return ok(null)
}

/** Ends a group: nobody belongs to it any more, nothing is open, and the rights by agreement end. */
export async function endGroup(
  tx: Tx,
  seen: SupportGroup,
  end: { readonly on: Day; readonly why: string },
): Promise<Result<null, 'stale' | 'ends-ahead'>> {
  if (isAfter(end.on, tx.acting.today)) return refused('ends-ahead')
  await holdGroup(tx, seen.rowId)
  if ((await updateGroupEnded(tx, seen, end)) === 0) return refused('stale')
  await asHouse(tx, 'a group that has ended', async worker => {
    await updateAllLeft(worker, seen.rowId, end.on)
    await updateAllDropped(worker, { groupId: seen.rowId }, en.droppedByEnd)
    await settleRights(worker, seen.rowId)
  })
  await record(tx, { action: 'support-group.ended', target: seen.rowId, payload: { why: end.why } })
  return ok(null)
}

/**
 * Names somebody as running a group. Whoever does not run it names others only: nobody opens records to themselves. They are told, and so is whoever else has to know.
 * @returns refused `not-here` where they may not run one, or are gone; `over` where the group has ended meanwhile
 */
export async function addRunner(
  tx: Tx,
  group: SupportGroup,
  by: AccountId,
  wanted: { readonly accountId: AccountId; readonly thereFor: string },
): Promise<Result<null, 'yourself' | 'not-here' | 'over'>> {
  const { accountId, thereFor } = wanted
  if (accountId === by) return refused('yourself')
  await holdGroup(tx, group.rowId)
  // As it stands once nobody else changes it: whether they are here, and whether the group goes on. Whoever leads a team does not see it by themselves.
  const organisationId = (await agenciesHere(tx, [accountId])).get(accountId)
  if (organisationId === undefined) return refused('not-here')
  const now = await asHouse(tx, 'whether a group goes on', worker => findGroup(worker, group.rowId))
  if (now?.endedOn !== null) return refused('over')
  if ((await insertRunner(tx, group.rowId, { accountId, organisationId, thereFor })) === 0) return ok(null)
  await asHouse(tx, 'who runs a group', worker => settleRights(worker, group.rowId))
  await record(tx, { action: 'support-group.runner-added', target: group.rowId, payload: { account: accountId } })
  await tellNamed(tx, group.rowId, accountId)
  return ok(null)
}

/**
 * Takes somebody off who runs it no more: the right they had by agreement ends.
 * @returns refused `last` where nobody would be left who is still there
 */
export async function removeRunner(tx: Tx, group: SupportGroup, runnerId: RowId): Promise<Result<null, 'last'>> {
  await holdGroup(tx, group.rowId)
  const runners = await listRunnersOf(tx, [group.rowId])
  const one = runners.find(runner => runner.rowId === runnerId)
  if (!one) return ok(null)
  if (!(await someoneLeft(tx, runners, one))) return refused('last')
  await updateRunnerOff(tx, group.rowId, runnerId)
  await asHouse(tx, 'who runs a group', worker => settleRights(worker, group.rowId))
  await record(tx, { action: 'support-group.runner-off', target: group.rowId, payload: { account: one.accountId } })
  return ok(null)
}

const accountsOf = (runners: readonly Runner[]) => runners.map(one => one.accountId)

async function someoneLeft(tx: Tx, runners: readonly Runner[], but: Runner): Promise<boolean> {
  const here = await accountsHere(tx, accountsOf(runners))
  return runners.some(one => one.rowId !== but.rowId && here.has(one.accountId))
}
