/** The letter of a referral and the steps that followed it. */
import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import { PARTS, type Part, type Referral, type Step, type StepName } from '../referral.ts'

/** The letter as it stands, in the order it is read, as far as the caller may see it. */
export async function listParts(tx: Tx, referralId: RowId): Promise<Part[]> {
  const parts = await query<Part>(
    tx,
    `select p.part, p.class as "classBit", p.lines from referral_part p
     where p.partnership_id = $1 and p.referral_id = $2 and p.replaced_at is null`,
    [tx.acting.partnershipId, referralId],
  )
  const place = (part: Part) => PARTS.findIndex(one => one.part === part.part)
  return parts.toSorted((a, b) => place(a) - place(b))
}

/** What parts said before they were changed, newest first, as far as the caller may see it. */
export function listPartsBefore(tx: Tx, referralId: RowId): Promise<Part[]> {
  return query<Part>(
    tx,
    `select p.part, p.class as "classBit", p.lines from referral_part p
     where p.partnership_id = $1 and p.referral_id = $2 and p.replaced_at is not null order by p.replaced_at desc, p.id limit 50`,
    [tx.acting.partnershipId, referralId],
  )
}

export async function insertPart(
  tx: Tx,
  of: Pick<Referral, 'rowId' | 'personId' | 'originPersonId'>,
  part: Part,
): Promise<void> {
  await query(
    tx,
    `insert into referral_part (partnership_id, id, person_id, origin_person_id, class, referral_id, part, lines, recorded_at, recorded_by)
     values ($1, $2, $3, $10, $4, $5, $6, $7::jsonb, $8, $9)`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, part.classBit, of.rowId, part.part],
      ...[JSON.stringify(part.lines), tx.acting.at, tx.acting.actorId, of.originPersonId],
    ],
  )
}

/** Puts parts of a letter out of date. Asked as the house: a part may be about what the writer no longer sees. */
export async function replaceParts(worker: Tx, referralId: RowId, parts: readonly string[]): Promise<void> {
  await query(
    worker,
    `update referral_part set replaced_at = $4 where partnership_id = $1 and referral_id = $2 and part = any($3::text[]) and replaced_at is null`,
    [worker.acting.partnershipId, referralId, [...parts], worker.acting.at],
  )
}

/** Takes parts out of every letter about somebody, also what they said before (K9). As the house. Returns which letters they were in. */
export async function sealParts(worker: Tx, personId: PersonId, parts: readonly string[]): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `with gone as (update referral_part set sealed_at = $4 where partnership_id = $1 and person_id = $2 and part = any($3::text[]) and sealed_at is null
       returning referral_id)
     select distinct referral_id as id from gone`,
    [worker.acting.partnershipId, personId, [...parts], worker.acting.at],
  )
  return rows.map(row => row.id)
}

/** What was done and said, the first first, as far as the caller may see it. */
export function listSteps(tx: Tx, referralId: RowId): Promise<Step[]> {
  return query<Step>(
    tx,
    `select s.step, s.words, s.on_day as "onDay", s.recorded_by as by, s.by_name as "byName" from referral_step s
     where s.partnership_id = $1 and s.referral_id = $2 order by s.recorded_at, s.id limit 200`,
    [tx.acting.partnershipId, referralId],
  )
}

export async function insertStep(
  tx: Tx,
  of: Pick<Referral, 'rowId' | 'personId' | 'originPersonId' | 'classBit'>,
  step: StepName,
  words = '',
  byName = '',
): Promise<void> {
  await query(
    tx,
    `insert into referral_step (partnership_id, id, person_id, origin_person_id, class, referral_id, on_day, step, words, recorded_at, recorded_by, by_name)
     values ($1, $2, $3, $11, $4, $5, $6, $7, $8, $9, $10, $12)`,
    [
      ...[
        tx.acting.partnershipId,
        newId(tx.acting.at),
        of.personId,
        of.classBit,
        of.rowId,
        tx.acting.today,
        step,
        words,
      ],
      ...[tx.acting.at, tx.acting.actorId, of.originPersonId, byName],
    ],
  )
}
