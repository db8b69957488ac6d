import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { Counted } from './rules.ts'

/** Contacts of colleagues from a day until the day before another, counted; those the caller may see. By the level of support their people have now. */
export function listCounted(
  tx: Tx,
  accountIds: readonly AccountId[],
  days: { readonly from: Day; readonly until: Day },
): Promise<Counted[]> {
  return query<Counted>(
    tx,
    `select c.account_id as "accountId", c.kind, coalesce(l.value, 'none') as level, count(*)::int as contacts, coalesce(sum(c.minutes), 0)::int as minutes,
       (count(*) filter (where c.minutes is null))::int as untimed
     from contact c
     left join lateral (select d.value from person_detail d where d.partnership_id = c.partnership_id and d.person_id = c.person_id
       and d.field = 'support-level' and d.replaced_at is null order by d.recorded_at desc limit 1) l on true
     where c.partnership_id = $1 and c.account_id = any($2::uuid[]) and c.happened_on >= $3 and c.happened_on < $4 and c.state = 'kept'
     group by 1, 2, 3`,
    [tx.acting.partnershipId, [...accountIds], days.from, days.until],
  )
}
