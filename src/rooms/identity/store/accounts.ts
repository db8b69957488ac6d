import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import {
  type AccountId,
  newId,
  type OrganisationId,
  type PartnershipId,
  type RowId,
  type SessionId,
} from '#ground/ids.ts'
import type { Language } from '#web/language.ts'
import type { Account, Eyes, Membership, Session, Stage } from '../account.ts'
import type { Role } from '../roles.ts'
import type { Counted } from '../rules.ts'
import { EYES, type EyesRow, eyesFrom } from './viewing.ts'

const ACCOUNT = sql`a.id as account_id, a.email, a.name, a.state, a.password_hash, a.totp_secret, a.totp_confirmed_at, a.totp_last_step, a.single_keys, a.language`

type AccountRow = {
  account_id: AccountId
  email: string
  name: string
  state: 'active' | 'disabled'
  password_hash: string | null
  totp_secret: Buffer | null
  totp_confirmed_at: Instant | null
  totp_last_step: number
  single_keys: boolean
  language: Language | null
}

function accountFrom(row: AccountRow): Account {
  return {
    id: row.account_id,
    email: row.email,
    name: row.name,
    state: row.state,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    totpConfirmedAt: row.totp_confirmed_at,
    totpLastStep: row.totp_last_step,
    singleKeys: row.single_keys,
    language: row.language,
  }
}

export async function insertAccount(tx: Tx, account: { email: string; name: string }): Promise<AccountId> {
  const id = newId<'account'>(tx.acting.at)
  await sql`insert into account (id, email, name, created_at) values (${id}, ${account.email}, ${account.name}, ${tx.acting.at})`.execute(
    tx.db,
  )
  return id
}

export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const found =
    await sql<AccountRow>`select ${ACCOUNT} from account a where a.email = ${email.trim().toLowerCase()}`.execute(tx.db)
  return found.rows[0] && accountFrom(found.rows[0])
}

export async function findAccount(tx: Tx, id: AccountId): Promise<Account | undefined> {
  const found = await sql<AccountRow>`select ${ACCOUNT} from account a where a.id = ${id}`.execute(tx.db)
  return found.rows[0] && accountFrom(found.rows[0])
}

/** Names of accounts, for pages that say who: accounts that are gone are left out. */
export async function findNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{
    id: string
    name: string
  }>`select id, name from account where id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(found.rows.map(row => [row.id, row.name]))
}

export async function savePassword(tx: Tx, id: AccountId, passwordHash: string): Promise<void> {
  await sql`update account set password_hash = ${passwordHash}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function saveState(tx: Tx, id: AccountId, state: 'active' | 'disabled'): Promise<void> {
  await sql`update account set state = ${state}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function saveSingleKeys(tx: Tx, id: AccountId, on: boolean): Promise<void> {
  await sql`update account set single_keys = ${on}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function saveLanguage(tx: Tx, id: AccountId, language: Language): Promise<void> {
  await sql`update account set language = ${language}, version = version + 1 where id = ${id}`.execute(tx.db)
}

export async function insertLink(
  tx: Tx,
  link: { tokenHash: Buffer; accountId: AccountId; purpose: 'set-up' | 'reset'; expiresAt: Instant },
): Promise<void> {
  await sql`update account_link set used_at = ${tx.acting.at} where account_id = ${link.accountId} and used_at is null`.execute(
    tx.db,
  )
  await sql`
    insert into account_link (token_hash, account_id, purpose, made_at, expires_at)
    values (${link.tokenHash}, ${link.accountId}, ${link.purpose}, ${tx.acting.at}, ${link.expiresAt})`.execute(tx.db)
}

/** A link that still works. */
export async function findLink(
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ account: Account; purpose: 'set-up' | 'reset'; expiresAt: Instant } | undefined> {
  const found = await sql<AccountRow & { purpose: 'set-up' | 'reset'; expires_at: Instant }>`
    select l.purpose, l.expires_at, ${ACCOUNT} from account_link l join account a on a.id = l.account_id
    where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${tx.acting.at} and a.state = 'active'`.execute(
    tx.db,
  )
  const row = found.rows[0]
  return row && { account: accountFrom(row), purpose: row.purpose, expiresAt: row.expires_at }
}

export async function spendLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const spent =
    await sql`update account_link set used_at = ${tx.acting.at} where token_hash = ${tokenHash} and used_at is null`.execute(
      tx.db,
    )
  return Number(spent.numAffectedRows ?? 0) === 1
}

export async function findCount(tx: Tx, subject: Buffer): Promise<Counted | undefined> {
  const found = await sql<{ failures: number; first_at: Instant; blocked_until: Instant | null }>`
    select failures, first_at, blocked_until from sign_in_count where subject_hash = ${subject}`.execute(tx.db)
  const row = found.rows[0]
  return row && { failures: row.failures, firstAt: row.first_at, blockedUntil: row.blocked_until }
}

export async function saveCount(tx: Tx, subject: Buffer, counted: Counted): Promise<void> {
  await sql`
    insert into sign_in_count (subject_hash, failures, first_at, blocked_until)
    values (${subject}, ${counted.failures}, ${counted.firstAt}, ${counted.blockedUntil})
    on conflict (subject_hash) do update set failures = excluded.failures, first_at = excluded.first_at, blocked_until = excluded.blocked_until`.execute(
    tx.db,
  )
}

export async function insertSession(
  tx: Tx,
  session: {
    tokenHash: Buffer
    accountId: AccountId
    stage: Stage
    csrfSecret: string
    membership?: Membership | undefined
  },
): Promise<SessionId> {
  const id = newId<'session'>(tx.acting.at)
  await sql`
    insert into session (token_hash, id, account_id, stage, csrf_secret, made_at, seen_at, partnership_id, membership_id)
    values (${session.tokenHash}, ${id}, ${session.accountId}, ${session.stage}, ${session.csrfSecret}, ${tx.acting.at}, ${tx.acting.at},
      ${session.membership?.partnershipId ?? null}, ${session.membership?.id ?? null})`.execute(tx.db)
  return id
}

type MembershipRow = {
  membership_id: RowId | null
  partnership_id: PartnershipId
  partnership_name: string
  is_demo: boolean
  account_id: AccountId
  organisation_id: OrganisationId
  role: Role
  job_title: string
  started_on: Membership['startedOn']
  finished_on: Membership['finishedOn']
}

const MEMBERSHIP = sql`m.id as membership_id, m.partnership_id, p.name as partnership_name, p.is_demo, m.organisation_id, m.role, m.job_title,
  m.started_on, m.finished_on`

function membershipFrom(row: MembershipRow & { membership_id: RowId }): Membership {
  return {
    id: row.membership_id,
    partnershipId: row.partnership_id,
    partnershipName: row.partnership_name,
    isDemo: row.is_demo,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    role: row.role,
    jobTitle: row.job_title,
    startedOn: row.started_on,
    finishedOn: row.finished_on,
  }
}

type SessionRow = AccountRow &
  MembershipRow &
  EyesRow & {
    id: SessionId
    stage: Stage
    csrf_secret: string
    made_at: Instant
    seen_at: Instant
    chosen: RowId | null
  }

/** The open session of a token with its account and, once chosen and still in force, the membership. */
export async function findSession(
  tx: Tx,
  tokenHash: Buffer,
): Promise<{ session: Session; membership: Membership | undefined; eyes: Eyes | undefined } | undefined> {
  const found = await sql<SessionRow>`
    select s.id, s.stage, s.csrf_secret, s.made_at, s.seen_at, s.membership_id as chosen, ${MEMBERSHIP}, ${ACCOUNT},
      ${EYES}
    from session s
    join account a on a.id = s.account_id
    left join membership m on m.partnership_id = s.partnership_id and m.id = s.membership_id
      and m.started_on <= ${tx.acting.today} and (m.finished_on is null or m.finished_on > ${tx.acting.today})
    left join partnership p on p.id = m.partnership_id
    left join membership e on e.partnership_id = s.partnership_id and e.id = s.viewing_as and p.is_demo
      and e.started_on <= ${tx.acting.today} and (e.finished_on is null or e.finished_on > ${tx.acting.today})
    left join account ea on ea.id = e.account_id and ea.state = 'active'
    where s.token_hash = ${tokenHash} and s.ended_at is null and a.state = 'active'`.execute(tx.db)
  const row = found.rows[0]
  if (!row) return undefined
  const session: Session = {
    id: row.id,
    stage: row.stage,
    csrfSecret: row.csrf_secret,
    account: accountFrom(row),
    membershipId: row.chosen,
    madeAt: row.made_at,
    seenAt: row.seen_at,
  }
  const { membership_id } = row
  const membership = membership_id === null ? undefined : membershipFrom({ ...row, membership_id })
  return { session, membership, eyes: eyesFrom(row) }
}

export async function touchSession(tx: Tx, id: SessionId): Promise<void> {
  await sql`update session set seen_at = ${tx.acting.at} where id = ${id}`.execute(tx.db)
}

/** Moves a session on under a new token: the one from before the second step is worth nothing afterwards. */
export async function advanceSession(
  tx: Tx,
  id: SessionId,
  to: { stage: Stage; tokenHash: Buffer; csrfSecret: string },
): Promise<void> {
  await sql`
    update session set stage = ${to.stage}, token_hash = ${to.tokenHash}, csrf_secret = ${to.csrfSecret}, made_at = ${tx.acting.at},
      seen_at = ${tx.acting.at} where id = ${id} and ended_at is null`.execute(tx.db)
}

export async function chooseMembership(tx: Tx, id: SessionId, membership: Membership): Promise<void> {
  await sql`
    update session set partnership_id = ${membership.partnershipId}, membership_id = ${membership.id}, viewing_as = null, viewing_since = null
    where id = ${id} and ended_at is null`.execute(tx.db)
}

export async function endSession(tx: Tx, id: SessionId): Promise<void> {
  await sql`update session set ended_at = ${tx.acting.at} where id = ${id} and ended_at is null`.execute(tx.db)
}

/** Ends all sessions of an account but one. Returns how many ended. */
export async function endSessionsOf(tx: Tx, accountId: AccountId, except: SessionId | null): Promise<number> {
  const ended = await sql`
    update session set ended_at = ${tx.acting.at} where account_id = ${accountId} and ended_at is null and id is distinct from ${except}`.execute(
    tx.db,
  )
  return Number(ended.numAffectedRows ?? 0)
}

/** What an account may act as today, in every partnership. */
export async function listMemberships(tx: Tx, accountId: AccountId): Promise<Membership[]> {
  const found = await sql<MembershipRow & { membership_id: RowId }>`
    select ${MEMBERSHIP}, m.account_id from membership m join partnership p on p.id = m.partnership_id
    where m.account_id = ${accountId} and m.started_on <= ${tx.acting.today} and (m.finished_on is null or m.finished_on > ${tx.acting.today})
    order by p.name, m.role, m.id`.execute(tx.db)
  return found.rows.map(membershipFrom)
}

export async function insertMembership(
  tx: Tx,
  membership: { accountId: AccountId; organisationId: OrganisationId; role: Role; jobTitle: string },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into membership (partnership_id, id, account_id, organisation_id, role, job_title, started_on)
    values (${tx.acting.partnershipId}, ${id}, ${membership.accountId}, ${membership.organisationId}, ${membership.role}, ${membership.jobTitle},
      ${tx.acting.today})`.execute(tx.db)
  return id
}

/** Ends a membership from today. A membership that began today is one that never was, so it ends tomorrow at the latest. */
export async function endMembership(tx: Tx, id: RowId): Promise<void> {
  await sql`
    update membership set finished_on = greatest(${tx.acting.today}::date, started_on + 1)
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and finished_on is null`.execute(tx.db)
}

/** True when the account has signed in from the device that holds this token. */
export async function isKnownDevice(tx: Tx, accountId: AccountId, tokenHash: Buffer): Promise<boolean> {
  const found =
    await sql`select 1 from account_device where account_id = ${accountId} and token_hash = ${tokenHash}`.execute(tx.db)
  return found.rows.length === 1
}

export async function insertDevice(tx: Tx, accountId: AccountId, tokenHash: Buffer): Promise<void> {
  await sql`
    insert into account_device (account_id, token_hash, made_at) values (${accountId}, ${tokenHash}, ${tx.acting.at}) on conflict do nothing`.execute(
    tx.db,
  )
}

/** True when the database was made for a demo: only then may people be chosen from a list. */
export async function isDemoInstallation(tx: Tx): Promise<boolean> {
  const found = await sql<{ kind: string }>`select kind from installation`.execute(tx.db)
  return found.rows[0]?.kind === 'demo'
}

/** Keeps the sealed postcode of somebody's home, or forgets it. */
export async function saveHomePostcode(tx: Tx, id: AccountId, sealed: Buffer | null): Promise<void> {
  await sql`update account set home_postcode = ${sealed}, version = version + 1 where id = ${id}`.execute(tx.db)
}

/** The sealed home postcodes of those of the accounts that gave one. */
export async function listHomePostcodes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; home_postcode: Buffer }>`
    select id, home_postcode from account where id = any(${[...ids]}::uuid[]) and home_postcode is not null`.execute(
    tx.db,
  )
  return new Map(found.rows.map(row => [row.id, row.home_postcode]))
}

/** Ends the sessions of everybody. */
export async function endEverySession(tx: Tx): Promise<void> {
  await sql`update session set ended_at = ${tx.acting.at} where ended_at is null`.execute(tx.db)
}

/** Makes every link that was not used worthless. */
export async function spendEveryLink(tx: Tx): Promise<void> {
  await sql`update account_link set used_at = ${tx.acting.at} where used_at is null`.execute(tx.db)
}
