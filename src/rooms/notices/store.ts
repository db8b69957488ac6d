import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'

/** Something one account is to know: a kind and ids; the words are made when it is shown. */
export type Notice = {
  readonly id: RowId
  readonly kind: string
  readonly personId: PersonId | null
  readonly targetId: string | null
  readonly madeAt: Instant
}

export type NewNotice = {
  readonly accountId: AccountId
  readonly kind: string
  readonly personId?: PersonId | null
  readonly targetId?: string | null
}

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await sql`
    insert into notice (partnership_id, id, account_id, kind, person_id, target_id, made_at)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${notice.accountId}, ${notice.kind}, ${notice.personId ?? null}, ${notice.targetId ?? null},
      ${tx.acting.at})`.execute(tx.db)
}

/** Puts a message in the outbox: a kind and ids, no names. What sends it reads the words in the catalogue. */
export async function insertOutbox(tx: Tx, message: NewNotice): Promise<void> {
  await sql`
    insert into outbox_message (partnership_id, id, account_id, kind, target_id, made_at)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${message.accountId}, ${message.kind}, ${message.targetId ?? null}, ${tx.acting.at})`.execute(
    tx.db,
  )
}

/** The caller's own unread notices, newest first. */
export async function listWaiting(tx: Tx, most: number): Promise<Notice[]> {
  const found = await sql<Notice>`
    select id, kind, person_id as "personId", target_id as "targetId", made_at as "madeAt" from notice
    where partnership_id = ${tx.acting.partnershipId} and account_id = any(${[...tx.acting.holders]}::uuid[]) and read_at is null
    order by made_at desc, id desc limit ${most}`.execute(tx.db)
  return found.rows
}

export async function updateRead(tx: Tx, id: RowId): Promise<number> {
  const read = await sql`
    update notice set read_at = ${tx.acting.at} where partnership_id = ${tx.acting.partnershipId} and id = ${id} and read_at is null`.execute(
    tx.db,
  )
  return Number(read.numAffectedRows ?? 0)
}

export type OutboxMessage = {
  readonly id: RowId
  readonly accountId: AccountId
  readonly kind: string
  readonly targetId: string | null
  readonly madeAt: Instant
}

/** Messages that are still to be handed over, the oldest first: asked as the house, by the clock. */
export async function listUnsent(tx: Tx, most: number): Promise<OutboxMessage[]> {
  const found = await sql<OutboxMessage>`
    select id, account_id as "accountId", kind, target_id as "targetId", made_at as "madeAt" from outbox_message
    where partnership_id = ${tx.acting.partnershipId} and sent_at is null order by made_at, id limit ${most} for update skip locked`.execute(
    tx.db,
  )
  return found.rows
}

export async function markSent(tx: Tx, ids: readonly RowId[]): Promise<void> {
  await sql`
    update outbox_message set sent_at = ${tx.acting.at} where partnership_id = ${tx.acting.partnershipId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
}

/** Puts away what was told of one thing by kinds, whoever has read it or not. Returns whom it was told. As the house. */
export async function putAway(worker: Tx, kinds: readonly string[], targetId: string): Promise<AccountId[]> {
  await sql`
    update notice set read_at = ${worker.acting.at}
    where partnership_id = ${worker.acting.partnershipId} and target_id = ${targetId} and kind = any(${[...kinds]}::text[]) and read_at is null`.execute(
    worker.db,
  )
  const found = await sql<{ id: AccountId }>`
    select distinct account_id as id from notice
    where partnership_id = ${worker.acting.partnershipId} and target_id = ${targetId} and kind = any(${[...kinds]}::text[])`.execute(
    worker.db,
  )
  return found.rows.map(row => row.id)
}
