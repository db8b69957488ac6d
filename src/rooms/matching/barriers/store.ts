import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Apart } from './apart.ts'

/** Two people as one key, whichever stands first. */
export function pairKey(a: PersonId, b: PersonId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** A barrier binds the records its two went into as well. */
const STANDING = `with recursive goes as (
    select id, id as root, merged_into from person where partnership_id = $1 and id in (
      select unnest(array[low_person_id, high_person_id]) from match_barrier where partnership_id = $1 and lifted_at is null)
    union all
    select g.id, p.id, p.merged_into from goes g join person p on p.partnership_id = $1 and p.id = g.merged_into
  ), standing as (
    select b.id, l.root as low, h.root as high from match_barrier b
    join goes l on l.id = b.low_person_id and l.merged_into is null join goes h on h.id = b.high_person_id and h.merged_into is null
    where b.partnership_id = $1 and b.lifted_at is null
  )`

/** Which of these people are set apart from which others (K5). As the house. */
export async function listSetApart(worker: Tx, ids: readonly PersonId[]): Promise<Set<string>> {
  return new Set((await standingOf(worker, ids)).map(([low, high]) => pairKey(low, high)))
}

/** From whom each of these people is set apart (K5); who is set apart from nobody is left out. As the house. */
export async function othersApart(worker: Tx, ids: readonly PersonId[]): Promise<Map<PersonId, PersonId[]>> {
  const others = new Map<PersonId, PersonId[]>()
  const asked = new Set(ids)
  for (const [low, high] of await standingOf(worker, ids))
    for (const [one, other] of [[low, high] as const, [high, low] as const])
      if (asked.has(one)) others.set(one, [...(others.get(one) ?? []), other])
  return others
}

async function standingOf(worker: Tx, ids: readonly PersonId[]): Promise<(readonly [PersonId, PersonId])[]> {
  const rows = await query<{ low: PersonId; high: PersonId }>(
    worker,
    `${STANDING} select low, high from standing where low = any($2::uuid[]) or high = any($2::uuid[])`,
    [worker.acting.partnershipId, ids],
  )
  return rows.map(r => [r.low, r.high] as const)
}

/** Whether two people were set apart. As the house. */
export async function isSetApart(worker: Tx, a: PersonId, b: PersonId): Promise<boolean> {
  return (await listSetApart(worker, [a])).has(pairKey(a, b))
}

/** What stands between somebody and others. As the house: for information governance, who are told of nobody else. */
export async function listApart(worker: Tx, personId: PersonId): Promise<Apart[]> {
  return query<Apart>(
    worker,
    `${STANDING} select b.id, case when s.low = $2 then s.high else s.low end as "otherId", b.why, b.set_at as "setAt", b.set_by as "setBy"
     from standing s join match_barrier b on b.partnership_id = $1 and b.id = s.id where $2 in (s.low, s.high) order by b.set_at`,
    [worker.acting.partnershipId, personId],
  )
}

export async function insertApart(worker: Tx, a: PersonId, b: PersonId, why: string): Promise<RowId> {
  const id = newId<'row'>(worker.acting.at)
  await query(
    worker,
    `insert into match_barrier (partnership_id, id, low_person_id, high_person_id, why, set_at, set_by)
     values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5, $6, $7)`,
    [worker.acting.partnershipId, id, a, b, why, worker.acting.at, worker.acting.actorId],
  )
  // What waited about the two is taken out of the queue: nobody is shown it again.
  await query(
    worker,
    `update match_pair set state = 'apart', lines = '[]', note = '', version = version + 1
     where partnership_id = $1 and low_person_id = least($2::uuid, $3::uuid) and high_person_id = greatest($2::uuid, $3::uuid)`,
    [worker.acting.partnershipId, a, b],
  )
  return id
}

/** False when it was lifted already. */
export async function liftApart(worker: Tx, id: RowId, why: string): Promise<boolean> {
  const rows = await query(
    worker,
    `update match_barrier set lifted_at = $3, lifted_by = $4, lifted_why = $5 where partnership_id = $1 and id = $2 and lifted_at is null returning id`,
    [worker.acting.partnershipId, id, worker.acting.at, worker.acting.actorId, why],
  )
  return rows.length > 0
}
