import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, GroupId, PersonId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { ADVISER_CLASSES, addMembers, endGrantsOnGroup, endMembers, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import {
  endTeamPlace,
  findTeam,
  findTeamOf,
  insertTeam,
  insertTeamPlace,
  isTeamNameTaken,
  listLedBy,
  listLeftLoads,
  listLoads,
  listTeamsLed,
  updateLeadsTeam,
  updateTeam,
} from '../store/teams.ts'
import { findAdviser, isOneself, listLeaders } from './colleagues.ts'

export type TeamTrouble =
  | 'no-such-team'
  | 'name-taken'
  | 'no-such-leader'
  | 'no-such-adviser'
  | 'own-access'
  | 'in-it'
  | 'not-in-it'
  | 'ask-their-leader'
  | 'not-empty'
  | 'somebody-waits'

/**
 * Makes a team. Its leader sees the records its advisers lead for, by a grant on the team as a group. Whether the name is
 * free and the leader may lead is asked by `makeTeam`; this is for who furnishes a partnership.
 */
export async function createTeam(tx: Tx, team: { name: string; leaderId: AccountId | null }): Promise<GroupId> {
  const id = await insertTeam(tx, team)
  await record(tx, { action: 'team.created', target: id, payload: { name: team.name, leader: team.leaderId } })
  if (team.leaderId !== null) {
    await openTeam(tx, { ...team, id }, team.leaderId)
    await followTeam(tx, team.leaderId)
  }
  return id
}

/** Makes a team by a colleague's hand. */
export async function makeTeam(
  tx: Tx,
  team: { name: string; leaderId: AccountId | null },
): Promise<Result<GroupId, TeamTrouble>> {
  if (await isTeamNameTaken(tx, team.name, null)) return refused('name-taken')
  const trouble = await leaderTrouble(tx, team.leaderId)
  return trouble === undefined ? ok(await createTeam(tx, team)) : refused(trouble)
}

export async function renameTeam(tx: Tx, id: GroupId, name: string): Promise<Result<null, TeamTrouble>> {
  const team = await findTeam(tx, id)
  if (!team) return refused('no-such-team')
  if (await isTeamNameTaken(tx, name, id)) return refused('name-taken')
  await updateTeam(tx, id, { ...team, name, endedOn: null })
  await record(tx, { action: 'team.renamed', target: id, payload: { from: team.name, to: name } })
  return ok(null)
}

/**
 * Gives a team another leader, or none. The old leader's grant on the team ends and the new one's opens in one
 * transaction; whom either leads for themselves follows them.
 */
export async function changeLeader(
  tx: Tx,
  id: GroupId,
  leaderId: AccountId | null,
): Promise<Result<null, TeamTrouble>> {
  const team = await findTeam(tx, id)
  if (!team) return refused('no-such-team')
  if (team.leaderId === leaderId) return ok(null)
  const trouble = await leaderTrouble(tx, leaderId)
  if (trouble !== undefined) return refused(trouble)
  await updateTeam(tx, id, { ...team, leaderId, endedOn: null })
  await endGrantsOnGroup(tx, { groupId: id, source: 'team' }, 'No longer leads the team')
  if (leaderId !== null) await openTeam(tx, team, leaderId)
  await record(tx, { action: 'team.leader-changed', target: id, payload: { from: team.leaderId, to: leaderId } })
  for (const accountId of [team.leaderId, leaderId]) if (accountId !== null) await followTeam(tx, accountId)
  return ok(null)
}

/**
 * Puts an adviser into a team; they leave the one they are in, and whom they lead for moves with them. A leader does not
 * take an adviser of another leader's team into their own: it would open that caseload to themselves.
 */
export async function putIntoTeam(tx: Tx, id: GroupId, accountId: AccountId): Promise<Result<null, TeamTrouble>> {
  const team = await findTeam(tx, id)
  if (!team) return refused('no-such-team')
  if (!(await findAdviser(tx, accountId))) return refused('no-such-adviser')
  if ((await listLoads(tx, id)).some(l => l.accountId === accountId)) return refused('in-it')
  const before = await findTeamOf(tx, accountId)
  if (before && before.id !== id && isOneself(tx, team.leaderId) && !isOneself(tx, before.leaderId))
    return refused('ask-their-leader')
  await joinTeam(tx, id, accountId)
  return ok(null)
}

/** Puts an adviser into a team, out of any other. */
export async function joinTeam(tx: Tx, teamId: GroupId, accountId: AccountId): Promise<void> {
  await endTeamPlace(tx, accountId, null)
  await insertTeamPlace(tx, teamId, accountId)
  await record(tx, { action: 'team.joined', target: teamId, payload: { account: accountId } })
  await followTeam(tx, accountId)
}

/** Takes an adviser out of a team. Whom they lead for leaves it too. */
export async function leaveTeam(tx: Tx, teamId: GroupId, accountId: AccountId): Promise<Result<null, TeamTrouble>> {
  if ((await endTeamPlace(tx, accountId, teamId)) === 0) return refused('not-in-it')
  await record(tx, { action: 'team.left', target: teamId, payload: { account: accountId } })
  await followTeam(tx, accountId)
  return ok(null)
}

/** Ends a team that nobody is in. Its leader's grant ends with it. */
export async function endTeam(tx: Tx, id: GroupId): Promise<Result<null, TeamTrouble>> {
  const team = await findTeam(tx, id)
  if (!team) return refused('no-such-team')
  if ((await listLoads(tx, id)).length > 0) return refused('not-empty')
  // Whom a leaver led for would be seen by nobody.
  const left = await asHouse(tx, 'who waits in a team that ends', worker => listLeftLoads(worker, team))
  if (left.length > 0) return refused('somebody-waits')
  await updateTeam(tx, id, { ...team, leaderId: null, endedOn: tx.acting.today })
  await endGrantsOnGroup(tx, { groupId: id, source: 'team' }, 'The team ended')
  await record(tx, { action: 'team.ended', target: id, payload: { name: team.name } })
  if (team.leaderId !== null) await followTeam(tx, team.leaderId)
  return ok(null)
}

/**
 * Takes somebody who no longer works here out of every team they work in or lead. Whom they lead for stays in the team until somebody else
 * does: its leader is who sees to that.
 */
export async function leaveTeams(
  tx: Tx,
  accountId: AccountId,
  leaves: { lead: boolean; place: boolean },
): Promise<void> {
  if (leaves.lead)
    for (const team of await listTeamsLed(tx, accountId)) {
      await updateTeam(tx, team.id, { ...team, leaderId: null, endedOn: null })
      await endGrantsOnGroup(tx, { groupId: team.id, source: 'team' }, 'No longer has the role')
      await record(tx, { action: 'team.leader-changed', target: team.id, payload: { from: accountId, to: null } })
    }
  if (leaves.place && (await endTeamPlace(tx, accountId, null)) > 0)
    await record(tx, { action: 'team.left', target: accountId, payload: { account: accountId } })
  if (!leaves.place) await followTeam(tx, accountId)
}

function openTeam(tx: Tx, team: { id: GroupId; name: string }, leaderId: AccountId) {
  return openGrant(tx, {
    scope: { kind: 'group', groupId: team.id },
    holderId: leaderId,
    classes: ADVISER_CLASSES,
    basis: 'public-task',
    source: 'team',
    reason: team.name,
  })
}

async function leaderTrouble(tx: Tx, leaderId: AccountId | null): Promise<TeamTrouble | undefined> {
  if (leaderId === null) return undefined
  if (isOneself(tx, leaderId)) return 'own-access'
  return (await listLeaders(tx)).some(l => l.accountId === leaderId) ? undefined : 'no-such-leader'
}

/** Moves whom an adviser leads for into the group of the team they are in now. As the house: who moves advisers need not see whom they lead for. */
async function followTeam(tx: Tx, accountId: AccountId): Promise<void> {
  const team = await findTeamOf(tx, accountId)
  await asHouse(tx, 'an adviser changes teams', async worker => {
    const moving = (await listLedBy(worker, accountId)).filter(led => led.teamId !== (team?.id ?? null))
    if (moving.length === 0) return
    const left = new Map<GroupId, PersonId[]>()
    for (const { teamId, personId } of moving)
      if (teamId !== null) left.set(teamId, [...(left.get(teamId) ?? []), personId])
    for (const [teamId, people] of left) await endMembers(worker, teamId, people)
    if (team)
      await addMembers(
        worker,
        team.id,
        moving.map(led => led.personId),
      )
    await updateLeadsTeam(worker, accountId, team?.id ?? null)
  })
}
