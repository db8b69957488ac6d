import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GroupId, newId } from '#ground/ids.ts'
import type { Period } from '#ground/period.ts'
import type { Posts } from './rules.ts'

type OfTeam<One> = One & { readonly teamId: GroupId }

/** What was entered of every team's posts. */
export function listPosts(tx: Tx): Promise<OfTeam<Posts>[]> {
  return query(
    tx,
    `select p.team_id as "teamId", p.posts, p.from_on as "fromOn" from team_posts p where p.partnership_id = $1 order by p.from_on, p.id`,
    [tx.acting.partnershipId],
  )
}

/** Keeps how many posts a team has from a day; entered again for that day, the last stands. */
export async function upsertPosts(tx: Tx, teamId: GroupId, { posts, fromOn }: Posts): Promise<void> {
  await query(
    tx,
    `insert into team_posts (partnership_id, id, team_id, posts, from_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (partnership_id, team_id, from_on) do update set posts = excluded.posts, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
    [tx.acting.partnershipId, newId<'row'>(tx.acting.at), teamId, posts, fromOn, tx.acting.at, tx.acting.actorId],
  )
}

/** Every time an adviser had in a team, without who. */
export function listTimes(tx: Tx): Promise<OfTeam<Period>[]> {
  return query(
    tx,
    `select p.team_id as "teamId", p.started_on as "startedOn", p.finished_on as "finishedOn" from team_place p where p.partnership_id = $1`,
    [tx.acting.partnershipId],
  )
}

const OPEN = `p.state = 'active' and p.died_on is null and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id
  and b.person_id = p.id and b.kind = 'restricted' and b.started_at <= $2 and (b.ended_at is null or b.ended_at > $2))`

/** How many each adviser leads for. As the house, for counts that name nobody: restricted records are in none (K4). */
export function countLoads(worker: Tx): Promise<{ accountId: AccountId; count: number }[]> {
  return query(
    worker,
    `select l.account_id as "accountId", count(*)::int as count
     from lead_adviser l join person p on p.partnership_id = l.partnership_id and p.id = l.person_id
     where l.partnership_id = $1 and l.finished_on is null and ${OPEN} group by 1`,
    [worker.acting.partnershipId, worker.acting.at],
  )
}

/**
 * Since when each waits whom nobody leads for and who was referred to the service, by the team that takes it in. As the house, for counts that name nobody:
 * restricted records are in none (K4), nor what was filed on somebody else (K9).
 */
export function listWaitingSince(worker: Tx): Promise<{ teamId: GroupId | null; since: Day }[]> {
  return query(
    worker,
    `select distinct on (p.id) r.team_id as "teamId", r.sent_on as since
     from referral r join person p on p.partnership_id = r.partnership_id and p.id = r.person_id
     join organisation o on o.partnership_id = r.partnership_id and o.id = r.to_id and o.kind = 'partnership-service'
     where r.partnership_id = $1 and r.state in ('sent', 'more-asked', 'accepted', 'started') and r.sealed_at is null and ${OPEN}
       and not exists (select 1 from lead_adviser l where l.partnership_id = p.partnership_id and l.person_id = p.id and l.finished_on is null)
     order by p.id, r.sent_on, r.id`,
    [worker.acting.partnershipId, worker.acting.at],
  )
}
