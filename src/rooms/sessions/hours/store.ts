import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { GROUP_KINDS } from '../contact.ts'
import type { Came, Counted, Joined, Ran } from './rules.ts'

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
       and c.kind <> all($5::text[])
     group by 1, 2, 3`,
    [tx.acting.partnershipId, [...accountIds], days.from, days.until, [...GROUP_KINDS]],
  )
}

/** Meetings colleagues were at and another wrote down, counted: each for everybody who was there, and once. Those the caller may see. */
export function listJoined(
  tx: Tx,
  accountIds: readonly AccountId[],
  days: { readonly from: Day; readonly until: Day },
): Promise<Joined[]> {
  return query<Joined>(
    tx,
    `select k.account_id as "accountId", c.kind, count(*)::int as contacts, coalesce(sum(c.minutes), 0)::int as minutes,
       (count(*) filter (where c.minutes is null))::int as untimed
     from contact c cross join lateral unnest(c.colleagues) k (account_id)
     where c.partnership_id = $1 and c.colleagues <> '{}' and c.happened_on >= $3 and c.happened_on < $4 and c.state = 'kept'
       and c.colleagues && $2::uuid[] and k.account_id = any($2::uuid[]) and k.account_id <> c.account_id
     group by 1, 2`,
    [tx.acting.partnershipId, [...accountIds], days.from, days.until],
  )
}

/** Sessions colleagues ran in some days, counted: each for everybody who ran it, and once. As the house: no young person stands in them. */
export function listRan(
  worker: Tx,
  accountIds: readonly AccountId[],
  days: { readonly from: Day; readonly until: Day },
): Promise<Ran[]> {
  return query<Ran>(
    worker,
    `select s.account_id as "accountId", g.kind, count(*)::int as sessions, coalesce(sum(g.minutes), 0)::int as minutes,
       (count(*) filter (where g.minutes is null))::int as untimed
     from group_session_staff s join group_session g on g.partnership_id = s.partnership_id and g.id = s.session_id
     where s.partnership_id = $1 and s.account_id = any($2::uuid[]) and s.ended_at is null and g.state = 'held' and g.happened_on >= $3 and g.happened_on < $4
     group by 1, 2`,
    [worker.acting.partnershipId, [...accountIds], days.from, days.until],
  )
}

/** How often people came to sessions colleagues ran, by kind and the level they have now: those of whom the caller may know it. */
export function listCame(
  tx: Tx,
  accountIds: readonly AccountId[],
  days: { readonly from: Day; readonly until: Day },
): Promise<Came[]> {
  return query<Came>(
    tx,
    `select g.kind, coalesce(l.value, 'none') as level, count(*)::int as came
     from group_session g
     join group_attendance a on a.partnership_id = g.partnership_id and a.session_id = g.id and a.sealed_at is null and a.arrival <> 'missed'
     left join lateral (select d.value from person_detail d where d.partnership_id = a.partnership_id and d.person_id = a.person_id
       and d.field = 'support-level' and d.replaced_at is null order by d.recorded_at desc limit 1) l on true
     where g.partnership_id = $1 and g.state = 'held' and g.happened_on >= $3 and g.happened_on < $4
       and g.id in (select s.session_id from group_session_staff s where s.partnership_id = $1 and s.account_id = any($2::uuid[]) and s.ended_at is null)
     group by 1, 2`,
    [tx.acting.partnershipId, [...accountIds], days.from, days.until],
  )
}
