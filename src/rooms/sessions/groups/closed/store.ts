import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Expected, ExpectedHow, PlannedFor } from '../group.ts'

/** Writes down that somebody is expected. */
export async function insertExpected(
  tx: Tx,
  of: {
    readonly sessionId: RowId
    readonly personId: PersonId
    readonly classBit: number
    readonly how: ExpectedHow
  },
): Promise<void> {
  await query(
    tx,
    `insert into group_expected (partnership_id, id, person_id, origin_person_id, class, session_id, how, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, of.classBit, of.sessionId, of.how],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Who is or was expected, of those the caller may know, by name; nobody who has died. */
export function listExpected(tx: Tx, sessionId: RowId): Promise<Expected[]> {
  return query<Expected>(
    tx,
    `select e.id as "rowId", e.person_id as "personId", p.known_given as given, p.known_family as family, e.how, e.state
     from group_expected e
     join person p on p.partnership_id = e.partnership_id and p.id = e.person_id and p.state = 'active' and p.died_on is null
     where e.partnership_id = $1 and e.session_id = $2 and e.sealed_at is null
     order by p.sort_key, e.id limit 500`,
    [tx.acting.partnershipId, sessionId],
  )
}

/** Closed groups at which somebody is expected from today on, as far as the caller may know of each. */
export function listExpectedOn(tx: Tx, personId: PersonId): Promise<PlannedFor[]> {
  return query<PlannedFor>(
    tx,
    `select g.id as "sessionId", g.title, g.happened_on as "onDay", g.at_time as "atTime", g.place, e.how
     from group_expected e
     join group_session g on g.partnership_id = e.partnership_id and g.id = e.session_id and g.state = 'planned' and g.happened_on >= $3
     where e.partnership_id = $1 and e.person_id = $2 and e.state = 'expected' and e.sealed_at is null
     order by g.happened_on, g.at_time, g.id limit 20`,
    [tx.acting.partnershipId, personId, tx.acting.today],
  )
}

/** Closed groups of one account that are planned, up to a day; what has been and nobody wrote down stands first. */
export function listPlanned(tx: Tx, accountId: AccountId, until: Day): Promise<Omit<PlannedFor, 'how'>[]> {
  return query<Omit<PlannedFor, 'how'>>(
    tx,
    `select g.id as "sessionId", g.title, g.happened_on as "onDay", g.at_time as "atTime", g.place
     from group_session_staff s
     join group_session g on g.partnership_id = s.partnership_id and g.id = s.session_id and g.state = 'planned' and g.happened_on <= $3
     where s.partnership_id = $1 and s.account_id = $2 and s.ended_at is null
     order by g.happened_on, g.at_time, g.id limit 50`,
    [tx.acting.partnershipId, accountId, until],
  )
}

/** What came of it that somebody was expected: also where it was said otherwise before. As the house. */
export async function updateExpected(
  worker: Tx,
  of: { readonly sessionId: RowId; readonly personId: PersonId },
  state: 'came' | 'missed',
): Promise<void> {
  await query(
    worker,
    `update group_expected set state = $4 where partnership_id = $1 and session_id = $2 and person_id = $3 and sealed_at is null`,
    [worker.acting.partnershipId, of.sessionId, of.personId, state],
  )
}

/** Takes somebody off the list. As the house: from then on nobody sees it. */
export async function updateExpectedOff(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update group_expected set sealed_at = $3
     where partnership_id = $1 and id = $2 and state = 'expected' and sealed_at is null returning 1`,
    [worker.acting.partnershipId, id, worker.acting.at],
  )
  return rows.length
}

/** The class of it that somebody is expected, once the name of the session tells something else. As the house. */
export async function updateExpectedClass(worker: Tx, sessionId: RowId, classBit: number): Promise<void> {
  await query(
    worker,
    `update group_expected set class = $3 where partnership_id = $1 and session_id = $2 and class <> 4096`,
    [worker.acting.partnershipId, sessionId, classBit],
  )
}

/** A planned session that was held, or is called off. Returns 0 when it is planned no more, or was put right since it was seen. */
export async function updatePlanned(
  tx: Tx,
  seen: { readonly rowId: RowId; readonly version: number },
  to: { readonly state: 'held'; readonly notes: string } | { readonly state: 'called-off'; readonly why: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update group_session set state = $4, notes = coalesce($5, notes), called_off_why = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'planned' returning 1`,
    [
      ...[tx.acting.partnershipId, seen.rowId, seen.version, to.state],
      ...(to.state === 'held' ? [to.notes, ''] : [null, to.why]),
    ],
  )
  return rows.length
}
