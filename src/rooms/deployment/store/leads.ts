import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { CaseloadRow, Lead, LedPerson } from '../deployment.ts'

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

/** How many an account leads for, of those the acting account may know (K8). */
export async function countCaseload(tx: Tx, accountId: AccountId): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from lead_adviser
    where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and finished_on is null`.execute(
    tx.db,
  )
  return found.rows[0]?.count ?? 0
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
      b.support_level as "supportLevel", b.activity_code as "activityCode", b.activity_verified_on as "activityVerifiedOn", b.activity_lapses_on as "activityLapsesOn",
      b.last_contact_on as "lastContactOn", b.next_on as "nextOn", b.next_step as "nextStep", b.town, b.has_stop as "hasStop"
    from people_in_brief((select array_agg(person_id) from led), ${tx.acting.today}) b join led l on l.person_id = b.person_id
    order by b.sort_key, b.person_id`.execute(tx.db)
  return found.rows
}

/** Whom some accounts lead for, alive, by name: of those the caller may know. For lists of something else, which need no caseload gathered. */
export async function listLed(tx: Tx, accountIds: readonly AccountId[]): Promise<LedPerson[]> {
  const found = await sql<LedPerson>`
    select p.id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn", l.started_on as since,
      l.account_id as "leadId"
    from lead_adviser l join person p on p.partnership_id = l.partnership_id and p.id = l.person_id and p.state = 'active' and p.died_on is null
    where l.partnership_id = ${tx.acting.partnershipId} and l.account_id = any(${[...accountIds]}::uuid[]) and l.finished_on is null
    order by p.sort_key, p.id`.execute(tx.db)
  return found.rows
}

/** The ids alone of those an account leads for, also of who has died: of those the caller may know. */
export async function listLedIds(tx: Tx, accountId: AccountId): Promise<PersonId[]> {
  const found = await sql<{ personId: PersonId }>`
    select person_id as "personId" from lead_adviser
    where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and finished_on is null`.execute(
    tx.db,
  )
  return found.rows.map(row => row.personId)
}
