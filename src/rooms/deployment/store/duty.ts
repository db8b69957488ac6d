import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { DutyDay } from '../deployment.ts'

const COLUMNS = sql`d.id as "rowId", d.account_id as "accountId", d.on_day as "onDay", d.grant_id as "grantId"`

/** Enters a day. Undefined when the adviser has that day already. */
export async function insertDutyDay(tx: Tx, d: Omit<DutyDay, 'rowId'>): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const made = await sql`
    insert into duty_day (partnership_id, id, account_id, on_day, grant_id, made_at, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${d.accountId}, ${d.onDay}, ${d.grantId}, ${tx.acting.at}, ${tx.acting.actorId})
    on conflict do nothing returning id`.execute(tx.db)
  return made.rows.length === 0 ? undefined : id
}

export async function isOnDutyOn(tx: Tx, accountId: AccountId, on: Day): Promise<boolean> {
  const found = await sql`
    select 1 from duty_day where partnership_id = ${tx.acting.partnershipId} and account_id = ${accountId} and on_day = ${on} and ended_at is null`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

/** Takes a day off the rota. The day, or undefined when it was off it or is over. */
export async function endDutyDay(tx: Tx, id: RowId): Promise<DutyDay | undefined> {
  const ended = await sql<DutyDay>`
    update duty_day d set ended_at = ${tx.acting.at}
    where d.partnership_id = ${tx.acting.partnershipId} and d.id = ${id} and d.ended_at is null and d.on_day >= ${tx.acting.today}
    returning ${COLUMNS}`.execute(tx.db)
  return ended.rows[0]
}

/** The rota from today on (of one account, when given). */
export async function listDutyDays(tx: Tx, accountId: AccountId | null): Promise<DutyDay[]> {
  const found = await sql<DutyDay>`
    select ${COLUMNS} from duty_day d
    where d.partnership_id = ${tx.acting.partnershipId} and d.ended_at is null and d.on_day >= ${tx.acting.today}
      and (${accountId}::uuid is null or d.account_id = ${accountId}::uuid)
    order by d.on_day, d.id`.execute(tx.db)
  return found.rows
}
