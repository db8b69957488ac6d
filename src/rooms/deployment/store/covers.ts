import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Cover } from '../deployment.ts'

const COLUMNS = sql`c.id as "rowId", c.away_id as "awayId", c.account_id as "accountId", c.reason, c.started_on as "startedOn",
  c.finished_on as "finishedOn", c.grant_id as "grantId"`

/** Enters a cover. Undefined when somebody entered the same two for any of its days, at the same instant too. */
export async function insertCover(tx: Tx, c: Omit<Cover, 'rowId'>): Promise<RowId | undefined> {
  const id = newId<'row'>(tx.acting.at)
  const made = await sql`
    insert into cover (partnership_id, id, away_id, account_id, reason, started_on, finished_on, grant_id, made_at, made_by)
    values (${tx.acting.partnershipId}, ${id}, ${c.awayId}, ${c.accountId}, ${c.reason}, ${c.startedOn}, ${c.finishedOn}, ${c.grantId},
      ${tx.acting.at}, ${tx.acting.actorId})
    on conflict do nothing returning id`.execute(tx.db)
  return made.rows.length === 0 ? undefined : id
}

/** True when the same two are already entered for any of these days. */
export async function isCovered(
  tx: Tx,
  c: { awayId: AccountId; accountId: AccountId; startedOn: Day; finishedOn: Day },
): Promise<boolean> {
  const found = await sql`
    select 1 from cover where partnership_id = ${tx.acting.partnershipId} and away_id = ${c.awayId} and account_id = ${c.accountId}
      and daterange(started_on, finished_on) && daterange(${c.startedOn}::date, ${c.finishedOn}::date)`.execute(tx.db)
  return found.rows.length > 0
}

/** Ends a cover today; one that is still to come never was. The cover, or undefined when it was over. */
export async function updateCoverEnd(tx: Tx, id: RowId): Promise<Cover | undefined> {
  const ended = await sql<Cover>`
    update cover c set finished_on = greatest(${tx.acting.today}::date, started_on)
    where c.partnership_id = ${tx.acting.partnershipId} and c.id = ${id} and c.finished_on > greatest(${tx.acting.today}::date, c.started_on)
    returning ${COLUMNS}`.execute(tx.db)
  return ended.rows[0]
}

/** Covers that go on or are to come (by one account, when given), by day. */
export async function listCovers(tx: Tx, accountId: AccountId | null): Promise<Cover[]> {
  const found = await sql<Cover>`
    select ${COLUMNS} from cover c
    where c.partnership_id = ${tx.acting.partnershipId} and (${accountId}::uuid is null or c.account_id = ${accountId}::uuid)
      and c.finished_on > greatest(${tx.acting.today}::date, c.started_on)
    order by c.started_on, c.id`.execute(tx.db)
  return found.rows
}
