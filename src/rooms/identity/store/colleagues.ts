/** Who works in the acting partnership today: everybody, some of them, and those a list is made of. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { type Permission, ROLES, type Role, roleMay } from '../roles.ts'

export type Colleague = {
  readonly membershipId: RowId
  readonly accountId: AccountId
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly jobTitle: string
  readonly state: string
  readonly hasSecondStep: boolean
  readonly organisationId: OrganisationId
}

/** Everyone with a membership of the acting partnership today, by name. */
export function listColleagues(tx: Tx): Promise<Colleague[]> {
  return colleaguesWhere(tx, sql`true`)
}

/** Of them, some accounts, each with every role it has. */
export function listColleaguesAmong(tx: Tx, accountIds: readonly AccountId[]): Promise<Colleague[]> {
  return accountIds.length === 0
    ? Promise.resolve([])
    : colleaguesWhere(tx, sql`m.account_id = any(${[...accountIds]}::uuid[])`)
}

/** Of them, the accounts of the partnership's own who may sign in, by name, each once: for a list of which a page is drawn. */
export async function listStaffIds(tx: Tx): Promise<AccountId[]> {
  const found = await sql<{ ids: AccountId[] | null }>`
    select array_agg(s.id order by s.name, s.id) as ids from (
      select distinct a.id, a.name from membership m join account a on a.id = m.account_id
      where m.partnership_id = ${tx.acting.partnershipId} and m.started_on <= ${tx.acting.today}
        and (m.finished_on is null or m.finished_on > ${tx.acting.today}) and a.state = 'active' and m.role <> 'partner-practitioner') s`.execute(
    tx.db,
  )
  return found.rows[0]?.ids ?? []
}

/** Of them, those of a partner who may sign in. */
export function listPractitionersAt(tx: Tx, organisationId: OrganisationId): Promise<Colleague[]> {
  return colleaguesWhere(
    tx,
    sql`a.state = 'active' and m.role = 'partner-practitioner' and m.organisation_id = ${organisationId}`,
  )
}

/** Of them, those with one of some roles, whether they may sign in or not. */
export function listColleaguesAs(tx: Tx, roles: readonly Role[]): Promise<Colleague[]> {
  return colleaguesWhere(tx, sql`m.role = any(${[...roles]}::text[])`)
}

/** Of them, those who may sign in and whose role allows something; with every role that does. Of everybody, or of some accounts. */
export function listColleaguesWho(tx: Tx, may: Permission, among?: readonly AccountId[]): Promise<Colleague[]> {
  const roles = ROLES.filter(role => roleMay(role, may))
  const those = among === undefined ? sql`true` : sql`m.account_id = any(${[...among]}::uuid[])`
  return colleaguesWhere(tx, sql`a.state = 'active' and m.role = any(${roles}::text[]) and ${those}`)
}

async function colleaguesWhere(tx: Tx, wanted: RawBuilder<unknown>): Promise<Colleague[]> {
  const found = await sql<Colleague>`
    select m.id as "membershipId", a.id as "accountId", a.name, a.email, m.role, m.job_title as "jobTitle", a.state,
      a.totp_confirmed_at is not null as "hasSecondStep", m.organisation_id as "organisationId"
    from membership m join account a on a.id = m.account_id
    where m.partnership_id = ${tx.acting.partnershipId} and m.started_on <= ${tx.acting.today}
      and (m.finished_on is null or m.finished_on > ${tx.acting.today}) and ${wanted}
    order by a.name, m.role`.execute(tx.db)
  return found.rows
}
