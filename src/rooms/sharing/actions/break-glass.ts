import { bankHolidaysFrom } from '#ground/bank-holidays.ts'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { ADVISER_CLASSES, openGrant } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { listColleaguesAs } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { fold } from '#rooms/people/index.ts'
import type { Verdict } from '../break-glass.ts'
import { endsAt, REASON_MIN, reviewDueOn } from '../rules.ts'
import { findExactly, insertBreakGlass, updateVerdict } from '../store/break-glass.ts'

/**
 * Opens a record in an emergency: for one hour, to one account, with a typed reason. Whoever asks must already know the
 * exact name and birth date: this finds nobody. Leaders and information governance are told at once. A restricted record
 * stays shut: its named people are the way in, and asking tells nothing.
 */
export async function breakGlass(
  tx: Tx,
  accountId: AccountId,
  asked: { given: string; family: string; bornOn: Day; reason: string },
): Promise<Result<PersonId, 'nobody' | 'short-reason'>> {
  if (asked.reason.trim().length < REASON_MIN) return refused('short-reason')
  const found = await asHouse(tx, 'emergency access', worker =>
    findExactly(worker, { givenKey: fold(asked.given), familyKey: fold(asked.family), bornOn: asked.bornOn }),
  )
  const [personId] = found
  if (personId === undefined || found.length > 1) return refused('nobody')
  const until = endsAt(tx.acting.at)
  const grantId = await openGrant(tx, {
    scope: { kind: 'person', personId },
    holderId: accountId,
    classes: ADVISER_CLASSES,
    basis: 'vital-interests',
    source: 'break-glass',
    reason: asked.reason,
    madeBy: accountId,
    until,
  })
  await insertBreakGlass(tx, {
    personId,
    accountId,
    grantId,
    reason: asked.reason,
    endsAt: until,
    reviewDueOn: reviewDueOn(tx.acting.today, bankHolidaysFrom(tx.acting.today)),
  })
  await record(tx, {
    action: 'emergency.opened',
    about: [personId],
    target: grantId,
    payload: { why: asked.reason, until },
  })
  const told = (await listColleaguesAs(tx, ['team-leader', 'manager', 'information-governance'])).filter(
    c => c.accountId !== accountId,
  )
  for (const colleague of told)
    await sendNotice(tx, { accountId: colleague.accountId, kind: 'emergency.opened', targetId: grantId }, true)
  return ok(personId)
}

/** Writes down whether an opening was right. Nobody reviews their own. */
export async function reviewBreakGlass(
  tx: Tx,
  id: RowId,
  by: AccountId,
  verdict: Verdict,
  why: string,
): Promise<Result<null, 'not-yours-to-review'>> {
  if ((await updateVerdict(tx, id, by, verdict, why)) === 0) return refused('not-yours-to-review')
  await record(tx, { action: 'emergency.reviewed', target: id, payload: { verdict, why } })
  return ok(null)
}
