import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type RowId } from '#ground/ids.ts'
import type { Field } from '../reading/fields.ts'
import type { Agreement } from '../run.ts'

export async function insertAgreement(tx: Tx, a: Omit<Agreement, 'id' | 'startedOn' | 'finishedOn'>): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into partner_agreement (partnership_id, id, organisation_id, purpose, power, fields, youngest, oldest, assessment_reference, review_on,
      missing_officer_id, instead_of, started_on, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${a.organisationId}, ${a.purpose}, ${a.power}, ${[...a.fields]}::text[], ${a.youngest}, ${a.oldest},
      ${a.assessmentReference}, ${a.reviewOn}, ${a.missingOfficerId}, ${a.insteadOf}, ${tx.acting.today}, ${tx.acting.actorId})`.execute(
    tx.db,
  )
  return id
}

const AGREEMENT = sql`id, organisation_id as "organisationId", purpose, power, fields, youngest, oldest, assessment_reference as "assessmentReference",
  review_on as "reviewOn", missing_officer_id as "missingOfficerId", started_on as "startedOn", finished_on as "finishedOn",
  instead_of as "insteadOf"`

/** The agreement that counts for each partner today: the newest in force. The newest comes first. */
export async function listAgreements(tx: Tx): Promise<Agreement[]> {
  const found = await sql<Agreement & { fields: Field[]; reviewOn: Day }>`
    select * from (
      select distinct on (organisation_id) ${AGREEMENT} from partner_agreement where partnership_id = ${tx.acting.partnershipId} and started_on <= ${tx.acting.today}
        and (finished_on is null or finished_on > ${tx.acting.today})
        and not exists (select 1 from partner_agreement n where n.partnership_id = partner_agreement.partnership_id
          and n.instead_of = partner_agreement.id and n.started_on <= ${tx.acting.today})
      order by organisation_id, started_on desc, id desc) a
    order by "startedOn" desc, id desc`.execute(tx.db)
  return found.rows
}

export async function findAgreement(tx: Tx, id: RowId): Promise<Agreement | undefined> {
  const found =
    await sql<Agreement>`select ${AGREEMENT} from partner_agreement where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
      tx.db,
    )
  return found.rows[0]
}

/** Ends an agreement that a newer version takes the place of. Returns 0 when that was done before. */
export async function endAgreement(tx: Tx, id: RowId): Promise<number> {
  const ended = await sql`
    update partner_agreement set finished_on = greatest(${tx.acting.today}::date, started_on + 1)
    where partnership_id = ${tx.acting.partnershipId} and id = ${id}
      and not exists (select 1 from partner_agreement n where n.partnership_id = partner_agreement.partnership_id and n.instead_of = partner_agreement.id)
      and (finished_on is null or finished_on > ${tx.acting.today})`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}
