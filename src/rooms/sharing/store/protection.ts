import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'

/**
 * A person by exactly their folded legal or preferred name and birth date, also behind a restriction: asked as the house, for
 * information governance. Nobody from whom the asker is shut out.
 */
export async function findToProtect(
  tx: Tx,
  who: { givenKey: string; familyKey: string; bornOn: Day },
): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select distinct p.id from person p
    join person_name n on n.partnership_id = p.partnership_id and n.person_id = p.id and n.replaced_at is null and n.kind <> 'former'
    where p.partnership_id = ${tx.acting.partnershipId} and p.state = 'active' and p.born_on = ${who.bornOn}
      and n.given_key = ${who.givenKey} and n.family_key = ${who.familyKey}
      and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id and b.kind = 'shut-out'
        and b.ended_at is null and b.holder_id = any(${[...tx.acting.holders]}::uuid[]))`.execute(tx.db)
  return found.rows.map(row => row.id)
}

/** How many addresses, phones and emails lists wrote to records since a moment. As the house: the number, never what they say. */
export async function countWhereaboutsWritten(worker: Tx, ids: readonly PersonId[], since: Instant): Promise<number> {
  const found = await sql<{ n: number }>`
    select ((select count(*) from person_address a where a.partnership_id = ${worker.acting.partnershipId} and a.person_id = any(${[...ids]}::uuid[])
        and a.source_kind = 'partner-list' and a.recorded_at > ${since})
      + (select count(*) from person_contact_detail c where c.partnership_id = ${worker.acting.partnershipId} and c.person_id = any(${[...ids]}::uuid[])
        and c.source_kind = 'partner-list' and c.recorded_at > ${since}))::int as n`.execute(worker.db)
  return found.rows[0]?.n ?? 0
}
