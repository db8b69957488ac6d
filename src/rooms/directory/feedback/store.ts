import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId } from '#ground/ids.ts'
import type { Said, Standing } from './feedback.ts'

export type Asked = { readonly accountId: AccountId; readonly organisationId: OrganisationId; readonly yearFrom: Day }

/** Where somebody stands with the feedback of a school year; undefined where they were not asked yet. */
export async function findStanding(tx: Tx, of: Asked): Promise<Standing | undefined> {
  const [row] = await query<Standing>(
    tx,
    `select f.id as "rowId", f.state, f.ask_again_on as "askAgainOn", f.said_on as "saidOn" from partner_feedback f
     where f.partnership_id = $1 and f.account_id = $2 and f.organisation_id = $3 and f.year_from = $4`,
    [tx.acting.partnershipId, of.accountId, of.organisationId, of.yearFrom],
  )
  return row
}

/** Keeps an answer; one that is there stays. Returns how many were kept. */
export async function upsertSaid(tx: Tx, of: Asked, said: Said): Promise<number> {
  const rows = await query(
    tx,
    `insert into partner_feedback as f (partnership_id, id, account_id, organisation_id, year_from, state, reach, helps, told, clear, together, what_helps,
       what_to_change, said_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, 'answered', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (partnership_id, account_id, organisation_id, year_from) do update set state = 'answered', ask_again_on = null, reach = excluded.reach,
       helps = excluded.helps, told = excluded.told, clear = excluded.clear, together = excluded.together, what_helps = excluded.what_helps,
       what_to_change = excluded.what_to_change, said_on = excluded.said_on
     where f.state = 'put-off' returning 1`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), of.accountId, of.organisationId, of.yearFrom],
      ...[said.reach, said.helps, said.told, said.clear, said.together, said.whatHelps, said.whatToChange],
      ...[tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** Puts it off until a day; an answer stays. Returns how many were put off. */
export async function upsertPutOff(tx: Tx, of: Asked, until: Day): Promise<number> {
  const rows = await query(
    tx,
    `insert into partner_feedback as f (partnership_id, id, account_id, organisation_id, year_from, state, ask_again_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, 'put-off', $6, $7, $8)
     on conflict (partnership_id, account_id, organisation_id, year_from) do update set ask_again_on = excluded.ask_again_on
     where f.state = 'put-off' and f.ask_again_on < excluded.ask_again_on returning 1`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), of.accountId, of.organisationId, of.yearFrom],
      ...[until, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** Every answer of a school year, without who gave it. */
export function listSaid(tx: Tx, yearFrom: Day): Promise<Said[]> {
  return query<Said>(
    tx,
    `select f.reach, f.helps, f.told, f.clear, f.together, f.what_helps as "whatHelps", f.what_to_change as "whatToChange" from partner_feedback f
     where f.partnership_id = $1 and f.year_from = $2 and f.state = 'answered' order by f.id`,
    [tx.acting.partnershipId, yearFrom],
  )
}
