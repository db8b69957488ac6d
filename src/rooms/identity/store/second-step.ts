import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'

/** A second-step secret that is still to be confirmed by a code. */
export async function saveTotpSecret(tx: Tx, id: AccountId, sealed: Buffer | null): Promise<void> {
  await sql`update account set totp_secret = ${sealed}, totp_confirmed_at = null, totp_last_step = 0, version = version + 1 where id = ${id}`.execute(
    tx.db,
  )
}

export async function confirmTotp(tx: Tx, id: AccountId, step: number): Promise<void> {
  await sql`update account set totp_confirmed_at = ${tx.acting.at}, totp_last_step = ${step}, version = version + 1 where id = ${id}`.execute(
    tx.db,
  )
}

/** Marks a step as used. False when this or a later one was used before: two windows raced with one code. */
export async function spendTotpStep(tx: Tx, id: AccountId, step: number): Promise<boolean> {
  const spent =
    await sql`update account set totp_last_step = ${step} where id = ${id} and totp_last_step < ${step}`.execute(tx.db)
  return Number(spent.numAffectedRows ?? 0) === 1
}

/** Takes the place of all recovery codes of before: unused ones are spent. */
export async function saveRecoveryCodes(tx: Tx, id: AccountId, hashes: readonly Buffer[]): Promise<void> {
  await sql`update account_recovery_code set used_at = ${tx.acting.at} where account_id = ${id} and used_at is null`.execute(
    tx.db,
  )
  await sql`insert into account_recovery_code (account_id, code_hash) select ${id}, * from unnest(${[...hashes]}::bytea[])`.execute(
    tx.db,
  )
}

export async function spendRecoveryCode(tx: Tx, id: AccountId, hash: Buffer): Promise<boolean> {
  const spent = await sql`
    update account_recovery_code set used_at = ${tx.acting.at} where account_id = ${id} and code_hash = ${hash} and used_at is null`.execute(
    tx.db,
  )
  return Number(spent.numAffectedRows ?? 0) === 1
}

export async function countRecoveryCodes(tx: Tx, id: AccountId): Promise<number> {
  const found = await sql<{
    left: number
  }>`select count(*)::int as left from account_recovery_code where account_id = ${id} and used_at is null`.execute(
    tx.db,
  )
  return found.rows[0]?.left ?? 0
}
