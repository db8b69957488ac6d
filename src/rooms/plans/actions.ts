import type { Tx } from '#ground/database/tx.ts'
import { aheadTrouble, type Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import type { Agreement, Copy, Goal, PlanFactor, Target, TargetAnswer, TargetContent } from './plan.ts'
import { classesOfTarget, REVIEW_MONTHS, type TargetTrouble, targetTrouble } from './rules.ts'
import {
  type Bits,
  findGoal,
  findTarget,
  insertAgreement,
  insertGoal,
  insertGoalVersion,
  insertTarget,
  insertTargetVersion,
  listGoals,
  listTargets,
  updateAnswered,
  updateGoal,
  updateTarget,
} from './store.ts'

/** Sets a goal of a young person the actor may know, in their own words. */
export async function setGoal(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  words: string,
): Promise<Result<RowId, 'unknown'>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  const id = await insertGoal(tx, personId, accountId, words)
  await record(tx, { action: 'plan.goal-set', about: [personId], target: id })
  return ok(id)
}

/** Changes a goal, or ends it; what it said before is kept. A goal with open targets is not ended: they are answered first. */
export async function changeGoal(
  tx: Tx,
  id: RowId,
  changed: { readonly words: string; readonly state: Goal['state']; readonly version: number },
): Promise<Result<Goal, 'unknown' | 'stale' | 'open-targets'>> {
  const before = await findGoal(tx, id, true)
  if (!before) return refused('unknown')
  if (before.version !== changed.version) return refused('stale')
  const targets = await listTargets(tx, before.personId)
  if (changed.state !== 'open' && targets.some(t => t.goalId === id && t.state === 'open'))
    return refused('open-targets')
  await insertGoalVersion(tx, before)
  if ((await updateGoal(tx, id, changed)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan.goal-changed',
    about: [before.personId],
    target: id,
    payload: { from: before.version, state: changed.state },
  })
  return ok({ ...before, ...changed, version: before.version + 1 })
}

function bitsOf(factor: PlanFactor | undefined, isRestricted: boolean): Bits {
  const { own, also } = classesOfTarget(factor, isRestricted)
  return { bit: CLASS_BITS[own], also: also === null ? null : CLASS_BITS[also] }
}

/** Sets a target under an open goal. */
export async function setTarget(
  tx: Tx,
  goalId: RowId,
  accountId: AccountId,
  content: TargetContent,
  factor: PlanFactor | undefined,
): Promise<Result<RowId, TargetTrouble | 'unknown' | 'goal-ended'>> {
  const goal = await findGoal(tx, goalId, true)
  if (!goal) return refused('unknown')
  if (goal.state !== 'open') return refused('goal-ended')
  const trouble = targetTrouble(content, tx.acting.today)
  if (trouble) return refused(trouble)
  const id = await insertTarget(tx, goalId, accountId, bitsOf(factor, content.isRestricted), content)
  await record(tx, { action: 'plan.target-set', about: [goal.personId], target: id })
  return ok(id)
}

/** Changes an open target; what it said before is kept. A day that has been is let stand where it was there before. */
export async function changeTarget(
  tx: Tx,
  id: RowId,
  changed: { readonly content: TargetContent; readonly version: number; readonly factor: PlanFactor | undefined },
): Promise<Result<Target, TargetTrouble | 'unknown' | 'stale' | 'answered'>> {
  const before = await findTarget(tx, id, true)
  if (!before) return refused('unknown')
  if (before.state !== 'open') return refused('answered')
  if (before.version !== changed.version) return refused('stale')
  const trouble = targetTrouble(changed.content, tx.acting.today)
  if (trouble && !(trouble === 'due-before' && before.dueOn === changed.content.dueOn)) return refused(trouble)
  const bits = bitsOf(changed.factor, changed.content.isRestricted)
  await insertTargetVersion(tx, before)
  if ((await updateTarget(tx, id, changed.version, bits, changed.content)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan.target-changed',
    about: [before.personId],
    target: id,
    payload: { from: before.version },
  })
  return ok({ ...before, ...changed.content, version: before.version + 1 })
}

export type Agreeing = {
  readonly agreement: Agreement['agreement']
  readonly words: string
  readonly copyGiven: Copy
  readonly reviewOn: Day
}

export type AgreeTrouble = 'unknown' | 'no-goal' | 'not-ahead' | 'too-far'

/** Writes down what the young person said to the plan as it stands. */
export async function agreePlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  agreeing: Agreeing,
): Promise<Result<RowId, AgreeTrouble>> {
  if (!(await findPerson(tx, personId))) return refused('unknown')
  if ((await listGoals(tx, personId)).length === 0) return refused('no-goal')
  const trouble = aheadTrouble(agreeing.reviewOn, tx.acting.today, REVIEW_MONTHS)
  if (trouble) return refused(trouble)
  const id = await insertAgreement(tx, personId, { ...agreeing, kind: 'plan', agreedBy: accountId, viewOfHelp: '' })
  await record(tx, {
    action: 'plan.agreed',
    about: [personId],
    target: id,
    payload: { agreement: agreeing.agreement, copy: agreeing.copyGiven, reviewOn: agreeing.reviewOn },
  })
  return ok(id)
}

export type Reviewing = Agreeing & {
  readonly viewOfHelp: string
  readonly answers: readonly { readonly targetId: RowId; readonly answer: TargetAnswer; readonly words: string }[]
}

/** Closes a review: every open target the actor may see is answered, or nothing is. */
export async function reviewPlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  reviewing: Reviewing,
): Promise<Result<RowId, AgreeTrouble | 'unanswered' | 'stale'>> {
  if (!(await findPerson(tx, personId))) return refused('unknown')
  const goals = await listGoals(tx, personId)
  if (goals.length === 0) return refused('no-goal')
  const trouble = aheadTrouble(reviewing.reviewOn, tx.acting.today, REVIEW_MONTHS)
  if (trouble) return refused(trouble)
  const open = (await listTargets(tx, personId)).filter(target => target.state === 'open')
  const answers = new Map(reviewing.answers.map(answer => [answer.targetId, answer]))
  if (open.some(target => !answers.has(target.rowId))) return refused('unanswered')
  // One that was answered, or taken off, while the page was open.
  if (answers.size > open.length) return refused('stale')
  for (const target of open) {
    const { answer, words } = answers.get(target.rowId) ?? { answer: 'goes-on' as const, words: '' }
    if (answer === 'goes-on') continue
    await insertTargetVersion(tx, target)
    if ((await updateAnswered(tx, target.rowId, answer, words)) === 0) return refused('stale')
  }
  const id = await insertAgreement(tx, personId, { ...reviewing, kind: 'review', agreedBy: accountId })
  await record(tx, {
    action: 'plan.reviewed',
    about: [personId],
    target: id,
    payload: { targets: open.length, agreement: reviewing.agreement, reviewOn: reviewing.reviewOn },
  })
  return ok(id)
}
