import { addMs } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, RowId, SessionId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Language } from '#web/language.ts'
import type { Account } from '../account.ts'
import type { Role } from '../roles.ts'
import { bareCode, LINK_MS, passwordTrouble } from '../rules.ts'
import { hashPassword, hashToken, newToken, type Sealer } from '../secrets.ts'
import {
  endEverySession,
  endMembership,
  endSession,
  endSessionsOf,
  findAccountByEmail,
  findLink,
  insertAccount,
  insertLink,
  insertMembership,
  listHomePostcodes,
  listMemberships,
  saveHomePostcode,
  saveLanguage,
  savePassword,
  saveSingleKeys,
  saveState,
  spendEveryLink,
  spendLink,
} from '../store/accounts.ts'
import { saveTotpSecret } from '../store/second-step.ts'

/**
 * Makes an account, or takes the one of that email, and gives it a membership of the acting partnership.
 * @returns the account and the secret of a one-time link to set a password, shown once; none when it has a password
 */
export async function inviteColleague(
  tx: Tx,
  invited: { email: string; name: string; role: Role; jobTitle: string; organisationId: OrganisationId },
): Promise<{ accountId: AccountId; membershipId: RowId; linkToken: string | undefined }> {
  const email = invited.email.trim().toLowerCase()
  const existing = await findAccountByEmail(tx, email)
  const accountId = existing?.id ?? (await insertAccount(tx, { email, name: invited.name }))
  const membershipId = await insertMembership(tx, {
    accountId,
    organisationId: invited.organisationId,
    role: invited.role,
    jobTitle: invited.jobTitle,
  })
  await record(tx, {
    action: 'account.invited',
    target: accountId,
    payload: { role: invited.role, organisation: invited.organisationId },
  })
  // Somebody invited elsewhere too has a link from there: one from here would open that other partnership as well.
  const elsewhere = (await listMemberships(tx, accountId)).some(m => m.partnershipId !== tx.acting.partnershipId)
  const linkToken = existing?.passwordHash == null && !elsewhere ? await makeLink(tx, accountId, 'set-up') : undefined
  return { accountId, membershipId, linkToken }
}

/** A one-time link; any earlier one stops working. Only its hash is kept. */
export async function makeLink(tx: Tx, accountId: AccountId, purpose: 'set-up' | 'reset'): Promise<string> {
  const token = newToken()
  await insertLink(tx, { tokenHash: hashToken(token), accountId, purpose, expiresAt: addMs(tx.acting.at, LINK_MS) })
  await record(tx, { action: 'account.link-made', target: accountId, payload: { purpose } })
  return token
}

/** An administrator's reset: a new link, every session ended; with `secondStep` the authenticator is set up anew too. */
export async function resetAccount(tx: Tx, accountId: AccountId, secondStep: boolean): Promise<string> {
  await endSessionsOf(tx, accountId, null)
  if (secondStep) {
    await saveTotpSecret(tx, accountId, null)
    await record(tx, { action: 'account.second-step-removed', target: accountId })
  }
  return makeLink(tx, accountId, 'reset')
}

/** Sets the password a link allows. The link is spent; every session ends. */
export async function setPasswordByLink(
  tx: Tx,
  linkToken: string,
  password: string,
): Promise<Result<Account, 'link-over' | 'too-short' | 'too-long' | 'too-obvious'>> {
  const link = await findLink(tx, hashToken(linkToken))
  if (!link) return refused('link-over')
  const trouble = passwordTrouble(password, link.account)
  if (trouble) return refused(trouble)
  if (!(await spendLink(tx, hashToken(linkToken)))) return refused('link-over')
  await savePassword(tx, link.account.id, await hashPassword(password))
  await endSessionsOf(tx, link.account.id, null)
  await record(tx, { action: 'account.password-set', target: link.account.id })
  return ok(link.account)
}

export async function signOut(tx: Tx, sessionId: SessionId, accountId: AccountId): Promise<void> {
  await endSession(tx, sessionId)
  await record(tx, { action: 'account.signed-out', target: accountId })
}

/**
 * After a restore nobody is signed in and no link works: what was ended or used since the backup would be good again. Runs as the
 * owner, over all accounts.
 */
export async function endAllAccess(tx: Tx): Promise<void> {
  await endEverySession(tx)
  await spendEveryLink(tx)
}

/** Ends every session of an account but the one asking. Returns how many. */
export async function signOutEverywhere(tx: Tx, accountId: AccountId, except: SessionId | null): Promise<number> {
  const ended = await endSessionsOf(tx, accountId, except)
  await record(tx, { action: 'account.signed-out-everywhere', target: accountId, payload: { sessions: ended } })
  return ended
}

/** Switches an account off or on. Off ends its sessions at once. */
export async function setAccountState(tx: Tx, accountId: AccountId, state: 'active' | 'disabled'): Promise<void> {
  await saveState(tx, accountId, state)
  if (state === 'disabled') await endSessionsOf(tx, accountId, null)
  await record(tx, { action: state === 'active' ? 'account.enabled' : 'account.disabled', target: accountId })
}

/** Ends what an account acts as here; its sessions end too, because one may be acting as it. */
export async function removeMembership(tx: Tx, membershipId: RowId, accountId: AccountId): Promise<void> {
  await endMembership(tx, membershipId)
  await endSessionsOf(tx, accountId, null)
  await record(tx, { action: 'account.membership-ended', target: accountId, payload: { membership: membershipId } })
}

/** Switches the single-letter keys of one person on or off (WCAG 2.1.4). */
export async function setSingleKeys(tx: Tx, accountId: AccountId, on: boolean): Promise<void> {
  await saveSingleKeys(tx, accountId, on)
  await record(tx, { action: 'account.keys-changed', target: accountId, payload: { on } })
}

/** Keeps the language somebody chose for their pages. */
export async function setLanguage(tx: Tx, accountId: AccountId, language: Language): Promise<void> {
  await saveLanguage(tx, accountId, language)
  await record(tx, { action: 'account.language-chosen', target: accountId, payload: { language } })
}

/** Keeps the postcode of one's own home, sealed, or forgets it. It is compared with those of records looked at, and shown to nobody. */
export async function setHomePostcode(
  tx: Tx,
  sealer: Sealer,
  accountId: AccountId,
  postcode: string | null,
): Promise<void> {
  await saveHomePostcode(tx, accountId, postcode === null ? null : sealer.seal(bareCode(postcode)))
  await record(tx, { action: 'account.home-postcode-kept', target: accountId, payload: { kept: postcode !== null } })
}

/** Home postcodes of accounts, without spaces: for comparing only. One sealed with another key is left out. */
export async function homePostcodesOf(
  tx: Tx,
  sealer: Sealer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const open = new Map<string, string>()
  for (const [id, sealed] of await listHomePostcodes(tx, ids)) {
    try {
      open.set(id, sealer.open(sealed))
    } catch {
      // The key was changed since: their owner gives it anew.
    }
  }
  return open
}
