import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId, type PersonId } from '#ground/ids.ts'
import type { AdviserLoad, Team, TeamLine, TeamPlace } from '../deployment.ts'

type TeamRow = { id: GroupId; name: string; leader_id: AccountId | null }

function teamFrom(row: TeamRow): Team {
  return { id: row.id, name: row.name, leaderId: row.leader_id }
}

export async function insertTeam(tx: Tx, team: { name: string; leaderId: AccountId | null }): Promise<GroupId> {
  const id = newId<'group'>(tx.acting.at)
  await sql`insert into team (partnership_id, id, name, leader_id) values (${tx.acting.partnershipId}, ${id}, ${team.name}, ${team.leaderId})`.execute(
    tx.db,
  )
  return id
}

/** A team that works, or undefined. */
export async function findTeam(tx: Tx, id: GroupId): Promise<Team | undefined> {
  const found = await sql<TeamRow>`
    select id, name, leader_id from team where partnership_id = ${tx.acting.partnershipId} and id = ${id} and ended_on is null`.execute(
    tx.db,
  )
  return found.rows[0] && teamFrom(found.rows[0])
}

export async function isTeamNameTaken(tx: Tx, name: string, but: GroupId | null): Promise<boolean> {
  const found = await sql`
    select 1 from team where partnership_id = ${tx.acting.partnershipId} and lower(name) = lower(${name}) and ended_on is null
      and id is distinct from ${but}`.execute(tx.db)
  return found.rows.length > 0
}

/** Changes a team that works. Returns how many it was: none when it has ended. */
export async function updateTeam(
  tx: Tx,
  id: GroupId,
  team: { name: string; leaderId: AccountId | null; endedOn: Day | null },
): Promise<number> {
  const updated = await sql`
    update team set name = ${team.name}, leader_id = ${team.leaderId}, ended_on = ${team.endedOn}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and ended_on is null`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

export async function insertTeamPlace(tx: Tx, teamId: GroupId, accountId: AccountId): Promise<void> {
  await sql`
    insert into team_place (partnership_id, id, team_id, account_id, started_on)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${teamId}, ${accountId}, ${tx.acting.today})`.execute(
    tx.db,
  )
}

/** Ends the place an adviser has in a team (in any, when none is given). Returns how many ended. */
export async function endTeamPlace(tx: Tx, accountId: AccountId, teamId: GroupId | null): Promise<number> {
  const ended = await sql`
    update team_place set finished_on = ${tx.acting.today}
    where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and finished_on is null
      and (${teamId}::uuid is null or team_id = ${teamId}::uuid)`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}

/** The team an adviser works in, else the one they lead, or undefined. */
export async function findTeamOf(tx: Tx, accountId: AccountId): Promise<Team | undefined> {
  const found = await sql<TeamRow>`
    select t.id, t.name, t.leader_id from team t
    left join team_place m on m.partnership_id = t.partnership_id and m.team_id = t.id and m.account_id = ${accountId}
      and m.started_on <= ${tx.acting.today} and (m.finished_on is null or m.finished_on > ${tx.acting.today})
    where t.partnership_id = ${tx.acting.partnershipId} and t.ended_on is null and (m.id is not null or t.leader_id = ${accountId})
    order by m.id is null, t.id limit 1`.execute(tx.db)
  return found.rows[0] && teamFrom(found.rows[0])
}

/** The teams an account leads. */
export async function listTeamsLed(tx: Tx, leaderId: AccountId): Promise<Team[]> {
  const found = await sql<TeamRow>`
    select id, name, leader_id from team where partnership_id = ${tx.acting.partnershipId} and leader_id = ${leaderId} and ended_on is null
    order by name, id`.execute(tx.db)
  return found.rows.map(teamFrom)
}

/** Advisers of a team with the number of young people each leads for, by name. */
export async function listLoads(tx: Tx, teamId: GroupId): Promise<AdviserLoad[]> {
  const found = await sql<AdviserLoad>`
    select a.id as "accountId", a.name, (select count(*)::int from lead_adviser l
      where l.partnership_id = p.partnership_id and l.account_id = p.account_id and l.finished_on is null) as count
    from team_place p join account a on a.id = p.account_id
    where p.partnership_id = ${tx.acting.partnershipId} and p.team_id = ${teamId} and p.started_on <= ${tx.acting.today}
      and (p.finished_on is null or p.finished_on > ${tx.acting.today})
    order by a.name, a.id`.execute(tx.db)
  return found.rows
}

/** Those who led for young people of a team when they left, with how many still wait for another lead. */
export async function listLeftLoads(tx: Tx, team: Team): Promise<AdviserLoad[]> {
  const found = await sql<AdviserLoad>`
    select a.id as "accountId", a.name, count(*)::int as count
    from lead_adviser l join account a on a.id = l.account_id
    where l.partnership_id = ${tx.acting.partnershipId} and l.team_id = ${team.id} and l.finished_on is null
      and l.account_id is distinct from ${team.leaderId}
      and not exists (select 1 from team_place p where p.partnership_id = l.partnership_id and p.team_id = l.team_id and p.account_id = l.account_id
        and p.started_on <= ${tx.acting.today} and (p.finished_on is null or p.finished_on > ${tx.acting.today}))
    group by a.id, a.name order by a.name, a.id`.execute(tx.db)
  return found.rows
}

/** Who works and has worked in a team: those who do first, by name. */
export async function listPlaces(tx: Tx, teamId: GroupId): Promise<TeamPlace[]> {
  const found = await sql<TeamPlace>`
    select a.id as "accountId", a.name, p.started_on as "startedOn", p.finished_on as "finishedOn"
    from team_place p join account a on a.id = p.account_id
    where p.partnership_id = ${tx.acting.partnershipId} and p.team_id = ${teamId}
    order by p.finished_on is not null, p.finished_on desc, a.name, p.id`.execute(tx.db)
  return found.rows
}

/** Every team by name, those that work first. */
export async function listTeams(tx: Tx): Promise<TeamLine[]> {
  const found = await sql<TeamLine>`
    select t.id, t.name, t.leader_id as "leaderId", t.ended_on as "endedOn",
      (select count(*)::int from team_place p where p.partnership_id = t.partnership_id and p.team_id = t.id
        and p.started_on <= ${tx.acting.today} and (p.finished_on is null or p.finished_on > ${tx.acting.today})) as advisers
    from team t where t.partnership_id = ${tx.acting.partnershipId} order by t.ended_on is not null, t.name, t.id`.execute(
    tx.db,
  )
  return found.rows
}

/** Everyone an account leads for and the team their lead counts for. Asked as the house: whoever moves an adviser need not see whom they lead. */
export async function listLedBy(
  tx: Tx,
  accountId: AccountId,
): Promise<{ personId: PersonId; teamId: GroupId | null }[]> {
  const found = await sql<{ personId: PersonId; teamId: GroupId | null }>`
    select person_id as "personId", team_id as "teamId" from lead_adviser
    where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and finished_on is null`.execute(
    tx.db,
  )
  return found.rows
}

/** The leads of now count for another team; leads that are over stay as they were. */
export async function updateLeadsTeam(tx: Tx, accountId: AccountId, teamId: GroupId | null): Promise<void> {
  await sql`
    update lead_adviser set team_id = ${teamId}
    where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and finished_on is null`.execute(
    tx.db,
  )
}

/**
 * How many young people are led for in each team, under an empty id by advisers who are in none, and how many have no lead.
 * Asked as the house, for counts that name nobody: restricted records are in none of them (K4).
 */
export async function countLed(tx: Tx): Promise<{ teamId: GroupId | null; isLed: boolean; count: number }[]> {
  const found = await sql<{ teamId: GroupId | null; isLed: boolean; count: number }>`
    select l.team_id as "teamId", l.id is not null as "isLed", count(*)::int as count
    from person p
    left join lead_adviser l on l.partnership_id = p.partnership_id and l.person_id = p.id and l.finished_on is null
    where p.partnership_id = ${tx.acting.partnershipId} and p.state = 'active' and p.died_on is null
      and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'restricted'
        and b.started_at <= ${tx.acting.at} and (b.ended_at is null or b.ended_at > ${tx.acting.at}))
    group by 1, 2`.execute(tx.db)
  return found.rows
}
