import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { CaseloadRow, Lead } from '../deployment.ts'

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

/**
 * Everyone an account leads for, with what a caseload shows. Starts from the caseload's own index, and row security
 * leaves out what may not be seen of each.
 */
export async function listCaseload(tx: Tx, accountId: AccountId): Promise<CaseloadRow[]> {
  const found = await sql<CaseloadRow>`
    select p.id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn", p.died_on as "diedOn", l.started_on as since,
      (select d.value from person_detail d where d.partnership_id = l.partnership_id and d.person_id = l.person_id and d.field = 'support-level'
        and d.replaced_at is null) as "supportLevel",
      s.code as "activityCode", s.verified_on as "activityVerifiedOn", c.happened_on as "lastContactOn", n.next_on as "nextOn", n.next_step as "nextStep",
      (select a.town from person_address a where a.partnership_id = l.partnership_id and a.person_id = l.person_id and a.replaced_at is null
        order by a.started_on desc limit 1) as town,
      exists (select 1 from person_alert x where x.partnership_id = l.partnership_id and x.person_id = l.person_id and x.kind = 'stop'
        and x.started_on <= ${tx.acting.today} and (x.finished_on is null or x.finished_on > ${tx.acting.today})) as "hasStop"
    from lead_adviser l
    join person p on p.partnership_id = l.partnership_id and p.id = l.person_id and p.state = 'active'
    left join lateral (select code, verified_on from activity_spell s where s.partnership_id = l.partnership_id and s.person_id = l.person_id
      and s.finished_on is null limit 1) s on true
    left join lateral (select happened_on from contact c where c.partnership_id = l.partnership_id and c.person_id = l.person_id and c.state = 'kept'
      and c.kind not in ('tried', 'missed') order by c.happened_on desc, c.id desc limit 1) c on true
    left join lateral (select next_on, next_step from contact c where c.partnership_id = l.partnership_id and c.person_id = l.person_id
      and c.state = 'kept' and c.next_on is not null and c.next_done_on is null order by c.next_on limit 1) n on true
    where l.partnership_id = ${tx.acting.partnershipId} and l.account_id = ${accountId} and l.finished_on is null
    order by p.sort_key, p.id`.execute(tx.db)
  return found.rows
}
