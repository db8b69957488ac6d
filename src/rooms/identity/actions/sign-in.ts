import type { Tx } from '#ground/database/tx.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Account, Membership, Session, Stage } from '../account.ts'
import { Tokens } from '../csrf.ts'
import { countFailure, isBlocked, LIMITS, RECOVERY_CODES } from '../rules.ts'
import {
  checkPassword,
  checkTotp,
  hashRecoveryCode,
  hashToken,
  newRecoveryCodes,
  newToken,
  newTotpSecret,
  type Sealer,
} from '../secrets.ts'
import {
  advanceSession,
  chooseMembership,
  endSession,
  findAccountByEmail,
  findCount,
  insertDevice,
  insertSession,
  isKnownDevice,
  listMemberships,
  saveCount,
} from '../store/accounts.ts'
import {
  confirmTotp,
  saveRecoveryCodes,
  saveTotpSecret,
  spendRecoveryCode,
  spendTotpStep,
} from '../store/second-step.ts'

export type Tokened = { readonly token: string; readonly stage: Stage }

/** What a browser brings to a sign-in besides what was typed. */
export type From = { readonly address: string; readonly device: string | undefined }

/**
 * First step: email and password. A wrong email and a wrong password read the same and take the same time; the failure
 * is counted and written down even though nobody is signed in.
 * @returns the token of a session that still wants its second step, or why not
 */
export async function signIn(
  tx: Tx,
  typed: { email: string; password: string },
  from: From,
): Promise<Result<Tokened, 'wrong' | 'blocked'>> {
  const account = await findAccountByEmail(tx, typed.email)
  const known =
    account !== undefined && from.device !== undefined && (await isKnownDevice(tx, account.id, hashToken(from.device)))
  const subjects = [
    { limit: LIMITS.address, subject: subjectOf('address', from.address) },
    known
      ? { limit: LIMITS['known-device'], subject: subjectOf('known-device', account.id, from.device ?? '') }
      : { limit: LIMITS['strange-device'], subject: subjectOf('strange-device', typed.email.trim().toLowerCase()) },
  ]
  for (const { subject } of subjects) {
    if (isBlocked(await findCount(tx, subject), tx.acting.at)) {
      await record(tx, {
        action: 'account.sign-in-failed',
        outcome: 'refused',
        ...target(account),
        payload: { why: 'blocked' },
      })
      return refused('blocked')
    }
  }
  const matches = await checkPassword(account?.state === 'active' ? account.passwordHash : null, typed.password)
  if (!account || !matches) {
    for (const { limit, subject } of subjects)
      await saveCount(tx, subject, countFailure(await findCount(tx, subject), limit, tx.acting.at))
    await record(tx, {
      action: 'account.sign-in-failed',
      outcome: 'refused',
      ...target(account),
      payload: { why: account ? 'password' : 'unknown' },
    })
    return refused('wrong')
  }
  const stage: Stage = account.totpConfirmedAt === null ? 'set-up' : 'password-given'
  return ok(await openSession(tx, account, stage))
}

/**
 * Second step: a code of the authenticator, or a recovery code, each of which works once.
 * @returns the new token of the session, now signed in; the old one is worth nothing
 */
export async function giveCode(
  tx: Tx,
  session: Session,
  typed: string,
  sealer: Sealer,
  device: string | undefined,
): Promise<Result<Tokened & { device: string }, 'wrong' | 'blocked'>> {
  const { account } = session
  const subject = subjectOf('code', account.id, session.id)
  // Counted over all sessions too: who knows the password could begin a new one for every few guesses. As with passwords,
  // strangers use up a counter of their own, so that the owner gets in on a device they have used.
  const known = device !== undefined && (await isKnownDevice(tx, account.id, hashToken(device)))
  const byAccount = known ? subjectOf('code', account.id, 'device', device) : subjectOf('code', account.id)
  const blocked = [await findCount(tx, subject), await findCount(tx, byAccount)].some(c => isBlocked(c, tx.acting.at))
  if (blocked) {
    await record(tx, {
      action: 'account.sign-in-failed',
      outcome: 'refused',
      target: account.id,
      payload: { why: 'code-blocked' },
    })
    return refused('blocked')
  }
  const way = await spendCode(tx, account, typed, sealer)
  if (way === undefined) {
    const counted = countFailure(await findCount(tx, subject), LIMITS.code, tx.acting.at)
    await saveCount(tx, subject, counted)
    await saveCount(tx, byAccount, countFailure(await findCount(tx, byAccount), LIMITS['strange-device'], tx.acting.at))
    await record(tx, {
      action: 'account.sign-in-failed',
      outcome: 'refused',
      target: account.id,
      payload: { why: 'code' },
    })
    if (counted.blockedUntil === null) return refused('wrong')
    // The password is known to somebody who cannot give the code: they start again from the password.
    await endSession(tx, session.id)
    return refused('blocked')
  }
  return ok(await completeSignIn(tx, session, way))
}

async function spendCode(
  tx: Tx,
  account: Account,
  typed: string,
  sealer: Sealer,
): Promise<'authenticator' | 'recovery-code' | undefined> {
  if (account.totpSecret !== null && account.totpConfirmedAt !== null) {
    const step = await checkTotp(sealer.open(account.totpSecret), typed, tx.acting.at, account.totpLastStep)
    if (step !== undefined && (await spendTotpStep(tx, account.id, step))) return 'authenticator'
  }
  return (await spendRecoveryCode(tx, account.id, hashRecoveryCode(typed))) ? 'recovery-code' : undefined
}

/** Makes a second-step secret for an account that has none confirmed; the same one while it waits for its first code. */
export async function offerSecondStep(tx: Tx, account: Account, sealer: Sealer): Promise<string> {
  if (account.totpSecret !== null && account.totpConfirmedAt === null) return sealer.open(account.totpSecret)
  const secret = newTotpSecret()
  await saveTotpSecret(tx, account.id, sealer.seal(secret))
  return secret
}

/**
 * Confirms the second step by its first code and signs in.
 * @returns recovery codes to be shown once, with the new token
 */
export async function confirmSecondStep(
  tx: Tx,
  session: Session,
  typed: string,
  sealer: Sealer,
): Promise<Result<Tokened & { device: string; recoveryCodes: readonly string[] }, 'wrong'>> {
  const { account } = session
  if (account.totpSecret === null || account.totpConfirmedAt !== null) return refused('wrong')
  const step = await checkTotp(sealer.open(account.totpSecret), typed, tx.acting.at, 0)
  if (step === undefined) return refused('wrong')
  await confirmTotp(tx, account.id, step)
  const recoveryCodes = await renewRecoveryCodes(tx, account)
  await record(tx, { action: 'account.second-step-set', target: account.id })
  return ok({ ...(await completeSignIn(tx, session, 'authenticator')), recoveryCodes })
}

/** New recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(tx: Tx, account: Account): Promise<readonly string[]> {
  const codes = newRecoveryCodes(RECOVERY_CODES)
  await saveRecoveryCodes(tx, account.id, codes.map(hashRecoveryCode))
  await record(tx, { action: 'account.recovery-codes-made', target: account.id })
  return codes
}

/** Chooses what to act as. Refused when it is not one of the account's own, in force today. */
export async function chooseActingAs(
  tx: Tx,
  session: Session,
  membershipId: string,
): Promise<Result<Membership, 'not-yours'>> {
  const membership = (await listMemberships(tx, session.account.id)).find(m => m.id === membershipId)
  if (!membership) return refused('not-yours')
  await chooseMembership(tx, session.id, membership)
  await record(tx, {
    action: 'account.acting-as',
    target: membership.id,
    payload: { partnership: membership.partnershipId, role: membership.role },
  })
  return ok(membership)
}

/** Opens a session at a stage; signed in at once only in a demo, where people are chosen from a list. */
export async function openSession(tx: Tx, account: Account, stage: Stage, membership?: Membership): Promise<Tokened> {
  const token = newToken()
  const id = await insertSession(tx, {
    tokenHash: hashToken(token),
    accountId: account.id,
    stage,
    csrfSecret: Tokens.secretSync(),
    membership,
  })
  await record(tx, {
    action: stage === 'signed-in' ? 'account.signed-in' : 'account.password-given',
    target: account.id,
    payload: { session: id },
  })
  return { token, stage }
}

async function completeSignIn(tx: Tx, session: Session, way: string): Promise<Tokened & { device: string }> {
  const token = newToken()
  const device = newToken()
  await advanceSession(tx, session.id, {
    stage: 'signed-in',
    tokenHash: hashToken(token),
    csrfSecret: Tokens.secretSync(),
  })
  await insertDevice(tx, session.account.id, hashToken(device))
  const memberships = await listMemberships(tx, session.account.id)
  const [only] = memberships
  if (only && memberships.length === 1) await chooseMembership(tx, session.id, only)
  await record(tx, { action: 'account.signed-in', target: session.account.id, payload: { session: session.id, way } })
  return { token, stage: 'signed-in', device }
}

function subjectOf(...parts: string[]): Buffer {
  return hashToken(['sign-in', ...parts].join(':'))
}

function target(account: Account | undefined): { target?: string } {
  return account ? { target: account.id } : {}
}
