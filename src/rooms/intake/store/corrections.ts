import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Correction } from '../run.ts'

/** Asks for a correction. The one who asks may not read it again by themselves: `listCorrections` is for that. */
export async function insertCorrection(
  tx: Tx,
  asked: { personId: PersonId; askedBy: AccountId; askedFor: OrganisationId; text: string },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into intake_question (partnership_id, id, kind, source_key, person_ids, asked_by, asked_for, asked_text, made_at)
    values (${tx.acting.partnershipId}, ${id}, 'correction', '', ${[asked.personId]}::uuid[], ${asked.askedBy}, ${asked.askedFor}, ${asked.text},
      ${tx.acting.at})`.execute(tx.db)
  return id
}

const CORRECTION = sql`id, asked_by as "askedBy", asked_for as "askedFor", asked_text as text, answer, answer_text as "answerText", made_at as "madeAt"`

export async function findCorrection(tx: Tx, id: RowId): Promise<Correction | undefined> {
  const found = await sql<Correction>`
    select ${CORRECTION} from intake_question where partnership_id = ${tx.acting.partnershipId} and id = ${id} and kind = 'correction'`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** What an organisation asked to be corrected on a record, newest first. Asked as the house, for whoever may know the person. */
export async function listCorrections(tx: Tx, personId: PersonId, askedFor: OrganisationId): Promise<Correction[]> {
  const found = await sql<Correction>`
    select ${CORRECTION} from intake_question
    where partnership_id = ${tx.acting.partnershipId} and kind = 'correction' and person_ids @> array[${personId}::uuid] and asked_for = ${askedFor}
      and state <> 'withdrawn'
    order by made_at desc, id desc limit 50`.execute(tx.db)
  return found.rows
}

/** Answers once. Returns 0 when somebody answered first. */
export async function updateCorrectionAnswer(
  tx: Tx,
  id: RowId,
  answer: 'corrected' | 'not-corrected',
  words: string | null,
): Promise<number> {
  const updated = await sql`
    update intake_question set state = 'answered', answer = ${answer}, answer_text = ${words}, answered_by = ${tx.acting.actorId},
      answered_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and kind = 'correction' and state = 'open'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}
