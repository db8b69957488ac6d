import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { AdviserLoad, CaseloadRow, Lead, Team } from './deployment.ts'

export async function insertTeam(tx: Tx, team: { name: string; leaderId: AccountId | null }): Promise<GroupId> {
  const id = newId<'group'>(tx.acting.at)
  await sql`insert into team (partnership_id, id, name, leader_id) values (${tx.acting.partnershipId}, ${id}, ${team.name}, ${team.leaderId})`.execute(
    tx.db,
  )
  return id
}

export async function insertTeamPlace(tx: Tx, teamId: GroupId, accountId: AccountId): Promise<void> {
  await sql`
    insert into team_place (partnership_id, id, team_id, account_id, started_on)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${teamId}, ${accountId}, ${tx.acting.today})`.execute(
    tx.db,
  )
}

/** The team an adviser works in, or undefined. */
export async function findTeamOf(tx: Tx, accountId: AccountId): Promise<Team | undefined> {
  const found = await sql<{ id: GroupId; name: string; leader_id: AccountId | null }>`
    select t.id, t.name, t.leader_id from team t
    left join team_place m on m.partnership_id = t.partnership_id and m.team_id = t.id and m.account_id = ${accountId}
      and m.started_on <= ${tx.acting.today} and (m.finished_on is null or m.finished_on > ${tx.acting.today})
    where t.partnership_id = ${tx.acting.partnershipId} and (m.id is not null or t.leader_id = ${accountId})
    order by m.id is null limit 1`.execute(tx.db)
  const row = found.rows[0]
  return row && { id: row.id, name: row.name, leaderId: row.leader_id }
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

type LeadRow = { id: RowId; account_id: AccountId; team_id: GroupId | null; reason: string; started_on: Day }

/** Who leads for somebody now. */
export async function findLead(tx: Tx, personId: PersonId): Promise<Lead | undefined> {
  const found = await sql<LeadRow>`
    select id, account_id, team_id, reason, started_on from lead_adviser
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and finished_on is null`.execute(
    tx.db,
  )
  const row = found.rows[0]
  return (
    row && {
      rowId: row.id,
      accountId: row.account_id,
      teamId: row.team_id,
      reason: row.reason,
      startedOn: row.started_on,
    }
  )
}

/** Ends the lead of now. One that began today ends today too: an empty period, kept as history. */
export async function endLead(tx: Tx, personId: PersonId): Promise<number> {
  const ended = await sql`
    update lead_adviser set finished_on = ${tx.acting.today}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and finished_on is null`.execute(
    tx.db,
  )
  return Number(ended.numAffectedRows ?? 0)
}

export async function insertLead(
  tx: Tx,
  personId: PersonId,
  lead: { accountId: AccountId; teamId: GroupId | null; reason: string },
): Promise<void> {
  await sql`
    insert into lead_adviser (partnership_id, id, person_id, origin_person_id, account_id, team_id, reason, started_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${lead.accountId}, ${lead.teamId}, ${lead.reason},
      ${tx.acting.today}, ${tx.acting.at}, ${tx.acting.actorId})`.execute(tx.db)
}

/** Leads of several people at once, by person. */
export async function findLeadsOf(tx: Tx, personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, AccountId>> {
  if (personIds.length === 0) return new Map()
  const found = await sql<{ person_id: PersonId; account_id: AccountId }>`
    select person_id, account_id from lead_adviser
    where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...personIds]}::uuid[]) and finished_on is null`.execute(
    tx.db,
  )
  return new Map(found.rows.map(row => [row.person_id, row.account_id]))
}

/** The team an account leads; its id is the group the leader's grant is held on. */
export async function listTeams(tx: Tx): Promise<Team[]> {
  const found = await sql<{ id: GroupId; name: string; leader_id: AccountId | null }>`
    select id, name, leader_id from team where partnership_id = ${tx.acting.partnershipId} order by name, id`.execute(
    tx.db,
  )
  return found.rows.map(row => ({ id: row.id, name: row.name, leaderId: row.leader_id }))
}

/**
 * Everyone an account leads for, with what a caseload shows. Starts from the caseload's own index; what of each may be seen
 * is decided by the same grants and barriers as everywhere (`people_in_brief`, decision 0019).
 */
export async function listCaseload(tx: Tx, accountId: AccountId): Promise<CaseloadRow[]> {
  const found = await sql<CaseloadRow>`
    with led as materialized (
      select l.person_id, l.started_on from lead_adviser l
      where l.partnership_id = ${tx.acting.partnershipId} and l.account_id = ${accountId} and l.finished_on is null
    )
    select b.person_id as "personId", b.given, b.family, b.born_on as "bornOn", b.died_on as "diedOn", l.started_on as since,
      b.support_level as "supportLevel", b.activity_code as "activityCode", b.activity_verified_on as "activityVerifiedOn",
      b.last_contact_on as "lastContactOn", b.next_on as "nextOn", b.next_step as "nextStep", b.town, b.has_stop as "hasStop"
    from people_in_brief((select array_agg(person_id) from led), ${tx.acting.today}) b join led l on l.person_id = b.person_id
    order by b.sort_key, b.person_id`.execute(tx.db)
  return found.rows
}
