/** Making a safety plan with a young person, looking at it again, and ending it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type ChasePeople, chaseLate, type FiledRow, findPerson } from '#rooms/people/index.ts'
import { accountsSeeing } from '../asks/actions.ts'
import type { SafetyContent, SafetyPlan } from './plan.ts'
import { classesOf, inForce, reviewTrouble, saysTheSame } from './rules.ts'
import {
  type DueSafety,
  findSafetyFiling,
  holdSafety,
  insertSafetyPlan,
  listDueSafety,
  listSafetyPlans,
  updateSafetyChased,
  updateSafetyOver,
  updateSafetySealed,
} from './store.ts'
import { en } from './words.ts'

export type SafetyTrouble = 'not-theirs' | 'died' | 'stale' | 'not-ahead' | 'too-far'

/**
 * Keeps a safety plan as it was made together, in the place of the one the form showed. Whoever leads for them and the leader of who wrote it are told that there is
 * something to read, each only where they see it, and nothing of what it says. Sent twice it is one.
 * @param before the one the form showed; null where it showed none
 * @returns refused `not-theirs` where the actor would not read it again
 */
export async function keepSafetyPlan(
  tx: Tx,
  house: ChasePeople,
  personId: PersonId,
  by: AccountId,
  content: SafetyContent,
  before: Pick<SafetyPlan, 'rowId' | 'version'> | null,
): Promise<Result<RowId, SafetyTrouble>> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (person?.state !== 'active' || !held.has('health') || (content.isRestricted && !held.has('restricted')))
    return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  await holdSafety(tx, personId)
  const now = inForce(await listSafetyPlans(tx, personId))
  const isTwice = now !== undefined && now.beforeId === (before?.rowId ?? null) && saysTheSame(now, content)
  if (isTwice && now.madeOn === tx.acting.today) return ok(now.rowId)
  if (now?.rowId !== before?.rowId) return refused('stale')
  const trouble = reviewTrouble(content.reviewOn, tx.acting.today, before === null)
  if (trouble) return refused(trouble)
  if (before && (await updateSafetyOver(tx, before, { state: 'replaced', why: '' })) === 0) return refused('stale')
  const bits = bitsOf(content.isRestricted)
  const rowId = await insertSafetyPlan(tx, personId, by, { ...content, ...bits, beforeId: before?.rowId ?? null })
  await record(tx, { action: before ? 'close-plan.changed' : 'close-plan.made', about: [personId], target: rowId })
  await tellThose(tx, house, { rowId, personId, ...bits }, by, before ? 'changed' : 'made')
  return ok(rowId)
}

function bitsOf(isRestricted: boolean): Pick<SafetyPlan, 'classBit' | 'alsoBit'> {
  const { own, also } = classesOf(isRestricted)
  return { classBit: CLASS_BITS[own], alsoBit: also === null ? null : CLASS_BITS[also] }
}

/** Ends it, with why. */
export async function endSafetyPlan(
  tx: Tx,
  house: ChasePeople,
  one: SafetyPlan,
  by: AccountId,
  why: string,
): Promise<Result<null, 'stale' | 'died'>> {
  // Of somebody who has died it stays as it stood.
  if ((await findPerson(tx, one.personId))?.diedOn !== null) return refused('died')
  if ((await updateSafetyOver(tx, one, { state: 'ended', why })) === 0) return refused('stale')
  await record(tx, { action: 'close-plan.ended', about: [one.personId], target: one.rowId })
  await tellThose(tx, house, one, by, 'changed')
  return ok(null)
}

type Told = Pick<SafetyPlan, 'rowId' | 'personId' | 'classBit' | 'alsoBit'>

/** Tells whoever leads for them, and the leader of who wrote it, where they see all it tells of (K4, K6). */
async function tellThose(
  tx: Tx,
  house: ChasePeople,
  one: Told,
  by: AccountId,
  what: 'made' | 'changed',
): Promise<void> {
  const those = await asHouse(tx, 'who is to know of a plan kept close', async worker => {
    const whom = [await house.leadOf(worker, one.personId), await house.leaderOf(worker, by)]
    return accountsSeeing(
      worker,
      one,
      whom.flatMap(id => id ?? []),
    )
  })
  for (const accountId of those)
    if (accountId !== by)
      await sendNotice(tx, { accountId, kind: `close-plan.${what}`, personId: one.personId, targetId: one.rowId })
}

/** Tells whoever leads, or made it, that its day to look again is past; some days later the leader of the team. By the clock. */
export function chaseSafetyPlans(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate<DueSafety>(worker, house, {
    ...{ list: listDueSafety, note: updateSafetyChased, by: due => due.madeBy, seeing: accountsSeeing },
    chase: { kind: 'close-plan.late', action: 'close-plan.reminded' },
    escalate: { kind: 'close-plan.still-late', action: 'close-plan.escalated' },
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledSafety(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const one = (await listSafetyPlans(tx, personId)).find(plan => plan.rowId === id)
  const filed = one && (await findSafetyFiling(tx, id))
  return filed && { rowId: id, said: en.title, classBit: one.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealSafety(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSafetySealed(worker, personId, id)
}
