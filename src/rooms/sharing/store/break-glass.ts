import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { BreakGlass, Verdict } from '../break-glass.ts'

/** A person by exactly what was typed: folded legal or preferred name and birth date. Asked as the house. */
export async function findExactly(
  tx: Tx,
  who: { givenKey: string; familyKey: string; bornOn: Day },
): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select distinct p.id from person p
    join person_name n on n.partnership_id = p.partnership_id and n.person_id = p.id and n.replaced_at is null
    where p.partnership_id = ${tx.acting.partnershipId} and p.state = 'active' and p.born_on = ${who.bornOn}
      and n.given_key = ${who.givenKey} and n.family_key = ${who.familyKey}
      and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind <> 'whereabouts'
        and b.started_at <= ${tx.acting.at} and (b.ended_at is null or b.ended_at > ${tx.acting.at}))`.execute(tx.db)
  return found.rows.map(row => row.id)
}

export async function insertBreakGlass(
  tx: Tx,
  glass: {
    personId: PersonId
    accountId: AccountId
    grantId: GrantId
    reason: string
    endsAt: Instant
    reviewDueOn: Day
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into break_glass (partnership_id, id, person_id, origin_person_id, account_id, grant_id, reason, opened_at, ends_at, review_due_on)
    values (${tx.acting.partnershipId}, ${id}, ${glass.personId}, ${glass.personId}, ${glass.accountId}, ${glass.grantId}, ${glass.reason}, ${tx.acting.at},
      ${glass.endsAt}, ${glass.reviewDueOn})`.execute(tx.db)
  return id
}

/** Openings, those still to be reviewed first. */
export async function listBreakGlass(tx: Tx, most: number): Promise<BreakGlass[]> {
  const found = await sql<BreakGlass>`
    select id, person_id as "personId", account_id as "accountId", reason, opened_at as "openedAt", ends_at as "endsAt", review_due_on as "reviewDueOn",
      verdict, verdict_why as "verdictWhy", reviewed_by as "reviewedBy"
    from break_glass where partnership_id = ${tx.acting.partnershipId}
    order by reviewed_at is not null, opened_at desc, id desc limit ${most}`.execute(tx.db)
  return found.rows
}

/** How many openings wait for somebody else's review, and how many of those are past their day. */
export async function countToReview(tx: Tx, reviewer: AccountId): Promise<{ waiting: number; late: number }> {
  const found = await sql<{ waiting: number; late: number }>`
    select count(*)::int as waiting, count(*) filter (where review_due_on < ${tx.acting.today})::int as late from break_glass
    where partnership_id = ${tx.acting.partnershipId} and reviewed_at is null and account_id <> ${reviewer}`.execute(
    tx.db,
  )
  return found.rows[0] ?? { waiting: 0, late: 0 }
}

/** Nobody reviews their own opening: the update asks for another account. */
export async function updateVerdict(tx: Tx, id: RowId, by: AccountId, verdict: Verdict, why: string): Promise<number> {
  const updated = await sql`
    update break_glass set verdict = ${verdict}, verdict_why = ${why}, reviewed_by = ${by}, reviewed_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and reviewed_at is null and account_id <> ${by}`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}
