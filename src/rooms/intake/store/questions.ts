import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { ListQuestion, PersonQuestion, Question } from '../run.ts'

export type NewQuestion = Pick<ListQuestion, 'organisationId' | 'runId' | 'kind' | 'row' | 'sourceKey' | 'personIds'>

/** Asks what a list asks, in one statement. */
export async function insertQuestions(tx: Tx, questions: readonly NewQuestion[]): Promise<void> {
  if (questions.length === 0) return
  const rows = questions.map(q => ({
    id: newId(tx.acting.at),
    organisation_id: q.organisationId,
    run_id: q.runId,
    kind: q.kind,
    row_number: q.row,
    source_key: q.sourceKey,
    person_ids: q.personIds,
  }))
  await sql`
    insert into intake_question (partnership_id, id, organisation_id, run_id, kind, row_number, source_key, person_ids, made_at)
    select ${tx.acting.partnershipId}, q.id, q.organisation_id, q.run_id, q.kind, q.row_number, q.source_key, q.person_ids, ${tx.acting.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) q (id uuid, organisation_id uuid, run_id uuid, kind text, row_number integer, source_key text,
      person_ids uuid[])`.execute(tx.db)
}

const QUESTION = sql`id, organisation_id as "organisationId", run_id as "runId", kind, row_number as row, source_key as "sourceKey", person_ids as "personIds", state,
  answer, made_at as "madeAt"`

/** What waits for a person to decide. */
export async function listQuestions(tx: Tx, most: number): Promise<Question[]> {
  const found = await sql<Question>`
    select ${QUESTION} from intake_question where partnership_id = ${tx.acting.partnershipId} and state = 'open' order by kind desc, made_at, id limit ${most}`.execute(
    tx.db,
  )
  return found.rows
}

/**
 * How many questions wait for an answer: as many as the list of them shows. One about a record that was shut since is not
 * counted (K8): its people are not there under the acting account's rights.
 */
export async function countOpenQuestions(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from intake_question q
    where q.partnership_id = ${tx.acting.partnershipId} and q.state = 'open' and (q.run_id is not null or cardinality(q.person_ids) =
      (select count(*) from person p where p.partnership_id = q.partnership_id and p.id = any(q.person_ids) and p.state = 'active'))`.execute(
    tx.db,
  )
  return found.rows[0]?.count ?? 0
}

export async function findQuestion(tx: Tx, id: RowId): Promise<Question | undefined> {
  const found =
    await sql<Question>`select ${QUESTION} from intake_question where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
      tx.db,
    )
  return found.rows[0]
}

/** Asks something no list asked; person_ids as they are given. */
export async function insertPersonQuestion(
  tx: Tx,
  kind: PersonQuestion['kind'],
  personIds: readonly PersonId[],
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into intake_question (partnership_id, id, kind, source_key, person_ids, made_at)
    values (${tx.acting.partnershipId}, ${id}, ${kind}, '', ${[...personIds]}::uuid[], ${tx.acting.at})`.execute(tx.db)
  return id
}

/**
 * People of an age whose objection a list brought and who were not asked themselves since. One behind a barrier is left out:
 * no list of work may show that the record is there.
 * @param bornBy the last birth date of that age
 */
export async function listObjectionsToAsk(tx: Tx, bornBy: Day, most: number): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select p.id from person_detail d join person p on p.partnership_id = d.partnership_id and p.id = d.person_id
    where d.partnership_id = ${tx.acting.partnershipId} and d.field = 'objection' and d.value = 'on-list' and d.replaced_at is null
      and p.state = 'active' and p.died_on is null and p.born_on <= ${bornBy}
      and not exists (select 1 from intake_question q where q.partnership_id = p.partnership_id and q.kind = 'objection'
        and q.person_ids @> array[p.id] and (q.state = 'open' or (q.state = 'answered' and q.answered_at >= d.recorded_at)))
      and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id and b.person_id = p.id
        and b.started_at <= ${tx.acting.at} and (b.ended_at is null or b.ended_at > ${tx.acting.at}))
    order by p.id limit ${most}`.execute(tx.db)
  return found.rows.map(row => row.id)
}

/** Writes down what a young person said of an objection, who said it and when. Returns 0 when somebody answered first. */
export async function updateObjectionAnswer(
  tx: Tx,
  id: RowId,
  said: { answer: 'own-objection' | 'objection-withdrawn'; on: Day; by: string },
): Promise<number> {
  const updated = await sql`
    update intake_question set state = 'answered', answer = ${said.answer}, said_on = ${said.on}, said_by = ${said.by}, answered_by = ${tx.acting.actorId},
      answered_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and kind = 'objection' and state = 'open'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** Answers a question once. Returns 0 when somebody answered it first. */
export async function updateAnswer(tx: Tx, id: RowId, answer: string, personId: PersonId | null): Promise<number> {
  const updated = await sql`
    update intake_question set state = 'answered', answer = ${answer}, answer_person_id = ${personId}, answered_by = ${tx.acting.actorId}, answered_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'open'`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

export async function withdrawQuestions(tx: Tx, runId: RowId): Promise<void> {
  await sql`
    update intake_question set state = 'withdrawn' where partnership_id = ${tx.acting.partnershipId} and state = 'open'
      and (run_id = ${runId} or (run_id is null and person_ids && array(select unnest(e.row_ids) from intake_effect e
        where e.partnership_id = ${tx.acting.partnershipId} and e.run_id = ${runId} and e.kind = 'added' and e.table_name = 'person')))`.execute(
    tx.db,
  )
}

/** Withdraws the open questions whether somebody has left a place they never were at. */
export async function withdrawGoneOf(tx: Tx, organisationId: OrganisationId, personId: PersonId): Promise<void> {
  await sql`
    update intake_question set state = 'withdrawn'
    where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId} and kind = 'gone' and state = 'open'
      and person_ids = array[${personId}::uuid]`.execute(tx.db)
}

/** Withdraws every open question that names somebody: an identity that is over is asked about no more. As the house. */
export async function withdrawAbout(worker: Tx, personId: PersonId): Promise<void> {
  await sql`
    update intake_question set state = 'withdrawn'
    where partnership_id = ${worker.acting.partnershipId} and state = 'open' and ${personId}::uuid = any(person_ids)`.execute(
    worker.db,
  )
}
