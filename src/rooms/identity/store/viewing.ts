import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, RowId, SessionId } from '#ground/ids.ts'
import type { Eyes } from '../account.ts'
import type { Role } from '../roles.ts'

/** Through whose eyes a session (s) looks: a membership (e) and its account (ea). */
export const EYES = sql`case when ea.id is not null then e.id end as eyes_id, e.account_id as eyes_account, ea.name as eyes_name, e.organisation_id as eyes_organisation, e.role as eyes_role,
  e.job_title as eyes_title, s.viewing_since as eyes_since`

export type EyesRow = {
  eyes_id: RowId | null
  eyes_account: AccountId
  eyes_name: string
  eyes_organisation: OrganisationId
  eyes_role: Role
  eyes_title: string
  eyes_since: Instant
}

/** Undefined for who looks through their own. */
export function eyesFrom(row: EyesRow): Eyes | undefined {
  if (row.eyes_id === null) return undefined
  return {
    id: row.eyes_id,
    accountId: row.eyes_account,
    name: row.eyes_name,
    organisationId: row.eyes_organisation,
    role: row.eyes_role,
    jobTitle: row.eyes_title,
    since: row.eyes_since,
  }
}

/**
 * From now this session looks through the eyes of a colleague of its own partnership, or with null through its own again.
 * @returns false when it has ended, or is of another partnership
 */
export async function saveEyes(tx: Tx, id: SessionId, membershipId: RowId | null): Promise<boolean> {
  const saved = await sql`
    update session set viewing_as = ${membershipId}::uuid, viewing_since = case when ${membershipId}::uuid is null then null else ${tx.acting.at}::timestamptz end
    where id = ${id} and ended_at is null and partnership_id = ${tx.acting.partnershipId}`.execute(tx.db)
  return Number(saved.numAffectedRows ?? 0) === 1
}
