import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Busy, CalendarFeed } from './feed.ts'

const COLUMNS = `id as "rowId", account_id as "accountId", made_on as "madeOn", last_read_on as "lastReadOn"`

export async function findFeedOf(tx: Tx, accountId: AccountId): Promise<CalendarFeed | undefined> {
  const [row] = await query<CalendarFeed>(
    tx,
    `select ${COLUMNS} from calendar_feed where partnership_id = $1 and account_id = $2 and ended_at is null`,
    [tx.acting.partnershipId, accountId],
  )
  return row
}

export async function findFeedByToken(tx: Tx, tokenHash: Buffer): Promise<CalendarFeed | undefined> {
  const [row] = await query<CalendarFeed>(
    tx,
    `select ${COLUMNS} from calendar_feed where partnership_id = $1 and token_hash = $2 and ended_at is null`,
    [tx.acting.partnershipId, tokenHash],
  )
  return row
}

/** To the end of the transaction nobody else makes one for this account. */
export async function holdFeeds(tx: Tx, accountId: AccountId): Promise<void> {
  await hold(tx, 'calendar-feed', accountId)
}

export async function insertFeed(tx: Tx, accountId: AccountId, tokenHash: Buffer): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into calendar_feed (partnership_id, id, account_id, token_hash, made_on, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.acting.partnershipId, id, accountId, tokenHash, tx.acting.today, tx.acting.at],
  )
  return id
}

/** Ends the one an account has. Returns how many. */
export async function updateFeedEnded(tx: Tx, accountId: AccountId): Promise<number> {
  const rows = await query(
    tx,
    `update calendar_feed set ended_at = $3 where partnership_id = $1 and account_id = $2 and ended_at is null returning 1`,
    [tx.acting.partnershipId, accountId, tx.acting.at],
  )
  return rows.length
}

/** Ends every feed of a partnership: after a restore one that was ended since would be open again. As the house. */
export async function endEveryFeed(tx: Tx): Promise<void> {
  await query(tx, `update calendar_feed set ended_at = $2 where partnership_id = $1 and ended_at is null`, [
    tx.acting.partnershipId,
    tx.acting.at,
  ])
}

/** Notes that it was read today. Returns whether it is the first time today. */
export async function updateFeedRead(tx: Tx, id: RowId): Promise<boolean> {
  const rows = await query(
    tx,
    `update calendar_feed set last_read_on = $3 where partnership_id = $1 and id = $2 and last_read_on is distinct from $3 returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length > 0
}

/** When an account is busy from a day to a day, by what is still arranged, what one is asked along to and by days in school, as far as it may see them itself. */
export function listBusy(
  tx: Tx,
  accountId: AccountId,
  days: { readonly from: Day; readonly to: Day },
): Promise<Busy[]> {
  return query<Busy>(
    tx,
    `select a.id as "rowId", a.on_day as "onDay", a.at_time as "atTime", a.minutes, a.kind, false as "isAsked" from appointment a
       join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     where a.partnership_id = $1 and a.account_id = $2 and a.on_day between $3 and $4 and a.state <> 'cancelled'
     union all
     select a.id, a.on_day, a.at_time, a.minutes, a.kind, k.state = 'asked' from appointment_companion k
       join appointment a on a.partnership_id = k.partnership_id and a.id = k.appointment_id
       join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
     where k.partnership_id = $1 and k.account_id = $2 and k.on_day between $3 and $4 and k.state in ('asked', 'coming') and a.state <> 'cancelled'
     union all
     select d.id, d.on_day, d.from_time,
       (extract(epoch from d.to_time::time - d.from_time::time) / 60)::int, 'school-day', false from school_day d
     where d.partnership_id = $1 and d.account_id = $2 and d.on_day between $3 and $4 and d.called_off_on is null
     order by 2, 3, 1 limit 1000`,
    [tx.acting.partnershipId, accountId, days.from, days.to],
  )
}
