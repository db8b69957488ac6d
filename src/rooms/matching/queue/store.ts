import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Decision, FoundPair, ReviewPair, WeighedPair } from './pair.ts'

const PAIR = `r.id, array[r.low_person_id, r.high_person_id] as people, r.bits, r.lines, r.against, r.state, r.found_by as "foundBy", r.found_at as "foundAt",
  r.taken_by as "takenBy", r.taken_until as "takenUntil", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.note, r.asked_organisation_id as "askedOf", r.version`

/** Pairs both of whose records are there for whoever asks: under their own rights nobody is shown to be there (K8). */
const KNOWN = `join person l on l.partnership_id = r.partnership_id and l.id = r.low_person_id and l.state = 'active'
  join person h on h.partnership_id = r.partnership_id and h.id = r.high_person_id and h.state = 'active' and r.state not in ('apart', 'unlike')
    and not exists (select 1 from access_barrier b where b.partnership_id = r.partnership_id and b.person_id in (r.low_person_id, r.high_person_id)
      and b.ended_at is null)`

/** Pairs that wait, the likeliest first; those set aside for later and those a partner was asked about last. */
export async function listWaiting(tx: Tx, most: number): Promise<ReviewPair[]> {
  return query<ReviewPair>(
    tx,
    `select ${PAIR} from match_pair r ${KNOWN}
     where r.partnership_id = $1 and r.state in ('open', 'later', 'asked')
     order by array_position(array['open', 'later', 'asked'], r.state), r.bits desc, r.id limit $2`,
    [tx.acting.partnershipId, most],
  )
}

/** How many pairs wait for somebody to look at them. */
export async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await query<{ n: number }>(
    tx,
    `select count(*)::int as n from match_pair r ${KNOWN} where r.partnership_id = $1 and r.state = 'open'`,
    [tx.acting.partnershipId],
  )
  return row?.n ?? 0
}

export async function findPair(tx: Tx, id: RowId): Promise<ReviewPair | undefined> {
  const [row] = await query<ReviewPair>(
    tx,
    `select ${PAIR} from match_pair r ${KNOWN} where r.partnership_id = $1 and r.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/**
 * Takes an open pair that nobody else looks at, for so many minutes: the likeliest of those after the one that was looked at, and at the
 * end of the list the likeliest of all, so that whoever skips comes by every pair.
 */
export async function takeNextPair(tx: Tx, minutes: number, after: RowId | null): Promise<RowId | undefined> {
  const [row] = await query<{ id: RowId }>(
    tx,
    `update match_pair set taken_by = $2, taken_until = $3::timestamptz + make_interval(mins => $4)
     where partnership_id = $1 and id = (
       select r.id from match_pair r ${KNOWN} left join match_pair a on a.partnership_id = r.partnership_id and a.id = $5
       where r.partnership_id = $1 and r.state = 'open' and r.id is distinct from $5
         and (r.taken_until is null or r.taken_until <= $3 or r.taken_by = $2)
       order by a.id is null or r.bits < a.bits or (r.bits = a.bits and r.id > a.id) desc, r.bits desc, r.id limit 1 for update of r skip locked)
     returning id`,
    [tx.acting.partnershipId, tx.acting.actorId, tx.acting.at, minutes, after],
  )
  return row?.id
}

/** Writes down what was decided. False when somebody was quicker. */
export async function saveDecision(
  tx: Tx,
  pair: Pick<ReviewPair, 'id' | 'version'>,
  decision: Decision,
  { note, askedOf }: { note: string; askedOf: OrganisationId | null },
): Promise<boolean> {
  const rows = await query(
    tx,
    `update match_pair set state = $4, note = $5, asked_organisation_id = $6, decided_by = $7, decided_at = $8, taken_by = null, taken_until = null,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning id`,
    [tx.acting.partnershipId, pair.id, pair.version, decision, note, askedOf, tx.acting.actorId, tx.acting.at],
  )
  return rows.length > 0
}

/**
 * Keeps pairs that were found. One that was decided stays so while what is known of both is the same; after that it is open
 * again. As the house. Gives the ids of those that are open now and were not.
 */
export async function savePairs(
  worker: Tx,
  pairs: readonly FoundPair[],
  foundBy: ReviewPair['foundBy'],
): Promise<RowId[]> {
  if (pairs.length === 0) return []
  const shaped = pairs.map(({ people: [a, b], ...rest }) => ({
    ...rest,
    id: newId<'row'>(worker.acting.at),
    low: a < b ? a : b,
    high: a < b ? b : a,
  }))
  const rows = await query<{ id: RowId; isOpened: boolean }>(
    worker,
    `insert into match_pair (partnership_id, id, low_person_id, high_person_id, bits, lines, against, fingerprint, found_by, found_at)
     select distinct on (f.low, f.high) $1, f.id, f.low, f.high, f.bits, f.lines, f.against, decode(f.fingerprint, 'hex'), $3, $4
     from jsonb_to_recordset($2::jsonb) as f (id uuid, low uuid, high uuid, bits real, lines jsonb, against text[], fingerprint text)
     on conflict (partnership_id, low_person_id, high_person_id) do update set bits = excluded.bits, lines = excluded.lines, against = excluded.against,
       fingerprint = excluded.fingerprint, version = match_pair.version + 1, state = 'open', found_by = excluded.found_by, found_at = excluded.found_at
     where match_pair.fingerprint <> excluded.fingerprint or match_pair.state in ('apart', 'unlike')
     returning id, true as "isOpened"`,
    [worker.acting.partnershipId, JSON.stringify(shaped), foundBy, worker.acting.at],
  )
  return rows.map(r => r.id)
}

/** Pairs that wait for somebody to look at them, whose first person is one of these. As the house. */
export function listPutForward(worker: Tx, ids: readonly PersonId[]): Promise<Pick<ReviewPair, 'id' | 'people'>[]> {
  return query<Pick<ReviewPair, 'id' | 'people'>>(
    worker,
    `select id, array[low_person_id, high_person_id] as people from match_pair
     where partnership_id = $1 and low_person_id = any($2::uuid[]) and state in ('open', 'later')`,
    [worker.acting.partnershipId, ids],
  )
}

/** Writes down what pairs weigh now. One that is no longer alike goes out of the queue; nobody's page of it is stale by the others. */
export async function saveWeights(
  worker: Tx,
  weighed: readonly (WeighedPair & { readonly isAlike: boolean })[],
): Promise<void> {
  if (weighed.length === 0) return
  await query(
    worker,
    `update match_pair r set bits = w.bits, lines = w.lines, against = w.against,
       state = case when w."isAlike" then r.state else 'unlike' end, version = r.version + case when w."isAlike" then 0 else 1 end
     from jsonb_to_recordset($2::jsonb) as w (id uuid, bits real, lines jsonb, against text[], "isAlike" boolean)
     where r.partnership_id = $1 and r.id = w.id and r.state in ('open', 'later')`,
    [worker.acting.partnershipId, JSON.stringify(weighed)],
  )
}

/** Of people, those behind a barrier of any kind: a restriction or somebody shut out. As the house. */
export async function listBehindBarrier(worker: Tx, ids: readonly PersonId[]): Promise<Set<PersonId>> {
  const rows = await query<{ id: PersonId }>(
    worker,
    `select distinct b.person_id as id from access_barrier b where b.partnership_id = $1 and b.person_id = any($2::uuid[])
       and b.started_at <= $3 and (b.ended_at is null or b.ended_at > $3)`,
    [worker.acting.partnershipId, ids, worker.acting.at],
  )
  return new Set(rows.map(r => r.id))
}

/** Pairs that somebody could be shown about these people. As the house. */
export async function countPairsAbout(worker: Tx, ids: readonly PersonId[]): Promise<number> {
  const [row] = await query<{ n: number }>(
    worker,
    `select count(*)::int as n from match_pair where partnership_id = $1 and state in ('open', 'later', 'asked')
       and (low_person_id = any($2::uuid[]) or high_person_id = any($2::uuid[]))`,
    [worker.acting.partnershipId, ids],
  )
  return row?.n ?? 0
}

/** Every pair that waits for a decision. As the house. */
export async function listAsked(worker: Tx): Promise<(readonly [PersonId, PersonId])[]> {
  const rows = await query<{ low: PersonId; high: PersonId }>(
    worker,
    `select low_person_id as low, high_person_id as high from match_pair where partnership_id = $1 and state in ('open', 'later', 'asked')`,
    [worker.acting.partnershipId],
  )
  return rows.map(r => [r.low, r.high] as const)
}
