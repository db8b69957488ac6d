import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Done, DoneHow } from './exercise.ts'

const COLUMNS = `e.id as "rowId", e.person_id as "personId", e.class as "classBit", e.exercise, e.edition, e.answers, e.how, e.done_on as "doneOn",
  e.with_id as "withId", e.state, e.entry_id as "entryId", e.version`

/** What somebody did, newest first, as far as the caller may see it. */
export function listDoneBy(tx: Tx, personId: PersonId): Promise<Done[]> {
  return query<Done>(
    tx,
    `select ${COLUMNS} from exercise_done e where e.partnership_id = $1 and e.person_id = $2 and e.sealed_at is null
     order by e.done_on desc, e.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findDone(tx: Tx, id: RowId): Promise<Done | undefined> {
  const [row] = await query<Done>(
    tx,
    `select ${COLUMNS} from exercise_done e where e.partnership_id = $1 and e.id = $2 and e.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** To the end of the transaction nobody else keeps or moves an exercise of this person. */
export async function holdDone(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'exercise-done', personId)
}

export async function insertDone(
  tx: Tx,
  personId: PersonId,
  done: {
    readonly exercise: string
    readonly edition: Day
    readonly answers: Readonly<Record<string, string>>
    readonly how: DoneHow
    readonly withId: AccountId
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into exercise_done (partnership_id, id, person_id, origin_person_id, exercise, edition, answers, how, done_on, with_id, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11)`,
    [
      ...[tx.acting.partnershipId, id, personId, done.exercise, done.edition, JSON.stringify(done.answers), done.how],
      ...[tx.acting.today, done.withId, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** They take it out: that there was one stays, and its words do not. Returns 0 when it was out before or is not as it was shown. */
export async function updateOut(tx: Tx, before: Pick<Done, 'rowId' | 'version'>): Promise<number> {
  const rows = await query(
    tx,
    `update exercise_done set state = 'out', answers = '{}'::jsonb, entry_id = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'kept' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version],
  )
  return rows.length
}

/** It stands in their Progress File from now on. Returns 0 when it stood there before or is not as it was shown. */
export async function updateInFile(tx: Tx, before: Pick<Done, 'rowId' | 'version'>, entryId: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update exercise_done set entry_id = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'kept' and entry_id is null and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, entryId],
  )
  return rows.length
}

/** When it was done, and with whom. */
export const findDoneFiling = filingIn('exercise_done', 'with_id')
/** Takes it off view (K9). As the house. Returns how many. */
export const updateDoneSealed = sealedIn('exercise_done')
