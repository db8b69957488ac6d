import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Observation, ObservationContent } from './observation.ts'

const COLUMNS = `o.id as "rowId", o.kind, o.observed_id as "observedId", o.observer_id as "observerId", o.on_day as "onDay", o.year_group as "yearGroup", o.marks,
  o.feedback, o.next, o.observed_words as "observedWords", o.state, o.given_on as "givenOn", o.answered_on as "answeredOn", o.version`

/** What the caller may read, newest first: their own, of them, and of whom they lead. */
export function listObservations(tx: Tx): Promise<Observation[]> {
  return query<Observation>(
    tx,
    `select ${COLUMNS} from practice_observation o where o.partnership_id = $1 order by o.on_day desc, o.id desc limit 200`,
    [tx.acting.partnershipId],
  )
}

export async function findObservation(tx: Tx, id: RowId): Promise<Observation | undefined> {
  const [row] = await query<Observation>(
    tx,
    `select ${COLUMNS} from practice_observation o where o.partnership_id = $1 and o.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** To the end of the transaction the same writer writes no other. */
export async function holdObservations(tx: Tx, by: AccountId): Promise<void> {
  await hold(tx, 'practice-observation', by)
}

export async function insertObservation(
  tx: Tx,
  who: { readonly observedId: AccountId; readonly observerId: AccountId },
  c: ObservationContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into practice_observation (partnership_id, id, kind, observed_id, observer_id, on_day, year_group, marks, feedback, next, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12)`,
    [
      ...[tx.acting.partnershipId, id, who.observedId === who.observerId ? 'self' : 'observed', who.observedId],
      ...[who.observerId, c.onDay, c.yearGroup, JSON.stringify(c.marks), c.feedback, c.next, tx.acting.at],
      tx.acting.actorId,
    ],
  )
  return id
}

type Seen = Pick<Observation, 'rowId' | 'version'>

/** Changes a draft. Returns 0 when it was changed or given meanwhile. */
export async function updateDraft(tx: Tx, before: Seen, c: ObservationContent): Promise<number> {
  const rows = await query(
    tx,
    `update practice_observation set on_day = $4, year_group = $5, marks = $6::jsonb, feedback = $7, next = $8, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'draft' returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, c.onDay, c.yearGroup, JSON.stringify(c.marks)],
      ...[c.feedback, c.next],
    ],
  )
  return rows.length
}

/** It is given: read by whose practice it was, and by whoever leads them. Returns 0 when it moved meanwhile. */
export async function updateGiven(tx: Tx, before: Seen): Promise<number> {
  const rows = await query(
    tx,
    `update practice_observation set state = 'given', given_on = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'draft' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today],
  )
  return rows.length
}

/** Whose practice it was says what they think. Returns 0 when it moved meanwhile. */
export async function updateAnswered(tx: Tx, before: Seen, words: string): Promise<number> {
  const rows = await query(
    tx,
    `update practice_observation set state = 'answered', observed_words = $4, answered_on = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'given' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, words, tx.acting.today],
  )
  return rows.length
}
